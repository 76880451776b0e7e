// SPDX-License-Identifier: Apache-2.0
#include "match/answers.h"

#include "base/messages/data.h"
#include "base/messages/match.h"
#include "base/spelling.h"
#include "logic/json.h"
#include "match/constants.h"
#include "model/decimal.h"
#include "model/money.h"
#include "model/written_number.h"
#include "model/written_values.h"

#include <algorithm>
#include <cstdlib>
#include <utility>

namespace huice::match {
namespace {

using logic::Kind;
using logic::Value;
using model::ProfileField;
using model::ProfileType;

ReadAnswer refuse(Message message, std::string_view token = {}, std::string suggestion = {}) {
  return {{}, AnswerFault{std::move(message), std::string(token), std::move(suggestion)}};
}

// The text as rules write it: a number without its unit, money, rates and days in their one form.
std::string plain(const ProfileField& field, ConstantType type, std::string_view text) {
  switch (type) {
    case ConstantType::money:
      return model::plain_money(text);
    case ConstantType::rate:
      return model::plain_rate(text);
    case ConstantType::date:
      return model::plain_date(text);
    case ConstantType::number: {
      std::string_view number = model::without_blanks(text);
      const bool unit = !field.unit.empty() && number.ends_with(field.unit);
      if (unit) number.remove_suffix(field.unit.size());
      std::string written = model::plain_number(number);
      return model::Decimal::parse(written) ? written : std::string(text);
    }
    default:
      return std::string(text);
  }
}

ReadAnswer from_constant(const ProfileField& field, ConstantType type, std::string_view text,
                         const std::vector<std::string>& choices, SpellingBudget* spelling) {
  auto read = read_constant(type, field.id, plain(field, type, text), choices, spelling);
  if (const auto* value = std::get_if<Value>(&read)) return {*value, std::nullopt};
  auto& fault = std::get<ConstantFault>(read);
  return refuse(std::move(fault.message), text, std::move(fault.suggestion));
}

ReadAnswer wrong_type(const ProfileField& field, const Argument& wanted, const Value& given) {
  return refuse(msg::answer_wrong_type{
      .field = field.id, .wanted = wanted, .found = logic::to_json(given).value_or("")});
}

// One member of a recognition. The year is a number, the other three are texts of closed lists.
ReadAnswer read_part(const ProfileField& field, std::string_view key, const Value& given,
                     SpellingBudget* spelling) {
  if (given.is_nothing()) return {};
  if (key == "year") {
    const bool year = given.is(Kind::number) && given.as_number() >= 1949 &&
                      given.as_number() <= 2999 &&
                      given.as_number() == static_cast<double>(static_cast<int>(given.as_number()));
    if (!year) return wrong_type(field, msg::a_year{}, given);
    return {given, std::nullopt};
  }
  if (!given.is(Kind::text)) return wrong_type(field, msg::a_text{}, given);
  const auto& days = recognition_days();
  if (std::find(days.begin(), days.end(), key) != days.end()) {
    return from_constant(field, ConstantType::date, given.as_text(), {}, spelling);
  }
  if (key == "name") {
    return from_constant(field, ConstantType::choice, given.as_text(), field.choices, spelling);
  }
  const auto& ways = recognition_ways();
  return from_constant(
      field, ConstantType::choice, given.as_text(),
      key == "tier" ? recognition_tiers(field) : std::vector<std::string>(ways.begin(), ways.end()),
      spelling);
}

// A day says the year, too. Days that contradict each other are refused.
ReadAnswer with_year(const ProfileField& field, std::vector<Value::Member> members) {
  Value item = Value::object(members);
  const Value* date = item.find("date");
  if (date == nullptr) return {std::move(item), std::nullopt};
  const double year = model::Date::parse(date->as_text())->year();
  const Value* stated = item.find("year");
  const Value* until = item.find("until");
  if ((stated != nullptr && stated->as_number() != year) ||
      (until != nullptr && until->as_text() < date->as_text())) {
    return refuse(msg::recognition_days{.field = field.label, .date = date->as_text()},
                  date->as_text());
  }
  if (stated != nullptr) return {std::move(item), std::nullopt};
  members.emplace_back("year", Value::number(year));
  return {Value::object(std::move(members)), std::nullopt};
}

ReadAnswer read_recognition(const ProfileField& field, const Value& given,
                            SpellingBudget* spelling) {
  if (!given.is(Kind::object)) return wrong_type(field, msg::an_object_with_name{}, given);
  std::vector<Value::Member> members;
  std::vector<std::string_view> keys = recognition_keys();
  keys.insert(keys.end(), recognition_days().begin(), recognition_days().end());
  for (const auto& [key, value] : given.members()) {
    if (std::find(keys.begin(), keys.end(), key) == keys.end()) {
      return refuse(msg::unknown_key{.record = msg::a_recognition{}, .key = key}, key,
                    std::string(nearest(key, {keys.begin(), keys.end()})));
    }
    ReadAnswer part = read_part(field, key, value, spelling);
    if (part.fault) return part;
    if (!part.value.is_nothing()) members.emplace_back(key, std::move(part.value));
  }
  if (given.find("name") == nullptr)
    return refuse(msg::missing_key{
        .record = msg::a_recognition{}, .key = "name", .doc = msg::what_was_recognised{}});
  return with_year(field, std::move(members));
}

ReadAnswer read_recognitions(const ProfileField& field, const Value& given,
                             SpellingBudget* spelling) {
  if (!given.is(Kind::list)) return wrong_type(field, msg::a_list_or_none{}, given);
  std::vector<Value> items;
  for (const Value& item : given.items()) {
    ReadAnswer read = read_recognition(field, item, spelling);
    if (read.fault) return read;
    items.push_back(std::move(read.value));
  }
  return {Value::list(std::move(items)), std::nullopt};
}

std::string decimal_text(std::int64_t value, int scale) {
  for (; scale > 0 && value % 10 == 0; --scale) value /= 10;
  return model::Decimal(value, scale).text();
}

std::string number_text(const ProfileField& field, double number) {
  const auto whole = static_cast<std::int64_t>(number);
  if (field.type == ProfileType::money)
    return (whole < 0 ? "-" : "") + model::Money::of_fen(std::abs(whole)).text();
  if (field.type == ProfileType::rate) return decimal_text(whole, 4) + "%";
  const bool is_whole = static_cast<double>(whole) == number;
  const Value shown = is_whole ? Value::number(static_cast<double>(whole)) : Value::number(number);
  return logic::to_json(shown).value_or("") + field.unit;
}

std::string recognition_text(const Value& item) {
  std::string details;
  const auto add = [&details](const std::string& text) {
    details += (details.empty() ? "" : "，") + text;
  };
  for (const std::string_view key : {"tier", "year", "date", "until", "how", "moved"}) {
    const Value* part = item.find(key);
    if (part == nullptr || (key == "year" && item.find("date") != nullptr)) continue;
    if (part->is(Kind::number)) {
      add(decimal_text(static_cast<std::int64_t>(part->as_number()), 0));
    } else if (key == "until") {
      add(std::string(kValidUntil) + part->as_text());
    } else {
      add(part->as_text() + (key == "moved" ? std::string(kCameIn) : std::string()));
    }
  }
  const Value* name = item.find("name");
  return (name == nullptr ? "" : name->as_text()) + (details.empty() ? "" : "（" + details + "）");
}

// The field with this id, or else with this label.
model::RecordList<ProfileField>::Iterator find_field(const model::RecordList<ProfileField>& profile,
                                                     const std::string& name) {
  const auto by_id = std::find_if(profile.begin(), profile.end(),
                                  [&name](const ProfileField& one) { return one.id == name; });
  if (by_id != profile.end()) return by_id;
  return std::find_if(profile.begin(), profile.end(),
                      [&name](const ProfileField& one) { return one.label == name; });
}

// Where the token is first a key or text in `given`.
std::optional<json::Span> find_token(const json::Value& given, std::string_view token) {
  if (given.is(json::Kind::text) && given.text() == token) return given.at();
  for (const json::Value& item : given.items()) {
    if (const auto found = find_token(item, token)) return found;
  }
  for (const json::Member& member : given.members()) {
    if (member.name == token) return member.name_at;
    if (const auto found = find_token(member.value, token)) return found;
  }
  return std::nullopt;
}

}  // namespace

Diagnostic AnswerFault::at(Location where) const {
  Diagnostic found = problem(message, std::move(where));
  found.suggestion = suggestion;
  return found;
}

const std::vector<std::string>& recognition_tiers(const ProfileField& field) {
  static const std::vector<std::string> usual{"国家级", "自治区级", std::string(kCityTier),
                                              "旗区级"};
  return field.levels.empty() ? usual : field.levels;
}

const std::vector<std::string_view>& recognition_ways() {
  static const std::vector<std::string_view> all{"首次认定", kAgain, kMovedIn};
  return all;
}

const std::vector<std::string_view>& recognition_days() {
  static const std::vector<std::string_view> all{"date", "until", "moved"};
  return all;
}

const std::vector<std::string_view>& recognition_keys() {
  static const std::vector<std::string_view> all{"name", "tier", "year", "how"};
  return all;
}

const std::string* text_in(const Value& recognition, std::string_view key) {
  const Value* member = recognition.find(key);
  return member != nullptr && member->is(Kind::text) ? &member->as_text() : nullptr;
}

std::optional<int> year_in(const Value& recognition) {
  const Value* year = recognition.find("year");
  if (year == nullptr || !year->is(Kind::number)) return std::nullopt;
  return static_cast<int>(year->as_number());
}

bool says(const Value& recognition, std::string_view key, std::string_view text) {
  const std::string* member = text_in(recognition, key);
  return member != nullptr && *member == text;
}

ReadAnswer read_answer(const ProfileField& field, const Value& given, SpellingBudget* spelling) {
  if (given.is_nothing()) return {};
  switch (field.type) {
    case ProfileType::boolean:
      if (!given.is(Kind::boolean)) return wrong_type(field, msg::a_yes_or_no{}, given);
      return {given, std::nullopt};
    case ProfileType::recognition:
      return read_recognitions(field, given, spelling);
    case ProfileType::number:
      if (given.is(Kind::number)) return {given, std::nullopt};
      if (!given.is(Kind::text)) return wrong_type(field, msg::a_plain_number{}, given);
      return from_constant(field, ConstantType::number, given.as_text(), field.choices, spelling);
    case ProfileType::money:
    case ProfileType::rate:
    case ProfileType::date:
    case ProfileType::choice:
      if (!given.is(Kind::text)) return wrong_type(field, msg::a_text_in_quotes{}, given);
      return from_constant(field, constant_type(field.type), given.as_text(), field.choices,
                           spelling);
  }
  return {};
}

std::string answer_text(const ProfileField& field, const Value& answer) {
  switch (answer.kind()) {
    case Kind::boolean:
      return answer.as_boolean() ? "是" : "否";
    case Kind::text:
      return answer.as_text();
    case Kind::number:
      return number_text(field, answer.as_number());
    case Kind::list: {
      std::string all;
      for (const Value& item : answer.items()) {
        all += (all.empty() ? "" : "；") + recognition_text(item);
      }
      return all.empty() ? "无" : all;
    }
    default:
      return {};
  }
}

Answers read_profile(const json::Value& given, const model::RecordList<ProfileField>& profile,
                     const Locate& locate, Diagnostics& problems) {
  Answers answers(profile.size());
  if (!given.is(json::Kind::object)) {
    problems.add(problem(msg::profile_no_object{}, locate(given.at())));
    return answers;
  }
  SpellingBudget spelling;
  for (const json::Member& member : given.members()) {
    const auto field = find_field(profile, member.name);
    if (field == profile.end()) {
      std::vector<std::string_view> ids;
      for (const ProfileField& one : profile) ids.push_back(one.id);
      for (const ProfileField& one : profile) ids.push_back(one.label);
      Diagnostic found =
          problem(msg::profile_unknown_field{.field = member.name}, locate(member.name_at));
      found.suggestion = nearest(member.name, ids, spelling);
      problems.add(std::move(found));
      continue;
    }
    ReadAnswer read = read_answer(*field, logic::value_of(member.value), &spelling);
    if (read.fault) {
      const auto found = find_token(member.value, read.fault->token);
      problems.add(read.fault->at(locate(found.value_or(member.value.at()))));
    }
    answers[static_cast<std::size_t>(field - profile.begin())] = std::move(read.value);
  }
  return answers;
}

}  // namespace huice::match
