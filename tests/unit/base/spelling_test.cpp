// SPDX-License-Identifier: Apache-2.0
#include "base/spelling.h"

#include <doctest/doctest.h>

using huice::edit_distance;
using huice::nearest;

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
