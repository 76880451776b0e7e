// SPDX-License-Identifier: Apache-2.0
#pragma once

// Which facts on record could answer an ask. Found by words alone, without reading any reply: what
// the ask and its proposal's title say against what texts, articles, measures, targets and
// indicators are called, with rare words counting more, and the topics that the words belong to.
// The same records give the same order.

#include "model/library.h"
#include "model/walk.h"

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace huice::derive {

/// One place on record that could answer: a text as a whole (of one that is known by its name
/// alone, with its measures), an article with its measures, targets and undertakings, or an
/// indicator with its figures.
struct Candidate {
  const model::Policy* policy = nullptr;  ///< of an article, too
  model::ArticleRef article{};            ///< null for a text as a whole
  const model::Indicator* indicator = nullptr;
  /// Of the indicator, the newest first.
  std::vector<const model::Observation*> figures{};
  double score = 0;

  /// What citations name it by: the policy's id, the article's fact id, the indicator's id.
  std::string id() const;
};

class Relevance {
 public:
  /// REQUIRES: library outlives it.
  explicit Relevance(const model::Library& library);
  ~Relevance();
  Relevance(Relevance&&) noexcept;

  /// The first `most` of what was known by `day`: of texts those of the proposal's region and of
  /// those above it, of figures those of the region and of those below it.
  std::vector<Candidate> candidates(const model::Proposal& proposal, const model::Ask& ask,
                                    const model::Date& day, std::size_t most) const;

 private:
  struct Index;
  std::unique_ptr<const Index> index_;
};

}  // namespace huice::derive
