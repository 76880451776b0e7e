// SPDX-License-Identifier: Apache-2.0
// The end of 主体 (7.3.4 to 7.3.7) and 版记 (7.4).
#include "base/utf8.h"
#include "document/verify/measures.h"

#include <algorithm>
#include <cmath>

namespace huice::document::verify {
using gbt9704::Face;

void measure_annex_list(const Measured& letter, Report& report) {
  const Blocks& list = letter.parts.annex_list;
  if (list.empty()) return;
  const Block& first = *list.front();
  const auto bad = std::find_if(list.begin(), list.end(),
                                [](const Block* one) { return ends_with_mark(one->text()); });
  if (bad == list.end()) {
    report.add(true, "7.3.4", msg::verify_end{}, msg::verify_no_mark{}, msg::verify_no_mark{});
  } else {
    report.add(false, "7.3.4", msg::verify_end{}, quoted_end((*bad)->text()),
               msg::verify_no_mark{});
  }
  if (const auto cells = cells_left(letter, first)) {
    report.add(is_near(*cells, gbt9704::kIndent.value, kCellTolerance), "7.3.4",
               msg::verify_at_left{}, msg::verify_inset{.cells = in_cells(*cells)},
               msg::verify_inset{.cells = in_cells(gbt9704::kIndent.value)});
  }
  if (first.above) {
    const double asked = gbt9704::kLinesAboveAnnexes.value;
    report.add(is_near(*first.above, asked, 0.6), "7.3.4", msg::verify_blank_lines{},
               in_cells(*first.above), in_cells(asked));
  }
}

namespace {

struct Edges {
  double left = 0;  // characters from the text's edges
  double right = 0;
};

std::optional<Edges> edges_of(const Measured& letter, const Block& block) {
  const auto left = cells_left(letter, block);
  const auto right = cells_right(letter, block);
  if (!left || !right) return std::nullopt;
  return Edges{*left, *right};
}

}  // namespace

void measure_signature(const Measured& letter, Report& report) {
  const Block* name = letter.parts.name;
  const Block* date = letter.parts.date;
  if (name == nullptr || date == nullptr) {
    return report.unknown("7.3.5", msg::verify_signature{}, msg::verify_not_found{});
  }
  const auto of_name = edges_of(letter, *name);
  const auto of_date = edges_of(letter, *date);
  if (!of_name || !of_date) {
    return report.unknown("7.3.5", msg::verify_signature{}, msg::verify_not_said{});
  }
  const double tolerance = kCellTolerance + 0.2;
  // With a seal: the name in the middle of the date, which ends four characters from the edge; both
  // move where the name is wider than that. Without: the longer of the two ends two characters from
  // it, and the date begins two behind the name.
  const double apart = (of_name->left - of_name->right - of_date->left + of_date->right) / 2;
  const bool is_centred = std::abs(apart) < 1;
  const double sealed = gbt9704::kDateRightSealed.value;
  const double free = gbt9704::kSignatoryRight.value;
  const bool is_wide = of_name->right < tolerance && of_date->right > sealed;
  const bool is_sealed = is_centred && (is_near(of_date->right, sealed, tolerance) || is_wide);
  // Programs widen a date by blanks around its figures, to the left or to the right.
  const double width = cells_of(without_blanks(date->text()));
  const double begins = of_name->right + cells_of(without_blanks(name->text())) - width;
  const double inset = gbt9704::kDateInset.value;
  const bool follows = is_near(of_date->left - of_name->left, inset, tolerance) ||
                       is_near(begins - of_date->right, inset, tolerance);
  const bool is_free = follows && (is_near(of_name->right, free, tolerance) ||
                                   is_near(of_date->right, free, tolerance));
  const std::string_view clause = is_sealed || (is_centred && !is_free) ? "7.3.5.1" : "7.3.5.2";
  const Argument found = msg::verify_signature_places{.name = in_cells(of_name->right),
                                                      .date = in_cells(of_date->right)};
  const Argument asked = clause == "7.3.5.1" ? Argument(msg::verify_sealed_places{})
                                             : Argument(msg::verify_free_places{});
  report.add(is_sealed || is_free, clause, msg::verify_signature{}, found, asked);
}

void measure_date(const Measured& letter, Report& report) {
  const Block* date = letter.parts.date;
  if (date == nullptr) {
    return report.unknown("7.3.5.4", msg::verify_date{}, msg::verify_not_found{});
  }
  report.add(date_form(date->text()) == DateForm::arabic, "7.3.5.4", msg::verify_date{},
             without_blanks(date->text()), msg::verify_arabic_date{});
}

void measure_note(const Measured& letter, Report& report) {
  const Block* note = letter.parts.note;
  if (note == nullptr) return;
  report.add(is_in_brackets(note->text()), "7.3.6", msg::verify_brackets{}, quoted(note->text()),
             "\uFF08\u2026\uFF09");
  if (const auto cells = cells_left(letter, *note)) {
    report.add(is_near(*cells, gbt9704::kIndent.value, kCellTolerance), "7.3.6",
               msg::verify_at_left{}, msg::verify_inset{.cells = in_cells(*cells)},
               msg::verify_inset{.cells = in_cells(gbt9704::kIndent.value)});
  }
}

void measure_annexes(const Measured& letter, Report& report) {
  for (const Block* label : letter.parts.annex_labels) {
    const Argument what = msg::verify_in_text{.text = quoted(label->text())};
    const auto face = label->face();
    if (face) {
      report.add(*face == Face::heiti, "7.3.7", what, face_words(face, label->font()),
                 face_words(Face::heiti, {}));
    } else {
      report.unknown("7.3.7", what, msg::verify_unknown_font{.font = label->font()});
    }
    if (const auto cells = cells_left(letter, *label)) {
      report.add(is_near(*cells, 0, kCellTolerance), "7.3.7", what,
                 msg::verify_inset{.cells = in_cells(*cells)},
                 msg::verify_inset{.cells = in_cells(0)});
    }
  }
}

namespace {

// The lines of 版记, from top to bottom: those around its rows.
std::vector<const Stroke*> imprint_strokes(const Measured& letter) {
  std::vector<const Stroke*> out;
  const LetterParts& parts = letter.parts;
  const Block* first = parts.copies.empty() ? parts.printed : parts.copies.front();
  if (first == nullptr) return out;
  const auto at = static_cast<std::size_t>(first - letter.sheet.blocks.data());
  for (const Stroke& stroke : letter.sheet.strokes) {
    if (stroke.place != Place::body || (stroke.colour && stroke.colour->is_red())) continue;
    const bool is_near_it = first->page > 0 && stroke.page > 0 && stroke.y
                                ? stroke.page == first->page && *stroke.y > *first->top - 12
                                : stroke.after >= at;
    if (is_near_it) out.push_back(&stroke);
  }
  // A table may end right above it.
  const std::size_t most =
      (parts.copies.empty() ? 0U : 1U) + (parts.printed == nullptr ? 0U : 1U) + 1;
  if (out.size() > most && first->page == 0) {
    out.erase(out.begin(), out.end() - static_cast<std::ptrdiff_t>(most));
  }
  return out;
}

constexpr double kWeightTolerance = 0.08;  // mm

}  // namespace

void measure_imprint_rules(const Measured& letter, Report& report) {
  if (letter.parts.copies.empty() && letter.parts.printed == nullptr) return;
  const auto strokes = imprint_strokes(letter);
  if (letter.is_letter()) {
    const Argument none = msg::verify_has_none{};
    return report.add(strokes.empty(), "10.1", msg::verify_imprint_rules{},
                      strokes.empty() ? none : Argument(std::to_string(strokes.size())), none);
  }
  const bool has_two = !letter.parts.copies.empty() && letter.parts.printed != nullptr;
  const std::size_t least = has_two ? 3 : 2;
  report.add(strokes.size() >= least, "7.4.1", msg::verify_imprint_rules{},
             std::to_string(strokes.size()), std::to_string(least));
  if (strokes.size() < least) return;
  std::string found;
  bool is_kept = true;
  for (std::size_t i = 0; i < strokes.size(); ++i) {
    const bool is_edge = i == 0 || i + 1 == strokes.size();
    const double asked = is_edge ? gbt9704::kImprintEdge.value : gbt9704::kImprintMiddle.value;
    is_kept = is_kept && is_near(strokes[i]->weight, asked, kWeightTolerance);
    found += (i == 0 ? "" : " / ") + in_hundredths(strokes[i]->weight);
  }
  report.add(is_kept, "7.4.1", msg::verify_weight{}, found + " mm",
             in_hundredths(gbt9704::kImprintEdge.value) + " / " +
                 in_hundredths(gbt9704::kImprintMiddle.value) + " / " +
                 in_hundredths(gbt9704::kImprintEdge.value) + " mm");
  const Stroke& last = *strokes.back();
  if (last.left && last.right) {
    const double asked = letter.sheet.text_width.value_or(gbt9704::kTextWidth.value);
    report.add(is_near(*last.right - *last.left, asked, 1.6), "7.4.1", msg::verify_rule_width{},
               in_mm(*last.right - *last.left), in_mm(asked));
  }
  if (last.y) {
    const double asked = gbt9704::kTopMargin.value + gbt9704::kTextHeight.value;
    report.add(is_near(*last.y, asked, letter.sheet.tolerance()), "7.4.1", msg::verify_last_rule{},
               in_mm(*last.y), in_mm(asked));
  }
}

namespace {

void add_imprint_look(const Measured& letter, const Block& block, std::string_view clause,
                      Report& report) {
  add_size(report, block, gbt9704::kImprintSize.value, clause);
  if (const auto face = block.face()) {
    report.add(*face == Face::fangsong, clause, msg::verify_face{}, face_words(face, block.font()),
               face_words(Face::fangsong, {}));
  }
  if (block.left) {
    const double inset =
        (*block.left - letter.sheet.text_left()) / (gbt9704::kImprintSize.value * kMillimetres);
    report.add(is_near(inset, gbt9704::kImprintInset.value, kCellTolerance), clause,
               msg::verify_at_left{}, msg::verify_inset{.cells = in_cells(inset)},
               msg::verify_inset{.cells = in_cells(gbt9704::kImprintInset.value)});
  }
}

}  // namespace

void measure_copies(const Measured& letter, Report& report) {
  const Blocks& copies = letter.parts.copies;
  if (copies.empty()) return;
  add_imprint_look(letter, *copies.front(), "7.4.2", report);
  report.add(ends_with_stop(copies.back()->text()), "7.4.2", msg::verify_end{},
             quoted_end(copies.back()->text()), "\u3002");
  report.add(has_copies_colon(copies.front()->text()), "7.4.2", msg::verify_colon{},
             quoted(copies.front()->text()), "\uFF1A");
}

void measure_printed(const Measured& letter, Report& report) {
  const Block* printed = letter.parts.printed;
  if (printed == nullptr) return;
  if (letter.is_letter()) {
    return report.add(false, "10.1", msg::verify_printed{}, quoted(printed->text()),
                      msg::verify_has_none{});
  }
  add_imprint_look(letter, *printed, "7.4.3", report);
  report.add(is_printed_date(printed_date_of(printed->text())), "7.4.3", msg::verify_date{},
             printed_date_of(printed->text()), msg::verify_arabic_date{});
  if (const auto right = cells_right(letter, *printed)) {
    report.add(is_near(*right, gbt9704::kImprintInset.value, kCellTolerance), "7.4.3",
               msg::verify_at_right{}, msg::verify_inset{.cells = in_cells(*right)},
               msg::verify_inset{.cells = in_cells(gbt9704::kImprintInset.value)});
  }
}

}  // namespace huice::document::verify
