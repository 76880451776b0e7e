// SPDX-License-Identifier: Apache-2.0
#include "pages/kinds.h"
#include "view/links.h"

namespace huice::pages {

using namespace view;
namespace {

void add_ladder_pages(const PageKind& kind, Collector& pages) {
  for (const model::Ladder& ladder : pages.reader().ladders()) {
    PageSpec spec = pages.record_page(kind, "ladders", ladder, ladder.title);
    spec.path = href(ladder);
    pages.add(kind, std::move(spec));
  }
}

void add_ladder_list(const PageKind& kind, Collector& pages) {
  pages.add_list(kind, pages.reader().ladders());
}

}  // namespace

const PageKind kLadder{"ladder", {{"site/ladder.html"}, {"site/ladder.md"}}, &add_ladder_pages};
const PageKind kLadders{"ladders", {{"site/ladders.html"}, {"site/ladders.md"}}, &add_ladder_list};

}  // namespace huice::pages
