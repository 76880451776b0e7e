// SPDX-License-Identifier: Apache-2.0
//
// A library to be preloaded (LD_PRELOAD): it makes the n-th call of the system, or the n-th
// allocation, of a program fail. tests/scripts/faults.py says which and looks at what comes of it.
//
//   FAULT_ROOTS  folders separated by ':'; calls on paths and open files below them are counted,
//                and those on standard output
//   FAULT_AT     which of the counted calls fails, from 1 on; 0: none, they are counted alone
//   FAULT_KIND   eio        the call fails with EIO
//                eintr      a call that a signal may interrupt fails with EINTR
//                short      a read or write does half of what was asked
//                nospace    a call that makes or writes something fails with ENOSPC
//                memory     an allocation gives nothing; counted from the first counted call on
//   FAULT_REPORT a file to which "counted fired" is written at the end
//   FAULT_PLACES a file to which the numbers are written, one a line, of those allocations that are
//                the first from their place: what called for them, and what called that …
#include <dirent.h>
#include <dlfcn.h>
#include <execinfo.h>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <cerrno>
#include <cstdarg>
#include <cstdio>
#include <cstdlib>
#include <cstring>

namespace {

enum class Kind { eio, eintr, short_count, nospace, memory };
/// What a call does, by which kinds of fault pick.
enum class Does { looks, reads, writes, makes, waits };

std::array<std::atomic<bool>, 65536> tracked{};  // open files below the roots
std::atomic<long> counted{0};
std::atomic<bool> fired{false};
std::atomic<bool> has_begun{false};
thread_local bool inside = false;  // of this library: not to be counted

struct Plan {
  const char* roots = std::getenv("FAULT_ROOTS");
  long at = 0;
  Kind kind = Kind::eio;

  Plan() {
    if (const char* text = std::getenv("FAULT_AT")) at = std::atol(text);
    const char* name = std::getenv("FAULT_KIND");
    if (name == nullptr) return;
    if (std::strcmp(name, "eintr") == 0) kind = Kind::eintr;
    if (std::strcmp(name, "short") == 0) kind = Kind::short_count;
    if (std::strcmp(name, "nospace") == 0) kind = Kind::nospace;
    if (std::strcmp(name, "memory") == 0) kind = Kind::memory;
  }
};

/// The allocations that come from a place of their own, in one thread.
class Places {
 public:
  static constexpr int kCallers = 10;

  bool are_asked_for() const { return file_ != nullptr; }

  void look_at(long number) {
    std::array<void*, kCallers> callers{};
    const int count = ::backtrace(callers.data(), kCallers);
    std::size_t hash = 14695981039346656037U;  // FNV-1a
    for (int i = 0; i < count; ++i) {
      std::size_t address = 0;
      std::memcpy(&address, &callers.at(static_cast<std::size_t>(i)), sizeof address);
      hash = (hash ^ address) * 1099511628211U;
    }
    if (hash == 0) hash = 1;
    for (std::size_t at = hash;; ++at) {
      std::size_t& slot = seen_.at(at % seen_.size());
      if (slot == hash || used_ + 1 == seen_.size()) return;
      if (slot != 0) continue;
      slot = hash;
      numbers_.at(used_++) = number;
      return;
    }
  }

  void write() const {
    std::FILE* const out = std::fopen(file_, "w");
    for (std::size_t i = 0; i < used_; ++i) std::fprintf(out, "%ld\n", numbers_.at(i));
    std::fclose(out);
  }

 private:
  const char* file_ = std::getenv("FAULT_PLACES");
  std::array<std::size_t, 1U << 17U> seen_{};
  std::array<long, 1U << 17U> numbers_{};
  std::size_t used_ = 0;
};

Places& places() {
  static Places all;
  return all;
}

const Plan& plan() {
  static const Plan made;
  return made;
}

template <class Function>
Function* real(const char* name) {
  void* found = ::dlsym(RTLD_NEXT, name);
  Function* function = nullptr;
  std::memcpy(&function, &found, sizeof function);
  return function;
}

#define REAL(name) static auto* const next = real<decltype(::name)>(#name)

bool is_below_roots(const char* path) {
  const char* root = plan().roots;
  if (root == nullptr || path == nullptr) return false;
  while (*root != '\0') {
    const char* end = std::strchr(root, ':');
    const std::size_t length =
        end == nullptr ? std::strlen(root) : static_cast<std::size_t>(end - root);
    if (length > 0 && std::strncmp(path, root, length) == 0) return true;
    root += length + (end == nullptr ? 0U : 1U);
  }
  return false;
}

bool is_tracked(int file) {
  if (file == STDOUT_FILENO) return true;
  return file > STDERR_FILENO && file < static_cast<int>(tracked.size()) &&
         tracked.at(static_cast<std::size_t>(file));
}

int track(int file, bool wanted) {
  if (file > STDERR_FILENO && file < static_cast<int>(tracked.size())) {
    tracked.at(static_cast<std::size_t>(file)) = wanted;
  }
  return file;
}

bool is_picked(Does what, std::size_t size) {
  switch (plan().kind) {
    case Kind::eio:
      return true;
    case Kind::eintr:
      return what == Does::reads || what == Does::writes || what == Does::waits;
    case Kind::short_count:
      return size > 1 && (what == Does::reads || what == Does::writes);
    case Kind::nospace:
      return what == Does::writes || what == Does::makes;
    case Kind::memory:
      return false;
  }
  return false;
}

/// Counts a call; true where it is the one to fail, with errno set.
bool fails(Does what, std::size_t size = 0) {
  has_begun = true;
  if (inside || !is_picked(what, size) || ++counted != plan().at) return false;
  fired = true;
  errno = plan().kind == Kind::eintr ? EINTR : plan().kind == Kind::nospace ? ENOSPC : EIO;
  return true;
}

bool is_short() {
  return plan().kind == Kind::short_count;
}

/// Whether this allocation is the one that fails.
bool lacks_memory() {
  if (inside || plan().kind != Kind::memory || !has_begun) return false;
  ++counted;
  if (places().are_asked_for()) {
    inside = true;
    places().look_at(counted);
    inside = false;
  }
  if (counted != plan().at) return false;
  fired = true;
  errno = ENOMEM;
  return true;
}

__attribute__((destructor)) void report() {
  const char* path = std::getenv("FAULT_REPORT");
  if (path == nullptr) return;
  inside = true;
  if (places().are_asked_for()) places().write();
  std::array<char, 64> text{};
  const int size =
      std::snprintf(text.data(), text.size(), "%ld %d\n", counted.load(), fired.load() ? 1 : 0);
  const int file = ::open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
  if (file >= 0 && size > 0) {
    static_cast<void>(!::write(file, text.data(), static_cast<std::size_t>(size)));
  }
}

/// Opens with `open_it` and keeps in mind whether the file counts.
template <class Open>
int opened(const char* path, int flags, const Open& open_it) {
  if (!is_below_roots(path)) return track(open_it(), false);
  if (fails((flags & O_CREAT) != 0 ? Does::makes : Does::waits)) return -1;
  return track(open_it(), true);
}

mode_t mode_of(int flags, va_list& arguments) {
  return (flags & O_CREAT) != 0 ? va_arg(arguments, mode_t) : 0;
}

}  // namespace

extern "C" {

int open(const char* path, int flags, ...) {
  REAL(open);
  va_list arguments;
  va_start(arguments, flags);
  const mode_t mode = mode_of(flags, arguments);
  va_end(arguments);
  return opened(path, flags, [&] { return next(path, flags, mode); });
}

int open64(const char* path, int flags, ...) {
  REAL(open64);
  va_list arguments;
  va_start(arguments, flags);
  const mode_t mode = mode_of(flags, arguments);
  va_end(arguments);
  return opened(path, flags, [&] { return next(path, flags, mode); });
}

DIR* opendir(const char* path) {
  REAL(opendir);
  const bool counts = is_below_roots(path);
  if (counts && fails(Does::looks)) return nullptr;
  DIR* directory = next(path);
  if (directory != nullptr) track(::dirfd(directory), counts);
  return directory;
}

dirent* readdir(DIR* directory) {
  REAL(readdir);
  if (is_tracked(::dirfd(directory)) && fails(Does::looks)) return nullptr;
  return next(directory);
}

dirent64* readdir64(DIR* directory) {
  REAL(readdir64);
  if (is_tracked(::dirfd(directory)) && fails(Does::looks)) return nullptr;
  return next(directory);
}

ssize_t read(int file, void* into, size_t size) {
  REAL(read);
  if (!is_tracked(file) || !fails(Does::reads, size)) return next(file, into, size);
  return is_short() ? next(file, into, size / 2) : -1;
}

ssize_t pread(int file, void* into, size_t size, off_t offset) {
  REAL(pread);
  if (!is_tracked(file) || !fails(Does::reads, size)) return next(file, into, size, offset);
  return is_short() ? next(file, into, size / 2, offset) : -1;
}

ssize_t pread64(int file, void* into, size_t size, off64_t offset) {
  REAL(pread64);
  if (!is_tracked(file) || !fails(Does::reads, size)) return next(file, into, size, offset);
  return is_short() ? next(file, into, size / 2, offset) : -1;
}

ssize_t write(int file, const void* bytes, size_t size) {
  REAL(write);
  if (!is_tracked(file) || !fails(Does::writes, size)) return next(file, bytes, size);
  return is_short() ? next(file, bytes, size / 2) : -1;
}

ssize_t writev(int file, const iovec* parts, int count) {
  REAL(writev);
  if (is_tracked(file) && fails(Does::writes)) return -1;
  return next(file, parts, count);
}

int close(int file) {
  REAL(close);
  const bool failing = is_tracked(file) && file > STDERR_FILENO && fails(Does::writes);
  const int error = errno;
  track(file, false);
  const int done = next(file);
  if (failing) errno = error;
  return failing ? -1 : done;
}

int closedir(DIR* directory) {
  REAL(closedir);
  track(::dirfd(directory), false);
  return next(directory);
}

int fsync(int file) {
  REAL(fsync);
  return is_tracked(file) && fails(Does::writes) ? -1 : next(file);
}

int fdatasync(int file) {
  REAL(fdatasync);
  return is_tracked(file) && fails(Does::writes) ? -1 : next(file);
}

int syncfs(int file) noexcept {
  REAL(syncfs);
  // Syncing a whole disk hundreds of times would be most of a test's time.
  if (is_tracked(file)) return fails(Does::writes) ? -1 : 0;
  return next(file);
}

int flock(int file, int operation) noexcept {
  REAL(flock);
  return is_tracked(file) && fails(Does::waits) ? -1 : next(file, operation);
}

int stat(const char* path, struct stat* about) noexcept {
  REAL(stat);
  return is_below_roots(path) && fails(Does::looks) ? -1 : next(path, about);
}

int stat64(const char* path, struct stat64* about) noexcept {
  REAL(stat64);
  return is_below_roots(path) && fails(Does::looks) ? -1 : next(path, about);
}

int lstat(const char* path, struct stat* about) noexcept {
  REAL(lstat);
  return is_below_roots(path) && fails(Does::looks) ? -1 : next(path, about);
}

int lstat64(const char* path, struct stat64* about) noexcept {
  REAL(lstat64);
  return is_below_roots(path) && fails(Does::looks) ? -1 : next(path, about);
}

int fstat(int file, struct stat* about) noexcept {
  REAL(fstat);
  return file > STDERR_FILENO && is_tracked(file) && fails(Does::looks) ? -1 : next(file, about);
}

int fstat64(int file, struct stat64* about) noexcept {
  REAL(fstat64);
  return file > STDERR_FILENO && is_tracked(file) && fails(Does::looks) ? -1 : next(file, about);
}

ssize_t readlink(const char* path, char* into, size_t size) noexcept {
  REAL(readlink);
  return is_below_roots(path) && fails(Does::looks) ? -1 : next(path, into, size);
}

char* realpath(const char* path, char* into) noexcept {
  REAL(realpath);
  return is_below_roots(path) && fails(Does::looks) ? nullptr : next(path, into);
}

int rename(const char* from, const char* to) noexcept {
  REAL(rename);
  return is_below_roots(from) && fails(Does::makes) ? -1 : next(from, to);
}

int link(const char* from, const char* to) noexcept {
  REAL(link);
  return is_below_roots(to) && fails(Does::makes) ? -1 : next(from, to);
}

int unlink(const char* path) noexcept {
  REAL(unlink);
  return is_below_roots(path) && fails(Does::makes) ? -1 : next(path);
}

int rmdir(const char* path) noexcept {
  REAL(rmdir);
  return is_below_roots(path) && fails(Does::makes) ? -1 : next(path);
}

int mkdir(const char* path, mode_t mode) noexcept {
  REAL(mkdir);
  return is_below_roots(path) && fails(Does::makes) ? -1 : next(path, mode);
}

// Folders are exchanged by this call alone.
long syscall(long number, ...) noexcept {
  REAL(syscall);
  va_list arguments;
  va_start(arguments, number);
  std::array<long, 6> given{};
  for (long& one : given) one = va_arg(arguments, long);
  va_end(arguments);
  if (number == SYS_renameat2) {
    const char* path = nullptr;
    std::memcpy(&path, &given[1], sizeof path);
    if (is_below_roots(path) && fails(Does::makes)) return -1;
  }
  return next(number, given[0], given[1], given[2], given[3], given[4], given[5]);
}

// glibc's own names for what is put aside here.
void* __libc_malloc(size_t size);
void* __libc_calloc(size_t count, size_t size);
void* __libc_realloc(void* memory, size_t size);
void* __libc_memalign(size_t alignment, size_t size);

void* malloc(size_t size) {
  return lacks_memory() ? nullptr : __libc_malloc(size);
}

void* calloc(size_t count, size_t size) {
  return lacks_memory() ? nullptr : __libc_calloc(count, size);
}

void* realloc(void* memory, size_t size) {
  return lacks_memory() ? nullptr : __libc_realloc(memory, size);
}

void* aligned_alloc(size_t alignment, size_t size) {
  return lacks_memory() ? nullptr : __libc_memalign(alignment, size);
}

int posix_memalign(void** into, size_t alignment, size_t size) {
  if (lacks_memory()) return ENOMEM;
  *into = __libc_memalign(alignment, size);
  return *into == nullptr ? ENOMEM : 0;
}

}  // extern "C"
