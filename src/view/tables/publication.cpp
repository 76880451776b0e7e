// SPDX-License-Identifier: Apache-2.0
//
// Booklets and dashboards.
#include "model/schema/choice.h"
#include "model/walk.h"
#include "view/links.h"
#include "view/prose_value.h"
#include "view/tables/records.h"
#include "view/wording.h"

namespace huice::view {
namespace {

using model::Booklet;
using model::Dashboard;
using model::Kpi;
using model::Observation;
using tmpl::Dict;
using tmpl::Value;

std::string chapter_number(const ChapterRef& ref, const Words& words) {
  const auto index = ref.chapter - ref.booklet->chapters.data();
  const int number = static_cast<int>(index) + 1;
  return words.text("name.chapter", {{"number", words.number(number)}});
}

Value kpi_comparison(const Kpi& kpi, const Observation& now, const PageScope& page) {
  const Observation* then = page.reader().observation(kpi.compare);
  if (then == nullptr) return nullptr;
  auto found = comparison_text(now, *then, page.reader().indicator(now.indicator), page.words());
  if (!found) return nullptr;
  return Value(Dict()
                   .set("text", Value(found->text))
                   .set("with", Value(found->with))
                   .set("direction", Value::borrow(found->direction)));
}

Value kpi_value(const Kpi& kpi, const PageScope& page) {
  const Observation& one = *page.reader().observation(kpi.fact);
  const model::Indicator* indicator = page.reader().indicator(one.indicator);
  const Observation* then = page.reader().observation(kpi.compare);
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
          .set("open_period", text_or_none(open_period_text(one.period, page.words())))
          .set("observation", view_of(one, page))
          .set("comparison", kpi_comparison(kpi, one, page))
          .set("note", text_or_none(kpi.note))
          .set("provisional", Value(open)));
}

Value targets_value(const Dashboard& dashboard, const PageScope& page) {
  std::vector<model::TargetRef> rows;
  for (const std::string& id : dashboard.policies) {
    const model::Policy* policy = page.reader().policy(id);
    model::each_target(*policy, [&rows](const model::TargetRef& one) { rows.push_back(one); });
  }
  return owned_views(rows, page);
}

Value observations_value(const Dashboard& dashboard, const PageScope& page) {
  tmpl::ListValue rows;
  for (const Observation* one : page.reader().observations(dashboard)) {
    rows.push(view_of(*one, page));
  }
  return Value(std::move(rows));
}

}  // namespace

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
         return Value(page.reader().measures(*c.booklet, *c.chapter).size());
       }},
      {"groups",
       [](const auto& c, const auto& page) {
         return group_values(grouped(page.reader().measures(*c.booklet, *c.chapter)), page);
       }},
  };
  return all;
}

template <>
const std::vector<Entry<KpiGroupRef>>& entries() {
  static const std::vector<Entry<KpiGroupRef>> all{
      {"intro", [](const auto& g, const auto& page) { return prose_value(g.group->intro, page); }},
      {"kpis",
       [](const auto& g, const auto& page) {
         return tmpl::list_of(g.group->kpis,
                              [&page](const Kpi& kpi) { return kpi_value(kpi, page); });
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
      {"groups",
       [](const auto& d, const auto& page) {
         return tmpl::list_of(d.groups, [&d, &page](const model::KpiGroup& group) {
           return owned_view(KpiGroupRef{&d, &group}, page);
         });
       }},
      {"targets", &targets_value},
      {"observations", &observations_value},
  };
  return all;
}

}  // namespace huice::view
