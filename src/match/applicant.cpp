// SPDX-License-Identifier: Apache-2.0
#include "match/applicant.h"

#include <algorithm>
#include <utility>

namespace huice::match {
namespace {

using logic::Kind;
using logic::Value;

/// What keeps a recognition from surely counting on the day.
struct Doubt {
  bool ended = false;   ///< its last day is over
  bool lapsed = false;  ///< its last day is not said, and its usual term is over, or may be
  bool later = false;   ///< it lies ahead
};

std::optional<model::Date> day_of(const Value& item, std::string_view key) {
  const Value* day = item.find(key);
  if (day == nullptr || !day->is(Kind::text)) return std::nullopt;
  return model::Date::parse(day->as_text());
}

std::optional<int> year_of(const Value& item) {
  const Value* year = item.find("year");
  if (year == nullptr || !year->is(Kind::number)) return std::nullopt;
  return static_cast<int>(year->as_number());
}

std::optional<int> term_of(const model::ProfileField& field, const Value& item) {
  for (const model::RecognitionTerm& term : field.terms) {
    if (says(item, "name", term.name)) return term.years;
  }
  return std::nullopt;
}

// Of a year alone, the last day of its term is not known: in that year it may be over.
bool has_lapsed(const model::ProfileField& field, const Value& item, const model::Date& as_of) {
  const auto term = term_of(field, item);
  const auto year = year_of(item);
  if (!term || !year) return false;
  const auto day = day_of(item, "date");
  if (!day || *year + *term != as_of.year()) return *year + *term <= as_of.year();
  return std::pair(day->month(), day->day()) <= std::pair(as_of.month(), as_of.day());
}

Doubt doubt_of(const model::ProfileField& field, const Value& item, const model::Date& as_of) {
  Doubt doubt;
  const auto until = day_of(item, "until");
  doubt.ended = until && *until < as_of;
  doubt.lapsed = !until && has_lapsed(field, item, as_of);
  const auto day = day_of(item, "date");
  doubt.later = day ? *day > as_of : year_of(item).value_or(0) > as_of.year();
  return doubt;
}

/// Which recognitions a way of reading the answers counts.
struct Way {
  bool ended = false;
  bool lapsed = true;
  bool later = true;
  bool moved = false;  ///< each also as one that was brought along
};

Value brought_along(const Value& item) {
  std::vector<Value::Member> members;
  for (const Value::Member& member : item.members()) {
    if (member.first != "how") members.push_back(member);
  }
  members.emplace_back("how", Value::text(std::string(kMovedIn)));
  return Value::object(std::move(members));
}

Value counted(const model::ProfileField& field, const Value& list, const model::Date& as_of,
              const Way& way) {
  std::vector<Value> items;
  for (const Value& item : list.items()) {
    const Doubt doubt = doubt_of(field, item, as_of);
    const bool counts =
        (way.ended || !doubt.ended) && (way.lapsed || !doubt.lapsed) && (way.later || !doubt.later);
    if (counts) items.push_back(item);
    if (counts && way.moved && !says(item, "how", kMovedIn)) items.push_back(brought_along(item));
  }
  return Value::list(std::move(items));
}

// Whether an answer says that there is something: a yes, a number, a day, a recognition.
bool affirms(const Value& answer) {
  switch (answer.kind()) {
    case Kind::boolean:
      return answer.as_boolean();
    case Kind::number:
      return answer.as_number() != 0;
    case Kind::list:
      return !answer.items().empty();
    case Kind::text:
      return model::Date::parse(answer.as_text()).has_value();
    default:
      return false;
  }
}

}  // namespace

struct Applicant::Row {
  Row(const logic::RuleSet& rules, std::span<const Value> answers) : decisions(rules, answers) {}
  Row(const logic::RuleSet& rules, Answers made) : own(std::move(made)), decisions(rules, own) {}

  Answers own;
  logic::Decisions decisions;
};

Applicant::~Applicant() = default;

Applicant::Applicant(const Plan& plan, const Answers& answers)
    : plan_(plan),
      given_(answers),
      first_(std::make_unique<Row>(plan.rules(), std::span<const Value>(answers))) {
  find_contradictions();
  leave_open();
  weigh_recognitions();
}

void Applicant::find_contradictions() {
  for (const Plan::OnlyIf& one : plan_.only_if()) {
    if (!affirms(given_[one.field])) continue;
    if (first_->decisions.verdict(*one.condition.rule) != Verdict::no) continue;
    Contradiction found{one.field, plan_.fields_of(*one.condition.rule)};
    blanks_.push_back({one.field, Caution::contradictory});
    for (const std::size_t other : found.others) blanks_.push_back({other, Caution::contradictory});
    contradictions_.push_back(std::move(found));
  }
}

void Applicant::leave_open() {
  for (const std::size_t field : plan_.past_days()) {
    const Value& answer = given_[field];
    const auto day = answer.is(Kind::text) ? model::Date::parse(answer.as_text()) : std::nullopt;
    if (day && *day > plan_.as_of()) blanks_.push_back({field, Caution::dated_later});
  }
  if (blanks_.empty()) return;
  Answers open = given_;
  for (const Blank& blank : blanks_) open[blank.field] = Value();
  first_ = std::make_unique<Row>(plan_.rules(), std::move(open));
}

void Applicant::weigh_recognitions() {
  const std::span<const Value> now = row();
  Doubt any;
  bool some = false;
  for (const std::size_t field : plan_.recognition_fields()) {
    if (!now[field].is(Kind::list)) continue;
    for (const Value& item : now[field].items()) {
      const Doubt doubt = doubt_of(plan_.profile()[field], item, plan_.as_of());
      any.ended = any.ended || doubt.ended;
      any.lapsed = any.lapsed || doubt.lapsed;
      any.later = any.later || doubt.later;
      some = some || !says(item, "how", kMovedIn);
    }
  }
  const auto& moved_in = plan_.moved_field();
  const bool moved =
      some && moved_in && now[*moved_in].is(Kind::boolean) && now[*moved_in].as_boolean();
  if (!any.ended && !any.lapsed && !any.later && !moved) return;
  const auto with = [&](const Way& way) {
    Answers made(now.begin(), now.end());
    for (const std::size_t field : plan_.recognition_fields()) {
      if (!made[field].is(Kind::list)) continue;
      made[field] = counted(plan_.profile()[field], made[field], plan_.as_of(), way);
    }
    return std::make_unique<Row>(plan_.rules(), std::move(made));
  };
  const auto add_others = [&](Side& side, const Way& all, bool lapses) {
    const auto add = [&](bool lapsed, bool later, std::vector<Caution> why) {
      Way way = all;
      way.lapsed = way.lapsed && !lapsed;
      way.later = !later;
      side.others.push_back({with(way), std::move(why)});
    };
    if (lapses) add(true, false, {Caution::lapsed});
    if (any.later) add(false, true, {Caution::dated_later});
    if (lapses && any.later) add(true, true, {Caution::lapsed, Caution::dated_later});
    Way brought = all;
    brought.moved = true;
    if (moved) side.others.push_back({with(brought), {Caution::moved_open}});
  };
  if (any.ended) being_.row = with({});
  add_others(being_, {}, any.lapsed);
  if (!any.ended && !any.lapsed) return;
  becoming_.emplace();
  add_others(*becoming_, {true, true, true, false}, false);
}

std::span<const Value> Applicant::row() const {
  return being_.row ? being_.row->decisions.row() : first_->decisions.row();
}

Applicant::Side& Applicant::side_of(const Condition& condition) {
  return condition.newly && becoming_ ? *becoming_ : being_;
}

Verdict Applicant::verdict(const Condition& condition) {
  Side& side = side_of(condition);
  const Verdict verdict = row_of(side).decisions.verdict(*condition.rule);
  for (const Other& other : side.others) {
    if (other.row->decisions.verdict(*condition.rule) != verdict) return Verdict::unknown;
  }
  return verdict;
}

std::vector<std::size_t> Applicant::missing(const Condition& condition) {
  if (verdict(condition) != Verdict::unknown) return {};
  Side& side = side_of(condition);
  std::vector<std::size_t> fields = row_of(side).decisions.missing(*condition.rule);
  if (row_of(side).decisions.verdict(*condition.rule) != Verdict::unknown) {
    const auto& recognitions = plan_.recognition_fields();
    for (const std::size_t field : plan_.fields_of(*condition.rule)) {
      if (std::find(recognitions.begin(), recognitions.end(), field) != recognitions.end()) {
        fields.push_back(field);
      }
    }
  }
  return fields;
}

void Applicant::add_doubts(const Condition& condition, Cautions& out) {
  if (!condition.rule || verdict(condition) != Verdict::unknown) return;
  Side& side = side_of(condition);
  const Verdict verdict = row_of(side).decisions.verdict(*condition.rule);
  for (const Other& other : side.others) {
    if (other.row->decisions.verdict(*condition.rule) == verdict) continue;
    for (const Caution why : other.why) out.add(why);
  }
  if (blanks_.empty()) return;
  const std::vector<std::size_t> read = plan_.fields_of(*condition.rule);
  for (const Blank& blank : blanks_) {
    if (std::find(read.begin(), read.end(), blank.field) != read.end()) out.add(blank.why);
  }
}

}  // namespace huice::match
