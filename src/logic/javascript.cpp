// SPDX-License-Identifier: Apache-2.0
#include "logic/javascript.h"

#include "logic/utf16.h"

#include <cmath>
#include <limits>

namespace huice::logic {
namespace {

// Texts where JavaScript wants a primitive: lists and objects become text, the others stay.
bool is_textual(const Value& value) {
  return value.is(Kind::text) || value.is_container();
}

void join(std::string& out, const Value& list) {
  bool first = true;
  for (const Value& item : list.items()) {
    if (!first) out += ',';
    first = false;
    if (item.is(Kind::list)) {
      join(out, item);
    } else {
      std::string room;
      utf16::append(out, to_joined_text(item, room));
    }
  }
}

}  // namespace

bool is_truthy(const Value& value) {
  switch (value.kind()) {
    case Kind::undefined:
    case Kind::null:
      return false;
    case Kind::boolean:
      return value.as_boolean();
    case Kind::number:
      return value.as_number() != 0 && !std::isnan(value.as_number());
    case Kind::text:
      return !value.as_text().empty();
    case Kind::list:
      return !value.items().empty();
    case Kind::object:
      return true;
  }
  return false;
}

double to_number(const Value& value) {
  switch (value.kind()) {
    case Kind::undefined:
      return std::numeric_limits<double>::quiet_NaN();
    case Kind::null:
      return 0;
    case Kind::boolean:
      return value.as_boolean() ? 1 : 0;
    case Kind::number:
      return value.as_number();
    default:
      break;
  }
  std::string room;
  return to_number(to_text(value, room));
}

std::string_view to_text(const Value& value, std::string& room) {
  switch (value.kind()) {
    case Kind::undefined:
      return "undefined";
    case Kind::null:
      return "null";
    case Kind::boolean:
      return value.as_boolean() ? "true" : "false";
    case Kind::number:
      return room = number_text(value.as_number());
    case Kind::text:
      return value.as_text();
    case Kind::list:
      room.clear();
      join(room, value);
      return room;
    case Kind::object:
      return "[object Object]";
  }
  return {};
}

std::string_view to_joined_text(const Value& value, std::string& room) {
  return value.is_nothing() ? std::string_view() : to_text(value, room);
}

bool strictly_equal(const Value& a, const Value& b) {
  if (a.kind() != b.kind()) return false;
  switch (a.kind()) {
    case Kind::undefined:
    case Kind::null:
      return true;
    case Kind::boolean:
      return a.as_boolean() == b.as_boolean();
    case Kind::number:
      return a.as_number() == b.as_number();
    case Kind::text:
      return a.as_text() == b.as_text();
    case Kind::list:
    case Kind::object:
      return a.is_same(b);
  }
  return false;
}

bool loosely_equal(const Value& a, const Value& b) {
  if (a.kind() == b.kind()) return strictly_equal(a, b);
  if (a.is_nothing() || b.is_nothing()) return a.is_nothing() && b.is_nothing();
  if (a.is_container() && b.is_container()) return false;
  if (is_textual(a) && is_textual(b)) {
    std::string left;
    std::string right;
    return to_text(a, left) == to_text(b, right);
  }
  return to_number(a) == to_number(b);
}

bool is_less(const Value& a, const Value& b) {
  if (is_textual(a) && is_textual(b)) {
    std::string left;
    std::string right;
    return utf16::compare(to_text(a, left), to_text(b, right)) < 0;
  }
  return to_number(a) < to_number(b);
}

bool is_at_most(const Value& a, const Value& b) {
  if (is_textual(a) && is_textual(b)) {
    std::string left;
    std::string right;
    return utf16::compare(to_text(a, left), to_text(b, right)) <= 0;
  }
  return to_number(a) <= to_number(b);
}

}  // namespace huice::logic
