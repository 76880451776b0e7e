// SPDX-License-Identifier: Apache-2.0
#include "model/walk.h"

#include "model/library.h"

#include <doctest/doctest.h>

#include <string>
#include <utility>

using namespace huice::model;

namespace {

// Policy p: article 1 with measure m, target t and undertaking u; article 2 in a second chapter
// with measure n; undertaking v outside of the articles. Proposal q promises w, r has no reply.
Library two_records() {
  Records records;
  Policy& policy = records.policies.emplace_back();
  policy.id = "p";
  policy.dates.signed_on = Date::parse("2022-01-01");
  policy.sections.resize(2);
  Article& first = policy.sections[0].articles.emplace_back();
  first.id = "1";
  first.measures.emplace_back().id = "m";
  first.targets.emplace_back().id = "t";
  first.undertakings.emplace_back().id = "u";
  Article& second = policy.sections[1].articles.emplace_back();
  second.id = "2";
  second.measures.emplace_back().id = "n";
  policy.undertakings.emplace_back().id = "v";
  Proposal& proposal = records.proposals.emplace_back();
  proposal.id = "q";
  proposal.reply.emplace().undertakings.emplace_back().id = "w";
  proposal.reply->signed_on = Date::parse("2024-05-06");
  records.proposals.emplace_back().id = "r";
  return Library(std::move(records));
}

}  // namespace

TEST_CASE("articles, measures and targets are visited in the order of the text, with their path") {
  const Library library = two_records();
  std::string seen;
  each_article(library.policies(), [&](const ArticleRef& in) {
    CHECK(in.policy == library.policy("p"));
    seen += fact_id(*in.policy, *in.article) + " ";
  });
  each_measure(library.policies(), [&](const MeasureRef& one) {
    CHECK(one.in.section->articles.data() == one.in.article);
    seen += fact_id(one.in, one.measure->id) + " ";
  });
  each_target(*library.policy("p"),
              [&](const TargetRef& one) { seen += fact_id(one.in, one.target->id) + " "; });
  CHECK(seen == "p/1 p/2 p/1/m p/2/n p/1/t ");
}

TEST_CASE("undertakings are those of articles, of policies and of replies, with the day signed") {
  const Library library = two_records();
  std::string seen;
  const auto visit = [&seen](const UndertakingRef& one) {
    seen += fact_id(one) + " " + one.signed_on()->iso() + "; ";
  };
  each_undertaking(library.policies(), visit);
  each_undertaking(library.proposals(), visit);
  CHECK(seen == "p/1/u 2022-01-01; p/v 2022-01-01; q/w 2024-05-06; ");
}
