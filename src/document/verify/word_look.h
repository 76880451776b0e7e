// SPDX-License-Identifier: Apache-2.0
#pragma once

// What holds for a paragraph and a run of a Word file, in millimetres and points.

#include "document/verify/sheet.h"
#include "formats/docx/docx.h"

#include <optional>
#include <string>
#include <string_view>

namespace huice::document::verify {

constexpr double mm_of_twips(double twips) {
  return twips / 20 * 25.4 / 72;
}

/// A section's grid (w:docGrid).
struct Grid {
  bool has_lines = false;
  bool has_cells = false;
  double pitch = 0;  ///< points
  double more = 0;   ///< points that each character takes more than the default's size
};

struct ParagraphLook {
  std::string align = "left";    ///< left, right, center, both
  std::optional<double> line{};  ///< points; nullopt: as the font has it
  bool is_line_sure = false;     ///< exact, or the grid's
  double before = 0;             ///< points
  double after = 0;
  double left = 0;  ///< mm
  double right = 0;
  double first = 0;  ///< mm that the first line begins behind the others
};

struct RunLook {
  std::string font{};
  std::optional<gbt9704::Face> face{};
  double size = 10;
  Colour colour{};
  double spacing = 0;  ///< points between characters
};

class WordLook {
 public:
  explicit WordLook(const formats::docx::Docx& docx, Grid grid) : docx_(docx), grid_(grid) {}

  ParagraphLook paragraph(const formats::docx::Paragraph& paragraph) const;
  /// `is_han`: of its Chinese characters.
  RunLook run(const formats::docx::Paragraph& paragraph, int run, bool is_han) const;
  const Grid& grid() const { return grid_; }

 private:
  std::optional<double> number(const formats::docx::Paragraph& paragraph, std::string_view property,
                               std::string_view attribute) const;
  double indent(const formats::docx::Paragraph& paragraph, std::string_view one,
                std::string_view other, std::string_view cells, double size) const;
  std::string theme_font(std::string_view name) const;

  const formats::docx::Docx& docx_;
  Grid grid_;
};

/// A whole number of an attribute; nullopt where it is none. 3.5pt and 12mm count as twips.
std::optional<double> twips_in(std::string_view text);

Grid grid_of(const formats::docx::Section& section);

}  // namespace huice::document::verify
