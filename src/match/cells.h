// SPDX-License-Identifier: Apache-2.0
#pragma once

// Answers as cells of a table give them: what people type, and what Excel makes of it. Only what
// can mean one thing is read.

#include "match/answers.h"

#include <utility>

namespace huice::match {

/// An answer as a cell gives it; undefined where the cell is empty or says that nothing is known,
/// nullopt where it cannot be read.
///  - money: 1200万元, 1,200 万元, 5000万, 8千元, full-width digits; 0; a bare number where `unit`
///    is 元, 万元 or 亿元.
///  - rate: 3.5%; 0; a bare number where `unit` is %.
///  - number: 3, or 3年 with the field's own unit.
///  - date: 2025-01-15, 2025/1/15, 2025.1.15, 20250115, 2025年1月15日, each also with the time
///    0:00 after it.
///  - yes and no: 是/否, 有/无, 对/错, √/×, Y/N, yes/no, true/false, 1/0.
///  - choice: also with or without 企业 or 市 at its end, where one choice alone fits, and the
///    field's short names.
///  - recognitions: “名称（级别，年份或日期，方式，有效期至…，…迁入）” with any of these, also with
///    the level in front (国家级高新技术企业) and with short names, joined by “；”; “无” where
///    there is none.
/// A dash, a slash, 不详 and the like are no answer.
/// What answer_text() gives reads as the answer it came from.
std::optional<logic::Value> read_cell(const model::ProfileField& field, std::string_view cell,
                                      std::string_view unit = {});

/// What a cell of the field may hold: “an amount of money like 1200万元”, “one of: 微型, 小型”.
Argument expected(const model::ProfileField& field);

/// Whether a header may name the unit of the field's bare numbers: 万元 for money, % for a rate, 年
/// where that is the field's own.
bool is_unit_of(const model::ProfileField& field, std::string_view unit);

/// The two halves of “高新技术企业（国家级，2022）” or “研发投入(万元)”, without blanks around
/// them; the second is empty where there is none. The first may hold parentheses itself:
/// 企业技术（研发）中心.
std::pair<std::string_view, std::string_view> name_and_rest(std::string_view text);

}  // namespace huice::match
