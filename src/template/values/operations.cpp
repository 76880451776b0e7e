// SPDX-License-Identifier: Apache-2.0
// Truth, membership and the parts of lists and texts. Equality and order are in comparison.cpp,
// text in printing.cpp, arithmetic in arithmetic.cpp.

#include "template/values/operations.h"

#include "base/utf8.h"
#include "template/values/builders.h"
#include "template/values/keyed_dict.h"
#include "template/values/search.h"

#include <algorithm>
#include <cmath>

namespace huice::tmpl {
namespace {

std::size_t character_offset(std::string_view text, std::size_t index) {
  std::size_t offset = 0;
  for (; index > 0 && offset < text.size(); --index) utf8::decode(text, offset);
  return offset;
}

// Where each character of a text starts, and where the last one ends; nothing for lists.
std::vector<std::size_t> character_offsets(const Value& value) {
  std::vector<std::size_t> offsets;
  if (!value.is_string()) return offsets;
  for (std::size_t offset = 0; offset < value.text().size();) {
    offsets.push_back(offset);
    utf8::decode(value.text(), offset);
  }
  offsets.push_back(value.text().size());
  return offsets;
}

// Part of a text that keeps what it is safe for; borrowed texts stay borrowed.
Value part_of(const Value& whole, std::string_view part) {
  Value result = Value::copy(part);
  for (int i = 0; i <= static_cast<int>(Format::csv); ++i) {
    const auto format = static_cast<Format>(i);
    if (whole.is_safe_for(format)) return result.marked_safe(format);
  }
  return result;
}

}  // namespace

bool truthy(const Value& value) {
  switch (value.kind()) {
    case Kind::undefined:
    case Kind::none:
      return false;
    case Kind::boolean:
      return value.boolean();
    case Kind::integer:
      return value.integer() != 0;
    case Kind::floating:
      return value.floating() != 0.0;
    case Kind::string:
      return !value.text().empty();
    case Kind::list:
      return value.list().size() != 0;
    case Kind::mapping:
      return value.mapping().is_record() || value.mapping().size() != 0;
    case Kind::callable:
      return true;
  }
  return false;
}

double as_double(const Value& value) {
  const auto integer = as_integer(value);
  return integer ? static_cast<double>(*integer) : value.floating();
}

std::optional<std::int64_t> as_integer(const Value& value) {
  if (value.kind() == Kind::integer) return value.integer();
  if (value.kind() == Kind::boolean) return value.boolean() ? 1 : 0;
  return std::nullopt;
}

std::optional<Value> items_of(const Value& value) {
  if (value.is_list()) return value;
  if (!value.is_mapping() && !value.is_string()) return std::nullopt;
  if (value.is_mapping()) {
    std::vector<Value> keys = value.mapping().all_keys();
    usage().work_on_making(keys.size());
    return Value(ListValue(std::move(keys)));
  }
  ListValue items;
  const std::string_view text = value.text();
  usage().work_on_making(text.size());
  if (!usage().room_for(text.size() * sizeof(Value))) return Value(std::move(items));
  for (std::size_t offset = 0; offset < text.size();) {
    const std::size_t start = offset;
    utf8::decode(text, offset);
    items.push(Value::copy(text.substr(start, offset - start)));
  }
  return Value(std::move(items));
}

std::optional<std::int64_t> length_of(const Value& value) {
  const auto size = [](std::size_t count) { return static_cast<std::int64_t>(count); };
  if (value.is_list()) return size(value.list().size());
  if (value.is_mapping()) return size(value.mapping().size());
  if (value.is_string()) {
    usage().work_on_text(value.text().size());
    return size(utf8::count(value.text()));
  }
  return std::nullopt;
}

std::optional<bool> contains(const Value& container, const Value& item) {
  if (container.is_string()) {
    if (!item.is_string()) return std::nullopt;
    usage().work_on_text(container.text().size());
    return find_text(container.text(), item.text()) != std::string_view::npos;
  }
  if (container.is_mapping()) {
    // As in Python, where what can change cannot be a key.
    if ((item.is_mapping() || item.is_list()) && !hash_of(item)) return std::nullopt;
    return !container.mapping().value_of(item).is_undefined();
  }
  if (!container.is_list()) return std::nullopt;
  const Sequence& list = container.list();
  usage().work_on_items(list.size());
  for (std::size_t i = 0; i < list.size() && !usage().exceeded(); ++i) {
    const Value other = list.at(i);
    if (other.is_undefined()) return std::nullopt;
    if (equal(other, item)) return true;
  }
  return false;
}

Value item_at(const Value& value, std::int64_t index) {
  const auto length = length_of(value);
  if (!length || value.is_mapping()) return {};
  if (index < 0) index += *length;
  if (index < 0 || index >= *length) return {};
  const auto place = static_cast<std::size_t>(index);
  if (value.is_list()) return value.list().at(place);
  usage().work_on_characters(value.text().size());
  std::size_t start = character_offset(value.text(), place);
  std::size_t end = start;
  utf8::decode(value.text(), end);
  return part_of(value, value.text().substr(start, end - start));
}

std::optional<Value> slice(const Value& value, const SliceRange& range) {
  const auto length = length_of(value);
  if (!length || value.is_mapping()) return std::nullopt;
  const bool forward = range.step > 0;
  const std::int64_t low = forward ? 0 : -1;
  const std::int64_t high = forward ? *length : *length - 1;
  const auto clamp = [&](std::optional<std::int64_t> part, std::int64_t otherwise) {
    if (!part) return otherwise;
    const std::int64_t place = *part < 0 ? *part + *length : *part;
    return std::clamp(place, low, high);
  };
  const std::int64_t start = clamp(range.start, forward ? low : high);
  const std::int64_t stop = clamp(range.stop, forward ? high : low);
  const std::size_t size = value.is_string() ? value.text().size() : value.list().size();
  usage().work_on_items(size);
  if (!usage().room_for(size * sizeof(Value))) return Value();
  const std::vector<std::size_t> offsets = character_offsets(value);
  ListValue items;
  std::string text;
  for (std::int64_t i = start; forward ? i < stop : i > stop;) {
    const auto place = static_cast<std::size_t>(i);
    if (value.is_string()) {
      text += value.text().substr(offsets[place], offsets[place + 1] - offsets[place]);
    } else {
      items.push(value.list().at(place));
    }
    // A huge step must not leave the range of 64 bits.
    const std::int64_t left = stop - i;
    if (forward ? range.step >= left : range.step <= left) break;
    i += range.step;
  }
  if (value.is_string()) return part_of(value, text);
  if (value.list().is_tuple()) return Value(ListValue::tuple(items.items()));
  return Value(std::move(items));
}

}  // namespace huice::tmpl
