// SPDX-License-Identifier: Apache-2.0
// Filters that take lists apart and put them together.

#include "base/messages/template_run.h"
#include "markup/escape.h"
#include "template/library/registry.h"
#include "template/values/builders.h"
#include "template/values/characters.h"
#include "template/values/operations.h"
#include "template/values/subject.h"

#include <algorithm>
#include <unordered_map>

namespace huice::tmpl {
namespace {

Value first_item(const Value& subject, Call& call) {
  const auto items = items_for(subject, call);
  return items && !items->empty() ? items->front() : Value();
}

Value last_item(const Value& subject, Call& call) {
  const auto items = items_for(subject, call);
  return items && !items->empty() ? items->back() : Value();
}

Value to_list(const Value& subject, Call& call) {
  auto items = items_for(subject, call);
  return items ? Value(ListValue(std::move(*items))) : Value();
}

Value reversed(const Value& subject, Call& call) {
  auto items = items_for(subject, call);
  if (!items) return {};
  std::reverse(items->begin(), items->end());
  if (!subject.is_string()) return Value(ListValue(std::move(*items)));
  std::string text;
  for (const Value& item : *items) text += item.text();
  return like(subject, std::move(text), call);
}

// Once the separator or an item is safe, the whole is and the other parts are escaped.
Value join_items(const Value& subject, Call& call) {
  auto items = items_for(subject, call);
  if (!items) return {};
  const bool by_attribute = call.has(1) && !call.argument(1).is_none();
  for (std::size_t i = 0; by_attribute && i < items->size(); ++i) {
    (*items)[i] = key_of((*items)[i], {call.argument(1), true}, call);
    if (call.failed()) return {};
  }
  const Value separator =
      call.has(0) ? Value::borrow_value(call.argument(0)) : Value::borrow(std::string_view());
  const Format format = call.format();
  const auto is_safe = [format](const Value& part) { return part.is_safe_for(format); };
  const bool safe =
      call.escapes() && (is_safe(separator) || std::any_of(items->begin(), items->end(), is_safe));
  std::string out;
  std::size_t size = items->size() * (separator.is_string() ? separator.text().size() : 0);
  for (const Value& item : *items) size += item.is_string() ? item.text().size() : 0;
  out.reserve(std::min(size, kLargestPrinted));
  const auto add = [&](const Value& part) {
    const auto text = text_of(part, call);
    if (!text) return;
    if (safe && !part.is_safe_for(format)) {
      markup::escape(out, *text, format);
    } else {
      out += text->view();
    }
  };
  for (std::size_t i = 0; i < items->size() && !call.failed(); ++i) {
    if (out.size() > kLargestPrinted) {
      return call.fail(msg::template_output_bound{.limit = kLargestPrinted});
    }
    if (i > 0) add(separator);
    const Value& item = (*items)[i];
    if (item.is_none() || item.is_undefined()) {
      return call.fail(
          msg::template_wrong_type{.callee = call.callee(),
                                   .wanted = msg::value_printable_item{.number = i + 1},
                                   .found = describe(item)});
    }
    add(item);
  }
  if (call.failed()) return {};
  return call.made(std::move(out), safe);
}

std::int64_t positive(Call& call, std::size_t place) {
  const std::int64_t count = call.integer(place).value_or(0);
  if (count <= 0 && !call.failed()) {
    call.fail(
        msg::template_bad_value{.callee = call.callee(), .value = msg::bad_count_below_one{}});
  }
  return count;
}

constexpr std::int64_t kMostParts = 100000;

Value batch(const Value& subject, Call& call) {
  const auto items = items_for(subject, call);
  const std::int64_t size = positive(call, 0);
  if (call.failed()) return {};
  const Value& fill = call.argument(1);
  std::vector<Value> rows;
  std::vector<Value> row;
  for (const Value& item : *items) {
    if (usage().exceeded()) return {};
    if (static_cast<std::int64_t>(row.size()) == size) {
      rows.emplace_back(ListValue(std::exchange(row, {})));
    }
    row.push_back(item);
  }
  const bool filled = !fill.is_undefined() && !fill.is_none() && size <= kMostParts;
  if (filled && !row.empty()) usage().work_on_items(static_cast<std::size_t>(size));
  while (filled && !row.empty() && static_cast<std::int64_t>(row.size()) < size) {
    row.push_back(fill);
  }
  if (!row.empty()) rows.emplace_back(ListValue(std::move(row)));
  return Value(ListValue(std::move(rows)));
}

Value slice_into(const Value& subject, Call& call) {
  const auto items = items_for(subject, call);
  const std::int64_t slices = positive(call, 0);
  if (call.failed()) return {};
  if (slices > kMostParts) {
    return call.fail(msg::template_bad_value{.callee = call.callee(), .value = msg::bad_slices{}});
  }
  const Value& fill = call.argument(1);
  const auto count = static_cast<std::size_t>(slices);
  usage().work_on_making(count);
  const std::size_t size = items->size() / count;
  const std::size_t longer = items->size() % count;
  std::vector<Value> columns;
  auto at = items->begin();
  for (std::size_t i = 0; i < count; ++i) {
    const auto end = at + static_cast<std::ptrdiff_t>(size + (i < longer ? 1 : 0));
    std::vector<Value> column(at, end);
    at = end;
    if (!fill.is_undefined() && !fill.is_none() && i >= longer) column.push_back(fill);
    columns.emplace_back(ListValue(std::move(column)));
  }
  return Value(ListValue(std::move(columns)));
}

std::optional<std::vector<Value>> pairs_of(const Value& subject, Call& call) {
  if (!subject.is_mapping()) {
    call.fail(msg::template_wrong_type{
        .callee = call.callee(), .wanted = msg::value_mapping{}, .found = describe(subject)});
    return std::nullopt;
  }
  std::vector<Value> pairs;
  usage().work_on_making(2 * subject.mapping().size());
  for (const Value& key : subject.mapping().all_keys()) {
    if (usage().exceeded()) return std::nullopt;
    pairs.emplace_back(ListValue::tuple({key, subject.mapping().value_of(key)}));
  }
  return pairs;
}

Value items_of_mapping(const Value& subject, Call& call) {
  if (subject.is_undefined()) return Value(ListValue());
  auto pairs = pairs_of(subject, call);
  return pairs ? Value(ListValue(std::move(*pairs))) : Value();
}

Value dictsort(const Value& subject, Call& call) {
  auto pairs = pairs_of(subject, call);
  const std::string_view by = call.text(1).value_or("key");
  if (call.failed()) return {};
  if (by != "key" && by != "value") {
    return call.fail(
        msg::template_bad_value{.callee = call.callee(), .value = msg::bad_sort_by{.by = by}});
  }
  const SortKey key{Value(by == "key" ? 0 : 1), call.boolean(0).value_or(false)};
  for (std::size_t i = 1; i < pairs->size(); ++i) {
    const Value one = key_of((*pairs)[i - 1], key, call);
    const Value other = key_of((*pairs)[i], key, call);
    if (call.failed()) return {};
    if (order(one, other)) continue;
    return call.fail(msg::template_wrong_operands{
        .operation = "<", .left = describe(one), .right = describe(other)});
  }
  return sorted(std::move(*pairs), {&key, 1}, call.boolean(2).value_or(false), call);
}

Value unique_items(const Value& subject, Call& call) {
  const auto items = items_for(subject, call);
  if (!items) return {};
  const SortKey key{call.argument(1), call.boolean(0).value_or(false)};
  std::unordered_multimap<std::size_t, Value> seen;
  std::vector<Value> kept;
  for (const Value& item : *items) {
    Value by = key_of(item, key, call);
    if (call.failed() || usage().exceeded()) return {};
    const std::size_t hash = equality_hash(by);
    const auto alike = seen.equal_range(hash);
    const bool known = std::any_of(alike.first, alike.second, [&by](const auto& other) {
      ++usage().steps;
      return equal(by, other.second);
    });
    if (known) continue;
    seen.emplace(hash, std::move(by));
    kept.push_back(item);
  }
  return Value(ListValue(std::move(kept)));
}

}  // namespace

void add_list_filters(Registry& registry) {
  registry.filter("first", {}, first_item);
  registry.filter("last", {}, last_item);
  registry.filter("list", {}, to_list);
  registry.filter("reverse", {}, reversed);
  registry.filter("join", {{"d", "attribute"}}, join_items);
  registry.filter("batch", {{"linecount", "fill_with"}, 1}, batch);
  registry.filter("slice", {{"slices", "fill_with"}, 1}, slice_into);
  Signature tolerant;
  tolerant.takes_undefined = true;
  registry.filter("items", tolerant, items_of_mapping);
  registry.filter("dictsort", {{"case_sensitive", "by", "reverse"}}, dictsort);
  registry.filter("unique", {{"case_sensitive", "attribute"}}, unique_items);
}

}  // namespace huice::tmpl
