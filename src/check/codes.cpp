// SPDX-License-Identifier: Apache-2.0
#include "check/codes.h"

#include "base/messages/check.h"
#include "base/messages/match.h"

#include <array>

namespace huice::check {
namespace {

constexpr std::array kCodes{
    msg::contradiction::code,
    msg::contradiction_stated::code,
    msg::number_uncited::code,
    msg::number_contradicts::code,
    msg::observation_unsourced::code,
    msg::share_misfit::code,
    msg::growth_misfit::code,
    msg::growth_impossible::code,
    msg::rate_jump::code,
    msg::target_unmeasured::code,
    msg::target_other_unit::code,
    msg::target_unobserved::code,
    msg::target_past::code,
    msg::target_off::code,
    msg::bracket_gap::code,
    msg::bracket_overlap::code,
    msg::cap_below_floor::code,
    msg::value_above_cap::code,
    msg::unit_slip::code,
    msg::label_number::code,
    msg::who_number::code,
    msg::label_direction::code,
    msg::rule_number::code,
    msg::profile_alike::code,
    msg::expired_offered::code,
    msg::not_yet_offered::code,
    msg::superseded_cited::code,
    msg::higher_newer::code,
    msg::document_number_form::code,
    msg::document_number_twice::code,
    msg::measure_without_unit::code,
    msg::measure_without_contact::code,
    msg::measure_without_conditions::code,
    msg::measure_without_example::code,
    msg::ask_unanswered::code,
    msg::stock_phrases::code,
    msg::near_duplicate_reply::code,
    msg::undertaking_without_owner::code,
    msg::undertaking_without_due::code,
    msg::undertaking_overdue::code,
    msg::reply_overdue::code,
    msg::reply_unconsulted::code,
    msg::reply_published::code,
    msg::publication_unexplained::code,
    msg::figure_outdated::code,
    msg::former_name::code,
    msg::letter_number::code,
    msg::letter_session::code,
    msg::letter_kind::code,
    msg::letter_title::code,
    msg::letter_salutation::code,
    msg::letter_address::code,
    msg::letter_issuer::code,
    msg::class_undefined::code,
    msg::proposal_number_twice::code,
    msg::class_promises::code,
    msg::class_differs::code,
    msg::figures_differ::code,
    msg::contact_published::code,
    msg::cited_later::code,
    msg::near_duplicate_section::code,
    msg::letter_heading::code,
    msg::dates_out_of_order::code,
    msg::date_to_come::code,
    msg::document_number_year::code,
    msg::label_twice::code,
    msg::numbering_continues::code,
    msg::numbering_chapters::code,
    msg::lead_unsaid::code,
    msg::lead_uncompared::code,
    msg::level_other_tier::code,
    msg::observation_other_unit::code,
    msg::observation_to_come::code,
    msg::figure_outlier::code,
    msg::part_above_whole::code,
    msg::share_above_all::code,
    msg::shares_above_all::code,
    msg::growth_rate_misfit::code,
    msg::cap_other_per::code,
    msg::succession_unconfirmed::code,
    msg::backcheck_uncompared::code,
    msg::bracket_uncompared::code,
    msg::relation_to_itself::code,
    msg::example_verdict::code,
    msg::example_estimate::code,
    msg::example_claimable::code,
    msg::unreviewed::code,
    msg::provisional::code,
};

}  // namespace

const std::vector<Code>& finding_codes() {
  static const std::vector<Code> codes(kCodes.begin(), kCodes.end());
  return codes;
}

std::optional<Code> finding(std::string_view slug) {
  for (const Code code : finding_codes()) {
    if (code.slug() == slug) return code;
  }
  return std::nullopt;
}

}  // namespace huice::check
