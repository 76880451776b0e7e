// SPDX-License-Identifier: Apache-2.0
//
// The streams of MemoryFileSystem. What a library writes under a name of its own goes through a
// file of the machine, which is taken over into memory by keep().

#include "base/files.h"
#include "base/memory_files.h"
#include "base/messages/files.h"
#include "base/system_reason.h"

#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <system_error>

namespace huice {
namespace {

class MemoryOpenFile final : public OpenFile {
 public:
  explicit MemoryOpenFile(std::string bytes) : bytes_(std::move(bytes)) {}

  std::uint64_t size() const override { return bytes_.size(); }
  Result<std::size_t> read_at(std::uint64_t offset, char* into, std::size_t size) const override {
    if (offset >= bytes_.size()) return std::size_t{0};
    const std::size_t count = std::min<std::size_t>(size, bytes_.size() - offset);
    std::memcpy(into, bytes_.data() + offset, count);
    return count;
  }

 private:
  std::string bytes_;
};

class MemoryNewFile final : public NewFile {
 public:
  MemoryNewFile(MemoryFileSystem& files, std::string path)
      : files_(files), path_(std::move(path)) {}
  ~MemoryNewFile() override {
    if (!machine_path_.empty()) ::unlink(machine_path_.c_str());
    // A machine that has stopped refuses this too, and the file stays, as after a kill.
    if (!kept_) static_cast<void>(files_.remove(path_));
  }
  MemoryNewFile(const MemoryNewFile&) = delete;
  MemoryNewFile& operator=(const MemoryNewFile&) = delete;

  Result<void> append(std::string_view bytes) override { return files_.append(path_, bytes); }

  Result<std::string> machine_path() override {
    if (!machine_path_.empty()) return machine_path_;
    const char* folder = std::getenv("TMPDIR");  // NOLINT(concurrency-mt-unsafe): nothing sets it
    std::string name = join_path(folder != nullptr ? folder : "/tmp", "huice-XXXXXX");
    const int descriptor = ::mkstemp(name.data());
    if (descriptor < 0) {
      return problem(msg::file_unwritable{.reason = system_reason(errno)},
                     Location::of_file(path_));
    }
    ::close(descriptor);
    machine_path_ = name;
    return name;
  }

  Result<void> keep() override {
    if (!machine_path_.empty()) {
      const Result<std::string> bytes = RealFileSystem().read(machine_path_);
      if (!bytes) return bytes.error();
      const Result<void> done = files_.append(path_, bytes.value());
      if (!done) return done;
    }
    kept_ = true;
    return {};
  }

 private:
  MemoryFileSystem& files_;
  std::string path_;
  std::string machine_path_;
  bool kept_ = false;
};

}  // namespace

Result<std::unique_ptr<OpenFile>> MemoryFileSystem::open(const std::string& path) const {
  Result<std::string> bytes = read(path);
  if (!bytes) return bytes.error();
  return std::unique_ptr<OpenFile>(std::make_unique<MemoryOpenFile>(std::move(bytes).value()));
}

Result<std::unique_ptr<NewFile>> MemoryFileSystem::begin(const std::string& path) {
  const Result<void> made = create(path, "");
  if (!made) return made.error();
  return std::unique_ptr<NewFile>(std::make_unique<MemoryNewFile>(*this, path));
}

}  // namespace huice
