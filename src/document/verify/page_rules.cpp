// SPDX-License-Identifier: Apache-2.0
// The page: 5.1, 5.2, 6, and the numbers of pages (7.5).
#include "document/verify/measures.h"

#include <algorithm>
#include <cmath>

namespace huice::document::verify {

using gbt9704::Face;

void measure_paper(const Measured& letter, Report& report) {
  const Sheet& sheet = letter.sheet;
  if (!sheet.width || !sheet.height) {
    return report.unknown("5.1", msg::verify_paper{}, msg::verify_not_said{});
  }
  const bool is_a4 = is_near(*sheet.width, gbt9704::kPageWidth.value, 1) &&
                     is_near(*sheet.height, gbt9704::kPageHeight.value, 1);
  report.add(is_a4, "5.1", msg::verify_paper{}, in_mm(*sheet.width) + " × " + in_mm(*sheet.height),
             in_mm(gbt9704::kPageWidth.value) + " × " + in_mm(gbt9704::kPageHeight.value));
}

void measure_margins(const Measured& letter, Report& report) {
  const Sheet& sheet = letter.sheet;
  const bool is_pdf = sheet.source == Sheet::Source::pdf;
  const double tolerance = gbt9704::kMarginTolerance.value + (is_pdf ? 0.2 : 0.05);
  if (sheet.left) {
    report.add(is_near(*sheet.left, gbt9704::kLeftMargin.value, tolerance), "5.2.1",
               msg::verify_left_margin{}, in_mm(*sheet.left), in_mm(gbt9704::kLeftMargin.value));
  } else {
    report.unknown("5.2.1", msg::verify_left_margin{}, msg::verify_too_short{});
  }
  if (sheet.top) {
    // In a PDF the first line's characters are seen: they touch the edge, or stand in the middle of
    // their line.
    const double lead =
        is_pdf ? (sheet.pitch.value_or(0) - gbt9704::kBodySize.value) / 2 * kMillimetres : 0;
    const double asked = gbt9704::kTopMargin.value;
    const bool is_kept = is_near(*sheet.top, asked, tolerance) ||
                         is_near(*sheet.top - std::max(0.0, lead), asked, tolerance);
    report.add(is_kept, "5.2.1", msg::verify_top_margin{}, in_mm(*sheet.top), in_mm(asked));
  }
  if (sheet.text_width) {
    report.add(is_near(*sheet.text_width, gbt9704::kTextWidth.value, tolerance + 0.3), "5.2.1",
               msg::verify_text_width{}, in_mm(*sheet.text_width),
               in_mm(gbt9704::kTextWidth.value));
  }
  if (sheet.text_bottom) {
    const double asked = gbt9704::kTopMargin.value + gbt9704::kTextHeight.value;
    const bool is_kept = is_pdf ? *sheet.text_bottom <= asked + tolerance
                                : is_near(*sheet.text_bottom, asked, tolerance);
    report.add(is_kept, "5.2.1", msg::verify_text_bottom{}, in_mm(*sheet.text_bottom),
               in_mm(asked));
  }
}

void measure_lines(const Measured& letter, Report& report) {
  const Sheet& sheet = letter.sheet;
  if (!sheet.pitch && !sheet.lines) {
    return report.unknown("5.2.3", msg::verify_lines{}, msg::verify_too_short{});
  }
  const int asked = static_cast<int>(gbt9704::kLines.value);
  const double pitch = sheet.pitch.value_or(0);
  int lines = sheet.lines.value_or(0);
  if (pitch > 0 && lines != asked) {
    // Lines that touch both edges, or that stand in the middle of as many strips. A page may have
    // less of them where a heading or a signature moved on.
    const double height = gbt9704::points(gbt9704::kTextHeight.value);
    const int between = static_cast<int>((height - gbt9704::kBodySize.value) / pitch + 0.03) + 1;
    const int strips = static_cast<int>(height / pitch + 0.03);
    lines = std::max(lines, between == asked || strips == asked ? asked : strips);
  }
  report.add(lines == asked, "5.2.3", msg::verify_lines{}, std::to_string(lines),
             std::to_string(asked));
  if (pitch > 0) {
    report.add(lines == asked, "5.2.3", msg::verify_pitch{}, in_points(pitch),
               in_points(gbt9704::kWordPitch.value) + " – " + in_points(gbt9704::kPitch.value));
  }
}

void measure_characters(const Measured& letter, Report& report) {
  if (!letter.sheet.cells) {
    return report.unknown("5.2.3", msg::verify_cells{}, msg::verify_too_short{});
  }
  const double cells = *letter.sheet.cells;
  report.add(is_near(cells, gbt9704::kCells.value, kCellTolerance), "5.2.3", msg::verify_cells{},
             in_cells(cells), std::to_string(static_cast<int>(gbt9704::kCells.value)));
}

void measure_draft(const Measured& letter, Report& report) {
  const Block* draft = letter.parts.draft;
  if (draft == nullptr) return;
  const Argument asked = msg::verify_outside{};
  if (letter.sheet.source == Sheet::Source::docx) {
    const bool is_kept = draft->place != Place::body;
    const Argument found = is_kept ? Argument(msg::verify_outside{}) : msg::verify_inside{};
    return report.add(is_kept, "7.1", msg::verify_draft{}, found, asked);
  }
  const double bottom = gbt9704::kTopMargin.value + gbt9704::kTextHeight.value;
  const bool is_kept =
      *foot_of(*draft) <= gbt9704::kTopMargin.value + 0.3 || *draft->top >= bottom - 0.3;
  report.add(is_kept, "7.1", msg::verify_draft{}, in_mm(*draft->top), asked);
}

namespace {

Argument side_words(Side side) {
  if (side == Side::left) return msg::verify_at_left{};
  if (side == Side::right) return msg::verify_at_right{};
  return msg::verify_centred{};
}

void measure_number_look(const Measured& letter, const PageNumber& number, Report& report) {
  const std::string_view clause = "7.5";
  const Argument what = msg::verify_page_number{.text = without_blanks(number.text)};
  report.add(is_page_number_form(number.text), clause, what, without_blanks(number.text), "— 1 —");
  if (number.size > 0) {
    report.add(is_near(number.size, gbt9704::kPageNumberSize.value, kSizeTolerance), clause, what,
               in_points(number.size), in_points(gbt9704::kPageNumberSize.value));
  }
  if (number.face) {
    report.add(*number.face == Face::songti || *number.face == Face::xiaobiaosong, clause, what,
               face_words(number.face, number.font), face_words(Face::songti, {}));
  }
  if (number.dash) {
    const double asked =
        gbt9704::kTopMargin.value + gbt9704::kTextHeight.value + gbt9704::kPageNumberBelow.value;
    const double under = gbt9704::kPageNumberBelow.value;
    report.add(is_near(*number.dash, asked, letter.sheet.tolerance() + 0.3), clause, what,
               msg::verify_under_text{.value = in_mm(*number.dash - asked + under)},
               msg::verify_under_text{.value = in_mm(under)});
  }
}

void measure_number_side(const PageNumber& number, Report& report) {
  const bool is_even = number.on == PageNumber::On::even ||
                       (number.on == PageNumber::On::page && number.page % 2 == 0);
  const Side asked = is_even ? Side::left : Side::right;
  const Argument what = is_even ? Argument(msg::verify_even_page{}) : msg::verify_odd_page{};
  report.add(number.side == asked, "7.5", what, side_words(number.side), side_words(asked));
  if (number.side == asked && number.inset) {
    report.add(is_near(*number.inset, gbt9704::kPageNumberInset.value, kCellTolerance), "7.5", what,
               msg::verify_inset{.cells = in_cells(*number.inset)},
               msg::verify_inset{.cells = in_cells(gbt9704::kPageNumberInset.value)});
  }
}

bool is_first(const PageNumber& number) {
  return number.on == PageNumber::On::first ||
         (number.on == PageNumber::On::page && number.page == 1);
}

}  // namespace

void measure_page_numbers(const Measured& letter, Report& report) {
  const Sheet& sheet = letter.sheet;
  const auto& numbers = sheet.numbers;
  const bool on_first = std::any_of(numbers.begin(), numbers.end(), [&](const PageNumber& one) {
    return is_first(one) ||
           (sheet.source == Sheet::Source::docx && !sheet.differs_first.value_or(false) &&
            one.on != PageNumber::On::even);
  });
  if (letter.is_letter()) {
    report.add(!on_first, "10.1", msg::verify_first_page{},
               on_first ? Argument(msg::verify_has_number{}) : msg::verify_has_none{},
               msg::verify_has_none{});
  }
  if (numbers.empty()) {
    if (letter.is_letter() && sheet.pages == 1) return;
    const bool is_sure = sheet.source == Sheet::Source::docx || sheet.pages > 0;
    if (is_sure) {
      report.add(false, "7.5", msg::verify_page_numbers{}, msg::verify_has_none{}, "— 1 —");
    }
    return;
  }
  for (const PageNumber& number : numbers) {
    if (letter.is_letter() && is_first(number)) continue;
    measure_number_look(letter, number, report);
    measure_number_side(number, report);
  }
  const bool has_all_sides = sheet.source == Sheet::Source::pdf ||
                             std::any_of(numbers.begin(), numbers.end(), [](const PageNumber& one) {
                               return one.on == PageNumber::On::even;
                             });
  if (!has_all_sides) {
    report.add(false, "7.5", msg::verify_even_page{}, side_words(numbers.front().side),
               side_words(Side::left));
  }
}

}  // namespace huice::document::verify
