// SPDX-License-Identifier: Apache-2.0
#include "match/constants.h"

#include "base/messages/data.h"
#include "base/spelling.h"
#include "model/date.h"
#include "model/money.h"
#include "model/rate.h"
#include "model/schema/suggestions.h"
#include "model/written_values.h"

#include <algorithm>
#include <array>

namespace huice::match {
namespace {

using logic::Value;

constexpr std::int64_t kExact = std::int64_t{1} << 53;  // ECMA-262, Number.MAX_SAFE_INTEGER + 1

constexpr std::size_t kMostChoices = 200;  // that a word is compared with which is none of them

using Read = std::variant<Value, ConstantFault>;

Read whole(std::int64_t value, Message refusal) {
  if (value >= kExact || value <= -kExact) return ConstantFault{std::move(refusal), {}};
  return Value::number(static_cast<double>(value));
}

Read read_rate(std::string_view text) {
  const auto rate = model::Rate::parse(text);
  const auto percent = rate ? rate->percent() : std::nullopt;
  const auto millionths = percent ? percent->scaled(4) : std::nullopt;
  if (!millionths) {
    return ConstantFault{msg::bad_rate{.text = text}, model::schema::suggest_rate(text)};
  }
  return whole(*millionths, msg::bad_rate{.text = text});
}

Read read_ratio(std::string_view text) {
  const auto rate = model::Rate::parse(text);
  const auto percent = rate ? rate->percent() : std::nullopt;
  if (!percent || percent->scale() > 16) return ConstantFault{msg::bad_rate{.text = text}, {}};
  return Value::number(model::Decimal(percent->coefficient(), percent->scale() + 2).approximate());
}

// Without the quotation marks that the text begins with.
std::string_view after_quotes(std::string_view text) {
  constexpr std::string_view kFirstBytes = "\xE2\xEF\"'";
  if (text.empty() || kFirstBytes.find(text.front()) == std::string_view::npos) return text;
  constexpr std::array<std::string_view, 7> kMarks{"“", "”", "‘", "’", "＂", "\"", "'"};
  for (std::size_t i = 0; i < kMarks.size();) {
    if (text.starts_with(kMarks[i])) {
      text.remove_prefix(kMarks[i].size());
      i = 0;
    } else {
      ++i;
    }
  }
  return text;
}

// Quotation marks are what people leave out, or type in another form.
bool are_same_but_for_quotes(std::string_view a, std::string_view b) {
  a = after_quotes(a);
  b = after_quotes(b);
  while (!a.empty() && !b.empty() && a.front() == b.front()) {
    a = after_quotes(a.substr(1));
    b = after_quotes(b.substr(1));
  }
  return a.empty() && b.empty();
}

// Nobody writes more choices, and each of them costs for every wrong word.
std::ptrdiff_t first_of(const std::vector<std::string>& choices) {
  return static_cast<std::ptrdiff_t>(std::min(choices.size(), kMostChoices));
}

Read read_choice(std::string_view field, std::string_view text,
                 const std::vector<std::string>& choices, SpellingBudget* spelling) {
  if (const std::string* known = known_choice(text, choices)) return Value::text(*known);
  const std::vector<std::string> known(choices.begin(), choices.begin() + first_of(choices));
  ConstantFault fault{
      msg::unknown_choice{.field = field, .text = text, .choices = Argument::list(known)}, {}};
  if (spelling != nullptr) {
    fault.suggestion = nearest(text, {known.begin(), known.end()}, *spelling);
  }
  return fault;
}

}  // namespace

const std::string* known_choice(std::string_view text, const std::vector<std::string>& choices) {
  if (text.empty()) return nullptr;
  // The choices of a list often begin alike and are as long: their ends are compared first.
  const auto is_it = [text](const std::string& choice) {
    return choice.size() == text.size() && choice.back() == text.back() && choice == text;
  };
  const auto exact = std::find_if(choices.begin(), choices.end(), is_it);
  if (exact != choices.end()) return &*exact;
  const auto end = choices.begin() + first_of(choices);
  const auto alike = std::find_if(choices.begin(), end, [text](const std::string& choice) {
    return are_same_but_for_quotes(choice, text);
  });
  return alike == end ? nullptr : &*alike;
}

std::optional<std::int64_t> fen_of(std::string_view text) {
  for (const std::string_view minus : {"-", "−", "－"}) {
    if (!text.starts_with(minus)) continue;
    const auto loss = model::Money::parse(text.substr(minus.size()));
    return loss ? std::optional(-loss->fen()) : std::nullopt;
  }
  const auto money = model::Money::parse(text);
  return money ? std::optional(money->fen()) : std::nullopt;
}

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

Read read_constant(ConstantType type, std::string_view field, std::string_view text,
                   const std::vector<std::string>& choices, SpellingBudget* spelling) {
  switch (type) {
    case ConstantType::money: {
      const auto fen = fen_of(text);
      if (!fen)
        return ConstantFault{msg::bad_money{.text = text}, model::schema::suggest_money(text)};
      return whole(*fen, msg::bad_money{.text = text});
    }
    case ConstantType::rate:
      return read_rate(text);
    case ConstantType::ratio:
      return read_ratio(text);
    case ConstantType::date: {
      const auto date = model::Date::parse(text);
      if (!date && model::has_form_of_date(text)) {
        const std::string day = model::plain_date(text);
        const bool other = model::Date::parse(day).has_value();
        return other ? ConstantFault{msg::bad_date{.text = text}, day}
                     : ConstantFault{msg::no_such_day{.text = text}, {}};
      }
      if (!date) {
        return ConstantFault{msg::bad_date{.text = text}, model::schema::suggest_date(text)};
      }
      return Value::text(date->iso());
    }
    case ConstantType::number: {
      const auto number = model::Decimal::parse(text);
      if (!number) return ConstantFault{msg::bad_number{.text = text}, {}};
      return Value::number(number->approximate());
    }
    case ConstantType::choice:
      return read_choice(field, text, choices, spelling);
  }
  return Value();
}

}  // namespace huice::match
