// SPDX-License-Identifier: Apache-2.0
//
// RealFileSystem. Boost.Filesystem does the work on names (directories, links, renames); POSIX
// moves the bytes and lists folders, because a build opens tens of thousands of files and each
// extra system call or copy shows. Boost's exceptions end here: every call takes an error_code.

#include "base/files.h"
#include "base/messages/files.h"
#include "base/system_reason.h"

#include <boost/filesystem/operations.hpp>
#include <dirent.h>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <system_error>

namespace huice {
namespace {

namespace fs = boost::filesystem;
using boost::system::error_code;

Diagnostic failure(Code code, const std::string& path, int error) {
  return problem(Message::of(code, {{"reason", system_reason(error)}}), Location::of_file(path));
}

Diagnostic read_failure(const std::string& path, int error) {
  if (error == ENOENT) return problem(msg::file_not_found{}, Location::of_file(path));
  return failure(msg::file_unreadable::code, path, error);
}

Result<void> written(const std::string& path, const error_code& error) {
  if (error) return failure(msg::file_unwritable::code, path, error.value());
  return {};
}

class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  ~Descriptor() { close(); }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;

  int number() const { return number_; }
  bool is_open() const { return number_ >= 0; }

  /// Gives the number away; the caller closes it.
  int release() { return std::exchange(number_, -1); }

  /// False where the disk reports an earlier write's failure only now (NFS, quotas).
  bool close() {
    const int number = std::exchange(number_, -1);
    // EINTR on Linux: the descriptor is gone all the same.
    return number < 0 || ::close(number) == 0 || errno == EINTR;
  }

 private:
  int number_;
};

Descriptor open_file(const std::string& path, int flags) {
  int number = -1;
  do {
    number = ::open(path.c_str(), flags | O_CLOEXEC, 0666);
  } while (number < 0 && errno == EINTR);
  return Descriptor(number);
}

// O_NONBLOCK: opening a pipe that nobody writes to would wait for ever.
Descriptor open_for_reading(const std::string& path) {
  return open_file(path, O_RDONLY | O_NONBLOCK | O_NOCTTY);
}

// Bytes read, 0 at the end, -1 with errno.
ssize_t read_some(int descriptor, char* into, std::size_t size) {
  ssize_t count = -1;
  do {
    count = ::read(descriptor, into, size);
  } while (count < 0 && errno == EINTR);
  return count;
}

bool write_all(int descriptor, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t count = ::write(descriptor, bytes.data(), bytes.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(count));
  }
  return true;
}

// A pipe or device that is written to cannot be synced, and need not be.
bool synced(int descriptor) {
  int done = -1;
  do {
    done = ::fsync(descriptor);
  } while (done != 0 && errno == EINTR);
  return done == 0 || errno == EINVAL || errno == ENOTSUP || errno == EROFS;
}

FileKind kind_of(mode_t mode) {
  if (S_ISREG(mode)) return FileKind::file;
  return S_ISDIR(mode) ? FileKind::directory : FileKind::other;
}

struct CloseDirectory {
  void operator()(DIR* directory) const { ::closedir(directory); }
};

// Most file systems give the kind with the name, which saves asking for each of thousands of files.
// (Boost 1.74 throws that away, since it wants the permissions too.)
Result<DirectoryEntry> described(const std::string& directory, std::string_view name,
                                 unsigned char type) {
  if (type == DT_REG) return DirectoryEntry{std::string(name), FileKind::file, false};
  if (type == DT_DIR) return DirectoryEntry{std::string(name), FileKind::directory, false};
  const std::string path = join_path(directory, name);
  struct stat about {};
  // Gone since it was listed: of no kind.
  if (::lstat(path.c_str(), &about) != 0 && errno != ENOENT) return read_failure(path, errno);
  const bool is_link = S_ISLNK(about.st_mode);
  const bool there = ::stat(path.c_str(), &about) == 0;
  // A link to nothing, around a circle or to where nobody may look is `other`; a failing disk is
  // none of that.
  if (!there && (errno == EIO || errno == ENOMEM)) return read_failure(path, errno);
  return DirectoryEntry{std::string(name), there ? kind_of(about.st_mode) : FileKind::other,
                        is_link};
}

Diagnostic too_large(const std::string& path, std::uint64_t limit) {
  return problem(msg::file_too_large{.limit = limit >> 20U}, Location::of_file(path));
}

class DescriptorLock final : public FileLock {
 public:
  explicit DescriptorLock(int descriptor) : descriptor_(descriptor) {}

 private:
  Descriptor descriptor_;  // closing it gives up the lock
};

class RealOpenFile final : public OpenFile {
 public:
  RealOpenFile(int descriptor, std::string path, std::uint64_t size)
      : descriptor_(descriptor), path_(std::move(path)), size_(size) {}

  std::uint64_t size() const override { return size_; }
  Result<std::size_t> read_at(std::uint64_t offset, char* into, std::size_t size) const override {
    std::size_t used = 0;
    while (used < size) {
      const ssize_t count = ::pread(descriptor_.number(), into + used, size - used,
                                    static_cast<off_t>(offset + used));
      if (count < 0 && errno == EINTR) continue;
      if (count < 0) return read_failure(path_, errno);
      if (count == 0) break;
      used += static_cast<std::size_t>(count);
    }
    return used;
  }

 private:
  Descriptor descriptor_;
  std::string path_;
  std::uint64_t size_;
};

class RealNewFile final : public NewFile {
 public:
  RealNewFile(int descriptor, std::string path) : file_(descriptor), path_(std::move(path)) {}
  ~RealNewFile() override {
    if (!kept_) ::unlink(path_.c_str());
  }
  RealNewFile(const RealNewFile&) = delete;
  RealNewFile& operator=(const RealNewFile&) = delete;

  Result<void> append(std::string_view bytes) override {
    if (write_all(file_.number(), bytes)) return {};
    return failure(msg::file_unwritable::code, path_, errno);
  }
  Result<std::string> machine_path() override { return path_; }
  Result<void> keep() override {
    // What replaces another file has to last before it does: else a power cut leaves neither.
    // Others may have written it, by its name; syncing is of the file, not of who wrote.
    if (!synced(file_.number()) || !file_.close())
      return failure(msg::file_unwritable::code, path_, errno);
    kept_ = true;
    return {};
  }

 private:
  Descriptor file_;
  std::string path_;
  bool kept_ = false;
};

}  // namespace

Result<std::string> RealFileSystem::read(const std::string& path, std::uint64_t limit) const {
  const Descriptor file = open_for_reading(path);
  if (!file.is_open()) return read_failure(path, errno);
  struct stat about {};
  if (::fstat(file.number(), &about) != 0) return read_failure(path, errno);
  if (S_ISDIR(about.st_mode)) return read_failure(path, EISDIR);
  if (!S_ISREG(about.st_mode)) return problem(msg::file_not_regular{}, Location::of_file(path));
  const auto expected = static_cast<std::uint64_t>(about.st_size);
  if (expected > limit) return too_large(path, limit);
  // One byte more than expected: the last read then meets the end of the file, or shows that the
  // file grows (as those of /proc, which claim to be empty, do).
  std::string out(expected + 1, '\0');
  std::size_t used = 0;
  while (true) {
    const ssize_t count = read_some(file.number(), out.data() + used, out.size() - used);
    if (count < 0) return read_failure(path, errno);
    if (count == 0) break;
    used += static_cast<std::size_t>(count);
    if (used > limit) return too_large(path, limit);
    if (used == out.size()) out.resize(2 * out.size() + 4096);
  }
  out.resize(used);
  return out;
}

Result<std::unique_ptr<OpenFile>> RealFileSystem::open(const std::string& path) const {
  const int number = open_file(path, O_RDONLY | O_NONBLOCK | O_NOCTTY).release();
  if (number < 0) return read_failure(path, errno);
  struct stat about {};
  const bool known = ::fstat(number, &about) == 0;
  const int error = known ? EISDIR : errno;
  auto file =
      std::make_unique<RealOpenFile>(number, path, static_cast<std::uint64_t>(about.st_size));
  if (!known || S_ISDIR(about.st_mode)) return read_failure(path, error);
  if (!S_ISREG(about.st_mode)) return problem(msg::file_not_regular{}, Location::of_file(path));
  return std::unique_ptr<OpenFile>(std::move(file));
}

bool RealFileSystem::holds(const std::string& path, std::string_view bytes) const {
  const Descriptor file = open_for_reading(path);
  struct stat about {};
  if (!file.is_open() || ::fstat(file.number(), &about) != 0 || !S_ISREG(about.st_mode) ||
      static_cast<std::uint64_t>(about.st_size) != bytes.size()) {
    return false;
  }
  // Clearing 64 KiB for each of tens of thousands of files would cost as much as reading them.
  // NOLINTNEXTLINE(cppcoreguidelines-pro-type-member-init): only what read() filled is looked at
  std::array<char, std::size_t{64} * 1024> buffer;
  while (!bytes.empty()) {
    const ssize_t count =
        read_some(file.number(), buffer.data(), std::min(buffer.size(), bytes.size()));
    if (count <= 0) return false;
    const auto size = static_cast<std::size_t>(count);
    if (std::memcmp(buffer.data(), bytes.data(), size) != 0) return false;
    bytes.remove_prefix(size);
  }
  return true;
}

Result<std::optional<FileInfo>> RealFileSystem::about(const std::string& path) const {
  struct stat about {};
  if (::stat(path.c_str(), &about) != 0) {
    // A name that no file can have is that of none.
    if (errno == ENOENT || errno == ENOTDIR || errno == ENAMETOOLONG) {
      return std::optional<FileInfo>();
    }
    return read_failure(path, errno);
  }
  const FileKind kind = kind_of(about.st_mode);
  return std::optional(
      FileInfo{kind, kind == FileKind::file ? static_cast<std::uint64_t>(about.st_size) : 0});
}

bool RealFileSystem::same_file(const std::string& a, const std::string& b) const {
  error_code error;
  return fs::equivalent(a, b, error) && !error;
}

Result<std::vector<DirectoryEntry>> RealFileSystem::list(const std::string& directory) const {
  const std::unique_ptr<DIR, CloseDirectory> opened(::opendir(directory.c_str()));
  if (!opened) return read_failure(directory, errno);
  std::vector<DirectoryEntry> out;
  errno = 0;
  // NOLINTNEXTLINE(concurrency-mt-unsafe): safe while no other thread has the DIR (POSIX.1-2024)
  while (const dirent* entry = ::readdir(opened.get())) {
    const std::string_view name = static_cast<const char*>(entry->d_name);
    if (name != "." && name != "..") {
      Result<DirectoryEntry> one = described(directory, name, entry->d_type);
      if (!one) return one.error();
      out.push_back(std::move(one).value());
    }
    errno = 0;
  }
  if (errno != 0) return read_failure(directory, errno);
  std::sort(out.begin(), out.end(),
            [](const DirectoryEntry& a, const DirectoryEntry& b) { return a.name < b.name; });
  return out;
}

Result<std::string> RealFileSystem::resolve(const std::string& path) const {
  error_code error;
  const fs::file_type type = fs::symlink_status(path, error).type();
  if (type == fs::status_error) return read_failure(path, error.value());
  if (type != fs::symlink_file) return path;
  return canonical(path);
}

// Not Boost's: that compares paths in functions which are noexcept and ask for memory.
Result<std::string> RealFileSystem::canonical(const std::string& path) const {
  struct Free {
    // NOLINTNEXTLINE(cppcoreguidelines-no-malloc): realpath's memory is malloc's
    void operator()(char* text) const { std::free(text); }
  };
  const std::unique_ptr<char, Free> target(::realpath(path.c_str(), nullptr));
  if (target == nullptr) return read_failure(path, errno);
  return std::string(target.get());
}

Result<void> RealFileSystem::create(const std::string& path, std::string_view bytes) {
  Descriptor file = open_file(path, O_WRONLY | O_CREAT | O_EXCL);
  if (!file.is_open()) return failure(msg::file_unwritable::code, path, errno);
  if (write_all(file.number(), bytes) && file.close()) return {};
  const int error = errno;
  ::unlink(path.c_str());
  return failure(msg::file_unwritable::code, path, error);
}

Result<std::unique_ptr<NewFile>> RealFileSystem::begin(const std::string& path) {
  const int number = open_file(path, O_WRONLY | O_CREAT | O_EXCL).release();
  if (number < 0) return failure(msg::file_unwritable::code, path, errno);
  return std::unique_ptr<NewFile>(std::make_unique<RealNewFile>(number, path));
}

Result<void> RealFileSystem::make_directories(const std::string& path) {
  error_code error;
  fs::create_directories(path, error);
  return written(path, error);
}

Result<void> RealFileSystem::link(const std::string& existing, const std::string& path) {
  error_code error;
  fs::create_hard_link(existing, path, error);
  return written(path, error);
}

Result<void> RealFileSystem::rename(const std::string& from, const std::string& to) {
  error_code error;
  fs::rename(from, to, error);
  return written(to, error);
}

Result<void> RealFileSystem::remove(const std::string& path) {
  error_code error;
  fs::remove(path, error);
  return written(path, error);
}

Result<void> RealFileSystem::exchange(const std::string& a, const std::string& b) {
  // Linux' RENAME_EXCHANGE, spelt out: <linux/fs.h> brings macros nobody wants. Not every C
  // library wraps the call.
  constexpr unsigned kRenameExchange = 2;
  const long done =
      ::syscall(SYS_renameat2, AT_FDCWD, a.c_str(), AT_FDCWD, b.c_str(), kRenameExchange);
  if (done == 0) return {};
  if (errno == ENOSYS || errno == EINVAL || errno == ENOTSUP) {
    return problem(msg::exchange_unsupported{}, Location::of_file(a));
  }
  return failure(msg::file_unwritable::code, a, errno);
}

Result<void> RealFileSystem::sync(const std::string& directory) {
  const Descriptor opened = open_file(directory, O_RDONLY | O_DIRECTORY);
  int done = -1;
  do {
    done = opened.is_open() ? ::syncfs(opened.number()) : -1;
  } while (done != 0 && opened.is_open() && errno == EINTR);
  if (done == 0) return {};
  return failure(msg::file_unwritable::code, directory, errno);
}

Result<std::unique_ptr<FileLock>> RealFileSystem::lock(const std::string& path) {
  const int descriptor = open_file(path, O_RDWR | O_CREAT | O_NOFOLLOW).release();
  if (descriptor < 0) return failure(msg::file_unwritable::code, path, errno);
  auto held = std::make_unique<DescriptorLock>(descriptor);
  int done = -1;
  do {
    done = ::flock(descriptor, LOCK_EX | LOCK_NB);
  } while (done != 0 && errno == EINTR);
  if (done == 0) return std::unique_ptr<FileLock>(std::move(held));
  if (errno == EWOULDBLOCK) return problem(msg::locked{}, Location::of_file(path));
  return failure(msg::file_unwritable::code, path, errno);
}

}  // namespace huice
