// SPDX-License-Identifier: Apache-2.0
#include "base/spelling.h"

#include "base/utf8.h"

#include <algorithm>

namespace huice {
namespace {

std::u32string characters(std::string_view text) {
  std::u32string out;
  for (std::size_t offset = 0; offset < text.size();) out += utf8::decode(text, offset);
  return out;
}

std::size_t distance(const std::u32string& a, const std::u32string& b) {
  std::vector<std::size_t> before_last(b.size() + 1);
  std::vector<std::size_t> last(b.size() + 1);
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) last[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t change = a[i - 1] == b[j - 1] ? 0 : 1;
      row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + change});
      const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (swapped) row[j] = std::min(row[j], before_last[j - 2] + 1);
    }
    std::swap(before_last, last);
    std::swap(last, row);
  }
  return last[b.size()];
}

}  // namespace

std::size_t edit_distance(std::string_view a, std::string_view b) {
  return distance(characters(a), characters(b));
}

std::string nearest(std::string_view word, const std::vector<std::string_view>& candidates) {
  constexpr std::size_t kLongestWord = 200;
  const std::u32string wanted = characters(word.substr(0, kLongestWord));
  std::string_view best;
  std::size_t best_distance = 0;
  for (const std::string_view candidate : candidates) {
    const std::u32string known = characters(candidate);
    const std::size_t allowed = std::max<std::size_t>(1, std::max(wanted.size(), known.size()) / 3);
    const std::size_t difference =
        std::max(wanted.size(), known.size()) - std::min(wanted.size(), known.size());
    if (difference > allowed) continue;
    const std::size_t found = distance(wanted, known);
    if (found > allowed || found >= known.size()) continue;
    if (best.empty() || found < best_distance) best = candidate, best_distance = found;
  }
  return std::string(best);
}

}  // namespace huice
