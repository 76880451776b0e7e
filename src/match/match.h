// SPDX-License-Identifier: Apache-2.0
#pragma once

// One enterprise against one measure: yes, no or unknown, each requirement by itself.

#include "match/applicant.h"
#include "match/estimate.h"

#include <optional>
#include <vector>

namespace huice::match {

/// Whether nothing can be had under that caution, whatever else is met.
bool closes(Caution caution);

/// Whether every requirement that has a rule is met; what an office judges is left to it.
bool meets_rules(const PlannedMeasure& measure, Applicant& applicant);

/// What a policy's standing adds to a verdict; nothing where it is in force.
Cautions cautions_of(const PlannedMeasure& measure);

struct RequirementResult {
  const model::Requirement* requirement = nullptr;
  Verdict verdict = Verdict::unknown;
  bool judged = false;               ///< no rule: an office judges it
  std::vector<std::size_t> missing;  ///< fields whose answers would decide
  std::vector<Verdict> readings;     ///< of each way to read it, where there are several
};

struct Result {
  const PlannedMeasure* measure = nullptr;
  Verdict verdict = Verdict::unknown;
  std::vector<RequirementResult> requirements;
  Cautions cautions;
  std::vector<std::size_t> missing;  ///< fields that no requirement asks for and the verdict needs
  std::optional<Estimate> estimate;  ///< none where the verdict is no, or the measure has no amount
};

/// All measures of one enterprise should share the applicant. REQUIRES: it is of this plan.
Result match(const Plan& plan, const PlannedMeasure& measure, Applicant& applicant,
             Detail detail = Detail::steps);

/// Likewise for one measure. REQUIRES: answers has a place for each field of the plan's profile.
Result match(const Plan& plan, const PlannedMeasure& measure, const Answers& answers,
             Detail detail = Detail::steps);

}  // namespace huice::match
