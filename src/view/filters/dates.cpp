// SPDX-License-Identifier: Apache-2.0
// Dates as official documents write them: Arabic digits, no zeros in front (GB/T 9704-2012,
// 7.3.5.4), or in Chinese characters for ceremonial use.

#include "base/messages/template_run.h"
#include "model/date.h"
#include "model/han_number.h"
#include "view/filters/field_filters.h"

#include <array>
#include <charconv>

namespace huice::view {
namespace {

using tmpl::Call;
using tmpl::Value;

/// A day, a month (day 0) or a year (month 0 too).
struct Day {
  int year = 0;
  int month = 0;
  int day = 0;
};

std::optional<int> number(std::string_view digits) {
  int value = 0;
  const auto result = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (result.ec != std::errc() || result.ptr != digits.data() + digits.size()) return std::nullopt;
  return value;
}

// "2024-05", "2024" and the same in official form; days are Date's matter.
std::optional<Day> month_or_year(std::string_view text) {
  constexpr std::string_view kYear = "年";
  constexpr std::string_view kMonth = "月";
  const bool official = text.find(kYear) != std::string_view::npos;
  if (official && text.ends_with(kMonth)) text.remove_suffix(kMonth.size());
  const std::size_t split = official ? text.find(kYear) : text.find('-');
  const std::size_t mark = official ? kYear.size() : 1;
  const auto year = number(text.substr(0, split));
  if (!year || text.substr(0, split).size() != 4) return std::nullopt;
  if (split == std::string_view::npos || split + mark == text.size()) {
    return official || split == std::string_view::npos ? std::optional(Day{*year}) : std::nullopt;
  }
  const std::string_view rest = text.substr(split + mark);
  const auto month = number(rest);
  const bool padded = official || rest.size() == 2;
  if (!month || !padded || *month < 1 || *month > 12) return std::nullopt;
  return Day{*year, *month};
}

std::optional<Day> day_of(const Value& value, Call& call) {
  if (value.is_integer() && value.integer() >= model::kFirstYear &&
      value.integer() <= model::kLastYear) {
    return Day{static_cast<int>(value.integer())};
  }
  if (value.is_string()) {
    if (const auto date = model::Date::parse(value.text())) {
      return Day{date->year(), date->month(), date->day()};
    }
    if (const auto part = month_or_year(value.text())) return part;
  }
  call.fail(msg::template_wrong_type{
      .callee = call.callee(), .wanted = msg::value_date{}, .found = describe(value)});
  return std::nullopt;
}

std::string official(const Day& day, const Day& without) {
  std::string out;
  if (day.year != without.year) out += std::to_string(day.year) + "年";
  const bool same_year = day.year == without.year;
  if (day.month != 0 && !(same_year && day.month == without.month)) {
    out += std::to_string(day.month) + "月";
  }
  if (day.day != 0) out += std::to_string(day.day) + "日";
  return out;
}

std::string in_characters(const Day& day) {
  std::string out = model::han_digits(day.year) + "年";
  if (day.month != 0) out += model::han_number(day.month) + "月";
  if (day.day != 0) out += model::han_number(day.day) + "日";
  return out;
}

Value date(const Value& subject, Call& call) {
  auto day = day_of(subject, call);
  const std::string_view form = call.text(0).value_or("full");
  if (!day || call.failed()) return {};
  if (form == "han") return Value(in_characters(*day));
  if (form == "year") day->month = day->day = 0;
  if (form == "month") day->day = 0;
  if (form == "full" || form == "year" || form == "month") return Value(official(*day, {}));
  return call.fail(
      msg::template_bad_value{.callee = call.callee(), .value = msg::bad_date_form{.form = form}});
}

// What both ends share is said once: 2024年3月1日至4月30日.
Value date_range(const Value& subject, Call& call) {
  const auto start = day_of(subject, call);
  if (!start) return {};
  const auto end = day_of(call.argument(0), call);
  if (!end) return {};
  const auto order = [](const Day& day) { return std::array{day.year, day.month, day.day}; };
  if (order(*end) < order(*start)) {
    return call.fail(msg::template_bad_value{.callee = call.callee(), .value = msg::bad_end{}});
  }
  const std::string first = official(*start, {});
  if (order(*start) == order(*end)) return Value(first);
  Day shared = *start;
  if (end->month == 0 || end->day == 0) shared.month = 0;
  if (end->month == 0) shared.year = 0;
  return Value(first + "至" + official(*end, shared));
}

}  // namespace

void add_date_filters(tmpl::Environment& environment) {
  environment.add_filter("date", {{"form"}}, date);
  environment.add_filter("date_range", {{"end"}, 1}, date_range);
}

}  // namespace huice::view
