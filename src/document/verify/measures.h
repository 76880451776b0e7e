// SPDX-License-Identifier: Apache-2.0
#pragma once

// What the rules' measures share: lengths and faces as words, and looks of a block.

#include "base/messages/document.h"
#include "document/verify/verdict.h"

#include <optional>
#include <string>

namespace huice::document::verify {

inline constexpr double kMillimetres = 25.4 / 72;  ///< of a point
inline constexpr double kSizeTolerance = 0.5;      ///< points: 15.75 and 15.79 are 三号, too
inline constexpr double kCellTolerance = 0.6;      ///< of places that are said in characters

std::string in_mm(double value);
std::string in_points(double value);
std::string in_hundredths(double value);
std::string in_cells(double value);
Argument face_words(const std::optional<gbt9704::Face>& face, const std::string& font);
/// The beginning of a text.
std::string quoted(const std::string& text);
std::string hex(const Colour& colour);

/// Whether a block is in this face and of this size; reports both. `tells`: the text in front.
void add_face(Report& report, const Block& block, gbt9704::Face face, std::string_view clause);
void add_size(Report& report, const Block& block, double size, std::string_view clause);

/// How many characters of its size a block's first character stands from the text's left edge, and
/// its last from the right one.
std::optional<double> cells_left(const Measured& letter, const Block& block);
std::optional<double> cells_right(const Measured& letter, const Block& block);

inline bool is_near(double found, double asked, double tolerance) {
  return found >= asked - tolerance && found <= asked + tolerance;
}

/// Where a block's characters end, mm from the page's upper edge.
inline std::optional<double> foot_of(const Block& block) {
  if (!block.top) return std::nullopt;
  return *block.top + block.size() * kMillimetres;
}

}  // namespace huice::document::verify
