// SPDX-License-Identifier: Apache-2.0
#pragma once

// The words by which the parts of a letter are known.

#include "document/verify/letter_parts.h"

#include <optional>

namespace huice::document::verify {

inline constexpr std::string_view kSigner = "签发人";
inline constexpr std::string_view kColon = "：";

bool is_draft_mark(std::string_view text);
bool is_annex_label(std::string_view text);   ///< 附件, 附件1
bool is_printed_line(std::string_view text);  ///< …印发
bool begins_with_bracket(std::string_view text);

/// The document number that a line holds; nullopt where it has none, or is a sentence with one.
std::optional<NumberText> number_in(std::string_view text);

}  // namespace huice::document::verify
