// SPDX-License-Identifier: Apache-2.0
#include "logic/json.h"

#include "base/ascii.h"
#include "base/json/write.h"
#include "logic/javascript.h"

#include <charconv>
#include <cmath>
#include <utility>

namespace huice::logic {
namespace {

double number_of(std::string_view written) {
  double number = 0;
  std::from_chars(written.data(), written.data() + written.size(), number);
  return number;
}

}  // namespace

Value value_of(const json::Value& json) {
  switch (json.kind()) {
    case json::Kind::null:
      return Value::null();
    case json::Kind::boolean:
      return Value::boolean(json.boolean());
    case json::Kind::number:
      return Value::number(number_of(json.text()));
    case json::Kind::text:
      return Value::text(json.text());
    case json::Kind::list: {
      std::vector<Value> items;
      for (const json::Value& item : json.items()) items.push_back(value_of(item));
      return Value::list(std::move(items));
    }
    case json::Kind::object: {
      std::vector<Value::Member> members;
      for (const json::Member& one : json.members()) {
        members.emplace_back(one.name, value_of(one.value));
      }
      return Value::object(std::move(members));
    }
  }
  return {};
}

json::Value json_of(const Value& value) {
  switch (value.kind()) {
    case Kind::undefined:
    case Kind::null:
      return nullptr;
    case Kind::boolean:
      return value.as_boolean();
    case Kind::number:
      if (!std::isfinite(value.as_number())) return nullptr;
      return json::Value::number(number_text(value.as_number()));
    case Kind::text:
      return value.as_text();
    case Kind::list: {
      json::Value list = json::Value::list();
      for (const Value& item : value.items()) list.push(json_of(item));
      return list;
    }
    case Kind::object: {
      json::Value object = json::Value::object();
      for (const auto& [name, member] : value.members()) {
        if (!member.is(Kind::undefined)) object.add({name, json_of(member)});
      }
      return object;
    }
  }
  return nullptr;
}

std::optional<std::string> to_json(const Value& value) {
  if (value.is(Kind::undefined)) return std::nullopt;
  return json::text(json_of(value));
}

}  // namespace huice::logic
