// SPDX-License-Identifier: Apache-2.0
#pragma once

// Parts of an amount that need each other, or exclude each other.

#include "base/message.h"
#include "model/library.h"

#include <functional>

namespace huice::load {

/// Reports what one amount lacks, or has too much.
void check_amount(const model::AmountComponent& amount, const model::Library& library,
                  const std::function<void(Message)>& report);

}  // namespace huice::load
