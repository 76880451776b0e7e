// SPDX-License-Identifier: Apache-2.0
#include "base/ascii.h"

#include "base/white_space.h"

#include <doctest/doctest.h>

using namespace huice;

TEST_CASE("every byte is of the kinds that ASCII gives it, and bytes of other characters of none") {
  for (int byte = 0; byte < 256; ++byte) {
    const char c = static_cast<char>(byte);
    CAPTURE(byte);
    const bool digit = std::string_view("0123456789").find(c) != std::string_view::npos;
    const bool lower =
        std::string_view("abcdefghijklmnopqrstuvwxyz").find(c) != std::string_view::npos;
    const bool upper =
        std::string_view("ABCDEFGHIJKLMNOPQRSTUVWXYZ").find(c) != std::string_view::npos;
    CHECK(ascii::is_digit(c) == digit);
    CHECK(ascii::is_lower(c) == lower);
    CHECK(ascii::is_upper(c) == upper);
    CHECK(ascii::is_letter(c) == (lower || upper));
    CHECK(ascii::is_alnum(c) == (lower || upper || digit));
    CHECK(ascii::is_control(c) == (byte < 32 || byte == 127));
    CHECK(ascii::is_punctuation(c) == (byte > 32 && byte < 127 && !lower && !upper && !digit));
    CHECK(ascii::is_blank(c) ==
          (byte == 32 || byte == 9 || byte == 10 || byte == 12 || byte == 13));
    CHECK(ascii::is_space_or_tab(c) == (byte == 32 || byte == 9));
    CHECK(ascii::lower(c) == (upper ? c + 32 : c));
    CHECK(ascii::upper(c) == (lower ? c - 32 : c));
  }
}

TEST_CASE("texts are compared and made small by their ASCII letters alone") {
  CHECK(ascii::lower(std::string_view("HTTP://Ä惠")) == "http://Ä惠");
  CHECK(ascii::equal_ignoring_case("a.CSV", "A.csv"));
  CHECK_FALSE(ascii::equal_ignoring_case("a.csv", "a.cs"));
  CHECK_FALSE(ascii::equal_ignoring_case("Ä", "ä"));
}

TEST_CASE("hexadecimal digits are read in either case and written with their zeros") {
  CHECK(ascii::hex_value('0') == 0);
  CHECK(ascii::hex_value('9') == 9);
  CHECK(ascii::hex_value('a') == 10);
  CHECK(ascii::hex_value('F') == 15);
  CHECK(ascii::hex_value('g') == -1);
  CHECK(ascii::hex_value('@') == -1);
  std::string out;
  ascii::append_hex(out, 0x2F, 4);
  CHECK(out == "002f");
  ascii::append_hex(out, 0xABCD, 2, ascii::kUpperHex);
  CHECK(out == "002fCD");
  ascii::append_percent(out, '\xE4');
  CHECK(out == "002fCD%E4");
}

TEST_CASE("white space is Unicode's, the full-width blank included and the zero-width one not") {
  for (const char32_t c : {U' ', U'\t', U'\u0085', U'\u00A0', U'\u2003', U'\u3000'}) {
    CHECK(utf8::is_space(c));
  }
  for (const char32_t c : {U'a', U'惠', U'\u200B', U'\uFEFF', char32_t{0}}) {
    CHECK_FALSE(utf8::is_space(c));
  }
}
