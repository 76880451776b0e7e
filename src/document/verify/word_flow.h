// SPDX-License-Identifier: Apache-2.0
#pragma once

// Lays the paragraphs of a Word file under each other, as far as the file says how high they are.

#include "document/verify/word_look.h"

#include <optional>
#include <string>
#include <vector>

namespace huice::document::verify {

/// Where texts stand: their edges and the height that was reached, mm.
struct Area {
  double left = 0;
  double right = 0;
  std::optional<double> y{};
  Place place = Place::body;
  bool in_table = false;
};

class WordFlow {
 public:
  WordFlow(const formats::docx::Docx& docx, const WordLook& look, Sheet& sheet)
      : docx_(docx), look_(look), sheet_(sheet) {}

  void blocks(const formats::docx::Blocks& blocks, Area& area);

 private:
  void paragraph(const formats::docx::Paragraph& paragraph, Area& area);
  void table(const formats::docx::Table& table, Area& area);
  void shapes(const formats::docx::Paragraph& paragraph, const Area& area);
  void borders(const formats::docx::Paragraph& paragraph, const ParagraphLook& look,
               const Area& area, double from, double to);
  void border(const formats::XmlNode& border, double left, double right, std::optional<double> y,
              Place place);

  const formats::docx::Docx& docx_;
  const WordLook& look_;
  Sheet& sheet_;
  double blank_ = 0;  // points of blank paragraphs and distances since the last text
};

}  // namespace huice::document::verify
