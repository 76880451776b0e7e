// SPDX-License-Identifier: Apache-2.0
#pragma once

// The seam to the file system. Everything huice reads or writes goes through FileSystem, so that
// tests can run on MemoryFileSystem (memory_files.h) and stop a build after any write.
// Paths are UTF-8 with '/', absolute or relative to the working directory.

#include "base/file_streams.h"
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
  FileKind kind = FileKind::file;  ///< of what a symbolic link leads to; `other` where to nothing
  bool is_link = false;            ///< the name is a symbolic link
};

/// Holds a lock until destroyed.
class FileLock {
 public:
  FileLock() = default;
  virtual ~FileLock() = default;
  FileLock(const FileLock&) = delete;
  FileLock& operator=(const FileLock&) = delete;
};

/// Every function may be called from any number of threads at once.
class FileSystem {
 public:
  static constexpr std::uint64_t kDefaultReadLimit = std::uint64_t{256} << 20U;

  FileSystem() = default;
  virtual ~FileSystem() = default;
  FileSystem(const FileSystem&) = delete;
  FileSystem& operator=(const FileSystem&) = delete;

  /// The file's bytes. Errors: file_not_found, file_unreadable, file_not_regular (a pipe or device
  /// is never waited for), file_too_large (above `limit` bytes).
  virtual Result<std::string> read(const std::string& path,
                                   std::uint64_t limit = kDefaultReadLimit) const = 0;

  /// Opens a file to be read piece by piece. Errors: as read().
  virtual Result<std::unique_ptr<OpenFile>> open(const std::string& path) const = 0;

  /// Whether the file at `path` holds exactly `bytes`; false where it is missing or unreadable.
  virtual bool holds(const std::string& path, std::string_view bytes) const = 0;

  /// Kind and size, following symbolic links; nullopt where nothing is there, or a link to nothing.
  /// Errors: file_unreadable, where that cannot be known.
  virtual Result<std::optional<FileInfo>> about(const std::string& path) const = 0;

  /// The same, for who takes a file that cannot be asked about for one that is not there.
  std::optional<FileInfo> info(const std::string& path) const;

  /// Whether two names lead to one file, so that their contents cannot differ; false where either
  /// is missing.
  virtual bool same_file(const std::string& a, const std::string& b) const = 0;

  /// The directory's entries in byte order of their names, without "." and "..".
  /// Errors: file_not_found, file_unreadable.
  virtual Result<std::vector<DirectoryEntry>> list(const std::string& directory) const = 0;

  /// Where `path` leads if its last name is a symbolic link, else `path` as it is.
  /// Errors: file_not_found (a dangling link), file_unreadable (a loop).
  virtual Result<std::string> resolve(const std::string& path) const = 0;

  /// The absolute path without any symbolic link in it. Errors: as resolve().
  virtual Result<std::string> canonical(const std::string& path) const = 0;

  /// Creates a file that must not exist yet. Errors: file_unwritable (also where it exists). The
  /// part written before a failure is removed again; a killed process leaves it.
  virtual Result<void> create(const std::string& path, std::string_view bytes) = 0;

  /// Begins a file that must not exist yet and grows piece by piece. Errors: file_unwritable (also
  /// where it exists).
  virtual Result<std::unique_ptr<NewFile>> begin(const std::string& path) = 0;

  /// Creates the directory and its missing parents; done already is no error.
  /// Errors: file_unwritable.
  virtual Result<void> make_directories(const std::string& path) = 0;

  /// Gives the file `existing` a second name, which must not exist yet. Errors: file_unwritable,
  /// also where the file system has no hard links.
  virtual Result<void> link(const std::string& existing, const std::string& path) = 0;

  /// Moves a file or directory; a file at `to` is replaced in the same step.
  /// Errors: file_unwritable.
  virtual Result<void> rename(const std::string& from, const std::string& to) = 0;

  /// Removes one name (a file, a symbolic link itself, or an empty directory); nothing there is no
  /// error. Errors: file_unwritable.
  virtual Result<void> remove(const std::string& path) = 0;

  /// Exchanges two directories in one step that no reader can see half-way. Errors:
  /// exchange_unsupported where the file system cannot, file_unwritable.
  virtual Result<void> exchange(const std::string& a, const std::string& b) = 0;

  /// Returns when everything written so far to the file system of `directory` would survive a
  /// power cut. Errors: file_unwritable, for earlier writes that the disk refused late too.
  virtual Result<void> sync(const std::string& directory) = 0;

  /// Takes a lock that other processes see, creating the file `path` where it is missing; a killed
  /// process gives it up. Errors: locked (someone else holds it), file_unwritable.
  virtual Result<std::unique_ptr<FileLock>> lock(const std::string& path) = 0;
};

/// The machine's file system, through Boost.Filesystem and POSIX.
class RealFileSystem final : public FileSystem {
 public:
  Result<std::string> read(const std::string& path,
                           std::uint64_t limit = kDefaultReadLimit) const override;
  Result<std::unique_ptr<OpenFile>> open(const std::string& path) const override;
  bool holds(const std::string& path, std::string_view bytes) const override;
  Result<std::optional<FileInfo>> about(const std::string& path) const override;
  bool same_file(const std::string& a, const std::string& b) const override;
  Result<std::vector<DirectoryEntry>> list(const std::string& directory) const override;
  Result<std::string> resolve(const std::string& path) const override;
  Result<std::string> canonical(const std::string& path) const override;
  Result<void> create(const std::string& path, std::string_view bytes) override;
  Result<std::unique_ptr<NewFile>> begin(const std::string& path) override;
  Result<void> make_directories(const std::string& path) override;
  Result<void> link(const std::string& existing, const std::string& path) override;
  Result<void> rename(const std::string& from, const std::string& to) override;
  Result<void> remove(const std::string& path) override;
  Result<void> exchange(const std::string& a, const std::string& b) override;
  Result<void> sync(const std::string& directory) override;
  Result<std::unique_ptr<FileLock>> lock(const std::string& path) override;
};

/// "a/b" from "a" and "b"; an empty directory gives the name alone.
std::string join_path(std::string_view directory, std::string_view name);

/// Whether a path is that of the folder or of what is in it; both are written alike.
bool is_below(std::string_view path, std::string_view folder);

}  // namespace huice
