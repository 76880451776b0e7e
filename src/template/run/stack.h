// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

namespace huice::tmpl {

/// The address this thread's stack must not grow below where calls nest: half of it is left for the
/// deepest single expression and for what filters call.
std::uintptr_t stack_floor();

/// Whether the stack has grown below `floor`.
inline bool is_below(std::uintptr_t floor) {
  return reinterpret_cast<std::uintptr_t>(__builtin_frame_address(0)) < floor;
}

}  // namespace huice::tmpl
