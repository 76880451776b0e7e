// SPDX-License-Identifier: Apache-2.0
#include "markdown/own_mark.h"

#include "base/ascii.h"
#include "base/utf8.h"
#include "markdown/characters.h"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <string>
#include <system_error>

namespace huice::markdown {
namespace {

constexpr std::uint32_t kOwnCharacter = 0x2E17;
constexpr std::size_t kLongestReference = 12;  ///< "&#0011799" and "&#x002E17" are shorter

/// Whether the text begins with a character reference to the mark: `&#11799;`, `&#x2E17;`.
bool refers_to_mark(std::string_view text) {
  text = text.substr(0, kLongestReference);  // not the whole text for each “&” in it
  const std::string_view reference = text.substr(0, text.find(';'));
  if (!reference.starts_with("&#") || reference.size() == text.size()) return false;
  const bool is_hex = reference.size() > 2 && (reference[2] == 'x' || reference[2] == 'X');
  const std::string_view digits = reference.substr(is_hex ? 3 : 2);
  std::uint32_t value = 0;
  const char* const end = digits.data() + digits.size();
  const auto [stopped, error] = std::from_chars(digits.data(), end, value, is_hex ? 16 : 10);
  return error == std::errc() && stopped == end && value == kOwnCharacter;
}

std::string without_marks(std::string_view text) {
  std::string out;
  std::size_t done = 0;
  for (std::size_t at = text.find(kOwnMark); at != std::string_view::npos;
       at = text.find(kOwnMark, done)) {
    out.append(text, done, at - done);
    done = at + kOwnMark.size();
    if (text.substr(done, kOwnMark.size()) != kOwnMark) continue;
    out += kOwnMark;
    done += kOwnMark.size();
  }
  return out.append(text, done);
}

/// What a node keeps under one name, without the marks.
void clean(cmark_node* node, const char* (*get)(cmark_node*),
           int (*set)(cmark_node*, const char*)) {
  const char* text = get(node);
  if (text == nullptr || std::string_view(text).find(kOwnMark) == std::string_view::npos) return;
  set(node, without_marks(text).c_str());
}

bool takes_mark(std::string_view text, std::size_t at, char32_t c) {
  if (c < 0x80) return ascii::is_alnum(static_cast<char>(c));
  return text.substr(at, kOwnMark.size()) != kOwnMark;
}

}  // namespace

void mark_before(std::string_view text, std::size_t at, std::vector<Edit>& edits) {
  if (at == 0) return;
  std::size_t start = at;
  const char32_t c = decode_before(text, start);
  if (takes_mark(text, start, c)) edits.push_back({at, 0, std::string(kOwnMark)});
}

void mark_after(std::string_view text, std::size_t at, std::vector<Edit>& edits) {
  if (at >= text.size()) return;
  std::size_t end = at;
  const char32_t c = utf8::decode(text, end);
  if (takes_mark(text, at, c)) edits.push_back({at, 0, std::string(kOwnMark)});
}

std::vector<Edit> doubled_marks(std::string_view markdown) {
  std::vector<Edit> edits;
  const auto double_at = [&edits](std::size_t at) {
    edits.push_back({at, 0, std::string(kOwnMark)});
  };
  for (std::size_t at = 0; at < markdown.size(); ++at) {
    const bool may_be_mark = markdown[at] == kOwnMark[0] || markdown[at] == '&';
    if (!may_be_mark) continue;
    const std::string_view rest = markdown.substr(at);
    if (rest.starts_with(kOwnMark) || refers_to_mark(rest)) double_at(at);
  }
  return edits;
}

void remove_own_marks(cmark_node* root) {
  cmark_iter* iter = cmark_iter_new(root);
  while (cmark_iter_next(iter) != CMARK_EVENT_DONE) {
    if (cmark_iter_get_event_type(iter) != CMARK_EVENT_ENTER) continue;
    cmark_node* node = cmark_iter_get_node(iter);
    clean(node, cmark_node_get_literal, cmark_node_set_literal);
    clean(node, cmark_node_get_url, cmark_node_set_url);
    clean(node, cmark_node_get_title, cmark_node_set_title);
    clean(node, cmark_node_get_fence_info, cmark_node_set_fence_info);
  }
  cmark_iter_free(iter);
}

}  // namespace huice::markdown
