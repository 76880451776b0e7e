// SPDX-License-Identifier: Apache-2.0
#pragma once

// Lengths of the frame in twips, from the numbers of gbt9704.h.

#include "document/docx/story.h"

#include <cmath>

namespace huice::document::docx {

inline int rounded(double number) {
  return static_cast<int>(std::lround(number));
}

/// So many characters of the text.
inline int characters(double count) {
  return rounded(count * kCell);
}

/// So many of 四号, as in 版记.
inline int small_characters(double count) {
  return rounded(count * kSmallCell);
}

inline int lines(const gbt9704::Number& count) {
  return rounded(count.value * gbt9704::kWordLine);
}

/// A weight in eighths of a point.
inline int eighths(const gbt9704::Number& weight) {
  return rounded(gbt9704::points(weight.value) * 8);
}

/// The line of an empty paragraph that has a rule below it.
inline constexpr int kRuleLine = 20;

/// The double line of 信函格式 (10.1) is two lines of their own: which of thickThin and thinThick
/// has the thick one above differs from program to program. The standard leaves the weights open:
/// these are eighths of a point.
inline constexpr int kThick = 18;
inline constexpr int kThin = 6;

}  // namespace huice::document::docx
