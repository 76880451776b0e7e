// SPDX-License-Identifier: Apache-2.0
#pragma once

// Phrases that fill a reply without answering. One of them is manners; a section that is made of
// them and has neither a figure nor a document is an answer left out. The list is our own.

#include <array>
#include <string_view>

namespace huice::check {

inline constexpr std::array<std::string_view, 24> kStockPhrases{
    "高度重视",     "认真研究",     "积极推进",   "积极协调",     "积极争取", "大力支持",
    "统筹考虑",     "统筹推进",     "适时研究",   "适时启动",     "逐步完善", "逐步解决",
    "进一步加强",   "进一步完善",   "进一步加大", "不断加强",     "不断完善", "稳步推进",
    "加强沟通对接", "加强组织领导", "条件成熟时", "纳入议事日程", "抓好落实", "取得了一定成效"};

/// How many different ones make a section suspect.
inline constexpr std::size_t kStockPhrasesAllowed = 1;

}  // namespace huice::check
