// SPDX-License-Identifier: Apache-2.0
#include "check/surroundings.h"

#include <doctest/doctest.h>

using namespace huice;
using namespace huice::check;

namespace {

bool alike(std::string_view one, std::string_view other) {
  return looks_like(model::Decimal::parse(one).value(), model::Decimal::parse(other).value());
}

}  // namespace

TEST_CASE("a number looks like another where one digit slipped") {
  CHECK(alike("889", "899"));
  CHECK(alike("70.98", "69.98"));
  CHECK(alike("5613", "5631"));
  CHECK(alike("1200", "120"));
  CHECK(alike("12", "120"));
  CHECK_FALSE(alike("30", "81"));
  CHECK_FALSE(alike("3", "8"));
  CHECK_FALSE(alike("3.9", "53.2"));
}

TEST_CASE("names are found in a sentence whole or for the most part") {
  NamesInSentences names;
  for (const char* name : {"技术合同", "技术合同项数（吸纳）", "专利授权量", "甲"}) names.add(name);
  const auto found = [&names](std::string_view sentence) {
    std::string all;
    for (const NamesInSentences::Named& one : names.in(sentence)) {
      all += std::to_string(one.name) + (one.whole ? "! " : " ");
    }
    return all;
  };
  CHECK(found("登记技术合同") == "0! ");
  CHECK(found("登记技术合同的项数") == "0! 1 ");
  CHECK(found("合同") == "");
  CHECK(found("技术的合同") == "0 ");
  CHECK(found("甲") == "");
  CHECK(found("") == "");
}

TEST_CASE("a list beside a sentence is found after a colon and before 各") {
  const std::string after = "给予奖励30万元：\n\n- 甲\n- 乙\n\n另有丙。";
  CHECK(list_beside(after, "给予奖励30万元：\n", 3) == "- 甲\n- 乙\n");
  const std::string before = "对象：\n\n- 甲\n- 乙\n\n各奖励30万元。";
  const std::size_t at = before.find("各");
  CHECK(list_beside(before, "各奖励30万元。", at) == "- 甲\n- 乙");
  CHECK(list_beside(after, "另有丙。", after.find("另")) == "");
  CHECK(list_beside("- 甲：30万元", "- 甲：30万元", 8) == "");
}

TEST_CASE("a paragraph ends at a blank line") {
  const std::string text = "甲\n乙\n\n丙\n\n丁";
  CHECK(paragraph_at(text, 0) == "甲\n乙");
  CHECK(paragraph_at(text, text.find("丙")) == "丙");
  CHECK(paragraph_at(text, text.find("丁")) == "丁");
}

TEST_CASE("what was paid in all is not what one is given") {
  CHECK(speaks_of_giving("给予30万元"));
  CHECK_FALSE(speaks_of_giving("累计奖励30万元"));
  CHECK_FALSE(speaks_of_giving("现有30家"));
}
