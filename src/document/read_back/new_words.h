// SPDX-License-Identifier: Apache-2.0
#pragma once

// The words of one paragraph as they came back, with what in them is still a citation.

#include "document/document.h"
#include "document/docx/origins.h"
#include "document/read_back/flat_text.h"

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace huice::document::read_back {

/// What a citation's words have become.
enum class CitedFate : std::uint8_t {
  kept,         ///< as they were
  reformatted,  ///< the same figure, written otherwise
  contradicted,
  dropped,  ///< nothing of it is left
};

struct CitedChange {
  CitedFate fate = CitedFate::kept;
  std::string target{};
  std::string was{};
  std::string now{};
};

struct NewWords {
  Runs runs{};
  bool is_changed = false;
  std::vector<CitedChange> citations{};  ///< those that are not kept

  bool is_contradicted() const;
};

/// What a citation prints today, by its target; empty where it names nothing.
using PrintedCitation = std::function<std::string(const std::string& target)>;

/// `runs` are those of the record, whose citations have no words. `label` is printed before them
/// (一、, 1.) and is taken away. `origins` are the file's.
NewWords new_words(const Runs& runs, std::string_view label, const FlatParagraph& paragraph,
                   const docx::FileOrigins& origins, const PrintedCitation& printed);

/// The same where the file or the record has other words now than when the letter was made: what is
/// printed of `runs`, by the words that the file says its citations had.
std::string printed_words(const Runs& runs, const PrintedCitation& printed);

/// Without blanks at its ends, and without the number that a heading or item begins with where
/// `label` is one.
std::string_view without_label(std::string_view text, std::string_view label);

/// Whether two figures are equal though written otherwise: 69.98亿元 and 699800 万元.
bool is_same_figure(std::string_view a, std::string_view b);

}  // namespace huice::document::read_back
