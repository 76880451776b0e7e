// SPDX-License-Identifier: Apache-2.0
#pragma once

// What people are told of characters that nobody sees (characters.h), whatever was read: records,
// prose, words, templates, answers and cells.

#include "base/characters.h"
#include "base/diagnostic.h"
#include "base/json/value.h"

#include <optional>
#include <string_view>

namespace huice {

/// The warning about a hidden character in `field`, a key, a column or a file.
Message hidden_message(std::string_view field, const OddCharacter& one);

/// Where a character of a JSON string is written, which is at `string` with its quotes: it may be
/// an escape there.
json::Span written_in_json(const OddCharacter& one, std::string_view json, json::Span string);

/// Tells of the first hidden character of a text, which is the JSON string at `string`.
void tell_hidden(std::string_view field, std::string_view text, json::Span string,
                 const SourceText& source, Diagnostics& problems);

/// Tells of the first hidden character of each text and each key in a JSON value; `field` is what
/// holds the value itself.
void tell_hidden(std::string_view field, const json::Value& value, const SourceText& source,
                 Diagnostics& problems);

/// What messages call a text that is a whole file: the last part of its path.
std::string_view name_in(std::string_view path);

}  // namespace huice
