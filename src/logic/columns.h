// SPDX-License-Identifier: Apache-2.0
#pragma once

// Answers of many enterprises as rows over the same names. What a rule reads is bound to places in
// a row once, so that deciding a row looks up no name.

#include "logic/rule.h"
#include "logic/value.h"

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace huice::logic {

/// The names of the answers, in the order in which they are in each row.
class Columns {
 public:
  /// Each name once; of a repeated one the first place counts.
  explicit Columns(std::vector<std::string> names);

  const std::vector<std::string>& names() const { return names_; }
  std::optional<std::size_t> find(std::string_view name) const;

 private:
  std::vector<std::string> names_;
  std::unordered_map<std::string, std::size_t> places_;
};

/// Where the variables of one rule are in a row. Keeps the rule; the columns must outlive it.
class Binding {
 public:
  Binding(Rule rule, const Columns& columns);

  const Rule& rule() const { return rule_; }
  const Columns& columns() const { return *columns_; }
  /// The place of the rule's i-th variable in a row; nullopt where no column has its name.
  std::optional<std::size_t> place(std::size_t variable) const { return places_[variable]; }
  /// The place in a row of the answer that the i-th of Rule::paths() begins with; likewise.
  std::optional<std::size_t> column_of_path(std::size_t i) const { return columns_of_paths_[i]; }

 private:
  Rule rule_;
  const Columns* columns_;
  std::vector<std::optional<std::size_t>> places_;
  std::vector<std::optional<std::size_t>> columns_of_paths_;
};

}  // namespace huice::logic
