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
const Article& first_article(const Policy& policy) {
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
    Records records;
    records.regions = {region("a"), region("b", Audience::internal), region("c", Audience::draft)};
    const Library library = public_view(Library(std::move(records)), audience);
    return ids(library.regions());
  };
  CHECK(seen_by(Audience::public_) == Ids{"a"});
  CHECK(seen_by(Audience::internal) == Ids{"a", "b"});
  CHECK(seen_by(Audience::draft) == Ids{"a"});
}

TEST_CASE("parts are withheld by themselves") {
  Records records;
  records.policies = {policy("p", "《公报》")};
  Article& article = first_article(records.policies.front());
  article.measures = {measure("open"), measure("kept", Audience::internal)};
  article.targets.emplace_back().audience = Audience::draft;
  article.undertakings.emplace_back().audience = Audience::internal;
  Article hidden;
  hidden.id = "2";
  hidden.audience = Audience::internal;
  records.policies.front().sections.front().articles.push_back(hidden);
  const Library library = public_view(Library(std::move(records)), Audience::public_);
  REQUIRE(library.policies().size() == 1);
  const auto& articles = library.policies().front().sections.front().articles;
  CHECK(ids(articles) == Ids{"1"});
  CHECK(ids(articles.front().measures) == Ids{"open"});
  CHECK(articles.front().targets.empty());
  CHECK(articles.front().undertakings.empty());
  CHECK(library.measure("p/1/open").measure != nullptr);
  CHECK(library.measure("p/1/kept").measure == nullptr);
}

TEST_CASE("a reply is internal unless it says otherwise, and so is a dashboard") {
  Records records;
  records.regions = {region("ordos")};
  records.proposals = {proposal("quiet"), proposal("published")};
  records.proposals[0].reply.emplace();
  records.proposals[1].reply.emplace().audience = Audience::public_;
  records.organizations = {organization("office", "ordos")};
  for (Proposal& one : records.proposals) one.reply->issuer = "office";
  Dashboard quiet;
  quiet.id = "quiet";
  quiet.region = "ordos";
  Dashboard published = quiet;
  published.id = "published";
  published.provenance.audience = Audience::public_;
  records.dashboards = {quiet, published};
  const Library library = public_view(Library(std::move(records)), Audience::public_);
  CHECK(ids(library.proposals()) == Ids{"published", "quiet"});
  CHECK(library.proposal("published")->reply.has_value());
  CHECK(!library.proposal("quiet")->reply.has_value());
  CHECK(ids(library.dashboards()) == Ids{"published"});
}

TEST_CASE("a part does not escape its record: a public reply of an internal proposal is gone") {
  Records records;
  records.proposals = {proposal("p", Audience::internal)};
  records.proposals.front().reply.emplace().audience = Audience::public_;
  const Library library = public_view(Library(std::move(records)), Audience::public_);
  CHECK(library.proposals().empty());
}

TEST_CASE("optional references to what is withheld are emptied, lists lose them") {
  Records records;
  records.regions = {region("ordos")};
  records.organizations = {organization("kjj", "ordos"),
                           organization("secret", "ordos", Audience::internal)};
  records.organizations.front().parent = "secret";
  records.policies = {policy("p", "《公报》")};
  Article& article = first_article(records.policies.front());
  article.units = {"secret", "kjj"};
  article.lead = "secret";
  records.policies.front().issuers = {"secret", "kjj"};
  const Library library = public_view(Library(std::move(records)), Audience::public_);
  REQUIRE(ids(library.organizations()) == Ids{"kjj"});
  CHECK(library.organizations().front().parent.empty());
  CHECK(first_article(library.policies().front()).units == Ids{"kjj"});
  CHECK(first_article(library.policies().front()).lead.empty());
  CHECK(library.policies().front().issuers == Ids{"kjj"});
}

TEST_CASE("an optional part that needs a hidden record is removed, the rest stays") {
  Records records;
  records.regions = {region("ordos")};
  records.policies = {policy("p", "《公报》"), policy("old", "《公报》", Audience::internal)};
  Relation relation;
  relation.kind = RelationKind::supersedes;
  relation.policy = "old";
  records.policies.front().relations = {relation};
  AmountComponent amount;
  amount.shared_by = {Share{.by = "nobody", .share = {}}};
  Measure one = measure("m");
  one.amounts = {amount};
  first_article(records.policies.front()).measures = {one};
  const Library library = public_view(Library(std::move(records)), Audience::public_);
  REQUIRE(ids(library.policies()) == Ids{"p"});
  CHECK(library.policies().front().relations.empty());
  const auto& measures = first_article(library.policies().front()).measures;
  REQUIRE(measures.size() == 1);
  CHECK(measures.front().amounts.front().shared_by.empty());
}

TEST_CASE("a record that needs a hidden record is hidden too, and so on") {
  Records records;
  records.regions = {region("ordos", Audience::internal)};
  records.organizations = {organization("kjj", "ordos")};
  Indicator indicator;
  indicator.id = "rd";
  records.indicators = {indicator};
  records.observations = {observation("rd", "ordos")};
  records.proposals = {proposal("asked", Audience::internal)};
  // first rests on the proposal, second on first, third on second: only the fourth needs no other.
  records.policies = {policy("fourth", "《公报》"), policy("third", "second"),
                      policy("second", "first"), policy("first", "asked")};
  first_article(records.policies.front()).units = {"kjj"};
  first_article(records.policies.front()).cites = {"third", "fourth"};
  Dashboard dashboard;
  dashboard.id = "d";
  dashboard.region = "ordos";
  dashboard.provenance.audience = Audience::public_;
  records.dashboards = {dashboard};
  const Library library = public_view(Library(std::move(records)), Audience::public_);
  CHECK(library.regions().empty());
  CHECK(library.organizations().empty());
  CHECK(library.observations().empty());
  CHECK(library.dashboards().empty());
  CHECK(ids(library.indicators()) == Ids{"rd"});
  REQUIRE(ids(library.policies()) == Ids{"fourth"});
  CHECK(first_article(library.policies().front()).units.empty());
  CHECK(first_article(library.policies().front()).cites == Ids{"fourth"});
}

TEST_CASE(
    "cards of a dashboard whose figure is withheld are removed, comparisons with one are emptied") {
  Records records;
  records.regions = {region("ordos")};
  Indicator indicator;
  indicator.id = "rd";
  records.indicators = {indicator};
  Observation hidden = observation("rd", "ordos");
  hidden.variant = "internal";
  hidden.provenance.audience = Audience::internal;
  records.observations = {observation("rd", "ordos"), hidden};
  Dashboard dashboard;
  dashboard.region = "ordos";
  dashboard.provenance.audience = Audience::public_;
  Kpi shown;
  shown.fact = "rd@ordos/2024";
  shown.compare = "rd@ordos/2024#internal";
  Kpi gone;
  gone.fact = "rd@ordos/2024#internal";
  dashboard.groups.emplace_back().kpis = {shown, gone};
  records.dashboards = {dashboard};
  const Library library = public_view(Library(std::move(records)), Audience::public_);
  REQUIRE(library.dashboards().size() == 1);
  const auto& kpis = library.dashboards().front().groups.front().kpis;
  REQUIRE(kpis.size() == 1);
  CHECK(kpis.front().fact == "rd@ordos/2024");
  CHECK(kpis.front().compare.empty());
}

TEST_CASE("a source that names an internal proposal is emptied, a title stays") {
  Records records;
  records.regions = {region("ordos"), region("hohhot")};
  records.proposals = {proposal("asked", Audience::internal)};
  records.regions[0].provenance.source = source_in("asked");
  records.regions[1].provenance.source = source_in("《公报》");
  const Library library = public_view(Library(std::move(records)), Audience::public_);
  REQUIRE(ids(library.regions()) == Ids{"hohhot", "ordos"});
  CHECK(library.region("hohhot")->provenance.source->document == "《公报》");
  CHECK(!library.region("ordos")->provenance.source.has_value());
}

TEST_CASE(
    "a record whose source is withheld does not lose the mark 待核: the whole record is hidden") {
  Records records;
  records.regions = {region("ordos"), region("hohhot"), region("baotou")};
  records.proposals = {proposal("asked", Audience::internal)};
  for (Region& one : records.regions) one.provenance.source = source_in("asked");
  records.regions[1].provenance.source->reliability = Reliability::provisional;
  records.regions[2].provenance.source = source_in("《公报》");
  records.regions[2].provenance.source->reliability = Reliability::provisional;
  const Library library = public_view(Library(std::move(records)), Audience::public_);
  CHECK(ids(library.regions()) == Ids{"baotou", "ordos"});
}

TEST_CASE("memos and reviewers are emptied for the public alone") {
  const auto seen_by = [](Audience audience) {
    Records records;
    records.regions = {region("ordos")};
    records.regions.front().provenance.memo = "ask again";
    records.regions.front().provenance.reviewed = Reviewed{"Li", Date::parse("2025-01-02")};
    records.site.provenance.memo = "site memo";
    const Library library = public_view(Library(std::move(records)), audience);
    REQUIRE(library.regions().size() == 1);
    const Provenance& kept = library.regions().front().provenance;
    REQUIRE(kept.reviewed.has_value());
    CHECK(kept.reviewed->on == Date::parse("2025-01-02"));
    return kept.memo + "|" + kept.reviewed->by + "|" + library.site().provenance.memo;
  };
  CHECK(seen_by(Audience::public_) == "||");
  CHECK(seen_by(Audience::internal) == "ask again|Li|site memo");
}

TEST_CASE("contact persons are dropped for everyone") {
  for (const Audience audience : {Audience::public_, Audience::internal, Audience::draft}) {
    Records records;
    records.proposals = {proposal("p")};
    records.contacts.emplace_back().proposal = "p";
    const Library library = public_view(Library(std::move(records)), audience);
    CHECK(library.contacts().empty());
    CHECK(library.proposals().size() == 1);
  }
}

TEST_CASE("a site that is withheld is empty") {
  Records records;
  records.site.name = "草稿";
  records.site.provenance.memo = "not yet";
  records.site.provenance.audience = Audience::draft;
  const Library library = public_view(Library(std::move(records)), Audience::public_);
  CHECK(library.site().name.empty());
  CHECK(library.site().provenance.memo.empty());
}

TEST_CASE("restricting a view again changes nothing") {
  Records records;
  records.regions = {region("a"), region("b", Audience::internal)};
  records.organizations = {organization("x", "a"), organization("y", "b")};
  const Library once = public_view(Library(std::move(records)), Audience::public_);
  const Library library = public_view(once, Audience::public_);
  CHECK(ids(library.regions()) == Ids{"a"});
  CHECK(ids(library.organizations()) == Ids{"x"});
}

TEST_CASE("a view shares what it hides nothing of, and leaves the library as it was") {
  Records records;
  records.regions = {region("a"), region("b", Audience::internal)};
  records.policies = {policy("open", "《公报》"), policy("partly", "《公报》")};
  first_article(records.policies.back()).measures = {measure("m"),
                                                     measure("hidden", Audience::internal)};
  records.policies.back().provenance.memo = "ask again";
  records.site.name = "惠策";
  const Library whole(std::move(records));
  const Library seen = public_view(whole, Audience::public_);
  CHECK(seen.region("a") == whole.region("a"));
  CHECK(seen.region("b") == nullptr);
  CHECK(seen.policy("open") == whole.policy("open"));
  CHECK(&seen.site() == &whole.site());
  CHECK(seen.policy("partly") != whole.policy("partly"));
  CHECK(ids(first_article(*seen.policy("partly")).measures) == Ids{"m"});
  CHECK(seen.policy("partly")->provenance.memo.empty());
  CHECK(whole.region("b") != nullptr);
  CHECK(ids(first_article(*whole.policy("partly")).measures) == Ids{"m", "hidden"});
  CHECK(whole.policy("partly")->provenance.memo == "ask again");
}

TEST_CASE("a record whose internal fields are empty is shared") {
  Records records;
  records.regions = {region("a")};
  records.regions.front().provenance.reviewed = Reviewed{"", Date::parse("2025-01-02")};
  const Library whole(std::move(records));
  CHECK(public_view(whole, Audience::public_).region("a") == whole.region("a"));
  CHECK(&public_view(whole, Audience::public_).site() == &whole.site());
}
