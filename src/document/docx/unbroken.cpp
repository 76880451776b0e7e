// SPDX-License-Identifier: Apache-2.0
#include "document/docx/unbroken.h"

#include "base/utf8.h"
#include "document/document_numbers.h"

namespace huice::document::docx {
namespace {

constexpr NumberSearch kSearch{.most_of_agency = 8, .takes_open = true};  // 鄂建提复字 has five
constexpr char32_t kOpen = U'\u3014';
constexpr char32_t kClose = U'\u3015';

bool is_digit(char32_t sign) {
  return sign >= U'0' && sign <= U'9';
}

// Where a line could end otherwise: not between figures, not inside the brackets' edges.
bool could_break(char32_t sign, char32_t next) {
  return sign != kOpen && next != kClose && !(is_digit(sign) && is_digit(next));
}

}  // namespace

std::string unbroken(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const NumberInText number = next_number(text, at, kSearch);
    out += text.substr(at, number.begin - at);
    for (at = number.begin; at < number.end;) {
      const std::size_t start = at;
      const char32_t sign = utf8::decode(text, at);
      out += text.substr(start, at - start);
      if (std::size_t next = at; next < number.end && could_break(sign, utf8::decode(text, next))) {
        out += kJoiner;
      }
    }
  }
  return out;
}

}  // namespace huice::document::docx
