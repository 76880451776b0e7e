// SPDX-License-Identifier: Apache-2.0
#pragma once

// What rendering reads. Scope is one build; PageScope is one page of it, which knows how deep it
// lies in the tree, in which format it is written, and where its problems go.

#include "markdown/citation.h"
#include "markdown/heading_ids.h"
#include "markup/format.h"
#include "model/locator.h"
#include "template/engine.h"
#include "view/reader.h"
#include "view/words.h"

#include <map>
#include <string>
#include <string_view>
#include <utility>

namespace huice::view {

/// REQUIRES: everything it points to outlives it and does not change.
struct Scope {
  Reader reader;       ///< notes nothing
  const Words& words;  ///< `t` in templates
  const tmpl::Environment& templates;
  model::Locator& locator;
  model::Date as_of;
  std::string version;
  std::string project{};  ///< the folder that holds data/, where annexes are read from
};

enum class Citations {
  resolved,  ///< as what they cite
  kept,      ///< as `fact:` links, for a text that is read again
};

struct PageScope {
  const Scope& scope;
  markup::Format format;
  std::string root;  ///< "", "../", "../../": from the page to the tree's root
  Diagnostics& problems;
  Citations citations = Citations::resolved;
  Questions* questions = nullptr;  ///< where what the page asks is noted; nullptr: nowhere
  /// The id of the policy or proposal whose page it is: a figure taken from that very document is
  /// not linked, since the link would only lead back to it. Empty: it is the page of none.
  std::string document{};
  /// Prose fields already written for this page: templates ask whether there is one, then print it.
  mutable std::map<std::pair<const model::Prose*, int>, tmpl::Value> written{};
  mutable markdown::HeadingIds heading_ids{};  ///< of all that is written for this page

  Reader reader() const { return scope.reader.noting(questions); }
  const Words& words() const { return scope.words; }

  /// Notes what a record answered. REQUIRES: questions is not nullptr.
  void note(const Subject& subject, std::string_view key, const tmpl::Value& answer) const;
};

/// "../" for each folder in a page's path.
std::string root_of(std::string_view path);

}  // namespace huice::view
