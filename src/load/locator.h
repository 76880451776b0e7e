// SPDX-License-Identifier: Apache-2.0
#pragma once

// Turns the Places that records keep back into Locations with their source line, by reading the
// data file again: only problems need that, so loading keeps no texts. May be asked from many
// threads.

#include "base/files.h"
#include "model/library.h"

#include <map>
#include <mutex>
#include <string>
#include <vector>

namespace huice::load {

class Locator {
 public:
  /// `files` are the library's file names as shown to users; `root` is put before them to read.
  Locator(const FileSystem& file_system, std::string root, const std::vector<std::string>& files)
      : file_system_(file_system), root_(std::move(root)), files_(files) {}

  /// The place, underlining `token` (and its quotes where it stands in quotes).
  Location at(const model::Place& place, std::string_view token = {});

  /// Where `text` first stands in quotes from `place` on, and within the JSON object or list that
  /// begins there, if one does; `place` itself where it stands nowhere.
  model::Place find(const model::Place& place, std::string_view text);

  /// A span of a prose field's text, in bytes. Follows JSON escapes, so that the caret stands
  /// right in a string with \n in it; of a quoted CSV cell only the start is known.
  Location in_prose(const model::Place& prose, std::size_t offset, std::size_t bytes);

 private:
  struct Source {
    std::string text;                      ///< without a byte order mark
    std::vector<std::size_t> line_starts;  ///< so that a place in a long file is found at once
  };

  const Source& source(std::uint32_t file);
  static std::size_t offset_of(const model::Place& place, const Source& source);
  Location location(std::uint32_t file, std::size_t offset, std::size_t bytes);

  const FileSystem& file_system_;
  std::string root_;
  const std::vector<std::string>& files_;
  std::mutex mutex_;
  std::map<std::uint32_t, Source> sources_;
};

}  // namespace huice::load
