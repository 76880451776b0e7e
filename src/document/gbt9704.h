// SPDX-License-Identifier: Apache-2.0
#pragma once

// The numbers of GB/T 9704-2012 党政机关公文格式, each with its clause: the one place where the
// writers of letters take them from, and whoever checks a finished file.

#include "document/letter.h"

#include <array>
#include <cstdint>
#include <string_view>

namespace huice::document::gbt9704 {

/// What a number rests on.
enum class Force : std::uint8_t {
  required,     ///< the standard says so
  recommended,  ///< 一般, 推荐, 可以
  derived,      ///< follows from other numbers of it
  own,          ///< the standard leaves it open; our choice
};

struct Number {
  double value = 0;
  std::string_view clause;
  Force force = Force::required;
};

// The page, in millimetres (5.1, 5.2.1, 6).
inline constexpr Number kPageWidth{210, "5.1"};
inline constexpr Number kPageHeight{297, "5.1"};
inline constexpr Number kTopMargin{37, "5.2.1"};   ///< 天头, ±1
inline constexpr Number kLeftMargin{28, "5.2.1"};  ///< 订口, ±1
inline constexpr Number kTextWidth{156, "5.2.1"};  ///< 版心
inline constexpr Number kTextHeight{225, "5.2.1"};
inline constexpr Number kRightMargin{26, "5.2.1", Force::derived};
inline constexpr Number kBottomMargin{35, "5.2.1", Force::derived};
inline constexpr Number kMarginTolerance{1, "5.2.1"};
inline constexpr Number kTextTolerance{1, "6"};

// Lines and characters (5.2.3).
inline constexpr Number kLines{22, "5.2.3", Force::recommended};
inline constexpr Number kCells{28, "5.2.3", Force::recommended};
/// From one line to the next in points: first and last line touch the edges of 版心 (the pages of
/// Typst), and as Word's exact lines hold 22 of them (579 twips; 580 leave room for 21).
inline constexpr Number kPitch{(225 * 72 / 25.4 - 16) / 21, "5.2.3", Force::derived};
inline constexpr Number kWordPitch{28.95, "5.2.3", Force::derived};
/// From one character to the next in points: 156 mm by 28.
inline constexpr Number kCellWidth{156 * 72 / 25.4 / 28, "5.2.3", Force::derived};

// Sizes in points: 三号 16, 二号 22, 四号 14.
inline constexpr Number kBodySize{16, "5.2.2", Force::recommended};
inline constexpr Number kTitleSize{22, "7.3.1"};
inline constexpr Number kImprintSize{14, "7.4.2"};  ///< 抄送, 印发
inline constexpr Number kPageNumberSize{14, "7.5"};
inline constexpr Number kLetterheadSize{42, "7.2.4",
                                        Force::own};  ///< at most; the line must hold it
/// The red of 发文机关标志 and its lines; the standard asks for yellow and magenta of 80 % (6).
inline constexpr std::string_view kRed = "E32416";
/// A picture in its place is as wide as 版心 and so many mm high at most.
inline constexpr Number kLetterheadPicture{20, "7.2.4", Force::own};

// What stands where.
inline constexpr Number kIndent{2, "7.3.3"};           ///< characters: first line of a paragraph
inline constexpr Number kLinesAboveTitle{2, "7.3.1"};  ///< blank ones under the red line
inline constexpr Number kLinesAboveSalutation{1, "7.3.2"};
inline constexpr Number kLinesAboveAnnexes{1, "7.3.4"};
inline constexpr Number kLinesAboveSealed{2, "7.3.5.1",
                                          Force::own};   ///< a seal of 42 mm begins under the text
inline constexpr Number kDateRightSealed{4, "7.3.5.1"};  ///< characters from the right edge
inline constexpr Number kSignatoryRight{2, "7.3.5.2"};   ///< likewise, where there is no seal
inline constexpr Number kLinesAboveSignatory{1, "7.3.5.2"};
inline constexpr Number kDateInset{2, "7.3.5.2"};  ///< the date's start behind the name's
inline constexpr Number kSignerRight{1, "7.2.6"};  ///< characters
inline constexpr Number kSignersPerLine{2, "7.2.6"};
inline constexpr Number kNumberLeftWithSigner{1, "7.2.5"};  ///< where 签发人 is on the same line
inline constexpr Number kImprintInset{1, "7.4.2"};          ///< characters, both sides
inline constexpr Number kPageNumberBelow{7, "7.5"};         ///< mm: its dash under 版心
inline constexpr Number kPageNumberInset{1, "7.5"};         ///< characters: odd right, even left
inline constexpr Number kAnnexTitleLine{3, "7.3.7"};
inline constexpr Number kTitleCharacters{20, "7.3.1", Force::derived};  ///< a line holds them

// Rules in millimetres.
inline constexpr Number kRedLineBelow{4, "7.2.7"};  ///< under 发文字号
inline constexpr Number kRedLineWeight{0.35, "7.2.7", Force::own};
inline constexpr Number kImprintEdge{0.35, "7.4.1", Force::recommended};  ///< first and last
inline constexpr Number kImprintMiddle{0.25, "7.4.1", Force::recommended};

/// What the two formats do not share.
struct Profile {
  LetterFormat format = LetterFormat::general;
  Number letterhead_top;      ///< mm from the upper edge: of 版心, in 信函格式 of the page
  bool from_page = false;     ///< 信函格式
  Number double_rule_below;   ///< mm under 发文机关标志; 0: no double lines
  Number double_rule_bottom;  ///< mm from the lower edge of the page
  Number double_rule_width;   ///< mm, centred
  Number lines_above_number;  ///< blank ones under 发文机关标志
  Number page_number_from;    ///< the first page that has one
  bool has_signer = true;
  bool has_imprint = true;  ///< 版记 with its lines, 印发机关 and 印发日期
};

inline constexpr Profile kGeneral{
    .format = LetterFormat::general,
    .letterhead_top = {35, "7.2.4"},
    .from_page = false,
    .double_rule_below = {0, "7.2.7"},
    .double_rule_bottom = {0, "7.2.7"},
    .double_rule_width = {0, "7.2.7"},
    .lines_above_number = {2, "7.2.5"},
    .page_number_from = {1, "7.5"},
    .has_signer = true,
    .has_imprint = true,
};

inline constexpr Profile kLetter{
    .format = LetterFormat::letter,
    .letterhead_top = {30, "10.1"},
    .from_page = true,
    .double_rule_below = {4, "10.1"},
    .double_rule_bottom = {20, "10.1"},
    .double_rule_width = {170, "10.1"},
    .lines_above_number = {0, "10.1"},
    .page_number_from = {2, "10.1"},
    .has_signer = false,
    .has_imprint = false,
};

constexpr const Profile& profile_of(LetterFormat format) {
  return format == LetterFormat::letter ? kLetter : kGeneral;
}

/// The kinds of face the standard names, which each writer has a list of fonts for.
enum class Face : std::uint8_t { fangsong, kaiti, heiti, xiaobiaosong, songti };

/// The face of a heading: 黑体, 楷体, 仿宋, 仿宋 (7.3.3). REQUIRES: level 1 to 4.
constexpr Face heading_face(int level) {
  constexpr std::array faces{Face::heiti, Face::kaiti, Face::fangsong, Face::fangsong};
  return faces.at(static_cast<std::size_t>(level - 1));
}

// Units of Word.
constexpr double points(double millimetres) {
  return millimetres * 72 / 25.4;
}
constexpr int twips(double millimetres) {
  return static_cast<int>(points(millimetres) * 20 + 0.5);
}
constexpr int half_points(double points) {
  return static_cast<int>(points * 2 + 0.5);
}

/// The margins and the pitch as Word keeps them, in twips. The left one is rounded up, so that 版心
/// is not wider than it is.
inline constexpr int kWordTop = 2098;
inline constexpr int kWordBottom = 1984;
inline constexpr int kWordLeft = 1588;
inline constexpr int kWordRight = 1474;
inline constexpr int kWordLine = 579;
static_assert(kWordTop == twips(kTopMargin.value) && kWordBottom == twips(kBottomMargin.value));
static_assert(kWordLeft == twips(kLeftMargin.value) + 1 && kWordRight == twips(kRightMargin.value));
static_assert(twips(kPageHeight.value) - kWordTop - kWordBottom >= 22 * kWordLine);
static_assert(twips(kPageHeight.value) - kWordTop - kWordBottom < 22 * (kWordLine + 1));

}  // namespace huice::document::gbt9704
