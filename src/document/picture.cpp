// SPDX-License-Identifier: Apache-2.0
//
// PNG: its first part is IHDR. JPEG: the frame's header (SOF) is somewhere among segments that each
// say how long they are.
#include "document/picture.h"

#include <algorithm>
#include <string_view>
#include <utility>

namespace huice::document {
namespace {

using namespace std::string_view_literals;

unsigned number_at(std::string_view bytes, std::size_t at, std::size_t count) {
  unsigned number = 0;
  for (std::size_t i = 0; i < count; ++i) {
    number = number << 8U | static_cast<unsigned char>(bytes[at + i]);
  }
  return number;
}

struct Pixels {
  unsigned width = 0;
  unsigned height = 0;
};

std::optional<Pixels> png_size(std::string_view bytes) {
  constexpr std::size_t kHead = 24;
  if (bytes.size() < kHead || bytes.substr(12, 4) != "IHDR") return std::nullopt;
  return Pixels{number_at(bytes, 16, 4), number_at(bytes, 20, 4)};
}

// A frame's header of any kind of coding; C4, C8 and CC are other things.
bool is_frame(unsigned marker) {
  return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
}

std::optional<Pixels> jpeg_size(std::string_view bytes) {
  std::size_t at = 2;
  while (at + 4 <= bytes.size()) {
    if (static_cast<unsigned char>(bytes[at]) != 0xFF) return std::nullopt;
    const unsigned marker = static_cast<unsigned char>(bytes[at + 1]);
    if (marker == 0xFF) {  // filling
      ++at;
      continue;
    }
    if (is_frame(marker)) {
      if (at + 9 > bytes.size()) return std::nullopt;
      return Pixels{number_at(bytes, at + 7, 2), number_at(bytes, at + 5, 2)};
    }
    at += 2 + number_at(bytes, at + 2, 2);
  }
  return std::nullopt;
}

}  // namespace

std::optional<Picture> picture_of(std::string bytes) {
  const bool is_png = bytes.starts_with("\x89PNG\r\n\x1A\n"sv);
  const bool is_jpeg = bytes.starts_with("\xFF\xD8\xFF"sv);
  if (!is_png && !is_jpeg) return std::nullopt;
  const std::optional<Pixels> pixels = is_png ? png_size(bytes) : jpeg_size(bytes);
  if (!pixels || pixels->width == 0 || pixels->height == 0) return std::nullopt;
  return Picture{is_png ? PictureKind::png : PictureKind::jpeg, std::move(bytes), pixels->width,
                 pixels->height};
}

PictureSize fitted(const Picture& picture, double width, double height) {
  const double scale = std::min(width / picture.width, height / picture.height);
  return {picture.width * scale, picture.height * scale};
}

}  // namespace huice::document
