// SPDX-License-Identifier: Apache-2.0
#pragma once

// Worked example: what one enterprise gets from one measure, worked out by a person from the text.
// Every build works it out again from the records and refuses to differ.

#include "model/amount.h"

#include <optional>
#include <string>

namespace huice::model {

/// unknown: an answer is missing, or an office has to judge.
enum class Verdict { yes, no, unknown };

/// What is known of a sum.
enum class EstimateKind { exact, between, at_most, at_least, unknown };

struct ExpectedEstimate {
  EstimateKind kind = EstimateKind::unknown;
  std::optional<Money> value;  ///< of exact, at_most and at_least
  std::optional<Money> from;   ///< of between
  std::optional<Money> to;
  Per per = Per::once;  ///< year: so much each year; anything else: in all
};

struct Expectation {
  bool claimable = true;                     ///< false: nothing an enterprise can apply for
  std::optional<Verdict> verdict;            ///< of what is claimable
  std::optional<ExpectedEstimate> estimate;  ///< none where the verdict is no
};

struct Example {
  std::string id;
  std::string measure;  ///< fact id of a measure; of an undertaking or target where not claimable
  Rule profile;         ///< the answers as one JSON object; src/match reads it
  std::optional<Date> as_of;
  Expectation expect;
  std::string why;  ///< how the text gives that, in own words
  Provenance provenance;
};

}  // namespace huice::model
