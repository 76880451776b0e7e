// SPDX-License-Identifier: Apache-2.0
#pragma once

// Lines of nested blocks in a text format: what is before each line (quote signs, the
// indentation of list items) is kept here, so that writers only say where a line ends.

#include <string>
#include <string_view>

namespace huice::markdown {

class LineWriter {
 public:
  /// REQUIRES: out outlives the writer.
  explicit LineWriter(std::string& out) : out_(out) {}

  /// For its lifetime, lines are inside a block: `first` is written now, `rest` before each
  /// further line.
  class Inside {
   public:
    Inside(LineWriter& lines, std::string_view first, std::string_view rest)
        : lines_(lines), outer_(lines.prefix_.size()) {
      lines.out_ += first;
      lines.prefix_ += rest;
    }
    ~Inside() { lines_.prefix_.resize(outer_); }
    Inside(const Inside&) = delete;
    Inside& operator=(const Inside&) = delete;

   private:
    LineWriter& lines_;
    std::size_t outer_;
  };

  /// Ends the line and starts the next one.
  void line_end() { (out_ += '\n') += prefix_; }

  /// Ends the line, leaves one line empty and starts the next one.
  void blank_line() {
    empty_line();
    line_end();
  }

  /// Writes text in which each line feed is a line_end(); empty lines get no trailing blanks.
  void text(std::string_view text) {
    for (std::size_t at = 0; at <= text.size();) {
      const std::size_t end = text.find('\n', at);
      out_ += text.substr(at, end - at);
      if (end == std::string_view::npos) return;
      const bool is_next_empty = end + 1 == text.size() || text[end + 1] == '\n';
      is_next_empty ? empty_line() : line_end();
      at = end + 1;
    }
  }

 private:
  void empty_line() {
    const std::size_t end = prefix_.find_last_not_of(' ');
    out_ += '\n';
    if (end != std::string::npos) out_.append(prefix_, 0, end + 1);
  }

  std::string& out_;
  std::string prefix_;
};

/// A code block's text without the line feed that ends its last line.
inline std::string_view without_last_line_end(std::string_view text) {
  if (!text.empty() && text.back() == '\n') text.remove_suffix(1);
  return text;
}

}  // namespace huice::markdown
