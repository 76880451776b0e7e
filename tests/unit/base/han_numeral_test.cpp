// SPDX-License-Identifier: Apache-2.0
#include "base/han_numeral.h"

#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

using huice::han_numeral;

TEST_CASE("numbers in Chinese characters are read whole or not at all") {
  const std::vector<std::pair<std::string, std::int64_t>> right{{"五千万", 50'000'000},
                                                                {"伍仟万", 50'000'000},
                                                                {"二十", 20},
                                                                {"十五", 15},
                                                                {"一百零三", 103},
                                                                {"两万五千", 25'000},
                                                                {"一亿二千万", 120'000'000},
                                                                {"二〇二四", 2024},
                                                                {"三", 3}};
  for (const auto& one : right) {
    CAPTURE(one.first);
    CHECK(han_numeral(one.first) == one.second);
  }
  for (const char* wrong : {"", "万", "五千万元", "百十", "十百", "五五千", "若干", "5千"}) {
    CAPTURE(wrong);
    CHECK(!han_numeral(wrong));
  }
}
