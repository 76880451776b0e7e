// SPDX-License-Identifier: Apache-2.0
// Money, exact to the 分: nothing is rounded, so that a figure never drifts.

#include "model/money.h"

#include "base/messages/template_run.h"
#include "view/filters/field_filters.h"

#include <algorithm>

namespace huice::view {
namespace {

using model::Decimal;
using model::MoneyUnit;
using tmpl::Call;
using tmpl::Value;

constexpr std::int64_t kFenOfYuan = 100;
constexpr std::int64_t kFenOfWan = 10'000 * kFenOfYuan;
constexpr std::int64_t kFenOfYi = 10'000 * kFenOfWan;

// "5229.3万元" with its unit; a bare number counts 元.
std::optional<std::int64_t> fen_of(const Value& subject, Call& call) {
  if (subject.is_string()) {
    if (const auto money = model::Money::parse(subject.text())) return money->fen();
  }
  const auto number = decimal_of(subject, call);
  if (!number) return std::nullopt;
  const auto fen = number->scaled(2);
  if (!fen) {
    call.fail(msg::template_bad_value{.callee = call.callee(), .value = msg::bad_amount{}});
  }
  return fen;
}

int fen_power(MoneyUnit unit) {
  return unit == MoneyUnit::yuan ? 2 : unit == MoneyUnit::wan_yuan ? 6 : 10;
}

// The largest unit that needs no more than four decimals, which is one unit further down.
MoneyUnit fitting_unit(std::int64_t fen) {
  const std::int64_t size = fen < 0 ? -fen : fen;
  if (size >= kFenOfYi && size % kFenOfWan == 0) return MoneyUnit::yi_yuan;
  if (size >= kFenOfWan && size % kFenOfYuan == 0) return MoneyUnit::wan_yuan;
  return MoneyUnit::yuan;
}

// A comma before each three digits of the whole part.
std::string grouped(std::string digits) {
  const std::size_t first = digits.starts_with('-') ? 1 : 0;
  std::size_t at = std::min(digits.find('.'), digits.size());
  while (at > first + 3) {
    at -= 3;
    digits.insert(at, ",");
  }
  return digits;
}

Value money(const Value& subject, Call& call) {
  const auto fen = fen_of(subject, call);
  const auto unit_name = call.text(0);
  const bool separated = call.boolean(1).value_or(false);
  if (!fen || call.failed()) return {};
  MoneyUnit unit = fitting_unit(*fen);
  if (unit_name) {
    const auto named = model::parse_money_unit(*unit_name);
    if (!named) {
      return call.fail(msg::template_bad_value{.callee = call.callee(),
                                               .value = msg::bad_money_unit{.unit = *unit_name}});
    }
    unit = *named;
  }
  std::string digits = shortest(Decimal(*fen, fen_power(unit))).text();
  if (separated) digits = grouped(std::move(digits));
  return Value(digits + std::string(model::name(unit)));
}

}  // namespace

void add_money_filters(tmpl::Environment& environment) {
  environment.add_filter("money", {{"unit", "separated"}}, money);
}

}  // namespace huice::view
