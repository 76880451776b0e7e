// SPDX-License-Identifier: Apache-2.0
#pragma once

// JSON text to Value and back.

#include "logic/value.h"

#include <optional>
#include <string>
#include <string_view>
#include <variant>

namespace huice::logic {

/// Why a text is not JSON that logic reads.
struct JsonFault {
  enum class Kind { syntax, too_deep };
  Kind kind = Kind::syntax;
  std::size_t offset = 0;  ///< how many bytes were read until it was seen; 0 for too_deep
};

constexpr std::size_t kDeepestJson = 512;

/// Reads one JSON text (RFC 8259), UTF-8. Numbers become the nearest double, -0 stays negative; a
/// number too large for a double and a \u escape of half a surrogate pair are refused, which
/// JavaScript's JSON.parse does not.
std::variant<Value, JsonFault> parse_json(std::string_view text);

/// Like JSON.stringify: NaN, Infinity and undefined become null (members of the value
/// undefined are left out), half a surrogate pair an escape. Unlike there, members are in their
/// own order even where their names are numbers. nullopt for undefined itself.
std::optional<std::string> to_json(const Value& value);

}  // namespace huice::logic
