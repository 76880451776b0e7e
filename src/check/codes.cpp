// SPDX-License-Identifier: Apache-2.0
#include "check/codes.h"

#include "base/messages/check.h"

namespace huice::check {

const std::vector<Code>& finding_codes() {
  static const std::vector<Code> codes{
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
      msg::figure_outdated::code,
      msg::former_name::code,
      msg::unreviewed::code,
      msg::provisional::code,
  };
  return codes;
}

std::optional<Code> finding(std::string_view slug) {
  for (const Code code : finding_codes()) {
    if (code.slug() == slug) return code;
  }
  return std::nullopt;
}

}  // namespace huice::check
