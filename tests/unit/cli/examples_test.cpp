// SPDX-License-Identifier: Apache-2.0
#include "cli/memory_world.h"

#include <doctest/doctest.h>

using namespace huice;
using namespace huice::test;

namespace {

constexpr const char* kPath = "p/data/examples.json";

// Two examples that the records bear out, and two that they do not, in two ways of writing.
constexpr const char* kExamples = R"({
  "examples": [
    {
      "id": "too-early",
      "measure": "a/1/star",
      "profile": {},
      "as_of": "2021-01-31",
      "expect": {"verdict": "no"},
      "why": "{\"expect\": 1} 不是预期。"
    },
    {
      "id": "star",
      "measure": "a/1/star",
      "profile": {"revenue": "600万元"},
      "as_of": "2022-01-31",
      "expect": {
        "verdict": "yes",
        "cautions": []
      },
      "why": "示例。"
    },
    {"id": "one-line", "measure": "a/1/star", "profile": {"revenue": "600万元"}, "as_of": "2022-01-31", "expect": {"verdict": "unknown", "estimate": {"kind": "exact", "value": "12万元", "per": "once"}}, "why": "示例。"},
    {
      "id": "again-too-early",
      "measure": "a/1/star",
      "profile": {},
      "as_of": "2021-01-31",
      "expect": {"verdict": "no", "cautions": ["not-yet", "judged"]},
      "why": "示例。"
    }
  ]
}
)";

// A city of one measure.
void put_city(MemoryFileSystem& files, const std::string& examples) {
  put_folder(files, "tests/cases/check/examples", "p/data");
  files.put(kPath, examples);
  put_share(files);
}

Said match(MemoryFileSystem& files, std::vector<std::string> arguments) {
  arguments.insert(arguments.begin(), {"match", "p", "--examples"});
  return run(files, arguments);
}

}  // namespace

TEST_CASE("match --examples lists the examples that differ, with both sides, and changes nothing") {
  MemoryFileSystem files;
  put_city(files, kExamples);
  const Said said = match(files, {});
  CHECK(said.code == 1);
  CHECK(said.out ==
        "data/examples.json:11  star  a/1/star  2022-01-31\n"
        "  - {\"verdict\": \"yes\", \"cautions\": []}\n"
        "  + {\"verdict\": \"unknown\", \"estimate\": {\"kind\": \"exact\", \"value\": \"10万元\", "
        "\"per\": \"once\"}, \"cautions\": [\"judged\"]}\n"
        "data/examples.json:22  one-line  a/1/star  2022-01-31\n"
        "  - {\"verdict\": \"unknown\", \"estimate\": {\"kind\": \"exact\", \"value\": \"12万元\", "
        "\"per\": \"once\"}}\n"
        "  + {\"verdict\": \"unknown\", \"estimate\": {\"kind\": \"exact\", \"value\": \"10万元\", "
        "\"per\": \"once\"}}\n");
  CHECK(said.err.find("2 of 4 worked examples differ") == 0);
  CHECK(files.read(kPath).value() == kExamples);
}

TEST_CASE("--rewrite changes what the differing examples expect, and no other byte") {
  MemoryFileSystem files;
  put_city(files, kExamples);
  const std::string listed = match(files, {}).out;
  const Said said = match(files, {"--rewrite"});
  CHECK(said.code == 0);
  CHECK(said.out == listed);
  CHECK(said.err.find("“expect” of 2 worked examples is rewritten") == 0);
  std::string expected = kExamples;
  const auto replace = [&expected](const std::string& old, const std::string& now) {
    const std::size_t at = expected.find(old);
    REQUIRE(at != std::string::npos);
    expected.replace(at, old.size(), now);
  };
  replace(
      "{\n        \"verdict\": \"yes\",\n        \"cautions\": []\n      }",
      "{\n        \"verdict\": \"unknown\",\n        \"estimate\": {\"kind\": \"exact\", "
      "\"value\": \"10万元\", \"per\": \"once\"},\n        \"cautions\": [\"judged\"]\n      }");
  replace("12万元", "10万元");
  CHECK(files.read(kPath).value() == expected);
  const Said again = match(files, {"--rewrite"});
  CHECK(again.code == 0);
  CHECK(again.out == "");
  CHECK(again.err.find("all 4 worked examples agree") == 0);
  CHECK(files.read(kPath).value() == expected);
}

TEST_CASE("examples that differ fail the check, and neither a build nor a match") {
  MemoryFileSystem files;
  put_city(files, kExamples);
  const Said checked = run(files, {"check", "p"});
  CHECK(checked.code == 1);
  CHECK(checked.err.find("error[example-verdict]") != std::string::npos);
  const Said built = run(files, {"build", "p"});
  CHECK(built.code == 0);
  CHECK(built.err.find("example-") == std::string::npos);
  CHECK(run(files, {"match", "p", "--profile", "-"}, "2026-03-05", "{}").code == 0);
}

TEST_CASE("an office may hold a differing example for less grave") {
  MemoryFileSystem files;
  put_city(files, kExamples);
  files.put("p/data/site.json",
            R"({"name": "示例站点（虚构）", "region": "city", "findings": [
    {"code": "example-verdict", "severity": "note", "reason": "示例"},
    {"code": "example-estimate", "severity": "note", "reason": "示例"}]})");
  const Said checked = run(files, {"check", "p"});
  CHECK(checked.code == 0);
  CHECK(checked.err.find("note[example-verdict]") != std::string::npos);
}

TEST_CASE("an example that cannot be worked out is reported, and the others rewritten") {
  MemoryFileSystem files;
  std::string examples = kExamples;
  const std::string measure = "\"id\": \"too-early\",\n      \"measure\": \"a/1/star\"";
  const std::size_t at = examples.find(measure);
  REQUIRE(at != std::string::npos);
  examples.replace(at, measure.size(), "\"id\": \"too-early\",\n      \"measure\": \"a/1/moon\"");
  put_city(files, examples);
  const Said said = match(files, {"--rewrite"});
  CHECK(said.code == 1);
  CHECK(said.err.find("error[dangling-reference]") != std::string::npos);
  CHECK(files.read(kPath).value().find("12万元") == std::string::npos);
}

TEST_CASE("examples in a table are listed, and left as they are") {
  MemoryFileSystem files;
  put_city(files, kExamples);
  const std::string table =
      "id,measure,profile,as_of,expect.verdict,why\nstar,a/1/star,{},2022-01-31,yes,示例。\n";
  REQUIRE(files.remove(kPath).ok());
  files.put("p/data/examples.csv", table);
  const Said said = match(files, {"--rewrite"});
  CHECK(said.code == 1);
  CHECK(said.out.find("data/examples.csv:2  star  a/1/star") == 0);
  CHECK(said.err.find("data/examples.csv is a table") == 0);
  CHECK(files.read("p/data/examples.csv").value() == table);
}

TEST_CASE("--rewrite needs --examples, which goes with neither a profile nor a roster") {
  MemoryFileSystem files;
  put_city(files, kExamples);
  CHECK(run(files, {"match", "p", "--rewrite"}).code == 2);
  CHECK(match(files, {"--profile", "-"}).code == 2);
}
