// SPDX-License-Identifier: Apache-2.0
#include "match/short_names.h"

#include "match/plan.h"
#include "match/regions.h"

#include <algorithm>
#include <map>
#include <memory>

namespace huice::match {
namespace {

using model::ProfileField;
using model::Region;

// The nearest region around it whose name is a choice; nullptr where there is none.
const Region* choice_around(const model::Library& library, const ProfileField& field,
                            const Region& region) {
  const auto& choices = field.choices;
  return nearest_around(library, library.region(region.parent), [&choices](const Region& one) {
    return std::find(choices.begin(), choices.end(), one.name) != choices.end();
  });
}

std::vector<model::ShortName> names_of_districts(const model::Library& library,
                                                 const ProfileField& field) {
  std::map<std::string, std::string> found;  // empty: of two
  const auto add = [&](const std::string& name, const std::string& means) {
    const auto& choices = field.choices;
    if (name.empty() || std::find(choices.begin(), choices.end(), name) != choices.end()) return;
    const auto [at, is_new] = found.try_emplace(name, means);
    if (!is_new && at->second != means) at->second.clear();
  };
  for (const Region& region : library.regions()) {
    const Region* city = choice_around(library, field, region);
    if (city == nullptr) continue;
    const bool prefixed = region.name.starts_with(city->name);
    add(region.name, city->name);
    add(prefixed ? region.name.substr(city->name.size()) : city->name + region.name, city->name);
  }
  std::vector<model::ShortName> names;
  for (const auto& [name, means] : found) {
    if (!means.empty()) names.push_back({name, means});
  }
  return names;
}

}  // namespace

model::RecordList<ProfileField> roster_fields(const model::Library& library) {
  model::RecordList<ProfileField> fields;
  for (const ProfileField& field : library.profile()) {
    auto copy = std::make_shared<ProfileField>(field);
    if (field.id == kRegionField) {
      for (model::ShortName& one : names_of_districts(library, field)) {
        copy->short_names.push_back(std::move(one));
      }
    }
    fields.pointers().push_back(std::move(copy));
  }
  return fields;
}

}  // namespace huice::match
