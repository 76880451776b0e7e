// SPDX-License-Identifier: Apache-2.0
#pragma once

// A FileSystem whose n-th call fails as a faulty disk does, whatever the call is. Calls of opened
// and begun files count, too. What fails has not happened; a create that fails may leave half.

#include "base/files.h"
#include "base/messages/files.h"
#include "base/system_reason.h"

#include <atomic>
#include <cerrno>
#include <memory>
#include <string>
#include <utility>

namespace huice::test {

class FailingFiles final : public FileSystem {
 public:
  /// `at`: which call fails, from 1 on; 0: none, they are counted alone. REQUIRES: files outlives
  /// this.
  FailingFiles(FileSystem& files, long at) : files_(files), at_(at) {}

  long calls() const { return calls_->load(); }
  bool failed() const { return at_ > 0 && calls() >= at_; }

  Result<std::string> read(const std::string& path, std::uint64_t limit) const override {
    if (fails()) return unreadable(path);
    return files_.read(path, limit);
  }
  Result<std::unique_ptr<OpenFile>> open(const std::string& path) const override {
    if (fails()) return unreadable(path);
    auto opened = files_.open(path);
    if (!opened) return opened;
    return std::unique_ptr<OpenFile>(
        std::make_unique<FailingOpenFile>(*this, path, std::move(opened).value()));
  }
  bool holds(const std::string& path, std::string_view bytes) const override {
    return !fails() && files_.holds(path, bytes);
  }
  Result<std::optional<FileInfo>> about(const std::string& path) const override {
    if (fails()) return unreadable(path);
    return files_.about(path);
  }
  bool same_file(const std::string& a, const std::string& b) const override {
    return !fails() && files_.same_file(a, b);
  }
  Result<std::vector<DirectoryEntry>> list(const std::string& directory) const override {
    if (fails()) return unreadable(directory);
    return files_.list(directory);
  }
  Result<std::string> resolve(const std::string& path) const override {
    if (fails()) return unreadable(path);
    return files_.resolve(path);
  }
  Result<std::string> canonical(const std::string& path) const override {
    if (fails()) return unreadable(path);
    return files_.canonical(path);
  }
  Result<void> create(const std::string& path, std::string_view bytes) override {
    if (fails()) return unwritable(path);
    return files_.create(path, bytes);
  }
  Result<std::unique_ptr<NewFile>> begin(const std::string& path) override {
    if (fails()) return unwritable(path);
    auto begun = files_.begin(path);
    if (!begun) return begun;
    return std::unique_ptr<NewFile>(
        std::make_unique<FailingNewFile>(*this, path, std::move(begun).value()));
  }
  Result<void> make_directories(const std::string& path) override {
    if (fails()) return unwritable(path);
    return files_.make_directories(path);
  }
  Result<void> link(const std::string& existing, const std::string& path) override {
    if (fails()) return unwritable(path);
    return files_.link(existing, path);
  }
  Result<void> rename(const std::string& from, const std::string& to) override {
    if (fails()) return unwritable(to);
    return files_.rename(from, to);
  }
  Result<void> remove(const std::string& path) override {
    if (fails()) return unwritable(path);
    return files_.remove(path);
  }
  Result<void> exchange(const std::string& a, const std::string& b) override {
    if (fails()) return unwritable(a);
    return files_.exchange(a, b);
  }
  Result<void> sync(const std::string& directory) override {
    if (fails()) return unwritable(directory);
    return files_.sync(directory);
  }
  Result<std::unique_ptr<FileLock>> lock(const std::string& path) override {
    if (fails()) return unwritable(path);
    return files_.lock(path);
  }

 private:
  class FailingOpenFile final : public OpenFile {
   public:
    FailingOpenFile(const FailingFiles& owner, std::string path, std::unique_ptr<OpenFile> file)
        : owner_(owner), path_(std::move(path)), file_(std::move(file)) {}
    std::uint64_t size() const override { return file_->size(); }
    Result<std::size_t> read_at(std::uint64_t offset, char* into, std::size_t size) const override {
      if (owner_.fails()) return unreadable(path_);
      return file_->read_at(offset, into, size);
    }

   private:
    const FailingFiles& owner_;
    std::string path_;
    std::unique_ptr<OpenFile> file_;
  };

  class FailingNewFile final : public NewFile {
   public:
    FailingNewFile(const FailingFiles& owner, std::string path, std::unique_ptr<NewFile> file)
        : owner_(owner), path_(std::move(path)), file_(std::move(file)) {}
    Result<void> append(std::string_view bytes) override {
      if (owner_.fails()) return unwritable(path_);
      return file_->append(bytes);
    }
    Result<std::string> machine_path() override { return file_->machine_path(); }
    Result<void> keep() override {
      if (owner_.fails()) return unwritable(path_);
      return file_->keep();
    }

   private:
    const FailingFiles& owner_;
    std::string path_;
    std::unique_ptr<NewFile> file_;
  };

  static Diagnostic unreadable(const std::string& path) {
    return problem(msg::file_unreadable{.reason = system_reason(EIO)}, Location::of_file(path));
  }
  static Diagnostic unwritable(const std::string& path) {
    return problem(msg::file_unwritable{.reason = system_reason(EIO)}, Location::of_file(path));
  }

  bool fails() const { return ++*calls_ == at_; }

  FileSystem& files_;
  long at_;
  std::unique_ptr<std::atomic<long>> calls_ = std::make_unique<std::atomic<long>>(0);
};

}  // namespace huice::test
