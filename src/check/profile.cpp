// SPDX-License-Identifier: Apache-2.0
// Names of the profile's fields that a condition cannot tell apart.
#include "base/messages/check.h"
#include "check/rules.h"
#include "logic/condition/vocabulary.h"

namespace huice::check {
namespace {

using model::ProfileField;

// The name of the later field that could also be meant by one of the earlier one's.
const std::string* shared_name(const ProfileField& earlier, const ProfileField& later) {
  for (const std::string* name : {&later.label, &later.id}) {
    for (const std::string* other : {&earlier.label, &earlier.id}) {
      if (logic::are_alike(*name, *other)) return name;
    }
  }
  return nullptr;
}

}  // namespace

void check_profile(const Subject& subject, Findings& findings) {
  const auto& profile = subject.library.profile();
  for (std::size_t later = 0; later < profile.size(); ++later) {
    for (std::size_t earlier = 0; earlier < later; ++earlier) {
      const std::string* name = shared_name(profile[earlier], profile[later]);
      if (name == nullptr) continue;
      findings.add(msg::profile_alike{.name = *name, .other = profile[earlier].id},
                   Spot::text(profile[later].provenance.place, *name),
                   Other{msg::the_other_field{}, Spot::at(profile[earlier].provenance.place)});
    }
  }
}

}  // namespace huice::check
