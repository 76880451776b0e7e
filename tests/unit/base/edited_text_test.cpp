// SPDX-License-Identifier: Apache-2.0
#include "base/edited_text.h"

#include <doctest/doctest.h>

using huice::EditedText;

TEST_CASE("a text without edits is its own original") {
  const EditedText text("ab");
  CHECK(text.text() == "ab");
  CHECK_FALSE(text.is_edited());
  CHECK(text.original(1) == 1);
}

TEST_CASE("each byte knows where it was, through several rounds of edits") {
  EditedText text("abcdef");
  text.apply({{1, 0, "XY"}, {3, 2, ""}, {6, 0, "!"}});
  CHECK(text.text() == "aXYbcf!");
  CHECK(text.is_edited());
  CHECK(text.original(0) == 0);
  CHECK(text.original(1) == 1);  // what was inserted is at the byte it was inserted before
  CHECK(text.original(2) == 1);
  CHECK(text.original(3) == 1);
  CHECK(text.original(4) == 2);
  CHECK(text.original(5) == 5);
  CHECK(text.original(6) == 6);
  text.apply({{0, 2, "__"}, {5, 1, "F"}});
  CHECK(text.text() == "__YbcF!");
  CHECK(text.original(0) == 0);
  CHECK(text.original(2) == 1);
  CHECK(text.original(3) == 1);
  CHECK(text.original(4) == 2);
  CHECK(text.original(5) == 5);
  CHECK(text.original(7) == 6);
}
