// SPDX-License-Identifier: Apache-2.0
#pragma once

// A picture that a letter shows: its bytes, and how large it is.

#include <cstdint>
#include <optional>
#include <string>

namespace huice::document {

enum class PictureKind : std::uint8_t { png, jpeg };

struct Picture {
  PictureKind kind = PictureKind::png;
  std::string bytes{};
  unsigned width = 0;  ///< pixels; never 0
  unsigned height = 0;
};

/// Reads the head of a PNG or JPEG; nullopt for anything else, and for one of no size.
std::optional<Picture> picture_of(std::string bytes);

/// In millimetres.
struct PictureSize {
  double width = 0;
  double height = 0;
};

/// As large as it can be within both, its sides as they are to each other.
PictureSize fitted(const Picture& picture, double width, double height);

}  // namespace huice::document
