// SPDX-License-Identifier: Apache-2.0
#include "model/goal.h"

#include <doctest/doctest.h>

#include <string>

using huice::model::Goal;
using huice::model::GoalKind;
using huice::model::Qualifier;

TEST_CASE("a goal is what plans write, and prints back as it was written") {
  struct Case {
    std::string text;
    GoalKind kind;
    std::string unit;
  };
  for (const Case& one : {Case{"突破300家", GoalKind::figure, "家"},
                          {"300家以上", GoalKind::figure, "家"},
                          {"1.5%", GoalKind::figure, "%"},
                          {"15—20家", GoalKind::range, "家"},
                          {"15家至20家", GoalKind::range, "家"},
                          {"5%～20%", GoalKind::range, "%"},
                          {"降低13.5%", GoalKind::change, ""},
                          {"提高2个百分点以上", GoalKind::change, ""},
                          {"翻一番", GoalKind::multiple, ""},
                          {"全覆盖", GoalKind::all, ""},
                          {"前3名", GoalKind::rank, ""},
                          {"第1位", GoalKind::rank, ""}}) {
    const auto goal = Goal::parse(one.text);
    REQUIRE_MESSAGE(goal.has_value(), one.text);
    CHECK_MESSAGE(goal->kind() == one.kind, one.text);
    CHECK_MESSAGE(goal->unit() == one.unit, one.text);
    CHECK_MESSAGE(goal->text() == one.text, one.text);
  }
}

TEST_CASE("a range has two figures in order, a rank is at most its number") {
  const auto range = Goal::parse("15—20家");
  REQUIRE(range->quantities().size() == 2);
  CHECK(range->quantities()[0].text() == "15家");
  CHECK(range->quantities()[1].text() == "20家");
  CHECK(Goal::parse("前3名")->quantities().front().qualifier() == Qualifier::at_most);
  CHECK(Goal::parse("翻一番")->quantities().empty());
}

TEST_CASE("a text that is not the value of a target is refused") {
  for (const std::string text :
       {"", "300", "突破300家以上", "20—15家", "15家—20个", "15—15家", "前列", "前0名", "前3.5名",
        "第一", "降低", "降低到13.5%", "翻", "增长增长5%", "15——20家"}) {
    CHECK_MESSAGE(!Goal::parse(text).has_value(), text);
  }
}
