// SPDX-License-Identifier: Apache-2.0
#include "formats/table_text.h"

#include <doctest/doctest.h>

using namespace huice;
using namespace huice::formats;
using huice::test::table_text;
using huice::test::TableText;

namespace {

std::string rows(const std::string& bytes) {
  const TableText text = table_text("t.csv", bytes);
  CHECK(text.problems == "");
  return text.rows;
}

std::string repeated(const std::string& text, std::size_t count) {
  std::string out;
  for (std::size_t i = 0; i < count; ++i) out += text;
  return out;
}

// "企业,金额\n华夏,10\n" as Excel in China saves it.
const std::string kGbk = "\xC6\xF3\xD2\xB5,\xBD\xF0\xB6\xEE\n\xBB\xAA\xCF\xC4,10\n";

}  // namespace

TEST_CASE("a CSV table is read with its quotes, whatever ends its lines") {
  CHECK(rows("a,b\n1,2\n") == "1: a|b\n2: 1|2\n");
  CHECK(rows("\xEF\xBB\xBF"
             "企业,金额\r\n\"甲,\"\"乙\"\"\",2") == "1: 企业|金额\n2: 甲,\"乙\"|2\n");
  CHECK(rows("a,b\n\"x\ny\",2\n3,4\n") == "1: a|b\n2: x\ny|2\n3: 3|4\n");
  CHECK(rows("a\rb\r\n\"c\rd\"\re") == "1: a\n2: b\n3: c\rd\n4: e\n");
  CHECK(rows("").empty());
  CHECK(rows("\xEF\xBB\xBF").empty());
}

TEST_CASE("blank lines and rows of commas are left out, and the numbers go on") {
  CHECK(rows("a,b\n\n , \n,,,\n1,\n") == "1: a|b\n5: 1|\n");
}

TEST_CASE("a row of another length is returned as it is, and says that its cells were counted") {
  const TableText text = table_text("t.csv", "名称,b\n甲,乙,丙\n1\n");
  CHECK(text.rows == "1: 名称|b\n2: 甲|乙|丙\n3: 1\n");
  CHECK(text.problems.empty());
  MemoryFileSystem files;
  files.put("t.csv", "a,b\n1\n");
  Diagnostics problems;
  const std::unique_ptr<RowReader> reader = open_csv(files, "t.csv", problems);
  REQUIRE(reader);
  Row row;
  REQUIRE(reader->next(row));
  CHECK(row.counted);
}

TEST_CASE("a table is read in pieces, and every row and place comes out right") {
  const std::string line = "\"" + repeated("企业\n", 20) + "\",甲,乙丙\n";
  MemoryFileSystem files;
  files.put("t.csv", repeated(line, 10000));
  Diagnostics problems;
  const std::unique_ptr<RowReader> reader = open_csv(files, "t.csv", problems);
  REQUIRE(reader);
  Row row;
  std::size_t count = 0;
  std::size_t wrong = 0;
  for (; reader->next(row); ++count) {
    const Location place = reader->place(2);
    const bool right = row.number == count + 1 && row.cells.size() == 3 && row.cells[2] == "乙丙" &&
                       row.cells[0] == repeated("企业\n", 20) && place.line == count * 21 + 21 &&
                       place.column == 5;
    wrong += right ? 0 : 1;
  }
  CHECK(count == 10000);
  CHECK(wrong == 0);
  CHECK(problems.empty());
}

TEST_CASE("rows are numbered as spreadsheets number them") {
  CHECK(table_text("t.csv", "\r\na,b\r\n\"1\r\n1\",2\r\n\r\n,\r\n3,4").rows ==
        "2: a|b\n3: 1\r\n1|2\n6: 3|4\n");
}

TEST_CASE("a table that was piped in is read as a file is") {
  Diagnostics problems;
  const auto reader = read_csv(
      "\xEF\xBB\xBF"
      "a,b\n1\n",
      "standard input", problems);
  REQUIRE(reader);
  Row row;
  REQUIRE(reader->next(row));
  CHECK(row.cells == std::vector<std::string>{"a", "b"});
  REQUIRE(reader->next(row));
  CHECK(!reader->next(row));
  CHECK(reader->place(0).file == "standard input");
  CHECK(problems.empty());
}

TEST_CASE("a quote that never closes ends the table at the quote") {
  const TableText text = table_text("t.csv", "a,b\n1,\"2\n3,4\n");
  CHECK(text.rows == "1: a|b\n");
  CHECK(text.problems.find("t.csv:2:3: error[csv-open-quote]: ") == 0);
}

TEST_CASE("a cell, row or quote without end is refused in bounded memory") {
  const std::string mib(std::size_t{1} << 20U, 'x');
  CHECK(table_text("t.csv", "a\n" + mib + "\n").problems == "");
  CHECK(table_text("t.csv", repeated(",", 16383) + "x\n").problems == "");
  CHECK(table_text("t.csv", repeated(mib.substr(2) + ",", 16)).problems == "");
  CHECK(table_text("t.csv", "a\n" + mib + "y\n").problems ==
        "t.csv:2:1: error[table-too-large]: this cell has more than 1024 KiB\n"
        "  hint: Excel itself stops at 1048576 rows, 16384 columns and 32767 characters a cell; "
        "split the table\n");
  CHECK(table_text("t.csv", repeated(",", 16384) + "x\n")
            .problems.find(
                "t.csv:1:1: error[table-too-large]: this row has more than 16384 cells") == 0);
  CHECK(table_text("t.csv", "a,\"" + repeated(mib, 40))
            .problems.find("t.csv:1:3: error[table-too-large]: this cell has more than 1024 KiB") ==
        0);
  CHECK(table_text("t.csv", repeated(mib + ",", 17))
            .problems.find("t.csv:1:1: error[table-too-large]: this row has more than 16 MiB") ==
        0);
}

TEST_CASE("a table that is not UTF-8 is read as GB18030, and a note says so") {
  const TableText text = table_text("t.csv", kGbk);
  CHECK(text.rows == "1: 企业|金额\n2: 华夏|10\n");
  CHECK(text.problems ==
        "t.csv: note[csv-gb18030]: is not UTF-8 and was read as GB18030 (GBK)\n"
        "  hint: look at a Chinese name in the result; save as “CSV UTF-8” to leave nothing to "
        "guess\n");
  std::string large;
  std::string expected;
  for (std::size_t i = 1; i <= 60000; ++i) {
    large += "\xBB\xAA\xCF\xC4" + std::string(i % 7, 'x') + "\n";
    expected += std::to_string(i) + ": 华夏" + std::string(i % 7, 'x') + "\n";
  }
  CHECK(table_text("t.csv", large).rows == expected);
}

TEST_CASE("the places of a row's cells are right in whatever order they are asked for") {
  MemoryFileSystem files;
  files.put("t.csv", "一,二\r\n甲,\"乙\r\n丙\n\",丁,\"\r戊\",己\r\nx,y\n");
  Diagnostics problems;
  const auto reader = formats::open_table(files, "t.csv", "", problems);
  REQUIRE(reader);
  formats::Row row;
  REQUIRE((reader->next(row) && reader->next(row)));
  const auto place = [&reader](std::size_t column) {
    const Location where = reader->place(column);
    return std::to_string(where.line) + ":" + std::to_string(where.column);
  };
  const std::vector<std::string> places{"2:1", "2:3", "4:3", "4:5", "5:4"};
  for (const std::size_t column : {0U, 1U, 2U, 3U, 4U, 2U, 4U, 0U, 3U, 3U}) {
    CHECK(place(column) == places[column]);
  }
  REQUIRE(reader->next(row));
  CHECK(place(1) == "6:3");
  CHECK(place(0) == "6:1");
}

TEST_CASE("bytes that are neither UTF-8 nor GB18030 end the table at their place") {
  const TableText text = table_text("t.csv", kGbk + "\xBB\xAA,\xFF\xFF\n1,2\n");
  CHECK(text.rows == "1: 企业|金额\n2: 华夏|10\n");
  CHECK(text.problems.find("t.csv:3:3: error[csv-encoding]: is neither UTF-8 nor GB18030 from here "
                           "on\n") != std::string::npos);
}

TEST_CASE("UTF-8 with a fault, UTF-16 and NUL bytes are reported, never guessed at") {
  CHECK(table_text("t.csv", "企业,金额\n甲,\xFF\n")
            .problems.find("t.csv:2:3: error[invalid-utf8]: ") == 0);
  CHECK(table_text("t.csv",
                   "\xEF\xBB\xBF"
                   "a\n\xBB\xAA\n")
            .problems.find("t.csv:2:1: error[invalid-utf8]: ") == 0);
  CHECK(table_text("t.csv", std::string("\xFF\xFE"
                                        "a\0\n\0",
                                        6))
            .problems ==
        "t.csv: error[utf16-text]: is UTF-16 text (Excel calls it “Unicode Text”); huice reads "
        "UTF-8\n  hint: save the file as UTF-8 (in Notepad: “Encoding” of “Save as”; in Excel: "
        "“CSV UTF-8”)\n");
  CHECK(
      table_text("t.csv", std::string("a\nb\0", 4)).problems.find("t.csv:2:2: error[nul-byte]: ") ==
      0);
}

TEST_CASE("a missing file is reported once") {
  const MemoryFileSystem files;
  const TableText text = table_text(files, "none.csv");
  CHECK(text.problems.find("none.csv: error[file-not-found]: ") == 0);
  CHECK(text.rows.empty());
}
