// SPDX-License-Identifier: Apache-2.0
#pragma once

// Writing data so that a format reads it back as the same text; one escape for each format:
//   HTML      & < > " ' as references, the way markupsafe writes them
//   XML       the same; it can hold no control characters (first_illegal)
//   Markdown  a backslash or a reference for what CommonMark reads as markup
//   Typst     a backslash before every sign of ASCII
//   JSON      the inside of a string
//   CSV       a whole cell: quoted where needed, with ' before what a spreadsheet would calculate
//   text      as it is
// Text is UTF-8; every function appends to `out`.

#include "markup/format.h"

#include <optional>
#include <string>
#include <string_view>

namespace huice::markup {

/// The escape of `format`, for running text (HTML, XML, Markdown, Typst), the inside of a string
/// (JSON) or a cell (CSV).
void escape(std::string& out, std::string_view text, Format format);

/// The first character that `format` can hold in no form, or nullopt: control characters and
/// noncharacters in XML (XML 1.0, 2.2). Every other format holds every character.
std::optional<char32_t> first_illegal(std::string_view text, Format format);

/// For content and for attributes in quotes.
void escape_html(std::string& out, std::string_view text);
/// Whether escape_html() would leave the text as it is.
bool is_plain_html(std::string_view text);
void escape_xml(std::string& out, std::string_view text);

/// Where a text is written in Markdown. Nothing being known, it may begin a line, end a heading and
/// be a table's cell, and its line feeds begin further lines.
struct MarkdownPosition {
  bool starts_line = true;   ///< list markers, `#`, `=` … would begin a block here
  bool ends_heading = true;  ///< `#` may close the heading
  bool in_cell = false;      ///< the caller escapes pipes, those in code spans too
  bool keeps_stars = false;  ///< `*` and `_` stay as they are
  bool one_line = false;     ///< line feeds become references
};
void escape_markdown(std::string& out, std::string_view text, MarkdownPosition position = {});
/// For a link's address, in `(…)`, `<…>` or after `[name]:`, and for its title in any quotes.
void escape_link_part(std::string& out, std::string_view text);
/// For the words after the fence of a code block.
void escape_code_info(std::string& out, std::string_view text);
/// Appends a character reference, `&#20225;`.
void append_reference(std::string& out, char32_t character);

/// For content.
void escape_typst(std::string& out, std::string_view text);
/// For the inside of a string in Typst's code.
void escape_typst_string(std::string& out, std::string_view text);

/// Characters of ASCII in `also` are escaped too.
void escape_json(std::string& out, std::string_view text, std::string_view also = {});

void escape_csv(std::string& out, std::string_view text);
/// For the inside of a cell that is in quotes already; `begins` where none of its text is written.
void escape_csv_quoted(std::string& out, std::string_view text, bool begins);
/// Whether a spreadsheet could calculate a cell that begins with this text.
bool is_csv_formula(std::string_view text);
/// Whether the text can be a part of a cell that is not in quotes.
bool is_plain_csv(std::string_view text);

}  // namespace huice::markup
