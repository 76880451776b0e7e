// SPDX-License-Identifier: Apache-2.0
#include "formats/written_text.h"

#include "base/ascii.h"
#include "base/utf8.h"
#include "markup/escape.h"

#include <algorithm>

namespace huice::formats {
namespace {

constexpr std::size_t kEscape = 7;  // _x000D_

std::size_t skip_digits(std::string_view text, std::size_t at) {
  while (at < text.size() && ascii::is_digit(text[at])) ++at;
  return at;
}

// The character that the text's start means, or -1.
int escaped(std::string_view text) {
  if (text.size() < kEscape || text[0] != '_' || text[1] != 'x' || text[6] != '_') return -1;
  int out = 0;
  for (std::size_t i = 2; i < 6; ++i) {
    const int digit = ascii::hex_value(text[i]);
    if (digit < 0) return -1;
    out = out * 16 + digit;
  }
  return out;
}

bool is_plain_number(std::string_view text) {
  if (text.starts_with('+') || text.starts_with('-')) text.remove_prefix(1);
  const std::size_t whole = skip_digits(text, 0);
  if (whole == 0) return false;
  if (whole == text.size()) return true;
  return text[whole] == '.' && whole + 1 < text.size() &&
         skip_digits(text, whole + 1) == text.size();
}

// Bytes that are not UTF-8 as U+FFFD.
std::string repaired(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) utf8::append(out, utf8::decode(text, at));
  return out;
}

}  // namespace

bool is_number(std::string_view text) {
  if (text.starts_with('-')) text.remove_prefix(1);
  std::size_t at = skip_digits(text, 0);
  if (at == 0 || (at > 1 && text[0] == '0')) return false;
  if (at < text.size() && text[at] == '.') {
    const std::size_t end = skip_digits(text, at + 1);
    if (end == at + 1) return false;
    at = end;
  }
  if (at < text.size() && (text[at] == 'e' || text[at] == 'E')) {
    ++at;
    if (at < text.size() && (text[at] == '+' || text[at] == '-')) ++at;
    const std::size_t end = skip_digits(text, at);
    if (end == at) return false;
    at = end;
  }
  return at == text.size();
}

std::size_t significant_digits(std::string_view number) {
  number = number.substr(0, number.find_first_of("eE"));
  const std::size_t first = number.find_first_of("123456789");
  if (first == std::string_view::npos) return 1;
  const std::string_view counted = number.substr(first);
  return static_cast<std::size_t>(std::count_if(counted.begin(), counted.end(), ascii::is_digit));
}

std::string csv_text(std::string_view text) {
  std::string out;
  if (is_plain_number(text)) return std::string(text);
  markup::escape_csv(out, text);
  return out;
}

std::string json_text(std::string_view text) {
  std::string out = "\"";
  if (utf8::first_invalid(text) == utf8::kValid) {
    markup::escape_json(out, text);
  } else {
    markup::escape_json(out, repaired(text));
  }
  return out + "\"";
}

std::string xlsx_text(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    if (escaped(text.substr(at)) >= 0) out += "_x005F";
    const char32_t sign = utf8::decode(text, at);
    const bool is_control = sign < 0x20 && sign != U'\t' && sign != U'\n';
    if (is_control || sign == 0xFFFE || sign == 0xFFFF) {
      out += "_x";
      ascii::append_hex(out, sign, 4, ascii::kUpperHex);
      out += '_';
    } else {
      utf8::append(out, sign);
    }
  }
  return out;
}

std::string from_xlsx_text(std::string_view text) {
  std::string out;
  while (true) {
    const std::size_t mark = std::min(text.find("_x"), text.size());
    out += text.substr(0, mark);
    text.remove_prefix(mark);
    if (text.empty()) return out;
    const int sign = escaped(text);
    const bool is_half = sign >= 0xD800 && sign <= 0xDFFF;  // a surrogate is not a character
    if (sign < 0 || is_half) {
      out += text[0];
      text.remove_prefix(1);
    } else {
      utf8::append(out, static_cast<char32_t>(sign));
      text.remove_prefix(kEscape);
    }
  }
}

std::size_t utf16_length(std::string_view text) {
  std::size_t out = 0;
  for (std::size_t at = 0; at < text.size();) out += utf8::decode(text, at) > 0xFFFF ? 2U : 1U;
  return out;
}

}  // namespace huice::formats
