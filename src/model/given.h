// SPDX-License-Identifier: Apache-2.0
#pragma once

// The part of a measure that one sentence can say: 一次性给予10万元奖励, 按新增配套额的5%给予补助，
// 最高50万元.

#include "model/policy.h"

namespace huice::model {

/// The one component that has a figure, where it is a sum, a rate of something, or a cap or floor
/// that holds in every case; nullptr where the measure pays nothing, has several, rows or phases.
const AmountComponent* given(const Measure& measure);

}  // namespace huice::model
