// SPDX-License-Identifier: Apache-2.0
#pragma once

// Template text -> tokens, with Jinja's rules for whitespace: "-" strips all space beside a tag,
// "+" switches trim_blocks and lstrip_blocks off for one tag, raw blocks come out as data.

#include "base/diagnostic.h"
#include "template/options.h"
#include "template/syntax/source.h"

#include <deque>
#include <string>
#include <string_view>
#include <vector>

namespace huice::tmpl {

enum class TokenKind : std::uint8_t {
  data,            ///< literal text
  variable_begin,  ///< {{
  variable_end,    ///< }}
  block_begin,     ///< {%
  block_end,       ///< %}
  name,
  string,
  integer,
  floating,
  sign,  ///< an operator or bracket; its text says which
  bad,   ///< reported already
  end
};

struct Token {
  TokenKind kind = TokenKind::end;
  Span span{};
  std::string_view text{};  ///< data and strings: their content after stripping and unescaping
  std::int64_t integer = 0;
  bool only_negative = false;  ///< an integer of 2^63, which is one after a minus sign alone
  double floating = 0;

  bool is_sign(std::string_view what) const { return kind == TokenKind::sign && text == what; }
  bool is_name(std::string_view what) const { return kind == TokenKind::name && text == what; }
};

/// Tokenizes a whole template; the last token is `end`. Reports each problem and goes on after the
/// tag it is in. Unescaped strings are kept in `strings`, which must outlive the tokens.
std::vector<Token> tokenize(const Source& source, const Options& options,
                            std::deque<std::string>& strings, Diagnostics& problems);

/// Takes the newline at the template's end away from its last text; false where there is none.
bool drop_last_newline(const Source& source, std::vector<Token>& tokens);

/// The text with \n as its only line break, and without its last one where the options say so.
std::string normalize(std::string_view text, const Options& options);

}  // namespace huice::tmpl
