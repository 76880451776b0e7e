// SPDX-License-Identifier: Apache-2.0
#include "derive/indexes.h"

#include "derive/status.h"
#include "model/walk.h"

#include <algorithm>

namespace huice::derive {
namespace {

template <class Index>
const auto& list_in(const Index& index, std::string_view id) {
  static const typename Index::mapped_type empty;
  const auto found = index.find(typename Index::key_type(id));
  return found == index.end() ? empty : found->second;
}

template <class Index>
auto found_in(const Index& index, std::string_view id) {
  const auto found = index.find(id);
  return found == index.end() ? nullptr : found->second;
}

// Of several texts that end another, the one whose confirmed first day is the earliest; the first
// of the library where none is confirmed.
void keep_earlier(const model::Policy*& kept, const model::Policy& other) {
  const auto start = start_of(other).confirmed;
  const auto of_kept = kept == nullptr ? std::nullopt : start_of(*kept).confirmed;
  if (kept == nullptr || (start && (!of_kept || *start < *of_kept))) kept = &other;
}

template <class List, class Record>
void add_once(List& list, const Record& record) {
  if (list.empty() || list.back() != record) list.push_back(record);
}

bool is_same(const model::MeasureRef& a, const model::MeasureRef& b) {
  return a.measure == b.measure;
}

void add_once(std::vector<model::MeasureRef>& list, const model::MeasureRef& one) {
  const bool known = std::any_of(list.begin(), list.end(), [&one](const model::MeasureRef& other) {
    return is_same(one, other);
  });
  if (!known) list.push_back(one);
}

}  // namespace

Indexes::Indexes(const model::Library& library) {
  for (const model::Policy& policy : library.policies()) {
    if (policy.completeness != model::Completeness::reference) ++counts_.policies;
    model::each_article(policy, [this](const model::ArticleRef& in) { add(in); });
    for (const model::Relation& relation : policy.relations) add(policy, relation);
    counts_.undertakings += policy.undertakings.size();
    add_rulings(policy);
  }
  model::each_measure(library.policies(),
                      [&](const model::MeasureRef& one) { add_conflicts(library, one); });
  add_involvements(library);
  for (const model::Proposal& proposal : library.proposals()) {
    if (proposal.reply) counts_.undertakings += proposal.reply->undertakings.size();
  }
  counts_.units = duties_.size();
  counts_.observations = library.observations().size();
  for (const model::Dashboard& dashboard : library.dashboards()) {
    for (const std::string_view region : regions_of(dashboard)) {
      dashboards_.emplace(region, &dashboard);
    }
  }
}

void Indexes::add(const model::ArticleRef& in) {
  const model::Article& article = *in.article;
  const auto& units = model::units_of(in);
  for (std::size_t i = 0; i < units.size(); ++i) {
    duties_[units[i]].push_back({in, i == 0, article.lead == units[i]});
  }
  for (const model::Measure& measure : article.measures) {
    const model::MeasureRef ref{in, &measure};
    for (const std::string& topic : model::topics_of(ref)) measures_[topic].push_back(ref);
  }
  if (in.policy->completeness != model::Completeness::reference) ++counts_.articles;
  counts_.measures += article.measures.size();
  counts_.targets += article.targets.size();
  counts_.undertakings += article.undertakings.size();
}

void Indexes::add(const model::Policy& policy, const model::Relation& relation) {
  using Kind = model::RelationKind;
  switch (relation.kind) {
    case Kind::supersedes:
      keep_earlier(successors_[relation.policy], policy);
      break;
    case Kind::repeals:
      keep_earlier(repealers_[relation.policy], policy);
      break;
    case Kind::amends:
    case Kind::version_of:
      amendments_[relation.policy].push_back({&policy, relation.kind});
      break;
    case Kind::implements:
    case Kind::applies:
    case Kind::cites:
      break;
  }
}

void Indexes::add_conflicts(const model::Library& library, const model::MeasureRef& measure) {
  for (const std::string& id : measure.measure->conflicts) {
    const model::MeasureRef other = library.measure(id);
    if (other.measure == nullptr || is_same(measure, other)) continue;
    add_once(conflicts_[model::fact_id(measure.in, measure.measure->id)], other);
    add_once(conflicts_[id], measure);
  }
}

void Indexes::add_rulings(const model::Policy& policy) {
  for (const model::Ruling& ruling : policy.rulings) {
    for (const std::string& id : ruling.sets_aside) {
      RulingRef& kept = set_aside_[id];
      if (kept.ruling == nullptr || ruling.on < kept.ruling->on) kept = {&policy, &ruling};
    }
  }
}

void Indexes::add_involvements(const model::Library& library) {
  for (const model::Policy& policy : library.policies()) {
    for (const std::string& id : policy.issuers) add_once(involvements_[id].issued, &policy);
    for (const std::string& id : policy.interpreted_by) {
      add_once(involvements_[id].interpreted, &policy);
    }
    if (!policy.funding) continue;
    for (const model::Share& share : policy.funding->shares) {
      add_once(involvements_[share.by].funded, &policy);
    }
  }
  model::each_measure(library.policies(), [this](const model::MeasureRef& one) {
    if (one.measure->guide) add_once(involvements_[one.measure->guide->office].received, one);
    for (const model::AmountComponent& amount : one.measure->amounts) {
      for (const model::Share& share : amount.shared_by) {
        add_once(involvements_[share.by].paid, one);
      }
      add_once(involvements_[amount.paid_first_by].paid, one);
      add_once(involvements_[amount.settled_by].paid, one);
    }
  });
  const auto promised = [this](const model::UndertakingRef& one) {
    for (const std::string& id : one.undertaking->units) {
      involvements_[id].undertakings.push_back(one);
    }
  };
  model::each_undertaking(library.policies(), promised);
  model::each_undertaking(library.proposals(), promised);
  for (const model::Proposal& proposal : library.proposals()) {
    if (!proposal.reply) continue;
    add_once(involvements_[proposal.reply->issuer].replies, &proposal);
    add_once(involvements_[proposal.reply->printed_by].replies, &proposal);
  }
  involvements_.erase(std::string_view());  // what names no unit
}

const std::vector<Duty>& Indexes::duties(std::string_view organization) const {
  return list_in(duties_, organization);
}

const std::vector<model::MeasureRef>& Indexes::measures(std::string_view topic) const {
  return list_in(measures_, topic);
}

const model::Policy* Indexes::successor(std::string_view policy) const {
  return found_in(successors_, policy);
}

const model::Policy* Indexes::repealer(std::string_view policy) const {
  return found_in(repealers_, policy);
}

const std::vector<Amendment>& Indexes::amendments(std::string_view policy) const {
  return list_in(amendments_, policy);
}

const std::vector<model::MeasureRef>& Indexes::conflicts(std::string_view measure) const {
  return list_in(conflicts_, measure);
}

RulingRef Indexes::set_aside(std::string_view measure) const {
  const auto found = set_aside_.find(measure);
  return found == set_aside_.end() ? RulingRef{} : found->second;
}

const Involvement& Indexes::involvement(std::string_view organization) const {
  return list_in(involvements_, organization);
}

const model::Dashboard* Indexes::dashboard_of(std::string_view region) const {
  return found_in(dashboards_, region);
}

std::vector<std::string_view> regions_of(const model::Dashboard& dashboard) {
  if (dashboard.regions.empty()) return {dashboard.region};
  return std::vector<std::string_view>(dashboard.regions.begin(), dashboard.regions.end());
}

const model::Observation* reported(const model::TargetRef& target, const model::Library& library,
                                   const model::Date& as_of) {
  const std::string& region =
      target.target->region.empty() ? target.in.policy->region : target.target->region;
  const model::Observation* newest = nullptr;
  for (const model::Observation& one : library.series(target.target->indicator, region)) {
    if (one.period.kind() == model::PeriodKind::unstated || as_of < one.period.last()) continue;
    newest = &one;
  }
  return newest;
}

}  // namespace huice::derive
