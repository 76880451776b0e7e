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
  int over = 0;     // of them, blank above and below the mark
  int under = 0;
  PictureSize picture{};
};

Letterhead letterhead_of(const Letter& letter, const DocxLook& look) {
  if (look.letterhead) {
    const PictureSize size =
        fitted(*look.letterhead, gbt9704::kTextWidth.value, gbt9704::kLetterheadPicture.value);
    return {.line = twips(size.height), .picture = size};
  }
  const double size = letterhead_size(letter, look);
  const int line = rounded(size * 1.2 * 20);
  return {.size = size,
          .line = line,
          .over = rounded(over(size, line / 20.0) * 20),
          .under = rounded(under(size, line / 20.0) * 20)};
}

void write_letterhead(Story& story, const Letter& letter, const DocxLook& look,
                      const Letterhead& head, int before) {
  Story::Paragraph out(story,
                       {.style = kLetterhead,
                        .before = before,
                        .line = head.line,
                        .fits = look.letterhead.has_value()},
                       Story::frame("letterhead"));
  if (look.letterhead) return out.picture(*look.letterhead, head.picture, letter.letterhead);
  out.text(letter.letterhead,
           {.face = Face::xiaobiaosong, .half_points = gbt9704::half_points(head.size)});
}

bool has_first_line(const Letter& letter) {
  return !letter.class_mark.empty() || !letter.urgency.empty();
}

// 紧急程度 left, the class right.
void write_first_line(Story& story, const Letter& letter) {
  if (!has_first_line(letter)) return;
  Look look{.style = kClassMark};
  if (!letter.urgency.empty()) {
    look.tabs = {{kTextWidth, Side::right}};
    look.side = Side::left;
  }
  Story::Paragraph out(story, look, Story::frame(letter.class_mark.empty() ? "urgency" : "class"));
  const RunLook how{.face = Face::heiti};
  out.text(letter.urgency, how);
  if (!letter.urgency.empty() && !letter.class_mark.empty()) out.tab(how);
  out.text(letter.class_mark, how);
}

// 签发人 of several, two a line; the number stands beside the last line (7.2.5, 7.2.6).
void write_signers(Story& story, const Letter& letter, int before) {
  const std::vector<std::string> names = signer_lines(letter.signers);
  double widest = 0;
  for (const std::string& line : names) widest = std::max(widest, cells(line));
  const int inset = characters(gbt9704::kSignerRight.value);
  const int at = kTextWidth - inset - characters(widest);
  Look look{.style = kNumber, .keep_next = true};
  // What fills the room before a stop to its end goes on to the next one.
  constexpr int kSpare = 40;
  look.tabs = {{at - characters(cells(letter.signer_label)) - kSpare, Side::left},
               {at, Side::left}};
  look.indent = Indent{.left = characters(gbt9704::kNumberLeftWithSigner.value)};
  look.side = Side::left;
  for (std::size_t i = 0; i < names.size(); ++i) {
    const bool is_last = i + 1 == names.size();
    look.before = i == 0 ? before : 0;
    Story::Paragraph out(story, look,
                         Story::frame(is_last ? "number" : "signers" + std::to_string(i + 1)));
    if (is_last) out.text(letter.number.text, {});
    out.tab({});
    if (i == 0) out.text(letter.signer_label, {});
    if (i > 0 || !letter.signer_label.empty()) out.tab({});
    out.text(names[i], {.face = Face::kaiti});
  }
}

// 发文字号, alone in the middle or left of 签发人.
void write_number(Story& story, const Letter& letter, int before) {
  if (letter.signers.size() > 1) return write_signers(story, letter, before);
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
  write_first_line(story, letter);
  const Letterhead head = letterhead_of(letter, look);
  const int above = twips(gbt9704::kGeneral.letterhead_top.value) -
                    (has_first_line(letter) ? kWordLine : 0) - head.over;
  write_letterhead(story, letter, look, head, above);
  write_number(story, letter, lines(gbt9704::kGeneral.lines_above_number) - head.under);
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

// 紧急程度 stands on the number's line, at the left edge (10.1).
void write_letter_number(Story& story, const Letter& letter) {
  Look look{.style = kNumber, .keep_next = true, .side = Side::right};
  if (!letter.urgency.empty()) {
    look.tabs = {{kTextWidth, Side::right}};
    look.side = Side::left;
  }
  Story::Paragraph out(story, look, Story::frame("number"));
  out.text(letter.urgency, {.face = Face::heiti});
  if (!letter.urgency.empty()) out.tab({});
  out.text(letter.number.text, {});
}

void write_letter_head(Story& story, const Letter& letter, const DocxLook& look) {
  const gbt9704::Profile& profile = gbt9704::kLetter;
  const Letterhead head = letterhead_of(letter, look);
  const int width = twips(profile.double_rule_width.value);
  const int left = (twips(gbt9704::kPageWidth.value) - width) / 2;
  const int top = twips(profile.letterhead_top.value) - head.over;
  const int gap = twips(profile.double_rule_below.value) - head.under;
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
    letterhead_row(story, width, head.line + gap, {"single", kThick, look.red},
                   [&] { write_letterhead(story, letter, look, head, 0); });
    letterhead_row(story, width, kThinRow, {"single", kThin, look.red}, [&] {
      const Story::Paragraph between(story, {.style = kLetterhead, .line = kRuleLine});
    });
  }
  write_letter_number(story, letter);
  if (letter.class_mark.empty()) return;
  Story::Paragraph out(story, {.style = kClassMark}, Story::frame("class"));
  out.text(letter.class_mark, {.face = Face::heiti});
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
