// SPDX-License-Identifier: Apache-2.0
#include "pages/kinds.h"
#include "view/links.h"

namespace huice::pages {

using namespace view;
namespace {

void add_dashboard_pages(const PageKind& kind, Collector& pages) {
  for (const model::Dashboard& dashboard : pages.reader().dashboards()) {
    PageSpec spec = pages.record_page(kind, "dashboards", dashboard, dashboard.title);
    spec.path = href(dashboard);
    spec.with_build = true;
    pages.add(kind, std::move(spec));
  }
}

void add_dashboard_list(const PageKind& kind, Collector& pages) {
  pages.add_list(kind, pages.reader().dashboards());
}

}  // namespace

const PageKind kDashboard{"dashboard",
                          {{"dashboard/index.html"},
                           {"dashboard/dashboard.md", "dashboard.md"},
                           {"dashboard/data.csv", "data.csv"}},
                          &add_dashboard_pages};
const PageKind kDashboards{
    "dashboards", {{"site/dashboards.html"}, {"site/dashboards.md"}}, &add_dashboard_list};

}  // namespace huice::pages
