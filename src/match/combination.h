// SPDX-License-Identifier: Apache-2.0
#pragma once

// Having several measures at once. Only a clause or a ruling says what then holds; where none
// does, nothing is added: 是否可叠加文件未载明（不合计）.

#include "match/match.h"

namespace huice::match {

/// What a clause says of measures that the enterprise may have together.
struct Combination {
  const model::Policy* policy = nullptr;
  const model::Stacking* clause = nullptr;
  std::vector<const Result*> results;  ///< at least two, none of them a no
  /// highest: the largest of them; additive: their sum. In 分; unset for exclusive, where a person
  /// chooses. `low` counts only those whose verdict is yes, and is unset where none of them is at
  /// least something; `high` counts all, and is unset where one has no upper bound.
  std::optional<std::int64_t> low;
  std::optional<std::int64_t> high;
  bool not_added = false;  ///< counted in different ways: 每年 and 一次性
};

/// REQUIRES: the results are of one enterprise, and outlive what is given back.
std::vector<Combination> combinations(const Plan& plan, const std::vector<Result>& results);

}  // namespace huice::match
