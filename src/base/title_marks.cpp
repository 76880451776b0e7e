// SPDX-License-Identifier: Apache-2.0
#include "base/title_marks.h"

#include <cstddef>

namespace huice {
namespace {

constexpr std::string_view kOuterOpen = "《";
constexpr std::string_view kOuterClose = "》";
constexpr std::string_view kInnerOpen = "〈";
constexpr std::string_view kInnerClose = "〉";

}  // namespace

std::string within_title_marks(std::string_view title) {
  std::string out;
  std::size_t depth = 0;
  for (std::size_t at = 0; at < title.size();) {
    const std::string_view mark = title.substr(at, kOuterOpen.size());
    if (mark == kOuterOpen || mark == kInnerOpen) {
      out += ++depth % 2 == 1 ? kInnerOpen : kOuterOpen;
      at += mark.size();
    } else if (depth > 0 && (mark == kOuterClose || mark == kInnerClose)) {
      out += depth-- % 2 == 1 ? kInnerClose : kOuterClose;
      at += mark.size();
    } else {
      out += title[at++];
    }
  }
  return out;
}

std::string in_title_marks(std::string_view title) {
  return std::string(kOuterOpen) + within_title_marks(title) + std::string(kOuterClose);
}

}  // namespace huice
