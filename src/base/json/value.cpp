// SPDX-License-Identifier: Apache-2.0
#include "base/json/value.h"

#include <algorithm>

namespace huice::json {

Value::Value() = default;
Value::Value(std::nullptr_t) {}
Value::Value(bool value) : Value(Kind::boolean, value ? "true" : "false") {}
Value::Value(std::string text) : Value(Kind::text, std::move(text)) {}
Value::Value(std::string_view text) : Value(Kind::text, std::string(text)) {}
Value::Value(const char* text) : Value(Kind::text, text) {}
Value::Value(std::initializer_list<Member> members) : kind_(Kind::object), members_(members) {}
Value::Value(Kind kind, std::string text) : kind_(kind), text_(std::move(text)) {}
Value::Value(const Value& other) = default;
Value::Value(Value&& other) noexcept = default;
Value& Value::operator=(const Value& other) = default;
Value& Value::operator=(Value&& other) noexcept = default;
Value::~Value() = default;

const std::vector<Value>& Value::items() const {
  return items_;
}

const std::vector<Member>& Value::members() const {
  return members_;
}

const Value* Value::find(std::string_view name) const {
  const auto found = std::find_if(members_.begin(), members_.end(),
                                  [name](const Member& member) { return member.name == name; });
  return found == members_.end() ? nullptr : &found->value;
}

void Value::push(Value item) {
  items_.push_back(std::move(item));
}

void Value::set(std::string_view name, Value value) {
  if (kind_ == Kind::null) kind_ = Kind::object;
  const auto found = std::find_if(members_.begin(), members_.end(),
                                  [name](const Member& member) { return member.name == name; });
  if (found == members_.end()) {
    members_.push_back({std::string(name), std::move(value), {}});
  } else {
    found->value = std::move(value);
  }
}

void Value::add(Member member) {
  members_.push_back(std::move(member));
}

}  // namespace huice::json
