// SPDX-License-Identifier: Apache-2.0
#include "base/temporary_files.h"
#include "formats/table_text.h"
#include "formats/written_text.h"

#include <doctest/doctest.h>
#include <unistd.h>

using namespace huice;
using namespace huice::formats;
using huice::test::table_text;
using Rows = std::vector<std::vector<Cell>>;

namespace {

TableOptions options() {
  TableOptions out;
  out.columns = {{"企业", 0}, {"金额", 12}, {"备注", 0}};
  out.created = "2026-01-02";
  return out;
}

const Rows kRows{{Cell::of("甲"), Cell::number("12.5"), Cell::of("=1+1")},
                 {Cell::none(), Cell::number("-3"), Cell::of("a,\"b\"\nc")},
                 {Cell::of("_x0041_\r\x01"), Cell::number("12x")}};

std::string message(const Result<void>& result) {
  return result ? "" : format_diagnostic(result.error(), Language::en);
}

Result<void> write(FileSystem& files, const std::string& path, const Rows& rows) {
  Result<std::unique_ptr<RowWriter>> writer =
      create_table(files, path, table_kind(path).value(), options());
  if (!writer) return writer.error();
  for (const std::vector<Cell>& row : rows) {
    Result<void> done = writer.value()->write(row);
    if (!done) return done;
  }
  return writer.value()->finish();
}

std::string written(const std::string& path, const Rows& rows) {
  MemoryFileSystem files;
  CHECK(message(write(files, path, rows)) == "");
  CHECK(files.snapshot("").size() == 1);
  return files.read(path).value();
}

}  // namespace

TEST_CASE("CSV is written for Excel, and no text becomes a formula") {
  CHECK(written("t.csv", kRows) ==
        "\xEF\xBB\xBF"
        "企业,金额,备注\r\n甲,12.5,'=1+1\r\n,-3,\"a,\"\"b\"\"\nc\"\r\n"
        "\"_x0041_\r\x01\",12x,\r\n");
  for (const char* text : {"=1", "+x", "-x", "@a", "\tx", "\rx", "＝1", "＋1", "－1", "＠a", "-",
                           "+1e5", "-1.", "=", "-2+3", "\n="}) {
    CAPTURE(text);
    CHECK(csv_text(text).find(std::string("'") + text) != std::string::npos);
  }
  for (const char* text : {"-5", "+5", "-5.25", "5", "a=b", "企业-1", ""}) {
    CAPTURE(text);
    CHECK(csv_text(text) == text);
  }
  CHECK(csv_text(" a") == "\" a\"");
}

TEST_CASE("JSON is one array, or an object a line") {
  const std::string first = R"({"企业":"甲","金额":12.5,"备注":"=1+1"})";
  const std::string second = R"({"企业":null,"金额":-3,"备注":"a,\"b\"\nc"})";
  const std::string third = R"({"企业":"_x0041_\r\u0001","金额":"12x","备注":null})";
  CHECK(written("t.json", kRows) == "[\n" + first + ",\n" + second + ",\n" + third + "\n]\n");
  CHECK(written("t.JSONL", kRows) == first + "\n" + second + "\n" + third + "\n");
  CHECK(written("t.json", {}) == "[]\n");
  CHECK(json_text("\xFF\\") == "\"\xEF\xBF\xBD\\\\\"");
}

TEST_CASE("XLSX is read back as it was written, and twice the same bytes come out") {
  const std::string bytes = written("t.xlsx", kRows);
  const test::TableText text = table_text("t.xlsx", bytes);
  CHECK(text.rows ==
        "1: 企业|金额|备注\n2: 甲|12.5|=1+1\n3: |-3|a,\"b\"\nc\n4: _x0041_\r\x01|12x\n");
  CHECK(text.problems == "");
  CHECK(written("t.xlsx", kRows) == bytes);
}

TEST_CASE("numbers have JSON's form, and one of more than 15 digits stays exact as text") {
  for (const char* text : {"0", "-0", "12.50", "1e9", "1E-9", "-1.5e+3"}) {
    CAPTURE(text);
    CHECK(is_number(text));
  }
  for (const char* text : {"", "-", "01", ".5", "5.", "1e", "1e+", "0x1", "1 ", "nan", "+1"}) {
    CAPTURE(text);
    CHECK_FALSE(is_number(text));
  }
  CHECK(significant_digits("-0.0120") == 3);
  CHECK(significant_digits("1234567890123456") == 16);
  CHECK(significant_digits("0e5") == 1);
  const Rows rows{{Cell::number("1234567890123456789"), Cell::number("123456789012345")}};
  CHECK(table_text("t.xlsx", written("t.xlsx", rows)).rows ==
        "1: 企业|金额|备注\n2: 1234567890123456789|123456789012345\n");
}

TEST_CASE("texts of a workbook keep every character, and Excel's counting of them") {
  for (const char* text :
       {"_x0041_", "_x00", "a_x000D_b", "__x0041__", "\r\n\t\x1F", "\xEF\xBF\xBF"}) {
    CAPTURE(text);
    CHECK(from_xlsx_text(xlsx_text(text)) == text);
  }
  CHECK(from_xlsx_text("_xD83D_a_x") == "_xD83D_a_x");
  CHECK(utf16_length("a汉😀") == 4);
}

TEST_CASE("a cell that Excel could not hold is refused with its name") {
  MemoryFileSystem files;
  const std::string fits(32767, 'x');
  CHECK(message(write(files, "t.xlsx", {{Cell::of(fits)}})) == "");
  CHECK(message(write(files, "t.xlsx", {{Cell::none(), Cell::of(fits + "x")}}))
            .find("t.xlsx: error[table-too-large]: cell B2 has more than 32767 characters\n") == 0);
}

TEST_CASE("a table that is written has as many rows and columns as Excel, and not one more") {
  MemoryFileSystem files;
  TableOptions wide = options();
  wide.columns.resize(kMostColumns, wide.columns.front());
  CHECK(create_table(files, "t.xlsx", TableKind::xlsx, wide));
  wide.columns.push_back(wide.columns.front());
  CHECK(
      format_diagnostic(create_table(files, "t.xlsx", TableKind::xlsx, wide).error(), Language::en)
          .find("t.xlsx: error[table-too-large]: the header has more than 16384 cells\n") == 0);
  const auto writer = create_table(files, "t.xlsx", TableKind::xlsx, options());
  REQUIRE(writer);
  std::size_t rows = 1;  // the header
  while (rows < kMostRows && writer.value()->write({})) ++rows;
  CHECK(rows == kMostRows);
  CHECK(message(writer.value()->write({}))
            .find("t.xlsx: error[table-too-large]: the table has more than 1048576 rows\n") == 0);
}

TEST_CASE("the kind of a table is the end of its name") {
  CHECK(table_kind("a/B.XLSX").value() == TableKind::xlsx);
  CHECK(format_diagnostic(table_kind("out/a.xls").error(), Language::en) ==
        "out/a.xls: error[table-kind]: “a.xls” is no kind of table that huice writes\n"
        "  hint: end the name in .csv, .xlsx, .json or .jsonl\n");
  CHECK_FALSE(table_kind(".csv").ok());
}

TEST_CASE("until a table is finished, the old file stays, and a failure leaves no other") {
  for (const char* path : {"d/t.csv", "d/t.xlsx", "d/t.json"}) {
    CAPTURE(path);
    MemoryFileSystem files;
    files.put(path, "old");
    {
      auto writer = create_table(files, path, table_kind(path).value(), options());
      REQUIRE(writer.ok());
      CHECK(writer.value()->write(kRows[0]).ok());
      CHECK(files.snapshot("d").size() == 2);
    }
    CHECK(files.snapshot("d").size() == 1);
    CHECK(files.read(path).value() == "old");
    CHECK(write(files, path, kRows).ok());
    CHECK(files.read(path).value() != "old");
    CHECK(files.snapshot("d").size() == 1);
  }
}

TEST_CASE("a machine that stops at any write leaves the old table or the whole new one") {
  const std::string whole = written("t.csv", kRows);
  for (std::size_t count = 0; count < 5; ++count) {
    CAPTURE(count);
    MemoryFileSystem files;
    files.put("t.csv", "old");
    files.fail_after(count);
    const bool done = write(files, "t.csv", kRows).ok();
    CHECK(files.read("t.csv").value() == (done ? whole : "old"));
    files.recover();
    // What the stopped run left is not in the way.
    CHECK(write(files, "t.csv", kRows).ok());
    CHECK(files.read("t.csv").value() == whole);
  }
}

TEST_CASE("on a disk a link stays a link, and a folder or device is not replaced") {
  const test::TemporaryFolder folder;
  RealFileSystem files;
  folder.put("real.xlsx", "old");
  REQUIRE(::symlink("real.xlsx", folder.at("link.xlsx").c_str()) == 0);
  CHECK(message(write(files, folder.at("link.xlsx"), kRows)) == "");
  CHECK(files.resolve(folder.at("link.xlsx")).value() != folder.at("link.xlsx"));
  CHECK(table_text(files, folder.at("real.xlsx")).rows.find("2: 甲|12.5|=1+1\n") !=
        std::string::npos);
  CHECK(files.make_directories(folder.at("d.csv")).ok());
  CHECK(message(write(files, folder.at("d.csv"), kRows))
            .find("error[file-unwritable]: cannot be written: it is not an ordinary file") !=
        std::string::npos);
  CHECK(message(write(files, folder.at("none/t.csv"), kRows)).find("error[file-unwritable]: ") !=
        std::string::npos);
  CHECK(files.list(folder.path()).value().size() == 3);
}
