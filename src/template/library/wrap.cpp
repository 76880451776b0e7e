// SPDX-License-Identifier: Apache-2.0
#include "template/library/wrap.h"

#include "base/utf8.h"
#include "base/white_space.h"
#include "template/values/characters.h"

#include <algorithm>
#include <string>

namespace huice::tmpl {
namespace {

using Chunk = std::u32string_view;

constexpr bool is_blank(char32_t c) {
  return c == ' ' || c == '\t';
}

bool is_space_only(Chunk chunk) {
  return std::all_of(chunk.begin(), chunk.end(), utf8::is_space);
}

/// Cuts a paragraph into words, hyphenated parts of words, dashes and blanks: what textwrap's
/// regular expressions wordsep_re and wordsep_simple_re match.
class Chunks {
 public:
  Chunks(Chunk text, bool hyphens) : text_(text), hyphens_(hyphens) {}

  /// Where the chunk that begins at `start` ends.
  std::size_t end_of(std::size_t start) const {
    std::size_t at = start;
    if (is_blank(text_[start])) {
      while (at < text_.size() && is_blank(text_[at])) ++at;
      return at;
    }
    if (const std::size_t end = hyphens_ ? dash_end(start) : start; end > start) return end;
    for (++at; at < text_.size() && !is_blank(text_[at]); ++at) {
      if (!hyphens_) continue;
      if (is_hyphen_of_word(at)) return at + 1;
      if (dash_end(at) > at) return at;
    }
    return at;
  }

 private:
  // Two hyphens or more between a word and the next.
  std::size_t dash_end(std::size_t start) const {
    if (start == 0 || !ends_word(text_[start - 1])) return start;
    std::size_t at = start;
    while (at < text_.size() && text_[at] == '-') ++at;
    return at - start >= 2 && at < text_.size() && is_word(text_[at]) ? at : start;
  }

  bool is_hyphen_of_word(std::size_t at) const {
    if (text_[at] != '-' || at < 2 || !is_letter(at - 1)) return false;
    const bool before = is_letter(at - 2) || (at > 2 && text_[at - 2] == '-' && is_letter(at - 3));
    if (!before || !is_letter(at + 1)) return false;
    return is_letter(at + 2) ||
           (at + 2 < text_.size() && text_[at + 2] == '-' && is_letter(at + 3));
  }

  bool is_letter(std::size_t at) const {
    return at < text_.size() && is_word(text_[at]) && !is_digit(text_[at]);
  }

  static bool ends_word(char32_t c) {
    return is_word(c) || std::u32string_view(U"!\"'&.,?").find(c) != std::u32string_view::npos;
  }

  Chunk text_;
  bool hyphens_;
};

/// Lays chunks out in lines; the chunk still to be placed is [at_, end_).
class Layout {
 public:
  Layout(Chunk text, const Wrapping& how)
      : text_(text), chunks_(text, how.break_on_hyphens), how_(&how) {
    next();
  }

  /// The next line; empty at the end.
  Chunk line() {
    while (at_ < text_.size()) {
      if (!first_ && is_space_only(current())) next();
      const std::size_t start = at_;
      last_ = at_;
      while (at_ < text_.size() && end_ - start <= how_->width) {
        last_ = at_;
        next();
      }
      if (at_ < text_.size() && end_ - at_ > how_->width) place_long_word(start);
      const std::size_t end = is_space_only(text_.substr(last_, at_ - last_)) ? last_ : at_;
      if (end == start) continue;
      first_ = false;
      return text_.substr(start, end - start);
    }
    return {};
  }

 private:
  Chunk current() const { return text_.substr(at_, end_ - at_); }

  void next() {
    at_ = end_;
    if (at_ < text_.size()) end_ = chunks_.end_of(at_);
  }

  void place_long_word(std::size_t start) {
    if (!how_->break_long_words) {
      if (at_ == start) next();
      return;
    }
    std::size_t size = how_->width - (at_ - start);
    const Chunk part = current().substr(0, size);
    const std::size_t hyphen = how_->break_on_hyphens ? part.rfind('-') : Chunk::npos;
    if (hyphen != Chunk::npos && part.substr(0, hyphen).find_first_not_of('-') != Chunk::npos) {
      size = hyphen + 1;
    }
    last_ = at_;
    at_ += size;
  }

  Chunk text_;
  Chunks chunks_;
  const Wrapping* how_;
  std::size_t at_ = 0;
  std::size_t end_ = 0;
  std::size_t last_ = 0;  // where the line's last chunk begins
  bool first_ = true;
};

}  // namespace

void wrap(std::string_view paragraph, const Wrapping& how,
          const std::function<bool(std::string_view line)>& take) {
  std::u32string text;
  for (std::size_t offset = 0; offset < paragraph.size();) {
    text += utf8::decode(paragraph, offset);
  }
  Layout layout(text, how);
  for (Chunk line = layout.line(); !line.empty(); line = layout.line()) {
    std::string bytes;
    for (const char32_t c : line) utf8::append(bytes, c);
    if (!take(bytes)) return;
  }
}

}  // namespace huice::tmpl
