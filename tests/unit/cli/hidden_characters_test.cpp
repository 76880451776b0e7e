// SPDX-License-Identifier: Apache-2.0
//
// Characters that nobody sees are told by whatever reads a text, each at its place.
#include "cli/memory_world.h"

#include <doctest/doctest.h>

using namespace huice;
using namespace huice::test;

namespace {

struct Read {
  std::string file;
  std::string text;
  std::vector<std::string> arguments;
  std::string said;  ///< the beginning of the warning's line
};

const std::string kTells = " warning[hidden-character]: “";

std::vector<Read> all_readers() {
  const std::vector<std::string> check{"check", "p"};
  const std::vector<std::string> profile{"match", "p", "-p", "p/me.json", "--format", "json"};
  const std::vector<std::string> roster{"match", "p", "-r", "p/list.csv", "-o", "p/out.csv"};
  const std::vector<std::string> render{"render", "p/card.txt", "--data", "p/card.json"};
  const std::string table =
      "indicator,region,period,value,unit,note,source.document,"
      "source.reliability\nexample-count,example-city,@2020-12-31,9,家,甲";
  return {
      {"p/data/topics.json", R"({"topics": [{"id": "growth", "name": "企业\u202e培育"}]})", check,
       "data/topics.json:1:41:" + kTells + "name” holds the invisible character U+202E"},
      {"p/data/observations/more.csv", table + "\u2066,示例统计（虚构）,official\n", check,
       "data/observations/more.csv:2:45:" + kTells + "note” holds the invisible character U+2066"},
      {"p/data/booklets/example-booklet/preface.md", "编制\u200b说明\n", check,
       "data/booklets/example-booklet/preface.md:1:3:" + kTells + "preface.md” holds the"},
      {"p/templates/i18n/zh-CN.json", R"({"verdict": {"yes": "符\u200b合"}})", check,
       "p/templates/i18n/zh-CN.json:1:23:" + kTells + "verdict.yes” holds the"},
      {"p/templates/site/mine.html", "<p>\n甲\u202e乙</p>", check,
       "p/templates/site/mine.html:2:2:" + kTells + "mine.html” holds the"},
      {"p/me.json", R"({"revenue": "1\u200b万元"})", profile,
       "p/me.json:1:15:" + kTells + "revenue” holds the invisible character U+200B"},
      {"p/me.json", "{\"size\uFEFF\": null}", profile, "p/me.json:1:7:" + kTells + "size"},
      {"p/list.csv", "企业名称,上年度营业收入\n甲\u202e乙,1万元\n", roster,
       "p/list.csv:2:1:" + kTells + "企业名称” holds the invisible character U+202E"},
      {"p/card.json", "{\"name\": [\"甲\u2060\"]}", render,
       "p/card.json:1:13:" + kTells + "name” holds the invisible character U+2060"},
      {"p/card.txt", "甲\u200f", render,
       "p/card.txt:1:2:" + kTells + "card.txt” holds the invisible character U+200F"},
  };
}

}  // namespace

TEST_CASE("whatever reads a text tells of the characters in it that nobody sees") {
  for (const Read& one : all_readers()) {
    MemoryFileSystem files;
    put_starter(files);
    files.put("p/card.txt", "{{ name }}");
    files.put("p/card.json", R"({"name": "甲"})");
    // An override of a page that reads the template named by the test.
    files.put("p/templates/site/mine.html", "");
    const std::string home = files.read("share/templates/site/home.html").value();
    files.put("p/templates/site/home.html", home + "{% include 'site/mine.html' %}");
    CHECK(run(files, one.arguments).err.find("hidden-character") == std::string::npos);
    files.put(one.file, one.text);
    const std::string said = run(files, one.arguments).err;
    CAPTURE(one.file);
    CAPTURE(said);
    const std::size_t found = said.find(one.said);
    const bool at_start = found == 0 || (found != std::string::npos && said[found - 1] == '\n');
    CHECK(at_start);
    CHECK(said.find("[hidden-character]", found + one.said.size()) == std::string::npos);
  }
}

TEST_CASE("what a script needs is told nowhere, and a warning stops nothing") {
  MemoryFileSystem files;
  put_starter(files);
  files.put("p/card.txt", "葛\U000E0100 ᠠ\u180B ᠠ\u200Dᠡ {{ name }}");
  files.put("p/card.json", "{\"name\": \"ᠮᠣᠩᠭᠣᠯ\u180B\"}");
  const std::vector<std::string> render{"render", "p/card.txt", "--data", "p/card.json"};
  const Said quiet = run(files, render);
  CHECK(quiet.err.empty());
  CHECK(quiet.out == "葛\U000E0100 ᠠ\u180B ᠠ\u200Dᠡ ᠮᠣᠩᠭᠣᠯ\u180B");
  files.put("p/card.json", "{\"name\": \"甲\u200B\"}");
  const Said told = run(files, render);
  CHECK(told.code == 0);
  CHECK(told.out == "葛\U000E0100 ᠠ\u180B ᠠ\u200Dᠡ 甲\u200B");
  CHECK(!told.err.empty());
}
