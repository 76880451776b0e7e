// SPDX-License-Identifier: Apache-2.0
#pragma once

// Period: the time a figure is about. Four kinds:
//   span      "2024", "2024Q3", "2024-09", "2024-01/2024-06", "2024-01-01/2024-05-15"
//   instant   "@2024-12-31": the state on that day
//   as_of     "to@2025-09-03": up to a document's date, the start is not stated
//   unstated  "unstated": the text gives no time; shown, never plotted or compared.
//             "to@unstated": 累计, the text says neither from when nor until when; likewise
// Instants and as_of may name a month or a year only, where the source says no more.
// "2004-05" is refused: it may be May 2004, which is written "2004M05", or the financial year,
// which is written by its months, "2004-04/2005-03". Other months may be written with M, too.

#include "model/date.h"

namespace huice::model {

enum class PeriodKind { span, instant, as_of, unstated };
enum class Grain { year, quarter, month, day };

class Period {
 public:
  Period() = default;

  /// Reads the forms above. A span's ends have the same grain and do not run backwards.
  static std::optional<Period> parse(std::string_view text);

  PeriodKind kind() const { return kind_; }
  Grain grain() const { return grain_; }

  /// First and last day. For instants and as_of only last() means something.
  /// REQUIRES: kind() != unstated.
  const Date& first() const { return first_; }
  const Date& last() const { return last_; }

  /// The form parse() reads; canonical, so equal periods have equal texts.
  std::string text() const;

  /// 2024年, 2024年第三季度, 2024年上半年, 2024年1—8月, 2024年1月1日—5月15日, 2024年12月31日,
  /// 截至2025年9月3日, 期间未载明.
  std::string official() const;

  friend bool operator==(const Period&, const Period&) = default;

  /// Unstated, and the text says that the figure is a total (累计).
  bool running() const { return running_; }

  /// A total order for lists: unstated first, then by last day.
  friend bool earlier(const Period& a, const Period& b);

 private:
  PeriodKind kind_ = PeriodKind::unstated;
  bool running_ = false;
  Grain grain_ = Grain::year;
  Date first_;
  Date last_;
};

/// Whether a refused text is of the form 2004-05: a month, or a financial year.
bool is_month_or_two_years(std::string_view text);

}  // namespace huice::model
