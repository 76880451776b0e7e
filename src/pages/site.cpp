// SPDX-License-Identifier: Apache-2.0
#include "pages/site.h"

#include "model/annexes.h"
#include "pages/finder.h"
#include "pages/kinds.h"

#include <memory>
#include <set>
#include <utility>

namespace huice::pages {
namespace {

// A file that is published as it is.
Page copy_page(std::string kind, std::string title, const std::string& path, std::string from,
               const FileSystem& files) {
  auto info = std::make_shared<PageInfo>();
  info->kind = std::move(kind);
  info->title = std::move(title);
  info->twins = {path};
  const auto copy = [&files, file = std::move(from)](std::string& out, Diagnostics& problems,
                                                     view::Questions* /*questions*/) {
    const auto bytes = files.read(file);
    if (!bytes) {
      problems.add(bytes.error());
      return false;
    }
    out += bytes.value();
    return true;
  };
  return Page{path, std::move(info), copy};
}

// The files of annexes, each once, however many records name it.
void add_annexes(const view::Scope& scope, const FileSystem& files, std::vector<Page>& pages) {
  std::set<std::string> seen;
  model::each_annex(scope.reader.policies(), scope.reader.proposals(),
                    [&](const model::Annex& annex, const std::string& /*owner*/) {
                      if (annex.file.empty() || !seen.insert(annex.file).second) return;
                      const std::string path = model::path_in_site(annex);
                      const std::string file = join_path(join_path(scope.project, "data"), path);
                      pages.push_back(copy_page("annex", annex.title, path, file, files));
                    });
}

}  // namespace

const std::vector<const PageKind*>& page_kinds() {
  static const std::vector<const PageKind*> all{
      &kPolicy,  &kUnit,         &kTopic,      &kLadder,   &kReply,  &kBooklet,
      &kChapter, &kWholeBooklet, &kDashboard,  &kPolicies, &kUnits,  &kTopics,
      &kLadders, &kBooklets,     &kDashboards, &kReplies,  &kFinder, &kHome};
  return all;
}

std::vector<Page> make_pages(const view::Scope& scope, const view::Theme& theme,
                             const FileSystem& files) {
  std::vector<Page> pages;
  Collector collector(scope, pages);
  for (const PageKind* kind : page_kinds()) kind->add(*kind, collector);
  add_finder_data(scope, pages);
  for (const view::Asset& asset : theme.assets) {
    pages.push_back(copy_page("asset", {}, asset.path, asset.file, files));
  }
  add_annexes(scope, files, pages);
  return pages;
}

std::vector<std::string> page_templates() {
  std::vector<std::string> names;
  for (const PageKind* kind : page_kinds()) {
    for (const Output& output : kind->outputs) names.emplace_back(output.template_);
    for (const std::string_view name : kind->also_loads) names.emplace_back(name);
  }
  return names;
}

}  // namespace huice::pages
