// SPDX-License-Identifier: Apache-2.0
#include "model/library.h"

#include <algorithm>
#include <tuple>

namespace huice::model {
namespace {

template <class Index>
auto find_in(const Index& index, std::string_view id) -> typename Index::mapped_type {
  const auto found = index.find(id);
  return found == index.end() ? typename Index::mapped_type{} : found->second;
}

template <class Record>
void sort_by_id(std::vector<Record>& records) {
  std::stable_sort(records.begin(), records.end(),
                   [](const Record& a, const Record& b) { return a.id < b.id; });
}

template <class Index, class Record>
void fill(Index& index, std::vector<Record>& records) {
  sort_by_id(records);
  index.clear();
  for (const Record& record : records) index.emplace(record.id, &record);
}

bool before(const Observation& a, const Observation& b) {
  if (std::tie(a.indicator, a.region) != std::tie(b.indicator, b.region)) {
    return std::tie(a.indicator, a.region) < std::tie(b.indicator, b.region);
  }
  if (a.period == b.period) return a.variant < b.variant;
  return earlier(a.period, b.period);
}

}  // namespace

std::string Observation::fact_id() const {
  std::string id = indicator + "@" + region + "/" + period.text();
  return variant.empty() ? id : id + "#" + variant;
}

std::string fact_id(const Policy& policy, const Article& article) {
  return policy.id + "/" + article.id;
}

std::string fact_id(const ArticleRef& in, std::string_view name) {
  return fact_id(*in.policy, *in.article) + "/" + std::string(name);
}

void Library::index() {
  fill(organization_index_, organizations);
  fill(region_index_, regions);
  fill(beneficiary_index_, beneficiaries);
  fill(policy_index_, policies);
  fill(proposal_index_, proposals);
  fill(indicator_index_, indicators);
  topic_index_.clear();
  for (const Topic& topic : topics) topic_index_.emplace(topic.id, &topic);
  sort_by_id(glossary);
  sort_by_id(ladders);
  sort_by_id(booklets);
  sort_by_id(dashboards);
  sort_by_id(contacts);
  std::stable_sort(observations.begin(), observations.end(), before);
  observation_index_.clear();
  for (const Observation& one : observations) observation_index_.emplace(one.fact_id(), &one);
  article_index_.clear();
  measure_index_.clear();
  target_index_.clear();
  for (const Policy& policy : policies) index_articles(policy);
}

void Library::index_articles(const Policy& policy) {
  for (const Section& section : policy.sections) {
    for (const Article& article : section.articles) {
      const ArticleRef in{&policy, &section, &article};
      article_index_.emplace(fact_id(policy, article), in);
      for (const Measure& measure : article.measures) {
        measure_index_.emplace(fact_id(in, measure.id), MeasureRef{in, &measure});
      }
      for (const Target& target : article.targets) {
        target_index_.emplace(fact_id(in, target.id), TargetRef{in, &target});
      }
    }
  }
}

const Organization* Library::organization(std::string_view id) const {
  return find_in(organization_index_, id);
}
const Region* Library::region(std::string_view id) const {
  return find_in(region_index_, id);
}
const Topic* Library::topic(std::string_view id) const {
  return find_in(topic_index_, id);
}
const Beneficiary* Library::beneficiary(std::string_view id) const {
  return find_in(beneficiary_index_, id);
}
const Policy* Library::policy(std::string_view id) const {
  return find_in(policy_index_, id);
}
const Proposal* Library::proposal(std::string_view id) const {
  return find_in(proposal_index_, id);
}
const Indicator* Library::indicator(std::string_view id) const {
  return find_in(indicator_index_, id);
}
ArticleRef Library::article(std::string_view fact_id) const {
  return find_in(article_index_, fact_id);
}
MeasureRef Library::measure(std::string_view fact_id) const {
  return find_in(measure_index_, fact_id);
}
TargetRef Library::target(std::string_view fact_id) const {
  return find_in(target_index_, fact_id);
}
const Observation* Library::observation(std::string_view fact_id) const {
  return find_in(observation_index_, fact_id);
}

}  // namespace huice::model
