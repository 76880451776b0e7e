// SPDX-License-Identifier: Apache-2.0
// What src/ may say only once: the formats and their escapes (src/markup), verdicts, and which
// bytes are digits, letters and the like (src/base/ascii.h).
#include "architecture/functions.h"
#include "architecture/repository.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <regex>

using namespace huice::architecture;

namespace {

// `home`: where it may be said, a file or a folder.
std::vector<std::string> said_elsewhere(const std::vector<File>& files, const std::regex& what,
                                        const std::vector<std::string_view>& homes,
                                        bool in_strings) {
  std::vector<std::string> out;
  for (const File& file : files) {
    const bool home = std::any_of(homes.begin(), homes.end(), [&file](std::string_view path) {
      return file.path.starts_with(path);
    });
    if (home) continue;
    const File code{file.path, in_strings ? file.text : code_only(file.text)};
    std::size_t number = 0;
    for (const std::string_view line : code.lines()) {
      ++number;
      std::match_results<std::string_view::const_iterator> match;
      if (std::regex_search(line.begin(), line.end(), match, what)) {
        out.push_back(at(file, number, "“" + match.str() + "”"));
      }
    }
  }
  return out;
}

std::vector<std::string> second_formats(const std::vector<File>& files) {
  static const std::regex format(R"(\benum\s+(class\s+|struct\s+)?Format\b)");
  return said_elsewhere(files, format, {"src/markup/format.h"}, false);
}

std::vector<std::string> second_verdicts(const std::vector<File>& files) {
  static const std::regex verdict(
      R"(\b(enum\s+(class\s+|struct\s+)?|struct\s+|class\s+)Verdict\b)");
  return said_elsewhere(files, verdict, {"src/base/verdict.h"}, false);
}

std::vector<std::string> second_escapes(const std::vector<File>& files) {
  static const std::regex name(
      R"(^\s*(inline\s+|static\s+)?(void|std::string)\s+escape_?(html|xml|markdown|typst|json|csv|href)?\w*\()");
  // What an escape is made of: references, JSON's \u, a doubled quote of CSV.
  static const std::regex signs(R"re("&(amp|lt|gt|quot|#34|#39);"|"\\\\u(00)?"|"\\"\\"")re");
  std::vector<std::string> out = said_elsewhere(files, name, {"src/markup/"}, false);
  const std::vector<std::string> made = said_elsewhere(
      files, signs,
      {
          "src/markup/",
          "src/template/places/protect.cpp",  // keeps text that is markup already within its place
          "src/template/library/filters_escape.cpp",  // striptags reads references
          "src/template/library/links.cpp",           // urlize reads what is escaped
          "src/template/library/printf.cpp",          // Python's ascii()
          "src/formats/text_writers.cpp",             // an empty row of CSV
          "src/base/json/write.cpp",  // base cannot include markup, whose escape calls it
      },
      true);
  out.insert(out.end(), made.begin(), made.end());
  return out;
}

std::vector<std::string> second_kinds_of_bytes(const std::vector<File>& files) {
  static const std::regex range(R"(>= '(0|a|A)' && [^|&]*<= '(9|f|F|z|Z)')");
  static const std::regex kind(
      R"(\bbool is_(digit|blank|letter|alnum|control|hex\w*|upper|lower)\(char\b)");
  static const std::regex digits(R"re("0123456789(abcdef|ABCDEF)")re");
  std::vector<std::string> out = said_elsewhere(files, range, {"src/base/ascii.h"}, true);
  const std::vector<std::string> hex = said_elsewhere(files, digits, {"src/base/ascii.h"}, true);
  const std::vector<std::string> kinds = said_elsewhere(files, kind, {"src/base/ascii.h"}, true);
  out.insert(out.end(), hex.begin(), hex.end());
  out.insert(out.end(), kinds.begin(), kinds.end());
  return out;
}

}  // namespace

TEST_CASE("there is one list of formats, and each has one escape") {
  const std::vector<File> files = files_under("src");
  std::vector<std::string> found = second_formats(files);
  const std::vector<std::string> escapes = second_escapes(files);
  found.insert(found.end(), escapes.begin(), escapes.end());
  INFO(listed(found));
  CHECK(found.empty());
}

TEST_CASE("yes, no and unknown are one type") {
  const std::vector<std::string> found = second_verdicts(files_under("src"));
  INFO(listed(found));
  CHECK(found.empty());
}

TEST_CASE("which bytes are digits, letters and hexadecimal signs is written down once") {
  const std::vector<std::string> found = second_kinds_of_bytes(files_under("src"));
  INFO(listed(found));
  CHECK(found.empty());
}

TEST_CASE("a planted second format, escape or kind of bytes is found") {
  CHECK(second_formats({{"src/a/b.h", "enum class Format { html };\n"}}).size() == 1);
  CHECK(second_formats({{"src/a/b.h", "enum class FormatOption { html };\n"}}).empty());
  CHECK(second_verdicts({{"src/a/b.h", "enum class Verdict { yes, no };\n"}}).size() == 1);
  CHECK(second_escapes({{"src/a/b.cpp", "void escape_html(std::string& out) {\n"}}).size() == 1);
  CHECK(second_escapes({{"src/a/b.cpp", "  out += \"&lt;\";\n"}}).size() == 1);
  CHECK(second_escapes({{"src/a/b.cpp", "  out += \"\\\\u00\";\n"}}).size() == 1);
  CHECK(second_escapes({{"src/markup/html.cpp", "  out += \"&lt;\";\n"}}).empty());
  CHECK(second_escapes({{"src/a/b.cpp", "  markup::escape_html(out, text);\n"}}).empty());
  CHECK(second_kinds_of_bytes({{"src/a.cpp", "return c >= '0' && c <= '9';\n"}}).size() == 1);
  CHECK(second_kinds_of_bytes({{"src/a.cpp", "bool is_blank(char c) {\n"}}).size() == 1);
  CHECK(second_kinds_of_bytes({{"src/a.cpp", "kHex = \"0123456789abcdef\";\n"}}).size() == 1);
  CHECK(second_kinds_of_bytes({{"src/a.cpp", "return c >= '0' && c <= '7';\n"}}).empty());
}
