// SPDX-License-Identifier: Apache-2.0
#include "pages/site.h"

#include "pages/kinds.h"

#include <memory>

namespace huice::pages {
namespace {

Page asset_page(const view::Asset& asset, const FileSystem& files) {
  auto info = std::make_shared<PageInfo>();
  info->kind = "asset";
  info->twins = {asset.path};
  const auto copy = [&files, file = asset.file](std::string& out, Diagnostics& problems,
                                                view::Questions* /*questions*/) {
    const auto bytes = files.read(file);
    if (!bytes) {
      problems.add(bytes.error());
      return false;
    }
    out += bytes.value();
    return true;
  };
  return Page{asset.path, std::move(info), copy};
}

}  // namespace

const std::vector<const PageKind*>& page_kinds() {
  static const std::vector<const PageKind*> all{
      &kPolicy,  &kUnit,         &kTopic,      &kLadder,   &kReply, &kBooklet,
      &kChapter, &kWholeBooklet, &kDashboard,  &kPolicies, &kUnits, &kTopics,
      &kLadders, &kBooklets,     &kDashboards, &kReplies,  &kHome};
  return all;
}

std::vector<Page> make_pages(const view::Scope& scope, const view::Theme& theme,
                             const FileSystem& files) {
  std::vector<Page> pages;
  Collector collector(scope, pages);
  for (const PageKind* kind : page_kinds()) kind->add(*kind, collector);
  for (const view::Asset& asset : theme.assets) pages.push_back(asset_page(asset, files));
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
