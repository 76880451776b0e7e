// SPDX-License-Identifier: Apache-2.0
#pragma once

// The finder's data, a classic script, so that the page works over file:// too.

#include "pages/page.h"
#include "view/scope.h"

#include <string_view>
#include <vector>

namespace huice::pages {

inline constexpr std::string_view kFinderData = "finder/data.js";

/// Adds the page of kFinderData, where the site has a measure and a question. REQUIRES: scope
/// outlives the pages.
void add_finder_data(const view::Scope& scope, std::vector<Page>& pages);

}  // namespace huice::pages
