// SPDX-License-Identifier: Apache-2.0
#include "model/period.h"

#include <array>
#include <tuple>

namespace huice::model {
namespace {

constexpr std::string_view kUnstated = "unstated";
constexpr std::string_view kRunning = "to@unstated";

struct Stretch {
  Grain grain = Grain::year;
  Date first;
  Date last;
};

std::optional<int> number(std::string_view digits, std::size_t length) {
  if (digits.size() != length) return std::nullopt;
  int value = 0;
  for (const char c : digits) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return value;
}

std::optional<Stretch> months(Grain grain, int year, int first_month, int last_month) {
  if (first_month < 1 || last_month > 12) return std::nullopt;
  const auto first = Date::of(year, first_month, 1);
  if (!first) return std::nullopt;
  return Stretch{grain, *first, *Date::of(year, last_month, days_in_month(year, last_month))};
}

// Whether 2004-05 may be the financial year from 2004 to 2005 as well as May 2004.
bool may_be_two_years(std::string_view text) {
  if (text.size() != 7 || text[4] != '-') return false;
  const auto year = number(text.substr(2, 2), 2);
  const auto next = number(text.substr(5), 2);
  return year && next && *next == *year + 1;
}

// "2024", "2024Q3", "2024-09", "2024M09", "2024-09-28"
std::optional<Stretch> parse_stretch(std::string_view text) {
  const auto year = number(text.substr(0, 4), 4);
  if (!year) return std::nullopt;
  if (text.size() == 4) return months(Grain::year, *year, 1, 12);
  if (text.size() == 6 && text[4] == 'Q' && text[5] >= '1' && text[5] <= '4') {
    const int quarter = text[5] - '0';
    return months(Grain::quarter, *year, quarter * 3 - 2, quarter * 3);
  }
  if (text.size() == 7 && (text[4] == '-' || text[4] == 'M')) {
    const auto month = number(text.substr(5), 2);
    return month ? months(Grain::month, *year, *month, *month) : std::nullopt;
  }
  if (text.size() != 10 || text[4] != '-') return std::nullopt;
  const auto day = Date::parse(text);
  if (!day) return std::nullopt;
  return Stretch{Grain::day, *day, *day};
}

std::string compact(const Date& date, Grain grain) {
  const std::string iso = date.iso();
  switch (grain) {
    case Grain::year:
      return iso.substr(0, 4);
    case Grain::quarter:
      return iso.substr(0, 4) + "Q" + std::to_string((date.month() + 2) / 3);
    case Grain::month:
      return iso.substr(0, 7);
    case Grain::day:
      return iso;
  }
  return iso;
}

// A month that could be taken for a financial year: 2004M05.
std::string plain_month(std::string month) {
  if (may_be_two_years(month)) month[4] = 'M';
  return month;
}

std::string year_text(const Date& date) {
  return std::to_string(date.year()) + "年";
}

std::string spoken(const Date& date, Grain grain) {
  constexpr std::array<std::string_view, 4> kQuarters{"第一季度", "第二季度", "第三季度",
                                                      "第四季度"};
  switch (grain) {
    case Grain::year:
      return year_text(date);
    case Grain::quarter:
      return year_text(date) +
             std::string(kQuarters.at(static_cast<std::size_t>((date.month() - 1) / 3)));
    case Grain::month:
      return year_text(date) + std::to_string(date.month()) + "月";
    case Grain::day:
      return date.official();
  }
  return date.official();
}

std::string spoken_span(const Date& first, const Date& last, Grain grain) {
  const std::string begin = compact(first, grain);
  if (begin == compact(last, grain)) return spoken(first, grain);
  if (grain == Grain::month && first.year() == last.year()) {
    if (first.month() == 1 && last.month() == 6) return year_text(first) + "上半年";
    if (first.month() == 7 && last.month() == 12) return year_text(first) + "下半年";
    return year_text(first) + std::to_string(first.month()) + "—" + std::to_string(last.month()) +
           "月";
  }
  std::string end = spoken(last, grain);
  if (grain == Grain::year) return std::to_string(first.year()) + "—" + end;
  if (first.year() == last.year()) end.erase(0, year_text(last).size());
  return spoken(first, grain) + "—" + end;
}

}  // namespace

std::optional<Period> Period::parse(std::string_view text) {
  Period period;
  period.running_ = text == kRunning;
  if (text == kUnstated || period.running_) return period;
  period.kind_ = PeriodKind::span;
  if (text.starts_with("to@")) {
    period.kind_ = PeriodKind::as_of;
    text.remove_prefix(3);
  } else if (text.starts_with("@")) {
    period.kind_ = PeriodKind::instant;
    text.remove_prefix(1);
  }
  const std::size_t slash = text.find('/');
  const bool alone = slash == std::string_view::npos;
  const bool open = may_be_two_years(text.substr(0, slash)) &&
                    (alone || may_be_two_years(text.substr(slash + 1)));
  const auto first = parse_stretch(text.substr(0, slash));
  if (!first || open) return std::nullopt;
  auto last = first;
  if (!alone) {
    if (period.kind_ != PeriodKind::span) return std::nullopt;
    last = parse_stretch(text.substr(slash + 1));
    if (!last || last->grain != first->grain || last->last < first->first) return std::nullopt;
  }
  period.grain_ = first->grain;
  period.first_ = first->first;
  period.last_ = last->last;
  return period;
}

std::string Period::text() const {
  if (kind_ == PeriodKind::unstated) return std::string(running_ ? kRunning : kUnstated);
  const std::string last = compact(last_, grain_);
  if (kind_ == PeriodKind::instant) return "@" + plain_month(last);
  if (kind_ == PeriodKind::as_of) return "to@" + plain_month(last);
  const std::string first = compact(first_, grain_);
  if (first == last) return plain_month(first);
  const bool open = may_be_two_years(first) && may_be_two_years(last);
  return open ? plain_month(first) + "/" + plain_month(last) : first + "/" + last;
}

bool is_month_or_two_years(std::string_view text) {
  for (const std::string_view mark : {"to@", "@"}) {
    if (text.starts_with(mark)) text.remove_prefix(mark.size());
  }
  const std::size_t slash = text.find('/');
  const bool alone = slash == std::string_view::npos;
  return may_be_two_years(text.substr(0, slash)) &&
         (alone || may_be_two_years(text.substr(slash + 1)));
}

std::string Period::official() const {
  switch (kind_) {
    case PeriodKind::unstated:
      return running_ ? "累计，期间未载明" : "期间未载明";
    case PeriodKind::instant:
      return grain_ == Grain::year ? year_text(last_) + "末" : spoken(last_, grain_);
    case PeriodKind::as_of:
      return "截至" + spoken(last_, grain_);
    case PeriodKind::span:
      return spoken_span(first_, last_, grain_);
  }
  return {};
}

bool earlier(const Period& a, const Period& b) {
  const auto key = [](const Period& p) {
    return std::make_tuple(p.kind_ != PeriodKind::unstated, p.running_, p.last_, p.first_, p.kind_);
  };
  return key(a) < key(b);
}

}  // namespace huice::model
