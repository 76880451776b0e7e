// SPDX-License-Identifier: Apache-2.0
#include "base/diagnostic.h"
#include "base/messages/files.h"
#include "base/messages/formats.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <ctime>
#include <random>
#include <string>

using namespace huice;

namespace {

std::string repeated(std::string_view text, std::size_t times) {
  std::string out;
  for (std::size_t i = 0; i < times; ++i) out += text;
  return out;
}

double cpu_seconds() {
  return static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}

double seconds_for(std::size_t count) {
  const std::string text = repeated("示例abcdefg,", count);
  const double before = cpu_seconds();
  Diagnostics problems;
  const SourceText source("f", text);
  for (std::size_t i = 0; i < count; ++i) {
    problems.add(problem(msg::nul_byte{}, source.at(i * 14)));
  }
  CHECK(problems.count(Severity::error) == count);
  CHECK(problems.sorted().size() == kMostListed + 1);
  return cpu_seconds() - before;
}

}  // namespace

TEST_CASE("line and column of every byte are those that counting from the start gives") {
  std::mt19937 random(7);
  std::string text;
  for (int i = 0; i < 3000; ++i) {
    const auto kind = random() % 400;
    text += kind == 0 ? "\n" : kind < 200 ? "惠" : kind < 220 ? "😀" : "a";
  }
  const SourceText source("f", text);
  std::uint32_t line = 1;
  std::uint32_t column = 1;
  bool same = true;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if ((static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U) continue;
    const LineColumn found = source.line_column(at);
    same = same && found.line == line && found.column == column &&
           source.offset({line, column}) == at && source.at(at).column == column;
    ++column;
    if (text[at] == '\n') ++line, column = 1;
  }
  CHECK(same);
  CHECK(source.line_column(text.size()).line == line);
}

TEST_CASE("a place in a long line holds and shows only the text around it") {
  const std::string text = repeated("甲", 5000) + "x" + repeated("乙", 5000) + "\nnext";
  const Location where = SourceText("f", text).at(15000);
  CHECK(where.column == 5001);
  CHECK(where.excerpt == repeated("甲", kExcerptBefore) + "x" + repeated("乙", 39));
  CHECK(where.goes_on);
  CHECK(format_diagnostic(problem(msg::nul_byte{}, where), Language::en) ==
        "f:1:5001: error[nul-byte]: has a NUL byte here\n  1 | …" + repeated("甲", 60) + "x" +
            repeated("乙", 39) + "…\n    | " + std::string(121, ' ') +
            "^\n  hint: save the file as plain UTF-8 text\n");
}

TEST_CASE("the start and the end of a long line are shown without what is not there") {
  const std::string text = repeated("a", 500);
  const SourceText source("f", text);
  const Location first = source.at(0);
  CHECK(first.excerpt == repeated("a", kExcerpt));
  CHECK(first.excerpt_column == 1);
  CHECK(first.goes_on);
  const Location last = source.at(500);
  CHECK(last.column == 501);
  CHECK(last.excerpt == repeated("a", kExcerptBefore));
  CHECK(!last.goes_on);
}

TEST_CASE("a byte order mark is not part of a text") {
  const Location where = SourceText("f", "\xEF\xBB\xBFxy").at(1);
  CHECK(where.column == 2);
  CHECK(where.excerpt == "xy");
}

TEST_CASE("of one file a thousand problems are listed, the gravest first, and the others counted") {
  const std::string text = repeated("a\n", 3000);
  const SourceText source("f", text);
  Diagnostics problems;
  for (std::size_t i = 0; i < 1500; ++i) {
    problems.add(problem(msg::csv_gb18030{}, source.at(i * 2)));  // a note
  }
  for (std::size_t i = 3000; i-- > 2500;) problems.add(problem(msg::nul_byte{}, source.at(i * 2)));
  problems.add(problem(msg::nul_byte{}, Location::of_file("other")));
  CHECK(problems.count(Severity::error) == 501);
  CHECK(problems.count(Severity::note) == 1500);
  const auto listed = problems.sorted();
  REQUIRE(listed.size() == kMostListed + 2);
  CHECK(listed[499].where.line == 500);
  CHECK(listed[500].where.line == 2501);
  CHECK(format_diagnostic(listed[kMostListed], Language::en) ==
        "f: note[more-problems]: has 1000 more problems; only 1000 of a file are listed\n"
        "  hint: mend those and run huice again\n");
  CHECK(listed.back().where.file == "other");
}

TEST_CASE("a problem that is found again, listed or not, counts once; lists are put together so") {
  const std::string text = repeated("a\n", 3000);
  const SourceText source("f", text);
  Diagnostics all;
  Diagnostics parts;
  for (const std::size_t step : {1U, 2U, 3U}) {
    Diagnostics part;
    for (std::size_t i = 0; i < 3000; i += step) {
      all.add(problem(msg::nul_byte{}, source.at((2999 - i) * 2)));
      part.add(problem(msg::nul_byte{}, source.at(i * 2)));
    }
    parts.add_all(part);
  }
  CHECK(all.count(Severity::error) == 3000);
  CHECK(parts.count(Severity::error) == 3000);
  CHECK(parts.sorted().size() == kMostListed + 1);
  CHECK(parts.sorted()[kMostListed - 1].where.line == kMostListed);
}

TEST_CASE("four times the problems in one line take at most six times as long") {
  seconds_for(5000);  // warms up
  double ratio = 100;
  for (int again = 0; again < 3 && ratio > 6; ++again) {
    ratio = seconds_for(80000) / std::max(0.001, seconds_for(20000));
  }
  CHECK(ratio <= 6);
}
