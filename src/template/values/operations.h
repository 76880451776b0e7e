// SPDX-License-Identifier: Apache-2.0
#pragma once

// The semantics of values: truth, equality, order, text, arithmetic; Python's rules, as Jinja has
// them, with exact 64-bit integers.

#include "template/values/value.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace huice::tmpl {

enum class BinaryOp : std::uint8_t { add, subtract, multiply, divide, floor_divide, modulo, power };

/// How Jinja's `if` sees a value. REQUIRES: not undefined.
bool truthy(const Value& value);

bool equal(const Value& a, const Value& b);
/// The same number for values that are equal.
std::size_t equality_hash(const Value& value);

/// Negative, zero or positive; nullopt where the two have no order.
std::optional<int> order(const Value& a, const Value& b);

inline bool is_number(const Value& value) {
  return value.kind() == Kind::integer || value.kind() == Kind::floating ||
         value.kind() == Kind::boolean;
}
/// REQUIRES: is_number(value).
double as_double(const Value& value);
/// The integer of an integer or boolean.
std::optional<std::int64_t> as_integer(const Value& value);

enum class Printing : std::uint8_t { ok, undefined, none, record, too_large, too_deep };

/// Limits of one printed value, in bytes and in levels of nesting, of which a namespace that holds
/// itself has no end.
constexpr std::size_t kLargestPrinted = std::size_t{1} << 26U;
constexpr unsigned kDeepestPrinted = 200;

/// Appends what `str()` gives; lists and dictionaries print as Python's do.
Printing append_text(std::string& out, const Value& value);
/// A floating-point number as Python's repr writes it.
void append_number(std::string& out, double value);
void append_number(std::string& out, std::int64_t value);
/// A text as Python's repr quotes it.
void append_quoted(std::string& out, std::string_view text);

/// Items a loop walks through: a list itself, a mapping's keys, a text's characters; nullopt for
/// the rest.
std::optional<Value> items_of(const Value& value);
/// The length of a list, mapping or text.
std::optional<std::int64_t> length_of(const Value& value);

/// Whether `in` holds; nullopt where `container` contains nothing, and where an undefined item
/// is before the one sought.
std::optional<bool> contains(const Value& container, const Value& item);

enum class Trouble : std::uint8_t { none, types, zero, overflow };

struct Outcome {
  Value value;
  Trouble trouble = Trouble::none;
};

/// Arithmetic, and + * on texts and lists. `format` is the one safe texts stay safe for.
Outcome arithmetic(BinaryOp op, const Value& a, const Value& b, Format format);
Outcome negate(const Value& value);

/// Python's slice of a list or text. The parts are integers or nullopt; step is not 0.
struct SliceRange {
  std::optional<std::int64_t> start{};
  std::optional<std::int64_t> stop{};
  std::int64_t step = 1;
};
std::optional<Value> slice(const Value& value, const SliceRange& range);
/// The item at a place, counted from the end where negative; undefined where there is none.
Value item_at(const Value& value, std::int64_t index);

}  // namespace huice::tmpl
