// SPDX-License-Identifier: Apache-2.0
#include "base/title_marks.h"

#include "base/phrase.h"

#include <doctest/doctest.h>

#include <array>

using namespace huice;

TEST_CASE("a title within a title has single marks, and one within that double ones again") {
  CHECK(in_title_marks("示例办法") == "《示例办法》");
  CHECK(in_title_marks("关于印发《示例办法》的通知") == "《关于印发〈示例办法〉的通知》");
  CHECK(in_title_marks("关于印发〈示例办法〉的通知") == "《关于印发〈示例办法〉的通知》");
  CHECK(in_title_marks("转发《关于印发〈办法〉的通知》和《要点》") ==
        "《转发〈关于印发《办法》的通知〉和〈要点〉》");
  CHECK(within_title_marks("办法》的通知") == "办法》的通知");
  CHECK(within_title_marks("") == "");
}

TEST_CASE("a slot between title marks is a title; elsewhere its marks stay") {
  Phrase::Fault fault;
  const std::array<SlotValue, 1> values{SlotValue{"title", "关于印发《办法》的通知"}};
  CHECK(Phrase::parse("见《{title}》", fault)->fill(values) == "见《关于印发〈办法〉的通知》");
  CHECK(Phrase::parse("见{title}", fault)->fill(values) == "见关于印发《办法》的通知");
  CHECK(Phrase::parse("《见{title}》", fault)->fill(values) == "《见关于印发《办法》的通知》");
}
