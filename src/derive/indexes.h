// SPDX-License-Identifier: Apache-2.0
#pragma once

// The library seen from its other ends: what a unit is responsible for, what a topic offers, what
// is on which dashboard. Computed once, before any page.

#include "model/library.h"
#include "model/provision.h"
#include "model/walk.h"

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace huice::derive {

/// One article that names a unit.
struct Duty {
  model::ArticleRef in;
  bool first = false;  ///< the text names it first
  bool lead = false;   ///< a text or ruling says it leads
};

/// What a later text says of another that it changes or puts an end to.
struct Change {
  const model::Policy* policy = nullptr;  ///< the later text
  model::RelationKind kind = model::RelationKind::amends;
  std::vector<model::ProvisionRef> places{};  ///< what it concerns; empty: all of it
  const model::Relation* relation = nullptr;  ///< as the later text's record has it

  /// Whether it replaces or repeals what it concerns; else it amends it, or is a version of it.
  bool ends() const {
    return kind == model::RelationKind::supersedes || kind == model::RelationKind::repeals;
  }
  /// Whether it concerns a place of the other text; without one, that text as a whole.
  bool concerns(const std::optional<model::ProvisionRef>& place) const;
};

/// What names a unit beside the articles that make it responsible, each in the library's order.
struct Involvement {
  std::vector<const model::Policy*> issued;
  std::vector<const model::Policy*> interpreted;
  std::vector<const model::Policy*> funded;  ///< it bears a part of all their measures
  std::vector<model::MeasureRef> paid;       ///< it bears a part of them, pays them out or settles
  std::vector<model::MeasureRef> received;   ///< applications for them go to it
  std::vector<model::UndertakingRef> undertakings;  ///< it promised them
  std::vector<const model::Proposal*> replies;      ///< it signed or printed them
};

/// A step of a ladder that names a measure.
struct StepOf {
  const model::Ladder* ladder = nullptr;
  std::size_t index = 0;  ///< of its steps
};

/// How many things a library holds, as the home page and build.json say.
struct Counts {
  std::size_t policies = 0;  ///< reference records not counted
  std::size_t articles = 0;
  std::size_t measures = 0;
  std::size_t targets = 0;
  std::size_t undertakings = 0;
  std::size_t units = 0;  ///< organizations that an article names
  std::size_t observations = 0;
};

class Indexes {
 public:
  /// REQUIRES: library outlives the indexes and does not change.
  explicit Indexes(const model::Library& library);

  /// Articles in the order of policies and of their texts.
  const std::vector<Duty>& duties(std::string_view organization) const;

  /// Measures of a topic: those that name it, and those of its articles that name none.
  const std::vector<model::MeasureRef>& measures(std::string_view topic) const;

  /// The measures that name a beneficiary, in the order of policies and of their texts.
  const std::vector<model::MeasureRef>& measures_for(std::string_view beneficiary) const;

  /// The measures of the policies of a region; an empty id: of those that name none.
  const std::vector<model::MeasureRef>& measures_in(std::string_view region) const;

  /// What others say that they change of a policy, or put an end to, in the library's order.
  const std::vector<Change>& changes(std::string_view policy) const;

  /// Of these, the texts that supersede all of it.
  std::vector<const model::Policy*> successors(std::string_view policy) const;

  // REQUIRES of these two: the measure is of the library that the indexes are of.

  /// The measures that a text says otherwise of the same (Measure::conflicts), from both sides.
  const std::vector<model::MeasureRef>& conflicts(const model::Measure& measure) const;

  /// The ruling by which the measure no longer applies; of several the earliest, and first those
  /// without a day. nullptr where there is none.
  const model::Ruling* set_aside(const model::Measure& measure) const;

  /// The steps of ladders that name the measure.
  const std::vector<StepOf>& steps(const model::Measure& measure) const;

  /// Its worked examples.
  const std::vector<const model::Example*>& examples(const model::Measure& measure) const;

  /// What else names a unit.
  const Involvement& involvement(std::string_view organization) const;

  /// The first dashboard that lists the region's observations, or nullptr.
  const model::Dashboard* dashboard_of(std::string_view region) const;

  const Counts& counts() const { return counts_; }

 private:
  void add(const model::ArticleRef& in);
  void add(const model::Library& library, const model::Policy& policy,
           const model::Relation& relation);
  void add_conflicts(const model::Library& library, const model::MeasureRef& measure);
  void add_rulings(const model::Library& library, const model::Policy& policy);
  void add_involvements(const model::Library& library);
  void add_steps(const model::Library& library);

  std::unordered_map<std::string_view, std::vector<Duty>> duties_;
  std::unordered_map<std::string_view, std::vector<model::MeasureRef>> measures_;
  std::unordered_map<std::string_view, std::vector<model::MeasureRef>> measures_for_;
  std::unordered_map<std::string_view, std::vector<model::MeasureRef>> measures_in_;
  std::unordered_map<const model::Measure*, std::vector<StepOf>> steps_;
  std::unordered_map<const model::Measure*, std::vector<const model::Example*>> examples_;
  std::unordered_map<std::string_view, const model::Dashboard*> dashboards_;
  std::unordered_map<std::string_view, std::vector<Change>> changes_;
  std::unordered_map<const model::Measure*, std::vector<model::MeasureRef>> conflicts_;
  std::unordered_map<const model::Measure*, const model::Ruling*> set_aside_;
  std::unordered_map<std::string_view, Involvement> involvements_;
  Counts counts_;
};

/// The regions whose observations a dashboard lists: those it names, else its own.
std::vector<std::string_view> regions_of(const model::Dashboard& dashboard);

/// The newest observation of a target's indicator in its region whose period is stated and ended
/// by `as_of`; nullptr: 无可用数据.
const model::Observation* reported(const model::TargetRef& target, const model::Library& library,
                                   const model::Date& as_of);

}  // namespace huice::derive
