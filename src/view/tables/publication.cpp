// SPDX-License-Identifier: Apache-2.0
//
// Booklets and dashboards.
#include "model/schema/choice.h"
#include "model/walk.h"
#include "view/links.h"
#include "view/prose_value.h"
#include "view/tables/records.h"
#include "view/wording.h"

#include <algorithm>
#include <set>

namespace huice::view {
namespace {

using model::Booklet;
using model::Dashboard;
using model::Kpi;
using model::KpiGroup;
using model::MeasureRef;
using model::Observation;
using tmpl::Dict;
using tmpl::Value;

std::string chapter_number(const ChapterRef& ref, const Words& words) {
  const auto index = ref.chapter - ref.booklet->chapters.data();
  const int number = static_cast<int>(index) + 1;
  return words.text("name.chapter", {{"number", words.number(number)}});
}

Value kpi_comparison(const Kpi& kpi, const Observation& now, const PageScope& page) {
  const Observation* then = page.library().observation(kpi.compare);
  if (then == nullptr) return nullptr;
  auto found = comparison_text(now, *then, page.words());
  if (!found) return nullptr;
  return Value(Dict()
                   .set("text", Value(found->text))
                   .set("with", Value(found->with))
                   .set("direction", Value::borrow(found->direction)));
}

Value kpi_value(const Kpi& kpi, const PageScope& page) {
  const Observation& one = *page.library().observation(kpi.fact);
  const model::Indicator* indicator = page.library().indicator(one.indicator);
  const Observation* then = page.library().observation(kpi.compare);
  const bool open =
      one.provenance.is_provisional() || (then != nullptr && then->provenance.is_provisional());
  const bool exact = one.qualifier == model::Qualifier::equal;
  return Value(
      Dict()
          .set("label", kpi.label.empty() ? text(indicator->name) : text(kpi.label))
          .set("value", Value(one.value.text()))
          .set("unit", text(one.unit))
          .set("qualifier", exact ? Value(nullptr) : Value::borrow(model::symbol(one.qualifier)))
          .set("text", Value(one.quantity().text()))
          .set("period", Value(one.period.official()))
          .set("stated", Value(one.period.kind() != model::PeriodKind::unstated))
          .set("observation", view_of(one, page))
          .set("comparison", kpi_comparison(kpi, one, page))
          .set("note", text_or_none(kpi.note))
          .set("provisional", Value(open)));
}

Value targets_value(const Dashboard& dashboard, const PageScope& page) {
  std::vector<Progress> rows;
  for (const std::string& id : dashboard.policies) {
    const model::Policy* policy = page.library().policy(id);
    model::each_target(*policy, [&](const model::TargetRef& ref) {
      rows.push_back({ref, derive::reported(ref, page.library(), page.scope.as_of)});
    });
  }
  return owned_views(rows, page);
}

Value observations_value(const Dashboard& dashboard, const PageScope& page) {
  const auto regions = derive::regions_of(dashboard);
  const std::set<std::string_view> listed(regions.begin(), regions.end());
  tmpl::ListValue rows;
  for (const Observation& one : page.library().observations()) {
    if (listed.contains(one.region)) rows.push(view_of(one, page));
  }
  return Value(std::move(rows));
}

}  // namespace

std::vector<MeasureRef> measures_of(const model::Chapter& chapter, const Scope& scope) {
  std::vector<MeasureRef> found;
  std::set<const model::Measure*> seen;
  const auto add = [&](const MeasureRef& measure) {
    if (measure.measure != nullptr && seen.insert(measure.measure).second) found.push_back(measure);
  };
  for (const std::string& id : chapter.measures) add(scope.library.measure(id));
  const auto& policies = chapter.policies;
  for (const std::string& topic : chapter.topics) {
    for (const MeasureRef& measure : scope.indexes.measures(topic)) {
      const bool wanted = policies.empty() || std::find(policies.begin(), policies.end(),
                                                        measure.in.policy->id) != policies.end();
      if (wanted) add(measure);
    }
  }
  return found;
}

template <>
model::Place place_of(const Booklet& record) {
  return record.provenance.place;
}

template <>
const std::vector<Entry<Booklet>>& entries() {
  static const std::vector<Entry<Booklet>> all{
      {"preface", [](const auto& b, const auto& page) { return prose_value(b.preface, page); }},
      {"href", [](const auto& b, const auto&) { return Value(href(b)); }},
      {"source", [](const auto& b, const auto& page) { return source_value(b.provenance, page); }},
      {"chapters",
       [](const auto& b, const auto& page) {
         return tmpl::list_of(b.chapters, [&b, &page](const model::Chapter& chapter) {
           return owned_view(ChapterRef{&b, &chapter}, page);
         });
       }},
  };
  return all;
}

template <>
const std::vector<Entry<ChapterRef>>& entries() {
  static const std::vector<Entry<ChapterRef>> all{
      {"number",
       [](const auto& c, const auto& page) { return Value(chapter_number(c, page.words())); }},
      {"intro",
       [](const auto& c, const auto& page) { return prose_value(c.chapter->intro, page); }},
      {"href", [](const auto& c, const auto&) { return Value(href(*c.booklet, *c.chapter)); }},
      {"measure_count",
       [](const auto& c, const auto& page) {
         return Value(measures_of(*c.chapter, page.scope).size());
       }},
      {"groups",
       [](const auto& c, const auto& page) {
         return group_values(grouped(measures_of(*c.chapter, page.scope)), page);
       }},
  };
  return all;
}

template <>
const std::vector<Entry<KpiGroup>>& entries() {
  static const std::vector<Entry<KpiGroup>> all{
      {"intro", [](const auto& g, const auto& page) { return prose_value(g.intro, page); }},
      {"kpis",
       [](const auto& g, const auto& page) {
         return tmpl::list_of(g.kpis, [&page](const Kpi& kpi) { return kpi_value(kpi, page); });
       }},
  };
  return all;
}

template <>
model::Place place_of(const Dashboard& record) {
  return record.provenance.place;
}

template <>
const std::vector<Entry<Dashboard>>& entries() {
  static const std::vector<Entry<Dashboard>> all{
      {"region", [](const auto& d, const auto& page) { return region_value(d.region, page); }},
      {"intro", [](const auto& d, const auto& page) { return prose_value(d.intro, page); }},
      {"href", [](const auto& d, const auto&) { return Value(href(d)); }},
      {"data_csv",
       [](const auto& d, const auto&) { return Value("dashboards/" + d.id + "/data.csv"); }},
      {"groups", [](const auto& d, const auto& page) { return views(d.groups, page); }},
      {"targets", &targets_value},
      {"observations", &observations_value},
  };
  return all;
}

}  // namespace huice::view
