// SPDX-License-Identifier: Apache-2.0
#include "base/characters.h"

#include "base/diagnostic.h"
#include "base/messages/files.h"
#include "base/utf8.h"

#include <doctest/doctest.h>

#include <vector>

using namespace huice;

namespace {

std::string written(char32_t c) {
  std::string out;
  utf8::append(out, c);
  return out;
}

bool is_refused(std::string_view text, bool one_line) {
  return odd_characters(text, one_line).refused.has_value();
}

bool is_told(std::string_view text) {
  return odd_characters(text, false).hidden.has_value();
}

}  // namespace

TEST_CASE("every control character and noncharacter is refused, in one line and in prose") {
  for (char32_t c = 0; c < 0xA0; ++c) {
    const bool is_control = c < 0x20 || c >= 0x7F;
    const bool is_line = c == '\n' || c == '\r' || c == '\t';
    CAPTURE(static_cast<unsigned>(c));
    CHECK(is_refused("甲" + written(c) + "乙", true) == is_control);
    CHECK(is_refused("甲" + written(c) + "乙", false) == (is_control && !is_line));
  }
  for (char32_t plane = 0; plane <= 0x10; ++plane) {
    CHECK(is_refused(written(plane * 0x10000 + 0xFFFE), false));
    CHECK(is_refused(written(plane * 0x10000 + 0xFFFF), false));
    CHECK(!is_refused(written(plane * 0x10000 + 0xFFFD), true));
  }
  CHECK(is_refused(written(0xFDD0), false));
  CHECK(is_refused(written(0xFDEF), false));
  CHECK(!is_refused(written(0xFDF0), false));
  CHECK(is_refused(written(0x2028), true));
  CHECK(!is_refused(written(0x2029), false));
}

TEST_CASE("ordinary texts hold nothing odd, in whatever script") {
  for (const std::string_view text : {"鄂尔多斯市科学技术局", "ᠣᠷᠳᠣᠰ ᠬᠣᠲᠠ", "R&D “2.5”％—〔2022〕",
                                      "ئۇيغۇرچە", "བོད་ཡིག", "한국어 é", "😀𠮷"}) {
    const OddCharacters found = odd_characters(text, true);
    CHECK(!found.refused);
    CHECK(!found.hidden);
  }
}

TEST_CASE("what turns the text or has no width is told, with its place") {
  for (const char32_t c : {0xADU, 0x61CU, 0x115FU, 0x200BU, 0x200EU, 0x202AU, 0x202EU, 0x2060U,
                           0x2066U, 0x2069U, 0x3164U, 0xFEFFU, 0xE0041U}) {
    const auto found = odd_characters("甲a" + written(c) + "乙", true);
    REQUIRE(found.hidden.has_value());
    CHECK(found.hidden->offset == 4);
    CHECK(found.hidden->code_point == c);
    CHECK(!found.refused);
  }
  CHECK(odd_characters("\u202E", true).hidden->what == Oddity::direction);
  CHECK(odd_characters("\u200B", true).hidden->what == Oddity::no_width);
}

TEST_CASE("what a script needs is not told where it needs it") {
  CHECK(!is_told("ᠠ\u180B"));
  CHECK(!is_told("ᠠ\u180E\u202Fᠢ"));
  CHECK(!is_told("ᠠ\u200Dᠡ"));
  CHECK(!is_told("ᠠ\u180C\u200Cᠡ"));
  CHECK(!is_told("葛\U000E0100城"));
  CHECK(!is_told("城\uFE00"));
  CHECK(!is_told("甲\u202F乙"));  // a narrow blank is seen
  CHECK(is_told("甲\u180B"));
  CHECK(is_told("甲\u180E"));
  CHECK(is_told("甲\u200D乙"));
  CHECK(is_told("ᠠ\u200D乙"));
  CHECK(is_told("ᠠ\u200C"));
  CHECK(is_told("a\uFE00"));
  CHECK(is_told("\U000E0100"));
}

TEST_CASE(
    "nothing that is shown drives a terminal: controls, directions and stray bytes are signs") {
  CHECK(utf8::printable("a\x1B[31m\tb\n\x7F") == "a␛[31m b␊␡");
  CHECK(utf8::printable("2026\u009B31mX") == "2026⟨U+009B⟩31mX");
  CHECK(utf8::printable("甲\u202E乙\u2066\u2028") == "甲⟨U+202E⟩乙⟨U+2066⟩⟨U+2028⟩");
  CHECK(utf8::printable("a\x9B"
                        "31m\xE7\x94") ==
        "a\uFFFD"
        "31m\uFFFD\uFFFD");
  CHECK(utf8::printable("ᠠ\u180Bᠡ é 😀") == "ᠠ\u180Bᠡ é 😀");
  CHECK(utf8::printable_lines("a\x1B\n\u202Eb\n") == "a␛\n⟨U+202E⟩b\n");
  for (char32_t c = 0x80; c < 0xA0; ++c) CHECK(utf8::printable(written(c)).size() > 4);
}

TEST_CASE("the caret of an excerpt stands below what is shown in place of a character") {
  const std::string text = "甲\u202E乙 x\x9Bz";
  const SourceText source("a.json", text);
  const Diagnostic found = problem(msg::nul_byte{}, source.at(3, 3));
  const std::string said = format_diagnostic(found, Language::en);
  CHECK(said.find("  1 | 甲⟨U+202E⟩乙 x\uFFFDz\n    |   ^~~~~~~~\n") != std::string::npos);
}
