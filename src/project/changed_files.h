// SPDX-License-Identifier: Apache-2.0
#pragma once

// A file system as it would be if some of its files had other bytes: what is read of it is checked
// before anything is written.

#include "base/files.h"

#include <map>
#include <memory>
#include <string>
#include <utility>

namespace huice::project {

class ChangedFiles final : public FileSystem {
 public:
  /// By path, as it will be asked for. REQUIRES: files outlives this.
  ChangedFiles(FileSystem& files, std::map<std::string, std::string> changed)
      : files_(files), changed_(std::move(changed)) {}

  Result<std::string> read(const std::string& path, std::uint64_t limit) const override;
  Result<std::unique_ptr<OpenFile>> open(const std::string& path) const override {
    return files_.open(path);
  }
  bool holds(const std::string& path, std::string_view bytes) const override;
  Result<std::optional<FileInfo>> about(const std::string& path) const override {
    return files_.about(path);
  }
  bool same_file(const std::string& a, const std::string& b) const override {
    return files_.same_file(a, b);
  }
  Result<std::vector<DirectoryEntry>> list(const std::string& directory) const override {
    return files_.list(directory);
  }
  Result<std::string> resolve(const std::string& path) const override {
    return files_.resolve(path);
  }
  Result<std::string> canonical(const std::string& path) const override {
    return files_.canonical(path);
  }

  // Nothing is written through it.
  Result<void> create(const std::string& path, std::string_view bytes) override;
  Result<std::unique_ptr<NewFile>> begin(const std::string& path) override;
  Result<void> make_directories(const std::string& path) override;
  Result<void> link(const std::string& existing, const std::string& path) override;
  Result<void> rename(const std::string& from, const std::string& to) override;
  Result<void> remove(const std::string& path) override;
  Result<void> exchange(const std::string& a, const std::string& b) override;
  Result<void> sync(const std::string& directory) override;
  Result<std::unique_ptr<FileLock>> lock(const std::string& path) override;

 private:
  FileSystem& files_;
  std::map<std::string, std::string> changed_;
};

}  // namespace huice::project
