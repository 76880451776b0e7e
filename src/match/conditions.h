// SPDX-License-Identifier: Apache-2.0
#pragma once

// Rules as records write them, ready to compute: names are profile fields, and constants, written
// as people write them ("5000万元", "5%"), have the form of the answers they stand beside.

#include "logic/rule.h"
#include "match/answers.h"
#include "model/amount.h"
#include "model/records.h"

#include <optional>
#include <string>
#include <vector>

namespace huice::match {

struct TypedRule {
  logic::Value json;  ///< JsonLogic with constants as numbers: what the browser reads
  logic::Rule rule;
};

/// What is wrong with a rule, and where in its JSON.
struct ConditionFault {
  AnswerFault what;
  json::Span at;
};

/// The rule, or nothing where something is wrong with it; every fault is added to `faults`.
/// REQUIRES: not empty.
std::optional<TypedRule> compile_rule(const model::Rule& rule,
                                      const model::RecordList<model::ProfileField>& profile,
                                      std::vector<ConditionFault>& faults);

}  // namespace huice::match
