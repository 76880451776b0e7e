// SPDX-License-Identifier: Apache-2.0
#include "base/messages/check.h"
#include "check/base_project.h"

#include <algorithm>

using namespace huice;
using namespace huice::test;

TEST_CASE("of one text, the first twenty findings of a kind are reported") {
  std::string text;
  for (int i = 0; i < 30; ++i) text += "另有12家。";
  const auto found = reported(base_with("data/site.json", "示例。", text));
  CHECK(found.size() == 20);
  const bool all = std::all_of(found.begin(), found.end(), [](const Diagnostic& one) {
    return one.code == msg::number_uncited::code;
  });
  CHECK(all);
}

TEST_CASE("findings on different lines are all reported") {
  std::string rows;
  for (int year = 1950; year < 1980; ++year)
    rows += "\ngdp,city," + std::to_string(year) +
            ",7,亿元,示例年鉴（虚构）,official,2026-01-05,public";
  for (int year = 1950; year < 1980; ++year)
    rows +=
        "\nrd,city," + std::to_string(year) + ",6,亿元,示例年鉴（虚构）,official,2026-01-05,public";
  for (int year = 1950; year < 1980; ++year)
    rows += "\nrd-share,city," + std::to_string(year) +
            ",0.5,%,示例年鉴（虚构）,official,2026-01-05,public";
  const std::string last = "rd-share,city,2024,0.91,%,示例年鉴（虚构）,official,2026-01-05,public";
  const auto found = reported(base_with("data/observations/all.csv", last, last + rows));
  const auto misfits = std::count_if(found.begin(), found.end(), [](const Diagnostic& one) {
    return one.code == msg::share_misfit::code;
  });
  CHECK(misfits == 30);
}
