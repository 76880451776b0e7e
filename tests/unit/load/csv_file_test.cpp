// SPDX-License-Identifier: Apache-2.0
#include "load/csv_file.h"

#include "load/memory_project.h"
#include "model/schema/records.h"

#include <doctest/doctest.h>

using namespace huice;
using test::MemoryProject;

namespace {

using Rows = std::vector<std::vector<std::string>>;

Rows rows_of(std::string_view text) {
  Diagnostics problems;
  std::vector<load::Reference> references;
  const SourceText source("t.csv", text);
  load::FileContext context(source, 1, problems, references);
  Rows rows;
  std::size_t offset = 0;
  std::vector<load::Cell> row;
  while (load::next_csv_row(text, offset, row, context)) {
    auto& cells = rows.emplace_back();
    for (const load::Cell& cell : row) cells.push_back(cell.text);
  }
  CHECK(problems.empty());
  return rows;
}

MemoryProject with_region() {
  MemoryProject project;
  project.put("regions.csv", "id,name,kind\nordos,鄂尔多斯市,地级市\n");
  project.put("indicators/rd.json",
              R"({"id": "rd", "name": "R&D经费投入强度", "unit": "%", "kind": "rate"})");
  return project;
}

}  // namespace

TEST_CASE("a table is split as RFC 4180 says") {
  CHECK(rows_of("a,b\r\nc,d") == Rows{{"a", "b"}, {"c", "d"}});
  CHECK(rows_of("a,\"b,c\",d\n") == Rows{{"a", "b,c", "d"}});
  CHECK(rows_of("\"a\"\"b\",\"\"\n") == Rows{{"a\"b", ""}});
  CHECK(rows_of("\"first\nsecond\r\nthird\",x\n") == Rows{{"first\nsecond\r\nthird", "x"}});
  CHECK(rows_of(",\n") == Rows{{"", ""}});
  CHECK(rows_of("\n\n a ,b\n\n") == Rows{{" a ", "b"}});
  CHECK(rows_of("").empty());
}

TEST_CASE("columns with a point reach the fields inside a field") {
  const MemoryProject project = [] {
    MemoryProject made = with_region();
    made.put("observations/a.csv",
             "indicator,region,period,value,unit,source.document,source.place,source.url,"
             "source.reliability,reviewed.by,reviewed.on\n"
             "rd,ordos,2024,0.910,%,《公报》,第三段,https://a.cn/b?c=d,press,李,2025-01-02\n"
             "rd,ordos,2023,0.89,%,,,,,,\n");
    return made;
  }();
  const auto loaded = project.load();
  CHECK(loaded.said.empty());
  REQUIRE(loaded.library.has_value());
  const auto* full = loaded.library->observation("rd@ordos/2024");
  REQUIRE(full != nullptr);
  CHECK(full->value.text() == "0.910");
  REQUIRE(full->provenance.source.has_value());
  CHECK(full->provenance.source->document == "《公报》");
  CHECK(full->provenance.source->place == "第三段");
  CHECK(full->provenance.source->url == "https://a.cn/b?c=d");
  CHECK(full->provenance.source->reliability == model::Reliability::press);
  CHECK(full->provenance.reviewed->on == model::Date::parse("2025-01-02"));
  CHECK(!loaded.library->observation("rd@ordos/2023")->provenance.source.has_value());
}

TEST_CASE("a cell of a list holds its items separated by “;” or “；”") {
  MemoryProject project;
  project.put("profile.csv",
              "id,label,type,choices\nsize,规模,choice,\"大型; 中型 ；小型\"\nok,是否,boolean,\n");
  const auto loaded = project.load();
  CHECK(loaded.said.empty());
  REQUIRE(loaded.library.has_value());
  CHECK(loaded.library->profile()[0].choices == std::vector<std::string>{"大型", "中型", "小型"});
  CHECK(loaded.library->profile()[1].choices.empty());
}

TEST_CASE("quoted cells keep commas and quotes; a line break in one is reported where it is") {
  MemoryProject project;
  project.put("topics.csv",
              "id,name,description\nrd,研发,\"第一，含,逗号与\"\"引号\"\"\"\nb,\"B\n\",\n");
  auto loaded = project.load();
  CHECK(loaded.said.empty());
  REQUIRE(loaded.library.has_value());
  CHECK(loaded.library->topic("rd")->description == "第一，含,逗号与\"引号\"");
  CHECK(loaded.library->topic("b")->name == "B");
  project.put("topics.csv", "id,name,description\nrd,研发,\"第一行\n第二行\"\nb,B,\n");
  loaded = project.load();
  CHECK(loaded.said.starts_with(
      "data/topics.csv:2:11: error[line-break]: “description” is one line"));
}

TEST_CASE("a byte-order mark, CRLF and rows of empty cells, as spreadsheets write them, are fine") {
  MemoryProject project;
  project.put("site.json", "\xEF\xBB\xBF{\r\n\"name\": \"x\"\r\n}\r\n");
  project.put("topics.csv", "\xEF\xBB\xBFid,name\r\nrd,研发\r\n,\r\n,,,\r\n\r\nb,B\r\n");
  const auto loaded = project.load();
  CHECK(loaded.said.empty());
  REQUIRE(loaded.library.has_value());
  CHECK(loaded.library->topics().size() == 2);
  CHECK(loaded.library->topic("b")->name == "B");
}

TEST_CASE("topics and observations fit a table, ladders do not") {
  CHECK(load::fits_a_table(model::schema::shape_of<model::Topic>()));
  CHECK(load::fits_a_table(model::schema::shape_of<model::Observation>()));
  CHECK(!load::fits_a_table(model::schema::shape_of<model::Ladder>()));
}

TEST_CASE("headings may be the words of offices instead of keys") {
  MemoryProject project = with_region();
  project.put("observations/a.csv",
              "指标,地区,年份,限定词,数值,单位,来源,可靠程度\n"
              "R&D经费投入强度,鄂尔多斯市,2024,,0.91,%,《公报》,official\n");
  const auto loaded = project.load();
  CHECK(loaded.said.empty());
  REQUIRE(loaded.library.has_value());
  const auto* one = loaded.library->observation("rd@ordos/2024");
  REQUIRE(one != nullptr);
  CHECK(one->provenance.source->document == "《公报》");
  MemoryProject twice = with_region();
  twice.put("observations/a.csv",
            "指标,indicator,region,period,value,unit\nrd,rd,ordos,2024,1,%\n");
  CHECK(twice.load().said.find("error[duplicate-column]: the column “indicator” is here twice") !=
        std::string::npos);
}

TEST_CASE("a table in GB18030 is read, and places count in its text") {
  MemoryProject project = with_region();
  // 指标 in the second row is no region
  project.put("observations/a.csv",
              "indicator,region,period,value,unit,note\n"
              "rd,ordos,2024,\"1,200.5\",%,\xB3\xF5\xB2\xBD\xCA\xFD\n"
              "rd,\xD6\xB8\xB1\xEA,\xB6\xFE\xB5\xC8,1,%,\n");
  const auto loaded = project.load();
  CHECK(loaded.said ==
        "data/observations/a.csv: note[csv-gb18030]: is not UTF-8 and was read as GB18030 (GBK)\n"
        "  hint: look at a Chinese name in the result; save as “CSV UTF-8” to leave nothing to "
        "guess\n"
        "data/observations/a.csv:3:4: error[dangling-reference]: there is no region “指标” for "
        "“region”\n"
        "  3 | rd,指标,二等,1,%,\n"
        "    |    ^~~~\n"
        "  hint: correct the id (the record's name will do as well), or add the record\n"
        "data/observations/a.csv:3:7: error[bad-period]: “二等” is not a period\n"
        "  3 | rd,指标,二等,1,%,\n"
        "    |         ^~~~\n"
        "  hint: write 2024, 2024Q3, 2024-09, 2024-01/2024-06, @2024-12-31, to@2025-09-03 or "
        "unstated\n");
}

TEST_CASE("a series that begins before 1900 is read, and each such year is doubted in its place") {
  MemoryProject project = with_region();
  project.put("observations/a.csv",
              "indicator,region,period,value,unit,source.document,source.reliability\n"
              "rd,ordos,1852,0.91,%,《公报》,press\n"
              "rd,ordos,@1899-12-31,0.91,%,《公报》,press\n"
              "rd,ordos,1900,0.91,%,《公报》,press\n"
              "rd,ordos,unstated,0.91,%,《公报》,press\n");
  const auto loaded = project.load();
  REQUIRE(loaded.library.has_value());
  CHECK(loaded.library->observation("rd@ordos/1852") != nullptr);
  CHECK(loaded.said ==
        R"(data/observations/a.csv:2:10: warning[year-long-ago]: “1852” is before 1900
  2 | rd,ordos,1852,0.91,%,《公报》,press
    |          ^~~~
  hint: look in the source whether the year is a slip; leave it where the source has it
data/observations/a.csv:3:10: warning[year-long-ago]: “@1899-12-31” is before 1900
  3 | rd,ordos,@1899-12-31,0.91,%,《公报》,press
    |          ^~~~~~~~~~~
  hint: look in the source whether the year is a slip; leave it where the source has it
)");
}
