// SPDX-License-Identifier: Apache-2.0
#pragma once

// Content hashes: XXH3. They distinguish two contents; they are no signature.

#include <cstdint>
#include <string>
#include <string_view>

namespace huice {

/// 128 bits: 32 lower-case hexadecimal digits in canonical (big-endian) order.
std::string content_hash(std::string_view bytes);

/// 64 bits, for what is compared in memory or in the thousands: one pair in 10^19 is taken for
/// equal.
std::uint64_t short_hash(std::string_view bytes);

}  // namespace huice
