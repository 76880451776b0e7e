// SPDX-License-Identifier: Apache-2.0
#include "consistency/shrink.h"

#include <algorithm>

namespace huice::test {
namespace {

// The way to each member and item, outer ones first.
void collect(const Json& value, const Json::json_pointer& way,
             std::vector<Json::json_pointer>& ways) {
  if (!value.is_structured()) return;
  std::size_t place = 0;
  for (const auto& [name, inner] : value.items()) {
    const Json::json_pointer next = value.is_array() ? way / place++ : way / name;
    ways.push_back(next);
    collect(inner, next, ways);
  }
}

bool take_away(Json& record, const Json::json_pointer& way) {
  if (!record.contains(way)) return false;
  Json& holder = record[way.parent_pointer()];
  if (holder.is_array()) {
    holder.erase(std::stoul(way.back()));
  } else {
    holder.erase(way.back());
  }
  return true;
}

}  // namespace

RandomProject shrunk(RandomProject project, const std::function<bool(const RandomProject&)>& fails,
                     int most) {
  const std::map<std::string, Json> whole = project.records;
  for (const auto& [path, record] : whole) {
    if (path == "site") continue;
    RandomProject less = project;
    less.records.erase(path);
    if (--most > 0 && fails(less)) project = std::move(less);
  }
  const std::map<std::string, Json> kept = project.records;
  for (const auto& [path, record] : kept) {
    std::vector<Json::json_pointer> ways;
    collect(record, Json::json_pointer(), ways);
    // Items from the last on, so that the places of others stay.
    std::reverse(ways.begin(), ways.end());
    std::stable_sort(ways.begin(), ways.end(), [](const auto& a, const auto& b) {
      return a.to_string().size() < b.to_string().size();
    });
    for (const Json::json_pointer& way : ways) {
      if (way.parent_pointer().empty()) continue;  // a list's file keeps its list
      RandomProject less = project;
      if (!take_away(less.records[path], way)) continue;
      if (--most <= 0) return project;
      if (fails(less)) project = std::move(less);
    }
  }
  return project;
}

}  // namespace huice::test
