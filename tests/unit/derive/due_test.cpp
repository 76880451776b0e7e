// SPDX-License-Identifier: Apache-2.0
#include "derive/due.h"

#include "derive/dated.h"

#include <doctest/doctest.h>

using namespace huice;
using namespace huice::test;
using derive::Due;

namespace {

model::Undertaking promised_by(const char* due) {
  model::Undertaking one;
  one.due = day(due);
  return one;
}

model::Target target_by(const char* period) {
  model::Target one;
  one.by = model::Period::parse(period);
  return one;
}

}  // namespace

TEST_CASE("a promise is due by the end of its day, unless it is recorded as done or cancelled") {
  model::Undertaking one = promised_by("2023-12-31");
  CHECK(derive::due_of(one, day("2023-12-31")) == Due::to_come);
  CHECK(derive::due_of(one, day("2024-01-01")) == Due::passed);
  one.status = model::UndertakingStatus::in_progress;
  CHECK(derive::due_of(one, day("2024-01-01")) == Due::passed);
  one.status = model::UndertakingStatus::done;
  CHECK(derive::due_of(one, day("2024-01-01")) == Due::settled);
  one.status = model::UndertakingStatus::cancelled;
  CHECK(derive::due_of(one, day("2023-01-01")) == Due::settled);
}

TEST_CASE("a promise without a day, or one that recurs, is never past its date") {
  model::Undertaking one;
  CHECK(derive::due_of(one, day("2099-01-01")) == Due::unstated);
  one.every = "年";
  one.due_phrase = "每年年底前";
  CHECK(derive::due_of(one, day("2099-01-01")) == Due::unstated);
}

TEST_CASE("a target is due by the last day of its period") {
  CHECK(derive::due_of(target_by("2025"), day("2025-12-31")) == Due::to_come);
  CHECK(derive::due_of(target_by("2025"), day("2026-01-01")) == Due::passed);
  CHECK(derive::due_of(target_by("2025Q3"), day("2025-10-01")) == Due::passed);
  CHECK(derive::due_of(target_by("unstated"), day("2099-01-01")) == Due::unstated);
  CHECK(derive::due_of(model::Target{}, day("2099-01-01")) == Due::unstated);
}
