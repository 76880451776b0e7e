// SPDX-License-Identifier: Apache-2.0
#include "check/check.h"

#include "check/rules.h"
#include "match/examples.h"

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
  check_handling(subject, findings);
  check_figures_shown(subject, findings);
  check_names(subject, findings);
  check_document_numbers(subject, findings);
  check_letters(subject, findings);
  check_letter_contents(subject, findings);
  check_proposal_numbers(subject, findings);
  check_dates(subject, findings);
  check_labels_twice(subject, findings);
  check_leads(subject, findings);
  check_beneficiary_levels(subject, findings);
  check_observation_values(subject, findings);
  check_parts(subject, findings);
  check_outliers(subject, findings);
  check_sums_of_shares(subject, findings);
  check_growth_rates(subject, findings);
  check_review(subject, findings);
  findings.finish(problems);
}

void find_in_examples(const Subject& subject, model::Locator& locator, Diagnostics& problems) {
  Diagnostics found;
  match::check_examples(subject.library, locator, found);
  Findings findings(subject.library, locator);
  for (const Diagnostic& one : found.sorted()) findings.add(one);
  findings.finish(problems);
}

}  // namespace huice::check
