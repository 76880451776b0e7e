// SPDX-License-Identifier: Apache-2.0
//
// A damaged workbook is refused in our own words: in Chinese, no sentence of a library is left.
#include "formats/table_text.h"
#include "formats/workbook_file.h"

#include <doctest/doctest.h>

#include <random>
#include <regex>

using namespace huice;
using huice::test::Book;

namespace {

// What a table of these bytes is refused with, without the line that shows where.
std::string refusal(const std::string& bytes) {
  MemoryFileSystem files;
  files.put("t.xlsx", bytes);
  Diagnostics problems;
  const auto reader = formats::open_table(files, "t.xlsx", "", problems);
  formats::Row row;
  while (reader && reader->next(row)) continue;
  std::string out;
  for (const Diagnostic& found : problems.sorted()) {
    out += message_of(found, Language::zh) + "\n" + hint_of(found, Language::zh) + "\n";
  }
  return out;
}

// Two English words beside each other, but for names of programs and of what a file holds.
bool has_sentence(const std::string& text) {
  static const std::regex words("[A-Za-z]{2,} [a-z]{2,}");
  return std::regex_search(text, words);
}

}  // namespace

TEST_CASE("no message about a damaged workbook has a library's words") {
  CHECK(has_sentence("原因是“mismatched tag”"));
  std::mt19937 random(11);
  Book book;
  book.rows = "<row><c t='str'><v>a</v></c><c><v>1</v></c></row>";
  const std::string whole = book.bytes();
  std::size_t refused = 0;
  std::vector<std::string> wrong;
  const auto try_one = [&](const std::string& bytes) {
    const std::string said = refusal(bytes);
    if (!said.empty()) ++refused;
    if (has_sentence(said)) wrong.push_back(said);
  };
  for (std::size_t size = 0; size < whole.size(); size += 37) try_one(whole.substr(0, size));
  for (int i = 0; i < 2000; ++i) {
    std::string bytes = whole;
    bytes[random() % bytes.size()] = static_cast<char>(random());
    try_one(bytes);
  }
  for (const std::string rows :
       {"<row><c></row>", "<row", "<row a='1' a='2'/>", "<row>&b;</row>", "<row/></sheetData>",
        "<row>&#0;</row>", "<row>\x01</row>", "<row>\xff</row>", "<row><![CDATA[", "</a></a></a>x",
        "<row xmlns:q='' q:a='1'/>", "<row u:a='1'/>", "<?xml version='1.0'?>"}) {
    book.rows = rows;
    try_one(book.bytes());
  }
  book.rows = "";
  for (const char* const declaration :
       {"<?xml version='1.0' encoding='klingon'?>", "x", "<!DOCTYPE", "<?xml version='9'?>",
        "<?xml encoding='utf-16'?>"}) {
    book.declaration = declaration;
    try_one(book.bytes());
  }
  CHECK(refused > 500);
  CHECK(wrong == std::vector<std::string>{});
}
