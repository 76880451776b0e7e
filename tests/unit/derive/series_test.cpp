// SPDX-License-Identifier: Apache-2.0
#include "derive/series.h"

#include <doctest/doctest.h>

using namespace huice;

namespace {

model::Observation observed(const std::string& indicator, const std::string& region,
                            const std::string& period) {
  model::Observation one;
  one.indicator = indicator;
  one.region = region;
  one.period = model::Period::parse(period).value();
  one.value = model::Decimal(1, 0);
  one.unit = "家";
  return one;
}

model::Library library() {
  model::Records all;
  all.observations = {
      observed("a", "city", "2022"),          observed("a", "city", "2023"),
      observed("a", "city", "2024"),          observed("a", "city", "2024-01/2024-06"),
      observed("a", "town", "2025"),          observed("b", "city", "@2023-12-31"),
      observed("b", "city", "to@2024-10-01"), observed("b", "city", "unstated")};
  return model::Library(std::move(all));
}

std::string newer_than(const char* fact, const char* day) {
  const model::Library all = library();
  const auto* one = derive::newer(*all.observation(fact), all, model::Date::parse(day).value());
  return one == nullptr ? "" : one->fact_id();
}

}  // namespace

TEST_CASE(
    "the newer figure is the newest for an equal stretch of time that has ended by the given day") {
  CHECK(newer_than("a@city/2022", "2026-01-01") == "a@city/2024");
  CHECK(newer_than("a@city/2022", "2024-06-30") == "a@city/2023");
  CHECK(newer_than("a@city/2024", "2026-01-01").empty());
  CHECK(newer_than("a@city/2024-01/2024-06", "2026-01-01").empty());
  CHECK(newer_than("b@city/@2023-12-31", "2026-01-01") == "b@city/to@2024-10-01");
  CHECK(newer_than("b@city/unstated", "2026-01-01").empty());
}
