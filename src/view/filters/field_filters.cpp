// SPDX-License-Identifier: Apache-2.0
#include "view/filters/field_filters.h"

#include "base/messages/template_run.h"
#include "template/values/operations.h"

namespace huice::view {

using tmpl::Kind;

void add_field_filters(tmpl::Environment& environment) {
  add_money_filters(environment);
  add_date_filters(environment);
  add_numeral_filters(environment);
  add_share_filters(environment);
  add_order_filters(environment);
  add_prose_filters(environment);
  add_seam_filters(environment);
}

std::optional<model::Decimal> decimal_of(const tmpl::Value& value, tmpl::Call& call) {
  std::optional<model::Decimal> number;
  if (value.is_integer()) number = model::Decimal(value.integer(), 0);
  if (value.is_string()) number = model::Decimal::parse(value.text());
  if (value.kind() == Kind::floating) {
    std::string digits;
    tmpl::append_number(digits, value.floating());
    number = model::Decimal::parse(digits);
  }
  if (!number) {
    call.fail(msg::template_wrong_type{
        .callee = call.callee(), .wanted = msg::value_decimal{}, .found = describe(value)});
  }
  return number;
}

model::Decimal shortest(const model::Decimal& number) {
  std::int64_t coefficient = number.coefficient();
  int scale = number.scale();
  while (scale > 0 && coefficient % 10 == 0) {
    coefficient /= 10;
    --scale;
  }
  return {coefficient, scale};
}

model::Decimal magnitude(const model::Decimal& number) {
  return number.is_negative() ? model::Decimal(-number.coefficient(), number.scale()) : number;
}

}  // namespace huice::view
