// SPDX-License-Identifier: Apache-2.0
#include "project/sheet_facts.h"

#include "derive/series.h"
#include "document/read_prose.h"
#include "model/reply_body.h"
#include "prose/prose.h"
#include "view/amount_wording.h"
#include "view/prose_value.h"
#include "view/wording.h"

namespace huice::project {
namespace {

using model::Observation;
using model::Policy;

constexpr std::size_t kFigures = 3;  // of an indicator

std::string_view reliability_key(model::Reliability reliability) {
  switch (reliability) {
    case model::Reliability::official:
      return "reliability.official";
    case model::Reliability::press:
      return "reliability.press";
    case model::Reliability::provisional:
      return "reliability.provisional";
  }
  return "reliability.provisional";
}

// By its number alone, as a table has room for.
std::string short_name(const Policy& policy, const view::Words& words) {
  return policy.number ? policy.number->text() : view::policy_name(policy, words);
}

}  // namespace

void SheetFacts::warn(std::string text, SheetFact& fact) const {
  if (!text.empty()) fact.cautions.push_back(std::move(text));
}

std::string SheetFacts::names_of(const std::vector<std::string>& organizations) const {
  std::string names;
  for (const std::string& id : organizations) {
    const model::Organization* one = library_.organization(id);
    view::append(names, one == nullptr ? id : one->name,
                 scope_.words.text("punctuation.enumeration"));
  }
  return names;
}

// Citations in it print as in a plain text.
std::string SheetFacts::plain(const model::Prose& prose) const {
  if (prose.empty()) return {};
  Diagnostics reported_before;
  const view::PageScope page{scope_, markup::Format::text, {}, reported_before};
  const auto locate = [this, &prose](std::size_t offset, std::size_t bytes) {
    return scope_.locator.in_prose(prose.place, offset, bytes);
  };
  const markdown::Document read = scope_.reader.document(prose, locate, reported_before);
  const document::Blocks blocks =
      document::blocks_of(read, {}, [&page](const markdown::Citation& one, markup::Format) {
        return view::cited_text(one, page);
      });
  std::string text;
  document::for_each_text(
      blocks, [&text](const document::Runs& runs) { text += document::words_of(runs); });
  return text;
}

void SheetFacts::add_source(const model::Provenance& provenance, SheetFact& fact) const {
  if (!provenance.source) return;
  const model::Source& source = *provenance.source;
  const Policy* policy = library_.policy(source.document);
  const model::Proposal* proposal = library_.proposal(source.document);
  fact.source = source.document;
  if (policy != nullptr) fact.source = short_name(*policy, scope_.words);
  if (proposal != nullptr) {
    fact.source = proposal->reply ? model::reply_name(*proposal) : proposal->title;
  }
  fact.place = source.place;
  fact.reliability = scope_.words.text(reliability_key(source.reliability));
  fact.is_provisional = source.is_provisional();
}

SheetFact SheetFacts::of(const Observation& figure) const {
  const view::Words& words = scope_.words;
  const model::Indicator* indicator = library_.indicator(figure.indicator);
  const model::Region* region = library_.region(figure.region);
  SheetFact fact;
  fact.id = figure.fact_id();
  fact.as_of = figure.period.official();
  fact.sentence = words.text("review.figure",
                             {{"period", fact.as_of},
                              {"region", region == nullptr ? figure.region : region->name},
                              {"name", indicator == nullptr ? figure.indicator : indicator->name},
                              {"value", view::observed_text(figure, words)}});
  add_source(figure.provenance, fact);
  if (const Observation* newest = derive::newer(figure, library_, scope_.as_of)) {
    warn(words.text("review.newer", {{"period", newest->period.official()},
                                     {"value", view::observed_text(*newest, words)}}),
         fact);
  }
  return fact;
}

void SheetFacts::add_policy(const Policy& policy, SheetFact& fact) const {
  fact.source = short_name(policy, scope_.words);
  if (policy.provenance.source) {
    fact.reliability = scope_.words.text(reliability_key(policy.provenance.source->reliability));
  }
  fact.is_provisional = policy.provenance.is_provisional();
  if (policy.dates.signed_on) fact.as_of = policy.dates.signed_on->official();
}

SheetFact SheetFacts::of(const model::MeasureRef& measure) const {
  const view::Words& words = scope_.words;
  SheetFact fact;
  fact.id = model::fact_id(measure.in, measure.measure->id);
  add_policy(*measure.in.policy, fact);
  fact.place = model::bare_label(measure.in.article->label);
  fact.units = names_of(model::units_of(measure.in));
  fact.sentence = words.text(
      "review.measure",
      {{"title", measure.measure->title}, {"amount", view::amounts_text(*measure.measure, words)}});
  warn(view::part_standing(scope_.reader.status(measure, scope_.as_of), words), fact);
  warn(view::conflict_text(scope_.reader.open_conflicts(measure, scope_.as_of), words), fact);
  return fact;
}

SheetFact SheetFacts::of(const model::TargetRef& target) const {
  SheetFact fact;
  fact.id = model::fact_id(target.in, target.target->id);
  add_policy(*target.in.policy, fact);
  fact.place = model::bare_label(target.in.article->label);
  fact.units = names_of(model::units_of(target.in));
  fact.due = view::term_text(*target.target, scope_.words);
  fact.sentence = scope_.words.text(
      "review.target", {{"label", target.target->label}, {"value", target.target->value.text()}});
  return fact;
}

SheetFact SheetFacts::of(const model::ArticleRef& article) const {
  const view::Words& words = scope_.words;
  SheetFact fact;
  fact.id = model::fact_id(*article.policy, *article.article);
  add_policy(*article.policy, fact);
  fact.place = model::bare_label(article.article->label);
  fact.units = names_of(model::units_of(article));
  std::string text = plain(article.article->summary);
  if (text.empty()) text = plain(article.article->text);
  fact.sentence = words.text(
      "review.article",
      {{"heading", article.article->heading.empty() ? fact.place : article.article->heading},
       {"text", text}});
  const model::ProvisionRef whole{article, nullptr, nullptr};
  warn(view::part_standing(scope_.reader.status(whole, scope_.as_of), words), fact);
  return fact;
}

SheetFact SheetFacts::of(const Policy& policy) const {
  SheetFact fact;
  fact.id = policy.id;
  add_policy(policy, fact);
  fact.sentence = view::policy_name(policy, scope_.words);
  const std::string summary = plain(policy.summary);
  if (!summary.empty()) {
    fact.sentence =
        scope_.words.text("review.article", {{"heading", fact.sentence}, {"text", summary}});
  }
  warn(view::standing_text(scope_.reader.status(policy, scope_.as_of), scope_.words), fact);
  return fact;
}

std::vector<SheetFact> SheetFacts::cited(std::string_view target) const {
  const prose::Citation one = prose::parse_target(target);
  std::vector<SheetFact> facts;
  if (one.kind == prose::CitedKind::fact) {
    for (const std::string_view id : one.ids()) {
      const Observation* figure = library_.observation(id);
      if (figure == nullptr) continue;
      facts.push_back(of(*figure));
      facts.back().is_cited = true;
    }
    return facts;
  }
  SheetFact fact;
  if (one.kind == prose::CitedKind::amount) {
    const model::MeasureRef measure = library_.measure(one.id);
    if (measure.measure != nullptr) fact = of(measure);
  } else if (one.kind == prose::CitedKind::target) {
    const model::TargetRef found = library_.target(one.id);
    if (found.target != nullptr) fact = of(found);
  } else if (const model::ProvisionRef place = library_.provision(one.id);
             place.in.article != nullptr) {
    fact = of(place.in);
    fact.id = one.id;
  } else if (const Policy* policy = library_.policy(one.id)) {
    fact = of(*policy);
  }
  fact.is_cited = true;
  facts.push_back(std::move(fact));
  return facts;
}

std::vector<SheetFact> SheetFacts::of(const derive::Candidate& candidate) const {
  std::vector<SheetFact> facts;
  if (candidate.indicator != nullptr) {
    for (const Observation* figure : candidate.figures) {
      if (facts.size() < kFigures) facts.push_back(of(*figure));
    }
    return facts;
  }
  const auto add_measures = [&](const model::ArticleRef& in) {
    for (const model::Measure& one : in.article->measures) {
      facts.push_back(of(model::MeasureRef{in, &one}));
      facts.back().is_part = true;
    }
  };
  if (candidate.article.article != nullptr) {
    facts.push_back(of(candidate.article));
    add_measures(candidate.article);
    return facts;
  }
  facts.push_back(of(*candidate.policy));
  if (candidate.policy->completeness == model::Completeness::reference) {
    model::each_article(*candidate.policy, add_measures);
  }
  return facts;
}

}  // namespace huice::project
