// SPDX-License-Identifier: Apache-2.0
#include "base/utf8.h"
#include "template/escape.h"

#include <array>

namespace huice::tmpl {
namespace {

constexpr std::array<bool, 256> special_bytes() {
  std::array<bool, 256> special{};
  for (const char c : {'&', '<', '>', '"', '\''}) special[static_cast<unsigned char>(c)] = true;
  return special;
}

constexpr auto kSpecial = special_bytes();

std::string_view entity(char c) {
  switch (c) {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '"':
      return "&#34;";
    default:
      return "&#39;";
  }
}

}  // namespace

void escape_html(std::string& out, std::string_view text) {
  std::size_t start = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (!kSpecial[static_cast<unsigned char>(text[i])]) continue;
    out.append(text, start, i - start);
    out += entity(text[i]);
    start = i + 1;
  }
  out.append(text, start, text.size() - start);
}

// A bare carriage return would be read as a line feed (XML 1.0, 2.11).
void escape_xml(std::string& out, std::string_view text) {
  std::size_t start = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool special = kSpecial[static_cast<unsigned char>(text[i])];
    if (!special && text[i] != '\r') continue;
    out.append(text, start, i - start);
    out += special ? entity(text[i]) : std::string_view("&#13;");
    start = i + 1;
  }
  out.append(text, start, text.size() - start);
}

std::optional<char32_t> first_illegal(std::string_view text, Format format) {
  if (format != Format::xml) return std::nullopt;
  for (std::size_t offset = 0; offset < text.size();) {
    const char32_t c = utf8::decode(text, offset);
    const bool control = c < 0x20 && c != '\t' && c != '\n' && c != '\r';
    if (control || c == 0xFFFE || c == 0xFFFF) return c;
  }
  return std::nullopt;
}

bool is_unsafe_url(std::string_view attribute) {
  std::string start;
  for (const char c : attribute) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte <= 0x20 || byte == 0x7F) continue;
    start += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    if (start.size() > 32) break;
  }
  const std::string_view url = start;
  if (url.starts_with("javascript:") || url.starts_with("vbscript:")) return true;
  return url.starts_with("data:") && !url.starts_with("data:image/");
}

void escape(std::string& out, std::string_view text, Format format) {
  switch (format) {
    case Format::text:
      out += text;
      return;
    case Format::html:
      return escape_html(out, text);
    case Format::xml:
      return escape_xml(out, text);
    case Format::markdown:
      return escape_markdown(out, text);
    case Format::typst:
      return escape_typst(out, text);
    case Format::json:
      return escape_json(out, text);
    case Format::csv:
      return escape_csv(out, text);
  }
}

}  // namespace huice::tmpl
