// SPDX-License-Identifier: Apache-2.0
#pragma once

// What a measure gives, as components that add up. Bounds stay bounds; what a text leaves open is
// `unclear` or `unstated`, never guessed.

#include "model/counted.h"
#include "model/money.h"
#include "model/provenance.h"
#include "model/quantity.h"
#include "model/rate.h"

#include <optional>
#include <string>
#include <vector>

namespace huice::model {

/// fixed: `value`. rate: `rate` of `of`. match: `rate` of what another pays (`of`). interest:
/// `rate` of the interest on `of`. schedule: `rows`, or none where the steps are unpublished.
/// bands: `rows`, each for the part of `of` that lies in it. phases: one after another, each for
/// years of its own, never added. stages: `rows`, each paid once its stage is reached, so that they
/// add up. foreign: a sum in another currency, which nothing is computed from. reduced_to: what
/// `of` is brought down to, a rate or so much above the reference. allowance: so many of something
/// (`of`) that is no money, `limit` or `rows`. readings: a sum that can be read in the ways of
/// `rows`. negotiated: 一事一议. unstated: the text gives no figure; `wording` says what it says.
enum class Basis {
  fixed,
  rate,
  match,
  interest,
  schedule,
  bands,
  phases,
  stages,
  foreign,
  reduced_to,
  allowance,
  readings,
  negotiated,
  unstated
};

/// How many years an amount is paid: exactly `exactly`, or up to `at_most`. One of the two.
struct Years {
  std::optional<int> exactly;
  std::optional<int> at_most;
};

/// A rule as written: a piece of JSON, either JsonLogic or a text, which is one line of the
/// condition language. src/match reads both (match/conditions.h).
struct Rule {
  std::string json;
  Place place;

  bool empty() const { return json.empty(); }
  bool is_line() const { return json.starts_with('"'); }
};

/// A cap or a floor: a sum, or a share of something. Of those that are counted for the same and are
/// of the same, the first whose case holds counts (单户最高100万元，集团最高300万元); any others
/// hold beside it (每平方米每月15元, and 每年20万元).
struct Bound {
  std::optional<Money> value;
  std::optional<Rate> rate;  ///< of `of`; of what is reduced, and in 个基点: a rate as such
  std::string of;            ///< in plain words; empty: what the amount's own rate is of
  std::string of_field;      ///< the profile field that holds it, where there is one
  Counted per;
  std::string when;  ///< the case, in plain words; empty: every case, or every other one
  Rule rule;
  bool may_be_exceeded = false;  ///< the text lets more be granted: “可追加”
};

enum class AppliesTo { award, cap, unclear };

/// “…的翻倍”: `times` the amount where the condition holds.
struct Modifier {
  Decimal times{1, 0};
  std::string when;  ///< the condition in plain words
  Rule rule;
  AppliesTo applies_to = AppliesTo::unclear;
};

struct Share {
  std::string by;  ///< organization
  std::optional<Rate> share;
};

/// One row of a schedule, of stages, of bands, of an allowance; or one way to read a sum.
struct ScheduleRow {
  std::string when;
  Rule rule;
  std::optional<Money> value;
  std::optional<Rate> rate;
  std::vector<Bound> caps;
  std::vector<Bound> floors;
  std::optional<Money> up_to;     ///< of bands: where its part of `of` ends; none: 超过部分
  std::optional<Quantity> limit;  ///< of an allowance: how many
  Counted per;                    ///< of readings: what the sum is counted for
};

/// “前两年80%，后三年50%”: what each of these years brings. Years count from the first payment.
struct Phase {
  int first = 1;
  int last = 1;
  std::optional<Money> value;
  std::optional<Rate> rate;  ///< of the component's `of`
};

struct AmountComponent {
  Basis basis = Basis::unstated;
  std::optional<Money> value;
  std::optional<Money> value_to;  ///< 10万元至20万元: the most, where `value` is the least
  std::optional<Rate> rate;
  std::optional<Rate> rate_to;      ///< 5%—20%: likewise
  std::optional<Quantity> foreign;  ///< 10万美元
  std::optional<Quantity> limit;    ///< 5件: not more of what is counted
  std::string of;                   ///< what the rate is of, in plain words
  std::string of_field;             ///< the profile field that holds it, where there is one
  std::string reference;  ///< indicator of the reference rate: the LPR an interest is stated by
  std::string on_field;   ///< the profile field with the day whose reference rate counts
  std::string day_count;  ///< how days are counted for interest; empty: 计息天数未载明
  std::vector<Bound> caps;
  std::vector<Bound> floors;
  Counted per;
  std::optional<Years> years;
  std::vector<ScheduleRow> rows;
  std::vector<Phase> phases;
  std::vector<Modifier> modifiers;
  std::vector<Share> shared_by;
  std::string paid_first_by;  ///< organization
  std::string settled_by;     ///< organization
  std::string wording;        ///< what the text says, in own words
  Place place;
};

/// visit(Bound), its own and those of its rows.
template <class Visit>
void each_bound(const AmountComponent& amount, const Visit& visit) {
  for (const Bound& bound : amount.caps) visit(bound);
  for (const Bound& bound : amount.floors) visit(bound);
  for (const ScheduleRow& row : amount.rows) {
    for (const Bound& bound : row.caps) visit(bound);
    for (const Bound& bound : row.floors) visit(bound);
  }
}

}  // namespace huice::model
