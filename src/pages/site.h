// SPDX-License-Identifier: Apache-2.0
#pragma once

// The whole publication as pages: what there is to make, before anything is made.

#include "pages/page.h"
#include "view/scope.h"
#include "view/theme.h"

#include <string>
#include <vector>

namespace huice::pages {

/// Every page of the site: home, policies, units, topics, ladders, replies, booklets, dashboards,
/// each in HTML and Markdown, data tables, and the theme's assets.
/// REQUIRES: scope, theme and files outlive the pages.
std::vector<Page> make_pages(const view::Scope& scope, const view::Theme& theme,
                             const FileSystem& files);

/// The templates make_pages() renders.
std::vector<std::string> page_templates();

}  // namespace huice::pages
