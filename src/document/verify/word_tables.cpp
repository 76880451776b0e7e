// SPDX-License-Identifier: Apache-2.0
// Tables and drawings of a Word file: letterheads, 版记 and red lines are made of them.
#include "document/verify/word_flow.h"

#include <algorithm>
#include <charconv>

namespace huice::document::verify {
namespace {

using formats::XmlNode;
using formats::docx::Cell;
using formats::docx::Paragraph;
using formats::docx::PieceKind;
using formats::docx::Row;
using formats::docx::Table;

constexpr double kCellMargin = 108;  // twips, where a table says nothing

const XmlNode* path(const XmlNode& from, std::string_view first, std::string_view second) {
  const XmlNode* one = from.child(first);
  return one == nullptr ? nullptr : one->child(second);
}

double twips_at(const XmlNode* node, std::string_view attribute, double otherwise) {
  return node == nullptr ? otherwise : twips_in((*node)[attribute]).value_or(otherwise);
}

const XmlNode* side(const XmlNode* borders, std::string_view name) {
  return borders == nullptr ? nullptr : borders->child(name);
}

bool is_drawn(const XmlNode* border) {
  if (border == nullptr) return false;
  const std::string_view kind = (*border)["val"];
  return !kind.empty() && kind != "nil" && kind != "none";
}

// Of two borders at one edge the wider is drawn.
const XmlNode* wider(const XmlNode* a, const XmlNode* b) {
  if (!is_drawn(a)) return b;
  if (!is_drawn(b)) return a;
  return twips_at(a, "sz", 0) >= twips_at(b, "sz", 0) ? a : b;
}

/// The borders of a table: its own, else its style's.
const XmlNode* borders_of(const Table& table, const formats::docx::StyleTable& styles) {
  if (const XmlNode* own = table.properties.child("w:tblBorders")) return own;
  const XmlNode* named = table.properties.child("w:tblStyle");
  const auto* style = named == nullptr ? nullptr : styles.find((*named)["val"]);
  return style == nullptr ? nullptr : path(style->node, "w:tblPr", "w:tblBorders");
}

const XmlNode* cell_side(const Row& row, std::string_view name) {
  for (const Cell& cell : row.cells) {
    const XmlNode* one = side(cell.properties.child("w:tcBorders"), name);
    if (one != nullptr) return one;
  }
  return nullptr;
}

}  // namespace

// Long: where a table stands, its rows one by one, and the lines between them.
void WordFlow::table(const Table& table, Area& area) {
  const XmlNode* floating = table.properties.child("w:tblpPr");
  const double margin =
      twips_at(path(table.properties, "w:tblCellMar", "w:left"), "w",
               twips_at(path(table.properties, "w:tblCellMar", "w:start"), "w", kCellMargin));
  double left = area.left + mm_of_twips(twips_at(table.properties.child("w:tblInd"), "w", 0));
  Area inside = area;
  if (floating != nullptr) {
    const bool from_page = (*floating)["horzAnchor"] == "page";
    const double x = mm_of_twips(twips_at(floating, "tblpX", 0));
    left = from_page ? x : area.left + x;
    inside.y = std::nullopt;
    if ((*floating)["vertAnchor"] == "page" && floating->has("tblpY")) {
      inside.y = mm_of_twips(twips_at(floating, "tblpY", 0));
    }
  }
  double width = 0;
  for (const int column : table.grid) width += mm_of_twips(column);
  const XmlNode* all = borders_of(table, docx_.styles);
  if (twips_at(table.properties.child("w:jc"), "val", 0) == 0 && floating == nullptr) {
    const XmlNode* align = table.properties.child("w:jc");
    if (align != nullptr && (*align)["val"] == "center") {
      left = (area.left + area.right - width) / 2;
    }
  }
  const XmlNode* before = nullptr;
  for (std::size_t r = 0; r < table.rows.size(); ++r) {
    const Row& row = table.rows[r];
    const bool is_first = r == 0;
    const bool is_last = r + 1 == table.rows.size();
    const XmlNode* upper = cell_side(row, "w:top");
    if (upper == nullptr) upper = side(all, is_first ? "w:top" : "w:insideH");
    if (const XmlNode* drawn = wider(before, upper); is_drawn(drawn)) {
      border(*drawn, left, left + width, inside.y, area.place);
    }
    const std::optional<double> from = inside.y;
    std::optional<double> to = from;
    double x = left;
    std::size_t column = static_cast<std::size_t>(std::max(row.columns_before, 0));
    for (const Cell& cell : row.cells) {
      double wide = 0;
      for (int c = 0; c < cell.columns && column < table.grid.size(); ++c) {
        wide += mm_of_twips(table.grid[column++]);
      }
      Area in_cell = inside;
      in_cell.y = from;
      in_cell.left = x + mm_of_twips(margin);
      in_cell.right = x + wide - mm_of_twips(margin);
      in_cell.in_table = true;
      blocks(cell.blocks, in_cell);
      if (to && in_cell.y) to = std::max(*to, *in_cell.y);
      x += wide;
    }
    if (from) {
      const XmlNode* high = row.properties.child("w:trHeight");
      const double least = mm_of_twips(twips_at(high, "val", 0));
      const bool is_exact = high != nullptr && (*high)["hRule"] == "exact";
      inside.y = is_exact ? *from + least : std::max(to.value_or(*from), *from + least);
    }
    before = cell_side(row, "w:bottom");
    if (before == nullptr) before = side(all, is_last ? "w:bottom" : "w:insideH");
    if (is_last && is_drawn(before)) border(*before, left, left + width, inside.y, area.place);
  }
  if (floating == nullptr) {
    area.y = inside.y;
  } else if (area.y && inside.y && width > 0.8 * (area.right - area.left)) {
    // What follows is pushed below it.
    area.y = std::max(*area.y, *inside.y + mm_of_twips(twips_at(floating, "bottomFromText", 0)));
  }
}

namespace {

std::optional<double> position(const XmlNode& drawing, std::string_view name, double page,
                               double text, std::optional<double> here) {
  const XmlNode* position = drawing.child(name);
  const XmlNode* offset = position == nullptr ? nullptr : position->child("wp:posOffset");
  if (offset == nullptr) return std::nullopt;
  double value = 0;
  std::from_chars(offset->text.data(), offset->text.data() + offset->text.size(), value);
  const double mm = value / 36000;
  const std::string_view from = (*position)["relativeFrom"];
  if (from == "page") return page + mm;
  if (from == "margin" || from == "column" || from == "leftMargin") return text + mm;
  return here ? std::optional(*here + mm) : std::nullopt;
}

const XmlNode* find_in(const XmlNode& node, std::string_view name, int depth) {
  if (node.name == name) return &node;
  if (depth == 0) return nullptr;
  for (const XmlNode& one : node.children) {
    if (const XmlNode* found = find_in(one, name, depth - 1)) return found;
  }
  return nullptr;
}

}  // namespace

void WordFlow::shapes(const Paragraph& paragraph, const Area& area) {
  for (const formats::docx::Piece& piece : paragraph.pieces) {
    if (piece.kind != PieceKind::shape || piece.shape < 0) continue;
    const auto& shape = docx_.shapes.at(static_cast<std::size_t>(piece.shape));
    for (const formats::docx::Blocks& box : shape.boxes) {
      Area inside = area;
      inside.y = std::nullopt;
      blocks(box, inside);
    }
    constexpr int deep = 8;
    const XmlNode* extent = find_in(shape.drawing, "wp:extent", deep);
    const XmlNode* pen = find_in(shape.drawing, "a:ln", deep);
    if (extent == nullptr || pen == nullptr) continue;
    const double wide = twips_in((*extent)["cx"]).value_or(0) / 36000;
    double high = 0;
    std::from_chars((*extent)["cy"].data(), (*extent)["cy"].data() + (*extent)["cy"].size(), high);
    double cx = 0;
    std::from_chars((*extent)["cx"].data(), (*extent)["cx"].data() + (*extent)["cx"].size(), cx);
    const double width = std::max(wide, cx / 36000);
    if (high / 36000 > 1 || width < 20) continue;  // a line is flat
    const XmlNode* anchor = find_in(shape.drawing, "wp:anchor", deep);
    Stroke stroke{};
    double weight = 9525;
    std::from_chars((*pen)["w"].data(), (*pen)["w"].data() + (*pen)["w"].size(), weight);
    stroke.weight = weight / 36000;
    if (const XmlNode* colour = find_in(*pen, "a:srgbClr", 4)) {
      unsigned value = 0;
      const std::string_view text = (*colour)["val"];
      std::from_chars(text.data(), text.data() + text.size(), value, 16);
      stroke.colour = Colour{static_cast<int>(value >> 16U), static_cast<int>(value >> 8U & 0xFFU),
                             static_cast<int>(value & 0xFFU)};
    }
    const std::string_view kind = (*pen)["cmpd"];
    if (kind == "thickThin" || kind == "thinThick" || kind == "dbl") {
      stroke.lines = 2;
      stroke.is_thick_first = kind == "thickThin";
    }
    if (anchor != nullptr) {
      stroke.left = position(*anchor, "wp:positionH", 0, area.left, area.left);
      if (stroke.left) stroke.right = *stroke.left + width;
      stroke.y = position(*anchor, "wp:positionV", 0, sheet_.top.value_or(0), area.y);
    }
    stroke.page = stroke.y ? 1 : 0;
    stroke.after = sheet_.blocks.size();
    stroke.place = area.place;
    sheet_.strokes.push_back(stroke);
  }
}

}  // namespace huice::document::verify
