// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <oneapi/tbb/info.h>

#include <algorithm>

namespace huice::load {

/// How many threads work where `wanted` are asked for, 0: as many as there are processors. Asked
/// for more than that, oneTBB prints a warning of its own.
inline int worker_count(int wanted) {
  const int most = oneapi::tbb::info::default_concurrency();
  return wanted > 0 ? std::min(wanted, most) : most;
}

}  // namespace huice::load
