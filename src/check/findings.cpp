// SPDX-License-Identifier: Apache-2.0
#include "check/findings.h"

#include "base/messages/check.h"
#include "base/spelling.h"
#include "check/codes.h"

#include <algorithm>

namespace huice::check {

Location Findings::locate(const Spot& spot) {
  if (spot.in_prose) return locator_.in_prose(spot.place, spot.offset, spot.bytes);
  if (spot.quoted.empty()) return locator_.at(spot.place);
  const model::Place from = spot.key.empty() ? spot.place : locator_.find(spot.place, spot.key);
  const model::Place found = locator_.find(from, spot.quoted);
  const bool elsewhere = found.line != spot.place.line || found.column != spot.place.column;
  return elsewhere ? locator_.at(found, spot.quoted) : locator_.at(found);
}

void Findings::add(Message message, const Spot& where, std::optional<Other> other,
                   std::string suggestion) {
  constexpr std::size_t kMostOfALine = 20;
  const model::Place& place = where.place;
  if (place.line != 0 && ++of_a_line_[{message.code, place.file, place.line}] > kMostOfALine)
    return;
  Diagnostic found = problem(std::move(message), locate(where));
  if (other) found.traces.push_back(Trace{other->says, locate(other->where)});
  found.suggestion = std::move(suggestion);
  found_.push_back(std::move(found));
}

void Findings::count(Code code, const std::string& group, bool faulty, const model::Place& place,
                     const std::string& name) {
  Group& counted = groups_[{code, group}];
  ++counted.all;
  if (!faulty) return;
  if (counted.faulty == 0) {
    counted.first = place;
    counted.name = name;
  }
  ++counted.faulty;
}

void Findings::count_in_file(Code code, bool faulty, const model::Place& place,
                             const std::string& name) {
  count(code, library_.files().at(place.file), faulty, place, name);
}

void Findings::emit(Diagnostic found, Diagnostics& problems) const {
  for (const model::FindingSetting& setting : library_.site().findings) {
    if (found.code.slug() == setting.code) found.set_severity = setting.severity;
  }
  problems.add(std::move(found));
}

void Findings::check_settings(Diagnostics& problems) {
  std::vector<std::string_view> known;
  for (const Code code : finding_codes()) known.push_back(code.slug());
  for (const model::FindingSetting& setting : library_.site().findings) {
    if (finding(setting.code)) continue;
    Diagnostic unknown = problem(msg::unknown_finding{.name = setting.code},
                                 locate(Spot::text(setting.place, setting.code)));
    unknown.suggestion = nearest(setting.code, known);
    problems.add(std::move(unknown));
  }
}

void Findings::finish(Diagnostics& problems) {
  check_settings(problems);
  for (Diagnostic& found : found_) emit(std::move(found), problems);
  for (const auto& [key, group] : groups_) {
    if (group.faulty == 0) continue;
    const Message::Named named{{"faulty", group.faulty},
                               {"all", group.all},
                               {"first", group.name},
                               {"folder", key.second}};
    emit(problem(Message::of(key.first, named), locator_.at(group.first)), problems);
  }
  found_.clear();
  groups_.clear();
}

}  // namespace huice::check
