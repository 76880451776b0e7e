// SPDX-License-Identifier: Apache-2.0
#pragma once

// The terms of a text, for comparing texts by their words without a dictionary: each two Han
// characters that stand together, and each word or number of ASCII; full-width forms and capitals
// are folded.

#include <string>
#include <string_view>
#include <vector>

namespace huice::derive {

/// In the text's order, as often as they are there. What is between {{ and }} is left out.
std::vector<std::string> terms_of(std::string_view text);

}  // namespace huice::derive
