// SPDX-License-Identifier: Apache-2.0
#pragma once

// The seam to the file system. Everything huice reads or writes goes through FileSystem, so that
// tests can run on MemoryFileSystem (memory_files.h) and stop a build after any write.
// Paths are UTF-8 with '/', absolute or relative to the working directory.

#include "base/result.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace huice {

enum class FileKind { file, directory, other };

struct FileInfo {
  FileKind kind = FileKind::file;
  std::uint64_t size = 0;  ///< bytes; 0 for directories
};

struct DirectoryEntry {
  std::string name;
  FileKind kind = FileKind::file;
};

/// Holds a lock until destroyed.
class FileLock {
 public:
  virtual ~FileLock() = default;
};

class FileSystem {
 public:
  virtual ~FileSystem() = default;

  /// The file's bytes. Errors: file_not_found, file_unreadable, file_too_large (above `limit`).
  virtual Result<std::string> read(const std::string& path,
                                   std::uint64_t limit = kDefaultReadLimit) const = 0;

  /// Kind and size, following symbolic links; nullopt where nothing is there.
  virtual std::optional<FileInfo> info(const std::string& path) const = 0;

  /// The directory's entries in byte order of their names, without "." and "..".
  /// Errors: file_not_found, file_unreadable.
  virtual Result<std::vector<DirectoryEntry>> list(const std::string& directory) const = 0;

  /// Creates a file that must not exist yet. Errors: file_unwritable (also where it exists).
  virtual Result<void> create(const std::string& path, std::string_view bytes) = 0;

  /// Creates the directory and its missing parents; done already is no error.
  virtual Result<void> make_directories(const std::string& path) = 0;

  /// Gives the file `existing` a second name. Errors: file_unwritable.
  virtual Result<void> link(const std::string& existing, const std::string& path) = 0;

  /// Moves a file or directory; a file at `to` is replaced in the same step.
  virtual Result<void> rename(const std::string& from, const std::string& to) = 0;

  /// Removes one name (a file or an empty directory); nothing there is no error.
  virtual Result<void> remove(const std::string& path) = 0;

  /// Exchanges two directories in one step that no reader can see half-way. Errors:
  /// exchange_unsupported where the file system cannot, file_unwritable.
  virtual Result<void> exchange(const std::string& a, const std::string& b) = 0;

  /// Takes a lock that other processes see. Errors: locked (someone else holds it).
  virtual Result<std::unique_ptr<FileLock>> lock(const std::string& path) = 0;

  static constexpr std::uint64_t kDefaultReadLimit = std::uint64_t{256} << 20U;
};

/// The machine's file system, through Boost.Filesystem and POSIX.
class RealFileSystem final : public FileSystem {
 public:
  Result<std::string> read(const std::string& path, std::uint64_t limit) const override;
  std::optional<FileInfo> info(const std::string& path) const override;
  Result<std::vector<DirectoryEntry>> list(const std::string& directory) const override;
  Result<void> create(const std::string& path, std::string_view bytes) override;
  Result<void> make_directories(const std::string& path) override;
  Result<void> link(const std::string& existing, const std::string& path) override;
  Result<void> rename(const std::string& from, const std::string& to) override;
  Result<void> remove(const std::string& path) override;
  Result<void> exchange(const std::string& a, const std::string& b) override;
  Result<std::unique_ptr<FileLock>> lock(const std::string& path) override;
};

/// "a/b" from "a" and "b"; an empty directory gives the name alone.
std::string join_path(std::string_view directory, std::string_view name);

}  // namespace huice
