// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "view/scope.h"

#include <string>
#include <vector>

namespace huice::view {

/// What the measures pay, in one phrase: 10万元—200万元, 最高500万元, 每年最高50万元, 20万元起.
/// Only what is paid to who applies counts, and only sums of money: rates and steps that are not
/// published have none. Bounds stay bounds: a range has both ends only where every sum is fixed.
/// Empty where no sum is named.
std::string money_range(const std::vector<const model::Measure*>& measures, const Words& words);

/// What the amounts say beyond the headline, which is printed beside it: 按新增配套额的5%，一次性.
/// Empty where the headline is all.
std::string terms_text(const model::Measure& measure, const Words& words);

}  // namespace huice::view
