// SPDX-License-Identifier: Apache-2.0
//
// Measures by region, the site's own first, and who they are for.
#include "view/links.h"
#include "view/money_range.h"
#include "view/tables/records.h"

#include <algorithm>

namespace huice::view {
namespace {

using model::Beneficiary;
using model::MeasureRef;
using model::Region;
using tmpl::Dict;
using tmpl::Value;

Value line_value(const std::optional<model::PublicLine>& line) {
  if (!line) return nullptr;
  return Value(Dict()
                   .set("name", text(line->name))
                   .set("phone", text(line->phone))
                   .set("source", line->source ? text(line->source->document) : Value(nullptr))
                   .set("checked", date_value(line->checked)));
}

Value groups_of(const std::vector<MeasureRef>& measures, const PageScope& page) {
  return owned_views(by_region(measures, page.reader()), page);
}

}  // namespace

bool is_over(const derive::Status& status) {
  using derive::Force;
  return status.force == Force::expired || status.force == Force::superseded ||
         status.force == Force::repealed || status.force == Force::set_aside ||
         status.window == derive::Window::over;
}

void add_to(AnswerDigest& answer, const RegionGroup& one) {
  answer.add_number(one.own ? 1 : 0);
  if (one.region != nullptr) add_to(answer, *one.region);
  add_all_to(answer, one.measures);
}

std::vector<RegionGroup> by_region(const std::vector<MeasureRef>& measures, const Reader& reader) {
  std::vector<RegionGroup> groups;
  for (const MeasureRef& measure : measures) {
    const std::string& id = measure.in.policy->region;
    const auto known = std::find_if(groups.begin(), groups.end(), [&](const RegionGroup& group) {
      return group.measures.front().in.policy->region == id;
    });
    RegionGroup& group =
        known != groups.end()
            ? *known
            : groups.emplace_back(RegionGroup{reader.region(id), reader.is_own(id), {}});
    group.measures.push_back(measure);
  }
  const std::string& own = reader.site().region;
  const auto rank = [&own](const RegionGroup& group) {
    if (group.region != nullptr && group.region->id == own) return 0;
    return group.own ? 1 : 2;
  };
  std::stable_sort(groups.begin(), groups.end(),
                   [&rank](const auto& a, const auto& b) { return rank(a) < rank(b); });
  return groups;
}

std::vector<MeasureRef> own_first(const std::vector<MeasureRef>& measures, const Reader& reader) {
  std::vector<MeasureRef> all;
  for (const RegionGroup& group : by_region(measures, reader)) {
    all.insert(all.end(), group.measures.begin(), group.measures.end());
  }
  return all;
}

Value range_value(const std::vector<MeasureRef>& measures, const PageScope& page) {
  std::vector<const model::Measure*> shown;
  const Reader reader = page.reader();
  for (const MeasureRef& one : measures) {
    if (!reader.is_own(one.in.policy->region)) continue;
    if (!is_over(reader.status(one, page.scope.as_of))) shown.push_back(one.measure);
  }
  return text_or_none(money_range(shown, page.words()));
}

template <>
const std::vector<Entry<Region>>& entries() {
  static const std::vector<Entry<Region>> all{
      {"parent", [](const auto& r, const auto& page) { return region_value(r.parent, page); }},
      {"href", [](const auto& r, const auto&) { return Value(href(r)); }},
      {"own", [](const auto& r, const auto& page) { return Value(page.reader().is_own(r.id)); }},
      {"line", [](const auto& r, const auto&) { return line_value(r.line); }},
      {"measure_count",
       [](const auto& r, const auto& page) { return Value(page.reader().measures(r).size()); }},
  };
  return all;
}

template <>
const std::vector<Entry<RegionGroup>>& entries() {
  static const std::vector<Entry<RegionGroup>> all{
      {"region",
       [](const auto& g, const auto& page) {
         return g.region == nullptr ? Value(nullptr) : view_of(*g.region, page);
       }},
      {"own", [](const auto& g, const auto&) { return Value(g.own); }},
      {"measures", [](const auto& g, const auto& page) { return owned_views(g.measures, page); }},
      {"policies",
       [](const auto& g, const auto& page) { return group_values(grouped(g.measures), page); }},
  };
  return all;
}

template <>
const std::vector<Entry<Beneficiary>>& entries() {
  static const std::vector<Entry<Beneficiary>> all{
      {"href", [](const auto& b, const auto&) { return Value(href(b)); }},
      {"measures",
       [](const auto& b, const auto& page) {
         return measure_values(page.reader().measures(b), page);
       }},
      {"range", [](const auto& b,
                   const auto& page) { return range_value(page.reader().measures(b), page); }},
      {"groups",
       [](const auto& b, const auto& page) { return groups_of(page.reader().measures(b), page); }},
  };
  return all;
}

}  // namespace huice::view
