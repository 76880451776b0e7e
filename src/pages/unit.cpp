// SPDX-License-Identifier: Apache-2.0
#include "pages/kinds.h"
#include "view/collation.h"
#include "view/links.h"
#include "view/wording.h"

#include <algorithm>
#include <map>
#include <set>

namespace huice::pages {

using namespace view;
namespace {

using tmpl::Dict;
using tmpl::Value;

// A unit's articles, gathered by policy.
void set_duties(const model::Organization& organization, Dict& context, const PageScope& page) {
  std::vector<DutyGroup> groups;
  std::size_t measures = 0;
  for (const derive::Duty& duty : page.reader().duties(organization)) {
    if (groups.empty() || groups.back().policy != duty.in.policy) {
      groups.push_back({duty.in.policy, {}});
    }
    groups.back().duties.push_back(duty);
    measures += duty.in.article->measures.size();
  }
  context.set("org", view_of(organization, page));
  context.set("groups", owned_views(groups, page));
  context.set("measure_count", Value(measures));
}

template <class Record>
Value pointed_views(const std::vector<const Record*>& records, const PageScope& page) {
  return tmpl::list_of(records, [&page](const Record* one) { return view_of(*one, page); });
}

// What else names it: what it issued, interprets, pays or promised.
void set_involvement(const model::Organization& organization, Dict& context,
                     const PageScope& page) {
  const derive::Involvement& found = page.reader().involvement(organization);
  context.set("issued", pointed_views(found.issued, page));
  context.set("interpreted", pointed_views(found.interpreted, page));
  context.set("funded", pointed_views(found.funded, page));
  context.set("paid", owned_views(found.paid, page));
  context.set("received", owned_views(found.received, page));
  const std::string told = tally_text(found.undertakings, page.scope.as_of, page.words());
  const Value tally = told.empty() ? Value(nullptr) : Value(told);
  context.set("undertakings", owned_views(found.undertakings, page));
  context.set("undertaking_tally", tally);
  context.set("replies", pointed_views(found.replies, page));
}

// How many texts it issued, interprets or bears a part of, each once.
std::size_t text_count(const derive::Involvement& found) {
  std::set<const model::Policy*> texts(found.issued.begin(), found.issued.end());
  texts.insert(found.interpreted.begin(), found.interpreted.end());
  texts.insert(found.funded.begin(), found.funded.end());
  return texts.size() + found.replies.size();
}

std::size_t paid_count(const derive::Involvement& found) {
  std::set<const model::Measure*> measures;
  for (const auto* list : {&found.paid, &found.received}) {
    for (const model::MeasureRef& one : *list) measures.insert(one.measure);
  }
  return measures.size();
}

void add_unit_pages(const PageKind& kind, Collector& pages) {
  for (const model::Organization& organization : pages.reader().organizations()) {
    PageSpec spec = pages.record_page(kind, "units", organization, organization.name);
    spec.path = href(organization);
    spec.context = [&organization](Dict& context, const PageScope& page) {
      set_duties(organization, context, page);
      set_involvement(organization, context, page);
    };
    pages.add(kind, std::move(spec));
  }
}

Value unit_value(const model::Organization& organization, const PageScope& page) {
  const auto& duties = page.reader().duties(organization);
  const derive::Involvement& involvement = page.reader().involvement(organization);
  const auto leads = std::count_if(duties.begin(), duties.end(),
                                   [](const derive::Duty& duty) { return duty.lead; });
  return Value(Dict()
                   .set("org", view_of(organization, page))
                   .set("article_count", Value(duties.size()))
                   .set("lead_count", Value(leads))
                   .set("undertaking_count", Value(involvement.undertakings.size()))
                   .set("paid_count", Value(paid_count(involvement)))
                   .set("text_count", Value(text_count(involvement))));
}

// By region, the site's own first; in each in the order of their names' pinyin.
void set_units(Dict& context, const PageScope& page) {
  std::vector<const model::Organization*> sorted;
  for (const auto& organization : page.reader().organizations()) sorted.push_back(&organization);
  sort_by_pinyin(sorted, [](const model::Organization* one) { return one->name; });
  std::map<std::string_view, std::vector<Value>> by_region;
  for (const model::Organization* one : sorted) {
    by_region[one->region].push_back(unit_value(*one, page));
  }
  std::vector<std::string_view> regions;
  for (const auto& group : by_region) regions.push_back(group.first);
  const Reader reader = page.reader();
  const auto rank = [&reader](std::string_view region) {
    return region == reader.site().region ? 0 : reader.is_own(region) ? 1 : 2;
  };
  std::stable_sort(regions.begin(), regions.end(),
                   [&rank](const auto a, const auto b) { return rank(a) < rank(b); });
  tmpl::ListValue groups;
  for (const std::string_view region : regions) {
    groups.push(Value(Dict()
                          .set("region", region_value(std::string(region), page))
                          .set("orgs", Value(tmpl::ListValue(std::move(by_region[region]))))));
  }
  context.set("groups", Value(std::move(groups)));
}

void add_unit_list(const PageKind& kind, Collector& pages) {
  if (pages.reader().organizations().empty()) return;
  PageSpec spec = pages.list_page(kind);
  spec.context = &set_units;
  pages.add(kind, std::move(spec));
}

}  // namespace

const PageKind kUnit{"unit", {{"site/unit.html"}, {"site/unit.md"}}, &add_unit_pages};
const PageKind kUnits{"units", {{"site/units.html"}, {"site/units.md"}}, &add_unit_list};

}  // namespace huice::pages
