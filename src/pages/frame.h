// SPDX-License-Identifier: Apache-2.0
#pragma once

// What every page has around its subject: the variables `t`, `root`, `page` and `site`.

#include "pages/page.h"
#include "view/scope.h"

#include <functional>
#include <string>
#include <vector>

namespace huice::pages {

struct Crumb {
  std::string title;
  std::string href;
};

/// A page to be made in one or more formats.
struct PageSpec {
  std::string kind;  ///< policy, unit …: for the layout
  std::string title;
  std::string description;
  std::string html;                 ///< path of the HTML form
  std::string markdown;             ///< path of the Markdown form; empty: none
  std::string template_;            ///< "site/policy": .html and .md are added
  std::string markdown_template{};  ///< where it is not template_ + ".md"
  std::vector<Crumb> crumbs{};
  std::function<std::vector<std::string>()> reads;  ///< see Page::reads
  bool makes_markdown = true;  ///< false: the Markdown form is made by another page
  bool with_build = false;     ///< home and dashboards say which day they speak of
  /// Adds the page's own variables.
  std::function<void(tmpl::Dict& context, const view::PageScope& page)> fill;
};

/// The pages of a spec, one a format. REQUIRES: scope outlives them.
void add_pages(PageSpec spec, const view::Scope& scope, std::vector<Page>& pages);

/// One file made by one template, without a frame: data.csv.
void add_file(std::string path, std::string template_name,
              std::function<std::vector<std::string>()> reads,
              std::function<void(tmpl::Dict&, const view::PageScope&)> fill,
              const view::Scope& scope, std::vector<Page>& pages);

}  // namespace huice::pages
