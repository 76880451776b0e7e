// SPDX-License-Identifier: Apache-2.0
#pragma once

// One function a family of findings; each reads the subject and adds what it finds. check.cpp runs
// them all.

#include "check/findings.h"
#include "check/subject.h"

namespace huice::check {

void check_contradictions(const Subject& subject, Findings& findings);
void check_prose_numbers(const Subject& subject, Findings& findings);
void check_observations(const Subject& subject, Findings& findings);
void check_backchecks(const Subject& subject, Findings& findings);
void check_targets(const Subject& subject, Findings& findings);
void check_brackets(const Subject& subject, Findings& findings);
void check_amounts(const Subject& subject, Findings& findings);
void check_units_of_money(const Subject& subject, Findings& findings);
void check_profile(const Subject& subject, Findings& findings);
void check_labels(const Subject& subject, Findings& findings);
void check_offers(const Subject& subject, Findings& findings);
void check_citations_in_force(const Subject& subject, Findings& findings);
void check_measures(const Subject& subject, Findings& findings);
void check_replies(const Subject& subject, Findings& findings);
void check_duplicate_replies(const Subject& subject, Findings& findings);
void check_undertakings(const Subject& subject, Findings& findings);
void check_handling(const Subject& subject, Findings& findings);
void check_figures_shown(const Subject& subject, Findings& findings);
void check_names(const Subject& subject, Findings& findings);
void check_document_numbers(const Subject& subject, Findings& findings);
void check_letters(const Subject& subject, Findings& findings);
void check_letter_contents(const Subject& subject, Findings& findings);
void check_proposal_numbers(const Subject& subject, Findings& findings);
void check_dates(const Subject& subject, Findings& findings);
void check_labels_twice(const Subject& subject, Findings& findings);
void check_leads(const Subject& subject, Findings& findings);
void check_beneficiary_levels(const Subject& subject, Findings& findings);
void check_observation_values(const Subject& subject, Findings& findings);
void check_parts(const Subject& subject, Findings& findings);
void check_outliers(const Subject& subject, Findings& findings);
void check_sums_of_shares(const Subject& subject, Findings& findings);
void check_growth_rates(const Subject& subject, Findings& findings);
void check_review(const Subject& subject, Findings& findings);

}  // namespace huice::check
