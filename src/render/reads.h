// SPDX-License-Identifier: Apache-2.0
#pragma once

// What pages depend on, told from the records without rendering.

#include "model/schema/records.h"
#include "render/scope.h"

#include <set>
#include <string>
#include <vector>

namespace huice::render {

/// Gathers ids. Adding a record adds its own id, everything its fields refer to and everything its
/// prose cites; what those refer to in turn is not followed, except where a page shows it.
class Reads {
 public:
  explicit Reads(const Scope& scope) : scope_(scope) {}

  void add(std::string_view id) { ids_.emplace(id); }
  void add_record(const model::Shape& shape, const void* record);
  void add_measure(const model::MeasureRef& measure);

  /// Sorted, without repetition.
  std::vector<std::string> list() const { return {ids_.begin(), ids_.end()}; }

 private:
  const Scope& scope_;
  std::set<std::string> ids_;
};

}  // namespace huice::render
