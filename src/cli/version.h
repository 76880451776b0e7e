// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace huice::cli {

/// huice's own version, from CMakeLists.txt.
inline constexpr const char* kVersion = HUICE_VERSION;

}  // namespace huice::cli
