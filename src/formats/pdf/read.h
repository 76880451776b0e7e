// SPDX-License-Identifier: Apache-2.0
#pragma once

// Reads the characters and lines of a PDF by qpdf. Hostile files cost bounded time and memory.

#include "formats/pdf/page.h"

#include <cstdint>
#include <optional>
#include <string_view>

namespace huice::formats::pdf {

enum class Fault : std::uint8_t {
  none,
  not_pdf,
  encrypted,  ///< with a password that is needed to read it
  damaged,
  too_large,  ///< pages, unpacked bytes or objects
};

/// What a file may hold.
struct Limits {
  std::size_t pages = 300;
  std::uint64_t unpacked = std::uint64_t{64} << 20U;  ///< of all that is read
  std::uint64_t operators = 1'500'000;
  std::uint64_t glyphs = 1'000'000;
};

/// What the file shows, or why that cannot be told.
Fault read(std::string_view bytes, File& file, const Limits& limits = {});

}  // namespace huice::formats::pdf
