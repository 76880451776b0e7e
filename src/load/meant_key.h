// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/schema/shape.h"

#include <string>
#include <string_view>

namespace huice::load {

/// The key of `object` that the writer of an unknown one most likely meant: one spelled nearly so,
/// or the one that this Chinese word stands for (文种: “kind”). Empty where there is none.
std::string meant_key(const model::ObjectForm& object, std::string_view written);

}  // namespace huice::load
