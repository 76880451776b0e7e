// SPDX-License-Identifier: Apache-2.0
//
// data/ -> library -> prose and rules; then what the audience may see -> indexes, look ->
// pages.
#include "project/project.h"

#include "check/check.h"
#include "match/examples.h"
#include "model/schema/audience_view.h"
#include "pages/site.h"
#include "project/asked.h"
#include "prose/check.h"
#include "publish/publish.h"

#include <algorithm>

namespace huice::project {
namespace {

void check_prose(const FileSystem& files, const std::string& folder, const model::Library& library,
                 Diagnostics& problems) {
  model::Locator locator(files, folder, library.files());
  prose::check_all(library, locator, problems);
}

// Public texts that cite an internal record lead nowhere in the public view.
bool hides_anything(const model::Library& whole, const model::Library& seen) {
  bool hides = whole.records().site != seen.records().site;
  model::each_list(
      [&hides](const auto& all, const auto& some) {
        hides = hides || all.pointers() != some.pointers();
      },
      whole.records(), seen.records());
  return hides;
}

// Without "./" before and "/" after; the project's folder itself is empty.
std::string plain_path(std::string path) {
  while (path.starts_with("./")) path.erase(0, 2);
  while (path.ends_with('/')) path.pop_back();
  return path == "." ? std::string() : path;
}

Setting with_files(const Setting& setting, FileSystem& files) {
  return {.files = files,
          .clock = setting.clock,
          .share = setting.share,
          .version = setting.version,
          .language = setting.language,
          .in = setting.in,
          .follow_links = setting.follow_links,
          .programs = setting.programs,
          .progress = setting.progress};
}

// An empty path is the project itself.
bool may_change(const std::string& path, std::string_view folder) {
  return path.empty() || is_below(path, folder);
}

bool is_look(const std::string& path) {
  return may_change(path, "templates") || may_change(path, "site");
}

}  // namespace

Site::Site(const FileSystem& files, const std::string& folder, model::Library library,
           const view::Theme& theme, const model::Date& as_of, const std::string& version)
    : library_(std::move(library)),
      indexes_(library_),
      locator_(files, folder, library_.files()),
      scope_{view::Reader(library_, indexes_),
             *theme.words,
             *theme.templates,
             locator_,
             as_of,
             version,
             folder},
      pages_(pages::make_pages(scope_, theme, files)) {}

Project::Project(const Setting& setting, std::string folder, int threads)
    : folder_(std::move(folder)),
      files_(std::make_unique<ProjectFiles>(setting.files, folder_, setting.share,
                                            setting.follow_links)),
      setting_(with_files(setting, *files_)),
      loader_(setting_.files, load::LoadOptions{.project = folder_, .threads = threads}) {
  read();
}

void Project::refresh(const std::vector<std::string>& changed) {
  std::vector<std::string> paths;
  paths.reserve(changed.size());
  for (const std::string& path : changed) paths.push_back(plain_path(path));
  loader_.forget(paths);
  if (std::any_of(paths.begin(), paths.end(), is_look)) look_.reset();
  read();
}

void Project::read() {
  problems_ = std::make_unique<Diagnostics>();
  library_ = loader_.load(*problems_);
  files_->hand_over(*problems_);
  if (problems_->has_errors()) library_.reset();
  if (!library_) return;
  model::Locator locator(setting_.files, folder_, library_->files());
  prose::check_all(*library_, locator, *problems_);
  match::check_rules(*library_, locator, *problems_);
}

std::optional<model::Library> Project::sound_records() {
  if (library_) return library_;
  return loader_.sound_records(*problems_);
}

const Project::Look& Project::look() {
  const std::string& language = library_->site().language;
  if (!look_ || look_->language != language) {
    auto look = std::make_unique<Look>();
    look->language = language;
    look->theme = theme(pages::page_templates(), look->problems);
    look_ = std::move(look);
  }
  return *look_;
}

void Project::check(const model::Date& as_of, Diagnostics& problems) {
  problems.add_all(*problems_);
  if (!library_) return;
  // Records can be checked where huice's own templates are not installed; pages need them.
  if (has_look(setting_)) problems.add_all(look().problems);
  const derive::Indexes indexes(*library_);
  model::Locator locator(setting_.files, folder_, library_->files());
  const check::Subject subject{*library_, indexes, as_of};
  check::find_all(subject, locator, problems);
  if (!is_sound()) return;
  check::find_in_examples(subject, locator, problems);
  const model::Library seen = model::public_view(*library_, model::Audience::public_);
  if (hides_anything(*library_, seen)) check_prose(setting_.files, folder_, seen, problems);
  if (has_look(setting_)) check_paths(as_of, problems);
  files_->hand_over(problems);
}

// The office's own copy has all pages that the public one has.
void Project::check_paths(const model::Date& as_of, Diagnostics& problems) {
  if (!look().theme) return;
  const Site site(setting_.files, folder_, model::public_view(*library_, model::Audience::internal),
                  *look().theme, as_of, setting_.version);
  publish::check_paths(site.pages(), join_path(folder_, "public"), problems);
}

std::optional<view::Theme> Project::theme(std::vector<std::string> templates, Diagnostics& problems,
                                          const model::Site* site) const {
  if (site == nullptr) site = &library_->site();
  auto found = view::load_theme(setting_.files,
                                view::ThemeOptions{.project = folder_,
                                                   .share = setting_.share,
                                                   .language = site->language,
                                                   .templates = std::move(templates)},
                                problems);
  files_->hand_over(problems);
  if (problems.has_errors()) found.reset();
  return found;
}

std::unique_ptr<Site> Project::site(model::Audience audience, const model::Date& as_of,
                                    Diagnostics& problems) {
  problems.add_all(look().problems);
  model::Library seen = model::public_view(*library_, audience);
  Diagnostics of_prose;
  if (hides_anything(*library_, seen)) check_prose(setting_.files, folder_, seen, of_prose);
  problems.add_all(of_prose);
  if (!look().theme || of_prose.has_errors()) return nullptr;
  return std::make_unique<Site>(setting_.files, folder_, std::move(seen), *look().theme, as_of,
                                setting_.version);
}

std::optional<model::Date> day_of(const std::string& as_of, const Setting& setting) {
  return model::Date::parse(as_of.empty() ? setting.clock.today() : as_of);
}

}  // namespace huice::project
