// SPDX-License-Identifier: Apache-2.0
#include "support/project_case.h"

#include <doctest/doctest.h>

using namespace huice::test;

namespace {

const Files kBase{{"data/a.json", "a\nb\n"}, {"data/site.json", "{}\n"}};

Case parsed(const std::string& sections) {
  return parse_cases("=== x\n" + sections, "x.case").front();
}

std::string error_of(const std::string& sections) {
  try {
    project_of(parsed(sections));
  } catch (const CaseError& error) {
    return error.what();
  }
  return "no error";
}

std::string error_of_fault(const std::string& sections) {
  try {
    fault_of(parsed(sections), kBase);
  } catch (const CaseError& error) {
    return error.what();
  }
  return "no error";
}

}  // namespace

TEST_CASE("a project is its sections but the expected text") {
  Case one = parsed("--- data/site.json\n{}\n--- data/b/c.csv\n--- expected\nwrong\n");
  CHECK(project_of(one) == Files{{"data/site.json", "{}\n"}, {"data/b/c.csv", ""}});
  CHECK(expected_of(one) == "wrong\n");
  set_expected(one, "right\n");
  CHECK(expected_of(one) == "right\n");
}

TEST_CASE("an escaped section holds bytes that no text can") {
  const Files files =
      project_of(parsed("--- data/x escaped\n\\xef\\xBB\\xbfa\\\\b\\r\n\\x00c\\\n--- expected\n"));
  CHECK(files.at("data/x") == std::string("\xef\xbb\xbf"
                                          "a\\b\r\n\0c",
                                          10));
  CHECK(error_of("--- data/x escaped\n\\n\n--- expected\n") ==
        "x.case:2: write \\\\ for a backslash in an escaped section");
  CHECK(error_of("--- data/x escaped\n\\xg0\n--- expected\n") ==
        "x.case:2: \\x is not followed by two hexadecimal digits");
}

TEST_CASE("a malformed project is refused with its line") {
  CHECK(error_of("--- data/x\n--- data/x\n--- expected\n") ==
        "x.case:3: “data/x” is given already");
  CHECK(error_of("--- data/x\n--- expeted\n") == "x.case:3: “expeted” is no path of a file");
  CHECK(error_of("--- data/x esc\n--- expected\n") == "x.case:2: “esc” is not “escaped”");
  CHECK(error_of("--- data/x\n") == "x.case:1: this case has no “expected”");
  CHECK(error_of("--- data/x\n--- expected\n--- expected\n") == "x.case:4: a second “expected”");
  CHECK(error_of("--- data/x\na\r\n--- expected\n") ==
        "x.case:2: a line ends with a carriage return; write \\r in a section marked “escaped”");
}

TEST_CASE("a fault and its twin change the base, each on its own") {
  const Fault fault = fault_of(parsed("--- code c-d\n"
                                      "--- fault data/a.json\n@@\n-a\n+A\n"
                                      "--- fault data/c.json from data/a.json\n@@\n-b\n"
                                      "--- twin data/a.json\n@@\n-b\n+B\n"
                                      "--- twin-has e f-g\n--- expected\nx\n"),
                               kBase);
  CHECK(fault.code == "c-d");
  CHECK(fault.fault ==
        Files{{"data/a.json", "A\nb\n"}, {"data/c.json", "a\n"}, {"data/site.json", "{}\n"}});
  CHECK(fault.twin == Files{{"data/a.json", "a\nB\n"}, {"data/site.json", "{}\n"}});
  CHECK(fault.twin_has == std::set<std::string>{"e", "f-g"});
}

TEST_CASE("a twin without a file is the base itself") {
  const Case one = parsed("--- code c\n--- fault data/a.json\n@@\n-a\n--- twin\n--- expected\n");
  CHECK(fault_of(one, kBase).twin == kBase);
}

TEST_CASE("a malformed fault is refused with its line") {
  const std::string hunk = "\n@@\n-a\n";
  const std::string rest = "--- twin\n--- code c\n--- expected\n";
  CHECK(error_of_fault(rest) == "x.case:1: this case has no “fault”");
  CHECK(error_of_fault("--- fault data/a.json" + hunk + "--- code c\n--- expected\n") ==
        "x.case:1: this case has no “twin”");
  CHECK(error_of_fault("--- fault data/a.json" + hunk + "--- twin\n--- expected\n") ==
        "x.case:1: this case has no “code”");
  CHECK(error_of_fault("--- fault data/a.json" + hunk + "--- twin\n--- code c\n") ==
        "x.case:1: this case has no “expected”");
  CHECK(error_of_fault("--- fault data/z.json" + hunk + rest) ==
        "x.case:2: the base has no file “data/z.json”");
  CHECK(error_of_fault("--- fault" + hunk + rest) ==
        "x.case:2: write “fault PATH” or “fault PATH from PATH”");
  CHECK(error_of_fault("--- fault data/a.json" + hunk + "--- fault data/a.json" + hunk + rest) ==
        "x.case:5: “data/a.json” is there or changed already");
  CHECK(error_of_fault("--- fault data/a.json from data/site.json" + hunk + rest) ==
        "x.case:2: “data/a.json” is there or changed already");
  CHECK(error_of_fault("--- fault data/a.json" + hunk + rest + "--- twin_has c\n") ==
        "x.case:8: “twin_has” is not code, fault, twin, twin-has or expected");
}
