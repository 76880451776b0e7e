// SPDX-License-Identifier: Apache-2.0
#pragma once

// Rules as records write them, JsonLogic or a line of the condition language, ready to compute:
// names are profile fields, and constants, written as people write them ("5000万元", "5%"), have
// the form of the answers they stand beside.

#include "logic/condition/vocabulary.h"
#include "logic/rule.h"
#include "match/typing.h"
#include "model/amount.h"
#include "model/locator.h"
#include "model/records.h"

#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace huice::match {

struct TypedRule {
  logic::Value json;  ///< JsonLogic with constants as numbers: what the browser reads
  logic::Rule rule;
};

/// The place of a part of a rule that a fault names.
Location place_of(const model::Rule& rule, json::Span span, model::Locator& locator);

/// Not for several threads at once: it keeps what it has read.
class RuleReader {
 public:
  /// REQUIRES: the profile outlives the reader.
  explicit RuleReader(const model::RecordList<model::ProfileField>& profile);

  const logic::Vocabulary& vocabulary() const { return vocabulary_; }

  /// The rule as JsonLogic, with constants as written: null where there is no rule, or no readable
  /// one. The value lives as long as the reader.
  const json::Value& json(const model::Rule& rule) const { return read(rule).json; }

  /// The rule, or nothing where something is wrong with it; every fault is added to `faults`.
  /// REQUIRES: not empty.
  std::optional<TypedRule> compile(const model::Rule& rule,
                                   std::vector<ConditionFault>& faults) const;

 private:
  struct Reading {
    json::Value json;
    std::vector<ConditionFault> faults;
  };
  const Reading& read(const model::Rule& rule) const;

  const model::RecordList<model::ProfileField>& profile_;
  logic::Vocabulary vocabulary_;
  // By the rules' texts: many checks ask for one rule, and reading a long line is dear.
  mutable std::unordered_map<std::string, Reading> read_;
};

}  // namespace huice::match
