// SPDX-License-Identifier: Apache-2.0
#pragma once

// Library: everything that was loaded, with its indexes. Read-only once built; all pages, letters,
// booklets and dashboards are views of one Library.

#include "model/catalog.h"
#include "model/example.h"
#include "model/indicator.h"
#include "model/policy.h"
#include "model/proposal.h"
#include "model/publication.h"

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace huice::model {

/// A measure, target, undertaking or article with the way to it. Pointers into the Library.
struct ArticleRef {
  const Policy* policy = nullptr;
  const Section* section = nullptr;
  const Article* article = nullptr;
};

struct MeasureRef {
  ArticleRef in;
  const Measure* measure = nullptr;
};

struct TargetRef {
  ArticleRef in;
  const Target* target = nullptr;
};

/// Lists keep the order of their ids; observations that of (indicator, region, period, variant).
class Library {
 public:
  Site site;
  std::vector<Organization> organizations;
  std::vector<Region> regions;
  std::vector<Topic> topics;
  std::vector<Beneficiary> beneficiaries;
  std::vector<GlossaryTerm> glossary;
  std::vector<Ladder> ladders;
  std::vector<ProfileField> profile;
  std::vector<Example> examples;
  std::vector<Policy> policies;
  std::vector<Proposal> proposals;
  std::vector<Indicator> indicators;
  std::vector<Observation> observations;
  std::vector<Booklet> booklets;
  std::vector<Dashboard> dashboards;
  std::vector<Contact> contacts;
  std::vector<std::string> files;  ///< Place::file points here; [0] is empty

  Library() = default;
  Library(Library&&) = default;
  Library& operator=(Library&&) = default;
  Library(const Library&) = delete;  // the indexes point into the lists
  Library& operator=(const Library&) = delete;

  /// Sorts the lists and builds the indexes below. Call again after any change to the lists.
  void index();

  // Each returns nullptr or an empty reference where there is no such id.
  const Organization* organization(std::string_view id) const;
  const Region* region(std::string_view id) const;
  const Topic* topic(std::string_view id) const;
  const Beneficiary* beneficiary(std::string_view id) const;
  const Policy* policy(std::string_view id) const;
  const Proposal* proposal(std::string_view id) const;
  const Indicator* indicator(std::string_view id) const;

  ArticleRef article(std::string_view fact_id) const;  ///< policy/article
  MeasureRef measure(std::string_view fact_id) const;  ///< policy/article/measure
  TargetRef target(std::string_view fact_id) const;    ///< policy/article/target
  const Observation* observation(std::string_view fact_id) const;

 private:
  struct StringHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const {
      return std::hash<std::string_view>{}(text);
    }
  };
  template <class T>
  using Index = std::unordered_map<std::string, T, StringHash, std::equal_to<>>;

  void index_articles(const Policy& policy);

  Index<const Organization*> organization_index_;
  Index<const Region*> region_index_;
  Index<const Topic*> topic_index_;
  Index<const Beneficiary*> beneficiary_index_;
  Index<const Policy*> policy_index_;
  Index<const Proposal*> proposal_index_;
  Index<const Indicator*> indicator_index_;
  Index<ArticleRef> article_index_;
  Index<MeasureRef> measure_index_;
  Index<TargetRef> target_index_;
  Index<const Observation*> observation_index_;
};

/// policy/article and policy/article/name: how articles, measures and targets are cited.
std::string fact_id(const Policy& policy, const Article& article);
std::string fact_id(const ArticleRef& in, std::string_view name);

}  // namespace huice::model
