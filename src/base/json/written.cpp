// SPDX-License-Identifier: Apache-2.0
#include "base/json/written.h"

#include "base/ascii.h"
#include "base/utf8.h"

namespace huice::json {

Step step(std::string_view json, std::size_t at) {
  if (json[at] != '\\') {
    std::size_t next = at;
    utf8::decode(json, next);
    return {next - at, next - at};
  }
  if (at + 1 >= json.size() || json[at + 1] != 'u') return {2, 1};
  char32_t value = 0;
  for (std::size_t i = at + 2; i < at + 6 && i < json.size(); ++i) {
    const int digit = ascii::hex_value(json[i]);
    if (digit < 0) break;
    value = value * 16 + static_cast<char32_t>(digit);
  }
  // A surrogate pair is two escapes and four bytes of UTF-8.
  if (value >= 0xD800 && value <= 0xDFFF) return {6, 2};
  return {6, value < 0x80 ? 1U : value < 0x800 ? 2U : 3U};
}

std::size_t written_at(std::string_view json, std::size_t quote, std::size_t read) {
  std::size_t at = quote + 1;
  for (std::size_t passed = 0; at < json.size() && json[at] != '"' && passed < read;) {
    const Step next = step(json, at);
    at += next.written;
    passed += next.read;
  }
  return at;
}

}  // namespace huice::json
