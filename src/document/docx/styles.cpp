// SPDX-License-Identifier: Apache-2.0
#include "document/docx/styles.h"

#include "document/docx/line_signs.h"

#include <algorithm>

namespace huice::document::docx {
namespace {

using gbt9704::Face;
using gbt9704::half_points;
using gbt9704::kWordLine;

// A quarter of a point less between characters: 28 of 16 points fill 版心.
constexpr int kCloser = -5;
constexpr int kImprintLine = 480;
constexpr int kTablePoints = 12;
constexpr int kTableLine = 400;
constexpr int kFooterLine = 320;

struct Style {
  StyleName name;
  std::string_view parent = kNormal.id;
  std::string_view next{};
  bool keep_next = false;
  int line = 0;
  std::optional<Indent> indent{};
  std::optional<Side> side{};
  int outline = 0;  // from 1; 0: none
  std::optional<Face> face{};
  double points = 0;
  std::optional<int> spacing{};
  std::string color{};
};

void toggle(Xml& xml, std::string_view name, bool on) {
  if (on) {
    xml.empty(name);
  } else {
    xml.empty(name, {{"w:val", 0}});
  }
}

class StyleWriter {
 public:
  StyleWriter(Xml& xml, const DocxLook& look) : xml_(xml), look_(look) {}

  void defaults(const std::string& language);
  void normal();
  void add(const Style& style);
  void table_styles();

 private:
  void size(double points) {
    xml_.empty("w:sz", {{"w:val", half_points(points)}});
    xml_.empty("w:szCs", {{"w:val", half_points(points)}});
  }

  Xml& xml_;
  const DocxLook& look_;
};

void StyleWriter::defaults(const std::string& language) {
  const auto defaults = xml_.element("w:docDefaults");
  {
    const auto of_runs = xml_.element("w:rPrDefault");
    const auto properties = xml_.element("w:rPr");
    write_font(xml_, look_.font(Face::fangsong));
    size(gbt9704::kBodySize.value);
    // Letters and figures are English: taken for Chinese, a number would be broken between figures.
    xml_.empty("w:lang", {{"w:val", "en-US"}, {"w:eastAsia", language}, {"w:bidi", "ar-SA"}});
  }
  const auto of_paragraphs = xml_.element("w:pPrDefault");
}

// Lines of 579 twips that nothing moves: no grid, no lines kept from being alone, no blanks before
// figures, no signs outside 版心.
void StyleWriter::normal() {
  const auto style = xml_.element(
      "w:style", {{"w:type", "paragraph"}, {"w:default", 1}, {"w:styleId", kNormal.id}});
  xml_.empty("w:name", {{"w:val", kNormal.name}});
  xml_.empty("w:qFormat");
  {
    const auto properties = xml_.element("w:pPr");
    toggle(xml_, "w:widowControl", false);
    toggle(xml_, "w:kinsoku", true);
    toggle(xml_, "w:overflowPunct", false);
    toggle(xml_, "w:topLinePunct", false);
    toggle(xml_, "w:autoSpaceDE", false);
    toggle(xml_, "w:autoSpaceDN", false);
    toggle(xml_, "w:adjustRightInd", false);
    toggle(xml_, "w:snapToGrid", false);
    xml_.empty("w:spacing",
               {{"w:before", 0}, {"w:after", 0}, {"w:line", kWordLine}, {"w:lineRule", "exact"}});
    write_side(xml_, Side::both);
  }
  const auto properties = xml_.element("w:rPr");
  write_font(xml_, look_.font(Face::fangsong));
  xml_.empty("w:spacing", {{"w:val", kCloser}});
  size(gbt9704::kBodySize.value);
}

void StyleWriter::add(const Style& style) {
  const auto element =
      style.name.is_own
          ? xml_.element(
                "w:style",
                {{"w:type", "paragraph"}, {"w:customStyle", 1}, {"w:styleId", style.name.id}})
          : xml_.element("w:style", {{"w:type", "paragraph"}, {"w:styleId", style.name.id}});
  xml_.empty("w:name", {{"w:val", style.name.name}});
  xml_.empty("w:basedOn", {{"w:val", style.parent}});
  if (!style.next.empty()) xml_.empty("w:next", {{"w:val", style.next}});
  xml_.empty("w:qFormat");
  {
    const auto properties = xml_.element("w:pPr");
    if (style.keep_next) xml_.empty("w:keepNext");
    write_spacing(xml_, 0, 0, style.line);
    if (style.indent) write_indent(xml_, *style.indent);
    if (style.side) write_side(xml_, *style.side);
    if (style.outline > 0) xml_.empty("w:outlineLvl", {{"w:val", style.outline - 1}});
  }
  const auto properties = xml_.element("w:rPr");
  write_font(xml_, look_.font(style.face.value_or(Face::fangsong)));
  if (style.outline > 0) toggle(xml_, "w:b", false);
  if (!style.color.empty()) xml_.empty("w:color", {{"w:val", style.color}});
  if (style.spacing) xml_.empty("w:spacing", {{"w:val", *style.spacing}});
  if (style.points > 0) size(style.points);
}

void StyleWriter::table_styles() {
  const auto margins = [this](int sides) {
    const auto cell = xml_.element("w:tblCellMar");
    xml_.empty("w:top", {{"w:w", 0}, {"w:type", "dxa"}});
    xml_.empty("w:left", {{"w:w", sides}, {"w:type", "dxa"}});
    xml_.empty("w:bottom", {{"w:w", 0}, {"w:type", "dxa"}});
    xml_.empty("w:right", {{"w:w", sides}, {"w:type", "dxa"}});
  };
  {
    const auto style = xml_.element(
        "w:style", {{"w:type", "table"}, {"w:default", 1}, {"w:styleId", "TableNormal"}});
    xml_.empty("w:name", {{"w:val", "Normal Table"}});
    const auto properties = xml_.element("w:tblPr");
    xml_.empty("w:tblInd", {{"w:w", 0}, {"w:type", "dxa"}});
    margins(0);
  }
  const auto style = xml_.element("w:style", {{"w:type", "table"}, {"w:styleId", kTableGrid.id}});
  xml_.empty("w:name", {{"w:val", kTableGrid.name}});
  xml_.empty("w:basedOn", {{"w:val", "TableNormal"}});
  const auto properties = xml_.element("w:tblPr");
  {
    const auto borders = xml_.element("w:tblBorders");
    for (const std::string_view side :
         {"w:top", "w:left", "w:bottom", "w:right", "w:insideH", "w:insideV"}) {
      xml_.empty(side, {{"w:val", "single"}, {"w:sz", 4}, {"w:space", 0}, {"w:color", "000000"}});
    }
  }
  margins(85);
}

Indent by_characters(double left, double right, double first_line) {
  const auto twips = [](double count) { return static_cast<int>(count * kCell); };
  const auto hundredths = [](double count) { return static_cast<int>(count * 100); };
  return {.left = twips(left),
          .right = twips(right),
          .first_line = twips(first_line),
          .left_chars = hundredths(left),
          .right_chars = hundredths(right),
          .first_line_chars = hundredths(first_line)};
}

void add_headings(StyleWriter& out, const Indent& indent) {
  for (std::size_t i = 0; i < kHeadings.size(); ++i) {
    const int level = static_cast<int>(i) + 1;
    out.add({.name = kHeadings.at(i),
             .next = kBodyText.id,
             .keep_next = true,
             .indent = indent,
             .outline = level,
             .face = gbt9704::heading_face(level)});
  }
}

// The styles that 公文 alone have.
void add_own(StyleWriter& out, const DocxLook& look, const Indent& first_line) {
  out.add({.name = kLetterhead,
           .side = Side::center,
           .face = Face::xiaobiaosong,
           .points = look.letterhead_size,
           .spacing = 0,
           .color = look.red});
  out.add({.name = kNumber, .side = Side::center});
  out.add({.name = kClassMark, .side = Side::right, .face = Face::heiti});
  out.add({.name = kAnnexList, .keep_next = true});
  out.add({.name = kAnnexLabel, .next = kAnnexTitle.id, .keep_next = true, .face = Face::heiti});
  out.add({.name = kAnnexTitle,
           .next = kBodyText.id,
           .keep_next = true,
           .side = Side::center,
           .outline = 1,
           .face = Face::xiaobiaosong,
           .points = gbt9704::kTitleSize.value,
           .spacing = 0});
  out.add({.name = kContactNote, .indent = first_line});
  out.add({.name = kImprint,
           .line = kImprintLine,
           .points = gbt9704::kImprintSize.value,
           .spacing = 0});
  out.add({.name = kNote, .indent = by_characters(2, 2, 0), .face = Face::kaiti});
  out.add({.name = kTableText,
           .line = kTableLine,
           .side = Side::center,
           .points = kTablePoints,
           .spacing = 0});
}

}  // namespace

void write_styles(Xml& xml, const Letter& letter, const DocxLook& look) {
  const auto styles = xml.element("w:styles", {{"xmlns:w", kWordNamespace}});
  StyleWriter out(xml, look);
  out.defaults(letter.language);
  out.normal();
  const Indent first_line = by_characters(0, 0, gbt9704::kIndent.value);
  out.add({.name = kBodyText, .indent = first_line});
  add_headings(out, first_line);
  out.add({.name = kTitle,
           .next = kSalutation.id,
           .keep_next = true,
           .side = Side::center,
           .face = Face::xiaobiaosong,
           .points = gbt9704::kTitleSize.value,
           .spacing = 0});
  out.add({.name = kSalutation, .next = kBodyText.id});
  out.add({.name = kSignature, .keep_next = true, .side = Side::right});
  out.add({.name = kDate, .keep_next = true, .side = Side::right});
  out.add({.name = kHeader, .side = Side::right, .face = Face::heiti});
  out.add({.name = kFooter,
           .line = kFooterLine,
           .side = Side::right,
           .face = Face::songti,
           .points = gbt9704::kPageNumberSize.value,
           .spacing = 0});
  out.add({.name = kCaption,
           .keep_next = true,
           .side = Side::center,
           .face = Face::heiti,
           .points = gbt9704::kImprintSize.value});
  add_own(out, look, first_line);
  out.table_styles();
}

void write_settings(Xml& xml) {
  const auto settings = xml.element("w:settings", {{"xmlns:w", kWordNamespace}});
  xml.empty("w:zoom", {{"w:percent", 100}});
  xml.empty("w:bordersDoNotSurroundHeader");
  xml.empty("w:bordersDoNotSurroundFooter");
  xml.empty("w:defaultTabStop", {{"w:val", 420}});
  xml.empty("w:evenAndOddHeaders");
  xml.empty("w:characterSpacingControl", {{"w:val", "doNotCompress"}});
  xml.empty("w:noLineBreaksAfter", {{"w:lang", "zh-CN"}, {"w:val", kEndsNoLine}});
  xml.empty("w:noLineBreaksBefore", {{"w:lang", "zh-CN"}, {"w:val", kBeginsNoLine}});
  const auto compatible = xml.element("w:compat");
  xml.empty("w:compatSetting", {{"w:name", "compatibilityMode"},
                                {"w:uri", "http://schemas.microsoft.com/office/word"},
                                {"w:val", 15}});
}

void write_fonts(Xml& xml, const DocxLook& look) {
  const auto fonts = xml.element("w:fonts", {{"xmlns:w", kWordNamespace}});
  std::vector<std::string> seen;
  for (const DocxFont& font : look.fonts) {
    if (std::find(seen.begin(), seen.end(), font.name) != seen.end()) continue;
    seen.push_back(font.name);
    const auto element = xml.element("w:font", {{"w:name", font.name}});
    std::string instead;
    for (const std::string& name : font.instead) {
      if (!instead.empty()) instead += ',';
      instead += name;
    }
    if (!instead.empty()) xml.empty("w:altName", {{"w:val", instead}});
    xml.empty("w:charset", {{"w:val", "86"}});  // GB2312
    xml.empty("w:family", {{"w:val", "auto"}});
    xml.empty("w:pitch", {{"w:val", "variable"}});
  }
}

}  // namespace huice::document::docx
