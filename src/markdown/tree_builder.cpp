// SPDX-License-Identifier: Apache-2.0
#include "markdown/tree_builder.h"

#include "base/utf8.h"
#include "markdown/characters.h"

#include <utility>

namespace huice::markdown {
namespace {

// XML 1.0, 2.2: what no document of HTML that is also XML can hold, as CommonMark replaces U+0000.
bool is_forbidden(char32_t c) {
  return (c < 0x20 && c != '\t' && c != '\n' && c != '\r') || c == 0xFFFE || c == 0xFFFF;
}

bool may_be_forbidden(char byte) {
  return static_cast<unsigned char>(byte) < 0x20 || byte == '\xEF';
}

}  // namespace

TreeBuilder::TreeBuilder() = default;

void TreeBuilder::reserve(std::size_t bytes) {
  document_.buffer_.reserve(bytes);
  document_.nodes_.reserve(16 + bytes / 64);
}

Slice TreeBuilder::store(std::string_view text) {
  const std::size_t start = document_.buffer_.size();
  std::size_t done = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    if (!may_be_forbidden(text[at])) {
      ++at;
    } else if (is_forbidden(utf8::decode(text, at))) {
      document_.buffer_.append(text, done, begin - done);
      document_.buffer_ += "\uFFFD";
      done = at;
    }
  }
  document_.buffer_.append(text, done);
  return {static_cast<std::uint32_t>(start),
          static_cast<std::uint32_t>(document_.buffer_.size() - start)};
}

void TreeBuilder::open(const Node& node) {
  open_.push_back(document_.size());
  document_.nodes_.push_back(node);
  joins_ = false;
}

void TreeBuilder::close() {
  const NodeId closed = open_.back();
  open_.pop_back();
  document_.nodes_[closed].end = document_.size();
  const bool is_empty = closed + 1 == document_.size();
  // Of lines that hold U+000B alone nothing is left.
  if (is_empty && document_.node(closed).kind == Kind::paragraph) document_.nodes_.pop_back();
  joins_ = false;
}

void TreeBuilder::leaf(const Node& node) {
  document_.nodes_.push_back(node);
  document_.nodes_.back().end = document_.size();
  joins_ = false;
}

void TreeBuilder::text(std::string_view text, SourcePos where) {
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

bool TreeBuilder::begins_line() const {
  const Kind last = document_.nodes_.back().kind;
  const bool is_break = last == Kind::soft_break || last == Kind::line_break;
  return is_break || last == Kind::paragraph || last == Kind::heading;
}

char32_t TreeBuilder::last_character() const {
  const Node& last = document_.nodes_.back();
  if (last.kind != Kind::text) return 0;
  const std::string_view text = document_.text(last);
  std::size_t start = text.size();
  return decode_before(text, start);
}

Document TreeBuilder::finish() {
  document_.nodes_[Document::kRoot].end = document_.size();
  joins_ = false;
  return std::exchange(document_, Document{});
}

}  // namespace huice::markdown
