// SPDX-License-Identifier: Apache-2.0
#pragma once

// Turns the Places that records keep back into Locations with their source line, by reading the
// data file again: only problems need that, so loading keeps no texts.

#include "base/files.h"
#include "model/library.h"

#include <map>
#include <string>

namespace huice::load {

class Locator {
 public:
  /// `files` are the library's file names as shown to users; `root` is put before them to read.
  Locator(const FileSystem& file_system, std::string root, const std::vector<std::string>& files)
      : file_system_(file_system), root_(std::move(root)), files_(files) {}

  /// The place, underlining `token` (and its quotes where it stands in quotes).
  Location at(const model::Place& place, std::string_view token = {});

 private:
  const std::string& text(std::uint32_t file);

  const FileSystem& file_system_;
  std::string root_;
  const std::vector<std::string>& files_;
  std::map<std::uint32_t, std::string> texts_;
};

}  // namespace huice::load
