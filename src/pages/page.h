// SPDX-License-Identifier: Apache-2.0
#pragma once

// A page as a value: what it is, where it goes, how it is made. Everything that
// lands in an output tree is one, documents, data files and stylesheets included, so that the
// publisher (publish/publish.h) needs to know nothing else.

#include "base/diagnostic.h"
#include "model/date.h"
#include "model/provenance.h"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace huice::view {
class Questions;
}

namespace huice::pages {

/// A page on the way to another, from the home page on.
struct Crumb {
  std::string title;
  std::string href;
};

/// What a page is, the same for all formats that it comes in: what its layout prints, and what
/// `huice facts`, feeds and redirects ask.
struct PageInfo {
  std::string kind;  ///< policy, unit, reply, booklet …; policies, units … for lists; home; asset
  std::string title;
  std::string description;
  std::vector<Crumb> crumbs{};
  /// The paths of its formats, this one's own included; the first is the HTML form where it has
  /// one. A chapter's Markdown form is its whole booklet's.
  std::vector<std::string> twins{};
  model::Audience audience = model::Audience::public_;  ///< of the record that it shows
  /// The day on which somebody last compared the record with its source; nullopt for lists, and
  /// where nobody noted it.
  std::optional<model::Date> reviewed_on{};
  /// Gives the place of the record that it shows; empty where it shows none. The scope that the
  /// page was made of must still be there.
  std::function<Location()> where{};
};

struct Page {
  /// In the output tree: relative, names joined by single '/', UTF-8. The publisher refuses paths
  /// that could leave the tree or that Windows cannot hold (publish/page_paths.h).
  std::string path;

  /// Shared by the formats of one page; never null.
  std::shared_ptr<const PageInfo> info;

  /// What render() calls.
  std::function<bool(std::string& out, Diagnostics& problems, view::Questions* questions)> make;

  /// Appends the page's bytes and returns true; or reports at least one error and returns false,
  /// the bytes then being of no use. May be called as often as wanted, from any thread and beside
  /// other pages and itself. The bytes depend on nothing but what the page was made from: no clock,
  /// no order of calls, no thread.
  ///
  /// Notes in `questions`, unless it is nullptr, everything that was asked for the page, with the
  /// hash of each answer: with equal answers, the same templates give the same bytes.
  bool render(std::string& out, Diagnostics& problems, view::Questions* questions = nullptr) const {
    return make(out, problems, questions);
  }
};

}  // namespace huice::pages
