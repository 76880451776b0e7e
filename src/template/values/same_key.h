// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <cstring>
#include <string_view>

namespace huice::tmpl {

/// a == b, where both are likely as short as names are: without a call from 4 to 16 bytes.
inline bool same_key(std::string_view a, std::string_view b) {
  if (a.size() != b.size()) return false;
  // The first bytes and the last ones, which may be partly the same.
  const auto ends_match = [&]<class Word>(Word first) {
    Word last = first;
    Word other_first = first;
    Word other_last = first;
    const std::size_t last_at = a.size() - sizeof(Word);
    std::memcpy(&first, a.data(), sizeof(Word));
    std::memcpy(&other_first, b.data(), sizeof(Word));
    std::memcpy(&last, a.data() + last_at, sizeof(Word));
    std::memcpy(&other_last, b.data() + last_at, sizeof(Word));
    return ((first ^ other_first) | (last ^ other_last)) == 0;
  };
  if (a.size() >= 8 && a.size() <= 16) return ends_match(std::uint64_t{0});
  if (a.size() >= 4 && a.size() < 8) return ends_match(std::uint32_t{0});
  return a == b;
}

}  // namespace huice::tmpl
