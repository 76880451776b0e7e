// SPDX-License-Identifier: Apache-2.0
// Prints records of a project for tests/browser/prose.test.mjs: one JSON object a line in, one JSON
// list a line out.
//   {"project": "folder", "share": "huice's own templates", "jobs": [{"templates": {"main.csv":
//   "…", …}, "main": "main.csv"}, …]}
//   [{"output": "…"} or {"error": the whole diagnostic}, …]
// The project has the records of tests/sites/small. Templates see its `site`, `policy`, `proposal`
// (with a reply), `ladder`, `dashboard` and `booklet`, written for the format of the main
// template's name, as on a page.

#include "base/files.h"
#include "load/project.h"
#include "markup/format.h"
#include "model/schema/audience_view.h"
#include "view/filters/field_filters.h"
#include "view/theme.h"
#include "view/view.h"

#include <nlohmann/json.hpp>

#include <iostream>
#include <optional>
#include <string>
#include <string_view>

namespace {

using namespace huice;
using Json = nlohmann::ordered_json;

std::string said(const Diagnostics& problems) {
  std::string out;
  for (const Diagnostic& found : problems.sorted()) out += format_diagnostic(found, Language::en);
  return out;
}

class Project {
 public:
  Project(const FileSystem& files, const std::string& folder, const std::string& share) {
    const auto whole = load::load_project(files, {.project = folder, .threads = 1}, problems_);
    theme_ =
        view::load_theme(files, {.project = folder, .share = share, .templates = {}}, problems_);
    if (!whole || !theme_) return;
    library_.emplace(model::public_view(*whole, model::Audience::public_));
    indexes_.emplace(*library_);
    locator_.emplace(files, folder, library_->files());
  }

  Json run(const Json& jobs) {
    Json out = Json::array();
    if (!locator_) return {{{"error", said(problems_)}}};
    for (const Json& job : jobs) out.push_back(run_one(job));
    return out;
  }

 private:
  Json run_one(const Json& job) {
    const Json& texts = job.at("templates");
    tmpl::Environment templates(
        [&texts](std::string_view name) -> std::optional<tmpl::TemplateSource> {
          const auto found = texts.find(name);
          if (found == texts.end()) return std::nullopt;
          return tmpl::TemplateSource{found->get<std::string>(), std::string(name)};
        });
    view::add_field_filters(templates);
    const view::Scope scope{
        view::Reader(*library_, *indexes_), *theme_->words, templates, *locator_,
        *model::Date::parse("2026-03-05"),  "0.0.0"};
    const auto name = job.at("main").get<std::string>();
    Diagnostics problems;
    const view::PageScope page{scope, markup::format_of(name), "", problems};
    std::string out;
    const bool done = templates.render(name, context(page), out, problems);
    if (done && !problems.has_errors()) return {{"output", out}};
    return {{"error", said(problems)}};
  }

  tmpl::Dict context(const view::PageScope& page) const {
    tmpl::Dict out;
    out.set("site", view::view_of(library_->site(), page));
    out.set("policy", view::view_of(*library_->policy("example-2026-1"), page));
    out.set("proposal", view::view_of(*library_->proposals().begin(), page));
    out.set("ladder", view::view_of(*library_->ladders().begin(), page));
    out.set("dashboard", view::view_of(*library_->dashboards().begin(), page));
    out.set("booklet", view::view_of(*library_->booklets().begin(), page));
    return out;
  }

  Diagnostics problems_;
  std::optional<model::Library> library_;
  std::optional<view::Theme> theme_;
  std::optional<derive::Indexes> indexes_;
  std::optional<model::Locator> locator_;
};

}  // namespace

int main() {
  std::ios::sync_with_stdio(false);
  const RealFileSystem files;
  for (std::string line; std::getline(std::cin, line);) {
    const Json asked = Json::parse(line);
    Project project(files, asked.at("project").get<std::string>(),
                    asked.at("share").get<std::string>());
    std::cout << project.run(asked.at("jobs")).dump(-1, ' ', false, Json::error_handler_t::replace)
              << std::endl;
  }
}
