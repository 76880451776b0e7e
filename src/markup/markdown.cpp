// SPDX-License-Identifier: Apache-2.0
// CommonMark: signs that are markup anywhere, and those that are where a line begins.
#include "base/ascii.h"
#include "markup/escape.h"

#include <algorithm>
#include <cstdint>

namespace huice::markup {
namespace {

bool has(std::string_view signs, char c) {
  return signs.find(c) != std::string_view::npos;
}

bool is_blank_or_end(std::string_view text, std::size_t at) {
  return at >= text.size() || text[at] == ' ' || text[at] == '\t' || ascii::is_control(text[at]);
}

// "1. " and "12) " begin ordered lists: the offset of the sign, or npos. 53.2 does not.
std::size_t list_mark(std::string_view text, std::size_t start) {
  std::size_t at = start;
  while (at < text.size() && ascii::is_digit(text[at])) ++at;
  const bool sign = at > start && at < text.size() && (text[at] == '.' || text[at] == ')');
  return sign && is_blank_or_end(text, at + 1) ? at : std::string_view::npos;
}

// "&" matters where a character reference may follow, `&amp;` or `&#38;`; R&D stays as it is. What
// is written next is not known here, so one that could still become a reference counts.
bool is_reference(std::string_view text, std::size_t at) {
  std::size_t end = at + 1;
  if (end < text.size() && text[end] == '#') ++end;
  while (end < text.size() && ascii::is_alnum(text[end])) ++end;
  return end == text.size() || text[end] == ';';
}

// "# Title ##" ends with signs that are not printed: those after a blank, at the end of a line.
bool closes_heading(std::string_view text, std::size_t at) {
  if (at > 0 && text[at - 1] != ' ' && text[at - 1] != '\t') return false;
  std::size_t end = std::min(text.find_first_not_of('#', at), text.size());
  end = std::min(text.find_first_not_of(" \t", end), text.size());
  return end == text.size() || text[end] == '\n';
}

bool is_markup(std::string_view text, std::size_t at, const MarkdownPosition& position) {
  const char c = text[at];
  switch (c) {
    case '*':
    case '_':
      return !position.keeps_stars;
    case '|':
      return !position.in_cell;
    case '&':
      return is_reference(text, at);
    case '#':
      return position.ends_heading && closes_heading(text, at);
    case '!':
      // Before a bracket it would make an image; a bracket in the text is escaped itself.
      return at + 1 == text.size();
    case '=':
    case '$':
      // Two of them mark text to some readers.
      return at + 1 < text.size() && text[at + 1] == c;
    default:
      return has("\\`[]>~", c);
  }
}

// Four columns begin a code block; what is written before a text may be some of its first line.
bool begins_code(std::string_view text, std::size_t at) {
  const std::size_t blanks = std::min(text.find_first_not_of(' ', at), text.size()) - at;
  return text[at] == '\t' || blanks >= (at == 0 ? 2U : 4U);
}

}  // namespace

void append_reference(std::string& out, char32_t character) {
  out.append("&#").append(std::to_string(static_cast<std::uint32_t>(character))) += ';';
}

void escape_markdown(std::string& out, std::string_view text, MarkdownPosition position) {
  bool starts = position.starts_line;
  std::size_t line = 0;
  std::size_t mark = starts ? list_mark(text, 0) : std::string_view::npos;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '\n' && !position.one_line) {
      out += c;
      starts = true;
      line = i + 1;
      mark = list_mark(text, line);
      continue;
    }
    if (starts && (c == ' ' || c == '\t')) {
      if (i == line && begins_code(text, i)) {
        append_reference(out, static_cast<unsigned char>(c));
      } else {
        out += c;
      }
      mark = list_mark(text, i + 1);
      continue;
    }
    if (c == '<') {
      // Within HTML, which a text before may have begun, backslashes mean nothing.
      out += "&lt;";
    } else if (ascii::is_control(c) && c != '\t') {
      append_reference(out, static_cast<unsigned char>(c));
    } else {
      const bool begins_block = has("#+-=:", c) || text.substr(i, 4) == "!!! ";
      const bool special = i == mark || (starts && begins_block) || is_markup(text, i, position);
      if (special) out += '\\';
      out += c;
    }
    starts = false;
  }
}

// No bracket stays as it is, so that the beginning of an address can be found again in what was
// written, and no quote or blank, so that it ends nothing.
void escape_link_part(std::string& out, std::string_view text) {
  for (const char c : text) {
    if (c == '\\') {
      out += "\\\\";
    } else if (c == '&') {
      out += "&amp;";
    } else if (has("<>()[]\"'| ", c) || ascii::is_control(c)) {
      append_reference(out, static_cast<unsigned char>(c));
    } else {
      out += c;
    }
  }
}

// References are read before backslashes here, so a backslash cannot protect an ampersand.
void escape_code_info(std::string& out, std::string_view text) {
  for (const char c : text) {
    if (c == '\\') {
      out += "\\\\";
    } else if (c == '&') {
      out += "&amp;";
    } else if (ascii::is_control(c)) {
      append_reference(out, static_cast<unsigned char>(c));
    } else {
      out += c;
    }
  }
}

}  // namespace huice::markup
