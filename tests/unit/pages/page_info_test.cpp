// SPDX-License-Identifier: Apache-2.0
//
// What pages know of themselves, and what their formats say alike.
#include "model/schema/choice.h"
#include "pages/rendered_site.h"
#include "paths.h"

#include <doctest/doctest.h>

#include <cstdlib>
#include <regex>
#include <set>
#include <thread>

using namespace huice;
using namespace huice::test;

namespace {

const std::string kInfoFile = source_path("/tests/sites/small/page-info.txt");

std::string info_text(const std::vector<pages::Page>& pages) {
  std::string out;
  for (const pages::Page& page : pages) {
    const pages::PageInfo& info = *page.info;
    if (info.kind == "asset") continue;
    out += page.path + "\n  kind: " + info.kind + "\n  title: " + info.title +
           "\n  description: " + info.description +
           "\n  audience: " + std::string(model::schema::word(info.audience)) +
           "\n  reviewed on: " + (info.reviewed_on ? info.reviewed_on->iso() : "not noted") + "\n";
    for (const pages::Crumb& crumb : info.crumbs) {
      out += "  crumb: " + crumb.title + " " + crumb.href + "\n";
    }
    for (const std::string& twin : info.twins) out += "  twin: " + twin + "\n";
  }
  return out;
}

using Found = std::set<std::string>;

Found all_matches(const std::string& text, const std::regex& pattern) {
  Found found;
  for (std::sregex_iterator at(text.begin(), text.end(), pattern), end; at != end; ++at) {
    found.insert(at->str(1));
  }
  return found;
}

/// The text of <main>: tags within a line removed, others as line breaks.
std::string main_text(const std::string& html) {
  const std::size_t from = html.find("<main");
  const std::size_t to = html.find("</main>");
  REQUIRE(from != std::string::npos);
  const std::string inlined = std::regex_replace(
      html.substr(from, to - from), std::regex("</?(?:a|b|em|span|strong|time)[^>]*>"), "");
  return std::regex_replace(inlined, std::regex("<[^>]*>"), "\n");
}

/// Figures with their units, dates, and the topics that are linked to.
struct Said {
  Found figures;
  Found dates;
  Found topics;
};

Said said(const std::string& text, const std::string& links) {
  static const std::regex figure(
      "([0-9]+(?:\\.[0-9]+)?(?:亿元|万元|元|%|个百分点|个基点|家|件|项|人|年))");
  static const std::regex date("([0-9]{4}年[0-9]{1,2}月(?:[0-9]{1,2}日)?)");
  static const std::regex topic("topics/(?!index)([a-z0-9-]+)\\.(?:html|md)");
  return {all_matches(text, figure), all_matches(text, date), all_matches(links, topic)};
}

std::string missing(const Found& from, const Found& in) {
  std::string out;
  for (const std::string& one : from) {
    if (!in.contains(one)) out += " " + one;
  }
  return out;
}

// Where one format shows what its twin does not: "html only: …".
std::string difference(const Said& html, const Said& markdown) {
  std::string out;
  const auto compare = [&out](const char* what, const Found& a, const Found& b) {
    const std::string left = missing(a, b);
    const std::string right = missing(b, a);
    if (!left.empty()) out += std::string(what) + ", HTML only:" + left + "\n";
    if (!right.empty()) out += std::string(what) + ", Markdown only:" + right + "\n";
  };
  compare("figures", html.figures, markdown.figures);
  compare("dates", html.dates, markdown.dates);
  compare("topics", html.topics, markdown.topics);
  return out;
}

void check_twins(const std::string& project) {
  RenderedSite site(project);
  const auto made = site.render();
  std::size_t compared = 0;
  for (const pages::Page& page : site.pages()) {
    const auto& twins = page.info->twins;
    const bool pair = twins.size() >= 2 && page.path == twins[0] && twins[1].ends_with(".md");
    if (!pair || made.at(twins[1]).empty()) continue;
    const std::string& html = made.at(twins[0]);
    const std::string& markdown = made.at(twins[1]);
    // Chapters and covers have the whole booklet as their Markdown form.
    const bool part = page.info->kind == "booklet" && !page.path.ends_with("/all.html");
    const std::string found =
        part ? ""
             : difference(said(main_text(html), html.substr(html.find("<main"))),
                          said(markdown, markdown));
    CHECK_MESSAGE(found.empty(), page.path << "\n" << found);
    compared += part ? 0 : 1;
  }
  CHECK(compared > 15);
}

}  // namespace

TEST_CASE("tests/sites/small/page-info.txt lists what each page of the small site is") {
  RenderedSite site("tests/sites/small");
  const std::string made = info_text(site.pages());
  // NOLINTNEXTLINE(concurrency-mt-unsafe): no thread changes the environment
  if (std::getenv("HUICE_UPDATE_GOLDEN") != nullptr) {
    (void)site.files().remove(kInfoFile);
    REQUIRE(site.files().create(kInfoFile, made));
  }
  const auto expected = site.files().read(kInfoFile);
  REQUIRE(expected.ok());
  CHECK(made == expected.value());
}

TEST_CASE("every twin that a page names is a page") {
  RenderedSite site(".");
  std::set<std::string> paths;
  const auto pages = site.pages();
  for (const pages::Page& page : pages) paths.insert(page.path);
  for (const pages::Page& page : pages) {
    for (const std::string& twin : page.info->twins) {
      CHECK_MESSAGE(paths.contains(twin), page.path << " names " << twin);
    }
  }
}

TEST_CASE("a page and its Markdown form show the same figures, dates and topics") {
  SUBCASE("of the small site") {
    check_twins("tests/sites/small");
  }
  SUBCASE("of the shipped data") {
    check_twins(".");
  }
}

TEST_CASE("a page rendered twice, and from two threads at once, gives equal bytes") {
  RenderedSite site("tests/sites/small");
  const auto pages = site.pages();
  for (const pages::Page& page : pages) {
    std::string texts[3];
    Diagnostics problems;
    REQUIRE(page.render(texts[0], problems));
    std::thread other([&] { CHECK(page.render(texts[1], problems)); });
    CHECK(page.render(texts[2], problems));
    other.join();
    CHECK_MESSAGE(texts[0] == texts[1], page.path);
    CHECK_MESSAGE(texts[0] == texts[2], page.path);
  }
}
