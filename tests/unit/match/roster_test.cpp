// SPDX-License-Identifier: Apache-2.0
#include "match/roster.h"

#include "logic/json.h"
#include "match/small_city.h"

using namespace huice;
using namespace huice::test;

namespace {

struct Read {
  std::vector<std::string> rows;  ///< carried cells, then the answers that were given
  std::string said;
  bool usable = false;
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

TEST_CASE("a table without any field is of no use") {
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
