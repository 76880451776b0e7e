// SPDX-License-Identifier: Apache-2.0
#pragma once

// An Office file as a fuzzer writes it: the archive's bytes, or the texts of its parts, each after
// a line "--- part NAME", which are packed here.

#include "formats/zip_file.h"

#include <algorithm>
#include <string>
#include <string_view>

namespace huice::test {

inline std::string packed_parts(std::string_view text) {
  constexpr std::string_view mark = "--- part ";
  if (!text.starts_with(mark)) return std::string(text);
  Parts parts;
  while (text.starts_with(mark)) {
    text.remove_prefix(mark.size());
    const std::size_t line = std::min(text.find('\n'), text.size());
    const std::string name(text.substr(0, line));
    text.remove_prefix(std::min(line + 1, text.size()));
    const std::size_t next = text.find("\n--- part ");
    const std::size_t end = std::min(next, text.size());
    parts.emplace_back(name, text.substr(0, end));
    text.remove_prefix(next == std::string_view::npos ? end : end + 1);
  }
  return zip_of(parts, false);
}

}  // namespace huice::test
