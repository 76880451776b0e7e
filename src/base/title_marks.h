// SPDX-License-Identifier: Apache-2.0
#pragma once

// Marks around titles of documents, 《》, and those of a title within a title, 〈〉 (GB/T 15834).

#include <string>
#include <string_view>

namespace huice {

/// A title as it stands between 《 and 》: its own marks are 〈〉, those within them 《》 again.
std::string within_title_marks(std::string_view title);

/// 《title》, with other marks within.
std::string in_title_marks(std::string_view title);

}  // namespace huice
