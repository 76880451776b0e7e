// SPDX-License-Identifier: Apache-2.0
#pragma once

// Where the files of the look are: in the project's folder, else in huice's own share folder, so
// that an office replaces the look file by file.

#include "base/files.h"
#include "template/engine.h"

#include <map>
#include <string>

namespace huice::view {

class Look {
 public:
  /// `share` may be the same folder as `project`. REQUIRES: the file system outlives the Look and
  /// its loaders.
  Look(const FileSystem& files, std::string project, std::string share)
      : files_(&files), project_(std::move(project)), share_(std::move(share)) {}

  const FileSystem& files() const { return *files_; }
  const std::string& project() const { return project_; }
  const std::string& share() const { return share_; }

  /// The path of a file like "templates/x" in the project or in share; empty where neither has it,
  /// and for a name that leads out of them.
  std::string find(const std::string& name) const;

  /// Whether there is any look at all: where there is none, naming each missing file helps nobody.
  bool has_templates() const;

  /// Every file below folder `name` of either root, by its path below the folder; the project's
  /// wins. No names that begin with a dot, and no links to a folder around them.
  std::map<std::string, std::string> all(const std::string& name) const;

  /// Finds templates by their names below templates/. Holds a copy of what it needs of the Look.
  tmpl::Loader template_loader() const;

 private:
  void collect(const std::string& folder, const std::string& prefix,
               std::map<std::string, std::string>& found) const;

  bool may_follow(const std::string& link, const std::string& folder) const;

  const FileSystem* files_;
  std::string project_;
  std::string share_;
};

}  // namespace huice::view
