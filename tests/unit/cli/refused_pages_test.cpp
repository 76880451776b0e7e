// SPDX-License-Identifier: Apache-2.0
//
// What a build refuses for its pages' paths, check refuses, at the record.
#include "base/replaced.h"
#include "cli/memory_world.h"

#include <doctest/doctest.h>

#include <algorithm>

using namespace huice;
using namespace huice::test;

namespace {

// The starter with one id replaced, in texts and names of files.
void put_renamed(MemoryFileSystem& files, std::string_view from, std::string_view to) {
  MemoryFileSystem starter;
  put_folder(starter, "templates/project/data", "data");
  for (const auto& [path, text] : starter.snapshot("data")) {
    if (!path.ends_with('/')) {
      files.put("p/data/" + replaced(path, from, to), replaced(text, from, to));
    }
  }
  put_share(files);
}

std::vector<std::string> page_errors(const Said& said) {
  std::vector<std::string> found;
  std::istringstream lines(said.err);
  for (std::string line; std::getline(lines, line);) {
    if (line.find("error[page-path") != std::string::npos) found.push_back(line);
  }
  return found;
}

}  // namespace

TEST_CASE("check refuses the ids whose pages a build refuses, with the same words") {
  std::size_t refused = 0;
  for (const std::string_view id : {"growth", "example-gxj", "example-2026-1", "example-1",
                                    "example-booklet", "example-dashboard", "example-ladder"}) {
    for (const std::string_view name : {"index", "all", "con", "ordinary"}) {
      MemoryFileSystem files;
      put_renamed(files, id, name);
      const Said checked = run(files, {"check", "p"});
      const Said built = run(files, {"build", "p"});
      CAPTURE(id);
      CAPTURE(name);
      CAPTURE(built.err);
      CAPTURE(checked.err);
      CHECK(checked.code == built.code);
      CHECK(page_errors(checked) == page_errors(built));
      for (const std::string& line : page_errors(checked)) {
        CHECK(line.starts_with("data/"));
        ++refused;
      }
      if (name == "ordinary") CHECK(built.code == 0);
      if (name == "con") CHECK(built.code == 1);
    }
  }
  CHECK(refused > 20);
}

TEST_CASE("a reserved id is placed where it is written") {
  MemoryFileSystem files;
  put_renamed(files, "growth", "index");
  const Said said = run(files, {"check", "p"});
  CHECK(said.code == 1);
  CHECK(said.err.find("data/topics.json:4:12: error[page-path-twice]: two pages have the path "
                      "“topics/index.html”\n") != std::string::npos);
  CHECK(said.err.find("data/booklets/example-booklet.json:7:23: error[page-path-twice]: two "
                      "pages have the path “booklets/example-booklet/index.html”\n") !=
        std::string::npos);
  MemoryFileSystem others;
  put_renamed(others, "\"id\": \"growth\", \"title\"", "\"id\": \"all\", \"title\"");
  CHECK(
      run(others, {"check", "p"})
          .err.find(
              "data/booklets/example-booklet.json:3:9: error[page-path-twice]: two pages have the "
              "path “booklets/example-booklet/all.html”\n") != std::string::npos);
  CHECK(run(others, {"check", "p"})
            .err.find(" first used at data/booklets/example-booklet.json:7:23\n") !=
        std::string::npos);
}
