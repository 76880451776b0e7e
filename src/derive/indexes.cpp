// SPDX-License-Identifier: Apache-2.0
#include "derive/indexes.h"

#include "derive/status.h"
#include "model/walk.h"

namespace huice::derive {
namespace {

template <class Index>
const auto& list_in(const Index& index, std::string_view id) {
  static const typename Index::mapped_type empty;
  const auto found = index.find(id);
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

}  // namespace

Indexes::Indexes(const model::Library& library) {
  for (const model::Policy& policy : library.policies()) {
    if (policy.completeness != model::Completeness::reference) ++counts_.policies;
    model::each_article(policy, [this](const model::ArticleRef& in) { add(in); });
    for (const model::Relation& relation : policy.relations) add(policy, relation);
  }
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
