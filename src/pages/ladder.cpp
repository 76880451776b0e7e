// SPDX-License-Identifier: Apache-2.0
#include "model/schema/records.h"
#include "pages/kinds.h"
#include "view/links.h"

namespace huice::pages {

using namespace view;
namespace {

void add_ladder_pages(const PageKind& kind, Collector& pages) {
  for (const model::Ladder& ladder : pages.library().ladders()) {
    PageSpec spec = pages.record_page(kind, "ladders", ladder, ladder.title);
    spec.path = href(ladder);
    spec.reads = [&ladder, &library = pages.library()](Reads& reads) {
      reads.add_record(ladder);
      for (const model::LadderStep& step : ladder.steps) {
        for (const std::string& id : step.measures) reads.add_measure(library.measure(id));
      }
    };
    pages.add(kind, std::move(spec));
  }
}

void add_ladder_list(const PageKind& kind, Collector& pages) {
  pages.add_list(kind, pages.library().ladders(),
                 [&scope = pages.scope()](Reads& reads) { add_ladders(reads, scope); });
}

}  // namespace

void add_ladders(Reads& reads, const Scope& scope) {
  reads.add_list(scope.library.ladders());
  for (const model::Ladder& ladder : scope.library.ladders()) reads.add(ladder.region);
}

const PageKind kLadder{"ladder", {{"site/ladder.html"}, {"site/ladder.md"}}, &add_ladder_pages};
const PageKind kLadders{"ladders", {{"site/ladders.html"}, {"site/ladders.md"}}, &add_ladder_list};

}  // namespace huice::pages
