// SPDX-License-Identifier: Apache-2.0
#pragma once

// What stands on the pages of a PDF, in points from a page's upper left corner.

#include <cstdint>
#include <string>
#include <vector>

namespace huice::formats::pdf {

/// A colour of the page, as near as its colour space tells.
struct Colour {
  double red = 0;
  double green = 0;
  double blue = 0;
  bool is_known = true;  ///< false for patterns
};

/// One character, or a ligature, of a horizontal line.
struct Glyph {
  std::string text{};  ///< UTF-8; empty where the file does not say
  double x = 0;
  double baseline = 0;
  double width = 0;
  double size = 0;
  std::size_t font = 0;  ///< of File::fonts
  Colour colour{};
};

/// A horizontal line that is drawn, or a filled bar as thin as one.
struct Rule {
  double left = 0;
  double right = 0;
  double y = 0;  ///< its middle
  double weight = 0;
  Colour colour{};
};

struct Page {
  double width = 0;
  double height = 0;
  std::vector<Glyph> glyphs{};
  std::vector<Rule> rules{};
  bool has_picture = false;
};

struct File {
  std::vector<Page> pages{};
  std::vector<std::string> fonts{};  ///< names without the six letters of a subset
};

}  // namespace huice::formats::pdf
