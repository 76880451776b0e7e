// SPDX-License-Identifier: Apache-2.0
#pragma once

// Paragraphs, runs and tables of one part of a Word file, their properties in the schema's order.
// Lengths are twips (twentieths of a point) where nothing else is said.

#include "document/docx/names.h"
#include "document/docx/origins.h"
#include "document/docx/xml.h"
#include "document/write_docx.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace huice::document::docx {

/// A character's width in Word's lines: 16 points less the quarter that Normal takes away.
inline constexpr int kCell = 315;
inline constexpr int kSmallCell = 280;  ///< 四号
inline constexpr int kTextWidth = 8844;
static_assert(28 * kCell <= kTextWidth && 28 * (kCell + 1) > kTextWidth - 20);

/// How many characters wide a text is: those of ASCII half a one.
double cells(std::string_view text);

struct Indent {
  int left = 0;
  int right = 0;
  int first_line = 0;
  int hanging = 0;
  /// The same in hundredths of characters, which Word prefers, so that it stays right in another
  /// size; 0: not written.
  int left_chars = 0;
  int right_chars = 0;
  int first_line_chars = 0;
};

enum class Side { left, right, both, center };

struct Tab {
  int at = 0;
  Side side = Side::left;
};

/// A line below a paragraph.
struct Rule {
  std::string_view kind;  ///< single, thickThinSmallGap …
  int eighths = 8;        ///< of a point
  std::string color;
};

struct Look {
  StyleName style = kBodyText;
  bool keep_next = false;
  bool keep_lines = false;
  bool page_break = false;  ///< before it
  std::optional<Rule> rule{};
  std::vector<Tab> tabs{};
  int before = 0;
  int after = 0;
  int line = 0;       ///< exactly; 0: as the style says
  bool fits = false;  ///< as high as the picture in it instead
  std::optional<Indent> indent{};
  std::optional<Side> side{};
};

struct RunLook {
  gbt9704::Face face = gbt9704::Face::fangsong;
  bool strong = false;
  int half_points = 0;  ///< 0: as the style says
};

class Story {
 public:
  Story(const DocxLook& look, Origins& origins) : look_(look), origins_(origins) {}

  Xml& xml() { return xml_; }

  /// A paragraph being written: properties first, then what is added; closed by its destructor.
  class Paragraph {
   public:
    Paragraph(Story& story, const Look& look, std::string bookmark = {});
    ~Paragraph();
    Paragraph(const Paragraph&) = delete;
    Paragraph& operator=(const Paragraph&) = delete;

    void text(std::string_view text, const RunLook& look);
    void runs(const Runs& runs, const RunLook& look);
    void tab(const RunLook& look);
    void line_break(const RunLook& look);
    void page_number(const RunLook& look);
    /// A picture of this size, with words for who does not see it.
    void picture(const Picture& picture, const PictureSize& size, const std::string& words);

   private:
    Story& story_;
    Xml::Element element_;
    int bookmark_id_;
  };

  /// A bookmark of the frame: f_title.
  static std::string frame(std::string_view part) { return "f_" + std::string(part); }

  /// Addresses that links lead to; the n-th has the id "link<n>", from 1.
  const std::vector<std::string>& links() const { return links_; }
  /// The n-th has the id "picture<n>", from 1. They are those of the look.
  const std::vector<const Picture*>& pictures() const { return pictures_; }
  Origins& origins() { return origins_; }

  void run_properties(const RunLook& look);

 private:
  friend class Paragraph;
  int open_bookmark(const std::string& name);
  void close_bookmark(int id);
  void run(const Run& run, const RunLook& look);
  void words(std::string_view text, const RunLook& look);

  const DocxLook& look_;
  Origins& origins_;
  Xml xml_;
  std::vector<std::string> links_;
  std::vector<const Picture*> pictures_;
  int bookmarks_ = 0;
};

/// Appends a paragraph's properties (of a style or a paragraph), but for the style's name.
void write_spacing(Xml& xml, int before, int after, int line);
void write_indent(Xml& xml, const Indent& indent);
void write_side(Xml& xml, Side side);
/// The same font for every script: Word takes none from a theme.
void write_font(Xml& xml, const DocxFont& font);

}  // namespace huice::document::docx
