// SPDX-License-Identifier: Apache-2.0
#include "derive/near_passages.h"

#include <doctest/doctest.h>

using huice::derive::NearPassages;

namespace {

const std::string kFirst =
    "示例市建成示例园区道路三条，开通示例班车两路，为入园企业提供代办服务，企业在网上提交材料以后当"
    "天"
    "可以办结。";
const std::string kEdited =
    "示例市建成示例园区道路五条，开通示例班车两路，为入园企业提供代办服务，企业在网上提交材料以后当"
    "天"
    "可以办结。";
const std::string kOther =
    "我们组织了六场政策宣讲，编印了三种手册，逐户走访了重点企业，还把各项支持的申报时间和联系方式放"
    "到"
    "了同一个页面上。";

}  // namespace

TEST_CASE("a passage that another text has with few changes is found from both sides") {
  NearPassages passages;
  passages.add(0, kOther + "\n\n" + kFirst);
  passages.add(1, kEdited);
  passages.add(2, kOther.substr(0, 60));  // too short to say anything
  REQUIRE(passages.of(0).size() == 1);
  const NearPassages::Pair pair = passages.of(0).front();
  CHECK(pair.passage == kFirst);
  CHECK(pair.other.text == 1);
  CHECK(pair.other.passage == kEdited);
  CHECK(pair.other.percent >= 70);
  CHECK(pair.other.percent < 100);
  REQUIRE(passages.of(1).size() == 1);
  CHECK(passages.of(1).front().other.passage == kFirst);
  CHECK(passages.of(2).empty());
}

TEST_CASE("a text's own passages are not compared, and blanks and citations do not count") {
  NearPassages passages;
  passages.add(0, kFirst + "\n" + kEdited);
  CHECK(passages.of(0).empty());
  passages.add(1, "　　" + kFirst.substr(0, 30) + "{{ fact('a@b/2024') }}" + kFirst.substr(30));
  REQUIRE(passages.of(1).size() == 1);
  CHECK(passages.of(1).front().other.percent == 100);
}
