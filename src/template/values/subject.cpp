// SPDX-License-Identifier: Apache-2.0
#include "template/values/subject.h"

#include "base/messages/template_run.h"
#include "template/values/builders.h"
#include "template/values/characters.h"
#include "template/values/operations.h"

#include <boost/container/small_vector.hpp>

#include <algorithm>
#include <charconv>
#include <functional>
#include <iterator>
#include <numeric>

namespace huice::tmpl {

std::optional<SubjectText> text_of(const Value& value, Call& call) {
  if (value.is_string() && value.text().size() > kLargestPrinted) {
    call.fail(msg::template_output_bound{.limit = kLargestPrinted});
    return std::nullopt;
  }
  if (value.is_string()) {
    usage().work_on_text(value.text().size());
    return SubjectText(value);
  }
  if (value.is_callable()) {
    call.fail(msg::template_prints_function{.value = describe(value)});
    return std::nullopt;
  }
  std::string text;
  switch (append_text(text, value)) {
    case Printing::ok:
      return SubjectText(std::move(text));
    case Printing::record:
      call.fail(msg::template_prints_record{});
      break;
    case Printing::too_large:
      call.fail(msg::template_output_bound{.limit = kLargestPrinted});
      break;
    case Printing::too_deep:
      call.fail(msg::template_value_depth{.limit = kDeepestPrinted});
      break;
    default:
      call.fail(msg::template_wrong_type{
          .callee = call.callee(), .wanted = msg::value_printable{}, .found = describe(value)});
  }
  return std::nullopt;
}

namespace {

bool is_within(std::string_view text, const Value& whole) {
  if (!whole.is_string()) return false;
  const std::less_equal<> before;
  return before(whole.text().data(), text.data()) &&
         before(text.data() + text.size(), whole.text().data() + whole.text().size());
}

}  // namespace

Value like(const Value& like, std::string_view text, Call& call) {
  const bool whole = like.is_string() && like.text().data() == text.data() &&
                     like.text().size() == text.size() &&
                     (!like.is_safe() || like.is_safe_for(call.format()));
  if (whole) return like;
  Value result = is_within(text, like) ? call.part(text) : Value::copy(text);
  return like.is_safe_for(call.format()) ? std::move(result).marked_safe(call.format()) : result;
}

Value like(const Value& like, std::string&& made, Call& call) {
  return call.made(std::move(made), like.is_safe_for(call.format()));
}

std::optional<std::vector<Value>> items_for(const Value& value, Call& call) {
  const auto items = items_of(value);
  if (!items) {
    call.fail(msg::template_wrong_type{
        .callee = call.callee(), .wanted = msg::value_list{}, .found = describe(value)});
    return std::nullopt;
  }
  const Sequence& list = items->list();
  usage().work_on_items(list.size());
  if (!usage().room_for(list.size() * sizeof(Value))) return std::nullopt;
  std::vector<Value> out;
  out.reserve(list.size());
  for (std::size_t i = 0; i < list.size(); ++i) out.push_back(list.at(i));
  return out;
}

namespace {

Value step_into(const Value& value, std::string_view part) {
  std::int64_t index = 0;
  const auto parsed = std::from_chars(part.data(), part.data() + part.size(), index);
  const bool number = !part.empty() && parsed.ec == std::errc() &&
                      parsed.ptr == part.data() + part.size() && part[0] != '-';
  // As in Jinja, whose paths know digits as numbers only.
  if (value.is_mapping())
    return value.mapping().value_of(number ? Value(index) : Value::borrow(part));
  if (number) return item_at(value, index);
  return value.is_list() ? value.list().field(part) : Value();
}

}  // namespace

Value follow(const Value& value, const Value& path) {
  if (const auto index = as_integer(path)) {
    return value.is_mapping() ? value.mapping().value_of(path) : item_at(value, *index);
  }
  if (!path.is_string()) return {};
  Value at = value;
  std::string_view rest = path.text();
  usage().work_on_characters(rest.size());
  while (true) {
    const std::size_t dot = rest.find('.');
    at = step_into(at, rest.substr(0, dot));
    if (dot == std::string_view::npos || at.is_undefined()) return at;
    rest.remove_prefix(dot + 1);
  }
}

Value key_of(const Value& item, const SortKey& key, Call& call) {
  Value value =
      key.attribute.is_undefined() || key.attribute.is_none() ? item : follow(item, key.attribute);
  if (value.is_undefined()) {
    std::string path;
    append_text(path, key.attribute);
    return call.fail(msg::template_undefined_attribute{.name = path, .value = describe(item)});
  }
  if (key.case_sensitive || !value.is_string()) return value;
  usage().work_on_characters(value.text().size());
  const auto folded = changed_to_lower(value.text());
  return folded ? Value(*folded) : value;
}

namespace {

// Lists in templates are short: no buffer for those.
template <class Iterator, class Before>
void sort_stably(Iterator first, Iterator last, Before before) {
  if (last - first > 16) return std::stable_sort(first, last, before);
  for (Iterator next = first; next != last; ++next) {
    for (Iterator at = next; at != first && before(*at, *(at - 1)); --at)
      std::iter_swap(at, at - 1);
  }
}

}  // namespace

Value sorted(std::vector<Value> items, std::span<const SortKey> keys, bool reverse, Call& call) {
  const std::size_t width = keys.size();
  boost::container::small_vector<Value, 8> by;  // a row of `width` keys for each item
  usage().work_on_items(items.size() * width);
  if (!usage().room_for(items.size() * width * sizeof(Value))) return {};
  by.reserve(items.size() * width);
  for (const Value& item : items) {
    for (const SortKey& key : keys) by.push_back(key_of(item, key, call));
    if (call.failed()) return {};
  }
  const auto before = [&](std::size_t a, std::size_t b) {
    for (std::size_t i = 0; i < width && !call.failed(); ++i) {
      const Value& left = by[a * width + i];
      const Value& right = by[b * width + i];
      const auto result = order(left, right);
      if (result && *result != 0) return reverse ? *result > 0 : *result < 0;
      if (result || equal(left, right)) continue;
      call.fail(msg::template_wrong_operands{
          .operation = "<", .left = describe(left), .right = describe(right)});
    }
    return false;
  };
  // Values without an order would break the sort's rules: look at neighbours first.
  for (std::size_t i = 1; i < items.size() && !call.failed(); ++i) before(0, i);
  boost::container::small_vector<std::size_t, 16> places(items.size());
  std::iota(places.begin(), places.end(), std::size_t{0});
  if (!call.failed()) sort_stably(places.begin(), places.end(), before);
  if (call.failed()) return {};
  by.assign(std::make_move_iterator(items.begin()), std::make_move_iterator(items.end()));
  for (std::size_t i = 0; i < items.size(); ++i) items[i] = std::move(by[places[i]]);
  return Value(ListValue(std::move(items)));
}

}  // namespace huice::tmpl
