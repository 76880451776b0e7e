// SPDX-License-Identifier: Apache-2.0
// 版头, title and 主送.
#include "document/docx/frame.h"
#include "document/docx/measures.h"
#include "document/docx/tables.h"

#include <algorithm>
#include <utility>

namespace huice::document::docx {
namespace {

using gbt9704::Face;
using gbt9704::kWordLine;
using gbt9704::twips;

// A line of Word that has exactly this height puts the baseline at four fifths of it; a Han
// character reaches from 0.85 of its size above the baseline to 0.1 below.
constexpr double kBaseline = 0.8;
constexpr double kAbove = 0.85;
constexpr double kBelow = 0.1;

double over(double size, double line) {  // blank above the characters
  return kBaseline * line - kAbove * size;
}
double under(double size, double line) {
  return (1 - kBaseline) * line - kBelow * size;
}

constexpr double kBodyPoints = gbt9704::kBodySize.value;

double letterhead_size(const Letter& letter, const DocxLook& look) {
  const double fits = gbt9704::points(gbt9704::kTextWidth.value) / cells(letter.letterhead);
  return std::floor(std::min(look.letterhead_size, fits) * 2) / 2;
}

struct Letterhead {
  double size = 0;  // points
  int line = 0;     // twips
};

Letterhead letterhead_of(const Letter& letter, const DocxLook& look) {
  const double size = letterhead_size(letter, look);
  return {size, rounded(size * 1.2 * 20)};
}

void write_class_mark(Story& story, const Letter& letter) {
  if (letter.class_mark.empty()) return;
  Story::Paragraph out(story, {.style = kClassMark}, Story::frame("class"));
  out.text(letter.class_mark, {.face = Face::heiti});
}

// 发文字号, alone in the middle or left of 签发人.
void write_number(Story& story, const Letter& letter, int before) {
  Look look{.style = kNumber, .keep_next = true, .before = before};
  const bool has_signer = !letter.signer_label.empty();
  const int inset = characters(gbt9704::kSignerRight.value);
  if (has_signer) {
    look.tabs = {{kTextWidth - inset, Side::right}};
    look.indent = Indent{.left = characters(gbt9704::kNumberLeftWithSigner.value), .right = inset};
    look.side = Side::left;
  }
  Story::Paragraph out(story, look, Story::frame("number"));
  out.text(letter.number.text, {});
  if (!has_signer) return;
  out.tab({});
  out.text(letter.signer_label, {});
  out.text(letter.signer.text, {.face = Face::kaiti});
}

void write_general_head(Story& story, const Letter& letter, const DocxLook& look) {
  write_class_mark(story, letter);
  const Letterhead head = letterhead_of(letter, look);
  const double line = head.line / 20.0;
  const int above = twips(gbt9704::kGeneral.letterhead_top.value) -
                    (letter.class_mark.empty() ? 0 : kWordLine) -
                    rounded(over(head.size, line) * 20);
  {
    Story::Paragraph out(story, {.style = kLetterhead, .before = above, .line = head.line},
                         Story::frame("letterhead"));
    out.text(letter.letterhead,
             {.face = Face::xiaobiaosong, .half_points = gbt9704::half_points(head.size)});
  }
  const int slack = rounded(under(head.size, line) * 20);
  write_number(story, letter, lines(gbt9704::kGeneral.lines_above_number) - slack);
  const double gap =
      gbt9704::points(gbt9704::kRedLineBelow.value) - under(kBodyPoints, gbt9704::kWordPitch.value);
  const Story::Paragraph rule(story,
                              {.style = kNumber,
                               .keep_next = true,
                               .rule = Rule{"single", eighths(gbt9704::kRedLineWeight), look.red},
                               .before = rounded(gap * 20) - kRuleLine,
                               .line = kRuleLine});
}

void write_title(Story& story, const Letter& letter, int before) {
  Story::Paragraph out(story, {.style = kTitle, .keep_next = true, .before = before},
                       Story::frame("title"));
  const std::vector<std::string> whole{letter.title};
  write_title_lines(out, letter.title_lines.empty() ? whole : letter.title_lines);
}

constexpr int kThinRow = 65;  // the thick line above it, and a point between the two

// A row of the letterhead's table with one line below it.
template <class Write>
void letterhead_row(Story& story, int width, int height, const Rule& rule, const Write& write) {
  Xml& xml = story.xml();
  const auto row = xml.element("w:tr");
  write_row_height(xml, height, RowHeight::exact);
  const auto cell = xml.element("w:tc");
  {
    const auto properties = xml.element("w:tcPr");
    write_cell_width(xml, width);
    const auto borders = xml.element("w:tcBorders");
    xml.empty(
        "w:bottom",
        {{"w:val", rule.kind}, {"w:sz", rule.eighths}, {"w:space", 0}, {"w:color", rule.color}});
  }
  write();
}

void write_letter_head(Story& story, const Letter& letter, const DocxLook& look) {
  const gbt9704::Profile& profile = gbt9704::kLetter;
  const Letterhead head = letterhead_of(letter, look);
  const double line = head.line / 20.0;
  const int width = twips(profile.double_rule_width.value);
  const int left = (twips(gbt9704::kPageWidth.value) - width) / 2;
  const int top = twips(profile.letterhead_top.value) - rounded(over(head.size, line) * 20);
  const int gap = twips(profile.double_rule_below.value) - rounded(under(head.size, line) * 20);
  Xml& xml = story.xml();
  {
    const auto table = xml.element("w:tbl");
    // 7/8 of a character's height from the double line to 发文字号 (10.1). It is the table's, not
    // the paragraph's: what is pushed below a table has used up its own blank above.
    const double below = kBodyPoints * 7 / 8 - over(kBodyPoints, gbt9704::kWordPitch.value);
    write_floating(xml,
                   {{"w:bottomFromText", std::max(0, rounded(below * 20))},
                    {"w:vertAnchor", "page"},
                    {"w:horzAnchor", "page"},
                    {"w:tblpX", left},
                    {"w:tblpY", top}},
                   width);
    write_grid(xml, {width});
    letterhead_row(story, width, head.line + gap, {"single", kThick, look.red}, [&] {
      Story::Paragraph out(story, {.style = kLetterhead, .line = head.line},
                           Story::frame("letterhead"));
      out.text(letter.letterhead,
               {.face = Face::xiaobiaosong, .half_points = gbt9704::half_points(head.size)});
    });
    letterhead_row(story, width, kThinRow, {"single", kThin, look.red}, [&] {
      const Story::Paragraph between(story, {.style = kLetterhead, .line = kRuleLine});
    });
  }
  {
    Story::Paragraph out(story, {.style = kNumber, .keep_next = true, .side = Side::right},
                         Story::frame("number"));
    out.text(letter.number.text, {});
  }
  write_class_mark(story, letter);
}

}  // namespace

void write_title_lines(Story::Paragraph& out, const std::vector<std::string>& title) {
  const RunLook look{.face = Face::xiaobiaosong};
  bool first = true;
  for (const std::string& line : title) {
    if (!std::exchange(first, false)) out.line_break(look);
    out.text(line, look);
  }
}

void write_head(Story& story, const Letter& letter, const DocxLook& look) {
  if (letter.format == LetterFormat::letter) {
    write_letter_head(story, letter, look);
  } else {
    write_general_head(story, letter, look);
  }
  write_title(story, letter, lines(gbt9704::kLinesAboveTitle));
  if (letter.salutation.empty()) return;
  Story::Paragraph out(story,
                       {.style = kSalutation, .before = lines(gbt9704::kLinesAboveSalutation)},
                       Story::frame("salutation"));
  out.text(letter.salutation, {});
}

}  // namespace huice::document::docx
