// SPDX-License-Identifier: Apache-2.0
#include "pages/kinds.h"

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

void set_lists(Dict& context, const PageScope& page) {
  const Reader reader = page.reader();
  set_policies(context, page);
  set_replies(context, page);
  context.set("topics", views(reader.topics(), page));
  context.set("ladders", views(reader.ladders(), page));
  context.set("booklets", views(reader.booklets(), page));
  context.set("dashboards", views(reader.dashboards(), page));
  context.set("counts", counts_value(reader.counts()));
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

const PageKind kHome{"home", {{"site/home.html"}, {"site/home.md"}}, &add_home};

}  // namespace huice::pages
