// SPDX-License-Identifier: Apache-2.0
#pragma once

// The inner half of the lexer: names, literals and signs between "{{" and "}}".

#include "template/syntax/lexer.h"

#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace huice::tmpl {

/// Where a tag ended: after its closing sequence, with the mark ("-", "+" or none) before that.
struct TagEnd {
  std::size_t offset = 0;
  char mark = '\0';
};

class TagLexer {
 public:
  TagLexer(const Source& source, std::deque<std::string>& strings, Diagnostics& problems)
      : source_(source), text_(source.text), strings_(strings), problems_(problems) {}

  /// Reads from `offset` to the end of the tag that starts at `open` and appends its tokens. A tag
  /// that nothing closes before the next one ends with its line.
  TagEnd read(std::size_t open, std::size_t offset, bool block, std::vector<Token>& tokens);

 private:
  bool closes(bool block, TagEnd& end) const;
  bool token(Token& token);
  bool name(Token& token);
  bool number(Token& token);
  bool string(Token& token);
  bool sign(Token& token);
  bool balance(const Token& token);
  static bool unescape(std::string_view raw, std::string& out);
  static void unescape_octal(std::string_view raw, std::size_t& at, std::string& out);
  static bool unescape_name(std::string_view raw, std::size_t& at, std::string& out);
  static bool unescape_code(std::string_view raw, std::size_t& at, std::size_t digits,
                            std::string& out);
  bool refuse(Message message, std::size_t offset, std::size_t length);
  TagEnd recover(bool block, std::vector<Token>& tokens);
  TagEnd unclosed(bool block, std::vector<Token>& tokens);
  std::size_t next_tag(std::size_t at) const;
  std::size_t digits_end(std::size_t at) const;

  const Source& source_;
  std::string_view text_;
  std::deque<std::string>& strings_;
  Diagnostics& problems_;
  std::size_t start_ = 0;  ///< of the tag
  std::size_t position_ = 0;
  std::optional<Diagnostic> found_;  ///< in the token that could not be read
  std::string open_;                 ///< the brackets that wait to be closed
  std::size_t read_again_ = 0;       ///< bytes after tags that nothing closes
};

}  // namespace huice::tmpl
