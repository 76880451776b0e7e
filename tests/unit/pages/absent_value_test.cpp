// SPDX-License-Identifier: Apache-2.0
//
// Rows of yearbooks that have a sign in place of a figure: listed as what the sign means, and no
// figure anywhere.
#include "pages/rendered_site.h"

#include <doctest/doctest.h>

using namespace huice;
using namespace huice::test;

namespace {

constexpr const char* kDashboard = "dashboards/example-dashboard/";

// The pages of the small project with one more row, of the year after the last figure.
std::map<std::string, std::string> pages_with(std::string_view sign) {
  RenderedSite site("tests/sites/small");
  model::Records records = site.records();
  model::Observation more;
  for (const model::Observation& one : records.observations) {
    if (one.indicator == "example-count") more = one;
  }
  more.period = model::Period::parse("2026").value();
  more.qualifier = model::Qualifier::equal;
  more.value = model::ObservedValue::parse(sign).value();
  records.observations.push_back(more);
  site.use(std::move(records));
  return site.render();
}

}  // namespace

TEST_CASE("a dashboard lists a row without a figure as what its sign means") {
  using Sign = std::pair<std::string, std::string>;
  for (const Sign& one :
       {Sign("…", "不足最小单位"), Sign("-", "无"), Sign("不详", "不详"), Sign("x", "未公布")}) {
    CAPTURE(one.second);
    const auto pages = pages_with(one.first);
    const std::string html = pages.at(std::string(kDashboard) + "index.html");
    CHECK(has(html, "<td class=\"value\">" + one.second));
    CHECK(!has(html, "<td class=\"value\">0"));
    CHECK(has(pages.at(std::string(kDashboard) + "dashboard.md"), "| " + one.second));
  }
}

TEST_CASE("the open data keep the sign as the source prints it") {
  const auto pages = pages_with("…");
  bool found = false;
  for (const auto& [path, page] : pages) {
    if (!path.starts_with("dashboards/") || !path.ends_with(".csv")) continue;
    found = found || has(page, ",…,家,");
  }
  CHECK(found);
}

TEST_CASE("a row without a figure is nobody's newest figure") {
  RenderedSite site("tests/sites/small");
  const auto before = site.render();
  const auto after = pages_with("…");
  for (const auto& one : before) {
    const std::string& path = one.first;
    if (path.starts_with("dashboards/") || path == "index.html" || path == "index.md") continue;
    CAPTURE(path);
    CHECK(after.at(path) == one.second);
  }
}
