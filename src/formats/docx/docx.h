// SPDX-License-Identifier: Apache-2.0
#pragma once

// What a Word file (ECMA-376 part 1, 17) says, as it says it: paragraphs, runs and tables in
// reading order with the properties that are written at them, and the styles from which one can
// find out what holds for a run (style_table.h). Containers that only group (w:sdt, w:smartTag …)
// are unwrapped, and of alternatives (mc:AlternateContent) the one for today's programs is taken.
//
// Lists (runs, changes, fields …) are named by index; -1: none.

#include "formats/docx/style_table.h"
#include "formats/xml_tree.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace huice::formats::docx {

/// An element of properties as it is written, w:pPr; empty() where there is none.
using Properties = XmlNode;

enum class ChangeKind : std::uint8_t { inserted, deleted, moved_here, moved_away };

/// A tracked change that nobody has accepted or refused yet.
struct Change {
  ChangeKind kind = ChangeKind::inserted;
  std::string id{};
  std::string author{};
  std::string date{};  ///< 2026-03-05T10:00:00Z; may be empty
};

struct Field {
  std::string instruction{};  ///< PAGE
  int outer = -1;             ///< the field whose result it is part of
};

struct Link {
  std::string target{};  ///< an address; empty: within the file
  std::string anchor{};  ///< a bookmark
};

enum class PieceKind : std::uint8_t {
  text,
  tab,
  line_break,
  page_break,
  column_break,
  shown_page_break,  ///< where a page began when the file was last laid out
  no_break_hyphen,   ///< text: “-”
  soft_hyphen,
  symbol,  ///< of a font of signs; text: its code, F0FE
  bookmark_start,
  bookmark_end,   ///< of both, text: the bookmark's name
  comment_start,  ///< of all three, text: the comment's id
  comment_end,
  comment_mark,
  note_mark,  ///< of a footnote or endnote; text: its id, behind f or e
  field,      ///< where a field begins: `field` names it. What it shows follows
  shape,      ///< a picture, drawing or text box: `shape` names it
};

/// A piece of a paragraph in one run.
struct Piece {
  PieceKind kind = PieceKind::text;
  std::string text{};
  int run = -1;       ///< Paragraph::runs
  int inserted = -1;  ///< Docx::changes: inserted, or moved here
  int deleted = -1;   ///< Docx::changes: deleted, or moved away
  int field = -1;     ///< Docx::fields: the innermost whose result it is
  int link = -1;      ///< Docx::links
  int shape = -1;     ///< Docx::shapes
};

struct Paragraph {
  Properties properties{};         ///< w:pPr; a section's end (w:sectPr) is in Docx::sections
  std::vector<Properties> runs{};  ///< w:rPr of each run, which may be empty()
  std::vector<Piece> pieces{};
  int mark_inserted = -1;  ///< its end, by which it is divided from what follows
  int mark_deleted = -1;

  /// The style's id; empty: the default.
  std::string_view style() const;
};

struct Table;
using Block = std::variant<Paragraph, Table>;
using Blocks = std::vector<Block>;

enum class VerticalMerge : std::uint8_t { none, first, more };

struct Cell {
  Properties properties{};  ///< w:tcPr
  int columns = 1;          ///< of the grid
  VerticalMerge merge = VerticalMerge::none;
  Blocks blocks;
};

struct Row {
  Properties properties{};  ///< w:trPr
  Properties exceptions{};  ///< w:tblPrEx
  int columns_before = 0;   ///< of the grid, without cells
  int inserted = -1;
  int deleted = -1;
  std::vector<Cell> cells{};
};

struct Table {
  Properties properties{};  ///< w:tblPr
  std::vector<int> grid{};  ///< the columns' widths, twips
  std::vector<Row> rows{};
};

/// A picture, drawing or text box.
struct Shape {
  Properties drawing{};         ///< wp:anchor, wp:inline, w:pict or w:object, without texts
  std::vector<Blocks> boxes{};  ///< the texts in it
  /// It stands at a place of the page, not in the line.
  bool is_anchored = false;
};

/// A page's head or foot.
struct Edge {
  std::string part{};
  bool is_header = false;
  Blocks blocks;
};

struct Section {
  Properties properties{};  ///< w:sectPr
  std::size_t end = 0;      ///< how many blocks of the body come before its end

  struct Edge {
    bool is_header = false;
    std::string kind{};      ///< default, even or first
    std::size_t number = 0;  ///< Docx::edges
  };
  std::vector<Edge> edges{};  ///< a kind that is missing is the section's before
};

struct Comment {
  std::string id{};
  std::string author{};
  std::string date{};
  Blocks blocks;
};

struct Note {
  std::string id{};    ///< f3, e1
  std::string kind{};  ///< separator …; empty: a note of the text
  Blocks blocks;
};

struct Docx {
  Blocks body;
  std::vector<Section> sections{};
  std::vector<Edge> edges{};
  std::vector<Comment> comments{};
  std::vector<Note> notes{};
  std::vector<Change> changes{};
  std::vector<Field> fields{};
  std::vector<Link> links{};
  std::vector<Shape> shapes{};
  StyleTable styles{};
  XmlNode settings{};   ///< w:settings
  XmlNode numbering{};  ///< w:numbering
  XmlNode fonts{};      ///< w:fonts
  XmlNode theme{};      ///< a:theme
  XmlNode core{};       ///< cp:coreProperties: dc:title, dc:creator …
  /// The custom parts whose root is in the namespace that was asked for.
  std::vector<XmlNode> custom{};
};

/// Calls `each` for every paragraph of the blocks, in reading order, those of tables too; of text
/// boxes not.
template <class Blocks, class Each>
void for_each_paragraph(Blocks& blocks, const Each& each) {
  for (auto& block : blocks) {
    if (auto* paragraph = std::get_if<Paragraph>(&block)) {
      each(*paragraph);
    } else {
      for (auto& row : std::get_if<Table>(&block)->rows) {
        for (auto& cell : row.cells) for_each_paragraph(cell.blocks, each);
      }
    }
  }
}

/// Which side of open changes is read.
enum class Side : std::uint8_t { accepted, refused };

/// Whether a piece is there when all open changes are accepted, or refused.
bool is_there(const Piece& piece, Side side);

/// The paragraph's words: tabs as U+0009, line breaks as U+000A. What fields show is part of them,
/// texts of shapes are not.
std::string words_of(const Paragraph& paragraph, Side side = Side::accepted);

}  // namespace huice::formats::docx
