// SPDX-License-Identifier: Apache-2.0
#include "derive/indexes.h"

#include "model/walk.h"

#include <algorithm>

namespace huice::derive {
namespace {

template <class Index>
const auto& list_in(const Index& index, const typename Index::key_type& key) {
  static const typename Index::mapped_type empty;
  const auto found = index.find(key);
  return found == index.end() ? empty : found->second;
}

template <class Index>
auto found_in(const Index& index, const typename Index::key_type& key) {
  const auto found = index.find(key);
  return found == index.end() ? nullptr : found->second;
}

template <class Record>
bool is_same(const Record* a, const Record* b) {
  return a == b;
}

bool is_same(const model::MeasureRef& a, const model::MeasureRef& b) {
  return a.measure == b.measure;
}

// Records come in order, so that what is known already is the last.
template <class Record>
void add_last(std::vector<Record>& list, const Record& one) {
  if (list.empty() || !is_same(list.back(), one)) list.push_back(one);
}

// A conflict comes from either side, in any order.
void add_conflict(std::vector<model::MeasureRef>& list, const model::MeasureRef& one) {
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
    for (const model::Relation& relation : policy.relations) add(library, policy, relation);
    counts_.undertakings += policy.undertakings.size();
    add_rulings(library, policy);
  }
  model::each_measure(library.policies(),
                      [&](const model::MeasureRef& one) { add_conflicts(library, one); });
  add_involvements(library);
  add_steps(library);
  for (const model::Proposal& proposal : library.proposals()) {
    if (proposal.reply) counts_.undertakings += proposal.reply->undertakings.size();
  }
  counts_.units = duties_.size();
  counts_.observations = library.observed().size();
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
    for (const std::string& one : measure.beneficiaries) measures_for_[one].push_back(ref);
    measures_in_[in.policy->region].push_back(ref);
  }
  if (in.policy->completeness != model::Completeness::reference) ++counts_.articles;
  counts_.measures += article.measures.size();
  counts_.targets += article.targets.size();
  counts_.undertakings += article.undertakings.size();
}

void Indexes::add_steps(const model::Library& library) {
  for (const model::Ladder& ladder : library.ladders()) {
    for (std::size_t i = 0; i < ladder.steps.size(); ++i) {
      for (const std::string& id : ladder.steps[i].measures) {
        const model::MeasureRef one = library.measure(id);
        if (one.measure != nullptr) steps_[one.measure].push_back({&ladder, i});
      }
    }
  }
  for (const model::Example& example : library.examples()) {
    const model::MeasureRef one = library.measure(example.measure);
    if (one.measure != nullptr) examples_[one.measure].push_back(&example);
  }
}

bool Change::concerns(const std::optional<model::ProvisionRef>& place) const {
  if (places.empty()) return true;
  return place && std::any_of(places.begin(), places.end(),
                              [&place](const auto& one) { return model::overlap(one, *place); });
}

void Indexes::add(const model::Library& library, const model::Policy& policy,
                  const model::Relation& relation) {
  using Kind = model::RelationKind;
  Change change{.policy = &policy, .kind = relation.kind, .relation = &relation};
  if (!change.ends() && relation.kind != Kind::amends && relation.kind != Kind::version_of) return;
  for (const std::string& id : relation.articles) {
    const model::ProvisionRef place = library.provision(id);
    if (place.in.article != nullptr) change.places.push_back(place);
  }
  // What ends some articles that the library does not have ends nothing here.
  if (change.ends() && change.places.empty() && !relation.articles.empty()) return;
  changes_[relation.policy].push_back(std::move(change));
}

void Indexes::add_conflicts(const model::Library& library, const model::MeasureRef& measure) {
  for (const std::string& id : measure.measure->conflicts) {
    const model::MeasureRef other = library.measure(id);
    if (other.measure == nullptr || is_same(measure, other)) continue;
    add_conflict(conflicts_[measure.measure], other);
    add_conflict(conflicts_[other.measure], measure);
  }
}

void Indexes::add_rulings(const model::Library& library, const model::Policy& policy) {
  for (const model::Ruling& ruling : policy.rulings) {
    for (const std::string& id : ruling.sets_aside) {
      const model::Measure* measure = library.measure(id).measure;
      if (measure == nullptr) continue;
      const model::Ruling*& kept = set_aside_[measure];
      if (kept == nullptr || ruling.on < kept->on) kept = &ruling;
    }
  }
}

void Indexes::add_involvements(const model::Library& library) {
  // An empty id names no unit.
  const auto add = [this](const std::string& id, auto list, const auto& one) {
    if (!id.empty()) add_last(involvements_[id].*list, one);
  };
  for (const model::Policy& policy : library.policies()) {
    for (const std::string& id : policy.issuers) add(id, &Involvement::issued, &policy);
    for (const std::string& id : policy.interpreted_by) {
      add(id, &Involvement::interpreted, &policy);
    }
    if (!policy.funding) continue;
    for (const model::Share& share : policy.funding->shares) {
      add(share.by, &Involvement::funded, &policy);
    }
  }
  model::each_measure(library.policies(), [&add](const model::MeasureRef& one) {
    if (one.measure->guide) add(one.measure->guide->office, &Involvement::received, one);
    for (const model::AmountComponent& amount : one.measure->amounts) {
      for (const model::Share& share : amount.shared_by) add(share.by, &Involvement::paid, one);
      add(amount.paid_first_by, &Involvement::paid, one);
      add(amount.settled_by, &Involvement::paid, one);
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
    add(proposal.reply->issuer, &Involvement::replies, &proposal);
    add(proposal.reply->printed_by, &Involvement::replies, &proposal);
  }
}

const std::vector<Duty>& Indexes::duties(std::string_view organization) const {
  return list_in(duties_, organization);
}

const std::vector<model::MeasureRef>& Indexes::measures(std::string_view topic) const {
  return list_in(measures_, topic);
}

const std::vector<model::MeasureRef>& Indexes::measures_for(std::string_view beneficiary) const {
  return list_in(measures_for_, beneficiary);
}

const std::vector<model::MeasureRef>& Indexes::measures_in(std::string_view region) const {
  return list_in(measures_in_, region);
}

const std::vector<StepOf>& Indexes::steps(const model::Measure& measure) const {
  return list_in(steps_, &measure);
}

const std::vector<const model::Example*>& Indexes::examples(const model::Measure& measure) const {
  return list_in(examples_, &measure);
}

const std::vector<Change>& Indexes::changes(std::string_view policy) const {
  return list_in(changes_, policy);
}

std::vector<const model::Policy*> Indexes::successors(std::string_view policy) const {
  std::vector<const model::Policy*> found;
  for (const Change& one : changes(policy)) {
    const bool all = one.kind == model::RelationKind::supersedes && one.concerns({});
    if (all) add_last(found, one.policy);
  }
  return found;
}

const std::vector<model::MeasureRef>& Indexes::conflicts(const model::Measure& measure) const {
  return list_in(conflicts_, &measure);
}

const model::Ruling* Indexes::set_aside(const model::Measure& measure) const {
  return found_in(set_aside_, &measure);
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
