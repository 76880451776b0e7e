// SPDX-License-Identifier: Apache-2.0
#pragma once

// What an enterprise may have, as JSON: what `huice match` prints, and what its readable report is
// rendered from. Codes stand for themselves (match/codes.h); sums stand in 分 and as people write
// them.

#include "base/json/value.h"
#include "match/combination.h"
#include "match/near_miss.h"
#include "view/reader.h"
#include "view/words.h"

#include <string>

namespace huice::view {

/// Every measure of the plan against one enterprise, yes first, then unknown, then no with what is
/// missing to yes.
json::Value match_report(const match::Plan& plan, const match::Answers& answers,
                         const Words& words);

/// What is still to be answered of a field: its label; of recognitions that were named, that parts
/// of them were left out.
std::string missing_text(const model::ProfileField& field, const logic::Value& answer,
                         const Words& words);

/// How an estimate came about, in one line; empty where it was made without steps.
std::string steps_text(const match::Estimate& estimate, const Words& words);

/// What texts say of having the measure beside others; of a payment of which they say nothing,
/// that.
std::string stacking_text(const match::PlannedMeasure& measure, const Reader& reader,
                          const Words& words);

/// Whom the measure is for, each with its level: 市级“专精特新”中小企业（市级）. Empty where no
/// text says it.
std::string beneficiaries_text(const match::PlannedMeasure& measure, const Reader& reader,
                               const Words& words);

/// Why the verdict is not yes, in one line: conditions that are not met or that an office judges,
/// and cautions.
std::string reason_text(const match::Plan& plan, const match::Result& result,
                        const match::Applicant& applicant, const Words& words);

/// Answers that contradict each other, a sentence each.
std::vector<std::string> contradiction_texts(const match::Plan& plan,
                                             const match::Applicant& applicant, const Words& words);

/// An estimate in one line, with the condition that its upper bound depends on: 200万元,
/// 每年最高50万元, 金额未载明.
std::string estimate_text(const match::Estimate& estimate, const Words& words);

}  // namespace huice::view
