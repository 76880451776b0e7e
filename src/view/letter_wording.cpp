// SPDX-License-Identifier: Apache-2.0
#include "view/letter_wording.h"

#include "base/title_marks.h"
#include "model/proposers.h"
#include "view/links.h"
#include "view/wording.h"

#include <algorithm>
#include <vector>

namespace huice::view {
namespace {

using model::Proposal;

// The proposal, and those that its letter answers too.
std::vector<const Proposal*> answered(const Proposal& proposal, const Reader& reader) {
  std::vector<const Proposal*> all{&proposal};
  for (const std::string& id : proposal.reply->also_answers) {
    if (const Proposal* other = reader.proposal(id)) all.push_back(other);
  }
  return all;
}

std::string_view key_for(const Proposal& proposal, std::string_view of_proposal,
                         std::string_view of_suggestion) {
  return proposal.kind == model::ProposalKind::proposal ? of_proposal : of_suggestion;
}

// Everyone who made one of the proposals, each once.
std::vector<std::string> proposers_of(const Proposal& proposal, const Reader& reader) {
  std::vector<std::string> all;
  for (const Proposal* one : answered(proposal, reader)) {
    for (const std::string& name : one->proposers) {
      if (std::find(all.begin(), all.end(), name) == all.end()) all.push_back(name);
    }
  }
  return all;
}

bool are_people(const std::vector<std::string>& names) {
  return std::all_of(names.begin(), names.end(), model::is_person);
}

}  // namespace

std::string reply_title(const Proposal& proposal, const Reader& reader, const Words& words) {
  if (!proposal.reply->title.empty()) return proposal.reply->title;
  const model::Organization* issuer = reader.organization(proposal.reply->issuer);
  std::string numbers;
  for (const Proposal* one : answered(proposal, reader)) {
    append(numbers, words.text("proposal.number", {{"number", one->number}}),
           words.text("punctuation.enumeration"));
  }
  const bool is_opinion = !proposal.reply->lead.empty();
  const std::string_view key =
      is_opinion ? key_for(proposal, "letter.title_opinion", "letter.title_opinion_suggestion")
                 : key_for(proposal, "letter.title", "letter.title_suggestion");
  return words.text(key, {{"issuer", issuer == nullptr ? std::string() : issuer->name},
                          {"session", session_text(proposal.session, words)},
                          {"numbers", numbers}});
}

std::string reply_salutation(const Proposal& proposal, const Reader& reader, const Words& words) {
  const model::Reply& reply = *proposal.reply;
  if (!reply.salutation.empty()) return reply.salutation;
  if (!reply.lead.empty()) {
    const model::Organization* lead = reader.organization(reply.lead);
    return lead == nullptr ? std::string() : words.text("letter.to", {{"names", lead->name}});
  }
  std::vector<std::string> names = proposers_of(proposal, reader);
  if (names.empty()) return {};
  const bool people = are_people(names);
  std::string list;
  for (const std::string& name : names) {
    append(list, people ? model::plain_proposer(name) : name,
           words.text("punctuation.enumeration"));
  }
  const std::string_view key =
      people ? key_for(proposal, "letter.to_members", "letter.to_deputies") : "letter.to";
  return words.text(key, {{"names", list}});
}

std::string reply_opening(const Proposal& proposal, const Reader& reader, const Words& words) {
  std::string titles;
  const auto all = answered(proposal, reader);
  for (const Proposal* one : all) {
    const std::string title = in_title_marks(one->title);
    append(titles,
           all.size() == 1
               ? title
               : words.text("letter.numbered", {{"title", title}, {"number", one->number}}),
           words.text("punctuation.enumeration"));
  }
  if (!proposal.reply->lead.empty()) {
    return words.text("letter.opening_opinion",
                      {{"session", session_text(proposal.session, words)},
                       {"number", words.text("proposal.number", {{"number", proposal.number}})},
                       {"titles", titles}});
  }
  const std::vector<std::string> names = proposers_of(proposal, reader);
  const bool one_person = names.size() == 1 && are_people(names);
  return words.text(one_person ? "letter.opening_one" : "letter.opening_several",
                    {{"titles", titles}});
}

}  // namespace huice::view
