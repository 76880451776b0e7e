// SPDX-License-Identifier: Apache-2.0
#pragma once

// Worked example: what one enterprise gets from one measure, worked out by a person from the text.
// Every check works it out again from the records; where the two differ is a finding.

#include "base/verdict.h"
#include "model/amount.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace huice::model {

/// Why a verdict is what it is, beyond the requirements.
enum class Caution : std::uint8_t {
  judged,             ///< an office judges at least one requirement
  expired,            ///< 已过有效期: the verdict is no
  not_yet,            ///< 尚未施行: the verdict is no
  superseded,         ///< 已被取代: the verdict is no
  repealed,           ///< 已废止: the verdict is no
  set_aside,          ///< a ruling says that it no longer applies: the verdict is no
  term_unstated,      ///< 有效期未载明（待核）
  last_unstated,      ///< 有效期 is stated as so long; its last day is not on record
  start_unstated,     ///< 施行日期未载明或未核实（待核）
  succession_open,    ///< a later text replaces it, from a day nobody has confirmed
  repeal_open,        ///< a later text repeals it, from a day nobody has confirmed
  amended,            ///< a later text amends its policy, and may amend this
  contested,          ///< another text says otherwise of the same; which applies is open
  revised,            ///< a later version of its policy exists; whether it replaces this is open
  closed,             ///< 申报已截止: the verdict is no
  not_open,           ///< 申报尚未开始
  other_region,       ///< registered elsewhere; the text does not say whether that matters
  region_unanswered,  ///< not said where it is registered
  territory,      ///< 适用范围: reaches a part of the region; whether it is there is not known
  earlier,        ///< what it was recognised for lies before what the text surely counts
  undated,        ///< when it was recognised is not said, or not exactly enough
  dated_later,    ///< only with what happens after the day
  lapsed,         ///< only with a recognition that has probably lapsed
  moved_open,     ///< came from elsewhere; which recognitions it brought along is not said
  contradictory,  ///< answers that it depends on contradict each other
  two_readings,   ///< a condition can be read in two ways
  no_requirements,  ///< the text states no condition
};

/// What is known of a sum.
enum class EstimateKind { exact, between, at_most, at_least, unknown };

/// What is not set is not compared.
struct ExpectedEstimate {
  EstimateKind kind = EstimateKind::unknown;
  std::optional<Money> value;  ///< of exact, at_most and at_least
  std::optional<Money> from;   ///< of between
  std::optional<Money> to;
  std::optional<Counted> per;       ///< what the sum is counted for
  std::optional<Years> years;       ///< how long it is paid
  std::optional<bool> provisional;  ///< whether it is computed from what nobody has checked: 待核
};

struct Expectation {
  bool claimable = true;                     ///< false: nothing an enterprise can apply for
  std::optional<Verdict> verdict;            ///< of what is claimable
  std::optional<ExpectedEstimate> estimate;  ///< none where the verdict is no
  /// All of them, in any order; not set: not compared.
  std::optional<std::vector<Caution>> cautions;
};

struct Example {
  std::string id;
  std::string measure;  ///< fact id of a measure; of an undertaking or target where not claimable
  Rule profile;         ///< the answers as one JSON object; src/match reads it
  std::optional<Date> as_of;
  Expectation expect;
  std::string why;  ///< how the text gives that, in own words
  Provenance provenance;
};

}  // namespace huice::model
