// SPDX-License-Identifier: Apache-2.0
#pragma once

// The one way in which huice reads JSON (RFC 8259): event by event with the place of each token,
// or as a tree. A text that is not UTF-8 or holds a NUL, broken syntax and nesting deeper than
// kDeepest are reported and end the reading; a key that is in an object twice is reported at
// the second, whose value is passed over, and reading goes on.

#include "base/diagnostic.h"
#include "base/json/value.h"

#include <optional>
#include <string_view>

namespace huice::json {

/// How many lists and objects may stand in each other: more than the deepest rule that can be
/// compiled needs (kDeepestRule in logic/rule.h), so that such a rule gets a message of its own.
constexpr std::size_t kDeepest = 256;

struct Token {
  Kind kind = Kind::null;
  std::string_view text;  ///< as Value::text() gives it; lives as long as the event
  Span at;                ///< a text's with its quotes; of a list or object its bracket
};

/// Answers what a text holds, in order.
class Handler {
 public:
  Handler() = default;
  virtual ~Handler() = default;
  Handler(const Handler&) = delete;
  Handler& operator=(const Handler&) = delete;

  /// The name of an object's next member.
  virtual void name(const Token& name) = 0;
  /// A null, boolean, number or text.
  virtual void scalar(const Token& token) = 0;
  /// The bracket that opens a list or object.
  virtual void open(const Token& bracket) = 0;
  virtual void close(const Token& bracket) = 0;
};

/// Reads the whole text. False where a problem ended the reading. Errors: invalid_utf8, nul_byte,
/// json_syntax and its kin, too_deep, duplicate_key.
bool read(const SourceText& source, Handler& handler, Diagnostics& problems);

/// The text as a tree, in which each key's first value counts; nullopt where a problem ended the
/// reading. Whoever may not take a text with repeated keys asks the problems.
std::optional<Value> parse(const SourceText& source, Diagnostics& problems);

}  // namespace huice::json
