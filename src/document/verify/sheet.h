// SPDX-License-Identifier: Apache-2.0
#pragma once

// A letter's pages as they are measured, whether they came from a Word file or a PDF. Lengths are
// millimetres from the page's upper left corner, sizes points. What a file does not say is absent.

#include "document/gbt9704.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace huice::document::verify {

struct Colour {
  int red = 0;
  int green = 0;
  int blue = 0;

  bool is_red() const { return red >= 170 && green <= 80 && blue <= 80; }
  bool is_black() const { return red <= 60 && green <= 60 && blue <= 60; }
};

/// Words that look alike.
struct Piece {
  std::string text{};
  std::string font{};                   ///< its name in the file
  std::optional<gbt9704::Face> face{};  ///< nullopt: a font that is not known
  double size = 0;
  std::optional<Colour> colour{};
  std::optional<double> left{};
  std::optional<double> right{};
};

enum class Place : std::uint8_t { body, header, footer };

/// A line of a PDF, or a paragraph of a Word file.
struct Block {
  Place place = Place::body;
  unsigned page = 0;  ///< from 1; 0: not known
  std::vector<Piece> pieces{};
  std::optional<double> top{};       ///< of its first line's characters
  std::optional<double> left{};      ///< of its first line's first character
  std::optional<double> right{};     ///< of its first line's last character, where it has one line
  std::optional<double> rest{};      ///< of a paragraph's further lines: their left edge
  std::optional<double> above{};     ///< blank lines between it and what stands before it
  std::optional<bool> is_centred{};  ///< between the edges of the text
  bool in_table = false;
  bool is_flush = false;  ///< what it stands at the foot of: 版记 that floats there

  std::string text() const;
  double size() const;  ///< of most of its characters
  /// The face of most of its Han; nullopt where it is not known.
  std::optional<gbt9704::Face> face() const;
  std::string font() const;
};

/// A horizontal line.
struct Stroke {
  unsigned page = 0;
  std::optional<double> left{};
  std::optional<double> right{};
  std::optional<double> y{};
  double weight = 0;  ///< mm
  std::optional<Colour> colour{};
  int lines = 1;                ///< 2: a border of two lines
  bool is_thick_first = false;  ///< of two
  std::size_t after = 0;        ///< how many blocks stand before it
  Place place = Place::body;
};

enum class Side : std::uint8_t { left, center, right };

/// The number of a page.
struct PageNumber {
  enum class On : std::uint8_t { first, odd, even, page } on = On::page;
  unsigned page = 0;   ///< of a PDF
  std::string text{};  ///< — 1 —
  Side side = Side::center;
  std::optional<double> inset{};  ///< characters of its own size from the text's edge
  std::optional<double> dash{};   ///< mm from the page's upper edge: the middle of its dashes
  std::optional<gbt9704::Face> face{};
  std::string font{};
  double size = 0;
};

struct Sheet {
  enum class Source : std::uint8_t { docx, pdf } source = Source::docx;
  std::optional<double> width{};
  std::optional<double> height{};
  std::optional<double> top{};   ///< 天头
  std::optional<double> left{};  ///< 订口
  std::optional<double> text_width{};
  std::optional<double> text_bottom{};
  std::optional<double> pitch{};  ///< points from line to line
  std::optional<int> lines{};     ///< of a full page
  std::optional<double> cells{};  ///< characters of a full line
  std::vector<Block> blocks{};    ///< in reading order
  std::vector<Stroke> strokes{};
  std::vector<PageNumber> numbers{};
  unsigned pages = 0;                   ///< 0: not known
  bool is_picture = false;              ///< nothing but scanned pages
  bool has_unread_text = false;         ///< characters whose meaning the file does not say
  std::optional<bool> differs_first{};  ///< the first page has a foot of its own

  double text_left() const { return left.value_or(gbt9704::kLeftMargin.value); }
  double text_right() const { return text_left() + text_width.value_or(gbt9704::kTextWidth.value); }
  /// How far a place may be off, mm: a Word file's are computed, and the program that sets it
  /// decides.
  double tolerance() const { return source == Source::pdf ? 1.2 : 2.5; }
};

/// The face that a font's name tells of.
std::optional<gbt9704::Face> face_of_font(std::string_view name, bool is_bold);

/// How wide a text is in characters: ASCII takes half a one.
double cells_of(std::string_view text);

}  // namespace huice::document::verify
