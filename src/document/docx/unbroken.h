// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace huice::document::docx {

/// U+2060, word joiner: no width, no shape, and no line ends at it (UAX #14, LB11). Whoever reads a
/// file leaves it out.
inline constexpr std::string_view kJoiner = "\u2060";

/// The text with joiners inside each 发文字号 of the usual form, so that no line ends within it:
/// 鄂府发〔2022〕103号.
std::string unbroken(std::string_view text);

}  // namespace huice::document::docx
