// SPDX-License-Identifier: Apache-2.0
#pragma once

// A project on disk with everything that its pages are made from.

#include "base/files.h"
#include "load/project.h"
#include "model/schema/audience_view.h"
#include "pages/site.h"
#include "paths.h"
#include "view/questions.h"

#include <doctest/doctest.h>

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace huice::test {

/// Whether the page, or any text, has the words.
inline bool has(std::string_view page, std::string_view words) {
  return page.find(words) != std::string_view::npos;
}

struct Asked {
  std::string bytes;
  std::map<view::Question, std::uint64_t> answers;
};
using AskedPages = std::map<std::string, Asked>;

class RenderedSite {
 public:
  /// `project` is relative to the repository; the look is huice's own.
  explicit RenderedSite(const std::string& project, const std::string& as_of = "2026-03-05") {
    const std::string source = source_path();
    const std::string folder = join_path(source, project);
    const auto whole = load::load_project(files_, {.project = folder, .threads = 1}, problems_);
    REQUIRE_MESSAGE(whole.has_value(), said());
    library_.emplace(model::public_view(*whole, model::Audience::public_));
    indexes_.emplace(*library_);
    theme_ = view::load_theme(
        files_, {.project = folder, .share = source, .templates = pages::page_templates()},
        problems_);
    REQUIRE_MESSAGE(theme_.has_value(), said());
    file_names_ = library_->files();
    locator_.emplace(files_, folder, file_names_);
    scope_.emplace(view::Scope{view::Reader(*library_, *indexes_), *theme_->words,
                               *theme_->templates, *locator_, *model::Date::parse(as_of), "0.0.0",
                               folder});
  }

  const model::Library& library() const { return *library_; }

  /// A copy of the site's records, to be changed and given back to use().
  model::Records records() const {
    model::Records copy;
    model::each_list(
        [](auto& plain, const auto& shared) { plain.assign(shared.begin(), shared.end()); }, copy,
        library_->records());
    copy.site = library_->site();
    copy.files = library_->files();
    return copy;
  }
  /// From now on pages are made from these. Pages made before may not be used any more.
  void use(model::Library library) {
    library_.emplace(std::move(library));
    indexes_.emplace(*library_);
  }
  void use(model::Records records) { use(model::Library(std::move(records))); }
  const view::Scope& scope() const { return *scope_; }
  const view::Theme& theme() const { return *theme_; }
  const view::Words& words() const { return *theme_->words; }
  FileSystem& files() { return files_; }

  /// Before the first bytes are asked for, or instead of them.
  std::vector<pages::Page> pages() const { return pages::make_pages(*scope_, *theme_, files_); }

  /// Every page's bytes by its path.
  std::map<std::string, std::string> render() {
    std::map<std::string, std::string> out;
    for (const pages::Page& page : pages()) {
      const bool made = page.render(out[page.path], problems_);
      CHECK_MESSAGE(made, page.path << "\n" << said());
    }
    return out;
  }

  /// What every page asked, by its path, with its bytes. Pages that cannot be made (a text may cite
  /// what is gone) are left out.
  AskedPages ask() {
    AskedPages out;
    for (const pages::Page& page : pages()) {
      Diagnostics ignored;
      view::Questions questions;
      std::string bytes;
      if (!page.render(bytes, ignored, &questions)) continue;
      out[page.path] = {std::move(bytes), questions.answers()};
    }
    return out;
  }

  std::string said() const {
    std::string text;
    for (const Diagnostic& found : problems_.sorted())
      text += format_diagnostic(found, Language::en);
    return text;
  }

 private:
  RealFileSystem files_;
  Diagnostics problems_;
  std::optional<model::Library> library_;
  std::vector<std::string> file_names_;
  std::optional<derive::Indexes> indexes_;
  std::optional<view::Theme> theme_;
  std::optional<model::Locator> locator_;
  std::optional<view::Scope> scope_;
};

}  // namespace huice::test
