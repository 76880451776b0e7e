// SPDX-License-Identifier: Apache-2.0
#pragma once

// Every measure that can be claimed, made ready to be matched on one day: rules compiled and bound
// to the profile's fields, sums and rates as exact fractions. Made once, read by many threads.

#include "derive/status.h"
#include "logic/rational.h"
#include "logic/rule_set.h"
#include "match/conditions.h"
#include "model/library.h"
#include "model/locator.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace huice::match {

/// A condition of an amount, or of a measure.
struct Condition {
  logic::Value json;                ///< as the browser reads it
  std::optional<std::size_t> rule;  ///< its number in Plan::rules(); none: an office judges it
  bool newly = false;               ///< asks how a recognition came about, not whether it holds
  std::vector<std::size_t> fields;  ///< that the rule reads, in the order in which it does
  bool of_recognitions = false;     ///< whether one of these is a list of recognitions
};

/// A day and the reference rate that counts from it.
struct ReferenceRate {
  model::Date from;
  /// Not itself: the next one's day, but no longer than twice the series' usual step; of the last,
  /// as long as any held so far.
  model::Date until;
  logic::Rational rate;  ///< 0.0345 for 3.45%
  std::string text;      ///< 3.45%
  bool provisional = false;
};

/// A bound with its numbers as fractions.
struct PlannedBound {
  const model::Bound* bound = nullptr;
  Condition condition;
  bool always = false;                  ///< its case is every one
  std::optional<logic::Rational> sum;   ///< in 分
  std::optional<logic::Rational> rate;  ///< the share of `of`; not of a rate that is no share
  std::optional<std::size_t> base;      ///< the field that the share is of
  std::string_view base_label;          ///< of that; empty without it
  std::string_view of;                  ///< of a share, in plain words
  std::string_view when;                ///< the case, of a row's bound the row's; may be empty
};

/// The bounds of one side. Those that are counted for the same, and are of the same, are the cases
/// of one bound, in their order.
using PlannedBounds = std::vector<std::vector<PlannedBound>>;

struct PlannedRow {
  const model::ScheduleRow* row = nullptr;
  Condition condition;
  std::optional<logic::Rational> rate;
  std::optional<model::Decimal> percent;  ///< `rate`, as the plan's JSON has it
  PlannedBounds caps;
  PlannedBounds floors;
};

struct PlannedPhase {
  const model::Phase* phase = nullptr;
  std::optional<logic::Rational> rate;
};

struct PlannedModifier {
  const model::Modifier* modifier = nullptr;
  Condition condition;
  logic::Rational times;
};

/// A component with its numbers as fractions; sums in 分.
struct PlannedAmount {
  const model::AmountComponent* component = nullptr;
  std::optional<std::size_t> base;  ///< the field its rate is of
  std::optional<std::size_t> day;   ///< the field with the day whose reference rate counts
  std::string_view base_label;      ///< of those two; empty without them
  std::string_view day_label;
  /// In percent, as the plan's JSON has them; of an interest whose text only says how much of it
  /// is paid at most, that. Without a range the second is as the first.
  std::optional<model::Decimal> percent;
  std::optional<model::Decimal> percent_to;
  std::optional<logic::Rational> rate;
  std::optional<logic::Rational> rate_to;
  std::string rate_text;  ///< 50%
  std::optional<logic::Rational> value;
  std::optional<logic::Rational> value_to;  ///< likewise
  PlannedBounds caps;
  PlannedBounds floors;
  std::vector<PlannedRow> rows;
  std::vector<PlannedPhase> phases;
  std::vector<PlannedModifier> modifiers;
  bool for_some_years = false;  ///< paid for a number of years, or in phases
  const std::vector<ReferenceRate>* reference = nullptr;  ///< by day; nullptr: none is recorded
};

struct PlannedRequirement {
  const model::Requirement* requirement = nullptr;
  std::vector<Condition> readings;  ///< one, or each way to read it; what all agree on counts
};

struct PlannedMeasure {
  model::MeasureRef measure;
  std::string id;  ///< its fact id
  derive::Status status;
  /// Measures that say otherwise of the same, where it is open which of them applies.
  std::vector<model::MeasureRef> conflicts;
  /// What texts say of having it beside others, in the library's order.
  std::vector<const model::Stacking*> clauses;
  bool start_open = false;  ///< nobody has confirmed its policy's first day
  /// From this day on recognitions surely count: of a text that rewards 新认定, the day it was
  /// signed or took effect; of payments for N years, N years ago. Nothing: always.
  std::optional<model::Date> counts_since;
  std::vector<std::string_view> homes;  ///< answers of kRegionField that are surely within reach
  bool asks_region = false;  ///< whether an enterprise can say that it is registered there
  bool limited = false;      ///< 适用范围: it reaches only a part of the policy's region
  bool provisional = false;  ///< a source that nobody has checked: 待核
  bool unproven = false;     ///< nobody knew of its text yet: there may be none on that day
  std::vector<PlannedRequirement> requirements;
  std::vector<PlannedAmount> amounts;
};

/// The profile field that says where an enterprise is registered; its choices are regions' names.
inline constexpr std::string_view kRegionField = "registered-region";
/// The one that says whether it came from elsewhere.
inline constexpr std::string_view kMovedField = "moved-in";

/// Whether an enterprise can apply for what the measure gives. Assessments and obligations bind
/// offices; undertakings and targets are no measures at all.
bool is_claimable(const model::Measure& measure);

class Plan {
 public:
  /// What is wrong with a rule is reported, and the rule counts as one that an office judges.
  /// REQUIRES: the library outlives the plan; the locator is of its files.
  Plan(const model::Library& library, const model::Date& as_of, model::Locator& locator,
       Diagnostics& problems);
  Plan(const Plan&) = delete;
  Plan& operator=(const Plan&) = delete;

  const model::Library& library() const { return library_; }
  const model::Date& as_of() const { return as_of_; }
  const model::RecordList<model::ProfileField>& profile() const { return library_.profile(); }
  const std::vector<PlannedMeasure>& measures() const { return measures_; }
  /// nullptr where there is none, or nobody can claim it.
  const PlannedMeasure* measure(std::string_view fact_id) const;
  /// Those of all conditions.
  const logic::RuleSet& rules() const { return rules_; }
  /// Fields of type recognition.
  const std::vector<std::size_t>& recognition_fields() const { return recognition_fields_; }
  /// Of kRegionField.
  std::optional<std::size_t> region_field() const { return region_field_; }
  /// Of kMovedField, where it is a yes or no.
  std::optional<std::size_t> moved_field() const { return moved_field_; }
  /// Fields whose day cannot lie ahead.
  const std::vector<std::size_t>& past_days() const { return past_days_; }
  /// A field that has a yes, a number or a recognition only where the condition holds.
  struct OnlyIf {
    std::size_t field = 0;
    Condition condition;
  };
  const std::vector<OnlyIf>& only_if() const { return only_if_; }

 private:
  void make();
  void read_profile_fields();
  void add(const model::ArticleRef& in, const model::Measure& measure);
  void add_clauses(const model::Policy& policy);
  void set_reach(PlannedMeasure& planned) const;
  std::optional<std::size_t> place_of(std::string_view fact_id) const;
  PlannedAmount plan(const model::AmountComponent& amount);
  PlannedRow plan(const model::ScheduleRow& row, const PlannedAmount& of);
  PlannedBounds plan(const std::vector<model::Bound>& bounds, const PlannedAmount& of,
                     std::string_view when);
  Condition compile(const model::Rule& rule);
  std::optional<model::Date> counts_since(const PlannedMeasure& measure) const;
  const std::vector<ReferenceRate>* reference(const std::string& indicator);

  const model::Library& library_;
  model::Date as_of_;
  model::Locator* locator_;  ///< these two only while the plan is made
  Diagnostics* problems_;
  derive::Indexes indexes_;
  RuleReader reader_;
  logic::Columns columns_;
  logic::RuleSet rules_;
  std::optional<std::size_t> region_field_;
  std::optional<std::size_t> moved_field_;
  std::vector<std::size_t> recognition_fields_;
  std::vector<std::size_t> past_days_;
  std::vector<OnlyIf> only_if_;
  std::vector<const model::Region*> homes_;  ///< that an answer of region_field_ names
  std::map<std::string, std::vector<ReferenceRate>> references_;
  std::vector<PlannedMeasure> measures_;
};

}  // namespace huice::match
