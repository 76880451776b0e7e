// SPDX-License-Identifier: Apache-2.0
#pragma once

// The signs that no line begins or ends with: Word's own for Chinese, and the word joiner of
// unbroken.h, which neither Word nor LibreOffice would obey among Han characters.

#include <string_view>

namespace huice::document::docx {

inline constexpr std::string_view kEndsNoLine =
    "$([{£¥·‘“〈《「『【〔〖〝﹗﹙﹛＄（．［｛￡￥\u2060";
inline constexpr std::string_view kBeginsNoLine =
    "!%),.:;>?]}"
    "¢¨°·ˇˉ―‖’”…‰′″›℃∶、。〃〉》」』】〕〗〞︶︺︾﹀﹄﹚﹜﹞！＂％＇），．：；？］｀｜｝～￠\u2060";

}  // namespace huice::document::docx
