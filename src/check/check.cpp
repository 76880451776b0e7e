// SPDX-License-Identifier: Apache-2.0
#include "check/check.h"

#include "check/rules.h"

namespace huice::check {

void find_all(const Subject& subject, model::Locator& locator, Diagnostics& problems) {
  Findings findings(subject.library, locator);
  check_contradictions(subject, findings);
  check_prose_numbers(subject, findings);
  check_observations(subject, findings);
  check_backchecks(subject, findings);
  check_targets(subject, findings);
  check_brackets(subject, findings);
  check_amounts(subject, findings);
  check_units_of_money(subject, findings);
  check_labels(subject, findings);
  check_profile(subject, findings);
  check_offers(subject, findings);
  check_citations_in_force(subject, findings);
  check_measures(subject, findings);
  check_replies(subject, findings);
  check_duplicate_replies(subject, findings);
  check_undertakings(subject, findings);
  check_figures_shown(subject, findings);
  check_names(subject, findings);
  check_document_numbers(subject, findings);
  check_review(subject, findings);
  findings.finish(problems);
}

}  // namespace huice::check
