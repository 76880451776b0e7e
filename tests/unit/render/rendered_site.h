// SPDX-License-Identifier: Apache-2.0
#pragma once

// A project on disk with everything that its pages are made from.

#include "base/files.h"
#include "load/project.h"
#include "model/schema/audience_view.h"
#include "paths.h"
#include "render/site.h"

#include <doctest/doctest.h>

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace huice::test {

class RenderedSite {
 public:
  /// `project` is relative to the repository; the look is huice's own.
  explicit RenderedSite(const std::string& project, const std::string& as_of = "2026-03-05") {
    const std::string source = source_path();
    const std::string folder = join_path(source, project);
    library_ = load::load_project(files_, {.project = folder, .threads = 1}, problems_);
    REQUIRE_MESSAGE(library_.has_value(), said());
    model::restrict_to(*library_, model::Audience::public_);
    indexes_.emplace(*library_);
    theme_ = render::load_theme(files_, {.project = folder, .share = source}, problems_);
    REQUIRE_MESSAGE(theme_.has_value(), said());
    locator_.emplace(files_, folder, library_->files);
    scope_.emplace(render::Scope{*library_, *indexes_, *theme_->words, *theme_->interface_,
                                 *theme_->templates, *locator_, *model::Date::parse(as_of),
                                 "0.0.0"});
  }

  const model::Library& library() const { return *library_; }
  /// For edits that leave ids and numbers of records as they are. Where parts of policies were
  /// edited or assigned, reindex() before rendering.
  model::Library& editable() { return *library_; }
  void reindex() {
    library_->index();
    indexes_.emplace(*library_);
  }
  const render::Scope& scope() const { return *scope_; }
  const render::Theme& theme() const { return *theme_; }
  const render::Words& words() const { return *theme_->words; }
  FileSystem& files() { return files_; }

  /// Before the first bytes are asked for, or instead of them.
  std::vector<render::Page> pages() const { return make_pages(*scope_, *theme_, files_); }

  /// Every page's bytes by its path.
  std::map<std::string, std::string> render() {
    std::map<std::string, std::string> out;
    for (const render::Page& page : pages()) {
      const bool made = page.render(out[page.path], problems_);
      CHECK_MESSAGE(made, page.path << "\n" << said());
    }
    return out;
  }

  std::string said() const {
    std::string text;
    for (const Diagnostic& found : problems_.sorted()) text += format_diagnostic(found);
    return text;
  }

 private:
  RealFileSystem files_;
  Diagnostics problems_;
  std::optional<model::Library> library_;
  std::optional<derive::Indexes> indexes_;
  std::optional<render::Theme> theme_;
  std::optional<model::Locator> locator_;
  std::optional<render::Scope> scope_;
};

}  // namespace huice::test
