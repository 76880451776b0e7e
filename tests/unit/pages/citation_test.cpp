// SPDX-License-Identifier: Apache-2.0
//
// What citations print as, where links lead, and what pages ask, on tests/sites/small.
#include "pages/rendered_site.h"
#include "view/links.h"
#include "view/prose_value.h"

#include <doctest/doctest.h>

using namespace huice;
using namespace huice::test;

namespace {

const RenderedSite& small() {
  static const RenderedSite site("tests/sites/small");
  return site;
}

std::string printed(const std::string& prose, markup::Format format, const std::string& root) {
  Diagnostics problems;
  const view::PageScope page{small().scope(), format, root, problems};
  const auto value = view::prose_value(model::Prose{prose, {}}, page);
  CHECK_FALSE(problems.has_errors());
  return std::string(value.text());
}

std::string in_html(const std::string& prose) {
  return printed(prose, markup::Format::html, "../");
}
std::string in_markdown(const std::string& prose) {
  return printed(prose, markup::Format::markdown, "");
}

view::Questions questions_of(const std::string& path) {
  view::Questions questions;
  for (const pages::Page& page : small().pages()) {
    if (page.path != path) continue;
    std::string bytes;
    Diagnostics problems;
    CHECK(page.render(bytes, problems, &questions));
    return questions;
  }
  FAIL(path);
  return questions;
}

std::string unnamed(const std::string& path, const std::vector<std::string>& wanted) {
  const view::Questions questions = questions_of(path);
  std::string missing;
  for (const std::string& id : wanted) {
    if (!questions.name(id)) missing += id + "\n";
  }
  return missing;
}

}  // namespace

TEST_CASE("a cited figure prints its value with unit and qualifier, linked to its row") {
  CHECK(in_html("{{ fact('example-count@example-city/@2025-12-31') }}") ==
        "<p><a href=\"../dashboards/example-dashboard/index.html#example-count@example-city/"
        "@2025-12-31\">58家</a></p>");
  CHECK(in_markdown("现有{{ fact('example-count@example-city/@2025-12-31') }}。") ==
        "现有[58家](dashboards/example-dashboard/index.html#example-count@example-city/"
        "@2025-12-31)。");
}

TEST_CASE("a cited figure that nobody has checked says so") {
  CHECK(in_html("{{ fact('example-count@example-city/2023') }}").find(">30余家（待核）</a>") !=
        std::string::npos);
  CHECK(
      in_markdown("{{ fact('example-share@example-city/2025') }}").starts_with("[约10%（待核）]("));
}

TEST_CASE("filters choose what of a figure is printed") {
  CHECK(in_markdown("{{ fact('example-count@example-city/@2025-12-31') | value }}")
            .starts_with("[58]("));
  CHECK(in_markdown("{{ fact('example-count@example-city/@2025-12-31') | period }}")
            .starts_with("[2025年12月31日]("));
}

TEST_CASE("cited amounts and targets print as cards have them, linked to their place") {
  CHECK(in_markdown("{{ amount('example-2026-1/1/recognised') }}") ==
        "[一次性10万元](policies/example-2026-1.html#1/recognised)");
  CHECK(in_html("{{ target('example-2026-1/1/count') }}") ==
        "<p><a href=\"../policies/example-2026-1.html#1/count\">突破100家</a></p>");
}

TEST_CASE("cited documents print by name, number, title or label") {
  CHECK(in_markdown("{{ cite('example-2026-1') }}") ==
        "[《示例市支持中小企业发展若干措施》（示府发〔2026〕1号）](policies/example-2026-1.html)");
  CHECK(in_markdown("{{ cite('example-2026-1') | number }}") ==
        "[示府发〔2026〕1号](policies/example-2026-1.html)");
  CHECK(in_markdown("{{ cite('example-2026-1') | title }}") ==
        "[《示例市支持中小企业发展若干措施》](policies/example-2026-1.html)");
  CHECK(in_markdown("{{ cite('example-2026-1/1') | label }}") ==
        "[一、](policies/example-2026-1.html#1)");
  CHECK(in_markdown("{{ cite('example-2020') | number }}") ==
        "[《示例市促进企业发展办法》](policies/example-2020.html)");
}

TEST_CASE("the text of a record is escaped in the page's format") {
  CHECK(in_html("1 < 2 & \"x\"").find("1 &lt; 2 &amp; &#34;x&#34;") != std::string::npos);
  CHECK(in_html("# 标题").find("<h3 id=\"标题\">标题</h3>") != std::string::npos);
}

TEST_CASE("headings of two texts on one page have different ids, and links lead to their own") {
  Diagnostics problems;
  const view::PageScope page{small().scope(), markup::Format::html, "", problems};
  const model::Prose first{"# 申报条件\n\n[见](#申报条件)", {}};
  const model::Prose second = first;
  const auto html = [&page](const model::Prose& prose) {
    return std::string(view::prose_value(prose, page).text());
  };
  CHECK(html(first).starts_with("<h3 id=\"申报条件\">"));
  CHECK(html(second) ==
        "<h3 id=\"申报条件-1\">申报条件</h3>\n<p><a "
        "href=\"#%E7%94%B3%E6%8A%A5%E6%9D%A1%E4%BB%B6-1\">见</a></p>");
  // A template asks whether there is a text and then prints it.
  CHECK(html(first).starts_with("<h3 id=\"申报条件\">"));
}

TEST_CASE("a page's root leads out of all folders that the page is in") {
  CHECK(view::root_of("index.html").empty());
  CHECK(view::root_of("policies/a.html") == "../");
  CHECK(view::root_of("replies/a/index.html") == "../../");
}

TEST_CASE("links name files, so that pages open from a disk") {
  const model::Library& library = small().library();
  const model::MeasureRef measure = library.measure("example-2026-1/1/recognised");
  CHECK(view::href(*library.policy("example-2026-1")) == "policies/example-2026-1.html");
  CHECK(view::href(measure.in) == "policies/example-2026-1.html#1");
  CHECK(view::href(measure) == "policies/example-2026-1.html#1/recognised");
  CHECK(view::href(*library.proposal("example-1")) == "replies/example-1/index.html");
  CHECK(view::href(library.booklets().front(), library.booklets().front().chapters.front()) ==
        "booklets/example-booklet/growth.html");
  CHECK(view::document_href("example-1", view::Reader(library)) == "replies/example-1/index.html");
  CHECK(view::document_href("《别的文件》", view::Reader(library)).empty());
}

TEST_CASE("the anchor of a figure holds nothing that would end a link") {
  model::Observation one;
  one.indicator = "i";
  one.region = "r";
  one.period = *model::Period::parse("2024");
  one.variant = "press";
  CHECK(view::anchor(one) == "i@r/2024~press");
}

TEST_CASE("a policy's page asks about its units, topics, facts and other texts") {
  const std::string path = "policies/example-2026-1.html";
  CHECK(unnamed(path, {"example-gov", "example-gxj", "example-czj", "example-fwzx", "growth",
                       "example-sme", "example-2020", "example-2026-1/1/recognised"}) == "");
  CHECK_FALSE(questions_of(path).name("example-ladder"));
  // A topic that one measure has of its own is not printed there.
  CHECK_FALSE(questions_of(path).name("credit"));
}

TEST_CASE("pages ask about the facts that their prose cites") {
  CHECK(unnamed("replies/example-1/index.html",
                {"example-2026-1/1", "example-2026-1/1/recognised",
                 "example-count@example-city/@2025-12-31", "example-gov"}) == "");
  CHECK(unnamed("dashboards/example-dashboard/data.csv",
                {"example-count@example-city/2023", "example-share@example-city/unstated"}) == "");
  CHECK(unnamed("units/example-gxj.html", {"example-2026-1", "example-city"}) == "");
  CHECK(unnamed("topics/credit.html", {"example-2026-1/2/discount", "example-2026-1"}) == "");
  CHECK(unnamed("index.html", {"example-2026-1", "growth"}) == "");
}

TEST_CASE("a page that is rendered twice asks the same and is answered the same") {
  for (const pages::Page& page : small().pages()) {
    std::string bytes;
    Diagnostics problems;
    view::Questions first;
    view::Questions second;
    CHECK(page.render(bytes, problems, &first));
    CHECK(page.render(bytes, problems, &second));
    CHECK_MESSAGE(first.answers() == second.answers(), page.path);
  }
}
