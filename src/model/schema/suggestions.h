// SPDX-License-Identifier: Apache-2.0
#pragma once

// What was probably meant by a text that is refused, in the spelling that is taken; empty where it
// cannot be known. Words that say more than the value, like 最高 and 不少于, are never dropped.

#include <string>
#include <string_view>

namespace huice::model::schema {

std::string suggest_money(std::string_view text);  ///< 5000万元 for 五千万元
std::string suggest_rate(std::string_view text);   ///< 50% for 百分之五十
std::string suggest_date(std::string_view text);  ///< 2022-09-28 for 二〇二二年九月二十八日
std::string suggest_period(std::string_view text);    ///< 2024Q1 for 2024年一季度
std::string suggest_quantity(std::string_view text);  ///< 1200家 for １，２００ 家
std::string suggest_goal(std::string_view text);
std::string suggest_qualifier(std::string_view text);  ///< ≥ for >=
/// No blanks, control characters or signs that end an address in a text.
bool can_be_in_url(std::string_view text);
std::string suggest_url(std::string_view text);       ///< https://www.x.cn for www.x.cn
std::string suggest_language(std::string_view text);  ///< zh-CN for zh_CN, cn or 中文
std::string suggest_id(std::string_view text);        ///< rd-2 for RD_2

}  // namespace huice::model::schema
