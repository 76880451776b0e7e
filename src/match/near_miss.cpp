// SPDX-License-Identifier: Apache-2.0
// Candidates come from the rules themselves: the constants a number is compared with, the choices
// of a field, the recognitions a rule names. Each is tried; the rules decide.
#include "match/near_miss.h"

#include <algorithm>
#include <cmath>

namespace huice::match {
namespace {

using logic::Kind;
using logic::Value;
using model::ProfileField;
using model::ProfileType;

struct Constants {
  std::vector<double> numbers;
  std::vector<std::string> texts;
};

void collect(const Value& rule, Constants& out) {
  if (rule.is(Kind::number)) out.numbers.push_back(rule.as_number());
  if (rule.is(Kind::text)) out.texts.push_back(rule.as_text());
  if (rule.is(Kind::list)) {
    for (const Value& item : rule.items()) collect(item, out);
  }
  if (rule.is(Kind::object)) {
    for (const auto& member : rule.members()) collect(member.second, out);
  }
}

/// Those of `words` that a rule names; one empty word where it names none.
std::vector<std::string> named(const Constants& constants,
                               const std::vector<std::string_view>& words) {
  std::vector<std::string> found;
  for (const std::string_view word : words) {
    const auto& texts = constants.texts;
    if (std::find(texts.begin(), texts.end(), word) != texts.end()) found.emplace_back(word);
  }
  if (found.empty()) found.emplace_back();
  return found;
}

Value recognition(const std::string& name, const std::string& tier, const std::string& how,
                  int year) {
  std::vector<Value::Member> members;
  members.reserve(recognition_keys().size());
  members.emplace_back("name", Value::text(name));
  if (!tier.empty()) members.emplace_back("tier", Value::text(tier));
  members.emplace_back("year", Value::number(year));
  if (!how.empty()) members.emplace_back("how", Value::text(how));
  return Value::object(std::move(members));
}

bool has(const Value& recognitions, const std::string& name) {
  if (!recognitions.is(Kind::list)) return false;
  return std::any_of(recognitions.items().begin(), recognitions.items().end(),
                     [&name](const Value& one) { return says(one, "name", name); });
}

std::vector<std::string_view> lowest_tier_first() {
  return {recognition_tiers().rbegin(), recognition_tiers().rend()};
}

// One recognition more than there are: each kind the rule names, in this year. Nobody is
// recognised again who never was, and where an enterprise came from is not what it does.
void add_recognitions(const ProfileField& field, const Constants& constants, const Value& now,
                      int year, std::vector<Value>& out) {
  const std::vector<std::string_view> names(field.choices.begin(), field.choices.end());
  for (const std::string& name : named(constants, names)) {
    for (const std::string& tier : named(constants, lowest_tier_first())) {
      for (const std::string& how : named(constants, recognition_ways())) {
        if (name.empty() || how == kMovedIn || (how == kAgain && !has(now, name))) continue;
        std::vector<Value> items;
        if (now.is(Kind::list)) items = now.items();
        items.push_back(recognition(name, tier, how, year));
        out.push_back(Value::list(std::move(items)));
      }
    }
  }
}

std::vector<Value> candidates(const ProfileField& field, const Constants& constants,
                              const Value& now, int year) {
  std::vector<Value> out;
  switch (field.type) {
    case ProfileType::boolean:
      return {Value::boolean(true), Value::boolean(false)};
    case ProfileType::number:
    case ProfileType::money:
    case ProfileType::rate:
      for (const double number : constants.numbers) {
        for (const double near : {number, number + 1, number - 1}) {
          if (near >= 0) out.push_back(Value::number(near));
        }
      }
      return out;
    case ProfileType::choice:
      for (const std::string& choice : field.choices) out.push_back(Value::text(choice));
      return out;
    case ProfileType::date:
      for (const std::string& text : constants.texts) {
        if (model::Date::parse(text)) out.push_back(Value::text(text));
      }
      return out;
    case ProfileType::recognition:
      add_recognitions(field, constants, now, year, out);
      return out;
  }
  return out;
}

constexpr double kOfAnotherKind = 1e18;  // after every number

// How many choices lie between two, where both are choices: they stand in their order.
double steps_between(const ProfileField& field, const Value& from, const Value& to) {
  if (!from.is(Kind::text) || !to.is(Kind::text)) return 0;
  const auto& choices = field.choices;
  const auto a = std::find(choices.begin(), choices.end(), from.as_text());
  const auto b = std::find(choices.begin(), choices.end(), to.as_text());
  return static_cast<double>(std::abs(a - b));
}

double distance(const ProfileField& field, const Value& from, const Value& to) {
  if (!from.is(Kind::number) || !to.is(Kind::number)) {
    return kOfAnotherKind + kOfAnotherKind * steps_between(field, from, to);
  }
  return std::fabs(to.as_number() - from.as_number()) / std::max(1.0, std::fabs(from.as_number()));
}

// What only an office's judgement keeps from being a yes.
bool is_enough(const Result& after) {
  if (after.verdict == Verdict::yes) return true;
  return std::none_of(after.cautions.begin(), after.cautions.end(), [](Caution caution) {
    return caution == Caution::other_region || caution == Caution::region_unanswered ||
           caution == Caution::earlier || caution == Caution::no_requirements;
  });
}

}  // namespace

std::optional<NearMiss> near_miss(const Plan& plan, const Result& result, const Answers& answers) {
  if (result.verdict != Verdict::no) return std::nullopt;
  if (std::any_of(result.cautions.begin(), result.cautions.end(), closes)) return std::nullopt;
  const PlannedMeasure& measure = *result.measure;
  Constants constants;
  std::vector<std::size_t> fields;
  for (std::size_t i = 0; i < measure.requirements.size(); ++i) {
    const auto& rule = measure.requirements[i].condition.rule;
    if (result.requirements[i].verdict != Verdict::no || !rule) continue;
    collect(measure.requirements[i].condition.json, constants);
    for (const std::string& name : plan.rules().rule(*rule).variables()) {
      if (const auto field = plan.field(name)) fields.push_back(*field);
    }
  }
  std::sort(fields.begin(), fields.end());
  fields.erase(std::unique(fields.begin(), fields.end()), fields.end());
  std::optional<NearMiss> best;
  double least = 0;
  for (const std::size_t field : fields) {
    const ProfileField& about = plan.profile()[field];
    if (about.fixed) continue;
    Answers changed = answers;
    for (const Value& to : candidates(about, constants, answers[field], plan.as_of().year())) {
      const double far = distance(about, answers[field], to);
      if (best && far >= least) continue;
      changed[field] = to;
      logic::Decisions decisions(plan.rules(), changed);
      if (!meets_rules(measure, decisions)) continue;
      Result after = match(plan, measure, decisions);
      if (!is_enough(after)) continue;
      best = NearMiss{field, answers[field], to, std::move(after)};
      least = far;
    }
  }
  return best;
}

}  // namespace huice::match
