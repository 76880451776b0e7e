// SPDX-License-Identifier: Apache-2.0
#pragma once

// What a government promised, and the goals it set itself. A result is never here: results are
// observations (indicator.h).

#include "model/amount.h"
#include "model/goal.h"
#include "model/period.h"
#include "model/provenance.h"
#include "model/quantity.h"
#include "model/rate.h"

#include <optional>
#include <string>
#include <vector>

namespace huice::model {

enum class UndertakingStatus { planned, in_progress, done, cancelled };

struct Undertaking {
  std::string id;
  std::string text;                ///< what is promised, in own words
  std::vector<std::string> units;  ///< organizations
  std::optional<Date> due;
  std::string every;           ///< "年", "季度": a promise that recurs; empty where it does not
  std::string due_phrase;      ///< 每年年底前: a last day that recurs, as the text says it
  std::optional<Years> years;  ///< for how many years it is promised
  std::optional<Quantity> within;  ///< 20日: so long after …
  std::string after;               ///< … what: 检查结束
  std::optional<Quantity> amount;
  std::string per;  ///< what the amount is counted for: 每户企业
  std::string indicator;
  std::optional<UndertakingStatus> status;  ///< null: nobody has recorded one
  std::string evidence;
  Audience audience = Audience::public_;
  Place place;
};

/// “连续三年按15%递增”: `rate` a year from `base`, for `years`.
struct Growth {
  std::optional<Rate> rate;  ///< null where the text only says that it grows
  std::optional<Period> base;
  std::optional<int> years;
};

struct Target {
  std::string id;
  std::string label;
  std::string indicator;
  std::string region;  ///< empty: the policy's own
  Goal value;
  std::optional<Period> by;
  std::optional<Quantity> within;  ///< 3年: so long from a day that the text does not name
  std::optional<Growth> growth;
  std::string of;     ///< the target of which this one is a share (70 % of the 40 %)
  std::string every;  ///< "年": to be reached anew each year
  std::string note;
  Audience audience = Audience::public_;
  Place place;
};

}  // namespace huice::model
