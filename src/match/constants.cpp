// SPDX-License-Identifier: Apache-2.0
#include "match/constants.h"

#include "base/spelling.h"
#include "model/date.h"
#include "model/money.h"
#include "model/rate.h"

#include <algorithm>

namespace huice::match {
namespace {

using logic::Value;

constexpr std::int64_t kExact = std::int64_t{1} << 53;  // ECMA-262, Number.MAX_SAFE_INTEGER + 1

using Read = std::variant<Value, ConstantFault>;

Read whole(std::int64_t value, Code code, std::string_view text) {
  if (value >= kExact || value <= -kExact) return ConstantFault{code, {std::string(text)}, {}};
  return Value::number(static_cast<double>(value));
}

Read read_rate(std::string_view text) {
  const auto rate = model::Rate::parse(text);
  const auto millionths =
      rate && rate->unit() == model::RateUnit::percent ? rate->value().scaled(4) : std::nullopt;
  if (!millionths) return ConstantFault{Code::bad_rate, {std::string(text)}, {}};
  return whole(*millionths, Code::bad_rate, text);
}

Read read_choice(std::string_view text, const std::vector<std::string>& choices) {
  if (std::find(choices.begin(), choices.end(), text) != choices.end()) {
    return Value::text(std::string(text));
  }
  std::string all;
  for (const std::string& choice : choices) all += (all.empty() ? "" : ", ") + choice;
  const std::vector<std::string_view> known(choices.begin(), choices.end());
  return ConstantFault{
      Code::unknown_choice, {std::string(text), all}, std::string(nearest(text, known))};
}

}  // namespace

ConstantType constant_type(model::ProfileType type) {
  switch (type) {
    case model::ProfileType::money:
      return ConstantType::money;
    case model::ProfileType::rate:
      return ConstantType::rate;
    case model::ProfileType::date:
      return ConstantType::date;
    case model::ProfileType::choice:
      return ConstantType::choice;
    default:
      return ConstantType::number;
  }
}

Read read_constant(ConstantType type, std::string_view text,
                   const std::vector<std::string>& choices) {
  switch (type) {
    case ConstantType::money: {
      const auto money = model::Money::parse(text);
      if (!money) return ConstantFault{Code::bad_money, {std::string(text)}, {}};
      return whole(money->fen(), Code::bad_money, text);
    }
    case ConstantType::rate:
      return read_rate(text);
    case ConstantType::date: {
      const auto date = model::Date::parse(text);
      if (!date) return ConstantFault{Code::bad_date, {std::string(text)}, {}};
      return Value::text(date->iso());
    }
    case ConstantType::number: {
      const auto number = model::Decimal::parse(text);
      if (!number) return ConstantFault{Code::bad_number, {std::string(text)}, {}};
      return Value::number(number->approximate());
    }
    case ConstantType::choice:
      return read_choice(text, choices);
  }
  return Value();
}

}  // namespace huice::match
