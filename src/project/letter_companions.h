// SPDX-License-Identifier: Apache-2.0
#pragma once

// What goes out with a letter: a form on which each proposer says what they think of the answer
// (征询意见表), and a copy for each proposer of a joint proposal.

#include "base/files.h"
#include "document/letter_outputs.h"
#include "model/library.h"
#include "view/scope.h"

#include <functional>
#include <string>
#include <vector>

namespace huice::project {

/// What the files beside letters are made from. REQUIRES: all of it outlives their making.
struct LetterSurroundings {
  FileSystem& files;
  std::string folder;  ///< where the drafts are
  const model::Library& library;
  const view::Scope& scope;
  const std::vector<const document::LetterOutput*>& outputs;
  /// What writers have beside a letter whose record is there.
  std::function<document::LetterLook(const Location& where)> look;
  int threads = 0;
};

/// opinion, copies: what --with may name.
const std::vector<std::string>& companion_names();

/// Writes, for each letter that can be made, in the formats of the run: with `opinion`
/// ID.opinion-1.html for the first of the proposers that it answers, with `copies` ID.copy-1.html,
/// addressed to that proposer alone, where there are several. REQUIRES: each proposal has a reply.
void write_companions(const LetterSurroundings& around, const std::vector<std::string>& with,
                      const std::vector<const model::Proposal*>& proposals, Diagnostics& problems);

/// Has a file of drafts hold `bytes`; touches it only where it does not. Errors: file_unwritable.
Result<void> write_draft(FileSystem& files, const std::string& path, const std::string& bytes);

}  // namespace huice::project
