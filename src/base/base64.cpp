// SPDX-License-Identifier: Apache-2.0
#include "base/base64.h"

#include <array>
#include <cstdint>

namespace huice::base64 {
namespace {

constexpr std::string_view kSigns =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
constexpr std::uint8_t kNone = 64;

constexpr std::array<std::uint8_t, 256> values() {
  std::array<std::uint8_t, 256> out{};
  for (std::uint8_t& value : out) value = kNone;
  for (std::size_t i = 0; i < kSigns.size(); ++i) {
    out[static_cast<unsigned char>(kSigns[i])] = static_cast<std::uint8_t>(i);
  }
  return out;
}

constexpr std::array<std::uint8_t, 256> kValues = values();

}  // namespace

std::string encoded(std::string_view bytes) {
  std::string out;
  out.reserve((bytes.size() + 2) / 3 * 4);
  for (std::size_t at = 0; at < bytes.size(); at += 3) {
    const std::string_view group = bytes.substr(at, 3);
    std::uint32_t bits = 0;
    for (std::size_t i = 0; i < 3; ++i) {
      bits = (bits << 8U) | (i < group.size() ? static_cast<unsigned char>(group[i]) : 0U);
    }
    for (std::size_t i = 0; i < 4; ++i) {
      out += i <= group.size() ? kSigns[(bits >> (18U - 6U * i)) & 63U] : '=';
    }
  }
  return out;
}

std::optional<std::string> decoded(std::string_view text) {
  if (text.size() % 4 != 0) return std::nullopt;
  std::size_t padding = 0;
  while (padding < 2 && text.ends_with('=')) text.remove_suffix(1), ++padding;
  std::string out;
  out.reserve(text.size() / 4 * 3 + 3);
  std::uint32_t bits = 0;
  std::size_t held = 0;
  for (const char sign : text) {
    const std::uint8_t value = kValues[static_cast<unsigned char>(sign)];
    if (value == kNone) return std::nullopt;
    bits = (bits << 6U) | value;
    held += 6;
    if (held < 8) continue;
    held -= 8;
    out += static_cast<char>((bits >> held) & 0xFFU);
  }
  // What is left over of the last signs is zero.
  if ((bits & ((1U << held) - 1U)) != 0 || held >= 6) return std::nullopt;
  return out;
}

}  // namespace huice::base64
