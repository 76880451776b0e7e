// SPDX-License-Identifier: Apache-2.0
#pragma once

// Days and texts with days, for the tests of what holds when.

#include "model/policy.h"

#include <string>
#include <string_view>

namespace huice::test {

/// REQUIRES: a day there is, like 2024-06-30.
inline model::Date day(std::string_view text) {
  return model::Date::parse(text).value();
}

/// Dates as "first/last", either of which may be missing; a person has confirmed the first.
inline model::Policy policy(std::string id, std::string_view first, std::string_view last) {
  model::Policy made;
  made.id = std::move(id);
  if (!first.empty()) {
    made.dates.effective.emplace().date = day(first);
    made.dates.effective->confirmed = true;
  }
  if (!last.empty()) made.dates.expires_on = day(last);
  return made;
}

}  // namespace huice::test
