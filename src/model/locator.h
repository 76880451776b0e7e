// SPDX-License-Identifier: Apache-2.0
#pragma once

// Turns the Places that records keep back into Locations with a part of their line, by reading the
// data file again: only problems need that, so loading keeps no texts, and of the texts read here
// only the last few are kept. May be asked from many threads.

#include "base/files.h"
#include "model/library.h"

#include <cstdint>
#include <list>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace huice::model {

class Locator {
 public:
  /// `files` are the library's file names as shown to users; `root` is put before them to read.
  /// REQUIRES: both references outlive the locator.
  Locator(const FileSystem& file_system, std::string root, const std::vector<std::string>& files)
      : file_system_(file_system), root_(std::move(root)), files_(files) {}

  /// The place, underlining `token` (and its quotes where it is in quotes).
  Location at(const Place& place, std::string_view token = {});

  /// Where `text` is first in quotes from `place` on, and within the JSON object or list that
  /// begins there, if one does; `place` itself where it is nowhere.
  Place find(const Place& place, std::string_view text);

  /// A span, in bytes, of the JSON that a field holds as it is written; of a quoted CSV cell only
  /// the start is known.
  Location in_json(const Place& json, std::size_t offset, std::size_t bytes);

  /// A span of a prose field's text, in bytes. Follows JSON escapes, so that the caret is put
  /// right in a string with \n in it; of a quoted CSV cell only the start is known.
  Location in_prose(const Place& prose, std::size_t offset, std::size_t bytes);

 private:
  struct Source {
    std::uint32_t file = 0;
    std::string bytes;
    SourceText text;
    Source(std::uint32_t number, std::string name, std::string read)
        : file(number), bytes(std::move(read)), text(std::move(name), bytes) {}
  };
  using SourcePtr = std::shared_ptr<const Source>;

  /// How far a prose field in JSON was followed; the next question mostly goes on from there.
  struct Followed {
    std::uint32_t file = 0;
    std::size_t start = 0;  ///< of the field's value
    std::size_t at = 0;     ///< a byte of the file
    std::size_t read = 0;   ///< the byte of the field's text that it gives
  };

  /// The texts in quotes of an object or list in JSON, or of what follows a place that begins none,
  /// as far as it was read.
  struct Quoted {
    SourcePtr source;
    std::size_t start = 0;
    std::size_t at = 0;    ///< the next byte to read
    std::size_t open = 0;  ///< brackets; where the last one is closed, or one that is not, it ends
    bool is_closed = false;
    std::unordered_map<std::string_view, std::size_t> places;  ///< where each is first
  };

  bool is_known(const Place& place) const { return place.file != 0 && place.file < files_.size(); }
  bool is_json(const Place& place) const { return files_[place.file].ends_with(".json"); }
  SourcePtr source(std::uint32_t file);
  std::pair<std::size_t, std::size_t> written_span(const Source& source, std::size_t start,
                                                   std::size_t offset, std::size_t bytes);

  std::size_t find_in_json(const SourcePtr& source, std::size_t start, std::string_view text);

  static constexpr std::size_t kKept = 8;

  const FileSystem& file_system_;
  std::string root_;
  const std::vector<std::string>& files_;
  std::mutex mutex_;
  std::list<SourcePtr> sources_;  ///< the last used first
  Followed followed_;
  std::vector<Quoted> quoted_;  ///< the last begun first
};

}  // namespace huice::model
