// SPDX-License-Identifier: Apache-2.0
#pragma once

// Words that stand in nearly every ask, whatever it asks for: 出台一个政策包, 打好一张服务牌. They
// say little of the subject. The list is our own.

#include <array>
#include <string_view>

namespace huice::derive {

inline constexpr std::array<std::string_view, 50> kAskWords{
    "出台", "制定", "建立", "健全", "完善", "加强", "加大", "推进", "推动", "促进",
    "培育", "打造", "打好", "搭建", "构建", "提升", "强化", "优化", "落实", "开展",
    "实施", "支持", "鼓励", "引导", "加快", "建议", "提案", "关于", "进一", "一步",
    "一个", "一张", "一套", "一批", "一项", "体系", "机制", "支撑", "力度", "水平",
    "工作", "方面", "建设", "发展", "保障", "精准", "有关", "相关", "问题", "措施"};

}  // namespace huice::derive
