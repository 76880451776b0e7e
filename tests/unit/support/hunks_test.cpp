// SPDX-License-Identifier: Apache-2.0
#include "support/hunks.h"

#include <doctest/doctest.h>

using namespace huice::test;

namespace {

// The text after the hunks, or the error.
std::string applied(const std::string& text, const std::string& hunks) {
  try {
    return apply_hunks(text, {"fault", "data/x.json", hunks, 7}, "x.case");
  } catch (const CaseError& error) {
    return error.what();
  }
}

}  // namespace

TEST_CASE("a hunk replaces, removes and adds lines where its own lines are") {
  CHECK(applied("a\nb\nc\n", "@@\n-b\n+B\n") == "a\nB\nc\n");
  CHECK(applied("a\nb\nc\n", "@@\n-b\n") == "a\nc\n");
  CHECK(applied("a\nb\nc\n", "@@\n c\n+d\n") == "a\nb\nc\nd\n");
  CHECK(applied("a\nb\nc\n", "@@\n+A\n a\n@@\n-c\n") == "A\na\nb\n");
  CHECK(applied("x\na\nx\nb\n", "@@\n x\n-b\n+c\n") == "x\na\nx\nc\n");
  CHECK(applied("a\n\nb\n", "@@\n a\n\n-b\n") == "a\n\n");
}

TEST_CASE("a hunk that does not match exactly once is an error with document, line and number") {
  CHECK(applied("a\nb\n", "@@\n-a\n@@\n-c\n") ==
        "x.case:10: hunk 2 of fault data/x.json matches nowhere; the file has no line “c”");
  CHECK(applied("a\nb\nc\n", "@@\n a\n-c\n") ==
        "x.case:8: hunk 1 of fault data/x.json matches nowhere; the file has its lines, but not in "
        "a row");
  CHECK(applied("a\nb\na\n", "@@\n-a\n") ==
        "x.case:8: hunk 1 of fault data/x.json matches 2 times (lines 1, 3); give it more lines "
        "around it");
  CHECK(applied("a", "@@\n-a\n") ==
        "x.case:8: hunk 1 of fault data/x.json matches nowhere; the file has no line “a”");
}

TEST_CASE("hunks are in the order of the file and do not overlap") {
  const std::string order = "comes before the end of the hunk above it";
  CHECK(applied("a\nb\nc\n", "@@\n-c\n@@\n-a\n") ==
        "x.case:10: hunk 2 of fault data/x.json " + order);
  CHECK(applied("a\nb\nc\n", "@@\n-a\n b\n@@\n-b\n") ==
        "x.case:11: hunk 2 of fault data/x.json " + order);
}

TEST_CASE("a text that is not a hunk is refused") {
  CHECK(applied("a\n", "") == "x.case:7: this section has no hunk");
  CHECK(applied("a\n", "-a\n") == "x.case:8: a hunk begins with a line @@");
  CHECK(applied("a\n", "@@ -1 +1 @@\n-a\n") ==
        "x.case:8: hunk 1 of fault data/x.json begins with “@@ -1 +1 @@”; write @@ alone, since "
        "its lines say where it applies");
  CHECK(applied("a\n", "@@\na\n") ==
        "x.case:9: hunk 1 of fault data/x.json: a line begins with a blank, - or +, not “a”");
  CHECK(applied("a\n", "@@\n+a\n") ==
        "x.case:8: hunk 1 of fault data/x.json has no line that stays or goes, so it has no place");
  CHECK(applied("a\n", "@@\n a\n") == "x.case:8: hunk 1 of fault data/x.json changes nothing");
}
