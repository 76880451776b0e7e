// SPDX-License-Identifier: Apache-2.0
#pragma once

// JavaScript's conversions of values to the wanted type (ECMA-262, chapter 7), and
// JsonLogic's own truthiness. Objects are taken as plain: a member named toString or valueOf is a
// member like any other, while JavaScript would try to call it.

#include "logic/value.h"

#include <string>
#include <string_view>

namespace huice::logic {

/// JsonLogic's: as JavaScript's, but the empty list is false (jsonlogic.com/truthy).
bool is_truthy(const Value& value);

/// Number(value).
double to_number(const Value& value);
double to_number(std::string_view text);

/// parseFloat(value): the number that the value's text begins with, else NaN.
double parse_float(const Value& value);

/// String(number): the shortest digits that read back as the same number.
std::string number_text(double number);

/// String(value). The text is in the value itself, or in `room` where it had to be made.
std::string_view to_text(const Value& value, std::string& room);

/// How Array.prototype.join writes an item: nothing for null and undefined.
std::string_view to_joined_text(const Value& value, std::string& room);

bool strictly_equal(const Value& a, const Value& b);  ///< a === b
bool loosely_equal(const Value& a, const Value& b);   ///< a == b
bool is_less(const Value& a, const Value& b);         ///< a < b
bool is_at_most(const Value& a, const Value& b);      ///< a <= b; not the same as !(b < a)

}  // namespace huice::logic
