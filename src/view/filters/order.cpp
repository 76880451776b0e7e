// SPDX-License-Identifier: Apache-2.0
#include "template/values/builders.h"
#include "template/values/subject.h"
#include "view/collation.h"
#include "view/filters/field_filters.h"

#include <algorithm>

namespace huice::view {
namespace {

using tmpl::Call;
using tmpl::Value;

// Equal names keep their order, also in reverse, as with Jinja's sort.
Value sort_pinyin(const Value& subject, Call& call) {
  auto items = tmpl::items_for(subject, call);
  const bool reverse = call.boolean(1).value_or(false);
  if (!items || call.failed()) return {};
  const tmpl::SortKey key{call.argument(0), true};
  struct Named {
    std::string name;
    Value item;
  };
  std::vector<Named> named;
  named.reserve(items->size());
  for (Value& item : *items) {
    const Value name = tmpl::key_of(item, key, call);
    if (call.failed()) return {};
    const auto text = tmpl::text_of(name, call);
    if (!text) return {};
    named.push_back({std::string(text->view()), std::move(item)});
  }
  if (reverse) std::reverse(named.begin(), named.end());
  sort_by_pinyin(named, [](const Named& one) { return one.name; });
  if (reverse) std::reverse(named.begin(), named.end());
  tmpl::ListValue sorted;
  sorted.reserve(named.size());
  for (Named& one : named) sorted.push(std::move(one.item));
  return Value(std::move(sorted));
}

}  // namespace

void add_order_filters(tmpl::Environment& environment) {
  environment.add_filter("sort_pinyin", {{"attribute", "reverse"}}, sort_pinyin);
}

}  // namespace huice::view
