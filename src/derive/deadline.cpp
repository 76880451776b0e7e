// SPDX-License-Identifier: Apache-2.0
#include "derive/deadline.h"

#include <algorithm>
#include <chrono>

namespace huice::derive {
namespace {

using model::CalendarDay;
using model::Date;

using Calendar = model::RecordList<CalendarDay>;

bool is_weekend(const Date& day) {
  const std::chrono::year_month_day date{std::chrono::year(day.year()),
                                         std::chrono::month(static_cast<unsigned>(day.month())),
                                         std::chrono::day(static_cast<unsigned>(day.day()))};
  const unsigned weekday = std::chrono::weekday(std::chrono::sys_days(date)).iso_encoding();
  return weekday > 5;
}

const CalendarDay* listed(const Date& day, const Calendar& calendar) {
  const auto found = std::find_if(calendar.begin(), calendar.end(),
                                  [&day](const CalendarDay& one) { return one.date == day; });
  return found == calendar.end() ? nullptr : &*found;
}

bool is_workday(const Date& day, const Calendar& calendar) {
  const CalendarDay* special = listed(day, calendar);
  return special == nullptr ? !is_weekend(day) : special->kind == model::DayKind::work;
}

Date months_later(const Date& from, int months) {
  const int count = from.year() * 12 + from.month() - 1 + months;
  const int year = std::min(count / 12, model::kLastYear);
  const int month = count % 12 + 1;
  return *Date::of(year, month, std::min(from.day(), model::days_in_month(year, month)));
}

std::vector<int> unlisted(int first, int last, const Calendar& calendar) {
  std::vector<int> years;
  for (int year = first; year <= last; ++year) {
    const bool known = std::any_of(calendar.begin(), calendar.end(), [year](const auto& one) {
      return one.date && one.date->year() == year;
    });
    if (!known) years.push_back(year);
  }
  return years;
}

}  // namespace

TermEnd end_of_term(const Date& from, int length, model::TermUnit unit, const Calendar& calendar) {
  if (unit == model::TermUnit::months) return {months_later(from, length), {}};
  Date day = from;
  for (int left = length; left > 0;) {
    day = day.plus_days(1);
    if (is_workday(day, calendar)) --left;
  }
  return {day, unlisted(from.year(), day.year(), calendar)};
}

Deadline deadline_of(const model::Proposal& proposal, const model::Library& library) {
  if (!proposal.received_on) return {};
  const model::ReplyTerm term = library.site().reply_term.value_or(model::kUsualReplyTerm);
  const bool is_extended = proposal.extension && term.extended;
  const int length = is_extended ? *term.extended : term.length;
  return {end_of_term(*proposal.received_on, length, term.unit, library.calendar()), is_extended};
}

Answered answered_of(const model::Proposal& proposal, const model::Library& library,
                     const Date& as_of) {
  const Deadline deadline = deadline_of(proposal, library);
  if (!deadline.end) return Answered::unstated;
  const model::Proposal* holder = library.answered_in(proposal);
  const std::optional<Date> signed_on = holder == nullptr ? std::nullopt : holder->reply->signed_on;
  if (signed_on && *signed_on <= as_of) {
    return *signed_on <= deadline.end->last ? Answered::in_time : Answered::late;
  }
  return as_of <= deadline.end->last ? Answered::pending : Answered::overdue;
}

}  // namespace huice::derive
