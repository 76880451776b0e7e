// SPDX-License-Identifier: Apache-2.0
// 主体 up to the end of the text: 7.3.1 to 7.3.3, 5.2.2, 5.2.4.
#include "base/utf8.h"
#include "document/verify/measures.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace huice::document::verify {
namespace {

using gbt9704::Face;

constexpr std::size_t kShortText = 15;  // characters: what is shorter is judged with the rest
constexpr double kShare = 0.2;          // of the text that may be set otherwise: names, quotations

struct BodyLine {
  const Block* block = nullptr;
  Label label{};
  bool goes_on = false;  // a heading's second line
};

double size_of_text(const Block& block) {
  return static_cast<double>(utf8::count(without_blanks(block.text())));
}

// Where a line begins a paragraph, two characters behind the edge; a bracket's own blank may be
// cut.
bool is_indented(const Measured& letter, const Block& block) {
  const auto cells = cells_left(letter, block);
  return !cells || is_near(*cells, gbt9704::kIndent.value, kCellTolerance + 0.1);
}

std::vector<BodyLine> body_lines(const Measured& letter) {
  std::vector<BodyLine> out;
  for (const Block* block : letter.parts.body) {
    if (block->in_table) continue;
    BodyLine line{.block = block};
    const bool is_line = letter.sheet.source == Sheet::Source::pdf;
    if (!is_line || is_indented(letter, *block)) line.label = label_of(block->text());
    if (is_line && !out.empty() && line.label.level == 0 && !is_indented(letter, *block)) {
      const BodyLine& before = out.back();
      const bool is_heading = before.label.level > 0 || before.goes_on;
      line.goes_on =
          is_heading && before.block->face() == block->face() && block->face() != Face::fangsong;
    }
    out.push_back(line);
  }
  return out;
}

}  // namespace

void measure_body(const Measured& letter, Report& report) {
  double all = 0;
  double of_size = 0;
  double unknown = 0;
  std::string font;
  std::vector<const Block*> others;
  double kaiti = 0;
  for (const BodyLine& line : body_lines(letter)) {
    if (line.label.level > 0 || line.goes_on) continue;
    const double share = size_of_text(*line.block);
    all += share;
    // Captions and notes are short, and may be smaller.
    const bool is_size = is_near(line.block->size(), gbt9704::kBodySize.value, kSizeTolerance);
    if (is_size || share < kShortText) of_size += share;
    const auto face = line.block->face();
    if (!face) {
      unknown += share;
      font = line.block->font();
    } else if (*face == Face::kaiti) {
      kaiti += share;
    } else if (*face != Face::fangsong && share >= kShortText) {
      others.push_back(line.block);
    }
  }
  if (all <= 0) return report.unknown("5.2.2", msg::verify_body{}, msg::verify_not_found{});
  const Argument asked = face_words(Face::fangsong, {});
  if (!others.empty()) {
    const Block& first = *others.front();
    report.add(false, "5.2.2", msg::verify_in_text{.text = quoted(first.text())},
               face_words(first.face(), first.font()), asked);
  } else if (kaiti > 0.5 * all) {
    report.add(false, "5.2.2", msg::verify_face{}, face_words(Face::kaiti, {}), asked);
  } else if (unknown > kShare * all) {
    report.unknown("5.2.2", msg::verify_face{}, msg::verify_unknown_font{.font = font});
  } else {
    report.add(true, "5.2.2", msg::verify_face{}, asked, asked);
  }
  if (of_size < (1 - kShare) * all) {
    for (const BodyLine& line : body_lines(letter)) {
      const double size = line.block->size();
      if (is_near(size, gbt9704::kBodySize.value, kSizeTolerance)) continue;
      report.add(false, "5.2.2", msg::verify_size{}, in_points(size),
                 in_points(gbt9704::kBodySize.value));
      break;
    }
  } else {
    report.add(true, "5.2.2", msg::verify_size{}, in_points(gbt9704::kBodySize.value),
               in_points(gbt9704::kBodySize.value));
  }
}

void measure_colour(const Measured& letter, Report& report) {
  bool is_known = false;
  for (const Block& block : letter.sheet.blocks) {
    if (&block == letter.parts.mark || &block == letter.parts.draft) continue;
    for (const Piece& piece : block.pieces) {
      if (!piece.colour || without_blanks(piece.text).empty()) continue;
      is_known = true;
      if (piece.colour->is_black()) continue;
      return report.add(false, "5.2.4", msg::verify_in_text{.text = quoted(piece.text)},
                        hex(*piece.colour), msg::verify_black{});
    }
  }
  if (is_known) {
    report.add(true, "5.2.4", msg::verify_colour{}, msg::verify_black{}, msg::verify_black{});
  } else {
    report.unknown("5.2.4", msg::verify_colour{}, msg::verify_not_said{});
  }
}

namespace {

// Blank lines over the title: under the red line, in 信函格式 under the number.
std::optional<double> lines_above_title(const Measured& letter) {
  const Block& title = *letter.parts.title.front();
  if (!title.top) return std::nullopt;
  std::optional<double> from;
  if (letter.is_letter()) {
    // The last line above it: the number, or a mark under that.
    for (const Block& block : letter.sheet.blocks) {
      if (&block == &title) break;
      if (block.place == Place::body && block.page == title.page) from = foot_of(block);
    }
  } else {
    for (const Stroke& stroke : letter.sheet.strokes) {
      const bool is_red = stroke.page <= 1 && stroke.colour && stroke.colour->is_red();
      if (is_red && stroke.y && !from) from = stroke.y;
    }
  }
  if (!from) return std::nullopt;
  const double pitch = letter.sheet.pitch.value_or(gbt9704::kPitch.value) * kMillimetres;
  return (*title.top - *from) / pitch;
}

}  // namespace

void measure_title(const Measured& letter, Report& report) {
  if (letter.parts.title.empty()) {
    return report.unknown("7.3.1", msg::verify_title{}, msg::verify_not_found{});
  }
  const Block& first = *letter.parts.title.front();
  add_face(report, first, Face::xiaobiaosong, "7.3.1");
  add_size(report, first, gbt9704::kTitleSize.value, "7.3.1");
  for (const Block* line : letter.parts.title) {
    if (!line->is_centred) continue;
    if (*line->is_centred && line != letter.parts.title.back()) continue;
    report.add(*line->is_centred, "7.3.1", msg::verify_place{},
               *line->is_centred ? Argument(msg::verify_centred{}) : msg::verify_not_centred{},
               msg::verify_centred{});
    break;
  }
  if (const auto lines = lines_above_title(letter)) {
    const double asked = gbt9704::kLinesAboveTitle.value;
    report.add(*lines > asked - 0.6 && *lines < asked + 1, letter.clause("7.3.1"),
               msg::verify_blank_lines{}, in_cells(*lines), in_cells(asked));
  }
}

void measure_salutation(const Measured& letter, Report& report) {
  const Block* to = letter.parts.salutation;
  if (to == nullptr) {
    return report.unknown("7.3.2", msg::verify_salutation{}, msg::verify_not_found{});
  }
  report.add(has_full_colon(to->text()), "7.3.2", msg::verify_colon{}, quoted(to->text()),
             "\uFF1A");
  if (const auto cells = cells_left(letter, *to)) {
    report.add(is_near(*cells, 0, kCellTolerance), "7.3.2", msg::verify_at_left{},
               msg::verify_inset{.cells = in_cells(*cells)},
               msg::verify_inset{.cells = in_cells(0)});
  }
  if (to->above) {
    const double asked = gbt9704::kLinesAboveSalutation.value;
    report.add(is_near(*to->above, asked, 0.6), "7.3.2", msg::verify_blank_lines{},
               in_cells(*to->above), in_cells(asked));
  }
}

void measure_indent(const Measured& letter, Report& report) {
  const bool is_pdf = letter.sheet.source == Sheet::Source::pdf;
  const Block* before = nullptr;
  bool is_known = false;
  for (const Block* block : letter.parts.body) {
    const auto cells = cells_left(letter, *block);
    // Of a PDF's lines, one begins a paragraph where the line before it ends early.
    bool begins = !is_pdf;
    if (is_pdf && before != nullptr && before->page == block->page) {
      begins = letter.sheet.text_right() - *before->right > 3 * block->size() * kMillimetres;
    }
    const bool is_text = !block->in_table && !block->is_centred.value_or(false) &&
                         is_near(block->size(), gbt9704::kBodySize.value, kSizeTolerance) &&
                         size_of_text(*block) > kShortText;
    before = block;
    if (!begins || !is_text || !cells) continue;
    is_known = true;
    if (is_indented(letter, *block)) continue;
    return report.add(false, "7.3.3", msg::verify_in_text{.text = quoted(block->text())},
                      msg::verify_inset{.cells = in_cells(*cells)},
                      msg::verify_inset{.cells = in_cells(gbt9704::kIndent.value)});
  }
  const Argument asked = msg::verify_inset{.cells = in_cells(gbt9704::kIndent.value)};
  if (is_known) {
    report.add(true, "7.3.3", msg::verify_first_lines{}, asked, asked);
  } else {
    report.unknown("7.3.3", msg::verify_first_lines{}, msg::verify_too_short{});
  }
}

namespace {

// Each level counts on; those under 一、 may begin again.
bool counts_on(std::array<int, 5>& last, Label label) {
  const auto level = static_cast<std::size_t>(label.level);
  const int before = last.at(level);
  const bool is_next = label.value == before + 1;
  const bool is_again = label.value == 1 && (label.level > 1 || before == 0);
  last.at(level) = label.value;
  return is_next || is_again;
}

}  // namespace

void measure_headings(const Measured& letter, Report& report) {
  std::array<int, 5> last{};
  bool is_any = false;
  bool is_ordered = true;
  for (const BodyLine& line : body_lines(letter)) {
    if (line.label.level == 0) continue;
    is_any = true;
    const Argument what = msg::verify_in_text{.text = quoted(line.block->text())};
    if (is_ordered && !counts_on(last, line.label)) {
      is_ordered = false;
      report.add(false, "7.3.3", what, msg::verify_out_of_order{}, msg::verify_in_order{});
    }
    // A heading may stand in front of its text, in the same paragraph.
    const Piece& label = line.block->pieces.front();
    const Face asked = gbt9704::heading_face(line.label.level);
    if (!label.face) {
      report.unknown("7.3.3", what, msg::verify_unknown_font{.font = label.font});
    } else {
      report.add(*label.face == asked, "7.3.3", what, face_words(label.face, label.font),
                 face_words(asked, {}));
    }
  }
  if (is_any && is_ordered) {
    report.add(true, "7.3.3", msg::verify_order{}, msg::verify_in_order{}, msg::verify_in_order{});
  }
}

}  // namespace huice::document::verify
