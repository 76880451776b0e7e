// SPDX-License-Identifier: Apache-2.0
// What stands at the edges of pages: 版记, page numbers, 代拟稿.
#include "document/docx/body.h"
#include "document/docx/frame.h"
#include "document/docx/measures.h"
#include "document/docx/tables.h"

namespace huice::document::docx {
namespace {

using gbt9704::Face;
using gbt9704::twips;

// The page number's line ends here above the page's edge, so that its dash is 7 mm under 版心: a
// dash stands between 0.28 and 0.38 of its size above the baseline, as the font has it.
constexpr int kNumberEdge = 1431;
struct ImprintRow {
  bool is_first = false;
  bool is_last = false;
  bool has_rules = true;
};

// A cell as wide as 版心 with the lines of 7.4.1 above and below it.
template <class Write>
void imprint_row(Story& story, const ImprintRow& place, const Write& write) {
  const int edge = eighths(gbt9704::kImprintEdge);
  const int middle = eighths(gbt9704::kImprintMiddle);
  Xml& xml = story.xml();
  const auto row = xml.element("w:tr");
  {
    const auto properties = xml.element("w:trPr");
    xml.empty("w:cantSplit");
  }
  const auto cell = xml.element("w:tc");
  {
    const auto properties = xml.element("w:tcPr");
    write_cell_width(xml, kTextWidth);
    if (place.has_rules) {
      const auto borders = xml.element("w:tcBorders");
      const auto rule = [&xml](std::string_view side, int weight) {
        xml.empty(side,
                  {{"w:val", "single"}, {"w:sz", weight}, {"w:space", 0}, {"w:color", "000000"}});
      };
      rule("w:top", place.is_first ? edge : middle);
      rule("w:bottom", place.is_last ? edge : middle);
    }
  }
  write();
}

void write_copies(Story& story, const Letter& letter) {
  const int inset = small_characters(gbt9704::kImprintInset.value);
  const int label = small_characters(cells(letter.copies_label));
  Story::Paragraph out(story,
                       {.style = kImprint,
                        .indent = Indent{.left = inset + label, .right = inset, .hanging = label}},
                       Story::frame("copies"));
  out.text(letter.copies_label, {});
  out.text(letter.copies, {});
}

void write_printed(Story& story, const Letter& letter) {
  const int inset = small_characters(gbt9704::kImprintInset.value);
  Story::Paragraph out(story,
                       {.style = kImprint,
                        .tabs = {{kTextWidth - inset, Side::right}},
                        .indent = Indent{.left = inset, .right = inset},
                        .side = Side::left},
                       Story::frame("printed"));
  out.text(letter.printed_by, {});
  out.tab({});
  out.text(letter.printed_on.text, {});
}

}  // namespace

bool has_imprint(const Letter& letter) {
  return !letter.copies.empty() || !letter.printed_by.empty() || !letter.printed_on.empty();
}

void write_imprint(Story& story, const Letter& letter) {
  const bool has_rules = gbt9704::profile_of(letter.format).has_imprint;
  const bool has_copies = !letter.copies.empty();
  const bool has_printed = has_rules && (!letter.printed_by.empty() || !letter.printed_on.empty());
  if (has_copies || has_printed) {
    Xml& xml = story.xml();
    const auto table = xml.element("w:tbl");
    write_floating(xml,
                   {{"w:vertAnchor", "margin"},
                    {"w:horzAnchor", "page"},
                    {"w:tblpX", gbt9704::kWordLeft},
                    {"w:tblpYSpec", "bottom"}},
                   kTextWidth);
    write_grid(xml, {kTextWidth});
    if (has_copies) {
      imprint_row(story, {true, !has_printed, has_rules}, [&] { write_copies(story, letter); });
    }
    if (has_printed) {
      imprint_row(story, {!has_copies, true, has_rules}, [&] { write_printed(story, letter); });
    }
  }
  // What the table stands beside: kept with the text before it, so that neither is alone on a page.
  const Story::Paragraph anchor(story, {.style = kTableText, .line = kGap});
}

void write_header(Story& story, const Letter& letter) {
  Story::Paragraph out(story, {.style = kHeader},
                       letter.draft_mark.empty() ? std::string() : Story::frame("draft"));
  out.text(letter.draft_mark, {.face = Face::heiti});
}

int footer_edge(LetterFormat format) {
  return format == LetterFormat::letter ? twips(gbt9704::kLetter.double_rule_bottom.value)
                                        : kNumberEdge;
}

void write_footer(Story& story, const Letter& letter, const DocxLook& look, PageSide side) {
  if (side == PageSide::first) {
    const int overhang = (twips(gbt9704::kLetter.double_rule_width.value) - kTextWidth) / 2;
    for (const int eighths : {kThin, kThick}) {
      const Story::Paragraph rule(
          story, {.style = kFooter,
                  .rule = Rule{"single", eighths, look.red},
                  .line = kRuleLine,
                  .indent = Indent{.left = -overhang - 57, .right = -overhang + 57}});
    }
    return;
  }
  const int inset = small_characters(gbt9704::kPageNumberInset.value);
  const bool is_odd = side == PageSide::odd;
  Story::Paragraph out(story,
                       {.style = kFooter,
                        .after = kNumberEdge - footer_edge(letter.format),
                        .indent = Indent{.left = is_odd ? 0 : inset, .right = is_odd ? inset : 0},
                        .side = is_odd ? Side::right : Side::left});
  const RunLook how{.face = Face::songti};
  out.text("\u2014 ", how);
  out.page_number(how);
  out.text(" \u2014", how);
}

}  // namespace huice::document::docx
