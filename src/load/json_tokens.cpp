// SPDX-License-Identifier: Apache-2.0
//
// nlohmann_json 3.11 keeps no positions, so the parser reads through an iterator that tells how
// far it has come. An event's token begins at the first byte behind the previous token that is no
// blank, comma or colon; the lexer looks one byte past a number only, and that byte is always a
// blank, a comma or a closing bracket.
#include "load/json_tokens.h"

#include "base/messages/json.h"

#include <algorithm>

namespace huice::load {
namespace {

constexpr std::size_t kDeepest = 64;

class TrackedIterator {
 public:
  using iterator_category = std::forward_iterator_tag;
  using value_type = char;
  using difference_type = std::ptrdiff_t;
  using pointer = const char*;
  using reference = const char&;

  TrackedIterator() = default;
  TrackedIterator(const char* at, const char** reached) : at_(at), reached_(reached) {}

  reference operator*() const { return *at_; }
  TrackedIterator& operator++() {
    *reached_ = ++at_;
    return *this;
  }
  TrackedIterator operator++(int) {
    TrackedIterator before = *this;
    ++*this;
    return before;
  }
  friend bool operator==(const TrackedIterator& a, const TrackedIterator& b) {
    return a.at_ == b.at_;
  }
  friend bool operator!=(const TrackedIterator& a, const TrackedIterator& b) { return !(a == b); }

 private:
  const char* at_ = nullptr;
  const char** reached_ = nullptr;
};

// The mark that a Chinese input method writes for JSON's own, where `text` begins with one.
std::string_view chinese_mark(std::string_view text) {
  for (const std::string_view mark :
       {"“", "”", "‘", "’", "，", "：", "；", "、", "｛", "｝", "【", "】", "［", "］", "　"}) {
    if (text.starts_with(mark)) return mark;
  }
  return {};
}

// The slips that people make most, told from the place where reading stopped; others are worded by
// `reason`.
Message fault_at(std::string_view rest, std::string_view before, std::string reason) {
  constexpr std::string_view kBlank = " \t\r\n";
  if (rest.find_first_not_of(kBlank) == std::string_view::npos) return msg::json_ends_early{};
  if (rest.starts_with("//") || rest.starts_with("/*") || rest.starts_with('#')) {
    return msg::json_comment{};
  }
  const std::size_t last = before.find_last_not_of(kBlank);
  const bool after_comma = last != std::string_view::npos && before[last] == ',';
  if (after_comma && (rest[0] == '}' || rest[0] == ']')) return msg::json_trailing_comma{};
  if (rest[0] == '"' && rest.substr(0, rest.find('\n')).find('"', 1) == std::string_view::npos) {
    return msg::json_open_text{};
  }
  return msg::json_syntax{.reason = std::move(reason)};
}

std::string reason_of(const nlohmann::detail::exception& error) {
  std::string reason = error.what();
  const std::size_t dash = reason.rfind(" - ");
  if (dash != std::string::npos) reason.erase(0, dash + 3);
  const std::size_t detail = reason.find("; last read:");
  if (detail != std::string::npos) {
    const std::size_t end = reason.find("';", detail);
    reason.erase(detail, end == std::string::npos ? std::string::npos : end + 1 - detail);
  }
  return reason;
}

}  // namespace

void JsonTokens::parse() {
  const std::string_view text = context_.text();
  reached_ = text.data();
  nlohmann::json::sax_parse(TrackedIterator(text.data(), &reached_),
                            TrackedIterator(text.data() + text.size(), &reached_), this);
}

bool JsonTokens::enter() {
  if (++depth_ <= kDeepest) return true;
  context_.report(msg::too_deep{.limit = kDeepest}, token_);
  return false;
}

bool JsonTokens::parse_error(std::size_t /*position*/, const std::string& /*last_token*/,
                             const nlohmann::detail::exception& error) {
  begin_token();
  const std::string_view text = context_.text();
  const std::size_t last = position() > 0 ? position() - 1 : 0;
  const std::size_t start = std::min(token_.offset, last);
  const Span span{start, std::max<std::size_t>(1, position() - start)};
  const std::string_view rest = token_.offset == text.size() ? "" : text.substr(start);
  if (const auto mark = chinese_mark(rest); !mark.empty()) {
    context_.report(msg::json_punctuation{.mark = mark}, Span{start, mark.size()});
  } else {
    context_.report(fault_at(rest, text.substr(0, start), reason_of(error)), span);
  }
  return false;
}

void JsonTokens::begin_token() {
  const std::string_view text = context_.text();
  const std::size_t start = text.find_first_not_of(" \t\r\n,:", token_end_);
  token_.offset = std::min(start, position());
  token_.length = std::max<std::size_t>(1, position() - token_.offset);
  token_end_ = position();
}

void JsonTokens::leave_look_ahead() {
  const std::string_view token = context_.text().substr(token_.offset, token_.length);
  token_.length = std::min(token.size(), token.find_first_of(" \t\r\n,]}"));
  token_end_ = token_.offset + token_.length;
}

}  // namespace huice::load
