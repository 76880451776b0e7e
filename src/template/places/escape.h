// SPDX-License-Identifier: Apache-2.0
#pragma once

// Making data harmless, one way for each format:
//   HTML      & < > " ' as entities, the way markupsafe writes them
//   XML       the same; characters XML 1.0 forbids are refused
//   Markdown  a backslash before what cmark reads as markup, also where a value begins or ends a
//             line
//   Typst     a backslash before what Typst reads as markup or as a typographic shorthand, and
//             before what would go on with an expression in front
//   JSON      the inside of a JSON string: write "{{ value }}"; | tojson gives whole values
//   CSV       a whole cell: quoted where needed, with ' before what a spreadsheet would calculate;
//             write {{ a }},{{ b }} without quotes of your own
//   text      as it is

#include "template/syntax/guard.h"
#include "template/values/value.h"

#include <optional>
#include <string>
#include <string_view>

namespace huice::tmpl {

/// Appends text so that `format` reads it back as the same text. Characters a format cannot hold
/// are left as they are: see first_illegal().
void escape(std::string& out, std::string_view text, Format format);

/// The first character that `format` can hold in no form (XML's control characters), or nullopt.
std::optional<char32_t> first_illegal(std::string_view text, Format format);

// One for each format, in escape_html.cpp, escape_markdown.cpp, …
void escape_html(std::string& out, std::string_view text);
/// Whether escape_html() would leave the text as it is.
bool is_plain_html(std::string_view text);
void escape_xml(std::string& out, std::string_view text);
void escape_markdown(std::string& out, std::string_view text);
void escape_typst(std::string& out, std::string_view text);
void escape_json(std::string& out, std::string_view text);
void escape_csv(std::string& out, std::string_view text);

/// Appends text to the inside of a cell that the template has put in quotes, `begins` where none of
/// its text has been printed.
void escape_csv_quoted(std::string& out, std::string_view text, bool begins);
bool is_csv_formula(std::string_view text);
/// Whether text can stand behind other text of a cell without quotes.
bool is_plain_csv(std::string_view text);

/// Appends text to a place that asks for more than `format`'s escaping. Text that is safe in
/// running text still loses there what would end the place: quotes and tags in an attribute, and &
/// where it begins no character reference.
void protect(std::string& out, std::string_view text, bool safe, Guard guard, Format format);

// Two of these places, in escape_markdown.cpp.
void escape_destination(std::string& out, std::string_view text, bool safe);
void escape_link_title(std::string& out, std::string_view text, bool safe);

/// A value as JSON that may also stand in HTML and in scripts: < > & ' as \uXXXX, keys in order.
/// False where the value has no JSON form (undefined, callable), or one beyond what may be printed.
bool append_json(std::string& out, const Value& value, int indent = -1);

}  // namespace huice::tmpl
