// SPDX-License-Identifier: Apache-2.0
// Markdown and Typst. Both read signs in running text, and others only where a line begins; a value
// may begin a line, so its first character counts as such.

#include "template/places/escape.h"

#include <algorithm>

namespace huice::tmpl {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

bool is_blank_or_end(std::string_view text, std::size_t at) {
  return at >= text.size() || text[at] == ' ' || text[at] == '\t' || text[at] == '\n';
}

// "1. " and "12) " begin ordered lists: the offset of the sign, or npos. 53.2 does not.
std::size_t list_mark(std::string_view line) {
  std::size_t at = 0;
  while (at < line.size() && is_digit(line[at])) ++at;
  const bool sign = at > 0 && at < line.size() && (line[at] == '.' || line[at] == ')');
  return sign && is_blank_or_end(line, at + 1) ? at : std::string_view::npos;
}

// "&" matters where a character reference may follow, `&amp;` or `&#38;`; R&D stays as it is. What
// the template prints next is not known here, so one that could still become a reference counts.
bool is_reference(std::string_view text, std::size_t at) {
  const auto is_word = [](char c) {
    return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  };
  std::size_t end = at + 1;
  if (end < text.size() && text[end] == '#') ++end;
  while (end < text.size() && is_word(text[end])) ++end;
  return end == text.size() || text[end] == ';';
}

struct Signs {
  std::string_view anywhere;
  std::string_view at_start;    ///< of a line
  std::string_view in_front{};  ///< as the value's first sign
  bool markdown = false;        ///< "!" before what may be a link, "#" at a heading's end
  bool indents = false;         ///< blanks at a line's start mean something
  bool ellipses = false;        ///< ... becomes one sign
};

bool is_ellipsis(std::string_view text, std::size_t at) {
  if (text[at] != '.') return false;
  return (at > 0 && text[at - 1] == '.') || (at + 1 < text.size() && text[at + 1] == '.');
}

// "# Title ##" ends with signs that are not printed: those behind a blank, at the end of a line.
bool closes_heading(std::string_view text, std::size_t at) {
  if (text[at] != '#' || (at > 0 && text[at - 1] != ' ' && text[at - 1] != '\t')) return false;
  std::size_t end = std::min(text.find_first_not_of('#', at), text.size());
  end = std::min(text.find_first_not_of(" \t", end), text.size());
  return end == text.size() || text[end] == '\n';
}

bool is_for_markdown(std::string_view text, std::size_t at) {
  return (text[at] == '!' && at + 1 == text.size()) || closes_heading(text, at);
}

void escape_lines(std::string& out, std::string_view text, const Signs& signs) {
  bool starts = true;
  std::size_t mark = std::string_view::npos;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (starts && (c == ' ' || c == '\t')) {
      // Four columns begin a code block; the template may have printed some of a value's first
      // line.
      const bool first = signs.indents && (i == 0 || text[i - 1] == '\n');
      const std::size_t blanks = text.find_first_not_of(' ', i);
      const bool deep = c == '\t' || std::min(blanks, text.size()) - i >= (i == 0 ? 2U : 4U);
      if (first && deep) {
        out += c == '\t' ? "&#9;" : "&#32;";
      } else {
        out += c;
      }
      continue;
    }
    if (starts) {
      mark = list_mark(text.substr(i));
      if (mark != std::string_view::npos) mark += i;
    }
    const bool special =
        (signs.anywhere.find(c) != std::string_view::npos && (c != '&' || is_reference(text, i))) ||
        i == mark || (starts && signs.at_start.find(c) != std::string_view::npos) ||
        (signs.ellipses && is_ellipsis(text, i)) ||
        (i == 0 && signs.in_front.find(c) != std::string_view::npos) ||
        (signs.markdown && is_for_markdown(text, i));
    if (special) out += '\\';
    if (c == '<' && signs.markdown) {
      out += "&lt;";
    } else {
      out += c;
    }
    starts = c == '\n';
  }
}

}  // namespace

void escape_markdown(std::string& out, std::string_view text) {
  // A tag of the template's begins HTML in which backslashes mean nothing: hence &lt;.
  Signs signs{"\\`*_[]>&|~", "#+-=:"};
  signs.markdown = signs.indents = true;
  escape_lines(out, text, signs);
}

// In an address signs are percent-encoded where backslashes would not do: no bracket stays bare, so
// that the address's beginning can be told.
void escape_destination(std::string& out, std::string_view text, bool safe) {
  constexpr std::string_view kHex = "0123456789ABCDEF";
  const std::string_view signs = safe ? "()<>" : "()<>[]\\";
  std::string plain;
  bool escaped = false;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    const bool blank = byte <= 0x20 || byte == 0x7F;
    const bool sign = signs.find(c) != std::string_view::npos && !escaped;
    escaped = safe && c == '\\' && !escaped;
    if (blank || sign) {
      plain += '%';
      plain += kHex[byte >> 4U];
      plain += kHex[byte & 0xFU];
    } else {
      plain += c;
    }
  }
  if (safe) {
    out += plain;
  } else {
    escape_markdown(out, plain);
  }
}

void escape_link_title(std::string& out, std::string_view text, bool safe) {
  std::string escaped;
  if (safe) {
    escaped = text;
  } else {
    escape_markdown(escaped, text);
  }
  bool blank = false;
  bool behind = false;  // a backslash
  for (const char c : escaped) {
    const bool line = c == '\n';  // an empty one would end the title
    if (line && blank) continue;
    if (!behind && (c == '"' || c == '\'' || c == '(' || c == ')')) {
      out += "&#" + std::to_string(static_cast<int>(c)) + ';';
    } else {
      out += c;
    }
    behind = c == '\\' && !behind;
    blank = line || (blank && c == ' ');
  }
}

// ".", "(", ";" and "else" would go on with what the template has in front: #strong[A]{{ x }}.
void escape_typst(std::string& out, std::string_view text) {
  const std::size_t word = std::min(text.find_first_not_of(" \t\n"), text.size());
  if (text.substr(word).starts_with("else")) {
    out += text.substr(0, word);
    out += "\\u{65}";
    text.remove_prefix(word + 1);
  }
  Signs signs{"\\`*_[]<>#$@~/-'\"", "=+"};
  signs.in_front = ".(;";
  signs.ellipses = true;
  escape_lines(out, text, signs);
}

}  // namespace huice::tmpl
