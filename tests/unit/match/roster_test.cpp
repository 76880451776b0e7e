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
  std::size_t bad_cells = 0;
};

Read read(const std::string& csv) {
  static const SmallCity city(nlohmann::ordered_json::object(), nlohmann::ordered_json::array(),
                              "2025-01-01");
  MemoryFileSystem files;
  files.put("r.csv", csv);
  Diagnostics problems;
  const auto reader = formats::open_csv(files, "r.csv", problems);
  REQUIRE(reader);
  match::Roster roster(*reader, city.library().profile, problems);
  Read result;
  result.usable = roster.usable();
  while (auto entry = roster.next()) {
    std::string row = std::to_string(entry->number) + ":";
    for (const std::string& cell : entry->carried) row += " [" + cell + "]";
    for (std::size_t i = 0; i < entry->answers.size(); ++i) {
      if (entry->answers[i].is_nothing()) continue;
      row +=
          " " + city.library().profile[i].id + "=" + logic::to_json(entry->answers[i]).value_or("");
    }
    result.rows.push_back(row);
  }
  for (const Diagnostic& found : problems.sorted()) result.said += format_diagnostic(found);
  result.bad_cells = roster.bad_cells();
  return result;
}

}  // namespace

TEST_CASE("columns are known by a field's label or id, and the others are carried along") {
  const Read got = read("企业名称,研发投入,listed,电话\n甲,3万元,是,123\n\n乙,,,\n");
  CHECK(got.rows ==
        std::vector<std::string>{"2: [甲] [123] spending=3000000 listed=true", "4: [乙] []"});
  CHECK(got.said == "");
}

TEST_CASE("a cell that cannot be read is told with its row and column, and the rest goes on") {
  const Read got = read("企业名称,研发投入,企业规模\n甲,多,小型\n乙,3万元,巨大\n丙,1元,小型\n");
  CAPTURE(got.rows[0]);
  CAPTURE(got.rows.back());
  CHECK(got.rows == std::vector<std::string>{"2: [甲] size=\"小型\"", "3: [乙] spending=3000000",
                                             "4: [丙] size=\"小型\" spending=100"});
  CHECK(got.bad_cells == 2);
  CHECK(got.said ==
        "r.csv:2:3: error[bad-money]: “多” is not an amount of money\n"
        "  hint: write a number and 元, 万元 or 亿元 without blanks, like 20万元, 5229.3万元 or "
        "2亿元\n"
        "r.csv:3:7: error[unknown-choice]: “企业规模” cannot be “巨大”\n"
        "  hint: it is one of: 微型, 小型, 中型, 大型\n");
}

TEST_CASE("no problem shows a cell of a column that is carried along") {
  const Read got = read("联系人,电话,研发投入\n张三,13800000000,很多\n");
  CHECK(got.said.find("张三") == std::string::npos);
  CHECK(got.said.find("138") == std::string::npos);
  CHECK(got.said.find("很多") != std::string::npos);
}

TEST_CASE("a table without any field is of no use") {
  const Read got = read("企业名称,电话\n甲,1\n");
  CHECK(!got.usable);
  CHECK(got.said ==
        "r.csv:1:1: error[roster-no-field]: no column of this table is a field of the profile\n"
        "  hint: name columns by the label or id of a field in data/profile.json, like 企业规模\n");
}

TEST_CASE("a header that comes close to a field is told, since its answers would be lost") {
  const Read got = read("研发投人,在库\n1元,是\n");
  CHECK(got.rows == std::vector<std::string>{"2: [1元] listed=true"});
  CHECK(got.said ==
        "r.csv:1:1: warning[roster-column]: “研发投人” is no field of the profile; the column is "
        "carried along\n"
        "  did you mean “研发投入”?\n"
        "  hint: where an answer was meant, correct the header\n");
}

TEST_CASE("a field that stands in two columns is refused") {
  const Read got = read("在库,listed\n是,否\n");
  CHECK(got.said.find("error[duplicate-column]:") != std::string::npos);
}

TEST_CASE("of thousands of bad cells the first thousand are told") {
  std::string csv = "研发投入\n";
  for (int i = 0; i < 1500; ++i) csv += "x\n";
  const Read got = read(csv);
  CHECK(got.rows.size() == 1500);
  CHECK(got.bad_cells == 1500);
  CHECK(got.said.find("r.csv:1001:1:") != std::string::npos);
  CHECK(got.said.find("r.csv:1002:1:") == std::string::npos);
  CHECK(got.said.find("note[table-more-problems]:") != std::string::npos);
}
