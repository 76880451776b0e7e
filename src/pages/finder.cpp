// SPDX-License-Identifier: Apache-2.0
//
// finder/: the table of all measures, and the data with which its scripts match an enterprise.
#include "pages/finder.h"

#include "base/json/write.h"
#include "pages/kinds.h"
#include "view/finder_data.h"
#include "view/json_data.h"

#include <memory>

namespace huice::pages {

using namespace view;
namespace {

using tmpl::Dict;

void set_measures(Dict& context, const PageScope& page) {
  const Scope& scope = page.scope;
  const match::Plan plan = scope.reader.plan(scope.as_of, scope.locator, page.problems);
  context.set("measures", template_value(finder_measures(plan, scope.reader, scope.words)));
}

void add_finder(const PageKind& kind, Collector& pages) {
  if (!pages.reader().has(Listed::finder)) return;
  PageSpec spec = pages.list_page(kind);
  spec.with_build = true;
  spec.context = &set_measures;
  pages.add(kind, std::move(spec));
}

}  // namespace

const PageKind kFinder{"finder", {{"site/finder.html"}, {"site/finder.md"}}, &add_finder};

void add_finder_data(const Scope& scope, std::vector<Page>& pages) {
  if (!scope.reader.has(Listed::finder)) return;
  auto info = std::make_shared<PageInfo>();
  info->kind = "finder-data";
  info->twins = {std::string(kFinderData)};
  const auto make = [&scope](std::string& out, Diagnostics& problems, Questions* questions) {
    const match::Plan plan = scope.reader.plan(scope.as_of, scope.locator, problems);
    if (problems.has_errors()) return false;
    // A text that is parsed: an object literal would let a record's text name __proto__.
    const std::string data = json::text(finder_data(plan, scope.reader, scope.words));
    const std::string bytes = "huice.data=JSON.parse(" + json::text(json::Value(data)) + ");\n";
    AnswerDigest answer;
    answer.add_text(bytes);
    if (questions != nullptr) questions->note({"page", "", "finder"}, answer);
    out += bytes;
    return true;
  };
  pages.push_back(Page{std::string(kFinderData), std::move(info), make});
}

}  // namespace huice::pages
