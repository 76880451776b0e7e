// SPDX-License-Identifier: Apache-2.0
//
// How proposals are handled: answered in time, talked over before the letter is signed, and
// published, or with a reason not to be.
#include "base/messages/check.h"
#include "check/rules.h"
#include "derive/deadline.h"
#include "model/reply_body.h"
#include "model/schema/choice.h"

namespace huice::check {
namespace {

void check_deadline(const model::Proposal& proposal, const Subject& subject, Findings& findings) {
  const auto answered = derive::answered_of(proposal, subject.library, subject.as_of);
  if (answered != derive::Answered::overdue) return;
  const auto end = derive::deadline_of(proposal, subject.library).end;
  findings.add(msg::reply_overdue{.date = end->last.iso()},
               Spot::text(proposal.provenance.place, proposal.received_on->iso(), "received"));
}

// A letter that is signed cannot be talked over any more, and one that was published says nothing
// of it.
void check_consultation(const model::Proposal& proposal, Findings& findings) {
  const model::Reply& reply = *proposal.reply;
  if (reply.signed_on || !reply.text.empty()) return;
  findings.count(msg::reply_unconsulted::code, "data/proposals", !reply.consultation, reply.place,
                 model::reply_name(proposal));
}

void check_publication(const model::Proposal& proposal, Findings& findings) {
  const model::Reply& reply = *proposal.reply;
  const bool is_whole = !reply.publication || *reply.publication == model::Publication::full;
  const bool is_public = reply.audience == model::Audience::public_ &&
                         proposal.provenance.audience == model::Audience::public_;
  if (is_whole) return;
  const std::string publication(model::schema::word(*reply.publication));
  // Of a reply that is published as a summary, the sections are that summary: the official wording
  // must not be there.
  const bool is_shown = reply.publication == model::Publication::none || !reply.text.empty();
  if (is_public && is_shown) {
    findings.add(msg::reply_published{.publication = publication},
                 Spot::text(reply.place, publication, "publication"));
  }
  if (!reply.publication_reason.empty()) return;
  findings.add(msg::publication_unexplained{.publication = publication},
               Spot::text(reply.place, publication, "publication"));
}

}  // namespace

void check_handling(const Subject& subject, Findings& findings) {
  for (const model::Proposal& proposal : subject.library.proposals()) {
    check_deadline(proposal, subject, findings);
    if (!proposal.reply) continue;
    check_consultation(proposal, findings);
    check_publication(proposal, findings);
  }
}

}  // namespace huice::check
