// SPDX-License-Identifier: Apache-2.0
#pragma once

// A JSON value as a tree that keeps the order of members and, where it was read from a text, the
// place of each part. Numbers are kept as they are written, so that no digit is lost.

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace huice::json {

enum class Kind : std::uint8_t { null, boolean, number, text, list, object };

/// A stretch of the text that was read, in bytes.
struct Span {
  std::size_t offset = 0;
  std::size_t length = 0;
};

struct Member;

class Value {
 public:
  /// null
  Value();
  Value(std::nullptr_t);
  Value(bool value);
  Value(std::integral auto value) : Value(Kind::number, std::to_string(value)) {}
  Value(std::string text);
  Value(std::string_view text);
  Value(const char* text);
  /// An object with these members. REQUIRES: no name is there twice.
  Value(std::initializer_list<Member> members);
  Value(const Value& other);
  Value(Value&& other) noexcept;
  Value& operator=(const Value& other);
  Value& operator=(Value&& other) noexcept;
  ~Value();

  /// A number in JSON's own notation: 53.20, 1e5.
  static Value number(std::string as_written) { return {Kind::number, std::move(as_written)}; }
  static Value object() { return {Kind::object, {}}; }
  static Value list() { return {Kind::list, {}}; }
  /// A list with an item for each element of `range`.
  template <class Range>
  static Value list(const Range& range) {
    Value out = list();
    for (const auto& element : range) out.push(element);
    return out;
  }

  Kind kind() const { return kind_; }
  bool is(Kind kind) const { return kind_ == kind; }

  /// REQUIRES: a boolean.
  bool boolean() const { return text_ == "true"; }
  /// A text's characters, a number as written, "true" or "false"; empty for the others.
  const std::string& text() const { return text_; }
  /// A list's items; empty for the others.
  const std::vector<Value>& items() const;
  /// An object's members; empty for the others.
  const std::vector<Member>& members() const;
  /// The member's value; nullptr where there is none of that name, or this is no object.
  const Value* find(std::string_view name) const;

  /// Appends an item. REQUIRES: a list.
  void push(Value item);
  /// Appends a member, or replaces the value of the one with that name. REQUIRES: an object, or
  /// null, which becomes one.
  void set(std::string_view name, Value value);
  /// Appends a member. REQUIRES: an object without a member of that name.
  void add(Member member);

  /// Where it is in the text it was read from; {0, 0} where it was made.
  Span at() const { return at_; }
  void set_at(Span span) { at_ = span; }

 private:
  Value(Kind kind, std::string text);

  Kind kind_ = Kind::null;
  Span at_;
  std::string text_;
  std::vector<Value> items_;
  std::vector<Member> members_;
};

struct Member {
  std::string name;
  Value value;
  Span name_at{};  ///< with its quotes
};

}  // namespace huice::json
