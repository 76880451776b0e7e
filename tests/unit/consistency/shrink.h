// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "consistency/random_project.h"

#include <functional>

namespace huice::test {

/// The project without whatever can be left out while `fails` still holds of it; tried one member
/// after another, the largest first, at most `most` times.
RandomProject shrunk(RandomProject project, const std::function<bool(const RandomProject&)>& fails,
                     int most);

}  // namespace huice::test
