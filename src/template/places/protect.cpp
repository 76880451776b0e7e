// SPDX-License-Identifier: Apache-2.0
#include "template/places/protect.h"

#include "base/ascii.h"
#include "markup/escape.h"

#include <algorithm>
#include <array>

namespace huice::tmpl {
namespace {

using markup::Format;

// "&amp;", "&#38;": what begins with & and is one already. XML has five names of its own.
bool is_reference(std::string_view text, bool xml) {
  static constexpr std::array<std::string_view, 5> kNames{"amp", "lt", "gt", "quot", "apos"};
  const bool number = text.substr(1).starts_with('#');
  const std::size_t first = number ? 2 : 1;
  std::size_t at = first;
  while (at < text.size() && ascii::is_alnum(text[at])) ++at;
  if (at == first || at == text.size() || text[at] != ';') return false;
  const std::string_view name = text.substr(first, at - first);
  if (number) return name.find_first_not_of("0123456789abcdefxABCDEF") == std::string_view::npos;
  return !xml || std::find(kNames.begin(), kNames.end(), name) != kNames.end();
}

// XML 1.0, 3.3.3: a tab or line feed as such is read as a blank.
std::string_view reference_of(char c, bool xml) {
  switch (c) {
    case '"':
      return "&#34;";
    case '\'':
      return "&#39;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '&':
      return "&amp;";
    case '\t':
      return xml ? "&#9;" : "";
    case '\n':
      return xml ? "&#10;" : "";
    case '\r':
      return xml ? "&#13;" : "";
    default:
      return "";
  }
}

void protect_attribute(std::string& out, std::string_view text, bool safe, Format format) {
  const bool xml = format == Format::xml;
  if (!safe && !xml) return markup::escape_html(out, text);
  std::size_t start = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const std::string_view reference = reference_of(text[i], xml);
    if (reference.empty()) continue;
    if (safe && text[i] == '&' && is_reference(text.substr(i), xml)) continue;
    out.append(text, start, i - start);
    out += reference;
    start = i + 1;
  }
  out.append(text, start, text.size() - start);
}

// "--" ends XML's comments wrongly, "-->" and "--!>" HTML's; what the template prints around is not
// known here.
void protect_comment(std::string& out, std::string_view text, bool safe, Format format) {
  std::string plain;
  protect_attribute(plain, text, safe, format);
  for (std::size_t i = 0; i < plain.size(); ++i) {
    const bool edge = i == 0 || i + 1 == plain.size();
    const bool pair = !edge && (plain[i - 1] == '-' || plain[i + 1] == '-');
    if (plain[i] == '-' && (edge || pair)) {
      out += "&#45;";
    } else if (plain[i] == '!' && i == 0) {
      out += "&#33;";
    } else {
      out += plain[i];
    }
  }
}

// "]]>" is put into two sections; so is what might become one with the text after.
void protect_cdata(std::string& out, std::string_view text) {
  constexpr std::string_view kBetween = "]]><![CDATA[";
  std::size_t start = 0;
  for (std::size_t end = 0; (end = text.find("]]>", start)) != std::string_view::npos;) {
    out += text.substr(start, end + 2 - start);
    out += kBetween;
    start = end + 2;
  }
  out += text.substr(start);
  if (text.ends_with(']')) out += kBetween;
}

// A link's address that is Markdown already: what would end it is percent-encoded.
void protect_destination(std::string& out, std::string_view text, bool safe) {
  if (!safe) return markup::escape_link_part(out, text);
  bool escaped = false;
  for (const char c : text) {
    const bool sign = std::string_view("()<>").find(c) != std::string_view::npos && !escaped;
    escaped = c == '\\' && !escaped;
    if (sign || c == ' ' || ascii::is_control(c)) {
      ascii::append_percent(out, c);
    } else {
      out += c;
    }
  }
}

// A link's title that is Markdown already; an empty line would end it.
void protect_title(std::string& out, std::string_view text, bool safe) {
  if (!safe) return markup::escape_link_part(out, text);
  bool blank = false;
  bool escaped = false;
  for (const char c : text) {
    const bool line = c == '\n';
    if (line && blank) continue;
    if (!escaped && (c == '"' || c == '\'' || c == '(' || c == ')')) {
      markup::append_reference(out, static_cast<unsigned char>(c));
    } else {
      out += c;
    }
    escaped = c == '\\' && !escaped;
    blank = line || (blank && c == ' ');
  }
}

// A formula after the opening quote and blanks.
void protect_cell(std::string& out, std::string_view text) {
  const std::size_t last = out.find_last_not_of(" \t\r\n");
  markup::escape_csv_quoted(out, text, last == std::string::npos || out[last] == '"');
}

void append_escaped(std::string& out, std::string_view text, bool safe, Format format) {
  if (safe) {
    out += text;
  } else {
    markup::escape(out, text, format);
  }
}

}  // namespace

void protect(std::string& out, std::string_view text, bool safe, EscapeContext escape_context,
             Format format) {
  switch (escape_context) {
    case EscapeContext::attribute:
      return protect_attribute(out, text, safe, format);
    case EscapeContext::comment:
      return protect_comment(out, text, safe, format);
    case EscapeContext::cdata:
      return protect_cdata(out, text);
    case EscapeContext::destination:
      return protect_destination(out, text, safe);
    case EscapeContext::title:
      return protect_title(out, text, safe);
    case EscapeContext::separate:
      out += ';';
      break;
    case EscapeContext::quotes:
      return format == Format::csv ? protect_cell(out, text)
                                   : markup::escape_typst_string(out, text);
    case EscapeContext::value:
    case EscapeContext::code:
    case EscapeContext::none:
    case EscapeContext::heading:
    case EscapeContext::attributes:
    case EscapeContext::in_string:
      break;
  }
  append_escaped(out, text, safe, format);
}

}  // namespace huice::tmpl
