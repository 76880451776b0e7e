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

void add_reads(const Scope& scope, Reads& reads) {
  const model::Library& library = scope.library;
  reads.add_list(library.policies());
  reads.add_list(library.organizations());
  reads.add_list(library.topics());
  reads.add_list(library.proposals());
  reads.add_list(library.booklets());
  add_ladders(reads, scope);
  add_dashboards(reads, scope);
  reads.add_prose(library.site().about);
  for (const model::Observation& one : library.observations()) reads.add(one.fact_id());
}

void set_lists(Dict& context, const PageScope& page) {
  const model::Library& library = page.library();
  set_policies(context, page);
  set_replies(context, page);
  context.set("topics", views(library.topics(), page));
  context.set("ladders", views(library.ladders(), page));
  context.set("booklets", views(library.booklets(), page));
  context.set("dashboards", views(library.dashboards(), page));
  context.set("counts", counts_value(page.scope.indexes.counts()));
}

void add_home(const PageKind& kind, Collector& pages) {
  const model::Site& site = pages.library().site();
  PageSpec spec;
  spec.info.kind = kind.name;
  spec.info.title = site.name;
  spec.info.description = site.subtitle.empty() ? site.name : site.subtitle;
  spec.path = "index.html";
  spec.with_build = true;
  spec.reads = [&scope = pages.scope()](Reads& reads) { add_reads(scope, reads); };
  spec.context = &set_lists;
  pages.add(kind, std::move(spec));
}

}  // namespace

const PageKind kHome{"home", {{"site/home.html"}, {"site/home.md"}}, &add_home};

}  // namespace huice::pages
