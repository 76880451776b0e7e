// SPDX-License-Identifier: Apache-2.0
#include "match/answers.h"

#include "base/spelling.h"
#include "logic/json.h"
#include "match/constants.h"
#include "model/decimal.h"
#include "model/money.h"

#include <algorithm>
#include <array>
#include <utility>

namespace huice::match {
namespace {

using logic::Kind;
using logic::Value;
using model::ProfileField;
using model::ProfileType;

ReadAnswer refuse(Code code, std::string_view token, std::vector<std::string> arguments,
                  std::string suggestion = {}) {
  return {{}, AnswerFault{code, std::string(token), std::move(arguments), std::move(suggestion)}};
}

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view kSpace = " \t\r\n";
  const std::size_t first = text.find_first_not_of(kSpace);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(kSpace) - first + 1);
}

ReadAnswer from_constant(const ProfileField& field, ConstantType type, std::string_view text) {
  auto read = read_constant(type, text, field.choices);
  if (const auto* value = std::get_if<Value>(&read)) return {*value, std::nullopt};
  ConstantFault& fault = std::get<ConstantFault>(read);
  fault.arguments.insert(fault.arguments.begin(), field.id);
  return refuse(fault.code, text, std::move(fault.arguments), std::move(fault.suggestion));
}

ReadAnswer wrong_type(const ProfileField& field, std::string_view wanted, const Value& given) {
  return refuse(Code::answer_wrong_type, {},
                {field.id, std::string(wanted), logic::to_json(given).value_or("")});
}

// One member of a recognition. The year is a number, the other three are texts of closed lists.
ReadAnswer read_part(const ProfileField& field, std::string_view key, const Value& given) {
  if (given.is_nothing()) return {};
  if (key == "year") {
    const bool year = given.is(Kind::number) && given.as_number() >= 1949 &&
                      given.as_number() <= 2999 &&
                      given.as_number() == static_cast<double>(static_cast<int>(given.as_number()));
    if (!year) return wrong_type(field, "a year like 2022", given);
    return {given, std::nullopt};
  }
  if (!given.is(Kind::text)) return wrong_type(field, "a text", given);
  ProfileField part = field;
  if (key == "tier") part.choices.assign(recognition_tiers().begin(), recognition_tiers().end());
  if (key == "how") part.choices.assign(recognition_ways().begin(), recognition_ways().end());
  return from_constant(part, ConstantType::choice, given.as_text());
}

ReadAnswer read_recognition(const ProfileField& field, const Value& given) {
  if (!given.is(Kind::object)) return wrong_type(field, "an object with “name”", given);
  std::vector<Value::Member> members;
  for (const auto& [key, value] : given.members()) {
    const auto& keys = recognition_keys();
    if (std::find(keys.begin(), keys.end(), key) == keys.end()) {
      return refuse(Code::unknown_key, key, {"recognition", key},
                    std::string(nearest(key, {keys.begin(), keys.end()})));
    }
    ReadAnswer part = read_part(field, key, value);
    if (part.fault) return part;
    if (!part.value.is_nothing()) members.emplace_back(key, std::move(part.value));
  }
  if (given.find("name") == nullptr)
    return refuse(Code::missing_key, {}, {"recognition", "name", "what was recognised"});
  return {Value::object(std::move(members)), std::nullopt};
}

ReadAnswer read_recognitions(const ProfileField& field, const Value& given) {
  if (!given.is(Kind::list)) return wrong_type(field, "a list, [] where there is none", given);
  std::vector<Value> items;
  for (const Value& item : given.items()) {
    ReadAnswer read = read_recognition(field, item);
    if (read.fault) return read;
    items.push_back(std::move(read.value));
  }
  return {Value::list(std::move(items)), std::nullopt};
}

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
    parts.push_back(trimmed(text.substr(start, end - start)));
    if (size == 0) return parts;
    start = end + size;
  }
}

// What a detail of a recognition tells: a year by its digits, the other two by their closed lists.
std::string_view key_of(std::string_view detail) {
  const auto& ways = recognition_ways();
  if (model::Decimal::parse(detail)) return "year";
  return std::find(ways.begin(), ways.end(), detail) == ways.end() ? "tier" : "how";
}

/// The two halves of “高新技术企业（国家级，2022）”; the second is empty where there is none. Names
/// may hold parentheses themselves: 企业技术（研发）中心.
std::pair<std::string_view, std::string_view> name_and_details(std::string_view text) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 2> kPairs{
      {{"（", "）"}, {"(", ")"}}};
  for (const auto& [opening, closing] : kPairs) {
    const std::size_t open = text.rfind(opening);
    if (!text.ends_with(closing) || open == std::string_view::npos) continue;
    const std::size_t from = open + opening.size();
    return {trimmed(text.substr(0, open)), text.substr(from, text.size() - closing.size() - from)};
  }
  return {text, {}};
}

// “高新技术企业（国家级，2022，首次认定）”.
Value recognition_of(const ProfileField& field, std::string_view text) {
  const auto& choices = field.choices;
  const bool whole = std::find(choices.begin(), choices.end(), text) != choices.end();
  const auto [name, details] = whole ? std::pair(text, std::string_view()) : name_and_details(text);
  std::vector<Value::Member> members;
  members.emplace_back("name", Value::text(std::string(name)));
  for (std::string_view detail : split(details, {"，", "、", ","})) {
    if (detail.ends_with("年")) detail = trimmed(detail.substr(0, detail.size() - 3));
    if (detail.empty()) continue;
    const std::string_view key = key_of(detail);
    const auto year = key == "year" ? model::Decimal::parse(detail) : std::nullopt;
    members.emplace_back(std::string(key), year ? Value::number(year->approximate())
                                                : Value::text(std::string(detail)));
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

std::string decimal_text(std::int64_t value, int scale) {
  for (; scale > 0 && value % 10 == 0; --scale) value /= 10;
  return model::Decimal(value, scale).text();
}

std::string number_text(const ProfileField& field, double number) {
  const auto whole = static_cast<std::int64_t>(number);
  if (field.type == ProfileType::money) return model::Money::of_fen(whole).text();
  if (field.type == ProfileType::rate) return decimal_text(whole, 4) + "%";
  const bool is_whole = static_cast<double>(whole) == number;
  const Value shown = is_whole ? Value::number(static_cast<double>(whole)) : Value::number(number);
  return logic::to_json(shown).value_or("") + field.unit;
}

std::string recognition_text(const Value& item) {
  std::string details;
  for (const std::string_view key : recognition_keys()) {
    const Value* part = item.find(key);
    if (key == "name" || part == nullptr) continue;
    const std::string text = part->is(Kind::number)
                                 ? decimal_text(static_cast<std::int64_t>(part->as_number()), 0)
                                 : part->as_text();
    details += (details.empty() ? "" : "，") + text;
  }
  const Value* name = item.find("name");
  return (name == nullptr ? "" : name->as_text()) + (details.empty() ? "" : "（" + details + "）");
}

constexpr std::array<std::pair<std::string_view, bool>, 6> kAnswers{{{"是", true},
                                                                     {"否", false},
                                                                     {"true", true},
                                                                     {"false", false},
                                                                     {"TRUE", true},
                                                                     {"FALSE", false}}};

ReadAnswer read_text(const ProfileField& field, std::string_view text) {
  if (text.empty()) return {};
  if (field.type == ProfileType::recognition) {
    return read_recognitions(field, recognitions_of(field, text));
  }
  if (field.type != ProfileType::boolean)
    return from_constant(field, constant_type(field.type), text);
  for (const auto& [word, value] : kAnswers) {
    if (word == text) return {Value::boolean(value), std::nullopt};
  }
  return refuse(Code::unknown_choice, text, {field.id, std::string(text), "是, 否"});
}

}  // namespace

Diagnostic AnswerFault::at(Location where) const {
  Diagnostic found = problem(code, std::move(where), arguments);
  found.suggestion = suggestion;
  return found;
}

const std::vector<std::string_view>& recognition_tiers() {
  static const std::vector<std::string_view> all{"国家级", "自治区级", "市级", "旗区级"};
  return all;
}

const std::vector<std::string_view>& recognition_ways() {
  static const std::vector<std::string_view> all{"首次认定", "再次认定", "整体迁入"};
  return all;
}

const std::vector<std::string_view>& recognition_keys() {
  static const std::vector<std::string_view> all{"name", "tier", "year", "how"};
  return all;
}

ReadAnswer read_answer(const ProfileField& field, const Value& given) {
  if (given.is_nothing()) return {};
  switch (field.type) {
    case ProfileType::boolean:
      if (!given.is(Kind::boolean)) return wrong_type(field, "true or false", given);
      return {given, std::nullopt};
    case ProfileType::recognition:
      return read_recognitions(field, given);
    case ProfileType::number:
      if (given.is(Kind::number)) return {given, std::nullopt};
      if (!given.is(Kind::text)) return wrong_type(field, "a number", given);
      return from_constant(field, ConstantType::number, given.as_text());
    case ProfileType::money:
    case ProfileType::rate:
    case ProfileType::date:
    case ProfileType::choice:
      if (!given.is(Kind::text)) return wrong_type(field, "a text in quotes", given);
      return from_constant(field, constant_type(field.type), given.as_text());
  }
  return {};
}

ReadAnswer read_cell(const ProfileField& field, std::string_view cell) {
  ReadAnswer read = read_text(field, trimmed(cell));
  // People know a column by its label.
  if (read.fault && read.fault->arguments.front() == field.id) {
    read.fault->arguments.front() = field.label;
  }
  return read;
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

Answers read_profile(std::string_view json, const std::vector<ProfileField>& profile,
                     const Locate& locate, Diagnostics& problems) {
  Answers answers(profile.size());
  const auto parsed = logic::parse_json(json);
  const Value* object = std::get_if<Value>(&parsed);
  if (object == nullptr || !object->is(Kind::object)) {
    problems.add(problem(Code::profile_no_object, locate({})));
    return answers;
  }
  for (const auto& [key, value] : object->members()) {
    const auto same = [&key = key](const ProfileField& field) { return field.id == key; };
    const auto field = std::find_if(profile.begin(), profile.end(), same);
    if (field == profile.end()) {
      std::vector<std::string_view> ids;
      for (const ProfileField& one : profile) ids.push_back(one.id);
      Diagnostic found = problem(Code::profile_unknown_field, locate(key), {key});
      found.suggestion = nearest(key, ids);
      problems.add(std::move(found));
      continue;
    }
    ReadAnswer read = read_answer(*field, value);
    if (read.fault)
      problems.add(read.fault->at(locate(read.fault->token.empty() ? key : read.fault->token)));
    answers[static_cast<std::size_t>(field - profile.begin())] = std::move(read.value);
  }
  return answers;
}

}  // namespace huice::match
