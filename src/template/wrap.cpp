// SPDX-License-Identifier: Apache-2.0
#include "template/wrap.h"

#include "base/utf8.h"
#include "template/characters.h"

#include <algorithm>

namespace huice::tmpl {
namespace {

using Chunk = std::u32string_view;

constexpr bool is_blank(char32_t c) {
  return c == ' ' || c == '\t';
}

bool is_space_only(Chunk chunk) {
  return std::all_of(chunk.begin(), chunk.end(), is_space);
}

/// Cuts a paragraph into words, hyphenated parts of words, dashes and blanks: what textwrap's
/// regular expressions wordsep_re and wordsep_simple_re match.
class Chunks {
 public:
  Chunks(Chunk text, bool hyphens) : text_(text), hyphens_(hyphens) {}

  std::vector<Chunk> all() const {
    std::vector<Chunk> found;
    for (std::size_t at = 0; at < text_.size();) {
      const std::size_t end = end_of(at);
      found.push_back(text_.substr(at, end - at));
      at = end;
    }
    return found;
  }

 private:
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

/// Lays chunks out in lines; the chunks still to come are the last of `rest_`, in reverse.
class Layout {
 public:
  Layout(std::vector<Chunk> chunks, const Wrapping& how) : rest_(std::move(chunks)), how_(&how) {
    std::reverse(rest_.begin(), rest_.end());
  }

  std::vector<std::string> lines() {
    while (!rest_.empty()) {
      if (!lines_.empty() && is_space_only(rest_.back())) rest_.pop_back();
      fill_line();
      if (!rest_.empty() && rest_.back().size() > how_->width) place_long_word();
      if (!line_.empty() && is_space_only(line_.back())) line_.pop_back();
      end_line();
    }
    return std::move(lines_);
  }

 private:
  void fill_line() {
    length_ = 0;
    while (!rest_.empty() && length_ + rest_.back().size() <= how_->width) {
      length_ += rest_.back().size();
      line_.push_back(rest_.back());
      rest_.pop_back();
    }
  }

  void place_long_word() {
    if (!how_->break_long_words) {
      if (!line_.empty()) return;
      line_.push_back(rest_.back());
      rest_.pop_back();
      return;
    }
    std::size_t end = how_->width - length_;
    const Chunk word = rest_.back();
    const std::size_t hyphen =
        how_->break_on_hyphens ? word.substr(0, end).rfind('-') : Chunk::npos;
    if (hyphen != Chunk::npos && word.substr(0, hyphen).find_first_not_of('-') != Chunk::npos) {
      end = hyphen + 1;
    }
    line_.push_back(word.substr(0, end));
    rest_.back() = word.substr(end);
  }

  void end_line() {
    if (line_.empty()) return;
    std::string& text = lines_.emplace_back();
    for (const Chunk chunk : line_) {
      for (const char32_t c : chunk) utf8::append(text, c);
    }
    line_.clear();
  }

  std::vector<Chunk> rest_;
  const Wrapping* how_;
  std::vector<Chunk> line_;
  std::size_t length_ = 0;
  std::vector<std::string> lines_;
};

}  // namespace

std::vector<std::string> wrap(std::string_view paragraph, const Wrapping& how) {
  std::u32string text;
  for (std::size_t offset = 0; offset < paragraph.size();) {
    text += utf8::decode(paragraph, offset);
  }
  return Layout(Chunks(text, how.break_on_hyphens).all(), how).lines();
}

}  // namespace huice::tmpl
