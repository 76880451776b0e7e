// SPDX-License-Identifier: Apache-2.0
// HTML and XML.
#include "markup/escape.h"

#include <algorithm>
#include <array>
#include <cstring>
#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace huice::markup {
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

// Most texts have none of these bytes, so sixteen are looked at in one go where the processor can.
#if defined(__SSE2__)
__m128i special_in(__m128i bytes) {
  const auto is = [bytes](char c) { return _mm_cmpeq_epi8(bytes, _mm_set1_epi8(c)); };
  return _mm_or_si128(_mm_or_si128(_mm_or_si128(is('&'), is('<')), is('>')),
                      _mm_or_si128(is('"'), is('\'')));
}

__m128i special_in_16(const char* bytes) {
  return special_in(_mm_loadu_si128(reinterpret_cast<const __m128i*>(bytes)));
}

// The first and the last bytes of a text that has at least as many as a Word, and at most two.
template <class Word>
__m128i special_at_ends(std::string_view text) {
  Word first = 0;
  Word last = 0;
  std::memcpy(&first, text.data(), sizeof first);
  std::memcpy(&last, text.data() + text.size() - sizeof last, sizeof last);
  return special_in(_mm_set_epi64x(static_cast<std::int64_t>(first),  //
                                   static_cast<std::int64_t>(last)));
}

__m128i special_in(std::string_view text) {
  if (text.size() < 8) return special_at_ends<std::uint32_t>(text);
  if (text.size() < 16) return special_at_ends<std::uint64_t>(text);
  const std::size_t last = text.size() - 16;
  __m128i found = special_in_16(text.data() + last);
  for (std::size_t at = 0; at < last; at += 16) {
    found = _mm_or_si128(found, special_in_16(text.data() + at));
  }
  return found;
}
#endif

std::size_t next_special(std::string_view text, std::size_t from) {
#if defined(__SSE2__)
  while (text.size() >= 16 && from < text.size()) {
    // Near the end, the last sixteen bytes without those in front of `from`.
    const std::size_t begin = std::min(from, text.size() - 16);
    const auto found = static_cast<unsigned>(_mm_movemask_epi8(special_in_16(text.data() + begin)));
    const unsigned mask = found >> (from - begin);
    if (mask != 0) return from + static_cast<std::size_t>(__builtin_ctz(mask));
    from = begin + 16;
  }
#endif
  while (from < text.size() && !kSpecial[static_cast<unsigned char>(text[from])]) ++from;
  return from;
}

// Apart, since few texts come this way.
[[gnu::noinline]] void escape_some(std::string& out, std::string_view text) {
  // Room for a few of them, so that it is found once for most texts.
  constexpr std::size_t kMore = 16;
  if (out.capacity() - out.size() < text.size() + kMore) {
    out.reserve(std::max(out.capacity() * 2, out.size() + text.size() + kMore));
  }
  for (std::size_t start = 0;;) {
    const std::size_t end = next_special(text, start);
    out.append(text.data() + start, end - start);
    if (end == text.size()) return;
    out += entity(text[end]);
    start = end + 1;
  }
}

}  // namespace

bool is_plain_html(std::string_view text) {
#if defined(__SSE2__)
  if (text.size() >= 4) return _mm_movemask_epi8(special_in(text)) == 0;
#endif
  return next_special(text, 0) == text.size();
}

void escape_html(std::string& out, std::string_view text) {
  if (!is_plain_html(text)) return escape_some(out, text);
  out.append(text.data(), text.size());
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

}  // namespace huice::markup
