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

/// The plan's day, as answers have days.
struct Today {
  explicit Today(const model::Date& day) : text(day.iso()), year(day.year()) {}
  std::string text;
  int year;
};

std::optional<int> term_of(const model::ProfileField& field, const Value& item) {
  for (const model::RecognitionTerm& term : field.terms) {
    if (says(item, "name", term.name)) return term.years;
  }
  return std::nullopt;
}

// Of a year alone, the last day of its term is not known: in that year it may be over.
bool has_lapsed(const model::ProfileField& field, const Value& item, const Today& today) {
  const auto term = term_of(field, item);
  const auto year = year_in(item);
  if (!term || !year) return false;
  const std::string* date = text_in(item, "date");
  if (date == nullptr || *year + *term != today.year) return *year + *term <= today.year;
  constexpr std::size_t kMonth = 5;  // 2025-07-20
  return date->compare(kMonth, std::string::npos, today.text, kMonth, std::string::npos) <= 0;
}

Doubt doubt_of(const model::ProfileField& field, const Value& item, const Today& today) {
  Doubt doubt;
  const std::string* until = text_in(item, "until");
  doubt.ended = until != nullptr && *until < today.text;
  doubt.lapsed = until == nullptr && has_lapsed(field, item, today);
  const std::string* date = text_in(item, "date");
  doubt.later = date != nullptr ? *date > today.text : year_in(item).value_or(0) > today.year;
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
  // Of a name that is there twice, the last counts.
  std::vector<Value::Member> members(item.members().begin(), item.members().end());
  members.emplace_back("how", Value::text(std::string(kMovedIn)));
  return Value::object(std::move(members));
}

Value counted(const model::ProfileField& field, const Value& list, const Today& today,
              const Way& way) {
  std::vector<Value> items;
  for (const Value& item : list.items()) {
    const Doubt doubt = doubt_of(field, item, today);
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

bool may_have_brought(const Plan& plan, std::span<const Value> answers) {
  if (!plan.moved_field()) return false;
  const Value& moved = answers[*plan.moved_field()];
  if (!moved.is(Kind::boolean) || !moved.as_boolean()) return false;
  const auto& fields = plan.recognition_fields();
  return std::any_of(fields.begin(), fields.end(), [&answers](std::size_t field) {
    if (!answers[field].is(Kind::list)) return false;
    const auto& items = answers[field].items();
    return std::any_of(items.begin(), items.end(),
                       [](const Value& item) { return !says(item, "how", kMovedIn); });
  });
}

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
    Contradiction found{one.field, one.condition.fields};
    blanks_.push_back({one.field, Caution::contradictory});
    for (const std::size_t other : found.others) blanks_.push_back({other, Caution::contradictory});
    contradictions_.push_back(std::move(found));
  }
}

void Applicant::leave_open() {
  const std::string today = plan_.as_of().iso();
  for (const std::size_t field : plan_.past_days()) {
    const Value& answer = given_[field];
    if (answer.is(Kind::text) && answer.as_text() > today) {
      blanks_.push_back({field, Caution::dated_later});
    }
  }
  if (blanks_.empty()) return;
  Answers open = given_;
  for (const Blank& blank : blanks_) open[blank.field] = Value();
  first_ = std::make_unique<Row>(plan_.rules(), std::move(open));
}

void Applicant::weigh_recognitions() {
  const std::span<const Value> now = row();
  const Today today(plan_.as_of());
  Doubt any;
  for (const std::size_t field : plan_.recognition_fields()) {
    if (!now[field].is(Kind::list)) continue;
    for (const Value& item : now[field].items()) {
      const Doubt doubt = doubt_of(plan_.profile()[field], item, today);
      any.ended = any.ended || doubt.ended;
      any.lapsed = any.lapsed || doubt.lapsed;
      any.later = any.later || doubt.later;
    }
  }
  const bool moved = may_have_brought(plan_, now);
  if (!any.ended && !any.lapsed && !any.later && !moved) return;
  const auto with = [&](const Way& way) {
    Answers made(now.begin(), now.end());
    for (const std::size_t field : plan_.recognition_fields()) {
      if (!made[field].is(Kind::list)) continue;
      made[field] = counted(plan_.profile()[field], made[field], today, way);
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
  if (!condition.of_recognitions) return plain_;
  return condition.newly && becoming_ ? *becoming_ : being_;
}

Verdict Applicant::verdict(const Condition& condition) {
  if (!condition.rule) return Verdict::unknown;
  Side& side = side_of(condition);
  const Verdict verdict = row_of(side).decisions.verdict(*condition.rule);
  for (const Other& other : side.others) {
    if (other.row->decisions.verdict(*condition.rule) != verdict) return Verdict::unknown;
  }
  return verdict;
}

std::vector<std::size_t> Applicant::missing(const Condition& condition) {
  if (!condition.rule || verdict(condition) != Verdict::unknown) return {};
  Side& side = side_of(condition);
  std::vector<std::size_t> fields = row_of(side).decisions.missing(*condition.rule);
  if (row_of(side).decisions.verdict(*condition.rule) != Verdict::unknown) {
    const auto& recognitions = plan_.recognition_fields();
    for (const std::size_t field : condition.fields) {
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
  const auto& read = condition.fields;
  for (const Blank& blank : blanks_) {
    if (std::find(read.begin(), read.end(), blank.field) != read.end()) out.add(blank.why);
  }
}

}  // namespace huice::match
