// SPDX-License-Identifier: Apache-2.0
#include "formats/docx/story_reader.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

namespace huice::formats::docx {
namespace {

// Elements that only group what is in them.
bool is_group(std::string_view name) {
  static constexpr std::array<std::string_view, 10> kGroups{
      "w:sdt", "w:sdtContent", "w:smartTag", "w:customXml", "w:dir",
      "w:bdo", "w:rubyBase",   "m:oMath",    "m:oMathPara", "w:subDoc"};
  return std::find(kGroups.begin(), kGroups.end(), name) != kGroups.end();
}

std::optional<ChangeKind> change_kind(std::string_view name) {
  if (name == "w:ins") return ChangeKind::inserted;
  if (name == "w:del") return ChangeKind::deleted;
  if (name == "w:moveTo") return ChangeKind::moved_here;
  if (name == "w:moveFrom") return ChangeKind::moved_away;
  return std::nullopt;
}

bool is_coming(ChangeKind kind) {
  return kind == ChangeKind::inserted || kind == ChangeKind::moved_here;
}

int number_in(std::string_view text, int otherwise) {
  int out = otherwise;
  std::from_chars(text.data(), text.data() + text.size(), out);
  return out;
}

int number_of(const XmlNode* node, std::string_view attribute, int otherwise) {
  return node == nullptr ? otherwise : number_in((*node)[attribute], otherwise);
}

// An alternative is for who knows all that it names (ECMA-376 part 3, 9.3).
bool is_known(std::string_view required) {
  static constexpr std::array<std::string_view, 8> kKnown{"wps", "wpg", "wpc", "wp14",
                                                          "w14", "w15", "wpi", "w16se"};
  while (!required.empty()) {
    const std::size_t end = std::min(required.find(' '), required.size());
    const std::string_view one = required.substr(0, end);
    if (!one.empty() && std::find(kKnown.begin(), kKnown.end(), one) == kKnown.end()) return false;
    required.remove_prefix(std::min(end + 1, required.size()));
  }
  return true;
}

// The first alternative that is known, else what is for all; nullptr where there is neither.
XmlNode* chosen(XmlNode& alternatives) {
  for (XmlNode& one : alternatives.children) {
    if (one.name == "mc:Choice" && is_known(one["Requires"])) return &one;
  }
  return alternatives.child("mc:Fallback");
}

// Blanks at the ends count only where the element says so, and line ends are blanks.
std::string text_of(const XmlNode& node) {
  std::string text = node.text;
  for (char& sign : text) {
    if (sign == '\n' || sign == '\t' || sign == '\r') sign = ' ';
  }
  if (node["xml:space"] == "preserve") return text;
  const std::size_t first = text.find_first_not_of(' ');
  if (first == std::string::npos) return {};
  return text.substr(first, text.find_last_not_of(' ') + 1 - first);
}

Paragraph* last_paragraph(Blocks& blocks) {
  if (blocks.empty()) return nullptr;
  if (auto* paragraph = std::get_if<Paragraph>(&blocks.back())) return paragraph;
  auto& rows = std::get<Table>(blocks.back()).rows;
  if (rows.empty() || rows.back().cells.empty()) return nullptr;
  return last_paragraph(rows.back().cells.back().blocks);
}

bool is_end(PieceKind kind) {
  return kind == PieceKind::bookmark_end || kind == PieceKind::comment_end;
}

}  // namespace

Blocks StoryReader::story(XmlNode& around, std::vector<Section>* sections) {
  Blocks out;
  fields_.clear();
  held_.clear();
  blocks(around, out);
  if (Paragraph* last = last_paragraph(out)) {
    std::move(held_.begin(), held_.end(), std::back_inserter(last->pieces));
  }
  if (sections == nullptr) return out;
  for (std::size_t i = 0; i < out.size(); ++i) {
    auto* paragraph = std::get_if<Paragraph>(&out[i]);
    XmlNode* end = paragraph == nullptr ? nullptr : paragraph->properties.child("w:sectPr");
    if (end == nullptr) continue;
    sections->push_back({std::move(*end), i + 1, {}});
    std::erase_if(paragraph->properties.children,
                  [end](const XmlNode& one) { return &one == end; });
  }
  if (XmlNode* last = around.child("w:sectPr")) {
    sections->push_back({std::move(*last), out.size(), {}});
  }
  return out;
}

void StoryReader::blocks(XmlNode& around, Blocks& out) {
  for (XmlNode& node : around.children) block(node, out);
}

void StoryReader::block(XmlNode& node, Blocks& out) {
  if (node.name == "w:p") {
    out.emplace_back(paragraph(node));
  } else if (node.name == "w:tbl") {
    out.emplace_back(table(node));
  } else if (node.name == "mc:AlternateContent") {
    if (XmlNode* one = chosen(node)) blocks(*one, out);
  } else if (is_group(node.name) || change_kind(node.name)) {
    blocks(node, out);
  } else if (Piece found; mark(node, found)) {
    hold(std::move(found), out);
  }
}

// A mark between paragraphs belongs to the text after it, or, where it ends something, before it.
void StoryReader::hold(Piece mark, Blocks& out) {
  Paragraph* last = is_end(mark.kind) && held_.empty() ? last_paragraph(out) : nullptr;
  if (last == nullptr) {
    held_.push_back(std::move(mark));
  } else {
    last->pieces.push_back(std::move(mark));
  }
}

int StoryReader::change(ChangeKind kind, const XmlNode& node) {
  out_.changes.push_back(
      {kind, std::string(node["id"]), std::string(node["author"]), std::string(node["date"])});
  return static_cast<int>(out_.changes.size()) - 1;
}

Paragraph StoryReader::paragraph(XmlNode& node) {
  Paragraph out;
  out.pieces = std::exchange(held_, {});
  if (XmlNode* properties = node.child("w:pPr")) {
    out.properties = std::move(*properties);
    const XmlNode* mark = out.properties.child("w:rPr");
    if (mark != nullptr) {
      for (const XmlNode& one : mark->children) {
        const auto kind = change_kind(one.name);
        if (!kind) continue;
        (is_coming(*kind) ? out.mark_inserted : out.mark_deleted) = change(*kind, one);
      }
    }
  }
  inlines(node, {}, out);
  return out;
}

Table StoryReader::table(XmlNode& node) {
  Table out;
  if (XmlNode* properties = node.child("w:tblPr")) out.properties = std::move(*properties);
  if (const XmlNode* grid = node.child("w:tblGrid")) {
    for (const XmlNode& column : grid->children) {
      if (column.name == "w:gridCol") out.grid.push_back(number_of(&column, "w", 0));
    }
  }
  rows(node, out);
  return out;
}

void StoryReader::rows(XmlNode& around, Table& out) {
  for (XmlNode& node : around.children) {
    Piece found;
    if (node.name == "w:tr") {
      out.rows.push_back(row(node));
    } else if (is_group(node.name) || change_kind(node.name)) {
      rows(node, out);
    } else if (mark(node, found)) {
      Paragraph* last = nullptr;
      if (is_end(found.kind) && held_.empty() && !out.rows.empty() &&
          !out.rows.back().cells.empty()) {
        last = last_paragraph(out.rows.back().cells.back().blocks);
      }
      (last == nullptr ? held_ : last->pieces).push_back(std::move(found));
    }
  }
}

Row StoryReader::row(XmlNode& node) {
  Row out;
  if (XmlNode* exceptions = node.child("w:tblPrEx")) out.exceptions = std::move(*exceptions);
  if (XmlNode* properties = node.child("w:trPr")) {
    out.properties = std::move(*properties);
    out.columns_before = number_of(out.properties.child("w:gridBefore"), "val", 0);
    for (const XmlNode& one : out.properties.children) {
      const auto kind = change_kind(one.name);
      if (kind) (is_coming(*kind) ? out.inserted : out.deleted) = change(*kind, one);
    }
  }
  cells(node, out);
  return out;
}

void StoryReader::cells(XmlNode& around, Row& out) {
  for (XmlNode& node : around.children) {
    Piece found;
    if (node.name == "w:tc") {
      Cell cell;
      if (XmlNode* properties = node.child("w:tcPr")) {
        cell.properties = std::move(*properties);
        cell.columns = number_of(cell.properties.child("w:gridSpan"), "val", 1);
        if (const XmlNode* merge = cell.properties.child("w:vMerge")) {
          cell.merge = (*merge)["val"] == "restart" ? VerticalMerge::first : VerticalMerge::more;
        }
      }
      blocks(node, cell.blocks);
      out.cells.push_back(std::move(cell));
    } else if (is_group(node.name) || change_kind(node.name)) {
      cells(node, out);
    } else if (mark(node, found)) {
      Paragraph* last = nullptr;
      if (is_end(found.kind) && held_.empty() && !out.cells.empty()) {
        last = last_paragraph(out.cells.back().blocks);
      }
      (last == nullptr ? held_ : last->pieces).push_back(std::move(found));
    }
  }
}

bool StoryReader::mark(const XmlNode& node, Piece& out) {
  if (node.name == "w:bookmarkStart") {
    const std::string name(node["name"]);
    bookmarks_[std::string(node["id"])] = name;
    out = {.kind = PieceKind::bookmark_start, .text = name};
    return true;
  }
  if (node.name == "w:bookmarkEnd") {
    const auto found = bookmarks_.find(std::string(node["id"]));
    if (found == bookmarks_.end()) return false;
    out = {.kind = PieceKind::bookmark_end, .text = found->second};
    return true;
  }
  if (node.name == "w:commentRangeStart" || node.name == "w:commentRangeEnd") {
    const bool starts = node.name == "w:commentRangeStart";
    out = {.kind = starts ? PieceKind::comment_start : PieceKind::comment_end,
           .text = std::string(node["id"])};
    return true;
  }
  return false;
}

Piece StoryReader::piece(PieceKind kind, std::string text, const Within& within) const {
  Piece out{.kind = kind, .text = std::move(text), .run = within.run};
  out.inserted = within.inserted;
  out.deleted = within.deleted;
  out.link = within.link;
  if (!fields_.empty()) out.field = fields_.back().number;
  return out;
}

StoryReader::Within StoryReader::changed(const XmlNode& node, const Within& within) {
  const auto kind = change_kind(node.name);
  if (!kind) return within;
  Within inside = within;
  (is_coming(*kind) ? inside.inserted : inside.deleted) = change(*kind, node);
  return inside;
}

void StoryReader::open_field(std::string instruction) {
  out_.fields.push_back({std::move(instruction), fields_.empty() ? -1 : fields_.back().number});
  fields_.push_back({static_cast<int>(out_.fields.size()) - 1, false});
}

void StoryReader::inlines(XmlNode& around, const Within& within, Paragraph& out) {
  for (XmlNode& node : around.children) inline_node(node, within, out);
}

void StoryReader::inline_node(XmlNode& node, const Within& within, Paragraph& out) {
  if (node.name == "w:r") return run(node, within, out);
  if (node.name == "m:r") return run_nodes(node, within, out);
  if (node.name == "w:hyperlink") {
    const Relation* relation = relations_.by_id(node["r:id"]);
    out_.links.push_back(
        {relation == nullptr ? std::string() : relation->target, std::string(node["anchor"])});
    Within inside = within;
    inside.link = static_cast<int>(out_.links.size()) - 1;
    return inlines(node, inside, out);
  }
  if (node.name == "w:fldSimple") {
    open_field(std::string(node["instr"]));
    fields_.back().in_result = true;
    out.pieces.push_back(piece(PieceKind::field, {}, within));
    inlines(node, within, out);
    fields_.pop_back();
    return;
  }
  if (node.name == "mc:AlternateContent") {
    if (XmlNode* one = chosen(node)) inlines(*one, within, out);
    return;
  }
  if (is_group(node.name) || node.name.starts_with("m:") || change_kind(node.name)) {
    return inlines(node, changed(node, within), out);
  }
  if (Piece found; mark(node, found)) out.pieces.push_back(std::move(found));
}

void StoryReader::run(XmlNode& node, Within within, Paragraph& out) {
  XmlNode* properties = node.child("w:rPr");
  out.runs.push_back(properties == nullptr ? Properties() : std::move(*properties));
  within.run = static_cast<int>(out.runs.size()) - 1;
  run_nodes(node, within, out);
}

void StoryReader::run_nodes(XmlNode& around, const Within& within, Paragraph& out) {
  for (XmlNode& node : around.children) run_node(node, within, out);
}

PieceKind break_kind(const XmlNode& node) {
  if (node["type"] == "page") return PieceKind::page_break;
  if (node["type"] == "column") return PieceKind::column_break;
  return PieceKind::line_break;
}

// Long: one line for each thing that a run may hold.
void StoryReader::run_node(XmlNode& node, const Within& within, Paragraph& out) {
  const auto add = [&](PieceKind kind, std::string text = {}) {
    out.pieces.push_back(piece(kind, std::move(text), within));
  };
  const std::string_view name = node.name;
  if (name == "w:t" || name == "w:delText" || name == "m:t") {
    if (std::string text = text_of(node); !text.empty()) add(PieceKind::text, std::move(text));
  } else if (name == "w:tab" || name == "w:ptab") {
    add(PieceKind::tab);
  } else if (name == "w:br") {
    add(break_kind(node));
  } else if (name == "w:cr") {
    add(PieceKind::line_break);
  } else if (name == "w:lastRenderedPageBreak") {
    add(PieceKind::shown_page_break);
  } else if (name == "w:noBreakHyphen") {
    add(PieceKind::no_break_hyphen, "-");
  } else if (name == "w:softHyphen") {
    add(PieceKind::soft_hyphen);
  } else if (name == "w:sym") {
    add(PieceKind::symbol, std::string(node["char"]));
  } else if (name == "w:commentReference") {
    add(PieceKind::comment_mark, std::string(node["id"]));
  } else if (name == "w:footnoteReference") {
    add(PieceKind::note_mark, "f" + std::string(node["id"]));
  } else if (name == "w:endnoteReference") {
    add(PieceKind::note_mark, "e" + std::string(node["id"]));
  } else if (name == "w:fldChar") {
    field_sign(node, within, out);
  } else if (name == "w:instrText") {
    if (!fields_.empty() && !fields_.back().in_result) {
      out_.fields[static_cast<std::size_t>(fields_.back().number)].instruction += node.text;
    }
  } else if (name == "w:pgNum") {
    open_field("PAGE");
    add(PieceKind::field);
    fields_.pop_back();
  } else if (name == "w:drawing" || name == "w:pict" || name == "w:object") {
    shape(node, within, out);
  } else if (name == "mc:AlternateContent") {
    if (XmlNode* one = chosen(node)) run_nodes(*one, within, out);
  } else if (name == "w:ruby") {
    if (XmlNode* base = node.child("w:rubyBase")) inlines(*base, within, out);
  }
}

void StoryReader::field_sign(const XmlNode& node, const Within& within, Paragraph& out) {
  const std::string_view kind = node["fldCharType"];
  if (kind == "begin") {
    open_field({});
    out.pieces.push_back(piece(PieceKind::field, {}, within));
  } else if (kind == "separate" && !fields_.empty()) {
    fields_.back().in_result = true;
  } else if (kind == "end" && !fields_.empty()) {
    fields_.pop_back();
  }
}

void StoryReader::shape(XmlNode& node, const Within& within, Paragraph& out) {
  Shape found;
  texts_in(node, found);
  if (node.name == "w:drawing") {
    XmlNode* anchor = node.child("wp:anchor");
    found.is_anchored = anchor != nullptr;
    if (anchor == nullptr) anchor = node.child("wp:inline");
    if (anchor != nullptr) found.drawing = std::move(*anchor);
  } else {
    found.drawing = std::move(node);
    for (const XmlNode& one : found.drawing.children) {
      found.is_anchored |= one["style"].find("position:absolute") != std::string_view::npos;
    }
  }
  out_.shapes.push_back(std::move(found));
  Piece sign = piece(PieceKind::shape, {}, within);
  sign.shape = static_cast<int>(out_.shapes.size()) - 1;
  out.pieces.push_back(std::move(sign));
}

// A text box is a text of its own: no field and no mark goes on into it.
void StoryReader::texts_in(XmlNode& node, Shape& out) {
  for (XmlNode& one : node.children) {
    if (one.name == "w:txbxContent") {
      const auto fields = std::exchange(fields_, {});
      const auto held = std::exchange(held_, {});
      Blocks box;
      blocks(one, box);
      out.boxes.push_back(std::move(box));
      fields_ = fields;
      held_ = held;
      one.children.clear();
    } else if (one.name == "mc:AlternateContent") {
      if (XmlNode* best = chosen(one)) texts_in(*best, out);
    } else {
      texts_in(one, out);
    }
  }
}

}  // namespace huice::formats::docx
