// SPDX-License-Identifier: Apache-2.0
#pragma once

// A letter that people edited in Word, compared with what would be printed of the record today.
//
// Paragraphs are known by their bookmarks (docx/origins.h), which also say what the record said
// when the file was made. Open changes count as refused. Nothing here writes anything.

#include "document/letter.h"
#include "formats/docx/docx.h"
#include "model/library.h"
#include "view/scope.h"

#include <string>
#include <vector>

namespace huice::document::read_back {

/// A field of a record with another value.
struct FieldChange {
  /// A paragraph of it, as the record would write it; empty: there is none.
  struct Paragraph {
    std::string was{};
    std::string now{};
  };

  std::string record{};  ///< the proposal's id
  std::string field{};   ///< reply/sections/3/text
  std::string was{};     ///< the whole value
  std::string now{};
  std::vector<Paragraph> paragraphs{};
};

/// A letter's record and what it is printed from. REQUIRES: all outlive what is asked with it.
struct Printed {
  const model::Proposal& proposal;
  const Letter& letter;  ///< what would be printed today
  const model::Library& library;
  const view::Scope& scope;
};

/// The record that a file says it was made of; empty where it does not say.
std::string record_of(const formats::docx::Docx& docx);

/// What was changed in the file, in the order of the letter. What cannot be a change of the record
/// is reported of `file`: letter_figure_changed, letter_read_conflict and its kin.
std::vector<FieldChange> read_back(const Printed& printed, const formats::docx::Docx& docx,
                                   const std::string& file, Diagnostics& problems);

}  // namespace huice::document::read_back
