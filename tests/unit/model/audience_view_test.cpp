// SPDX-License-Identifier: Apache-2.0
#include "model/schema/audience_view.h"

#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

using namespace huice::model;

namespace {

using Ids = std::vector<std::string>;

template <class Records>
Ids ids(const Records& records) {
  Ids out;
  for (const auto& record : records) out.push_back(record.id);
  return out;
}

Source source_in(std::string document) {
  return Source{.document = std::move(document),
                .place = {},
                .url = {},
                .reliability = Reliability::official};
}

Region region(std::string id, Audience audience = Audience::public_) {
  Region made;
  made.id = std::move(id);
  made.provenance.audience = audience;
  return made;
}

Organization organization(std::string id, std::string in, Audience audience = Audience::public_) {
  Organization made;
  made.id = std::move(id);
  made.region = std::move(in);
  made.provenance.audience = audience;
  return made;
}

Policy policy(std::string id, std::string source, Audience audience = Audience::public_) {
  Policy made;
  made.id = std::move(id);
  made.provenance.source = source_in(std::move(source));
  made.provenance.audience = audience;
  Article& article = made.sections.emplace_back().articles.emplace_back();
  article.id = "1";
  return made;
}

Article& first_article(Policy& policy) {
  return policy.sections.front().articles.front();
}

Proposal proposal(std::string id, Audience audience = Audience::public_) {
  Proposal made;
  made.id = std::move(id);
  made.provenance.source = source_in("《公报》");
  made.provenance.audience = audience;
  return made;
}

Observation observation(std::string indicator, std::string in) {
  Observation made;
  made.indicator = std::move(indicator);
  made.region = std::move(in);
  made.period = *Period::parse("2024");
  return made;
}

Measure measure(std::string id, Audience audience = Audience::public_) {
  Measure made;
  made.id = std::move(id);
  made.audience = audience;
  return made;
}

}  // namespace

TEST_CASE("the public sees public records, the office internal ones too, nobody drafts") {
  const auto seen_by = [](Audience audience) {
    Library library;
    library.regions = {region("a"), region("b", Audience::internal), region("c", Audience::draft)};
    restrict_to(library, audience);
    return ids(library.regions);
  };
  CHECK(seen_by(Audience::public_) == Ids{"a"});
  CHECK(seen_by(Audience::internal) == Ids{"a", "b"});
  CHECK(seen_by(Audience::draft) == Ids{"a"});
}

TEST_CASE("parts are withheld by themselves") {
  Library library;
  library.policies = {policy("p", "《公报》")};
  Article& article = first_article(library.policies.front());
  article.measures = {measure("open"), measure("kept", Audience::internal)};
  article.targets.emplace_back().audience = Audience::draft;
  article.undertakings.emplace_back().audience = Audience::internal;
  Article hidden;
  hidden.id = "2";
  hidden.audience = Audience::internal;
  library.policies.front().sections.front().articles.push_back(hidden);
  restrict_to(library, Audience::public_);
  REQUIRE(library.policies.size() == 1);
  const auto& articles = library.policies.front().sections.front().articles;
  CHECK(ids(articles) == Ids{"1"});
  CHECK(ids(articles.front().measures) == Ids{"open"});
  CHECK(articles.front().targets.empty());
  CHECK(articles.front().undertakings.empty());
  CHECK(library.measure("p/1/open").measure != nullptr);
  CHECK(library.measure("p/1/kept").measure == nullptr);
}

TEST_CASE("a reply is internal unless it says otherwise, and so is a dashboard") {
  Library library;
  library.regions = {region("ordos")};
  library.proposals = {proposal("quiet"), proposal("published")};
  library.proposals[0].reply.emplace();
  library.proposals[1].reply.emplace().audience = Audience::public_;
  library.organizations = {organization("office", "ordos")};
  for (Proposal& one : library.proposals) one.reply->issuer = "office";
  Dashboard quiet;
  quiet.id = "quiet";
  quiet.region = "ordos";
  Dashboard published = quiet;
  published.id = "published";
  published.provenance.audience = Audience::public_;
  library.dashboards = {quiet, published};
  restrict_to(library, Audience::public_);
  CHECK(ids(library.proposals) == Ids{"published", "quiet"});
  CHECK(library.proposal("published")->reply.has_value());
  CHECK(!library.proposal("quiet")->reply.has_value());
  CHECK(ids(library.dashboards) == Ids{"published"});
}

TEST_CASE("a part does not escape its record: a public reply of an internal proposal is gone") {
  Library library;
  library.proposals = {proposal("p", Audience::internal)};
  library.proposals.front().reply.emplace().audience = Audience::public_;
  restrict_to(library, Audience::public_);
  CHECK(library.proposals.empty());
}

TEST_CASE("optional references to what is withheld are emptied, lists lose them") {
  Library library;
  library.regions = {region("ordos")};
  library.organizations = {organization("kjj", "ordos"),
                           organization("secret", "ordos", Audience::internal)};
  library.organizations.front().parent = "secret";
  library.policies = {policy("p", "《公报》")};
  Article& article = first_article(library.policies.front());
  article.units = {"secret", "kjj"};
  article.lead = "secret";
  library.policies.front().issuer = "secret";
  restrict_to(library, Audience::public_);
  REQUIRE(ids(library.organizations) == Ids{"kjj"});
  CHECK(library.organizations.front().parent.empty());
  CHECK(first_article(library.policies.front()).units == Ids{"kjj"});
  CHECK(first_article(library.policies.front()).lead.empty());
  CHECK(library.policies.front().issuer.empty());
}

TEST_CASE("an optional part that cannot stand without its reference goes, the rest stays") {
  Library library;
  library.regions = {region("ordos")};
  library.policies = {policy("p", "《公报》"), policy("old", "《公报》", Audience::internal)};
  Relation relation;
  relation.kind = RelationKind::supersedes;
  relation.policy = "old";
  library.policies.front().relations = {relation};
  AmountComponent amount;
  amount.shared_by = {Share{.by = "nobody", .share = {}}};
  Measure one = measure("m");
  one.amounts = {amount};
  first_article(library.policies.front()).measures = {one};
  restrict_to(library, Audience::public_);
  REQUIRE(ids(library.policies) == Ids{"p"});
  CHECK(library.policies.front().relations.empty());
  const auto& measures = first_article(library.policies.front()).measures;
  REQUIRE(measures.size() == 1);
  CHECK(measures.front().amounts.front().shared_by.empty());
}

TEST_CASE("records that need each other fall one after another") {
  Library library;
  library.regions = {region("ordos", Audience::internal)};
  library.organizations = {organization("kjj", "ordos")};
  Indicator indicator;
  indicator.id = "rd";
  library.indicators = {indicator};
  library.observations = {observation("rd", "ordos")};
  library.proposals = {proposal("asked", Audience::internal)};
  // first rests on the proposal, second on first, third on second: only the fourth stands alone.
  library.policies = {policy("fourth", "《公报》"), policy("third", "second"),
                      policy("second", "first"), policy("first", "asked")};
  first_article(library.policies.front()).units = {"kjj"};
  first_article(library.policies.front()).cites = {"third", "fourth"};
  Dashboard dashboard;
  dashboard.id = "d";
  dashboard.region = "ordos";
  dashboard.provenance.audience = Audience::public_;
  library.dashboards = {dashboard};
  restrict_to(library, Audience::public_);
  CHECK(library.regions.empty());
  CHECK(library.organizations.empty());
  CHECK(library.observations.empty());
  CHECK(library.dashboards.empty());
  CHECK(ids(library.indicators) == Ids{"rd"});
  REQUIRE(ids(library.policies) == Ids{"fourth"});
  CHECK(first_article(library.policies.front()).units.empty());
  CHECK(first_article(library.policies.front()).cites == Ids{"fourth"});
}

TEST_CASE("cards of a dashboard whose figure is withheld go, comparisons with one are emptied") {
  Library library;
  library.regions = {region("ordos")};
  Indicator indicator;
  indicator.id = "rd";
  library.indicators = {indicator};
  Observation hidden = observation("rd", "ordos");
  hidden.variant = "internal";
  hidden.provenance.audience = Audience::internal;
  library.observations = {observation("rd", "ordos"), hidden};
  Dashboard dashboard;
  dashboard.region = "ordos";
  dashboard.provenance.audience = Audience::public_;
  Kpi shown;
  shown.fact = "rd@ordos/2024";
  shown.compare = "rd@ordos/2024#internal";
  Kpi gone;
  gone.fact = "rd@ordos/2024#internal";
  dashboard.groups.emplace_back().kpis = {shown, gone};
  library.dashboards = {dashboard};
  restrict_to(library, Audience::public_);
  REQUIRE(library.dashboards.size() == 1);
  const auto& kpis = library.dashboards.front().groups.front().kpis;
  REQUIRE(kpis.size() == 1);
  CHECK(kpis.front().fact == "rd@ordos/2024");
  CHECK(kpis.front().compare.empty());
}

TEST_CASE("a source that names an internal proposal is emptied, a title stays") {
  Library library;
  library.regions = {region("ordos"), region("hohhot")};
  library.proposals = {proposal("asked", Audience::internal)};
  library.regions[0].provenance.source = source_in("asked");
  library.regions[1].provenance.source = source_in("《公报》");
  restrict_to(library, Audience::public_);
  REQUIRE(ids(library.regions) == Ids{"hohhot", "ordos"});
  CHECK(library.region("hohhot")->provenance.source->document == "《公报》");
  CHECK(!library.region("ordos")->provenance.source.has_value());
}

TEST_CASE("a record whose source is withheld does not lose the mark 待核: it goes as a whole") {
  Library library;
  library.regions = {region("ordos"), region("hohhot"), region("baotou")};
  library.proposals = {proposal("asked", Audience::internal)};
  for (Region& one : library.regions) one.provenance.source = source_in("asked");
  library.regions[1].provenance.source->reliability = Reliability::provisional;
  library.regions[2].provenance.source = source_in("《公报》");
  library.regions[2].provenance.source->reliability = Reliability::provisional;
  restrict_to(library, Audience::public_);
  CHECK(ids(library.regions) == Ids{"baotou", "ordos"});
}

TEST_CASE("memos and reviewers are emptied for the public alone") {
  const auto seen_by = [](Audience audience) {
    Library library;
    library.regions = {region("ordos")};
    library.regions.front().provenance.memo = "ask again";
    library.regions.front().provenance.reviewed = Reviewed{"Li", Date::parse("2025-01-02")};
    library.site.provenance.memo = "site memo";
    restrict_to(library, audience);
    REQUIRE(library.regions.size() == 1);
    const Provenance& kept = library.regions.front().provenance;
    REQUIRE(kept.reviewed.has_value());
    CHECK(kept.reviewed->on == Date::parse("2025-01-02"));
    return kept.memo + "|" + kept.reviewed->by + "|" + library.site.provenance.memo;
  };
  CHECK(seen_by(Audience::public_) == "||");
  CHECK(seen_by(Audience::internal) == "ask again|Li|site memo");
}

TEST_CASE("contact persons are dropped for everyone") {
  for (const Audience audience : {Audience::public_, Audience::internal, Audience::draft}) {
    Library library;
    library.proposals = {proposal("p")};
    library.contacts.emplace_back().proposal = "p";
    restrict_to(library, audience);
    CHECK(library.contacts.empty());
    CHECK(library.proposals.size() == 1);
  }
}

TEST_CASE("of a site that is withheld nothing is left") {
  Library library;
  library.site.name = "草稿";
  library.site.provenance.memo = "not yet";
  library.site.provenance.audience = Audience::draft;
  restrict_to(library, Audience::public_);
  CHECK(library.site.name.empty());
  CHECK(library.site.provenance.memo.empty());
}

TEST_CASE("restricting a view again changes nothing") {
  Library library;
  library.regions = {region("a"), region("b", Audience::internal)};
  library.organizations = {organization("x", "a"), organization("y", "b")};
  restrict_to(library, Audience::public_);
  restrict_to(library, Audience::public_);
  CHECK(ids(library.regions) == Ids{"a"});
  CHECK(ids(library.organizations) == Ids{"x"});
}
