// SPDX-License-Identifier: Apache-2.0
#pragma once

// The one tree between Markdown and every output format. A Document is immutable: its nodes are
// in reading order in one array (a node, then everything inside it, then its next sibling), its
// text in one buffer. Writers walk it with a switch over Kind that has no default branch, so that a
// new kind fails to compile until every writer handles it.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace huice::markdown {

/// Every node there is. What a kind carries beside its children is after it.
enum class Kind : std::uint8_t {
  document,        ///< the root; its children are blocks
  paragraph,       ///< inline children
  heading,         ///< level(); inline children
  block_quote,     ///< block children
  list,            ///< ordered(), start(), tight(); children are items
  item,            ///< block children, possibly none
  code_block,      ///< info(), text(), whose last line ends with a line feed; no children
  thematic_break,  ///< no children
  table,           ///< children are rows of equal length, the first being the header; see columns()
  table_row,       ///< children are cells
  table_cell,      ///< align(); inline children, never a break
  text,            ///< text(); never next to another text node
  soft_break,      ///< a line end in the source that has no meaning; never between two Chinese
                   ///< characters, which have no space between them (parse() drops it)
  line_break,      ///< a line end that the author asked for
  code,            ///< text()
  emphasis,        ///< inline children
  strong,          ///< inline children
  link,            ///< url(), title(); inline children, no link or citation among them
  image,           ///< url(), title(); the inline children are the alternative text
  citation,        ///< target(): a link to `fact:…`; inline children as the author wrote them
};

enum class Align : std::uint8_t { none, left, center, right };

using NodeId = std::uint32_t;

/// A place in the Markdown text: line and byte column from 1; 0 where unknown.
struct SourcePos {
  std::uint32_t line = 0;
  std::uint32_t column = 0;
};

/// A part of the Document's text buffer.
struct Slice {
  std::uint32_t offset = 0;
  std::uint32_t size = 0;
};

struct Node {
  Kind kind = Kind::document;
  std::uint8_t level = 0;     ///< heading: 1 to 6
  Align align = Align::none;  ///< table_cell
  bool ordered = false;       ///< list
  bool tight = false;         ///< list: items are without blank lines between them
  std::uint32_t start = 0;    ///< ordered list: number of the first item
  NodeId end = 0;             ///< one past the node's last descendant; the next sibling, if any
  SourcePos where;
  Slice text;   ///< text, code, code_block: content; link, image: URL; citation: target
  Slice extra;  ///< link, image: title; code_block: info string
};

class Document {
 public:
  static constexpr NodeId kRoot = 0;

  /// Iterates over a node's children: `for (NodeId child : document.children(id))`.
  class Children {
   public:
    class Iterator {
     public:
      Iterator(const Document* document, NodeId id) : document_(document), id_(id) {}
      NodeId operator*() const { return id_; }
      Iterator& operator++() {
        id_ = document_->node(id_).end;
        return *this;
      }
      bool operator==(const Iterator& other) const { return id_ == other.id_; }

     private:
      const Document* document_;
      NodeId id_;
    };
    Children(const Document* document, NodeId first, NodeId end)
        : document_(document), first_(first), end_(end) {}
    Iterator begin() const { return {document_, first_}; }
    Iterator end() const { return {document_, end_}; }
    bool empty() const { return first_ == end_; }

   private:
    const Document* document_;
    NodeId first_;
    NodeId end_;
  };

  Document();

  const Node& node(NodeId id) const { return nodes_[id]; }
  /// How much all its texts are together.
  std::size_t text_bytes() const { return buffer_.size(); }
  NodeId size() const { return static_cast<NodeId>(nodes_.size()); }
  bool empty() const { return nodes_.size() == 1; }  ///< no blocks at all
  Children children(NodeId id) const { return {this, id + 1, nodes_[id].end}; }
  bool is_leaf(NodeId id) const { return nodes_[id].end == id + 1; }

  /// Views into the Document, valid as long as it lives.
  std::string_view text(const Node& node) const { return view(node.text); }
  std::string_view url(const Node& node) const { return view(node.text); }
  std::string_view target(const Node& node) const { return view(node.text); }
  std::string_view title(const Node& node) const { return view(node.extra); }
  std::string_view info(const Node& node) const { return view(node.extra); }

  /// Puts `root`, the way from a page to the root of its site, before the address of every link and
  /// picture that says neither how to get there nor `#…`. Views into the document end.
  void lead_from(std::string_view root);

 private:
  friend class TreeBuilder;
  std::string_view view(Slice slice) const {
    return std::string_view(buffer_).substr(slice.offset, slice.size);
  }

  std::vector<Node> nodes_;
  std::string buffer_;
};

/// Whether two trees say the same; places in the source do not count.
bool same_tree(const Document& a, const Document& b);

/// Whether the document is one paragraph (or nothing), so that its inline content can be in a
/// table cell, a card or a sentence.
bool is_single_paragraph(const Document& document);

/// The blocks that hold text themselves, in reading order: paragraphs, headings, code blocks and
/// table cells. Empty cells are left out.
std::vector<NodeId> text_blocks(const Document& document);

/// The text of everything inside `id` without markup: images give their alternative text, breaks a
/// space (a soft one) or a line feed.
std::string plain_text(const Document& document, NodeId id);

}  // namespace huice::markdown
