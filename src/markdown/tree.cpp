// SPDX-License-Identifier: Apache-2.0
#include "markdown/tree.h"

#include "markup/address.h"

namespace huice::markdown {

Document::Document() {
  Node root;
  root.end = 1;
  nodes_.push_back(root);
}

void Document::lead_from(std::string_view root) {
  if (root.empty()) return;
  for (Node& one : nodes_) {
    if (one.kind != Kind::link && one.kind != Kind::image) continue;
    const std::string address(url(one));
    if (address.empty() || address.starts_with('#') || markup::has_scheme(address)) continue;
    one.text.offset = static_cast<decltype(one.text.offset)>(buffer_.size());
    one.text.size = static_cast<decltype(one.text.size)>(root.size() + address.size());
    buffer_.append(root).append(address);
  }
}

bool same_tree(const Document& a, const Document& b) {
  if (a.size() != b.size()) return false;
  for (NodeId id = 0; id < a.size(); ++id) {
    const Node& x = a.node(id);
    const Node& y = b.node(id);
    if (x.kind != y.kind || x.end != y.end || x.level != y.level || x.align != y.align ||
        x.ordered != y.ordered || x.tight != y.tight || x.start != y.start ||
        a.text(x) != b.text(y) || a.title(x) != b.title(y)) {
      return false;
    }
  }
  return true;
}

bool is_single_paragraph(const Document& document) {
  if (document.empty()) return true;
  const Node& first = document.node(1);
  return first.kind == Kind::paragraph && first.end == document.size();
}

std::vector<NodeId> text_blocks(const Document& document) {
  std::vector<NodeId> blocks;
  for (NodeId id = 1; id < document.size();) {
    const Node& node = document.node(id);
    const bool holds_text = node.kind == Kind::paragraph || node.kind == Kind::heading ||
                            node.kind == Kind::table_cell || node.kind == Kind::code_block;
    if (holds_text && (node.kind != Kind::table_cell || !document.is_leaf(id))) {
      blocks.push_back(id);
    }
    id = holds_text ? node.end : id + 1;
  }
  return blocks;
}

std::string plain_text(const Document& document, NodeId id) {
  std::string out;
  for (NodeId i = id; i < document.node(id).end; ++i) {
    const Node& node = document.node(i);
    if (node.kind == Kind::text || node.kind == Kind::code || node.kind == Kind::code_block) {
      out += document.text(node);
    } else if (node.kind == Kind::soft_break) {
      out += ' ';
    } else if (node.kind == Kind::line_break) {
      out += '\n';
    }
  }
  return out;
}

}  // namespace huice::markdown
