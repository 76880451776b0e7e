// SPDX-License-Identifier: Apache-2.0
#pragma once

// Whether a text or a measure holds on a day, as far as records say: one function for pages,
// matching, books and checks. huice never decides it: a day counts only where a person has
// confirmed it, what cannot be yet is said so, and what the records leave open is said to be open.

#include "derive/indexes.h"

namespace huice::derive {

enum class Force {
  in_force,
  not_yet,
  expired,
  superseded,
  repealed,            ///< 废止, by a text that may put nothing in its place
  set_aside,           ///< of a measure: by a ruling, or since its text gives way to another
  unknown_succession,  ///< a later text replaces it, from a day nobody has confirmed
  unknown_repeal,      ///< a later text repeals it, from a day nobody has confirmed
  unknown_start,       ///< 施行日期未载明 or not confirmed
  unknown_last,        ///< 有效期 is stated as so long, and its last day is not on record
  unknown_term,        ///< 有效期未载明
};

/// The first day of a text.
struct Start {
  std::optional<model::Date> confirmed;  ///< a person has confirmed it
  /// It is not before this day: the confirmed one, or that many days after the base that the text
  /// names, or after the day it was signed, since no text is published earlier.
  std::optional<model::Date> earliest;
  bool likely = false;  ///< the base is known, so `earliest` is what the text's own words give
};

Start start_of(const model::Policy& policy);

/// Whether nobody knew of the text yet on that day: of one that is only named elsewhere, there may
/// have been none.
bool is_unproven(const model::Policy& policy, const model::Date& as_of);

/// Whether the days on which one can apply are yet to come or over; neither where they are not on
/// record, too.
enum class Window { neither, to_come, over };

struct Status {
  Force force = Force::unknown_term;
  /// The text that replaces or repeals it, or to which it gives way; nullptr where none does.
  const model::Policy* successor = nullptr;
  /// superseded, repealed and set_aside: the first day of that, unknown where a ruling has none;
  /// expired: the first day after the last one; not_yet: its first day, or the earliest it can be.
  std::optional<model::Date> day{};
  /// The newest text that amends it or is a version of it, and whether this one still holds as it
  /// is then depends on that text; nullptr where there is none by that day.
  const model::Policy* newer = nullptr;
  model::RelationKind newer_kind = model::RelationKind::cites;
  /// set_aside: by which ruling, or else by which clause of one of the two texts.
  const model::Ruling* ruling = nullptr;
  const model::Precedence* clause = nullptr;
  Window window = Window::neither;  ///< of a measure that has not ended otherwise
  /// to_come: the first day to apply; over: the last one.
  std::optional<model::Date> window_day{};
};

/// The status on `as_of`; not_yet before the day it was signed, too. in_force needs a confirmed
/// first day and a last day.
Status status_of(const model::Policy& policy, const Indexes& indexes, const model::Date& as_of);

/// The same of an article, 款 or 项, which a later text may have replaced or repealed alone.
Status status_of(const model::ProvisionRef& place, const Indexes& indexes,
                 const model::Date& as_of);

/// The same of a measure: its own validity goes before its policy's.
Status status_of(const model::MeasureRef& measure, const Indexes& indexes,
                 const model::Date& as_of);

/// The measures that say otherwise of the same (Indexes::conflicts) while it is open on `as_of`
/// which of them applies: neither has ended, by another text, its own term or a ruling, or is to
/// come.
std::vector<model::MeasureRef> open_conflicts(const model::MeasureRef& measure,
                                              const Indexes& indexes, const model::Date& as_of);

}  // namespace huice::derive
