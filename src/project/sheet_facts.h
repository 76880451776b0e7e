// SPDX-License-Identifier: Apache-2.0
#pragma once

// Facts as lines of a review sheet: the sentence of each, where it comes from, and what a reviewer
// must know of it.

#include "project/review_sheet.h"

#include <string_view>

namespace huice::project {

class SheetFacts {
 public:
  SheetFacts(const model::Library& library, const view::Scope& scope)
      : library_(library), scope_(scope) {}

  SheetFact of(const model::Observation& figure) const;
  SheetFact of(const model::MeasureRef& measure) const;
  SheetFact of(const model::TargetRef& target) const;
  SheetFact of(const model::ArticleRef& article) const;
  SheetFact of(const model::Policy& policy) const;

  /// What a citation's target names; an empty sentence where it is nothing on record.
  std::vector<SheetFact> cited(std::string_view target) const;

  /// A candidate's own line, and one for each of its measures and newest figures.
  std::vector<SheetFact> of(const derive::Candidate& candidate) const;

  /// 市科学技术局、市财政局
  std::string names_of(const std::vector<std::string>& organizations) const;

 private:
  void add_source(const model::Provenance& provenance, SheetFact& fact) const;
  void add_policy(const model::Policy& policy, SheetFact& fact) const;
  void warn(std::string text, SheetFact& fact) const;
  std::string plain(const model::Prose& prose) const;

  const model::Library& library_;
  const view::Scope& scope_;
};

}  // namespace huice::project
