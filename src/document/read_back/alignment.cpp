// SPDX-License-Identifier: Apache-2.0
#include "document/read_back/alignment.h"

#include "base/utf8.h"

#include <algorithm>
#include <cstdint>

namespace huice::document::read_back {
namespace {

constexpr std::size_t kMostCells = 4'000'000;

// The middle parts, by a table of the lengths of what both have from each place on.
void align_middle(std::u32string_view a, std::u32string_view b, std::size_t shift,
                  std::vector<int>& out) {
  const std::size_t width = b.size() + 1;
  if (a.empty() || b.empty() || (a.size() + 1) * width > kMostCells) return;
  std::vector<std::uint16_t> common((a.size() + 1) * width, 0);
  for (std::size_t i = a.size(); i-- > 0;) {
    for (std::size_t j = b.size(); j-- > 0;) {
      const std::uint16_t both = common[(i + 1) * width + j + 1];
      common[i * width + j] =
          a[i] == b[j] ? static_cast<std::uint16_t>(both + 1)
                       : std::max(common[(i + 1) * width + j], common[i * width + j + 1]);
    }
  }
  for (std::size_t i = 0, j = 0; i < a.size() && j < b.size();) {
    if (a[i] == b[j]) {
      out[shift + i++] = static_cast<int>(shift + j++);
    } else if (common[(i + 1) * width + j] >= common[i * width + j + 1]) {
      ++i;
    } else {
      ++j;
    }
  }
}

}  // namespace

std::vector<int> align(std::u32string_view a, std::u32string_view b) {
  std::vector<int> out(a.size(), -1);
  std::size_t first = 0;
  const std::size_t least = std::min(a.size(), b.size());
  while (first < least && a[first] == b[first]) {
    out[first] = static_cast<int>(first);
    ++first;
  }
  std::size_t last = 0;
  while (last < least - first && a[a.size() - 1 - last] == b[b.size() - 1 - last]) {
    out[a.size() - 1 - last] = static_cast<int>(b.size() - 1 - last);
    ++last;
  }
  align_middle(a.substr(first, a.size() - first - last), b.substr(first, b.size() - first - last),
               first, out);
  return out;
}

double likeness(std::u32string_view a, std::u32string_view b) {
  if (a.empty() && b.empty()) return 1;
  const std::vector<int> same = align(a, b);
  const auto alike = static_cast<double>(same.size()) -
                     static_cast<double>(std::count(same.begin(), same.end(), -1));
  return 2 * alike / static_cast<double>(a.size() + b.size());
}

std::vector<std::size_t> longest_growing(const std::vector<int>& numbers) {
  std::vector<std::size_t> ends;  // by length: the place of the smallest number that ends one
  std::vector<std::size_t> before(numbers.size(), numbers.size());
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    const auto at =
        std::lower_bound(ends.begin(), ends.end(), numbers[i],
                         [&](std::size_t place, int number) { return numbers[place] < number; });
    if (at != ends.begin()) before[i] = *(at - 1);
    if (at == ends.end()) {
      ends.push_back(i);
    } else {
      *at = i;
    }
  }
  std::vector<std::size_t> out;
  for (std::size_t i = ends.empty() ? numbers.size() : ends.back(); i < numbers.size();
       i = before[i]) {
    out.push_back(i);
  }
  std::reverse(out.begin(), out.end());
  return out;
}

std::u32string characters_of(std::string_view text) {
  std::u32string out;
  for (std::size_t at = 0; at < text.size();) out += utf8::decode(text, at);
  return out;
}

std::string bytes_of(std::u32string_view characters) {
  std::string out;
  for (const char32_t one : characters) utf8::append(out, one);
  return out;
}

}  // namespace huice::document::read_back
