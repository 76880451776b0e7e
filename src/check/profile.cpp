// SPDX-License-Identifier: Apache-2.0
// Names of the profile's fields that a condition cannot tell apart.
#include "base/ascii.h"
#include "base/half_width.h"
#include "base/messages/check.h"
#include "base/utf8.h"
#include "check/rules.h"
#include "logic/condition/name_index.h"

#include <set>
#include <string>
#include <unordered_map>
#include <vector>

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

// The letters and digits of a name, which alike names have in common.
std::string signs_of(std::string_view name) {
  constexpr char32_t kFirstOfHan = 0x2E80;
  std::string out;
  for (std::size_t at = 0; at < name.size();) {
    const char32_t c = half_width(utf8::decode(name, at));
    if (c >= kFirstOfHan || (c < 0x80 && ascii::is_alnum(static_cast<char>(c)))) {
      utf8::append(out, c);
    }
  }
  return out;
}

}  // namespace

// Of the fields before it, each is compared with those whose names have the same letters and
// digits, and with so many of them at most.
void check_profile(const Subject& subject, Findings& findings) {
  constexpr std::size_t kMostCompared = 20;
  std::unordered_map<std::string, std::vector<std::size_t>> known;  // by letters and digits
  const auto& profile = subject.library.profile();
  for (std::size_t later = 0; later < profile.size(); ++later) {
    std::set<std::size_t> compared;
    for (const std::string* name : {&profile[later].label, &profile[later].id}) {
      auto& fields = known[signs_of(*name)];
      compared.insert(fields.begin(), fields.end());
      if (fields.size() < kMostCompared) fields.push_back(later);
    }
    compared.erase(later);
    for (const std::size_t earlier : compared) {
      const std::string* name = shared_name(profile[earlier], profile[later]);
      if (name == nullptr) continue;
      findings.add(msg::profile_alike{.name = *name, .other = profile[earlier].id},
                   Spot::text(profile[later].provenance.place, *name),
                   Other{msg::the_other_field{}, Spot::at(profile[earlier].provenance.place)});
    }
  }
}

}  // namespace huice::check
