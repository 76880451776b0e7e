// SPDX-License-Identifier: Apache-2.0
//
// Internal fields never reach a template, whether or not the public view emptied them before.
#include "model/walk.h"
#include "pages/rendered_site.h"
#include "view/tables/records.h"

#include <doctest/doctest.h>

#include <algorithm>

using namespace huice;
using model::Provenance;

namespace {

constexpr std::string_view kSecret = "只供内部使用的备注";

void fill(Provenance& provenance) {
  provenance.memo = kSecret;
  if (!provenance.reviewed) provenance.reviewed.emplace();
  provenance.reviewed->by = kSecret;
}

// The site's records with every internal field filled in.
model::Records with_secrets(const test::RenderedSite& site) {
  model::Records records = site.records();
  model::each_list(
      [](auto& list) {
        for (auto& record : list) fill(record.provenance);
      },
      records);
  fill(records.site.provenance);
  const std::string secret(kSecret);
  records.site.findings.push_back({secret, Severity::note, secret, {}});
  return records;
}

/// What a template prints of the variable `record`, or the message's name where it is refused.
std::string printed(const std::string& text, const tmpl::Value& record) {
  tmpl::Environment environment([](std::string_view) { return std::nullopt; });
  Diagnostics problems;
  environment.add_template("x.txt", {text, "x.txt"}, problems);
  tmpl::Dict context;
  context.set("record", record);
  std::string out;
  if (environment.render("x.txt", context, out, problems)) return out;
  return std::string(problems.sorted().front().code.slug());
}

class Looker {
 public:
  explicit Looker(const test::RenderedSite& site)
      : page_{site.scope(), markup::Format::html, "", problems_} {}

  template <class Record>
  void look(const Record& record) {
    ++looked_;
    REQUIRE(record.provenance.memo == kSecret);
    const tmpl::Value seen = view::view_of(record, page_);
    CHECK(seen.mapping().get("memo").is_undefined());
    CHECK(seen.mapping().get("reviewed").is_undefined());
    CHECK(seen.mapping().get("findings").is_undefined());
    const std::vector<std::string> keys = seen.mapping().keys();
    CHECK(std::count(keys.begin(), keys.end(), "memo") == 0);
    CHECK(printed("{{ record.memo is defined }} {{ record['memo'] | default('-') }}", seen) ==
          "False -");
    CHECK(printed("{{ record.memo }}", seen).find(kSecret) == std::string::npos);
    CHECK(printed("{% for key in record %}{{ key }} {% endfor %}", seen).find("memo") ==
          std::string::npos);
  }

  std::size_t looked() const { return looked_; }

 private:
  Diagnostics problems_;
  view::PageScope page_;
  std::size_t looked_ = 0;
};

}  // namespace

TEST_CASE("no template and no page gets an internal field of any record") {
  test::RenderedSite site("tests/sites/small");
  site.use(with_secrets(site));
  Looker looker(site);
  const model::Library& library = site.library();
  looker.look(library.site());
  looker.look(library.organizations().front());
  looker.look(library.regions().front());
  looker.look(library.topics().front());
  looker.look(library.beneficiaries().front());
  looker.look(library.ladders().front());
  looker.look(library.policies().front());
  looker.look(library.proposals().front());
  looker.look(library.indicators().front());
  looker.look(library.observations().front());
  looker.look(library.booklets().front());
  looker.look(library.dashboards().front());
  CHECK(looker.looked() == 12);
  for (const auto& page : site.render()) {
    CHECK_MESSAGE(page.second.find(kSecret) == std::string::npos, page.first);
  }
}

TEST_CASE("the public view has no internal field of any record") {
  test::RenderedSite site("tests/sites/small");
  const model::Library open =
      model::public_view(model::Library(with_secrets(site)), model::Audience::public_);
  std::size_t records = 0;
  const auto check = [&records](const Provenance& provenance) {
    ++records;
    CHECK(provenance.memo.empty());
    if (provenance.reviewed) CHECK(provenance.reviewed->by.empty());
  };
  check(open.site().provenance);
  CHECK(open.site().findings.empty());
  model::each_list(
      [&check](const auto& list) {
        for (const auto& record : list) check(record.provenance);
      },
      open.records());
  CHECK(records > 20);
}

TEST_CASE("templates get plain fields without an entry of their own, those of parts too") {
  const test::RenderedSite site("tests/sites/small");
  Diagnostics problems;
  const view::PageScope page{site.scope(), markup::Format::html, "", problems};
  const model::Policy& policy = site.library().policies().front();
  const tmpl::Value seen = view::view_of(policy, page);
  CHECK(printed("{{ record.title }}", seen) == policy.title);
  std::size_t articles = 0;
  model::each_article(policy, [&](const model::ArticleRef& in) {
    ++articles;
    CHECK(printed("{{ record.heading or '' }}", view::owned_view(in, page)) == in.article->heading);
  });
  CHECK(articles > 0);
}
