// SPDX-License-Identifier: Apache-2.0
#include "model/reply_body.h"

#include "base/title_marks.h"
#include "model/han_number.h"

#include <algorithm>

namespace huice::model {
namespace {

bool concerns(const ReplySection& section, const Proposal& proposal) {
  const std::string own = proposal.id + "/";
  return std::any_of(section.answers.begin(), section.answers.end(),
                     [&own](const std::string& ask) { return ask.starts_with(own); });
}

}  // namespace

std::vector<BodySection> body_of(const Proposal& proposal, const Proposal* source) {
  std::vector<BodySection> body;
  const bool shared = !proposal.reply->body_of.empty();
  if (!shared) {
    for (const ReplySection& one : proposal.reply->sections) body.push_back({&one, one.label});
    return body;
  }
  if (source == nullptr || !source->reply) return body;
  const auto& all = source->reply->sections;
  const bool chooses = std::any_of(all.begin(), all.end(), [&proposal](const ReplySection& one) {
    return concerns(one, proposal);
  });
  std::int64_t number = 0;
  for (const ReplySection& one : all) {
    if (chooses && !one.answers.empty() && !concerns(one, proposal)) continue;
    body.push_back({&one, one.label.empty() ? std::string() : heading_number(++number, 1)});
  }
  return body;
}

const Prose& closing_of(const Proposal& proposal, const Proposal* source) {
  const Prose& own = proposal.reply->closing;
  const bool shared = own.empty() && source != nullptr && source->reply;
  return shared ? source->reply->closing : own;
}

std::string ask_name(const Proposal& proposal, const Ask& ask, const Proposal& holder) {
  return &holder == &proposal ? ask.id : proposal.id + "/" + ask.id;
}

std::string reply_name(const Proposal& proposal) {
  const Reply& reply = *proposal.reply;
  if (reply.number) return reply.number->text();
  return reply.title.empty() ? in_title_marks(proposal.title) : reply.title;
}

}  // namespace huice::model
