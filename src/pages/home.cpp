// SPDX-License-Identifier: Apache-2.0
#include "pages/kinds.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace huice::pages {

using namespace view;
namespace {

using tmpl::Dict;
using tmpl::Value;

Value counts_value(const derive::Counts& counts) {
  return Value(Dict()
                   .set("policies", Value(counts.policies))
                   .set("articles", Value(counts.articles))
                   .set("measures", Value(counts.measures))
                   .set("units", Value(counts.units))
                   .set("observations", Value(counts.observations))
                   .set("targets", Value(counts.targets))
                   .set("undertakings", Value(counts.undertakings)));
}

// So many of the newest texts and of the measures that end next.
constexpr std::size_t kNewest = 3;
constexpr std::size_t kClosing = 5;

// The newest texts of the site's own region.
Value newest_value(const PageScope& page) {
  const Reader reader = page.reader();
  std::vector<const model::Policy*> own;
  for (const model::Policy& one : reader.policies()) {
    const bool is_text = one.completeness != model::Completeness::reference;
    if (is_text && one.dates.signed_on && reader.is_own(one.region)) own.push_back(&one);
  }
  std::stable_sort(own.begin(), own.end(), [](const auto* a, const auto* b) {
    return b->dates.signed_on < a->dates.signed_on;
  });
  own.resize(std::min(own.size(), kNewest));
  tmpl::ListValue newest;
  for (const model::Policy* one : own) newest.push(view_of(*one, page));
  return Value(std::move(newest));
}

// The last day to apply, or the last on which the measure is to be had.
std::optional<model::Date> last_day(const model::Measure& measure) {
  if (measure.guide && measure.guide->closes_on) return measure.guide->closes_on;
  return measure.validity ? measure.validity->to : std::nullopt;
}

// The measures of the site's own region with a last day on record that is not past, the next first.
Value closing_value(const PageScope& page) {
  const Reader reader = page.reader();
  std::vector<std::pair<model::Date, model::MeasureRef>> ahead;
  for (const model::MeasureRef& one : reader.measures()) {
    const auto day = last_day(*one.measure);
    if (day && page.scope.as_of <= *day && reader.is_own(one.in.policy->region))
      ahead.emplace_back(*day, one);
  }
  std::stable_sort(ahead.begin(), ahead.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
  tmpl::ListValue next;
  for (std::size_t i = 0; i < std::min(ahead.size(), kClosing); ++i) {
    const auto& [day, measure] = ahead[i];
    next.push(
        Value(Dict().set("day", Value(day.official())).set("measure", owned_view(measure, page))));
  }
  return Value(std::move(next));
}

// How many targets of the site's own region are past their day, and of how many a figure is
// published.
Value progress_value(const PageScope& page) {
  const Reader reader = page.reader();
  std::size_t all = 0;
  std::size_t reported = 0;
  for (const model::Policy& policy : reader.policies()) {
    if (!reader.is_own(policy.region)) continue;
    model::each_target(policy, [&](const model::TargetRef& one) {
      ++all;
      if (reader.reported(one, page.scope.as_of) != nullptr) ++reported;
    });
  }
  return Value(Dict()
                   .set("targets", Value(all))
                   .set("reported", Value(reported))
                   .set("replies", Value(reader.replies().size())));
}

// Records of the site's own region first.
template <class Records>
Value own_views(const Records& records, const PageScope& page) {
  tmpl::ListValue all;
  for (const bool own : {true, false}) {
    for (const auto& one : records) {
      if (page.reader().is_own(one.region) == own) all.push(view_of(one, page));
    }
  }
  return Value(std::move(all));
}

void set_lists(Dict& context, const PageScope& page) {
  const Reader reader = page.reader();
  context.set("topics", views(reader.topics(), page));
  context.set("newest", newest_value(page));
  context.set("closing", closing_value(page));
  context.set("progress", progress_value(page));
  context.set("ladders", own_views(reader.ladders(), page));
  context.set("booklets", views(reader.booklets(), page));
  context.set("dashboards", own_views(reader.dashboards(), page));
}

void set_about(Dict& context, const PageScope& page) {
  context.set("counts", counts_value(page.reader().counts()));
}

void add_about(const PageKind& kind, Collector& pages) {
  PageSpec spec = pages.list_page(kind);
  spec.path = "about.html";
  spec.with_build = true;
  spec.context = &set_about;
  pages.add(kind, std::move(spec));
}

void add_home(const PageKind& kind, Collector& pages) {
  const model::Site& site = pages.reader().site();
  PageSpec spec;
  spec.info.kind = kind.name;
  spec.info.title = site.name;
  spec.info.description = site.subtitle.empty() ? site.name : site.subtitle;
  spec.path = "index.html";
  spec.with_build = true;
  spec.context = &set_lists;
  pages.add(kind, std::move(spec));
}

}  // namespace

const PageKind kAbout{"about", {{"site/about.html"}, {"site/about.md"}}, &add_about};
const PageKind kHome{"home", {{"site/home.html"}, {"site/home.md"}}, &add_home};

}  // namespace huice::pages
