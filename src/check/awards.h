// SPDX-License-Identifier: Apache-2.0
#pragma once

// Fixed sums paid for being recognised (认定奖励), and which of them a sentence speaks of.

#include "check/subject.h"

#include <map>

namespace huice::check {

struct Award {
  model::MeasureRef measure;
  const model::AmountComponent* amount = nullptr;  ///< has a value

  std::string id() const;  ///< fact id of the measure
};

/// A measure that asks for a recognition: in its rule, or as its label says (认定).
bool is_for_recognition(const model::Measure& measure, const match::RuleReader& rules);

class Awards {
 public:
  /// REQUIRES: the subject's library outlives the awards.
  explicit Awards(const Subject& subject);

  /// What a sum in this sentence could be: the awards, in the region (empty: the site's), of the
  /// beneficiary with a level (市级, 国家级) that is named last before it; `before` bytes of the
  /// sentence stand there. Empty where it speaks of no award, or of the total of several.
  std::vector<const Award*> meant(std::string_view region, std::string_view sentence,
                                  std::size_t before) const;

  /// What a sum in a sentence that names nobody could be, where a list beside it names who gets
  /// it: the awards of all beneficiaries with a level in the list. Empty as above.
  std::vector<const Award*> of_list(std::string_view region, std::string_view sentence,
                                    std::string_view list) const;

 private:
  const std::vector<const Award*>* of(std::string_view region, const std::string& id) const;

  struct Named {
    std::string name;  ///< without 企业 at its end, as texts shorten it
    std::string id;
  };

  const model::Library& library_;
  std::vector<Award> all_;
  std::vector<Named> names_;
  std::map<std::pair<std::string, std::string>, std::vector<const Award*>> by_beneficiary_;
};

}  // namespace huice::check
