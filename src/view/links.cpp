// SPDX-License-Identifier: Apache-2.0
#include "view/links.h"

#include <algorithm>

namespace huice::view {

std::string root_of(std::string_view path) {
  std::string root;
  for (auto depth = std::count(path.begin(), path.end(), '/'); depth > 0; --depth) root += "../";
  return root;
}

std::string href(const model::Policy& policy) {
  return "policies/" + policy.id + ".html";
}

std::string href(const model::ArticleRef& in) {
  return href(*in.policy) + "#" + in.article->id;
}

std::string href(const model::ProvisionRef& provision) {
  return href(*provision.in.policy) + "#" + anchor(provision);
}

std::string href(const model::MeasureRef& measure) {
  return "measures/" + measure.in.policy->id + "/" + measure.in.article->id + "/" +
         measure.measure->id + ".html";
}

std::string href(const model::Region& region) {
  return "regions/" + region.id + ".html";
}

std::string href(const model::Beneficiary& beneficiary) {
  return "beneficiaries/" + beneficiary.id + ".html";
}

std::string href(const model::TargetRef& target) {
  return href(target.in) + "/" + target.target->id;
}

std::string href(const model::Organization& organization) {
  return "units/" + organization.id + ".html";
}

std::string href(const model::Topic& topic) {
  return "topics/" + topic.id + ".html";
}

std::string href(const model::Ladder& ladder) {
  return "ladders/" + ladder.id + ".html";
}

std::string href(const model::Proposal& proposal) {
  return "replies/" + proposal.id + "/index.html";
}

std::string href(const model::Booklet& booklet) {
  return "booklets/" + booklet.id + "/index.html";
}

std::string href(const model::Booklet& booklet, const model::Chapter& chapter) {
  return "booklets/" + booklet.id + "/" + chapter.id + ".html";
}

std::string href(const model::Dashboard& dashboard) {
  return "dashboards/" + dashboard.id + "/index.html";
}

std::string href(const model::Observation& observation, const Reader& reader) {
  const model::Dashboard* dashboard = reader.dashboard_of(observation);
  return dashboard == nullptr ? std::string{} : href(*dashboard) + "#" + anchor(observation);
}

std::string anchor(const model::Observation& observation) {
  std::string id = observation.fact_id();
  std::replace(id.begin(), id.end(), '#', '~');
  return id;
}

std::string anchor(const model::ProvisionRef& provision) {
  std::string id = provision.in.article->id;
  if (!provision.is_part()) return id;
  id += "/_" + std::to_string(model::number_of_paragraph(provision));
  if (provision.item == nullptr) return id;
  const auto item = provision.item - provision.paragraph->items.data();
  return id + "." + std::to_string(item + 1);
}

std::string document_href(std::string_view document, const Reader& reader) {
  if (const model::Policy* policy = reader.policy(document)) return href(*policy);
  const model::Proposal* proposal = reader.proposal(document);
  const bool answered = proposal != nullptr && reader.answered_in(*proposal) != nullptr;
  return answered ? href(*proposal) : std::string{};
}

}  // namespace huice::view
