// SPDX-License-Identifier: Apache-2.0
// Loads every template of the input and formats what is wrong with it.

#include "input/template_input.h"

#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  huice::fuzz::TemplateInput input(data, size);
  for (const std::string& name : input.names()) {
    huice::Diagnostics problems;
    const bool loaded = input.environment().load(name, problems);
    // What cannot be loaded is reported, here or where the template was named first.
    if (loaded && problems.has_errors()) std::abort();
    for (const huice::Diagnostic& found : problems.sorted())
      huice::format_diagnostic(found, huice::Language::en);
  }
  return 0;
}
