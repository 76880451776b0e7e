// SPDX-License-Identifier: Apache-2.0
#include "match/roster.h"

#include "logic/json.h"
#include "match/short_names.h"
#include "match/small_city.h"

using namespace huice;
using namespace huice::test;

namespace {

struct Read {
  std::vector<std::string> rows;  ///< carried cells, then the answers that were given
  std::string said;
  bool usable = false;
  std::size_t unread = 0;
};

Read read(const std::string& csv) {
  static const SmallCity city(nlohmann::ordered_json::object(), nlohmann::ordered_json::array(),
                              "2025-01-01");
  MemoryFileSystem files;
  files.put("r.csv", csv);
  Diagnostics problems;
  const auto reader = formats::open_csv(files, "r.csv", problems);
  REQUIRE(reader);
  match::Roster roster(*reader, city.library().profile(), problems);
  Read result;
  result.usable = roster.usable();
  while (auto entry = roster.next()) {
    std::string row = std::to_string(entry->number) + ":";
    for (const std::string& cell : entry->carried) row += " [" + cell + "]";
    for (std::size_t i = 0; i < entry->answers.size(); ++i) {
      if (entry->answers[i].is_nothing()) continue;
      row += " " + city.library().profile()[i].id + "=" +
             logic::to_json(entry->answers[i]).value_or("");
    }
    result.rows.push_back(row);
  }
  result.unread = roster.unread();
  for (const Diagnostic& found : problems.sorted())
    result.said += format_diagnostic(found, Language::en);
  return result;
}

}  // namespace

TEST_CASE("columns are known by a field's label or id, and the others are carried along") {
  const Read got = read("企业名称,研发投入,listed,电话\n甲,3万元,是,123\n\n乙,,,\n");
  CHECK(got.rows ==
        std::vector<std::string>{"2: [甲] [123] spending=3000000 listed=true", "4: [乙] []"});
  CHECK(got.said ==
        "r.csv: note[roster-columns]: read as answers: 研发投入, listed; only carried along: "
        "企业名称, 电话\n");
}

TEST_CASE("a cell that cannot be read is reported with its row and column, and the rest is read") {
  const Read got = read("企业名称,研发投入,企业规模\n甲,多,小型\n乙,3万元,巨大\n丙,1元,小型\n");
  CAPTURE(got.rows[0]);
  CAPTURE(got.rows.back());
  CHECK(got.rows == std::vector<std::string>{"2: [甲] size=\"小型\"", "3: [乙] spending=3000000",
                                             "4: [丙] size=\"小型\" spending=100"});
  CHECK(got.said ==
        "r.csv: note[roster-columns]: read as answers: 研发投入, 企业规模; only carried along: "
        "企业名称\n"
        "r.csv:2:3: error[roster-cell]: row 2, column B “研发投入” cannot be read\n"
        "  hint: expected an amount of money like 1200万元, or a number below the header "
        "“研发投入（万元）”\n"
        "r.csv:3:7: error[roster-cell]: row 3, column C “企业规模” cannot be read\n"
        "  hint: expected one of: 微型, 小型, 中型, 大型\n");
}

TEST_CASE("no problem shows the text of a cell, whatever column it slipped into") {
  const std::string name = "张三 13812345678";
  for (const char* field :
       {"注册地", "企业规模", "研发投入", "研发占比", "在库年数", "放款日", "在库", "已获认定"}) {
    const Read got = read("联系人," + std::string(field) + "\n王五 15000000000," + name + "\n");
    CAPTURE(got.said);
    CHECK(got.said.find("error[roster-cell]: row 2, column B “" + std::string(field) + "”") !=
          std::string::npos);
    for (const char* part : {"张三", "138", "王五", "1500"}) {
      CHECK(got.said.find(part) == std::string::npos);
    }
  }
}

TEST_CASE("characters that nobody sees are told once a column, and in its header") {
  const Read got = read(
      "企业名称,研发\u2060投入,,企业规模\n"
      "甲\u202E,1元,,小型\n乙\u2066,1元,x\u00AD,小型\u200B\nᠠ\u180Bᠡ,1元,,小型\n");
  CHECK(got.rows.size() == 3);
  const auto tells = [](const std::string& column, const std::string& character) {
    return "warning[hidden-character]: “" + column + "” holds the invisible character " + character;
  };
  CHECK(got.said.find("r.csv:1:6: " + tells("研发\u2060投入", "U+2060")) != std::string::npos);
  CHECK(got.said.find("r.csv:2:1: " + tells("企业名称", "U+202E")) != std::string::npos);
  CHECK(got.said.find("r.csv:3:7: " + tells("C", "U+00AD")) != std::string::npos);
  CHECK(got.said.find("r.csv:3:10: " + tells("企业规模", "U+200B")) != std::string::npos);
  CHECK(got.said.find("U+2066") == std::string::npos);
  CHECK(got.said.find("甲") == std::string::npos);
  CHECK(got.said.find("r.csv:4:") == std::string::npos);
}

TEST_CASE("a table without a header says nothing of its first row") {
  const Read got = read("张三,13800000000,研发投人\n");
  CHECK(!got.usable);
  CHECK(got.said.find("张三") == std::string::npos);
  CHECK(got.said.find("投人") == std::string::npos);
}

TEST_CASE("rows count as Excel shows them, with blank lines and line breaks in cells") {
  const Read got = read("企业名称,企业规模\n\"甲\n一\",小型\n\n乙,巨大\n");
  CHECK(got.rows == std::vector<std::string>{"2: [甲\n一] size=\"小型\"", "4: [乙]"});
  CHECK(got.said.find("r.csv:5:3: error[roster-cell]: row 4, column B “企业规模”") !=
        std::string::npos);
}

TEST_CASE("a unit in the header is that of the bare numbers below it") {
  const Read got = read(
      "研发投入（万元）,贷款金额(单位：亿元),研发占比（％）,在库年数（年）\n"
      "1200.5,\"1,200\",3.5,2\n3元,0.00000001,5%,2年\n");
  CHECK(got.rows ==
        std::vector<std::string>{"2: spending=1200500000 loan=12000000000000 share=35000 years=2",
                                 "3: spending=300 loan=100 share=50000 years=2"});
  CHECK(got.said.find("error[roster-cell]") == std::string::npos);
  const Read other = read("在库,研发投入（千元）\n是,5\n");
  CHECK(other.rows == std::vector<std::string>{"2: [5] listed=true"});
  CHECK(other.said.find("warning[roster-column]: column B “研发投入（千元）” is no field") !=
        std::string::npos);
}

TEST_CASE("headers that contain a field's label, or are part of one, are reported") {
  const Read got =
      read("在库 ,年度研发投入（万元）,研发投入占比,是否在库,规模,电话\n是,1,2,3,4,5\n");
  CHECK(got.rows == std::vector<std::string>{"2: [1] [2] [3] [4] [5] listed=true"});
  for (const char* part : {"column B “年度研发投入（万元）”", "column C “研发投入占比”",
                           "column D “是否在库”", "column E “规模”"}) {
    CHECK_MESSAGE(got.said.find(part) != std::string::npos, part);
  }
  CHECK(got.said.find("“电话” is no field") == std::string::npos);
}

TEST_CASE("every carried column has a name of its own") {
  static const SmallCity city(nlohmann::ordered_json::object(), nlohmann::ordered_json::array(),
                              "2025-01-01");
  MemoryFileSystem files;
  files.put("r.csv", "备注,,备注,在库,\n1,2,3,是,5\n");
  Diagnostics problems;
  const auto reader = formats::open_csv(files, "r.csv", problems);
  const match::Roster roster(*reader, city.library().profile(), problems);
  CHECK(roster.carried_columns() == std::vector<std::string>{"备注", "B列", "备注（2）", "E列"});
}

TEST_CASE(
    "long numbers that Excel wrote into CSV have lost digits, which is reported once a column") {
  const Read got = read("信用代码,在库\n1.50102E+17,是\n1.50103E+17,是\n");
  CHECK(got.said.find("r.csv:2:1: warning[roster-lost-digits]: column A “信用代码” holds a number "
                      "of more than 15 digits, of which Excel keeps 15\n"
                      "  hint: what is written is not what was typed: make the column text in "
                      "Excel, and enter these numbers again\n") != std::string::npos);
  CHECK(got.said.find("r.csv:3:1") == std::string::npos);
}

TEST_CASE("a table whose columns are separated by another sign is told so") {
  const std::pair<std::string, std::string> signs[]{
      {";", "“;”"}, {"\t", "tabs"}, {"，", "“，”"}, {"；", "“；”"}};
  for (const auto& sign : signs) {
    CAPTURE(sign.second);
    const Read got = read("企业名称" + sign.first + "研发投入" + sign.first + "企业规模\n甲" +
                          sign.first + "1元" + sign.first + "小型\n");
    CHECK(!got.usable);
    CHECK(got.said ==
          "r.csv:1:1: error[csv-separator]: the columns are separated by " + sign.second +
              "; CSV takes commas\n"
              "  hint: save it as “CSV (comma delimited)” or “CSV UTF-8” in Excel or WPS\n");
  }
}

TEST_CASE("zeros in front, which a workbook's format shows, change no answer") {
  const Read plain = read("企业名称,listed,研发投入（万元）\n甲,1,500\n乙,0,1.5\n丙,1,2万元\n");
  const Read shown =
      read("企业名称,listed,研发投入（万元）\n甲,01,0500\n乙,00,01.5\n丙,1,002万元\n");
  CHECK(shown.said == plain.said);
  CHECK(shown.rows == plain.rows);
  CHECK(shown.rows.front() == "2: [甲] spending=500000000 listed=true");
}

TEST_CASE("a table without any field is of no use") {
  CHECK(read("请填写企业名称，企业规模，电话\n甲\n").said.find("roster-no-field") !=
        std::string::npos);
  const Read got = read("企业名称,电话\n甲,1\n");
  CHECK(!got.usable);
  CHECK(got.said ==
        "r.csv:1:1: error[roster-no-field]: no column of this table is a field of the profile\n"
        "  hint: name columns by the label or id of a field in data/profile.json, like 企业规模\n");
}

TEST_CASE("a header that comes close to a field is reported, since its answers would be lost") {
  const Read got = read("研发投人,在库\n1元,是\n");
  CHECK(got.rows == std::vector<std::string>{"2: [1元] listed=true"});
  CHECK(got.said ==
        "r.csv: note[roster-columns]: read as answers: 在库; only carried along: 研发投人\n"
        "r.csv:1:1: warning[roster-column]: column A “研发投人” is no field of the profile and "
        "only carried along\n"
        "  did you mean “研发投入”?\n"
        "  hint: where an answer was meant, correct the header\n");
}

TEST_CASE("a field that is in two columns is refused") {
  const Read got = read("在库,listed\n是,否\n");
  CHECK(got.said.find("error[duplicate-column]:") != std::string::npos);
}

TEST_CASE("of thousands of bad cells the first thousand are reported") {
  std::string csv = "研发投入\n";
  for (int i = 0; i < 1500; ++i) csv += "x\n";
  const Read got = read(csv);
  CHECK(got.rows.size() == 1500);
  CHECK(got.said.find("r.csv:1001:1:") != std::string::npos);
  CHECK(got.said.find("r.csv:1002:1:") == std::string::npos);
  CHECK(got.said.find("note[more-problems]: has 501 more problems;") != std::string::npos);
}

TEST_CASE("the header is found below a title, and what is above it is not read") {
  const Read got =
      read("重点企业名单,,\n单位：万元,,\n企业名称,企业规模,研发投入（万元）\n甲,小型,5\n");
  CHECK(got.rows == std::vector<std::string>{"4: [甲] size=\"小型\" spending=5000000"});
  CHECK(got.said.find("r.csv: note[roster-header]: the header is row 3; the rows above it were not "
                      "read\n") != std::string::npos);
}

TEST_CASE("a header over two rows is read as one, the lower name first") {
  const Read got =
      read("名单,,,\n企业名称,企业规模,经济指标,\n,,研发投入（万元）,研发占比（%）\n甲,小型,5,3\n");
  CHECK(got.rows == std::vector<std::string>{"4: [甲] size=\"小型\" spending=5000000 share=30000"});
  CHECK(
      got.said.find("r.csv: note[roster-header-rows]: the header is rows 2 and 3, read as one\n") !=
      std::string::npos);
  const Read fewer = read("企业名称,基本情况,在库\n,企业规模,\n甲,小型,是\n");
  CHECK(fewer.rows == std::vector<std::string>{"3: [甲] size=\"小型\" listed=true"});
}

TEST_CASE("a value that is the name of a field makes no row a header") {
  const Read got = read("企业名称,类型,在库\n甲,在库,是\n乙,研发投入,否\n");
  CHECK(got.rows ==
        std::vector<std::string>{"2: [甲] [在库] listed=true", "3: [乙] [研发投入] listed=false"});
  CHECK(got.said.find("roster-header") == std::string::npos);
}

TEST_CASE("problems keep their places although the first rows are read ahead") {
  const Read got = read("名单,\n企业名称,研发投入\n甲,多\n");
  CHECK(got.said.find("r.csv:3:3: error[roster-cell]: row 3, column B") != std::string::npos);
}

TEST_CASE("totals and remarks are no enterprises") {
  const Read got = read(
      "企业名称,研发投入\n甲,1元\n合 计,1元\n小计（1家）：,1元\n合计科技公司,2元\n"
      "注：数据为上报数,\n填表人：某,\n备注2：无,\n注册资本公司,3元\n");
  CHECK(got.rows == std::vector<std::string>{"2: [甲] spending=100",
                                             "5: [合计科技公司] spending=200",
                                             "9: [注册资本公司] spending=300"});
  CHECK(got.said.find("r.csv:3:1: warning[roster-total-row]: row 3 is a total, not an enterprise, "
                      "and was left out\n"
                      "  hint: if it is an enterprise, write its whole name\n") !=
        std::string::npos);
  CHECK(got.said.find("r.csv:6:1: warning[roster-remark-row]: row 6 is a remark, not an "
                      "enterprise, and was left out\n"
                      "  hint: if it is an enterprise, begin the row with its name\n") !=
        std::string::npos);
  for (const char* row : {"row 4 is a total", "row 7 is a remark", "row 8 is a remark"}) {
    CHECK_MESSAGE(got.said.find(row) != std::string::npos, row);
  }
}

TEST_CASE("a total is known after its number in the list, too") {
  const Read got = read("序号,企业名称,研发投入\n1,甲,1元\n2,总计,1元\n");
  CHECK(got.rows == std::vector<std::string>{"2: [1] [甲] spending=100"});
}

TEST_CASE("a row with cells too many or too few is not matched with shifted answers") {
  const Read got = read("企业名称,研发投入（万元）,在库\n甲,1,200,是\n乙,5\n丙,7,否\n");
  CHECK(got.rows == std::vector<std::string>{"4: [丙] spending=7000000 listed=false"});
  CHECK(got.said.find("r.csv:2:1: error[roster-ragged]: row 2 has 4 cells, but the header has 3: "
                      "columns may be shifted, so this row was left out\n"
                      "  hint: a cell that holds a comma or a line break must be in double quotes: "
                      "\"1,200\"\n") != std::string::npos);
  CHECK(got.said.find("row 3 has 2 cells") != std::string::npos);
  CHECK(got.unread == 2);
}

TEST_CASE("an empty table is reported") {
  CHECK(read("").said.find("r.csv: error[csv-empty]:") != std::string::npos);
}

namespace {

/// Rows of a workbook, one of them hidden, with cells merged below and above the header.
class Workbook final : public formats::RowReader {
 public:
  bool next(formats::Row& row) override {
    static const std::vector<std::vector<std::string>> kRows{
        {"名单"},
        {"企业名称", "在库", "研发投入（万元）"},
        {"甲", "是", "5"},
        {"乙"},
        {"丙", "否"}};
    if (given_ == kRows.size()) return false;
    row = formats::Row{};
    row.cells = kRows[given_];
    row.number = ++given_;
    row.hidden = row.number >= 4;
    return true;
  }
  bool broken() const override { return false; }
  Location place(std::size_t) const override { return Location::of_file("w.xlsx"); }
  std::vector<formats::MergedCells> merged() const override {
    return {{"A1:B1", 1, 1, 1, 2}, {"B3:B4", 3, 4, 2, 2}, {"C3:C4", 3, 4, 3, 3}};
  }

 private:
  std::size_t given_ = 0;
};

}  // namespace

TEST_CASE("cells merged downwards are read in every row, but for sums; hidden rows are reported") {
  static const SmallCity city(nlohmann::ordered_json::object(), nlohmann::ordered_json::array(),
                              "2025-01-01");
  Workbook reader;
  Diagnostics problems;
  match::Roster roster(reader, city.library().profile(), problems);
  const auto& profile = city.library().profile();
  const auto answer = [&profile](const match::Entry& entry, std::string_view label) {
    for (std::size_t i = 0; i < profile.size(); ++i) {
      if (profile[i].label == label) return entry.answers[i];
    }
    return logic::Value();
  };
  std::vector<match::Entry> entries;
  while (auto entry = roster.next()) entries.push_back(std::move(*entry));
  REQUIRE(entries.size() == 3);
  CHECK(answer(entries[1], "在库").as_boolean());
  CHECK(answer(entries[1], "研发投入").is_nothing());
  CHECK(!answer(entries[2], "在库").as_boolean());
  std::string said;
  for (const Diagnostic& found : problems.sorted()) said += format_diagnostic(found, Language::en);
  CHECK(
      said.find("w.xlsx: warning[roster-hidden]: 2 rows are hidden in the table (the first is row "
                "4) and were matched, too\n"
                "  hint: delete them where they should not be\n") != std::string::npos);
  CHECK(said.find("w.xlsx: note[roster-filled]: 1 range of cells is merged downwards (B3:B4); each "
                  "row was read with their content\n"
                  "  hint: sums and numbers are not read so: they may be of all rows together\n") !=
        std::string::npos);
  CHECK(said.find("w.xlsx: warning[roster-merged]: 1 range of cells is merged (C3:C4), which may "
                  "mean several things: the first cell has the content, the others were read as "
                  "empty\n"
                  "  hint: unmerge them and fill in every row\n") != std::string::npos);
}

TEST_CASE("districts are read as their city, and a field's other names as the field") {
  const nlohmann::ordered_json none = nlohmann::ordered_json::array();
  SmallCity city(nlohmann::ordered_json::object(), none, "2025-01-01");
  const auto fields = match::roster_fields(city.library());
  CHECK(fields[0].id == "registered-region");
  for (const char* written : {"示例市甲区", "甲区", "示例乙园"}) {
    const auto read = match::read_cell(fields[0], written);
    REQUIRE_MESSAGE(read, written);
    CHECK(read->as_text() == "示例市");
  }
  CHECK(!match::read_cell(fields[0], "别的区"));
  model::RecordList<model::ProfileField> one;
  auto field = std::make_shared<model::ProfileField>(city.library().profile()[7]);
  field->also = {"是否入库"};
  one.pointers().push_back(field);
  MemoryFileSystem files;
  files.put("r.csv", "企业名称,是否入库\n甲,是\n");
  Diagnostics problems;
  const auto reader = formats::open_csv(files, "r.csv", problems);
  match::Roster roster(*reader, one, problems);
  const auto entry = roster.next();
  REQUIRE(entry);
  CHECK(entry->answers[0].as_boolean());
}
