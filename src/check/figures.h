// SPDX-License-Identifier: Apache-2.0
#pragma once

// Numbers with their units, in a form in which they can be compared: those that records hold, and
// those that are in a text.

#include "model/library.h"

#include <string>
#include <string_view>
#include <vector>

namespace huice::check {

/// `unit` is one word for what means the same: money is always in 元, 名 is 人, 户 is 家.
struct Figure {
  model::Decimal value;
  std::string unit;

  friend bool operator==(const Figure&, const Figure&) = default;
};

Figure figure_of(const model::Money& money);
Figure figure_of(const model::Rate& rate);
Figure figure_of(const model::Decimal& value, const std::string& unit);
Figure figure_of(const model::Quantity& quantity);
Figure figure_of(const model::Observation& observed);

/// How many times as large the larger one is; 1 where the units differ, or one is not above 0.
double times(const Figure& a, const Figure& b);

/// As a person writes it: 200万元, 50%, 3年.
std::string text_of(const Figure& figure);

/// The one of the same unit that is next to `wanted`; nullptr where none has the unit.
const Figure* nearest_figure(const std::vector<Figure>& figures, const Figure& wanted);

/// Every figure a record holds, those in its labels and wordings included.
std::vector<Figure> figures_of(const model::Measure& measure);
std::vector<Figure> figures_of(const model::Target& target);
std::vector<Figure> figures_of(const model::Article& article);
std::vector<Figure> figures_of(const model::Policy& policy);

/// A number in a text.
struct Number {
  Figure figure;
  model::Decimal written;  ///< as it is before its unit: 15 of 15万元
  std::size_t offset = 0;  ///< in bytes
  std::size_t bytes = 0;   ///< up to the end of its unit
  bool in_words = false;   ///< in Chinese numerals
};

/// Numbers that are followed by a unit; 余, 多 or a blank may be between. They may have
/// full-width digits and thousands separators (150,000元), be in Chinese numerals (十五万元) or be
/// shares (百分之五). Left out: ordinals (第3项), years and days of the calendar (2021年, 9月3日),
/// tenors (1年期), durations in months, document numbers, and 一 before what is no sum (一家,
/// 一次性).
std::vector<Number> numbers_in(std::string_view text);

}  // namespace huice::check
