// SPDX-License-Identifier: Apache-2.0
#include "document/docx/story.h"

#include "base/utf8.h"
#include "document/docx/unbroken.h"
#include "markup/address.h"

#include <algorithm>
#include <cmath>

namespace huice::document::docx {
namespace {

constexpr std::string_view kDrawing = "http://schemas.openxmlformats.org/drawingml/2006/main";
constexpr std::string_view kDrawingPicture =
    "http://schemas.openxmlformats.org/drawingml/2006/picture";

}  // namespace

double cells(std::string_view text) {
  double width = 0;
  for (std::size_t at = 0; at < text.size();) width += utf8::decode(text, at) < 0x80 ? 0.5 : 1;
  return width;
}

void write_spacing(Xml& xml, int before, int after, int line) {
  if (before == 0 && after == 0 && line == 0) return;
  if (line == 0) return xml.empty("w:spacing", {{"w:before", before}, {"w:after", after}});
  xml.empty("w:spacing",
            {{"w:before", before}, {"w:after", after}, {"w:line", line}, {"w:lineRule", "exact"}});
}

// A style's indent is taken back by a 0, so that all four are written.
void write_indent(Xml& xml, const Indent& indent) {
  const bool hangs = indent.hanging > 0;
  xml.empty("w:ind",
            {{"w:leftChars", indent.left_chars},
             {"w:left", indent.left},
             {"w:rightChars", indent.right_chars},
             {"w:right", indent.right},
             {hangs ? "w:hangingChars" : "w:firstLineChars", indent.first_line_chars},
             {hangs ? "w:hanging" : "w:firstLine", hangs ? indent.hanging : indent.first_line}});
}

void write_side(Xml& xml, Side side) {
  constexpr std::array names{"left", "right", "both", "center"};
  xml.empty("w:jc", {{"w:val", names.at(static_cast<std::size_t>(side))}});
}

void write_font(Xml& xml, const DocxFont& font) {
  xml.empty("w:rFonts", {{"w:hint", "eastAsia"},
                         {"w:ascii", font.name},
                         {"w:hAnsi", font.name},
                         {"w:eastAsia", font.name},
                         {"w:cs", font.name}});
}

Story::Paragraph::Paragraph(Story& story, const Look& look, std::string bookmark)
    : story_(story), element_(story.xml_.element("w:p")), bookmark_id_(0) {
  Xml& xml = story_.xml_;
  {
    const auto properties = xml.element("w:pPr");
    xml.empty("w:pStyle", {{"w:val", look.style.id}});
    if (look.keep_next) xml.empty("w:keepNext");
    if (look.keep_lines) xml.empty("w:keepLines");
    if (look.page_break) xml.empty("w:pageBreakBefore");
    if (look.rule) {
      const auto border = xml.element("w:pBdr");
      xml.empty("w:bottom", {{"w:val", look.rule->kind},
                             {"w:sz", look.rule->eighths},
                             {"w:space", 0},
                             {"w:color", look.rule->color}});
    }
    if (!look.tabs.empty()) {
      const auto tabs = xml.element("w:tabs");
      for (const Tab& tab : look.tabs) {
        xml.empty("w:tab",
                  {{"w:val", tab.side == Side::right ? "right" : "left"}, {"w:pos", tab.at}});
      }
    }
    if (look.fits) {
      xml.empty("w:spacing", {{"w:before", look.before},
                              {"w:after", look.after},
                              {"w:line", 240},
                              {"w:lineRule", "auto"}});
    } else {
      write_spacing(xml, look.before, look.after, look.line);
    }
    if (look.indent) write_indent(xml, *look.indent);
    if (look.side) write_side(xml, *look.side);
    // The paragraph's own mark would make the line higher than the picture.
    if (look.fits) {
      const auto mark = xml.element("w:rPr");
      xml.empty("w:sz", {{"w:val", 2}});
    }
  }
  if (!bookmark.empty()) bookmark_id_ = story_.open_bookmark(bookmark);
}

Story::Paragraph::~Paragraph() {
  if (bookmark_id_ > 0) story_.close_bookmark(bookmark_id_);
}

void Story::Paragraph::text(std::string_view text, const RunLook& look) {
  if (!text.empty()) story_.words(text, look);
}

void Story::Paragraph::runs(const Runs& runs, const RunLook& look) {
  for (const Run& one : runs) story_.run(one, look);
}

void Story::Paragraph::tab(const RunLook& look) {
  const auto run = story_.xml_.element("w:r");
  story_.run_properties(look);
  story_.xml_.empty("w:tab");
}

void Story::Paragraph::line_break(const RunLook& look) {
  const auto run = story_.xml_.element("w:r");
  story_.run_properties(look);
  story_.xml_.empty("w:br");
}

void Story::Paragraph::picture(const Picture& picture, const PictureSize& size,
                               const std::string& words) {
  Xml& xml = story_.xml_;
  story_.pictures_.push_back(&picture);
  const int number = static_cast<int>(story_.pictures_.size());
  const std::string id = "picture" + std::to_string(number);
  constexpr double kEmuPerMm = 36000;
  const std::string wide = std::to_string(std::lround(size.width * kEmuPerMm));
  const std::string high = std::to_string(std::lround(size.height * kEmuPerMm));
  const auto run = xml.element("w:r");
  const auto drawing = xml.element("w:drawing");
  const auto inline_ = xml.element(
      "wp:inline",
      {{"xmlns:wp", "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"},
       {"distT", 0},
       {"distB", 0},
       {"distL", 0},
       {"distR", 0}});
  xml.empty("wp:extent", {{"cx", wide}, {"cy", high}});
  xml.empty("wp:docPr", {{"id", number}, {"name", id}, {"descr", words}});
  const auto graphic = xml.element("a:graphic", {{"xmlns:a", kDrawing}});
  const auto data = xml.element("a:graphicData", {{"uri", kDrawingPicture}});
  const auto element = xml.element("pic:pic", {{"xmlns:pic", kDrawingPicture}});
  {
    const auto properties = xml.element("pic:nvPicPr");
    xml.empty("pic:cNvPr", {{"id", number}, {"name", id}, {"descr", words}});
    xml.empty("pic:cNvPicPr");
  }
  {
    const auto fill = xml.element("pic:blipFill");
    xml.empty("a:blip", {{"r:embed", id}});
    const auto stretch = xml.element("a:stretch");
    xml.empty("a:fillRect");
  }
  const auto shape = xml.element("pic:spPr");
  {
    const auto place = xml.element("a:xfrm");
    xml.empty("a:off", {{"x", 0}, {"y", 0}});
    xml.empty("a:ext", {{"cx", wide}, {"cy", high}});
  }
  const auto geometry = xml.element("a:prstGeom", {{"prst", "rect"}});
  xml.empty("a:avLst");
}

// Word counts it anew; the 1 is what is shown until then.
void Story::Paragraph::page_number(const RunLook& look) {
  const auto field = story_.xml_.element("w:fldSimple", {{"w:instr", " PAGE "}});
  story_.words("1", look);
}

int Story::open_bookmark(const std::string& name) {
  const int id = ++bookmarks_;
  xml_.empty("w:bookmarkStart", {{"w:id", id}, {"w:name", name}});
  return id;
}

void Story::close_bookmark(int id) {
  xml_.empty("w:bookmarkEnd", {{"w:id", id}});
}

void Story::run_properties(const RunLook& look) {
  const auto properties = xml_.element("w:rPr");
  write_font(xml_, look_.font(look.face));
  if (look.strong) xml_.empty("w:b");
  if (look.half_points > 0) {
    xml_.empty("w:sz", {{"w:val", look.half_points}});
    xml_.empty("w:szCs", {{"w:val", look.half_points}});
  }
}

void Story::words(std::string_view text, const RunLook& look) {
  const auto run = xml_.element("w:r");
  run_properties(look);
  const auto words = xml_.element("w:t", {{"xml:space", "preserve"}});
  xml_.text(text);
}

void Story::run(const Run& run, const RunLook& look) {
  RunLook how = look;
  how.strong = look.strong || run.strong;
  if (run.emphasis) how.face = gbt9704::Face::kaiti;
  if (run.kind == RunKind::line_break) {
    const auto element = xml_.element("w:r");
    run_properties(how);
    return xml_.empty("w:br");
  }
  if (run.text.empty()) return;
  if (run.kind == RunKind::citation) {
    const int id = open_bookmark(origins_.citation(run));
    words(unbroken(run.text), how);
    return close_bookmark(id);
  }
  if (run.kind == RunKind::link && markup::is_safe_address(run.target)) {
    links_.push_back(run.target);
    const auto link =
        xml_.element("w:hyperlink", {{"r:id", "link" + std::to_string(links_.size())}});
    return words(unbroken(run.text), how);
  }
  words(unbroken(run.text), how);
}

}  // namespace huice::document::docx
