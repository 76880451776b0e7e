// SPDX-License-Identifier: Apache-2.0
#include "base/machine_fault.h"

#include "base/messages/files.h"
#include "base/messages/formats.h"

#include <algorithm>
#include <vector>

namespace huice {

namespace {

bool lacks_program(Code code) {
  return code == msg::pdf_no_node::code || code == msg::pdf_no_typst::code ||
         code == msg::pdf_no_font::code || code == msg::pdf_ended::code;
}

}  // namespace

bool is_machine_fault(const Diagnostic& found) {
  if (found.code == msg::file_unwritable::code || lacks_program(found.code)) return true;
  if (found.code != msg::file_unreadable::code || found.arguments.empty()) return false;
  const std::vector<Argument> of_the_input{msg::why_is_folder{}, msg::why_no_folder{},
                                           msg::why_link_circle{}, msg::why_long_name{}};
  return std::find(of_the_input.begin(), of_the_input.end(), found.arguments.front()) ==
         of_the_input.end();
}

bool has_machine_fault(const Diagnostics& problems) {
  const std::vector<Diagnostic> all = problems.sorted();
  return std::any_of(all.begin(), all.end(), [](const Diagnostic& one) {
    return one.severity() == Severity::error && is_machine_fault(one);
  });
}

}  // namespace huice
