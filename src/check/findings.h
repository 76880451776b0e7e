// SPDX-License-Identifier: Apache-2.0
#pragma once

// Collects findings. Rules say what they found and where; places become Locations and
// the project's own severities are put in once all rules have run, so that a rule that finds
// nothing costs no file access.

#include "model/locator.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

namespace huice::check {

/// A place to put the caret at.
struct Spot {
  model::Place place;
  std::string quoted{};   ///< not empty: where this text is in quotes, from `place` on
  std::string key{};      ///< not empty: `quoted` is looked for after this key
  bool in_prose = false;  ///< `place` is a prose field's; offset and bytes count in its Markdown
  std::size_t offset = 0;
  std::size_t bytes = 1;

  static Spot at(const model::Place& place) { return {place, {}, {}, false, 0, 1}; }
  static Spot text(const model::Place& from, std::string quoted, std::string key = {}) {
    return {from, std::move(quoted), std::move(key), false, 0, 1};
  }
  static Spot prose(const model::Prose& prose, std::size_t offset, std::size_t bytes) {
    return {prose.place, {}, {}, true, offset, bytes};
  }
};

/// The other side of a finding: "the other text" and where that is.
struct Other {
  Argument says;
  Spot where;
};

class Findings {
 public:
  /// REQUIRES: both outlive the findings.
  Findings(const model::Library& library, model::Locator& locator)
      : library_(library), locator_(locator) {}

  /// Of one text, and of one line of a data file, the first twenty of a code are kept: each holds
  /// a copy of its line, and a file may be a single one.
  /// `suggestion`: the nearest right spelling; empty where there is none.
  void add(Message message, const Spot& where, std::optional<Other> other = {},
           std::string suggestion = {});

  /// What another layer found.
  void add(Diagnostic found) { found_.push_back(std::move(found)); }

  /// Counts one record of a group; `faulty` where it has what the code says. finish() makes one
  /// finding of each group with a faulty record: how many are `faulty`, of `all`, the `first` one's
  /// name, and the group's key as `folder`. A group's key is a file or folder.
  void count(Code code, const std::string& group, bool faulty, const model::Place& place,
             const std::string& name);

  /// count() in the file that `place` is in.
  void count_in_file(Code code, bool faulty, const model::Place& place, const std::string& name);

  /// Moves everything found to `problems`. A setting that names no finding is reported itself.
  void finish(Diagnostics& problems);

 private:
  struct Group {
    std::size_t faulty = 0;
    std::size_t all = 0;
    model::Place first;
    std::string name;
  };

  Location locate(const Spot& spot);
  void emit(Diagnostic found, Diagnostics& problems) const;
  void check_settings(Diagnostics& problems);

  const model::Library& library_;
  model::Locator& locator_;
  std::vector<Diagnostic> found_;
  std::map<std::tuple<Code, std::uint32_t, std::uint32_t>, std::size_t> of_a_line_;
  std::map<std::pair<Code, std::string>, Group> groups_;
};

}  // namespace huice::check
