// SPDX-License-Identifier: Apache-2.0
#pragma once

// A project that is open: the one owner of the pipeline from data/ to pages, which verbs and tests
// of whole projects open, so that a fault is reported alike whoever asks.

#include "derive/indexes.h"
#include "load/project.h"
#include "model/date.h"
#include "model/library.h"
#include "model/locator.h"
#include "pages/page.h"
#include "project/project_files.h"
#include "project/setting.h"
#include "view/scope.h"
#include "view/theme.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace huice::project {

/// The pages that one audience sees on one day. Pages may be rendered as often as wanted and from
/// any thread. REQUIRES: its project outlives it and is not refreshed while it is used.
class Site {
 public:
  Site(const FileSystem& files, const std::string& folder, model::Library library,
       const view::Theme& theme, const model::Date& as_of, const std::string& version);

  const model::Library& library() const { return library_; }
  const derive::Indexes& indexes() const { return indexes_; }
  const view::Scope& scope() const { return scope_; }
  const std::vector<pages::Page>& pages() const { return pages_; }

 private:
  model::Library library_;
  derive::Indexes indexes_;
  model::Locator locator_;
  view::Scope scope_;
  std::vector<pages::Page> pages_;
};

class Project {
 public:
  /// Reads and checks the records in `folder`. threads 0: as many as there are processors.
  Project(const Setting& setting, std::string folder, int threads = 0);

  /// Reads again what has changed: files and folders, as paths below the project's folder, added
  /// and removed ones included; "" or "." is all of it. What follows is what opening the project
  /// anew would give.
  void refresh(const std::vector<std::string>& changed);

  const Setting& setting() const { return setting_; }
  const std::string& folder() const { return folder_; }

  /// The records; nullptr where a file cannot be read.
  const model::Library* library() const { return library_ ? &*library_ : nullptr; }

  /// The records that have no error, whatever is wrong with others; nullopt where there is no site.
  std::optional<model::Library> sound_records();

  /// What reading found: in files, prose and rules. Errors in the last two leave the library as it
  /// is.
  const Diagnostics& problems() const { return *problems_; }

  /// Whether pages, replies and matches may be made from it.
  bool is_sound() const { return library_.has_value() && !problems_->has_errors(); }

  /// Everything that is wrong: problems(), what does not fit together on that day, what the public
  /// view would lack, what is wrong with the look: the project's own words and templates, and which
  /// pages cannot be published for their ids.
  void check(const model::Date& as_of, Diagnostics& problems);

  /// The look with these templates parsed, in the project's language; reports what is wrong with
  /// it. REQUIRES: library() is not null, or `site` is its own.
  std::optional<view::Theme> theme(std::vector<std::string> templates, Diagnostics& problems,
                                   const model::Site* site = nullptr) const;

  /// The site; nullptr where its look or its prose has errors, which are reported. Kept templates
  /// are parsed again only after a change to them. REQUIRES: is_sound().
  std::unique_ptr<Site> site(model::Audience audience, const model::Date& as_of,
                             Diagnostics& problems);

 private:
  /// The look of the site's pages, with what loading it found.
  struct Look {
    std::string language;
    std::optional<view::Theme> theme;
    Diagnostics problems;
  };

  void read();
  const Look& look();
  /// Reports the pages that a build would refuse for their paths. REQUIRES: is_sound().
  void check_paths(const model::Date& as_of, Diagnostics& problems);

  std::string folder_;
  std::unique_ptr<ProjectFiles> files_;
  Setting setting_;  ///< with files_ as its files
  load::Loader loader_;
  std::optional<model::Library> library_;
  std::unique_ptr<Diagnostics> problems_;
  std::unique_ptr<Look> look_;  ///< once asked for
};

/// The day that `as_of` names, YYYY-MM-DD, or today where it is empty; nullopt where there is no
/// such day.
std::optional<model::Date> day_of(const std::string& as_of, const Setting& setting);

}  // namespace huice::project
