// SPDX-License-Identifier: Apache-2.0
#pragma once

// Money, rates and days as offices write them, in the one form that Money, Rate and Date read.
// Each gives the text as it is where it is no such value.

#include <string>
#include <string_view>

namespace huice::model {

/// “8000元” from 8千元, “5000万元” from ５，０００ 万, 人民币5000万元整 or 5千万元.
std::string plain_money(std::string_view text);

/// “50%” from ５０ ％, “1.5个百分点” from 1.5百分点.
std::string plain_rate(std::string_view text);

/// “2022-09-28” from 2022.9.28, 2022/9/28, 20220928 or ２０２２年９月２８日.
std::string plain_date(std::string_view text);

/// Whether it has a year of four digits, a month and a day, of which there may be none such.
bool has_form_of_date(std::string_view text);

}  // namespace huice::model
