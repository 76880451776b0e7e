// SPDX-License-Identifier: Apache-2.0
#include "logic/columns.h"

#include "logic/program.h"

namespace huice::logic {

Columns::Columns(std::vector<std::string> names) : names_(std::move(names)) {
  for (std::size_t i = 0; i < names_.size(); ++i) places_.try_emplace(names_[i], i);
}

std::optional<std::size_t> Columns::find(std::string_view name) const {
  const auto found = places_.find(std::string(name));
  if (found == places_.end()) return std::nullopt;
  return found->second;
}

Binding::Binding(Rule rule, const Columns& columns) : rule_(std::move(rule)), columns_(&columns) {
  for (const std::string& name : rule_.variables()) places_.push_back(columns.find(name));
  const Program& program = rule_.program();
  columns_of_paths_.resize(program.outer_paths.size());
  for (const Path& path : program.paths) {
    if (path.place == kNoIndex || path.variable == kNoIndex) continue;
    columns_of_paths_[path.place] = places_[path.variable];
  }
}

}  // namespace huice::logic
