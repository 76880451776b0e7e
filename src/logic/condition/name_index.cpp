// SPDX-License-Identifier: Apache-2.0
#include "logic/condition/name_index.h"

#include "base/half_width.h"
#include "base/utf8.h"

#include <algorithm>
#include <utility>

namespace huice::logic {
namespace {

bool is_quotation_mark(char32_t c) {
  return c == U'"' || c == U'\'' || c == U'“' || c == U'”' || c == U'‘' || c == U'’';
}

// Reads what a name is compared by: characters in their usual width, without quotation marks.
class Characters {
 public:
  explicit Characters(std::string_view text, std::size_t at = 0) : text_(text), at_(at) {}

  std::optional<char32_t> next() {
    while (take_mark()) ++marks_;
    if (at_ >= text_.size()) return std::nullopt;
    return half_width(utf8::decode(text_, at_));
  }

  // Behind the last one, and behind the mark there that closes one before it.
  std::size_t end() const {
    Characters ahead = *this;
    if (marks_ % 2 == 1) ahead.take_mark();
    return ahead.at_;
  }

 private:
  bool take_mark() {
    std::size_t next = at_;
    if (at_ >= text_.size() || !is_quotation_mark(half_width(utf8::decode(text_, next)))) {
      return false;
    }
    at_ = next;
    return true;
  }

  std::string_view text_;
  std::size_t at_;
  std::size_t marks_ = 0;
};

std::uint64_t key_of(std::uint32_t node, char32_t c) {
  return std::uint64_t{node} << 32U | c;
}

}  // namespace

bool are_alike(std::string_view a, std::string_view b) {
  Characters in_a(a);
  Characters in_b(b);
  bool any = false;
  while (const auto c = in_b.next()) {
    if (in_a.next() != c) return false;
    any = true;
  }
  return any && in_a.end() == a.size();
}

NameIndex::NameIndex(std::vector<std::string_view> names) : names_(std::move(names)) {
  for (std::size_t number = 0; number < names_.size(); ++number) add(number);
}

void NameIndex::add(std::size_t number) {
  const std::string_view name = names_[number];
  std::uint32_t node = 0;
  for (Characters characters(name); const auto c = characters.next();) {
    const auto fresh = static_cast<std::uint32_t>(nodes_.size());
    const auto [step, added] = next_.try_emplace(key_of(node, *c), fresh);
    if (added) nodes_.emplace_back();
    node = step->second;
    nodes_[node].longest = std::max(nodes_[node].longest, name.size());
  }
  if (node == 0) return;
  if (!nodes_[node].names) nodes_[node].names = Alike{number, number};
  nodes_[node].names->last = number;
  to_the_letter_.try_emplace(name, Alike{number, number}).first->second.last = number;
}

std::uint32_t NameIndex::after(std::uint32_t node, char32_t c) const {
  const auto step = next_.find(key_of(node, c));
  return step == next_.end() ? 0 : step->second;
}

std::optional<FoundName> NameIndex::longest_at(std::string_view text, std::size_t at) const {
  std::optional<Alike> found;
  std::size_t end = at;
  std::uint32_t node = 0;
  for (Characters characters(text, at); const auto c = characters.next();) {
    node = after(node, *c);
    if (node == 0) break;
    if (!nodes_[node].names) continue;
    found = nodes_[node].names;
    end = characters.end();
  }
  if (!found) return std::nullopt;
  const auto same = to_the_letter_.find(text.substr(at, end - at));
  if (same != to_the_letter_.end()) found = same->second;
  FoundName name{found->first, end - at, std::nullopt};
  if (found->last != found->first) name.other = found->last;
  return name;
}

bool NameIndex::has_longer(std::string_view text) const {
  std::uint32_t node = 0;
  for (Characters characters(text); const auto c = characters.next();) {
    node = after(node, *c);
    if (node == 0) return false;
  }
  return nodes_[node].longest > text.size();
}

}  // namespace huice::logic
