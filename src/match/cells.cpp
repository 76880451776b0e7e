// SPDX-License-Identifier: Apache-2.0
#include "match/cells.h"

#include "base/ascii.h"
#include "base/messages/match.h"
#include "match/constants.h"
#include "model/date.h"
#include "model/decimal.h"
#include "model/money.h"
#include "model/written_number.h"
#include "model/written_values.h"

#include <algorithm>
#include <array>
#include <utility>

namespace huice::match {

using model::without_blanks;

namespace {

using logic::Value;
using model::ProfileField;
using model::ProfileType;

/// The parts of a text between separators of any kind given, without blanks around them.
std::vector<std::string_view> split(std::string_view text,
                                    const std::vector<std::string_view>& separators) {
  std::vector<std::string_view> parts;
  for (std::size_t start = 0;;) {
    std::size_t end = text.size();
    std::size_t size = 0;
    for (const std::string_view separator : separators) {
      const std::size_t found = text.find(separator, start);
      if (found < end) {
        end = found;
        size = separator.size();
      }
    }
    parts.push_back(without_blanks(text.substr(start, end - start)));
    if (size == 0) return parts;
    start = end + size;
  }
}

std::optional<Value> day(std::string_view text);

/// A detail of a recognition: its key and what it says.
using Detail = std::pair<std::string_view, Value>;

// The day in 有效期至2025-07-20 or 2023-05-01迁入; nothing where it is no such detail.
std::optional<Detail> marked_day(std::string_view detail) {
  if (detail.starts_with(kValidUntil)) {
    auto until = day(without_blanks(detail.substr(kValidUntil.size())));
    if (until) return Detail("until", std::move(*until));
  }
  if (detail.ends_with(kCameIn)) {
    auto moved = day(without_blanks(detail.substr(0, detail.size() - kCameIn.size())));
    if (moved) return Detail("moved", std::move(*moved));
  }
  return std::nullopt;
}

// A year is known by its digits, a day by its form, the others by their closed lists.
Detail detail_of(std::string_view text) {
  if (auto marked = marked_day(text)) return std::move(*marked);
  if (auto date = text.size() > 4 ? day(text) : std::nullopt) return {"date", std::move(*date)};
  const std::string_view short_form =
      text.ends_with("年") ? without_blanks(text.substr(0, text.size() - 3)) : text;
  if (const auto year = model::Decimal::parse(short_form)) {
    return {"year", Value::number(year->approximate())};
  }
  const auto& ways = recognition_ways();
  const bool how = std::find(ways.begin(), ways.end(), text) != ways.end();
  return {how ? "how" : "tier", Value::text(std::string(text))};
}

// The choice that a short name means, or the name itself.
std::string_view full_name(const ProfileField& field, std::string_view name) {
  for (const model::ShortName& one : field.short_names) {
    if (one.name == name) return one.means;
  }
  return name;
}

// “高新技术企业（国家级，2022，首次认定）”, 国家级高新技术企业, 高企.
Value recognition_of(const ProfileField& field, std::string_view text) {
  const auto& choices = field.choices;
  const bool whole = std::find(choices.begin(), choices.end(), text) != choices.end();
  auto [name, details] = whole ? std::pair(text, std::string_view()) : name_and_rest(text);
  std::vector<Value::Member> members;
  const std::string_view named = full_name(field, name);
  for (const std::string& tier : recognition_tiers(field)) {
    if (named != name || !name.starts_with(tier) || name == tier) continue;
    members.emplace_back("tier", Value::text(tier));
    name.remove_prefix(tier.size());
    break;
  }
  members.emplace_back("name", Value::text(std::string(full_name(field, name))));
  for (const std::string_view detail : split(details, {"，", "、", ","})) {
    if (detail.empty()) continue;
    auto [key, value] = detail_of(detail);
    members.emplace_back(std::string(key), std::move(value));
  }
  return Value::object(std::move(members));
}

Value recognitions_of(const ProfileField& field, std::string_view cell) {
  std::vector<Value> items;
  if (cell == "无") return Value::list({});
  for (const std::string_view part : split(cell, {"；", ";", "\n"})) {
    if (!part.empty()) items.push_back(recognition_of(field, part));
  }
  return Value::list(std::move(items));
}

constexpr std::array<std::pair<std::string_view, bool>, 24> kAnswers{
    {{"是", true},  {"否", false},  {"有", true},     {"无", false},  {"对", true},
     {"错", false}, {"√", true},    {"×", false},     {"✓", true},    {"✗", false},
     {"✔", true},   {"✘", false},   {"Y", true},      {"N", false},   {"y", true},
     {"n", false},  {"true", true}, {"false", false}, {"TRUE", true}, {"FALSE", false},
     {"yes", true}, {"no", false},  {"1", true},      {"0", false}}};

// What people write where nothing is known.
constexpr std::array<std::string_view, 14> kNoAnswer{
    {"-", "--", "—", "——", "－", "/", "／", "\\", "不详", "未知", "不清楚", "未填", "暂无", "N/A"}};

// A workbook may show zeros in front (format 000): 008 is 8, and 01 is yes.
std::string without_zeros(std::string number) {
  const std::size_t sign = number.starts_with('-') ? 1 : 0;
  std::size_t end = sign;
  while (end + 1 < number.size() && number[end] == '0' && ascii::is_digit(number[end + 1])) ++end;
  return number.erase(sign, end - sign);
}

// What the profile would have for a number: with its unit, except for plain numbers.
std::optional<Value> measured(const ProfileField& field, std::string_view text,
                              std::string_view unit) {
  const std::string plain = model::narrowed(text);
  const std::size_t end = std::min(plain.find_first_not_of("0123456789.,-"), plain.size());
  auto number = model::without_thousands(std::string_view(plain).substr(0, end));
  const std::string written(without_blanks(std::string_view(plain).substr(end)));
  if (!number) return std::nullopt;
  *number = without_zeros(std::move(*number));
  if (field.type == ProfileType::number) {
    if (!written.empty() && written != field.unit) return std::nullopt;
    return Value::text(*number);
  }
  if (!written.empty()) {
    const bool money = field.type == ProfileType::money;
    const std::string shown = without_zeros(plain);
    return Value::text(money ? model::plain_money(shown) : model::plain_rate(shown));
  }
  if (!unit.empty()) return Value::text(*number + std::string(unit));
  const auto read = model::Decimal::parse(*number);
  if (!read || !read->is_zero()) return std::nullopt;
  return Value::text(*number + (field.type == ProfileType::money ? "元" : "%"));
}

std::optional<Value> day(std::string_view text) {
  std::string plain = model::narrowed(text);
  // Excel shows a day as a moment once the column has been formatted so.
  const std::size_t blank = plain.find(' ');
  if (blank != std::string::npos) {
    const std::string_view time = without_blanks(std::string_view(plain).substr(blank));
    if (time != "0:00" && time != "0:00:00" && time != "00:00" && time != "00:00:00") {
      return std::nullopt;
    }
    plain.resize(blank);
  }
  const auto date = model::Date::parse(model::plain_date(plain));
  if (!date) return std::nullopt;
  return Value::text(date->iso());
}

bool is_with(std::string_view longer, std::string_view text, std::string_view end) {
  return longer.size() == text.size() + end.size() && longer.starts_with(text) &&
         longer.ends_with(end);
}

// 小型企业 for 小型, 鄂尔多斯 for 鄂尔多斯市, and short names; where several would do, none.
std::optional<Value> choice(const ProfileField& field, std::string_view text) {
  if (const auto full = full_name(field, text); full != text) return Value::text(std::string(full));
  const std::string* found = known_choice(text, field.choices);
  if (found != nullptr) return Value::text(*found);
  for (const std::string& one : field.choices) {
    for (const std::string_view end : {"企业", "市"}) {
      if (!is_with(text, one, end) && !is_with(one, text, end)) continue;
      if (found != nullptr) return std::nullopt;
      found = &one;
    }
  }
  if (found == nullptr) return std::nullopt;
  return Value::text(*found);
}

std::optional<Value> yes_or_no(std::string_view text) {
  const std::string plain = without_zeros(model::narrowed(text));
  for (const auto& [word, value] : kAnswers) {
    if (plain == word) return Value::boolean(value);
  }
  return std::nullopt;
}

std::optional<Value> given_by(const ProfileField& field, std::string_view text,
                              std::string_view unit) {
  switch (field.type) {
    case ProfileType::boolean:
      return yes_or_no(text);
    case ProfileType::recognition:
      return recognitions_of(field, text);
    case ProfileType::choice:
      return choice(field, text);
    case ProfileType::date:
      return day(text);
    case ProfileType::money:
    case ProfileType::rate:
    case ProfileType::number:
      return measured(field, text, unit);
  }
  return std::nullopt;
}

// The first of many, and that there are more.
Argument shown(const std::vector<std::string>& names) {
  constexpr std::size_t kShown = 30;
  if (names.size() <= kShown) return Argument::list(names);
  std::vector<std::string> first(names.begin(), names.begin() + kShown);
  first.emplace_back("…");
  return Argument::list(first);
}

}  // namespace

std::pair<std::string_view, std::string_view> name_and_rest(std::string_view text) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 2> kPairs{
      {{"（", "）"}, {"(", ")"}}};
  for (const auto& [opening, closing] : kPairs) {
    const std::size_t open = text.rfind(opening);
    if (!text.ends_with(closing) || open == std::string_view::npos) continue;
    const std::size_t from = open + opening.size();
    return {without_blanks(text.substr(0, open)),
            without_blanks(text.substr(from, text.size() - closing.size() - from))};
  }
  return {text, {}};
}

bool is_unit_of(const ProfileField& field, std::string_view unit) {
  switch (field.type) {
    case ProfileType::money:
      return model::parse_money_unit(unit).has_value();
    case ProfileType::rate:
      return unit == "%";
    case ProfileType::number:
      return !unit.empty() && unit == field.unit;
    default:
      return false;
  }
}

std::optional<Value> read_cell(const ProfileField& field, std::string_view cell,
                               std::string_view unit) {
  const std::string_view text = without_blanks(cell);
  if (text.empty() || std::find(kNoAnswer.begin(), kNoAnswer.end(), text) != kNoAnswer.end()) {
    return Value();
  }
  const auto given = given_by(field, text, unit);
  if (!given) return std::nullopt;
  ReadAnswer read = read_answer(field, *given);
  if (read.fault) return std::nullopt;
  return std::move(read.value);
}

Argument expected(const ProfileField& field) {
  switch (field.type) {
    case ProfileType::money:
      return msg::cell_money{.label = field.label};
    case ProfileType::rate:
      return msg::cell_rate{};
    case ProfileType::number:
      return field.unit.empty() ? Argument(msg::cell_number{})
                                : msg::cell_number_of{.unit = field.unit};
    case ProfileType::date:
      return msg::cell_date{};
    case ProfileType::boolean:
      return msg::cell_boolean{};
    case ProfileType::choice:
      return msg::cell_choice{.choices = shown(field.choices)};
    case ProfileType::recognition:
      return msg::cell_recognition{
          .example = field.choices.empty() ? "高新技术企业" : field.choices.front(),
          .names = shown(field.choices)};
  }
  return msg::none_at_all{};
}

}  // namespace huice::match
