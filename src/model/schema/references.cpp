// SPDX-License-Identifier: Apache-2.0
#include "model/schema/references.h"

#include "base/messages/data.h"
#include "model/walk.h"

#include <algorithm>

namespace huice::model {
namespace {

bool looks_like_id(std::string_view text) {
  return text.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-.") == std::string_view::npos;
}

bool is_document(const Library& library, std::string_view id) {
  return !looks_like_id(id) || library.policy(id) != nullptr || library.proposal(id) != nullptr;
}

bool is_profile_field(const Library& library, std::string_view id) {
  return std::any_of(library.profile().begin(), library.profile().end(),
                     [id](const ProfileField& field) { return field.id == id; });
}

/// What a record is called: first its name now, then other names.
struct Names {
  std::string id;
  std::string name;
  std::vector<std::string> others;
};

template <class Records>
void add_plain(const Records& records, std::vector<Names>& all) {
  for (const auto& one : records) all.push_back({one.id, one.name, {}});
}

void add_organizations(const Library& library, std::vector<Names>& all) {
  for (const Organization& one : library.organizations()) {
    Names& names = all.emplace_back(Names{one.id, one.name, {}});
    for (const FormerName& former : one.former) names.others.push_back(former.name);
  }
  // Where another body took over, the name may mean either.
  for (const Organization& one : library.organizations()) {
    for (const FormerName& former : one.former) {
      if (!former.successor.empty()) all.push_back({former.successor, {}, {former.name}});
    }
  }
}

void add_policies(const Library& library, std::vector<Names>& all) {
  for (const Policy& one : library.policies()) {
    Names& names = all.emplace_back(Names{one.id, one.title, one.aliases});
    if (!one.notice_title.empty()) names.others.push_back(one.notice_title);
    if (one.number) names.others.push_back(one.number->text());
  }
}

std::vector<Names> names_of(const Library& library, RefKind kind) {
  std::vector<Names> all;
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

// The ids that a part of a composed one may mean: itself, where it is an id.
std::vector<std::string> part_ids(const Library& library, RefKind kind, std::string_view part) {
  if (resolves(library, kind, part)) return {std::string(part)};
  return ids_named(library, kind, part);
}

// indicator@region/period
std::vector<std::string> observations_named(const Library& library, std::string_view name) {
  std::vector<std::string> ids;
  const std::size_t at = name.find('@');
  const std::size_t slash = name.find('/', at == std::string_view::npos ? name.size() : at);
  if (slash == std::string_view::npos) return ids;
  const std::string period(name.substr(slash));
  const auto regions = part_ids(library, RefKind::region, name.substr(at + 1, slash - at - 1));
  for (const auto& indicator : part_ids(library, RefKind::indicator, name.substr(0, at))) {
    for (const auto& region : regions) {
      const std::string id = indicator + "@" + region + period;
      if (library.observation(id) != nullptr) add_once(ids, id);
    }
  }
  return ids;
}

// policy/article, policy/article/name
std::vector<std::string> parts_named(const Library& library, RefKind kind, std::string_view name) {
  std::vector<std::string> ids;
  const std::size_t slash = name.find('/');
  if (slash == std::string_view::npos) return ids;
  for (const auto& policy : ids_named(library, RefKind::policy, name.substr(0, slash))) {
    const std::string id = policy + std::string(name.substr(slash));
    if (resolves(library, kind, id)) add_once(ids, id);
  }
  return ids;
}

}  // namespace

bool resolves(const Library& library, RefKind kind, std::string_view id) {
  switch (kind) {
    case RefKind::none:
      return true;
    case RefKind::organization:
      return library.organization(id) != nullptr;
    case RefKind::region:
      return library.region(id) != nullptr;
    case RefKind::topic:
      return library.topic(id) != nullptr;
    case RefKind::beneficiary:
      return library.beneficiary(id) != nullptr;
    case RefKind::policy:
      return library.policy(id) != nullptr;
    case RefKind::proposal:
      return library.proposal(id) != nullptr;
    case RefKind::indicator:
      return library.indicator(id) != nullptr;
    case RefKind::observation:
      return library.observation(id) != nullptr;
    case RefKind::article:
      return library.provision(id).in.article != nullptr;
    case RefKind::measure:
      return library.measure(id).measure != nullptr;
    case RefKind::target:
      return library.target(id).target != nullptr;
    case RefKind::profile_field:
      return is_profile_field(library, id);
    case RefKind::document:
      return is_document(library, id);
  }
  return false;
}

std::vector<std::string> ids_named(const Library& library, RefKind kind, std::string_view name) {
  if (kind == RefKind::observation) return observations_named(library, name);
  const bool part = kind == RefKind::article || kind == RefKind::measure || kind == RefKind::target;
  if (part) return parts_named(library, kind, name);
  if (kind == RefKind::policy) name = without_title_marks(name);
  std::vector<std::string> now;
  std::vector<std::string> otherwise;
  for (const Names& one : names_of(library, kind)) {
    const auto& others = one.others;
    if (one.id.empty()) continue;
    if (one.name == name) add_once(now, one.id);
    if (std::find(others.begin(), others.end(), name) != others.end()) add_once(otherwise, one.id);
  }
  return now.empty() ? otherwise : now;
}

std::vector<std::string> known_names(const Library& library, RefKind kind) {
  std::vector<std::string> all;
  for (const Names& one : names_of(library, kind)) {
    if (!one.name.empty()) all.push_back(one.name);
    all.insert(all.end(), one.others.begin(), one.others.end());
  }
  return all;
}

std::optional<LostPlace> lost_place(const ArticleRef& in, std::string_view place) {
  if (find_provision(in, place).is_part()) return std::nullopt;
  const std::string article = fact_id(*in.policy, *in.article);
  std::vector<std::string> known;
  for (const ProvisionRef& one : provisions(in)) known.push_back(place_text(one));
  if (known.empty()) {
    return LostPlace{msg::provision_unrecorded{.article = article, .place = place}, {}};
  }
  return LostPlace{
      msg::no_such_provision{.article = article, .place = place, .known = Argument::list(known)},
      nearest_place(in, place)};
}

std::optional<LostPlace> lost_place(const Library& library, std::string_view id) {
  const std::size_t at = id.find(kPlaceMark);
  if (at == std::string_view::npos) return std::nullopt;
  const ArticleRef in = library.article(id.substr(0, at));
  if (in.article == nullptr) return std::nullopt;
  auto lost = lost_place(in, id.substr(at + 1));
  if (lost && !lost->suggestion.empty()) {
    lost->suggestion.insert(0, std::string(id.substr(0, at + 1)));
  }
  return lost;
}

std::vector<std::string> known_ids(const Library& library, RefKind kind) {
  std::vector<std::string> ids;
  const auto add_all = [&ids](const auto& records) {
    for (const auto& record : records) ids.push_back(record.id);
  };
  switch (kind) {
    case RefKind::none:
      break;
    case RefKind::organization:
      add_all(library.organizations());
      break;
    case RefKind::region:
      add_all(library.regions());
      break;
    case RefKind::topic:
      add_all(library.topics());
      break;
    case RefKind::beneficiary:
      add_all(library.beneficiaries());
      break;
    case RefKind::policy:
      add_all(library.policies());
      break;
    case RefKind::proposal:
      add_all(library.proposals());
      break;
    case RefKind::document:
      add_all(library.policies());
      add_all(library.proposals());
      break;
    case RefKind::indicator:
      add_all(library.indicators());
      break;
    case RefKind::profile_field:
      add_all(library.profile());
      break;
    case RefKind::observation:
      for (const Observation& one : library.observations()) ids.push_back(one.fact_id());
      break;
    case RefKind::article:
      each_article(library.policies(), [&ids](const ArticleRef& in) {
        ids.push_back(fact_id(*in.policy, *in.article));
      });
      break;
    case RefKind::measure:
      each_measure(library.policies(), [&ids](const MeasureRef& ref) {
        ids.push_back(fact_id(ref.in, ref.measure->id));
      });
      break;
    case RefKind::target:
      each_target(library.policies(),
                  [&ids](const TargetRef& ref) { ids.push_back(fact_id(ref.in, ref.target->id)); });
      break;
  }
  return ids;
}

}  // namespace huice::model
