// SPDX-License-Identifier: Apache-2.0
#pragma once

// What is checked, and the day it is checked on.

#include "derive/indexes.h"
#include "match/conditions.h"

namespace huice::check {

/// REQUIRES: library and indexes outlive the subject; the indexes are the library's.
struct Subject {
  const model::Library& library;
  const derive::Indexes& indexes;
  model::Date as_of;  ///< "today": what is due before it is overdue
  match::RuleReader rules{library.profile()};
};

}  // namespace huice::check
