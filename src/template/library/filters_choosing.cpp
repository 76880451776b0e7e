// SPDX-License-Identifier: Apache-2.0
// Filters that apply other filters and tests to every item, and those that order and group items.

#include "base/messages/template_run.h"
#include "template/library/registry.h"
#include "template/values/builders.h"
#include "template/values/characters.h"
#include "template/values/operations.h"
#include "template/values/subject.h"

#include <boost/container/small_vector.hpp>

namespace huice::tmpl {
namespace {

// As in Jinja, these filters take 0 and false for lists without items.
std::optional<std::vector<Value>> items_or_none(const Value& subject, Call& call) {
  if (is_number(subject) && !truthy(subject)) return std::vector<Value>();
  return items_for(subject, call);
}

Value map(const Value& subject, Call& call) {
  const auto items = items_or_none(subject, call);
  if (!items) return {};
  const auto given = call.positional();
  const Value& attribute = call.named("attribute");
  const Value& otherwise = call.named("default");
  if (attribute.is_undefined() && (given.empty() || !given[0].is_string())) {
    return call.fail(msg::template_missing_argument{.callee = call.callee(), .name = "attribute"});
  }
  std::vector<Value> out;
  out.reserve(items->size());
  for (const Value& item : *items) {
    if (attribute.is_undefined()) {
      out.push_back(call.filter(given[0].text(), item, given.subspan(1)));
    } else {
      Value found = follow(item, attribute);
      if (found.is_undefined()) found = otherwise.is_undefined() ? call.undefined() : otherwise;
      out.push_back(std::move(found));
    }
    if (call.failed()) return {};
  }
  return Value(ListValue(std::move(out)));
}

struct Choice {
  bool by_attribute = false;
  bool wanted = true;
};

// select, reject: [test, arguments…]; selectattr, rejectattr: attribute, [test, arguments…].
Filter choosing(Choice choice) {
  return [choice](const Value& subject, Call& call) -> Value {
    const auto items = items_or_none(subject, call);
    if (!items) return {};
    auto given = call.positional();
    Value attribute;
    if (choice.by_attribute) {
      if (given.empty()) {
        return call.fail(
            msg::template_missing_argument{.callee = call.callee(), .name = "attribute"});
      }
      attribute = given[0];
      given = given.subspan(1);
    }
    std::vector<Value> kept;
    for (const Value& item : *items) {
      const Value tested = choice.by_attribute ? follow(item, attribute) : item;
      bool holds = false;
      if (!given.empty() && given[0].is_string()) {
        holds = call.test(given[0].text(), tested, given.subspan(1));
      } else if (tested.is_undefined()) {
        key_of(item, {attribute, true}, call);  // reports what is missing
      } else {
        holds = truthy(tested);
      }
      if (call.failed()) return {};
      if (holds == choice.wanted) kept.push_back(item);
    }
    return Value(ListValue(std::move(kept)));
  };
}

// "a,b.c": several attributes, the first decides.
using SortKeys = boost::container::small_vector<SortKey, 2>;

SortKeys sort_keys(const Value& attribute, bool case_sensitive) {
  SortKeys keys;
  if (!attribute.is_string()) {
    keys.push_back({attribute, case_sensitive});
    return keys;
  }
  std::string_view rest = attribute.text();
  while (true) {
    const std::size_t comma = rest.find(',');
    keys.push_back({Value(std::string(rest.substr(0, comma))), case_sensitive});
    if (comma == std::string_view::npos) return keys;
    rest.remove_prefix(comma + 1);
  }
}

Value sort(const Value& subject, Call& call) {
  auto items = items_for(subject, call);
  if (!items) return {};
  const bool reverse = call.boolean(0).value_or(false);
  const bool case_sensitive = call.boolean(1).value_or(false);
  const SortKeys keys = sort_keys(call.argument(2), case_sensitive);
  return sorted(std::move(*items), {keys.data(), keys.size()}, reverse, call);
}

/// One group: the tuple (grouper, list), whose parts have these names too.
class Group final : public Sequence {
 public:
  Group(Value grouper, Value list) : grouper_(std::move(grouper)), list_(std::move(list)) {}
  std::size_t size() const override { return 2; }
  Value at(std::size_t index) const override { return index == 0 ? grouper_ : list_; }
  bool is_tuple() const override { return true; }
  Value field(std::string_view name) const override {
    if (name == "grouper") return grouper_;
    return name == "list" ? list_ : Value();
  }

 private:
  Value grouper_;
  Value list_;
};

Value groupby(const Value& subject, Call& call) {
  auto items = items_for(subject, call);
  if (!items) return {};
  const SortKey key{call.argument(0), call.boolean(2).value_or(false)};
  const Value& otherwise = call.argument(1);
  // (key, key as written, item) as tuples, sorted by the first part.
  std::vector<Value> rows;
  for (Value& item : *items) {
    Value written = follow(item, key.attribute);
    if (written.is_undefined()) written = otherwise;
    if (written.is_undefined()) return key_of(item, key, call);
    const bool folded = !key.case_sensitive && written.is_string();
    Value compared = folded ? Value(to_lower(written.text())) : written;
    if (usage().exceeded()) return {};
    rows.emplace_back(ListValue::tuple({std::move(compared), std::move(written), std::move(item)}));
  }
  const SortKey first{Value(0), true};
  const Value ordered = sorted(std::move(rows), {&first, 1}, false, call);
  if (call.failed()) return {};
  std::vector<Value> groups;
  const Sequence& list = ordered.list();
  for (std::size_t i = 0; i < list.size();) {
    const Value start = list.at(i);
    std::vector<Value> members;
    for (; i < list.size() && equal(list.at(i).list().at(0), start.list().at(0)); ++i) {
      members.push_back(list.at(i).list().at(2));
    }
    groups.emplace_back(Group(start.list().at(1), Value(ListValue(std::move(members)))));
  }
  return Value(ListValue(std::move(groups)));
}

Value attribute(const Value& subject, Call& call) {
  const auto name = call.text(0);
  if (!name) return {};
  if (subject.is_mapping()) return subject.mapping().get(*name);
  return subject.is_list() ? subject.list().field(*name) : Value();
}

Value default_value(const Value& subject, Call& call) {
  const bool missing =
      subject.is_undefined() || (call.boolean(1).value_or(false) && !truthy(subject));
  if (!missing) return subject;
  return call.positional().empty() || !call.has(0) ? Value("") : call.argument(0);
}

}  // namespace

void add_choosing_filters(Registry& registry) {
  Signature any;
  any.more_positional = true;
  registry.filter("select", any, choosing({false, true}));
  registry.filter("reject", any, choosing({false, false}));
  registry.filter("selectattr", any, choosing({true, true}));
  registry.filter("rejectattr", any, choosing({true, false}));
  any.more_named = true;
  registry.filter("map", any, map);
  registry.filter("sort", {{"reverse", "case_sensitive", "attribute"}}, sort);
  registry.filter("groupby", {{"attribute", "default", "case_sensitive"}, 1}, groupby);
  registry.filter("attr", {{"name"}, 1}, attribute);
  Signature tolerant{{"default_value", "boolean"}};
  tolerant.takes_undefined = true;
  registry.filter("default", tolerant, default_value);
  registry.filter_alias("d", "default");
}

}  // namespace huice::tmpl
