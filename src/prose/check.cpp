// SPDX-License-Identifier: Apache-2.0
#include "prose/check.h"

#include "base/ascii.h"
#include "base/messages/prose.h"
#include "base/spelling.h"
#include "markdown/heading_ids.h"
#include "markdown/line_index.h"
#include "markup/address.h"
#include "model/annexes.h"
#include "model/walk.h"
#include "prose/prose.h"

#include <algorithm>
#include <map>
#include <vector>

namespace huice::prose {
namespace {

using markdown::Kind;
using markdown::Node;

std::string lower_name_of(std::string_view path) {
  return ascii::lower(path.substr(path.rfind('/') + 1));
}

/// The files that links may lead to.
class Targets {
 public:
  explicit Targets(const PublishedPaths& published) : published_(published) {
    for (const std::string& path : published) by_name_[lower_name_of(path)].push_back(&path);
  }

  bool contains(std::string_view address) const {
    const std::string_view path = address.substr(0, address.find_first_of("?#"));
    return published_.contains(markup::percent_decoded(path));
  }

  /// The file that an address may mean: the one of the same name in another folder, else the
  /// nearest in spelling. Empty where none is near.
  std::string meant_by(std::string_view address) {
    const std::string wanted = markup::percent_decoded(address);
    const auto named = by_name_.find(lower_name_of(wanted));
    if (named != by_name_.end() && named->second.size() == 1) return *named->second.front();
    return speller_.nearest(wanted, [this] {
      return std::vector<std::string_view>(published_.begin(), published_.end());
    });
  }

 private:
  const PublishedPaths& published_;
  std::map<std::string, std::vector<const std::string*>> by_name_;
  Speller speller_;
};

/// The links of one text.
class Links {
  struct Paragraph {
    std::size_t from = 0;
    std::size_t end = 0;
  };

 public:
  Links(const ReadProse& read, Targets& targets, const Locate& locate, Diagnostics& problems)
      : read_(read),
        lines_(read.source.text()),
        slugs_(markdown::heading_slugs(read.document)),
        targets_(targets),
        locate_(locate),
        problems_(problems) {}

  void check() {
    for (markdown::NodeId id = 0; id < read_.document.size(); ++id) {
      const Node& node = read_.document.node(id);
      if (node.kind == Kind::link || node.kind == Kind::image) check(node);
    }
  }

 private:
  void check(const Node& node) {
    const std::string_view address = read_.document.url(node);
    if (markup::has_scheme(address)) return;
    const Location where = place(node, address);
    if (node.kind == Kind::link && address.starts_with('#')) {
      check_anchor(address, where);
    } else if (!targets_.contains(address)) {
      report(msg::link_leads_nowhere{.address = address}, where, targets_.meant_by(address));
    }
  }

  void check_anchor(std::string_view address, const Location& where) {
    const std::string slug = markup::percent_decoded(address.substr(1));
    if (slug.empty() || slugs_.contains(slug)) return;
    std::string near = speller_.nearest(slug, [this] {
      std::vector<std::string_view> known;
      for (const auto& [name, heading] : slugs_) known.emplace_back(name);
      return known;
    });
    report(msg::no_such_heading{.anchor = slug}, where, std::move(near));
  }

  /// The address itself, searched for from the line of its link on, each one once: within nested
  /// blocks cmark's columns may be off.
  Location place(const Node& node, std::string_view address) {
    const std::string_view text = read_.source.text();
    const std::size_t line = lines_.offset({node.where.line, 1});
    const std::size_t from = std::max(line, done_);
    if (from < paragraph_.from || from >= paragraph_.end) {
      paragraph_ = {from, std::min(text.find("\n\n", from), text.size())};
    }
    const std::size_t at = text.substr(0, paragraph_.end).find(address, from);
    if (address.empty() || at == std::string_view::npos)
      return located(lines_.offset(node.where), 1);
    done_ = at + address.size();
    return located(at, address.size());
  }

  Location located(std::size_t offset, std::size_t bytes) const {
    return locate_(read_.source.original(offset), bytes);
  }

  void report(Message message, const Location& where, std::string suggestion) {
    Diagnostic found = problem(std::move(message), where);
    found.suggestion = std::move(suggestion);
    problems_.add(std::move(found));
  }

  const ReadProse& read_;
  markdown::LineIndex lines_;
  markdown::Slugs slugs_;
  Targets& targets_;
  Speller speller_;  ///< of its headings
  const Locate& locate_;
  Diagnostics& problems_;
  std::size_t done_ = 0;  ///< the end of the last address that was found
  Paragraph paragraph_;   ///< in which one was last looked for
};

}  // namespace

void check_all(const model::Library& library, model::Locator& locator, Diagnostics& problems,
               const PublishedPaths& published) {
  CitedIds ids(library);
  Targets targets(published);
  model::each_prose(library.records(), [&](const model::ProseField& field) {
    const Locate locate = [&](std::size_t offset, std::size_t bytes) {
      return locator.in_prose(field.prose->place, offset, bytes);
    };
    const ReadProse read = read_with_source(*field.prose, ids, locate, problems);
    Links(read, targets, locate, problems).check();
  });
}

void check_all(const model::Library& library, model::Locator& locator, Diagnostics& problems) {
  check_all(library, locator, problems, published_files(library));
}

PublishedPaths published_files(const model::Library& library) {
  PublishedPaths paths;
  model::each_annex(library.records(),
                    [&paths](const model::Annex& annex, const std::string& /*owner*/) {
                      if (!annex.file.empty()) paths.insert(model::path_in_site(annex));
                    });
  return paths;
}

}  // namespace huice::prose
