// SPDX-License-Identifier: Apache-2.0
#include "base/usable_text.h"

#include "base/encoding.h"
#include "base/messages/files.h"
#include "base/utf8.h"

namespace huice {

bool is_usable(const SourceText& source, Diagnostics& problems) {
  if (is_utf16(source.text())) {
    problems.add(problem(msg::utf16_text{}, Location::of_file(source.file())));
    return false;
  }
  const std::size_t invalid = utf8::first_invalid(source.text());
  if (invalid != utf8::kValid) {
    // The rest of the line cannot be shown: it is not text.
    const SourceText readable(source.file(), source.text().substr(0, invalid));
    problems.add(problem(msg::invalid_utf8{}, readable.at(invalid)));
    return false;
  }
  const std::size_t nul = source.text().find('\0');
  if (nul == std::string_view::npos) return true;
  problems.add(problem(msg::nul_byte{}, source.at(nul)));
  return false;
}

}  // namespace huice
