// SPDX-License-Identifier: Apache-2.0
#include "model/proposers.h"

#include "base/replaced.h"

namespace huice::model {
namespace {

/// Of a person, in bytes: four Han characters.
constexpr std::size_t kLongestName = 12;

}  // namespace

std::string plain_proposer(std::string_view proposer) {
  std::string name(proposer);
  for (const std::string_view blank : {" ", "　", "\xC2\xA0"}) name = replaced(name, blank, "");
  for (const std::string_view title : {"委员", "代表", "同志"}) {
    if (name.size() > title.size() && name.ends_with(title))
      name.resize(name.size() - title.size());
  }
  return name;
}

bool is_person(std::string_view proposer) {
  if (proposer.find("等") != std::string_view::npos) return false;
  return proposer.ends_with("委员") || proposer.ends_with("代表") ||
         proposer.size() <= kLongestName;
}

}  // namespace huice::model
