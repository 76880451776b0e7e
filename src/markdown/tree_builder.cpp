// SPDX-License-Identifier: Apache-2.0
#include "markdown/tree_builder.h"

#include "base/utf8.h"

#include <utility>

namespace huice::markdown {

TreeBuilder::TreeBuilder() = default;

void TreeBuilder::reserve(std::size_t bytes) {
  document_.buffer_.reserve(bytes);
  document_.nodes_.reserve(16 + bytes / 64);
}

Slice TreeBuilder::store(std::string_view text) {
  const Slice slice{static_cast<std::uint32_t>(document_.buffer_.size()),
                    static_cast<std::uint32_t>(text.size())};
  document_.buffer_.append(text);
  return slice;
}

void TreeBuilder::open(const Node& node) {
  open_.push_back(document_.size());
  document_.nodes_.push_back(node);
  joins_ = false;
}

void TreeBuilder::close() {
  document_.nodes_[open_.back()].end = document_.size();
  open_.pop_back();
  joins_ = false;
}

void TreeBuilder::leaf(const Node& node) {
  document_.nodes_.push_back(node);
  document_.nodes_.back().end = document_.size();
  joins_ = false;
}

void TreeBuilder::text(std::string_view text, Place where) {
  if (text.empty()) return;
  const Slice slice = store(text);
  if (joins_) {
    document_.nodes_.back().text.size += slice.size;
    return;
  }
  Node node;
  node.kind = Kind::text;
  node.where = where;
  node.text = slice;
  leaf(node);
  joins_ = true;
}

char32_t TreeBuilder::last_character() const {
  const Node& last = document_.nodes_.back();
  if (last.kind != Kind::text) return 0;
  const std::string_view text = document_.text(last);
  std::size_t start = text.size() - 1;
  while (start > 0 && (static_cast<unsigned char>(text[start]) & 0xC0U) == 0x80U) --start;
  return utf8::decode(text, start);
}

Document TreeBuilder::finish() {
  document_.nodes_[Document::kRoot].end = document_.size();
  joins_ = false;
  return std::exchange(document_, Document{});
}

}  // namespace huice::markdown
