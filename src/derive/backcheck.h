// SPDX-License-Identifier: Apache-2.0
#pragma once

// What two printed figures imply about a third: 53.2亿元 at 0.91% imply a whole of 5814.3亿元 to
// 5878.5亿元; 99 firms after a growth of 11.24% imply 89 before.

#include "model/indicator.h"

#include <optional>
#include <string>
#include <string_view>

namespace huice::derive {

/// share: the indicator is `part` / `whole`, in %. growth: it is the growth of `part`, in %, on the
/// same period of the year before.
enum class FormulaKind { share, growth };

struct Formula {
  FormulaKind kind = FormulaKind::share;
  std::string part;   ///< an indicator
  std::string whole;  ///< an indicator; empty for growth
};

/// Reads "a / b" and "growth(a)"; nullopt where the text has another form.
std::optional<Formula> parse_formula(std::string_view text);

/// A span of values in `unit`, ends included.
struct Range {
  model::Decimal low;
  model::Decimal high;
  std::string unit;

  /// Whether the span is empty: no whole number lies in it.
  bool empty() const { return high < low; }
  /// "5814.3亿元至5878.5亿元", or one figure where the ends are equal.
  std::string text() const;
};

/// The whole of which `part` is `share`, as wide as the rounding of the printed digits makes it.
/// nullopt where a figure is only a bound, the share is not in % or not above zero, or digits do
/// not fit.
std::optional<Range> implied_whole(const model::Observation& part, const model::Observation& share);

/// What was there before it grew by `growth` to `now`. Where `now` is a count (a whole number of
/// firms, projects …), the span holds whole numbers only and may be empty. nullopt as above.
std::optional<Range> implied_before(const model::Observation& now,
                                    const model::Observation& growth);

/// Whether a figure lies in the span, within its own rounding; nullopt where the units differ or
/// the figure is only a bound.
std::optional<bool> lies_in(const model::Observation& figure, const Range& range);

/// Whether `before` is the same stretch of time as `period`, one year earlier.
bool is_year_before(const model::Period& before, const model::Period& period);

}  // namespace huice::derive
