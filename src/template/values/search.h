// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstring>  // declares memmem as well with glibc and musl
#include <string_view>

namespace huice::tmpl {

/// As text.find(part, from), in time that grows with the text and the part, not with their product:
/// templates may look for long parts that nearly occur everywhere.
inline std::size_t find_text(std::string_view text, std::string_view part, std::size_t from = 0) {
  if (from > text.size()) return std::string_view::npos;
  const void* found = memmem(text.data() + from, text.size() - from, part.data(), part.size());
  return found == nullptr ? std::string_view::npos
                          : static_cast<std::size_t>(static_cast<const char*>(found) - text.data());
}

}  // namespace huice::tmpl
