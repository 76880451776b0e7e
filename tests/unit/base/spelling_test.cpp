// SPDX-License-Identifier: Apache-2.0
#include "base/spelling.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using huice::edit_distance;
using huice::nearest;
using huice::Speller;

TEST_CASE("edit distance counts characters, not bytes, and a swap once") {
  CHECK(edit_distance("summary", "sumary") == 1);
  CHECK(edit_distance("numbre", "number") == 1);
  CHECK(edit_distance("市科技局", "市科学技术局") == 2);
  CHECK(edit_distance("", "abc") == 3);
}

TEST_CASE("the nearest word is offered only where it is near") {
  CHECK(nearest("titel", {"number", "title", "units"}) == "title");
  CHECK(nearest("foo", {"number", "title"}).empty());
  CHECK(nearest("unit", {"units", "unity"}) == "units");
  CHECK(nearest("x", {}).empty());
}

TEST_CASE("a speller finds what nearest() finds, each word once, and ends after its steps") {
  std::size_t asked = 0;
  const auto known = [&asked] {
    ++asked;
    return std::vector<std::string_view>{"number", "title", "units"};
  };
  Speller speller;
  CHECK(speller.nearest("titel", known) == "title");
  CHECK(speller.nearest("titel", known) == "title");
  CHECK(speller.nearest("foo", known).empty());
  CHECK(speller.nearest("foo", known).empty());
  CHECK(asked == 2);
  const auto longest = std::string(200, 'a');
  for (int i = 0; i < 1000; ++i) {
    const std::string word = std::to_string(i) + longest;
    speller.nearest(word, [&] { return std::vector<std::string_view>{longest}; });
  }
  CHECK(speller.nearest("nubmer", known).empty());
  CHECK(speller.nearest("titel", known) == "title");
  CHECK(asked == 2);
}
