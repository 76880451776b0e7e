// SPDX-License-Identifier: Apache-2.0
#include "project/record_edit.h"

#include "model/schema/records.h"

#include <doctest/doctest.h>

#include <string>

using namespace huice;

namespace {

std::string edited(const std::string& text, const std::string& field, const std::string& was,
                   const std::string& now) {
  return project::with_value(text, model::schema::shape_of<model::Proposal>(), field, was, now)
      .value_or("(none)");
}

}  // namespace

TEST_CASE("one value is replaced, and every other byte of the file stays") {
  const std::string text =
      "{ \"id\":\"a\",\r\n\t\"reply\": {\"sections\": [{\"id\": \"1\", \"text\": \"x\"},\n"
      "{\"text\" : \"\\u7532\\n\", \"id\": \"2\"}]} }";
  CHECK(edited(text, "reply/sections/2/text", "甲\n", "乙\"\n") ==
        "{ \"id\":\"a\",\r\n\t\"reply\": {\"sections\": [{\"id\": \"1\", \"text\": \"x\"},\n"
        "{\"text\" : \"乙\\\"\\n\", \"id\": \"2\"}]} }");
  CHECK(edited(text, "reply/sections/2/text", "丙", "丁") == "(none)");
  CHECK(edited(text, "reply/sections/3/text", "", "丁") == "(none)");
  CHECK(edited("{", "id", "a", "b") == "(none)");
}

TEST_CASE("a member that is not there comes after those that stand before it in the table") {
  CHECK(edited("{\"reply\": {\"number\": null, \"form\": \"itemised\"}}", "reply/number", "",
               "甲1号") == "{\"reply\": {\"number\": \"甲1号\", \"form\": \"itemised\"}}");
  CHECK(edited("{\"reply\": {\"form\": \"itemised\", \"closing\": \"{[\\\"\"}}", "reply/signer", "",
               "甲") ==
        "{\"reply\": {\"signer\": \"甲\", \"form\": \"itemised\", \"closing\": \"{[\\\"\"}}");
  CHECK(
      edited(
          "{\n  \"reply\": {\n    \"issuer\": \"a\",\n    \"sections\": [{\"id\": \"1\"}]\n  }\n}",
          "reply/signed", "", "2026-03-05") ==
      "{\n  \"reply\": {\n    \"issuer\": \"a\",\n    \"signed\": \"2026-03-05\",\n"
      "    \"sections\": [{\"id\": \"1\"}]\n  }\n}");
  CHECK(edited("{\n  \"reply\": {\n    \"sections\": [{\"id\": \"]\"}]\n  }\n}", "reply/closing",
               "", "完") ==
        "{\n  \"reply\": {\n    \"sections\": [{\"id\": \"]\"}],\n    \"closing\": \"完\"\n  }\n}");
}
