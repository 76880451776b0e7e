// SPDX-License-Identifier: Apache-2.0
#include "model/schema/directory.h"

#include "base/ascii.h"
#include "model/schema/references.h"

#include <algorithm>

namespace huice::model {
namespace {

// What a record is called: first its name now, then other names.
struct Called {
  std::string id;
  std::string name;
  std::vector<std::string> others;
};

template <class Records>
void add_plain(const Records& records, std::vector<Called>& all) {
  for (const auto& one : records) all.push_back({one.id, one.name, {}});
}

void add_organizations(const Library& library, std::vector<Called>& all) {
  for (const Organization& one : library.organizations()) {
    Called& names = all.emplace_back(Called{one.id, one.name, {}});
    for (const FormerName& former : one.former) names.others.push_back(former.name);
  }
  // Where another body took over, the name may mean either.
  for (const Organization& one : library.organizations()) {
    for (const FormerName& former : one.former) {
      if (!former.successor.empty()) all.push_back({former.successor, {}, {former.name}});
    }
  }
}

void add_policies(const Library& library, std::vector<Called>& all) {
  for (const Policy& one : library.policies()) {
    Called& names = all.emplace_back(Called{one.id, one.title, one.aliases});
    if (!one.notice_title.empty()) names.others.push_back(one.notice_title);
    if (one.number) names.others.push_back(one.number->text());
  }
}

std::vector<Called> called(const Library& library, RefKind kind) {
  std::vector<Called> all;
  switch (kind) {
    case RefKind::organization:
      add_organizations(library, all);
      break;
    case RefKind::region:
      add_plain(library.regions(), all);
      break;
    case RefKind::topic:
      add_plain(library.topics(), all);
      break;
    case RefKind::beneficiary:
      add_plain(library.beneficiaries(), all);
      break;
    case RefKind::indicator:
      add_plain(library.indicators(), all);
      break;
    case RefKind::policy:
      add_policies(library, all);
      break;
    case RefKind::proposal:
      for (const Proposal& one : library.proposals()) all.push_back({one.id, one.title, {}});
      break;
    case RefKind::profile_field:
      for (const ProfileField& one : library.profile())
        all.push_back({one.id, one.label, one.also});
      break;
    default:
      break;
  }
  return all;
}

void add_once(std::vector<std::string>& ids, const std::string& id) {
  if (std::find(ids.begin(), ids.end(), id) == ids.end()) ids.push_back(id);
}

std::string_view without_title_marks(std::string_view name) {
  constexpr std::string_view kOpen = "《";
  constexpr std::string_view kClose = "》";
  const bool marked = name.starts_with(kOpen) && name.find(kClose) == name.size() - kClose.size();
  return marked ? name.substr(kOpen.size(), name.size() - kOpen.size() - kClose.size()) : name;
}

// Whether two places of texts, like p/2 and p/24, differ in their numbers alone: then one is not
// the other misspelt.
bool is_other_number(std::string_view a, std::string_view b) {
  const auto letters = [](std::string_view text) {
    std::string left(text);
    std::erase_if(left, [](char c) { return ascii::is_digit(c); });
    return left;
  };
  return a.find('/') != std::string_view::npos && letters(a) == letters(b);
}

}  // namespace

const Directory::Names& Directory::names(RefKind kind) {
  const auto [place, is_new] = names_.try_emplace(kind);
  Names& made = place->second;
  if (!is_new) return made;
  for (const Called& one : called(library_, kind)) {
    if (!one.name.empty()) made.all.push_back(one.name);
    made.all.insert(made.all.end(), one.others.begin(), one.others.end());
    if (one.id.empty()) continue;
    if (!one.name.empty()) made.ids[one.name].now.push_back(one.id);
    for (const std::string& other : one.others) made.ids[other].otherwise.push_back(one.id);
  }
  const auto unique = [](std::vector<std::string>& ids) {
    std::sort(ids.begin(), ids.end());
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
  };
  for (auto& [name, ids] : made.ids) {
    unique(ids.now);
    unique(ids.otherwise);
  }
  return made;
}

// The ids that a part of a composed one may mean: itself, where it is an id.
std::vector<std::string> Directory::part_ids(RefKind kind, std::string_view part) {
  if (resolves(library_, kind, part)) return {std::string(part)};
  return ids_named(kind, part);
}

// indicator@region/period
std::vector<std::string> Directory::observations_named(std::string_view name) {
  std::vector<std::string> ids;
  const std::size_t at = name.find('@');
  const std::size_t slash = name.find('/', at == std::string_view::npos ? name.size() : at);
  if (slash == std::string_view::npos) return ids;
  const std::string period(name.substr(slash));
  const auto regions = part_ids(RefKind::region, name.substr(at + 1, slash - at - 1));
  for (const auto& indicator : part_ids(RefKind::indicator, name.substr(0, at))) {
    for (const auto& region : regions) {
      const std::string id = indicator + "@" + region + period;
      if (library_.observation(id) != nullptr) add_once(ids, id);
    }
  }
  return ids;
}

// policy/article, policy/article/name
std::vector<std::string> Directory::parts_named(RefKind kind, std::string_view name) {
  std::vector<std::string> ids;
  const std::size_t slash = name.find('/');
  if (slash == std::string_view::npos) return ids;
  for (const auto& policy : ids_named(RefKind::policy, name.substr(0, slash))) {
    const std::string id = policy + std::string(name.substr(slash));
    if (resolves(library_, kind, id)) add_once(ids, id);
  }
  return ids;
}

std::vector<std::string> Directory::ids_named(RefKind kind, std::string_view name) {
  if (kind == RefKind::observation) return observations_named(name);
  const bool part = kind == RefKind::article || kind == RefKind::measure || kind == RefKind::target;
  if (part) return parts_named(kind, name);
  if (kind == RefKind::policy) name = without_title_marks(name);
  const Names& known = names(kind);
  const auto found = known.ids.find(std::string(name));
  if (found == known.ids.end()) return {};
  const auto& ids = found->second.now.empty() ? found->second.otherwise : found->second.now;
  return {ids.begin(), ids.begin() + static_cast<std::ptrdiff_t>(std::min(ids.size(), kMostNamed))};
}

std::string Directory::nearest(RefKind kind, std::string_view id) {
  return spellers_[kind].nearest(id, [this, kind, id] {
    const auto [place, is_new] = known_.try_emplace(kind);
    if (is_new) {
      place->second = known_ids(library_, kind);
      const Names& called = names(kind);
      place->second.insert(place->second.end(), called.all.begin(), called.all.end());
    }
    std::vector<std::string_view> candidates(place->second.begin(), place->second.end());
    std::erase_if(candidates, [id](std::string_view one) { return is_other_number(one, id); });
    return candidates;
  });
}

}  // namespace huice::model
