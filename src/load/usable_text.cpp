// SPDX-License-Identifier: Apache-2.0
#include "load/usable_text.h"

#include "base/messages/files.h"
#include "base/utf8.h"

namespace huice::load {

std::optional<std::string> usable_text(const std::string& bytes, const std::string& name,
                                       Diagnostics& problems) {
  std::string text(utf8::without_bom(bytes));
  const std::size_t invalid = utf8::first_invalid(text);
  if (invalid != utf8::kValid) {
    // The line itself cannot be shown: it is not text.
    Location where = SourceText(name, std::string_view(text).substr(0, invalid)).at(invalid);
    problems.add(problem(msg::invalid_utf8{}, std::move(where)));
    return std::nullopt;
  }
  const std::size_t nul = text.find('\0');
  if (nul != std::string::npos) {
    problems.add(problem(msg::nul_byte{}, SourceText(name, text).at(nul)));
    return std::nullopt;
  }
  return text;
}

}  // namespace huice::load
