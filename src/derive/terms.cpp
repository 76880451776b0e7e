// SPDX-License-Identifier: Apache-2.0
#include "derive/terms.h"

#include "base/ascii.h"
#include "base/half_width.h"
#include "base/utf8.h"

namespace huice::derive {
namespace {

bool is_han(char32_t c) {
  return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3400 && c <= 0x4DBF) || c >= 0x20000;
}

bool is_word(char32_t c) {
  if (c >= 0x80) return false;
  const char sign = static_cast<char>(c);
  return ascii::is_alnum(sign) || std::string_view("&.%+").find(sign) != std::string_view::npos;
}

char32_t folded(char32_t c) {
  const char32_t plain = half_width(c);
  if (plain >= 0x80) return plain;
  return static_cast<unsigned char>(ascii::lower(static_cast<char>(plain)));
}

}  // namespace

std::vector<std::string> terms_of(std::string_view text) {
  std::vector<std::string> terms;
  std::string word;
  char32_t before = 0;  // the Han character before this one
  const auto end_word = [&] {
    if (!word.empty()) terms.push_back(std::move(word));
    word.clear();
  };
  for (std::size_t at = 0; at < text.size();) {
    if (text.substr(at, 2) == "{{") {
      const std::size_t close = text.find("}}", at);
      at = close == std::string_view::npos ? text.size() : close + 2;
      before = 0;
      end_word();
      continue;
    }
    const char32_t c = folded(utf8::decode(text, at));
    if (is_word(c)) {
      utf8::append(word, c);
    } else {
      end_word();
    }
    if (is_han(c) && before != 0) {
      std::string pair;
      utf8::append(pair, before);
      utf8::append(pair, c);
      terms.push_back(std::move(pair));
    }
    before = is_han(c) ? c : 0;
  }
  end_word();
  return terms;
}

}  // namespace huice::derive
