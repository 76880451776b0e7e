// SPDX-License-Identifier: Apache-2.0
#pragma once

// The reply to a proposal -> the letter that an office signs.

#include "document/letter.h"
#include "model/library.h"
#include "view/scope.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace huice::document {

/// What a letter takes from the records and may not find there.
enum class LetterField : std::uint8_t {
  number,
  signer,
  signed_on,
  printed_on,
  printed_by,
  issuer,
  proposers,
  sections,
  result_class,
};

/// What the templates of letters (`letter.…`) call the part that is printed of a field.
std::string_view part_of(LetterField field);

struct ReplyLetter {
  Letter letter;
  std::vector<LetterField> open;         ///< that a draft leaves blank
  std::vector<LetterField> lacking;      ///< without which there is no letter
  std::vector<std::string> provisional;  ///< cited facts that nobody has checked (待核)
};

/// The letter of `proposal`, as `scope` sees the records. The prose's own problems are reported, as
/// prose::read() does. REQUIRES: proposal.reply.
ReplyLetter reply_letter(const model::Proposal& proposal, const model::Library& library,
                         const view::Scope& scope, Diagnostics& problems);

}  // namespace huice::document
