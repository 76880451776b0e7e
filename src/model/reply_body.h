// SPDX-License-Identifier: Apache-2.0
#pragma once

// The sections of a reply: its own, or those of the letter that it shares a body with.

#include "model/proposal.h"

#include <vector>

namespace huice::model {

/// One section of a reply, as its letter has it.
struct BodySection {
  const ReplySection* section = nullptr;
  std::string label;  ///< as printed: numbered anew where sections of another letter were left out
};

/// The sections of `proposal`'s reply. `source` is the proposal that body_of names, nullptr where
/// it names none, or it is not there. Of its sections those count that answer an ask of `proposal`,
/// or no ask by name; all, where none does. REQUIRES: proposal.reply.
std::vector<BodySection> body_of(const Proposal& proposal, const Proposal* source);

/// What the letter ends with: its own closing, else that of the letter it shares a body with.
/// REQUIRES: proposal.reply.
const Prose& closing_of(const Proposal& proposal, const Proposal* source);

/// What sections call an ask of `proposal`, where `holder` has them: its id alone in its own
/// letter, “proposal/ask” in another's.
std::string ask_name(const Proposal& proposal, const Ask& ask, const Proposal& holder);

/// What sentences call a reply: its number, else its title, else its proposal's. REQUIRES:
/// proposal.reply.
std::string reply_name(const Proposal& proposal);

}  // namespace huice::model
