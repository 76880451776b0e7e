// SPDX-License-Identifier: Apache-2.0
#include "document/docx/unbroken.h"

#include "base/utf8.h"

#include <vector>

namespace huice::document::docx {
namespace {

constexpr std::size_t kMostOfAgency = 8;  // 鄂建提复字 has five; what is before it, nobody can tell
constexpr std::size_t kMostOfSerial = 6;
constexpr char32_t kOpen = U'\u3014';  // the hexagonal brackets (7.2.5)
constexpr char32_t kClose = U'\u3015';
constexpr char32_t kNumber = U'\u53F7';  // its last sign

bool is_han(char32_t sign) {
  return (sign >= 0x4E00 && sign <= 0x9FFF) || sign == 0x3007;
}

bool is_digit(char32_t sign) {
  return sign >= U'0' && sign <= U'9';
}

// A character and where it ends.
struct Sign {
  char32_t sign = 0;
  std::size_t end = 0;
};

std::vector<Sign> signs_of(std::string_view text) {
  std::vector<Sign> signs;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t sign = utf8::decode(text, at);
    signs.push_back({sign, at});
  }
  return signs;
}

// The end of “〔2022〕103号” that begins at this bracket, or 0. Blanks are a serial number that is
// still open.
std::size_t end_of_number(const std::vector<Sign>& signs, std::size_t open) {
  std::size_t at = open + 1;
  while (at < signs.size() && at < open + 5 && is_digit(signs[at].sign)) ++at;
  if (at != open + 5 || at >= signs.size() || signs[at].sign != kClose) return 0;
  const std::size_t serial = ++at;
  while (at < signs.size() && at < serial + kMostOfSerial &&
         (is_digit(signs[at].sign) || signs[at].sign == U'\u3000')) {
    ++at;
  }
  return at > serial && at < signs.size() && signs[at].sign == kNumber ? at + 1 : 0;
}

std::size_t start_of_agency(const std::vector<Sign>& signs, std::size_t open) {
  std::size_t start = open;
  while (start > 0 && open - start < kMostOfAgency && is_han(signs[start - 1].sign)) --start;
  return start;
}

// Where a line could end otherwise: not between figures, not inside the brackets' edges.
bool could_break(char32_t sign, char32_t next) {
  return sign != kOpen && next != kClose && !(is_digit(sign) && is_digit(next));
}

}  // namespace

std::string unbroken(std::string_view text) {
  constexpr std::string_view kOpenBytes = "\u3014";
  if (text.find(kOpenBytes) == std::string_view::npos) return std::string(text);
  const std::vector<Sign> signs = signs_of(text);
  std::vector<bool> joins(signs.size(), false);  // to the next one
  for (std::size_t i = 0; i < signs.size(); ++i) {
    const std::size_t end = signs[i].sign == kOpen ? end_of_number(signs, i) : 0;
    if (end == 0) continue;
    for (std::size_t j = start_of_agency(signs, i); j + 1 < end; ++j) {
      joins[j] = could_break(signs[j].sign, signs[j + 1].sign);
    }
  }
  std::string out;
  std::size_t start = 0;
  for (std::size_t i = 0; i < signs.size(); ++i) {
    out += text.substr(start, signs[i].end - start);
    start = signs[i].end;
    if (joins[i]) out += kJoiner;
  }
  return out;
}

}  // namespace huice::document::docx
