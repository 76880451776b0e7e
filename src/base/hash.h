// SPDX-License-Identifier: Apache-2.0
#pragma once

// Content hashes: XXH3 with 128 bits. They tell two contents apart; they are no signature.

#include <string>
#include <string_view>

namespace huice {

/// 32 lower-case hexadecimal digits in canonical (big-endian) order.
std::string content_hash(std::string_view bytes);

}  // namespace huice
