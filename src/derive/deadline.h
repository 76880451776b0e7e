// SPDX-License-Identifier: Apache-2.0
#pragma once

// By when a proposal is to be answered, and whether it was.

#include "model/library.h"

#include <optional>
#include <vector>

namespace huice::derive {

/// The last day of a term that begins on the day after `from`: of months, the day of the same
/// number, or the last of a shorter month; of workdays, those of `calendar`, and of a year that it
/// does not know, Monday to Friday.
struct TermEnd {
  model::Date last;
  std::vector<int> unlisted_years;  ///< 未计节假日调休: the years that the calendar does not know
};
TermEnd end_of_term(const model::Date& from, int length, model::TermUnit unit,
                    const model::RecordList<model::CalendarDay>& calendar);

struct Deadline {
  std::optional<TermEnd> end;  ///< none: 交办日期未载明
  bool is_extended = false;    ///< someone agreed to it, and it can be (ReplyTerm::extended)
};

/// By when `proposal` is to be answered, by the site's term and what was agreed for it.
Deadline deadline_of(const model::Proposal& proposal, const model::Library& library);

enum class Answered {
  in_time,
  late,
  pending,   ///< not yet, and there is time
  overdue,   ///< not yet, and there is none
  unstated,  ///< no deadline is known
};

/// How the answer stands to its deadline on `as_of`. A letter counts from the day it was signed.
Answered answered_of(const model::Proposal& proposal, const model::Library& library,
                     const model::Date& as_of);

}  // namespace huice::derive
