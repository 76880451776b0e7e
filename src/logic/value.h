// SPDX-License-Identifier: Apache-2.0
#pragma once

// A plain value as JSON and JavaScript know it. Texts, lists and objects are shared and never
// change, so that a copy costs one count of owners.

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace huice::logic {

/// `undefined` is what JavaScript calls so: no answer at all. It is never read from JSON.
enum class Kind : std::uint8_t { undefined, null, boolean, number, text, list, object };

class Value {
 public:
  using Member = std::pair<std::string, Value>;

  /// undefined
  Value() = default;
  static Value null() { return Value(State(std::in_place_index<1>)); }
  static Value boolean(bool value) { return Value(State(std::in_place_index<2>, value)); }
  static Value number(double value) { return Value(State(std::in_place_index<3>, value)); }
  /// UTF-8; a half of a surrogate pair may be alone, as three bytes (src/logic/utf16.h).
  static Value text(std::string value);
  static Value list(std::vector<Value> items);
  /// Keeps the order. Of several members with one name the last one's value counts, at the first
  /// one's place, as in JavaScript.
  static Value object(std::vector<Member> members);

  Kind kind() const { return static_cast<Kind>(state_.index()); }
  bool is(Kind kind) const { return this->kind() == kind; }
  /// Null or undefined: nothing is known.
  bool is_nothing() const { return state_.index() < 2; }
  /// A list or an object.
  bool is_container() const { return state_.index() > 4; }

  /// REQUIRES: of that kind, for each of these.
  bool as_boolean() const { return std::get<2>(state_); }
  double as_number() const { return std::get<3>(state_); }
  const std::string& as_text() const { return *std::get<4>(state_); }
  const std::vector<Value>& items() const;
  const std::vector<Member>& members() const;

  /// The member of that name; null where there is none. REQUIRES: an object.
  const Value* find(std::string_view name) const;

  /// Whether both are one and the same list or object, as JavaScript's === asks.
  /// REQUIRES: both are lists, or both are objects.
  bool is_same(const Value& other) const;

  /// How many values and bytes are inside, shared ones counted each time; stops at 2^63.
  std::uint64_t weight() const;
  /// How many lists and objects are in each other: 0 for a number, 1 for [].
  std::size_t depth() const;

 private:
  struct List;
  struct Object;
  using State =
      std::variant<std::monostate, std::nullptr_t, bool, double, std::shared_ptr<const std::string>,
                   std::shared_ptr<const List>, std::shared_ptr<const Object>>;

  explicit Value(State state) : state_(std::move(state)) {}

  State state_;
};

}  // namespace huice::logic
