// SPDX-License-Identifier: Apache-2.0
#pragma once

// A FileSystem that lives in memory, for tests: it counts what is done to it, can die after any
// write, and can lack what some file systems lack. Hard links share one content, as on a disk;
// there are no symbolic links. "/a" and "a" are one path.

#include "base/files.h"

#include <map>
#include <mutex>

namespace huice {

class MemoryFileSystem final : public FileSystem {
 public:
  /// How often each operation was asked for, successful or not.
  struct Counts {
    std::size_t reads = 0;  ///< read() and holds()
    std::size_t lists = 0;
    std::size_t creates = 0;
    std::size_t directories = 0;
    std::size_t links = 0;
    std::size_t renames = 0;
    std::size_t removes = 0;
    std::size_t exchanges = 0;
    std::size_t syncs = 0;
    std::uint64_t bytes_created = 0;
  };

  MemoryFileSystem();
  ~MemoryFileSystem() override;
  MemoryFileSystem(const MemoryFileSystem&) = delete;
  MemoryFileSystem& operator=(const MemoryFileSystem&) = delete;

  /// Writes or overwrites a file, its directories included; neither counted nor refused.
  /// REQUIRES: no part of the path is a file.
  void put(const std::string& path, std::string_view bytes);

  /// Every file below `directory` with its content, by path relative to it; empty
  /// directories stand there as "name/" with no content.
  std::map<std::string, std::string> snapshot(const std::string& directory) const;

  /// How many names the file at `path` has; 0 where there is none.
  std::size_t link_count(const std::string& path) const;

  Counts counts() const;

  /// Operations since the last call that change something: create, make_directories, link, rename,
  /// remove, exchange.
  std::size_t changes() const;

  /// Lets `count` more changing operations pass and makes every later one fail, as if the machine
  /// had stopped: nothing after it happens. A create that is the first to fail leaves half of its
  /// bytes, as a kill in the middle of a write does. Also sets changes() to 0.
  void fail_after(std::size_t count);

  /// Ends what fail_after() began.
  void recover();

  void support_exchange(bool supported);
  void support_links(bool supported);

  /// Makes read() of this file fail, as missing permissions do.
  void make_unreadable(const std::string& path);

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
  /// Adds to a file that is there; one changing operation. Errors: file_unwritable.
  Result<void> append(const std::string& path, std::string_view bytes);
  Result<void> make_directories(const std::string& path) override;
  Result<void> link(const std::string& existing, const std::string& path) override;
  Result<void> rename(const std::string& from, const std::string& to) override;
  Result<void> remove(const std::string& path) override;
  Result<void> exchange(const std::string& a, const std::string& b) override;
  Result<void> sync(const std::string& directory) override;
  Result<std::unique_ptr<FileLock>> lock(const std::string& path) override;

 private:
  struct State;  // shared with the locks, which may outlive the file system
  std::shared_ptr<State> state_;
};

}  // namespace huice
