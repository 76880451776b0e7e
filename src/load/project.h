// SPDX-License-Identifier: Apache-2.0
#pragma once

// data/ -> Library. Strict: one bad value and there is no Library, but every problem is reported.

#include "base/files.h"
#include "model/library.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace huice::load {

struct LoadOptions {
  std::string project = ".";        ///< the folder that holds data/
  int threads = 0;                  ///< 0: as many as there are processors
  std::uint64_t largest_file = 64;  ///< MiB; larger data files are refused
};

/// Reads the data files of a project, each once until it is forgotten, so that a change to one of
/// ten thousand files costs one file. What is read is kept whatever is wrong with it.
class Loader {
 public:
  /// REQUIRES: files outlives the loader.
  Loader(const FileSystem& files, LoadOptions options);
  Loader(Loader&& other) noexcept;
  Loader& operator=(Loader&& other) noexcept;
  ~Loader();

  /// Reads every record below project/data that is not known yet. Returns nothing where there was
  /// an error; warnings do not stop it. Locations name files as "data/policies/x.json". Same input,
  /// same diagnostics, whatever the number of threads and whatever was read before.
  std::optional<model::Library> load(Diagnostics& problems);

  /// Lets go of what was read from the files and folders `changed`, paths below the project's
  /// folder, whether they were added, changed or removed; an empty path is the folder itself.
  void forget(const std::vector<std::string>& changed);

  /// The records in which `found`, what load() reported, has no error, whatever is wrong with
  /// others; references to those lead nowhere. nullopt where there is no site.
  std::optional<model::Library> sound_records(const Diagnostics& found);

 private:
  struct Kept;
  std::unique_ptr<Kept> kept_;
};

/// Reads a project once.
std::optional<model::Library> load_project(const FileSystem& files, const LoadOptions& options,
                                           Diagnostics& problems);

}  // namespace huice::load
