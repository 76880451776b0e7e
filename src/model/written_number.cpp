// SPDX-License-Identifier: Apache-2.0
#include "model/written_number.h"

#include "base/half_width.h"
#include "base/utf8.h"
#include "model/decimal.h"

#include <algorithm>
#include <array>

namespace huice::model {

bool all_digits(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

std::string narrowed(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t start = at;
    const char32_t c = utf8::decode(text, at);
    constexpr char32_t kMinus = 0x2212;
    if (const char32_t plain = c == kMinus ? U'-' : huice::half_width(c); plain != c) {
      out += static_cast<char>(plain);
    } else {
      out += text.substr(start, at - start);
    }
  }
  return out;
}

std::string_view without_blanks(std::string_view text) {
  constexpr std::array<std::string_view, 9> kBlanks{
      " ",        "\t",           "\r",           "\n",          "\xE3\x80\x80",
      "\xC2\xA0", "\xE2\x80\x8B", "\xEF\xBB\xBF", "\xE2\x80\xAF"};
  for (bool found = true; found;) {
    found = false;
    for (const std::string_view blank : kBlanks) {
      if (text.starts_with(blank)) {
        text.remove_prefix(blank.size());
        found = true;
      }
      if (text.ends_with(blank)) {
        text.remove_suffix(blank.size());
        found = true;
      }
    }
  }
  return text;
}

std::optional<std::string> without_thousands(std::string_view number) {
  const std::size_t point = std::min(number.find('.'), number.size());
  std::string_view rest = number.substr(0, point);
  const std::size_t first = std::min(rest.find(','), rest.size());
  std::string out(rest.substr(0, first));
  rest.remove_prefix(first);
  std::string_view digits = out;
  if (digits.starts_with('-')) digits.remove_prefix(1);
  if (!rest.empty() && (!all_digits(digits) || digits.size() > 3)) return std::nullopt;
  while (!rest.empty()) {
    if (rest.size() < 4 || !all_digits(rest.substr(1, 3))) return std::nullopt;
    out += rest.substr(1, 3);
    rest.remove_prefix(4);
    if (!rest.empty() && rest.front() != ',') return std::nullopt;
  }
  out += number.substr(point);
  return out;
}

std::string plain_number(std::string_view text) {
  const auto plain = without_thousands(narrowed(without_blanks(text)));
  return plain && Decimal::parse(*plain) ? *plain : std::string(text);
}

}  // namespace huice::model
