// SPDX-License-Identifier: Apache-2.0
#pragma once

// The reply to a proposal -> the letter that an office signs.

#include "document/letter.h"
#include "model/library.h"
#include "view/scope.h"

#include <string>
#include <vector>

namespace huice::document {

struct ReplyLetter {
  Letter letter;
  std::vector<std::string> open;  ///< fields of the reply that a draft leaves blank: “signed”
  std::vector<std::string> lacking;      ///< fields of the record without which there is no letter
  std::vector<std::string> provisional;  ///< cited facts that nobody has checked (待核)
};

/// The letter of `proposal`, as `scope` sees the records. The prose's own problems are reported, as
/// prose::read() does. REQUIRES: proposal.reply.
ReplyLetter reply_letter(const model::Proposal& proposal, const model::Library& library,
                         const view::Scope& scope, Diagnostics& problems);

}  // namespace huice::document
