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

void add_undertakings(const Library& library, std::vector<std::string>& ids) {
  const auto add = [&ids](const UndertakingRef& ref) { ids.push_back(fact_id(ref)); };
  each_undertaking(library.policies(), add);
  each_undertaking(library.proposals(), add);
}

bool is_profile_field(const Library& library, std::string_view id) {
  return std::any_of(library.profile().begin(), library.profile().end(),
                     [id](const ProfileField& field) { return field.id == id; });
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
    case RefKind::undertaking:
      return find_undertaking(library, id).undertaking != nullptr;
    case RefKind::profile_field:
      return is_profile_field(library, id);
    case RefKind::document:
      return is_document(library, id);
  }
  return false;
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
    case RefKind::undertaking:
      add_undertakings(library, ids);
      break;
  }
  return ids;
}

}  // namespace huice::model
