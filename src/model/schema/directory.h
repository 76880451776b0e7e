// SPDX-License-Identifier: Apache-2.0
#pragma once

// What the records of a library are called: the way from a name to ids, and from a misspelt id to
// the nearest right one.

#include "base/spelling.h"
#include "model/library.h"
#include "model/schema/shape.h"

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace huice::model {

/// Answers about one library. The names of a kind are put in order where they are first asked for,
/// so that many questions cost little more than one. Of one thread.
class Directory {
 public:
  /// How many ids of one name are given: a message names some of them, nobody reads thousands.
  static constexpr std::size_t kMostNamed = 20;

  explicit Directory(Library library) : library_(std::move(library)) {}

  /// The ids of the records of this kind that are called so, in their order and kMostNamed at most:
  /// by their name now, or where none is, by a former name, another name or a document number. Of
  /// facts and parts of policies, what the id is made of may be names:
  /// R&D经费投入强度@鄂尔多斯市/2024, 鄂府发〔2022〕103号/2.3. A `document` is never found, since
  /// free text is one too.
  std::vector<std::string> ids_named(RefKind kind, std::string_view name);

  /// The nearest of the ids and names that a reference of this kind may have, or empty: "did you
  /// mean".
  std::string nearest(RefKind kind, std::string_view id);

 private:
  struct Ids {
    std::vector<std::string> now;
    std::vector<std::string> otherwise;  ///< by other names than that of now
  };
  struct Names {
    std::vector<std::string> all;
    std::unordered_map<std::string, Ids> ids;  ///< by name
  };

  const Names& names(RefKind kind);
  std::vector<std::string> part_ids(RefKind kind, std::string_view part);
  std::vector<std::string> observations_named(std::string_view name);
  std::vector<std::string> parts_named(RefKind kind, std::string_view name);

  Library library_;
  std::map<RefKind, Names> names_;
  std::map<RefKind, std::vector<std::string>> known_;  ///< ids and names
  std::map<RefKind, Speller> spellers_;
};

}  // namespace huice::model
