// SPDX-License-Identifier: Apache-2.0
#include "document/verify/docx_sheet.h"

#include "base/utf8.h"
#include "document/verify/letter_parts.h"
#include "document/verify/word_flow.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace huice::document::verify {
namespace {

using formats::XmlNode;
using formats::docx::Docx;
using formats::docx::Edge;
using formats::docx::Paragraph;
using formats::docx::PieceKind;
using formats::docx::Section;

constexpr double kMm = 25.4 / 72;

double margin_of(const Section& section, std::string_view name, std::string_view other = {}) {
  const XmlNode* margins = section.properties.child("w:pgMar");
  if (margins == nullptr) return 0;
  auto found = twips_in((*margins)[name]);
  if (!found && !other.empty()) found = twips_in((*margins)[other]);
  return mm_of_twips(std::abs(found.value_or(0)));
}

void measure_page(const Section& section, Sheet& sheet) {
  if (const XmlNode* size = section.properties.child("w:pgSz")) {
    if (const auto wide = twips_in((*size)["w"])) sheet.width = mm_of_twips(*wide);
    if (const auto high = twips_in((*size)["h"])) sheet.height = mm_of_twips(*high);
  }
  if (section.properties.child("w:pgMar") == nullptr) return;
  sheet.top = margin_of(section, "top");
  sheet.left = margin_of(section, "left", "start") + margin_of(section, "gutter");
  const double right = margin_of(section, "right", "end");
  if (sheet.width) sheet.text_width = *sheet.width - *sheet.left - right;
  if (sheet.height) sheet.text_bottom = *sheet.height - margin_of(section, "bottom");
}

// What most characters of the long paragraphs have.
void measure_text(const Docx& docx, const WordLook& look, Sheet& sheet) {
  std::map<double, std::size_t> pitches;
  std::map<double, std::size_t> advances;
  std::size_t unsure = 0;
  formats::docx::for_each_paragraph(docx.body, [&](const Paragraph& paragraph) {
    const std::string words = formats::docx::words_of(paragraph);
    const std::size_t count = utf8::count(words);
    if (count < 25) return;
    const ParagraphLook of_lines = look.paragraph(paragraph);
    if (of_lines.is_line_sure) {
      pitches[*of_lines.line] += count;
    } else {
      unsure += count;
    }
    for (const formats::docx::Piece& piece : paragraph.pieces) {
      if (piece.kind != PieceKind::text) continue;
      const RunLook run = look.run(paragraph, piece.run, true);
      if (std::abs(run.size - gbt9704::kBodySize.value) > 1.5) continue;
      const Grid& grid = look.grid();
      const double advance = grid.has_cells ? run.size + grid.more : run.size + run.spacing;
      advances[advance] += utf8::count(piece.text);
    }
  });
  const auto most = [](const std::map<double, std::size_t>& counts) {
    return std::max_element(counts.begin(), counts.end(),
                            [](const auto& a, const auto& b) { return a.second < b.second; });
  };
  if (!pitches.empty() && most(pitches)->second >= unsure) sheet.pitch = most(pitches)->first;
  if (!advances.empty() && sheet.text_width && most(advances)->first > 1) {
    sheet.cells = *sheet.text_width / kMm / most(advances)->first;
  }
}

const Edge* edge_of(const Docx& docx, const Section& section, bool is_header,
                    std::string_view kind) {
  for (const Section::Edge& one : section.edges) {
    if (one.is_header == is_header && one.kind == kind) return &docx.edges.at(one.number);
  }
  return nullptr;
}

/// The page number that a foot or head prints.
class NumberFinder {
 public:
  NumberFinder(const Docx& docx, const WordLook& look) : docx_(docx), look_(look) {}

  std::optional<PageNumber> in(const formats::docx::Blocks& blocks) const {
    std::optional<PageNumber> out;
    formats::docx::for_each_paragraph(blocks, [&](const Paragraph& paragraph) {
      if (!out) out = of(paragraph);
      for (const formats::docx::Piece& piece : paragraph.pieces) {
        if (out || piece.kind != PieceKind::shape || piece.shape < 0) continue;
        for (const auto& box : docx_.shapes.at(static_cast<std::size_t>(piece.shape)).boxes) {
          if (!out) out = in(box);
        }
      }
    });
    return out;
  }

 private:
  std::optional<PageNumber> of(const Paragraph& paragraph) const;

  const Docx& docx_;
  const WordLook& look_;
};

std::optional<PageNumber> NumberFinder::of(const Paragraph& paragraph) const {
  const auto is_page = [this](int field) {
    if (field < 0) return false;
    const std::string& told = docx_.fields.at(static_cast<std::size_t>(field)).instruction;
    const std::size_t from = told.find_first_not_of(' ');
    return from != std::string::npos && told.compare(from, 4, "PAGE") == 0 &&
           told.compare(from, 5, "PAGER") != 0;
  };
  PageNumber out;
  bool has_number = false;
  double trailing = 0;
  double leading = 0;
  for (const formats::docx::Piece& piece : paragraph.pieces) {
    if (piece.kind == PieceKind::field && is_page(piece.field)) {
      has_number = true;
      const RunLook run = look_.run(paragraph, piece.run, false);
      out.text += '1';
      out.size = run.size;
      out.font = run.font;
      out.face = run.face;
    } else if (piece.kind == PieceKind::text && is_page(piece.field)) {
      const RunLook run = look_.run(paragraph, piece.run, false);
      out.size = run.size;
      out.font = run.font;
      out.face = run.face;
    } else if (piece.kind == PieceKind::text) {
      out.text += piece.text;
      const bool is_blank = without_blanks(piece.text).empty();
      const double cells = is_blank ? cells_of(piece.text) : 0;
      trailing = is_blank ? trailing + cells : 0;
      if (is_blank && without_blanks(out.text).empty()) leading += cells;
    }
  }
  if (!has_number) return std::nullopt;
  const ParagraphLook look = look_.paragraph(paragraph);
  const auto framed = docx_.styles.of_paragraph(paragraph, "w:framePr", "xAlign");
  const std::string_view align = framed ? *framed : std::string_view(look.align);
  out.side = align == "right" || align == "outside" ? Side::right
             : align == "center"                    ? Side::center
                                                    : Side::left;
  const double cell = out.size * kMm;
  if (out.side == Side::right) out.inset = look.right / cell + trailing;
  if (out.side == Side::left) out.inset = (look.left + look.first) / cell + leading;
  return out;
}

void measure_numbers(const Docx& docx, const Section& section, const WordLook& look, Sheet& sheet) {
  const XmlNode* even = docx.settings.child("w:evenAndOddHeaders");
  const bool has_sides = even != nullptr && formats::docx::is_switched_on(*even);
  const XmlNode* title = section.properties.child("w:titlePg");
  sheet.differs_first = title != nullptr && formats::docx::is_switched_on(*title);
  const NumberFinder finder(docx, look);
  const auto add = [&](std::string_view kind, PageNumber::On on) {
    for (const bool is_header : {false, true}) {
      const Edge* edge = edge_of(docx, section, is_header, kind);
      auto number = edge == nullptr ? std::nullopt : finder.in(edge->blocks);
      if (!number) continue;
      number->on = on;
      sheet.numbers.push_back(std::move(*number));
      return;
    }
  };
  if (*sheet.differs_first) add("first", PageNumber::On::first);
  add("default", PageNumber::On::odd);
  if (has_sides) add("even", PageNumber::On::even);
}

// A foot's lines, from the distance that its last one keeps from the page's edge.
void place_foot(Sheet& sheet, std::size_t from, double foot) {
  if (!sheet.height) return;
  double last = 0;
  for (std::size_t i = from; i < sheet.strokes.size(); ++i) {
    last = std::max(last, sheet.strokes[i].y.value_or(0));
  }
  for (std::size_t i = from; i < sheet.strokes.size(); ++i) {
    Stroke& stroke = sheet.strokes[i];
    stroke.page = 1;
    const double above = last - stroke.y.value_or(last);
    stroke.y = *sheet.height - foot - above - stroke.weight / 2;
  }
}

}  // namespace

Sheet sheet_of(const Docx& docx) {
  Sheet sheet{.source = Sheet::Source::docx};
  const Section none;
  const Section& section = docx.sections.empty() ? none : docx.sections.front();
  measure_page(section, sheet);
  const WordLook look(docx, grid_of(section));
  measure_text(docx, look, sheet);
  measure_numbers(docx, section, look, sheet);
  WordFlow flow(docx, look, sheet);
  const std::string_view first = *sheet.differs_first ? "first" : "default";
  const double left = sheet.text_left();
  const double right = sheet.text_right();
  Area head{left, right, margin_of(section, "header"), Place::header};
  if (const Edge* edge = edge_of(docx, section, true, first)) flow.blocks(edge->blocks, head);
  Area body{left, right, std::max(sheet.top.value_or(0), head.y.value_or(0)), Place::body};
  flow.blocks(docx.body, body);
  const std::size_t from = sheet.strokes.size();
  Area foot{left, right, 0.0, Place::footer};
  if (const Edge* edge = edge_of(docx, section, false, first)) flow.blocks(edge->blocks, foot);
  place_foot(sheet, from, margin_of(section, "footer"));
  // The other heads may hold the draft's mark.
  for (const std::string_view kind : {"default", "even"}) {
    if (kind == first) continue;
    Area other{left, right, std::nullopt, Place::header};
    const std::size_t strokes = sheet.strokes.size();
    if (const Edge* edge = edge_of(docx, section, true, kind)) flow.blocks(edge->blocks, other);
    sheet.strokes.resize(strokes);
  }
  return sheet;
}

}  // namespace huice::document::verify
