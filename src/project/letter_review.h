// SPDX-License-Identifier: Apache-2.0
#pragma once

// Review sheets of letters (核对单): a page beside each draft, and one workbook for the run.

#include "project/letter_companions.h"

#include <string_view>
#include <vector>

namespace huice::project {

inline constexpr std::string_view kReviewTemplate = "letter/review.html";

/// Writes <id>.review.html for each proposal and review.xlsx for all, of those whose prose can be
/// read; a letter that lacks what it cannot be made without has a sheet all the same, which says
/// so. Returns how many sheets were written. REQUIRES: each proposal has a reply; the scope's
/// templates have kReviewTemplate.
std::size_t write_reviews(const LetterSurroundings& run,
                          const std::vector<const model::Proposal*>& proposals,
                          Diagnostics& problems);

}  // namespace huice::project
