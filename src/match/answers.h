// SPDX-License-Identifier: Apache-2.0
#pragma once

// What an enterprise says about itself. An answer is kept in the form rules compute with: money in
// 分, a rate in millionths (5% is 50000), a date as its text, a recognition as an object of name,
// tier, year, how and days. What was not answered is undefined: never 0, never no.

#include "base/diagnostic.h"
#include "base/json/value.h"
#include "base/spelling_budget.h"
#include "logic/value.h"
#include "model/records.h"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace huice::match {

/// One answer a profile field, in the profile's order.
using Answers = std::vector<logic::Value>;

/// The tiers that the field's recognitions can have, highest first, and the ways to get one, as
/// data files write them.
const std::vector<std::string>& recognition_tiers(const model::ProfileField& field);
const std::vector<std::string_view>& recognition_ways();
/// The highest that a first step of a ladder is on.
inline constexpr std::string_view kCityTier = "市级";
inline constexpr std::string_view kAgain = "再次认定";
inline constexpr std::string_view kMovedIn = "整体迁入";
/// Around the days of a recognition: 有效期至2025-07-20, 2023-05-01迁入.
inline constexpr std::string_view kValidUntil = "有效期至";
inline constexpr std::string_view kCameIn = "迁入";
/// What rules can ask of an item of a recognition list: name, tier, year, how.
const std::vector<std::string_view>& recognition_keys();
/// The days it can also say: date, when it was recognised; until, the last day it holds; moved,
/// when the enterprise brought it along.
const std::vector<std::string_view>& recognition_days();

/// The text of a member of a recognition; null where it has none. Days are ISO texts, which have
/// the order of days.
const std::string* text_in(const logic::Value& recognition, std::string_view key);
std::optional<int> year_in(const logic::Value& recognition);
/// Whether a member of a recognition is that text.
bool says(const logic::Value& recognition, std::string_view key, std::string_view text);

/// What is wrong with an answer.
struct AnswerFault {
  Message message;
  std::string token;       ///< the text at fault, where it is one
  std::string suggestion;  ///< the nearest right spelling, or empty

  /// The problem at the place that the caller found for the token.
  Diagnostic at(Location where) const;
};

struct ReadAnswer {
  logic::Value value;
  std::optional<AnswerFault> fault;
};

/// An answer as JSON gives it: money, rates, dates and choices are texts, numbers may be. Null is
/// no answer. Without `spelling` a fault suggests no choice.
ReadAnswer read_answer(const model::ProfileField& field, const logic::Value& given,
                       SpellingBudget* spelling = nullptr);

/// An answer as people write it: 5000万元, 3.5%, 是, “高新技术企业（国家级，2022，首次认定）”;
/// empty where there is none.
std::string answer_text(const model::ProfileField& field, const logic::Value& answer);

/// Gives the place of a span of the text that the answers were read from.
using Locate = std::function<Location(json::Span span)>;

/// All answers of one enterprise, from a JSON object whose keys are field ids. What is wrong is
/// reported and counts as not answered.
Answers read_profile(const json::Value& given,
                     const model::RecordList<model::ProfileField>& profile, const Locate& locate,
                     Diagnostics& problems);

}  // namespace huice::match
