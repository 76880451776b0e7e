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
using model::ProfileChange;
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

// Of the plan's day, so that it is surely later than what counts only from some day on.
Value recognition(const std::string& name, const std::string& tier, const std::string& how,
                  const model::Date& day) {
  std::vector<Value::Member> members;
  members.reserve(5);
  members.emplace_back("name", Value::text(name));
  if (!tier.empty()) members.emplace_back("tier", Value::text(tier));
  members.emplace_back("year", Value::number(day.year()));
  if (!how.empty()) members.emplace_back("how", Value::text(how));
  members.emplace_back("date", Value::text(day.iso()));
  return Value::object(std::move(members));
}

// How high the tier is, from 0; that of a recognition without one is not known, and counts as the
// lowest.
int height(const ProfileField& field, std::string_view tier) {
  const auto& tiers = recognition_tiers(field);
  const auto found = std::find(tiers.rbegin(), tiers.rend(), tier);
  return found == tiers.rend() ? 0 : static_cast<int>(found - tiers.rbegin());
}

/// The highest tier at which the name was recognised; nothing where it never was.
std::optional<int> reached(const ProfileField& field, const Value& recognitions,
                           const std::string& name) {
  std::optional<int> highest;
  for (const Value& one : recognitions.items()) {
    if (!says(one, "name", name)) continue;
    const std::string* tier = text_in(one, "tier");
    highest = std::max(highest.value_or(0), tier != nullptr ? height(field, *tier) : 0);
  }
  return highest;
}

// Whether who has those recognitions can be recognised so next. Nobody is recognised again who
// never was, and where an enterprise came from is not what it does.
bool can_follow(const ProfileField& field, const Value& now, const std::string& name,
                const std::string& tier, const std::string& how) {
  if (name.empty() || how == kMovedIn) return false;
  const auto own = reached(field, now, name);
  if (how == kAgain && !own) return false;
  if (own) return tier.empty() || height(field, tier) <= *own + 1;
  const auto step = std::find(field.steps.begin(), field.steps.end(), name);
  if (step == field.steps.end()) return true;
  if (step == field.steps.begin())
    return tier.empty() || height(field, tier) <= height(field, kCityTier);
  const auto before = reached(field, now, *(step - 1));
  return before && (tier.empty() || height(field, tier) <= *before + 1);
}

// One recognition more than there are: each kind the rule names.
void add_recognitions(const ProfileField& field, const Constants& constants, const Value& now,
                      const model::Date& day, std::vector<Value>& out) {
  const std::vector<std::string_view> names(field.choices.begin(), field.choices.end());
  const auto& highest_first = recognition_tiers(field);
  const std::vector<std::string_view> tiers(highest_first.rbegin(), highest_first.rend());
  for (const std::string& name : named(constants, names)) {
    for (const std::string& tier : named(constants, tiers)) {
      for (const std::string& how : named(constants, recognition_ways())) {
        if (!can_follow(field, now, name, tier, how)) continue;
        std::vector<Value> items = now.items();
        items.push_back(recognition(name, tier, how, day));
        out.push_back(Value::list(std::move(items)));
      }
    }
  }
}

bool goes(const ProfileField& field, bool up) {
  const auto change = field.change;
  return change == ProfileChange::either ||
         change == (up ? ProfileChange::up : ProfileChange::down);
}

// What is nothing does not grow by a share of itself, whatever the share.
bool is_within_reach(const ProfileField& field, double from, double to) {
  if (from <= 0 || from == to || !goes(field, to > from)) return false;
  if (!field.reach) return true;
  const double share = field.reach->value().approximate() / 100;
  return std::fabs(to - from) <= from * share;
}

void add_numbers(const ProfileField& field, const Constants& constants, const Value& now,
                 std::vector<Value>& out) {
  for (const double number : constants.numbers) {
    for (const double near : {number, number + 1, number - 1}) {
      if (near >= 0 && is_within_reach(field, now.as_number(), near)) {
        out.push_back(Value::number(near));
      }
    }
  }
}

// The choices beside the one it is.
void add_choices(const ProfileField& field, const Value& now, std::vector<Value>& out) {
  const auto& choices = field.choices;
  const auto at = std::find(choices.begin(), choices.end(), now.as_text());
  if (at == choices.end()) return;
  if (goes(field, true) && at + 1 != choices.end()) out.push_back(Value::text(*(at + 1)));
  if (goes(field, false) && at != choices.begin()) out.push_back(Value::text(*(at - 1)));
}

void add_days(const ProfileField& field, const Constants& constants, const Value& now,
              std::vector<Value>& out) {
  for (const std::string& text : constants.texts) {
    const bool later = text > now.as_text();
    if (text != now.as_text() && model::Date::parse(text) && goes(field, later)) {
      out.push_back(Value::text(text));
    }
  }
}

std::vector<Value> candidates(const ProfileField& field, const Constants& constants,
                              const Value& now, const model::Date& day) {
  std::vector<Value> out;
  if (field.change == ProfileChange::none) return out;
  switch (now.kind()) {
    case Kind::boolean:
      if (goes(field, !now.as_boolean())) out.push_back(Value::boolean(!now.as_boolean()));
      return out;
    case Kind::number:
      add_numbers(field, constants, now, out);
      return out;
    case Kind::text:
      if (field.type == ProfileType::choice) add_choices(field, now, out);
      if (field.type == ProfileType::date) add_days(field, constants, now, out);
      return out;
    case Kind::list:
      if (goes(field, true)) add_recognitions(field, constants, now, day, out);
      return out;
    default:
      return out;
  }
}

constexpr double kOfAnotherKind = 1e18;  // after every number

double distance(const Value& from, const Value& to) {
  if (!from.is(Kind::number) || !to.is(Kind::number)) return kOfAnotherKind;
  return std::fabs(to.as_number() - from.as_number()) / std::max(1.0, std::fabs(from.as_number()));
}

// What only an office's judgement keeps from being a yes.
bool is_enough(const Result& after) {
  if (after.verdict == Verdict::yes) return true;
  return std::none_of(after.cautions.begin(), after.cautions.end(), [](Caution caution) {
    return caution >= Caution::other_region && caution <= Caution::no_requirements;
  });
}

// A recognition that may come has no day yet.
Value without_days(const Value& to) {
  if (!to.is(Kind::list) || to.items().empty()) return to;
  std::vector<Value> items = to.items();
  std::vector<Value::Member> members;
  for (const Value::Member& member : items.back().members()) {
    if (member.first != "date") members.push_back(member);
  }
  items.back() = Value::object(std::move(members));
  return Value::list(std::move(items));
}

// What the requirements that are not met are set against, and the fields they read.
void collect(const Condition& condition, Constants& constants, std::vector<std::size_t>& fields) {
  if (!condition.rule) return;
  collect(condition.json, constants);
  fields.insert(fields.end(), condition.fields.begin(), condition.fields.end());
}

}  // namespace

std::optional<NearMiss> near_miss(const Plan& plan, const Result& result, const Answers& answers) {
  if (result.verdict != Verdict::no) return std::nullopt;
  if (std::any_of(result.cautions.begin(), result.cautions.end(), closes)) return std::nullopt;
  const PlannedMeasure& measure = *result.measure;
  Constants constants;
  std::vector<std::size_t> fields;
  for (std::size_t i = 0; i < measure.requirements.size(); ++i) {
    if (result.requirements[i].verdict != Verdict::no) continue;
    for (const Condition& reading : measure.requirements[i].readings) {
      collect(reading, constants, fields);
    }
  }
  std::sort(fields.begin(), fields.end());
  fields.erase(std::unique(fields.begin(), fields.end()), fields.end());
  std::optional<NearMiss> best;
  double least = 0;
  for (const std::size_t field : fields) {
    const ProfileField& about = plan.profile()[field];
    Answers changed = answers;
    for (const Value& to : candidates(about, constants, answers[field], plan.as_of())) {
      const double far = distance(answers[field], to);
      if (best && far >= least) continue;
      changed[field] = to;
      Applicant applicant(plan, changed);
      if (!meets_rules(measure, applicant)) continue;
      Result after = match(plan, measure, applicant);
      if (!is_enough(after)) continue;
      best = NearMiss{field, answers[field], without_days(to), std::move(after)};
      least = far;
    }
  }
  return best;
}

}  // namespace huice::match
