// SPDX-License-Identifier: Apache-2.0
#include "derive/status.h"

#include "derive/precedence.h"

#include <algorithm>

namespace huice::derive {
namespace {

using model::Date;
using model::Policy;

// When its text was first known, for one that is only named elsewhere.
std::optional<Date> known_on(const Policy& policy) {
  return policy.dates.signed_on ? policy.dates.signed_on : policy.dates.known_on;
}

// Whether nobody knew of the text by that day, or it cannot have begun.
bool is_to_come(const Policy& policy, const Date& as_of) {
  const auto known = known_on(policy);
  const auto first = start_of(policy).earliest;
  return (known && as_of < *known) || (first && as_of < *first);
}

// What a status is asked of: a text, or a place in it.
struct Subject {
  const Policy& policy;
  std::optional<model::ProvisionRef> place{};  ///< none: the whole text
};

// The newest by the day it was signed; one without a day counts as older than all that have one. A
// text of which some articles are replaced or repealed is changed; those articles themselves end.
void set_newer(Status& status, const Subject& of, const Indexes& indexes, const Date& as_of) {
  for (const Change& one : indexes.changes(of.policy.id)) {
    const bool changes =
        one.ends() ? !of.place && !one.concerns({}) : !of.place || one.concerns(of.place);
    if (!changes || is_to_come(*one.policy, as_of)) continue;
    if (status.newer != nullptr && known_on(*one.policy) < known_on(*status.newer)) continue;
    status.newer = one.policy;
    status.newer_kind = one.kind;
  }
}

// Whether it neither holds nor may hold on that day.
bool is_closed(Force force) {
  return force == Force::not_yet || force == Force::expired || force == Force::superseded ||
         force == Force::repealed || force == Force::set_aside;
}

// The days between which something holds, where they differ from its text's.
struct Span {
  std::optional<Date> from;
  std::optional<Date> to;
  bool has_words = false;  ///< the text says how long
};

Span span_of(const model::Measure& measure) {
  const auto& own = measure.validity;
  return own ? Span{own->from, own->to, !own->phrase.empty()} : Span{};
}

// Calls visit(text) for each that says it replaces (or repeals) it: all of its text, or the place.
template <class Visit>
void each_ender(model::RelationKind kind, const Subject& of, const Indexes& indexes,
                const Visit& visit) {
  for (const Change& one : indexes.changes(of.policy.id)) {
    if (one.kind == kind && one.concerns(of.place)) visit(one.policy);
  }
}

// What has put an end to it by that day; of several ends the earliest.
std::optional<Status> ended(const Subject& of, const std::optional<Date>& last,
                            const Indexes& indexes, const Date& as_of) {
  std::optional<Status> first;
  const auto consider = [&](Force force, const Policy* by, const std::optional<Date>& day) {
    if (!day || as_of < *day || (first && *first->day <= *day)) return;
    first = Status{.force = force, .successor = by, .day = day};
  };
  each_ender(model::RelationKind::supersedes, of, indexes, [&](const Policy* next) {
    consider(Force::superseded, next, start_of(*next).confirmed);
  });
  each_ender(model::RelationKind::repeals, of, indexes, [&](const Policy* repealer) {
    consider(Force::repealed, repealer, start_of(*repealer).confirmed);
  });
  if (last) consider(Force::expired, nullptr, last->plus_days(1));
  return first;
}

// The first of the texts that end it that there is by that day, and of which nobody has confirmed
// since when.
const Policy* open_ender(model::RelationKind kind, const Subject& of, const Indexes& indexes,
                         const Date& as_of) {
  const Policy* first = nullptr;
  each_ender(kind, of, indexes, [&](const Policy* text) {
    if (first == nullptr && !start_of(*text).confirmed && !is_to_come(*text, as_of)) first = text;
  });
  return first;
}

// The text's status, or that of something with days of its own in it.
Status status_within(const Subject& of, const Span& own, const Indexes& indexes,
                     const Date& as_of) {
  const Policy& policy = of.policy;
  const model::PolicyDates& dates = policy.dates;
  const auto last = own.to ? own.to : dates.expires_on;
  if (const auto end = ended(of, last, indexes, as_of)) return *end;
  const Start start = own.from ? Start{own.from, own.from, true} : start_of(policy);
  const auto& first = start.earliest;
  // A text that nobody has signed yet cannot be in force, whatever else is open.
  if (dates.signed_on && as_of < *dates.signed_on) {
    return {.force = Force::not_yet,
            .day = std::max(first.value_or(*dates.signed_on), *dates.signed_on)};
  }
  const Policy* next = open_ender(model::RelationKind::supersedes, of, indexes, as_of);
  const Policy* repealer = open_ender(model::RelationKind::repeals, of, indexes, as_of);
  if (next != nullptr) return {.force = Force::unknown_succession, .successor = next};
  if (repealer != nullptr) return {.force = Force::unknown_repeal, .successor = repealer};
  if (first && as_of < *first) return {.force = Force::not_yet, .day = first};
  const bool is_stated = own.has_words || !dates.term.empty();
  if (!last) return {.force = is_stated ? Force::unknown_last : Force::unknown_term};
  return {.force = start.confirmed ? Force::in_force : Force::unknown_start};
}

void set_window(Status& status, const std::optional<model::Guide>& guide, const Date& as_of) {
  if (!guide || is_closed(status.force)) return;
  if (guide->closes_on && *guide->closes_on < as_of) {
    status.window = Window::over;
    status.window_day = guide->closes_on;
  } else if (guide->opens_on && as_of < *guide->opens_on) {
    status.window = Window::to_come;
    status.window_day = guide->opens_on;
  }
}

// The first day of a measure, or of its text; where nobody has confirmed it, the one on which the
// text was signed.
std::optional<Date> first_day_of(const model::MeasureRef& measure) {
  const Span own = span_of(*measure.measure);
  if (own.from) return own.from;
  const auto confirmed = start_of(*measure.in.policy).confirmed;
  return confirmed ? confirmed : measure.in.policy->dates.signed_on;
}

// The ruling by which the measure does not apply on that day; nullptr where there is none.
const model::Ruling* ruling_on(const model::Measure& measure, const Indexes& indexes,
                               const Date& as_of) {
  const model::Ruling* ruling = indexes.set_aside(measure);
  return ruling != nullptr && (!ruling->on || *ruling->on <= as_of) ? ruling : nullptr;
}

// Of measures on record as saying otherwise of the same, the one of another text that goes before
// this one by a clause, once that measure holds.
void give_way(Status& status, const model::MeasureRef& measure, const Indexes& indexes,
              const Date& as_of) {
  for (const model::MeasureRef& other : indexes.conflicts(*measure.measure)) {
    const model::Precedence* clause = gives_way(*measure.in.policy, *other.in.policy);
    if (clause == nullptr || ruling_on(*other.measure, indexes, as_of) != nullptr) continue;
    const Span own = span_of(*other.measure);
    const auto begun = own.from ? own.from : start_of(*other.in.policy).confirmed;
    const Status theirs =
        status_within({*other.in.policy, model::provision_of(other)}, own, indexes, as_of);
    if (!begun || is_closed(theirs.force)) continue;
    status.force = Force::set_aside;
    status.day = std::max(*begun, first_day_of(measure).value_or(*begun));
    status.successor = other.in.policy;
    status.clause = clause;
    return;
  }
}

// The day that the days are counted from.
const std::optional<Date>& base_of(const model::PolicyDates& dates, model::DayBase base) {
  switch (base) {
    case model::DayBase::published_on:
      return dates.published_on;
    case model::DayBase::printed_on:
      return dates.printed_on;
    case model::DayBase::signed_on:
      break;
  }
  return dates.signed_on;
}

}  // namespace

Start start_of(const Policy& policy) {
  const auto& effective = policy.dates.effective;
  const auto& signed_on = policy.dates.signed_on;
  if (!effective) return {};
  // A stated day that nobody has confirmed starts nothing, and puts nothing off.
  if (effective->date && !effective->confirmed) return {};
  if (effective->date) return {effective->date, effective->date, true};
  if (!effective->days) return {};
  const auto& base = base_of(policy.dates, effective->base);
  if (base) {
    const Date day = base->plus_days(*effective->days);
    // Confirmed without a day of its own: a person has confirmed the one that follows.
    return {effective->confirmed ? std::optional(day) : std::nullopt, day, true};
  }
  if (signed_on) return {std::nullopt, signed_on->plus_days(*effective->days), false};
  return {};
}

bool is_unproven(const Policy& policy, const Date& as_of) {
  const model::PolicyDates& dates = policy.dates;
  return !dates.signed_on && dates.known_on && as_of < *dates.known_on;
}

Status status_of(const Policy& policy, const Indexes& indexes, const Date& as_of) {
  Status status = status_within({policy}, {}, indexes, as_of);
  set_newer(status, {policy}, indexes, as_of);
  return status;
}

Status status_of(const model::ProvisionRef& place, const Indexes& indexes, const Date& as_of) {
  const Subject of{*place.in.policy, place};
  Status status = status_within(of, {}, indexes, as_of);
  set_newer(status, of, indexes, as_of);
  return status;
}

Status status_of(const model::MeasureRef& measure, const Indexes& indexes, const Date& as_of) {
  const Subject of{*measure.in.policy, model::provision_of(measure)};
  Status status = status_within(of, span_of(*measure.measure), indexes, as_of);
  set_newer(status, of, indexes, as_of);
  const model::Ruling* ruling = ruling_on(*measure.measure, indexes, as_of);
  if (ruling != nullptr && !is_closed(status.force)) {
    status.force = Force::set_aside;
    status.day = ruling->on;
    status.ruling = ruling;
  }
  if (!is_closed(status.force)) give_way(status, measure, indexes, as_of);
  set_window(status, measure.measure->guide, as_of);
  return status;
}

std::vector<model::MeasureRef> open_conflicts(const model::MeasureRef& measure,
                                              const Indexes& indexes, const Date& as_of) {
  std::vector<model::MeasureRef> open;
  const auto& all = indexes.conflicts(*measure.measure);
  if (all.empty() || is_closed(status_of(measure, indexes, as_of).force)) return open;
  for (const model::MeasureRef& other : all) {
    if (!is_closed(status_of(other, indexes, as_of).force)) open.push_back(other);
  }
  return open;
}

}  // namespace huice::derive
