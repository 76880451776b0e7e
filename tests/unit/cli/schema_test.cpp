// SPDX-License-Identifier: Apache-2.0
//
// `huice schema`; that the schemas say what loading does is for tests/scripts/schema.py.
#include "cli/memory_world.h"

#include <doctest/doctest.h>

using namespace huice;
using namespace huice::test;

TEST_CASE("schema without a kind lists the kinds with their files, one a line") {
  MemoryFileSystem files;
  const Said said = run(files, {"schema"});
  CHECK(said.code == 0);
  CHECK(said.out.starts_with(
      "site           data/site.json              the site itself: its name, language and region\n"
      "region         data/regions.json           the places that records are about\n"));
  CHECK(said.out.find("\nobservation    data/observations/*.json    ") != std::string::npos);
  CHECK(said.out.find("\npolicy         data/policies/<id>.json     ") != std::string::npos);
  CHECK(said.err.empty());
}

TEST_CASE("schema prints the schema of one kind, by its name or its folder's") {
  MemoryFileSystem files;
  const Said said = run(files, {"schema", "topic"});
  CHECK(said.code == 0);
  CHECK(said.out.starts_with(R"({
  "$schema": "https://json-schema.org/draft/2020-12/schema",
  "$id": "topic.schema.json",
  "title": "topic",
  "description": "subjects that policies and measures belong to",
  "type": "object",
  "properties": {
    "topics": {
      "type": "array",
      "items": {
        "$ref": "#/$defs/topic",
        "type": "object"
      }
    },
)"));
  CHECK(run(files, {"schema", "topics"}).out == said.out);
  CHECK(run(files, {"schema", "glossary term"}).out == run(files, {"schema", "glossary-term"}).out);
}

TEST_CASE("schema names the kind nearest to one that is not there") {
  MemoryFileSystem files;
  const Said said = run(files, {"schema", "polcy"});
  CHECK(said.code == 2);
  CHECK(said.out.empty());
  CHECK(said.err ==
        "there is no record kind “polcy”; did you mean “policy”?\n`huice schema` lists them\n");
  CHECK(run(files, {"schema", "甲"}).err ==
        "there is no record kind “甲”\n`huice schema` lists them\n");
}

TEST_CASE("schema writes into a folder, and again only what has changed") {
  MemoryFileSystem files;
  CHECK(run(files, {"schema", "--all", "-o", "d/.schema"}).code == 0);
  const auto first = files.snapshot("d/.schema");
  CHECK(first.size() == 17);
  CHECK(first.at("policy.schema.json") == run(files, {"schema", "policy"}).out);
  files.put("d/.schema/topic.schema.json", "old");
  CHECK(files.changes() > 0);
  CHECK(run(files, {"schema", "--all", "-o", "d/.schema"}).code == 0);
  CHECK(files.snapshot("d/.schema") == first);
  CHECK(run(files, {"schema", "site", "-o", "e"}).code == 0);
  CHECK(files.snapshot("e").size() == 1);
}

TEST_CASE("schema says what is missing where it is used wrongly") {
  MemoryFileSystem files;
  const std::string all = "--all writes every schema into a folder: huice schema --all -o DIR\n";
  CHECK(run(files, {"schema", "--all"}).err == all);
  CHECK(run(files, {"schema", "policy", "--all", "-o", "d"}).err == all);
  const Said said = run(files, {"schema", "-o", "d"});
  CHECK(said.code == 2);
  CHECK(said.err == "-o needs a kind, or --all: huice schema --all -o DIR\n");
  files.fail_after(0);
  const Said failed = run(files, {"schema", "--all", "-o", "d"});
  CHECK(failed.code == 3);
  CHECK(failed.err.find("error[file-unwritable]") != std::string::npos);
}
