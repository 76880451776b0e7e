// SPDX-License-Identifier: Apache-2.0
#include "model/library.h"

#include "model/walk.h"

#include <algorithm>
#include <tuple>

namespace huice::model {
namespace {

template <class Index>
auto find_in(const Index& index, std::string_view id) -> typename Index::mapped_type {
  const auto found = index.find(id);
  return found == index.end() ? nullptr : found->second;
}

template <class T>
void sort_by_id(RecordList<T>& records) {
  std::stable_sort(records.pointers().begin(), records.pointers().end(),
                   [](const auto& a, const auto& b) { return a->id < b->id; });
}

template <class Index, class T>
void fill(Index& index, const RecordList<T>& records) {
  index.reserve(records.size());
  for (const T& record : records) index.emplace(record.id, &record);
}

bool before(const Observation& a, const Observation& b) {
  if (std::tie(a.indicator, a.region) != std::tie(b.indicator, b.region)) {
    return std::tie(a.indicator, a.region) < std::tie(b.indicator, b.region);
  }
  if (a.period == b.period) return a.variant < b.variant;
  return earlier(a.period, b.period);
}

void sort(SharedRecords& records) {
  sort_by_id(records.organizations);
  sort_by_id(records.regions);
  sort_by_id(records.beneficiaries);
  sort_by_id(records.glossary);
  sort_by_id(records.ladders);
  sort_by_id(records.policies);
  sort_by_id(records.proposals);
  sort_by_id(records.indicators);
  sort_by_id(records.booklets);
  sort_by_id(records.dashboards);
  sort_by_id(records.contacts);
  auto& calendar = records.calendar.pointers();
  std::stable_sort(calendar.begin(), calendar.end(),
                   [](const auto& a, const auto& b) { return a->date < b->date; });
  auto& observations = records.observations.pointers();
  std::stable_sort(observations.begin(), observations.end(),
                   [](const auto& a, const auto& b) { return before(*a, *b); });
}

// "policy/article" -> "policy", "article"; the first part is all of it where there is no mark.
struct Cut {
  std::string_view first;
  std::string_view rest;
};

Cut cut(std::string_view text, char mark) {
  const std::size_t at = text.find(mark);
  if (at == std::string_view::npos) return {text, {}};
  return {text.substr(0, at), text.substr(at + 1)};
}

template <class Part>
const Part* find_part(const std::vector<Part>& parts, std::string_view id) {
  const auto found =
      std::find_if(parts.begin(), parts.end(), [id](const Part& part) { return part.id == id; });
  return found == parts.end() ? nullptr : &*found;
}

// "policy/article/name" -> "policy/article", "name"
Cut cut_last(std::string_view fact_id) {
  const std::size_t at = fact_id.rfind('/');
  if (at == std::string_view::npos) return {};
  return {fact_id.substr(0, at), fact_id.substr(at + 1)};
}

}  // namespace

std::string Observation::fact_id() const {
  std::string id = indicator + "@" + region + "/" + period.text();
  return variant.empty() ? id : id + "#" + variant;
}

Library::Library(SharedRecords records) {
  const auto state = std::make_shared<State>();
  state->records = std::move(records);
  const SharedRecords& all = state->records;
  sort(state->records);
  for (const auto& one : all.observations.pointers()) {
    if (!one->value.absence()) state->figures.pointers().push_back(one);
  }
  fill(state->organizations, all.organizations);
  fill(state->regions, all.regions);
  fill(state->topics, all.topics);
  fill(state->beneficiaries, all.beneficiaries);
  fill(state->policies, all.policies);
  fill(state->proposals, all.proposals);
  fill(state->indicators, all.indicators);
  for (const Proposal& one : all.proposals) {
    if (!one.reply) continue;
    for (const std::string& other : one.reply->also_answers) {
      state->joint_replies.emplace(other, &one);
    }
  }
  state_ = state;
}

const Organization* Library::organization(std::string_view id) const {
  return find_in(state_->organizations, id);
}
const Region* Library::region(std::string_view id) const {
  return find_in(state_->regions, id);
}
const Topic* Library::topic(std::string_view id) const {
  return find_in(state_->topics, id);
}
const Beneficiary* Library::beneficiary(std::string_view id) const {
  return find_in(state_->beneficiaries, id);
}
const Policy* Library::policy(std::string_view id) const {
  return find_in(state_->policies, id);
}
const Proposal* Library::proposal(std::string_view id) const {
  return find_in(state_->proposals, id);
}
const Indicator* Library::indicator(std::string_view id) const {
  return find_in(state_->indicators, id);
}

const Proposal* Library::answered_in(const Proposal& proposal) const {
  return proposal.reply ? &proposal : find_in(state_->joint_replies, proposal.id);
}

// Articles and their parts have no index of their own: a policy has few enough to look through, and
// a library is built anew whenever one record changes.
ArticleRef Library::article(std::string_view fact_id) const {
  const auto [policy_id, article_id] = cut(fact_id, '/');
  const Policy* found = policy(policy_id);
  if (found == nullptr) return {};
  ArticleRef first;
  each_article(*found, [&first, id = article_id](const ArticleRef& in) {
    if (first.article == nullptr && in.article->id == id) first = in;
  });
  return first;
}

ProvisionRef Library::provision(std::string_view fact_id) const {
  const std::size_t at = fact_id.find(kPlaceMark);
  const ArticleRef in = article(fact_id.substr(0, at));
  if (in.article == nullptr) return {};
  if (at == std::string_view::npos) return {in, nullptr, nullptr};
  return find_provision(in, fact_id.substr(at + 1));
}

MeasureRef Library::measure(std::string_view fact_id) const {
  const auto [article_id, name] = cut_last(fact_id);
  const ArticleRef in = article(article_id);
  if (in.article == nullptr) return {};
  const Measure* measure = find_part(in.article->measures, name);
  return measure == nullptr ? MeasureRef{} : MeasureRef{in, measure};
}

TargetRef Library::target(std::string_view fact_id) const {
  const auto [article_id, name] = cut_last(fact_id);
  const ArticleRef in = article(article_id);
  if (in.article == nullptr) return {};
  const Target* target = find_part(in.article->targets, name);
  return target == nullptr ? TargetRef{} : TargetRef{in, target};
}

Series Library::series(std::string_view indicator, std::string_view region) const {
  using Key = std::pair<std::string_view, std::string_view>;
  const auto key = [](const Observation& one) { return Key{one.indicator, one.region}; };
  // Not equal_range(): clang 14 cannot compile the range that libstdc++ returns.
  const RecordList<Observation>& all = observations();
  return {std::ranges::lower_bound(all, Key{indicator, region}, {}, key),
          std::ranges::upper_bound(all, Key{indicator, region}, {}, key)};
}

const Observation* Library::observation(std::string_view fact_id) const {
  const auto [indicator, place] = cut(fact_id, '@');
  const auto [region, period] = cut(place, '/');
  for (const Observation& one : series(indicator, region)) {
    if (one.fact_id() == fact_id) return &one;
  }
  return nullptr;
}

}  // namespace huice::model
