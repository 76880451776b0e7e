// SPDX-License-Identifier: Apache-2.0
// 版头 (7.2) and what 信函格式 has in its place (10.1).
#include "document/verify/measures.h"

#include <algorithm>
#include <cmath>

namespace huice::document::verify {
namespace {

// The ink of large characters begins a little under the edge of their bodies.
constexpr double kInkBelow = 0.04;
// How far a gap of so many blank lines may be off: characters stand in the middle of their lines,
// or at their edges.
constexpr double kLeast = 0.45;
constexpr double kMost = 1.0;

std::optional<double> middle_of(const Block& block) {
  if (!block.left || !block.right) return std::nullopt;
  return (*block.left + *block.right) / 2;
}

bool is_red(const Stroke& stroke) {
  return stroke.colour && stroke.colour->is_red();
}

// Red lines of the first page, from top to bottom.
std::vector<const Stroke*> red_strokes(const Sheet& sheet) {
  std::vector<const Stroke*> out;
  for (const Stroke& stroke : sheet.strokes) {
    if (stroke.page <= 1 && is_red(stroke)) out.push_back(&stroke);
  }
  return out;
}

void add_width(const Measured& letter, const Stroke& stroke, double asked, std::string_view clause,
               Report& report) {
  if (!stroke.left || !stroke.right) {
    return report.unknown(clause, msg::verify_rule_width{}, msg::verify_not_said{});
  }
  const double tolerance = letter.sheet.source == Sheet::Source::pdf ? 1 : 1.5;
  report.add(is_near(*stroke.right - *stroke.left, asked, tolerance), clause,
             msg::verify_rule_width{}, in_mm(*stroke.right - *stroke.left), in_mm(asked));
  const double middle = (*stroke.left + *stroke.right) / 2;
  const double centre = letter.is_letter()
                            ? gbt9704::kPageWidth.value / 2
                            : (letter.sheet.text_left() + letter.sheet.text_right()) / 2;
  report.add(is_near(middle, centre, 1.5), clause, msg::verify_rule_middle{}, in_mm(middle),
             in_mm(centre));
}

}  // namespace

void measure_letterhead(const Measured& letter, Report& report) {
  const Block* mark = letter.parts.mark;
  const std::string_view clause = letter.clause("7.2.4");
  if (mark == nullptr) {
    return report.unknown(clause, msg::verify_letterhead{}, msg::verify_not_found{});
  }
  for (const Piece& piece : mark->pieces) {
    if (!piece.colour) continue;
    report.add(piece.colour->is_red(), "7.2.4", msg::verify_colour{},
               piece.colour->is_red() ? Argument(msg::verify_red{}) : hex(*piece.colour),
               msg::verify_red{});
    break;
  }
  const double centre = gbt9704::kPageWidth.value / 2;
  const double of_text = (letter.sheet.text_left() + letter.sheet.text_right()) / 2;
  if (const auto middle = middle_of(*mark)) {
    const bool is_kept = is_near(*middle, of_text, 3) || is_near(*middle, centre, 3);
    report.add(is_kept, "7.2.4", msg::verify_place{}, in_mm(*middle),
               msg::verify_middle{.value = in_mm(of_text)});
  } else if (mark->is_centred) {
    report.add(*mark->is_centred, "7.2.4", msg::verify_place{},
               *mark->is_centred ? Argument(msg::verify_centred{}) : msg::verify_not_centred{},
               msg::verify_centred{});
  }
  if (!mark->top) {
    return report.unknown(clause, msg::verify_top_edge{}, msg::verify_not_said{});
  }
  const double top = *mark->top + kInkBelow * mark->size() * kMillimetres;
  const double asked = letter.profile().letterhead_top.value +
                       (letter.is_letter() ? 0
                        : letter.sheet.source == Sheet::Source::docx
                            ? letter.sheet.top.value_or(gbt9704::kTopMargin.value)
                            : gbt9704::kTopMargin.value);
  report.add(is_near(top, asked, letter.sheet.tolerance() + 0.4), clause, msg::verify_top_edge{},
             in_mm(top), in_mm(asked));
}

namespace {

void measure_number_form(const NumberText& number, Report& report) {
  const std::string form = number.open + number.year + number.close;
  const bool is_kept = number.open == "\u3014" && number.close == "\u3015" &&
                       without_blanks(number.year).size() == 4;
  report.add(is_kept, "7.2.5", msg::verify_year{}, form, "\u30142026\u3015");
  const std::string serial = without_blanks(number.serial);
  const bool is_plain = !number.has_ordinal && !serial.starts_with('0');
  report.add(is_plain, "7.2.5", msg::verify_serial{},
             number.has_ordinal ? Argument(msg::verify_ordinal{}) : Argument(serial),
             msg::verify_plain_serial{});
}

// The right edge of the number itself: 签发人 may stand in the same line.
std::optional<double> number_right(const Block& block) {
  std::optional<double> out;
  for (const Piece& piece : block.pieces) {
    if (is_signer_label(piece.text)) break;
    if (piece.right) out = piece.right;
  }
  return out ? out : block.right;
}

void measure_number_place(const Measured& letter, const Block& number, Report& report) {
  const Sheet& sheet = letter.sheet;
  const std::string_view clause = letter.clause("7.2.5");
  const double cell = number.size() * kMillimetres;
  const auto right = number_right(number);
  if (!number.left || !right) {
    return report.unknown(clause, msg::verify_place{}, msg::verify_not_said{});
  }
  if (letter.is_letter()) {
    report.add(is_near(*right, sheet.text_right(), letter.sheet.tolerance() + 0.5), clause,
               msg::verify_right_edge{}, in_mm(*right), in_mm(sheet.text_right()));
  } else if (letter.parts.signer != nullptr) {
    const double inset = (*number.left - sheet.text_left()) / cell;
    report.add(is_near(inset, gbt9704::kNumberLeftWithSigner.value, kCellTolerance), clause,
               msg::verify_at_left{}, msg::verify_inset{.cells = in_cells(inset)},
               msg::verify_inset{.cells = in_cells(gbt9704::kNumberLeftWithSigner.value)});
  } else {
    const double middle = (*number.left + *right) / 2;
    const double centre = (sheet.text_left() + sheet.text_right()) / 2;
    report.add(is_near(middle, centre, 3), clause, msg::verify_place{}, in_mm(middle),
               msg::verify_middle{.value = in_mm(centre)});
  }
}

}  // namespace

void measure_number(const Measured& letter, Report& report) {
  const Block* number = letter.parts.number;
  if (number == nullptr) {
    return report.unknown(letter.clause("7.2.5"), msg::verify_number{}, msg::verify_not_found{});
  }
  measure_number_form(letter.parts.number_text, report);
  measure_number_place(letter, *number, report);
  const Block* mark = letter.parts.mark;
  if (letter.is_letter() || mark == nullptr || !mark->top || !number->top) return;
  // Of several 签发人 the last shares the number's line (7.2.6): the blank lines end at the first.
  const Block* signer = letter.parts.signer;
  const double top =
      signer != nullptr && signer->top ? std::min(*number->top, *signer->top) : *number->top;
  const double lines =
      (top - *foot_of(*mark)) / (letter.sheet.pitch.value_or(gbt9704::kPitch.value) * kMillimetres);
  const double asked = gbt9704::kGeneral.lines_above_number.value;
  report.add(lines > asked - kLeast && lines < asked + kMost, "7.2.5", msg::verify_blank_lines{},
             in_cells(lines), in_cells(asked));
}

void measure_signer(const Measured& letter, Report& report) {
  const Block* line = letter.parts.signer;
  if (line == nullptr || letter.is_letter()) return;
  const Piece* label = nullptr;
  const Piece* name = nullptr;
  for (const Piece& piece : line->pieces) {
    const bool is_label = is_signer_label(piece.text);
    if (is_label) label = &piece;
    if (label != nullptr && !without_blanks(piece.text).empty()) name = &piece;
  }
  if (label == nullptr) {
    return report.unknown("7.2.6", msg::verify_signer{}, msg::verify_not_said{});
  }
  if (name != label) {
    const Argument what = msg::verify_signer_name{};
    if (name->face) {
      report.add(*name->face == gbt9704::Face::kaiti, "7.2.6", what,
                 face_words(name->face, name->font), face_words(gbt9704::Face::kaiti, {}));
    } else {
      report.unknown("7.2.6", what, msg::verify_unknown_font{.font = name->font});
    }
    if (label->face) {
      report.add(*label->face == gbt9704::Face::fangsong, "7.2.6", msg::verify_signer{},
                 face_words(label->face, label->font), face_words(gbt9704::Face::fangsong, {}));
    }
  } else if (has_full_colon(label->text)) {
    report.unknown("7.2.6", msg::verify_signer_name{}, msg::verify_open{});
  } else {
    report.add(false, "7.2.6", msg::verify_signer_name{}, face_words(label->face, label->font),
               face_words(gbt9704::Face::kaiti, {}));
  }
  if (const auto right = cells_right(letter, *line); right && name != label) {
    report.add(is_near(*right, gbt9704::kSignerRight.value, kCellTolerance), "7.2.6",
               msg::verify_at_right{}, msg::verify_inset{.cells = in_cells(*right)},
               msg::verify_inset{.cells = in_cells(gbt9704::kSignerRight.value)});
  }
}

void measure_red_rule(const Measured& letter, Report& report) {
  if (letter.is_letter()) return;
  const Block* number = letter.parts.number;
  const auto strokes = red_strokes(letter.sheet);
  if (strokes.empty()) {
    // A line that is not red stands where the red one should.
    if (number == nullptr) {
      return report.unknown("7.2.7", msg::verify_red_rule{}, msg::verify_not_found{});
    }
    return report.add(false, "7.2.7", msg::verify_red_rule{}, msg::verify_has_none{},
                      msg::verify_red{});
  }
  const Stroke& rule = *strokes.front();
  report.add(true, "7.2.7", msg::verify_colour{}, msg::verify_red{}, msg::verify_red{});
  add_width(letter, rule, letter.sheet.text_width.value_or(gbt9704::kTextWidth.value), "7.2.7",
            report);
  if (!rule.y || number == nullptr || !number->top) return;
  const double gap = *rule.y - *foot_of(*number);
  report.add(is_near(gap, gbt9704::kRedLineBelow.value, letter.sheet.tolerance()), "7.2.7",
             msg::verify_under_number{}, in_mm(gap), in_mm(gbt9704::kRedLineBelow.value));
}

namespace {

/// A double line: two strokes, or one border of two.
struct DoubleRule {
  const Stroke* first = nullptr;
  bool is_double = false;
  bool is_thick_first = false;
  double top = 0;
  double bottom = 0;
};

DoubleRule double_at(const std::vector<const Stroke*>& strokes, std::size_t at) {
  const Stroke& one = *strokes[at];
  DoubleRule out{.first = &one};
  const double y = one.y.value_or(0);
  out.top = y - one.weight / 2;
  out.bottom = y + one.weight / 2;
  if (one.lines == 2) {
    out.is_double = true;
    out.is_thick_first = one.is_thick_first;
  } else if (at + 1 < strokes.size()) {
    const Stroke& next = *strokes[at + 1];
    const bool is_close = next.place == one.place &&
                          (one.y && next.y ? *next.y - *one.y < 4 : next.after == one.after);
    out.is_double = is_close;
    out.is_thick_first = is_close && one.weight > next.weight;
    if (is_close) out.bottom = next.y.value_or(0) + next.weight / 2;
  }
  return out;
}

void add_double(const Measured& letter, const DoubleRule& rule, bool is_upper, Report& report) {
  const Argument what =
      is_upper ? Argument(msg::verify_upper_rule{}) : Argument(msg::verify_lower_rule{});
  const Argument asked =
      is_upper ? Argument(msg::verify_thick_first{}) : Argument(msg::verify_thin_first{});
  if (!rule.is_double) {
    report.add(false, "10.1", what, msg::verify_single{}, asked);
  } else {
    report.add(rule.is_thick_first == is_upper, "10.1", what,
               rule.is_thick_first ? Argument(msg::verify_thick_first{})
                                   : Argument(msg::verify_thin_first{}),
               asked);
  }
  add_width(letter, *rule.first, gbt9704::kLetter.double_rule_width.value, "10.1", report);
}

}  // namespace

void measure_double_rule(const Measured& letter, Report& report) {
  if (!letter.is_letter()) return;
  const auto strokes = red_strokes(letter.sheet);
  if (strokes.empty()) {
    return report.add(false, "10.1", msg::verify_upper_rule{}, msg::verify_has_none{},
                      msg::verify_red{});
  }
  const DoubleRule upper = double_at(strokes, 0);
  add_double(letter, upper, true, report);
  const Block* mark = letter.parts.mark;
  const double tolerance = letter.sheet.tolerance();
  if (upper.first->y && mark != nullptr && mark->top) {
    const double gap = upper.top - *foot_of(*mark);
    report.add(is_near(gap, gbt9704::kLetter.double_rule_below.value, tolerance + 0.6), "10.1",
               msg::verify_under_mark{}, in_mm(gap),
               in_mm(gbt9704::kLetter.double_rule_below.value));
  }
  std::size_t at = upper.is_double && upper.first->lines == 1 ? 2 : 1;
  if (at >= strokes.size()) {
    return report.add(false, "10.1", msg::verify_lower_rule{}, msg::verify_has_none{},
                      msg::verify_red{});
  }
  const DoubleRule lower = double_at(strokes, at);
  add_double(letter, lower, false, report);
  if (lower.first->y) {
    const double foot = gbt9704::kPageHeight.value - lower.bottom;
    report.add(is_near(foot, gbt9704::kLetter.double_rule_bottom.value, tolerance), "10.1",
               msg::verify_from_foot{}, in_mm(foot),
               in_mm(gbt9704::kLetter.double_rule_bottom.value));
  }
}

}  // namespace huice::document::verify
