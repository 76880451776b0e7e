// SPDX-License-Identifier: Apache-2.0
//
// Parts of the report on an enterprise that stand for themselves.
#include "view/match_report.h"

#include "view/shipped_words.h"

#include <doctest/doctest.h>

using namespace huice;
using logic::Value;

TEST_CASE("of recognitions that were named, their parts are missing; else the answer itself") {
  const view::Words& words = test::chinese_words();
  model::ProfileField field;
  field.label = "资质";
  CHECK(view::missing_text(field, Value(), words) == "资质");
  CHECK(view::missing_text(field, Value::list({}), words) == "资质");
  CHECK(view::missing_text(field, Value::list({Value::text("高新技术企业")}), words) ==
        "资质的级别、年份或认定方式");
}
