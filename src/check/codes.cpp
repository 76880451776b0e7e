// SPDX-License-Identifier: Apache-2.0
#include "check/codes.h"

namespace huice::check {

const std::vector<Code>& finding_codes() {
  static const std::vector<Code> codes{
      Code::contradiction,
      Code::contradiction_stated,
      Code::number_uncited,
      Code::number_contradicts,
      Code::observation_unsourced,
      Code::share_misfit,
      Code::growth_misfit,
      Code::growth_impossible,
      Code::rate_jump,
      Code::target_unmeasured,
      Code::target_other_unit,
      Code::target_unobserved,
      Code::target_past,
      Code::target_off,
      Code::bracket_gap,
      Code::bracket_overlap,
      Code::cap_below_floor,
      Code::value_above_cap,
      Code::unit_slip,
      Code::label_number,
      Code::label_direction,
      Code::rule_number,
      Code::expired_offered,
      Code::not_yet_offered,
      Code::superseded_cited,
      Code::higher_newer,
      Code::measure_without_unit,
      Code::measure_without_contact,
      Code::measure_without_conditions,
      Code::measure_without_example,
      Code::ask_unanswered,
      Code::stock_phrases,
      Code::near_duplicate_reply,
      Code::undertaking_without_owner,
      Code::undertaking_without_due,
      Code::undertaking_overdue,
      Code::figure_outdated,
      Code::former_name,
      Code::unreviewed,
      Code::provisional,
  };
  return codes;
}

std::optional<Code> finding(std::string_view slug) {
  for (const Code code : finding_codes()) {
    if (info(code).slug == slug) return code;
  }
  return std::nullopt;
}

}  // namespace huice::check
