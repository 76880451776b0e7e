// SPDX-License-Identifier: Apache-2.0
#pragma once

// A file that takes another's place only once it is whole.

#include "base/files.h"

#include <memory>
#include <string>
#include <string_view>

namespace huice::formats {

/// Grows as a hidden file beside the target, ".NAME.1.part", and is removed unless finish() is
/// called. A killed process leaves it; the next one takes the next number.
class TargetFile {
 public:
  ~TargetFile();
  TargetFile(const TargetFile&) = delete;
  TargetFile& operator=(const TargetFile&) = delete;

  /// A symbolic link at `path` stays, and what it leads to is replaced. Errors: file_unwritable,
  /// also where something other than a file is there.
  static Result<std::unique_ptr<TargetFile>> begin(FileSystem& files, const std::string& path);

  /// Bytes are gathered; a failure to write may show at a later call. Errors: file_unwritable.
  Result<void> append(std::string_view bytes);

  /// See NewFile.
  Result<std::string> machine_path() { return file_->machine_path(); }

  /// All that was appended is on the disk, beside the target; nothing can be appended any more.
  /// Several files that belong together are kept one after the other before the first is finished.
  /// Errors: file_unwritable.
  Result<void> keep();

  /// keep(), unless that was done, and takes the target's place. Errors: file_unwritable.
  Result<void> finish();

  const std::string& path() const { return path_; }

 private:
  TargetFile(FileSystem& files, std::string path) : files_(files), path_(std::move(path)) {}
  Result<void> flush();

  FileSystem& files_;
  std::string path_;
  std::string part_path_;
  std::unique_ptr<NewFile> file_;
  std::string gathered_;
  bool is_kept_ = false;
};

}  // namespace huice::formats
