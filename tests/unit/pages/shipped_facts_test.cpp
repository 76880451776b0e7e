// SPDX-License-Identifier: Apache-2.0
//
// What the shipped records leave open, or what is over, is told wherever it is shown. Sums, titles
// and pages are looked up, so that the tests hold for what the records say.
#include "pages/rendered_site.h"
#include "view/amount_wording.h"

#include <doctest/doctest.h>

#include <algorithm>

using namespace huice;
using namespace huice::test;

namespace {

using Pages = std::map<std::string, std::string>;

constexpr const char* kOlder = "ordos-2021-61/7/zjtx-city";
constexpr const char* kNewer = "ordos-2022-103/2.3/zjtx-city";

// The pages a reader reads, HTML and Markdown.
bool is_text(const std::string& path) {
  return path.ends_with(".html") || path.ends_with(".md");
}

const std::string& page(const Pages& pages, const std::string& path) {
  const auto found = pages.find(path);
  REQUIRE_MESSAGE(found != pages.end(), path);
  return found->second;
}

// The pages with a card of the measure, which is known by its title and its article's anchor.
std::vector<std::string> pages_with(const Pages& pages, const model::MeasureRef& measure) {
  const std::string anchor =
      measure.in.policy->id + ".html#" + measure.in.article->id + "/" + measure.measure->id;
  std::vector<std::string> found;
  for (const auto& entry : pages) {
    const bool lists_titles = entry.first.starts_with("topics/index.");
    if (!is_text(entry.first) || lists_titles) continue;
    const bool own = entry.first.starts_with("policies/" + measure.in.policy->id + ".");
    if (own || has(entry.second, anchor)) found.push_back(entry.first);
  }
  return found;
}

model::Ruling ruling_for_the_newer() {
  model::Ruling ruling;
  ruling.by = "示例机关";
  ruling.on = *model::Date::parse("2026-01-15");
  ruling.basis = "示例批复";
  ruling.says = "按后一份文件执行";
  ruling.sets_aside = {kOlder};
  return ruling;
}

}  // namespace

TEST_CASE("a measure whose own time is over says so on every page that offers it") {
  RenderedSite site("", "2026-11-29");
  const Pages pages = site.render();
  const model::MeasureRef measure = site.library().measure("ordos-2021-61/10/region-zone");
  REQUIRE(measure.measure != nullptr);
  const auto found = pages_with(pages, measure);
  CHECK(found.size() >= 6);  // policy, topic and booklet, in both formats
  for (const std::string& path : found) {
    CHECK_MESSAGE(has(page(pages, path), "自2026年1月1日起已过有效期"), path);
  }
}

TEST_CASE("what a text promises outside of its articles is on its page, below its last chapter") {
  RenderedSite site("");
  const Pages pages = site.render();
  for (const model::Policy& policy : site.library().policies()) {
    for (const std::string format : {".html", ".md"}) {
      const std::string& text = page(pages, "policies/" + policy.id + format);
      for (const model::Undertaking& one : policy.undertakings) {
        CHECK_MESSAGE(has(text, one.text), policy.id << format << ": " << one.text);
      }
      for (const model::Section& section : policy.sections) {
        CHECK_MESSAGE(has(text, section.heading), policy.id << format << ": " << section.heading);
      }
    }
  }
  std::size_t promised = 0;
  model::each_undertaking(site.library().policies(),
                          [&promised](const model::UndertakingRef&) { ++promised; });
  model::each_undertaking(site.library().proposals(),
                          [&promised](const model::UndertakingRef&) { ++promised; });
  CHECK(site.scope().reader.counts().undertakings == promised);
}

TEST_CASE("a unit that only promised, interprets or pays something has that on its page") {
  RenderedSite site("");
  const Pages pages = site.render();
  for (const model::Organization& unit : site.library().organizations()) {
    for (const std::string format : {".html", ".md"}) {
      const std::string path = "units/" + unit.id + format;
      CHECK_MESSAGE(!has(page(pages, path), site.words().text("empty")), path);
    }
  }
  CHECK(!has(page(pages, "units/index.html"), ">0 条"));
  CHECK(has(page(pages, "units/ordos-cujin-zu.html"), "领导小组"));
  CHECK(has(page(pages, "units/hohhot-gxj.html"), site.words().text("unit.interpreted")));
  CHECK(has(page(pages, "units/ordos-qiqu-yuanqu.md"), site.words().text("unit.paid")));
}

TEST_CASE("two sums for the same thing are told on every page that prints one of them") {
  RenderedSite site("");
  const Pages pages = site.render();
  for (const char* id : {kOlder, kNewer}) {
    const auto found = pages_with(pages, site.library().measure(id));
    CHECK(found.size() >= 6);
    for (const std::string& path : found) {
      CHECK_MESSAGE(has(page(pages, path), "对同一事项的规定不同"), path << " " << id);
    }
  }
  for (const std::string format : {"index.html", "reply.md"}) {
    CHECK(has(page(pages, "replies/ordos-cppcc-5-1-188/" + format), "对同一事项的规定不同"));
  }
}

TEST_CASE(
    "a ruling takes the doubt from every page, and each says of the older sum that it is over") {
  RenderedSite site("");
  model::Records records = site.records();
  for (model::Policy& policy : records.policies) {
    if (policy.id == "ordos-2022-103") policy.rulings.push_back(ruling_for_the_newer());
  }
  site.use(std::move(records));
  const Pages pages = site.render();
  for (const auto& entry : pages) {
    if (is_text(entry.first)) CHECK_MESSAGE(!has(entry.second, "适用关系未载明"), entry.first);
  }
  for (const std::string& path : pages_with(pages, site.library().measure(kOlder))) {
    CHECK_MESSAGE(
        has(page(pages, path), "示例机关已认定自2026年1月15日起不再适用：按后一份文件执行"), path);
  }
  for (const std::string format : {"index.html", "reply.md"}) {
    CHECK(has(page(pages, "replies/ordos-cppcc-5-1-188/" + format),
              "示例机关已认定自2026年1月15日起不再适用"));
  }
}

TEST_CASE("the older text and each of its measures name the newer version") {
  RenderedSite site("");
  const Pages pages = site.render();
  const std::string& text = page(pages, "policies/ordos-2021-61.md");
  std::size_t count = 0;
  for (std::size_t at = text.find("另有新版本"); at != std::string::npos;
       at = text.find("另有新版本", at + 1)) {
    ++count;
  }
  std::size_t measures = 0;
  model::each_measure(*site.library().policy("ordos-2021-61"),
                      [&measures](const model::MeasureRef&) { ++measures; });
  CHECK(count >= measures);
}

TEST_CASE("no headline is a bare rate, which says nothing without what it is of") {
  RenderedSite site("");
  model::each_measure(site.library().policies(), [&site](const model::MeasureRef& one) {
    const auto headline = view::headline(*one.measure, site.words());
    if (!headline) return;
    const bool bare = headline->ends_with("%") &&
                      headline->find_first_not_of("0123456789.%") == std::string::npos;
    CHECK_MESSAGE(!bare, one.in.policy->id << "/" << one.in.article->id << ": " << *headline);
  });
}

TEST_CASE("where numbers begin again in each chapter, a dashboard names the chapter, too") {
  RenderedSite site("");
  const Pages pages = site.render();
  for (const std::string format : {"/index.html", "/dashboard.md"}) {
    CHECK(has(page(pages, "dashboards/ordos-innovation" + format), "二（十三）"));
  }
}

TEST_CASE("no word that only an office reads is needed: other forms of a unit's name are shown") {
  RenderedSite site("");
  const Pages pages = site.render();
  std::size_t notes = 0;
  for (const model::Organization& unit : site.library().organizations()) {
    if (unit.note.empty()) continue;
    ++notes;
    CHECK_MESSAGE(has(page(pages, "units/" + unit.id + ".html"), unit.note), unit.id);
  }
  CHECK(notes >= 8);
}
