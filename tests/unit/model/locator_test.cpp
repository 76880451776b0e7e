// SPDX-License-Identifier: Apache-2.0
#include "model/locator.h"

#include "base/memory_files.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace huice;
using model::Locator;
using model::Place;

namespace {

class Files {
 public:
  Files() {
    files_.put("p/a.json",
               "{\"list\": [\n"
               "  {\"id\": \"a\", \"names\": [\"x\", \"y\", \"a \\\" b\"]},\n"
               "  {\"id\": \"b\", \"names\": [\"y\", \"z\"]}\n"
               "], \"last\": \"w\"}\n");
    files_.put("p/t.csv", "name,note\n\"x\",\"甲\"\n\"y\",\"乙\"\n");
  }

  /// “2:3” of the text that is first in quotes from there.
  std::string find(std::uint32_t file, std::uint32_t line, std::uint32_t column,
                   std::string_view text) {
    const Place found = locator_.find({file, line, column}, text);
    return std::to_string(found.line) + ":" + std::to_string(found.column);
  }

 private:
  MemoryFileSystem files_;
  std::vector<std::string> names_{"", "a.json", "t.csv"};
  Locator locator_{files_, "p", names_};
};

}  // namespace

TEST_CASE("a text is found within the object that begins at a place, in any order of asking") {
  Files files;
  for (int round = 0; round < 2; ++round) {
    CHECK(files.find(1, 2, 3, "y") == "2:30");
    CHECK(files.find(1, 3, 3, "y") == "3:25");
    CHECK(files.find(1, 2, 3, "id") == "2:4");
    CHECK(files.find(1, 3, 3, "z") == "3:30");
    CHECK(files.find(1, 2, 3, "z") == "2:3");
    CHECK(files.find(1, 1, 1, "z") == "3:30");
    CHECK(files.find(1, 1, 1, "w") == "4:12");
    CHECK(files.find(1, 2, 3, " b") == "2:3");
    CHECK(files.find(1, 2, 3, "a") == "2:10");
  }
}

TEST_CASE(
    "from a place that begins no object, a text is found up to the end of what is around it") {
  Files files;
  CHECK(files.find(1, 2, 15, "y") == "2:30");
  CHECK(files.find(1, 2, 15, "z") == "2:15");
}

TEST_CASE("a cell in quotes is found in the row of the place alone") {
  Files files;
  CHECK(files.find(2, 2, 1, "甲") == "2:5");
  CHECK(files.find(2, 2, 1, "乙") == "2:1");
  CHECK(files.find(2, 3, 1, "乙") == "3:5");
}
