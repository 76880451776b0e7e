// SPDX-License-Identifier: Apache-2.0
//
// MemoryFileSystem: a tree of nodes with one lock. A file's content is a shared Inode, so that
// hard links, link counts and "the same file" work as on a disk. Every operation that changes
// something asks State::may_change() first; that is where the simulated crash happens.

#include "base/memory_files.h"

#include "base/messages/files.h"
#include "base/system_reason.h"

#include <cerrno>
#include <functional>
#include <limits>
#include <set>
#include <system_error>

namespace huice {
namespace {

struct Inode {
  std::string bytes;
  std::size_t names = 0;
  bool readable = true;
};

struct Node {
  std::shared_ptr<Inode> file;  // null: a directory
  std::map<std::string, Node> entries;

  bool is_directory() const { return file == nullptr; }
};

std::vector<std::string> names_of(std::string_view path) {
  std::vector<std::string> out;
  while (!path.empty()) {
    const std::size_t slash = path.find('/');
    const std::string_view name = path.substr(0, slash);
    if (!name.empty() && name != ".") out.emplace_back(name);
    path = slash == std::string_view::npos ? "" : path.substr(slash + 1);
  }
  return out;
}

Diagnostic failure(Code code, const std::string& path, int error) {
  return problem(Message::of(code, {{"reason", system_reason(error)}}), Location::of_file(path));
}

Diagnostic unwritable(const std::string& path, int error) {
  return failure(msg::file_unwritable::code, path, error);
}

Diagnostic missing(const std::string& path) {
  return problem(msg::file_not_found{}, Location::of_file(path));
}

void collect(const Node& directory, const std::string& prefix,
             std::map<std::string, std::string>& out) {
  for (const auto& [name, node] : directory.entries) {
    if (node.is_directory()) {
      collect(node, prefix + name + "/", out);
    } else {
      out.emplace(prefix + name, node.file->bytes);
    }
  }
  if (directory.entries.empty() && !prefix.empty()) out.emplace(prefix, "");
}

constexpr std::size_t kNever = std::numeric_limits<std::size_t>::max();

}  // namespace

struct MemoryFileSystem::State {
  mutable std::mutex mutex;
  Node root;
  Counts counts;
  std::size_t changes = 0;
  std::size_t last_change = kNever;
  bool stopped = false;
  bool exchange_supported = true;
  bool links_supported = true;
  std::set<std::string> locks;

  Node* find(std::string_view path) {
    Node* node = &root;
    for (const std::string& name : names_of(path)) {
      const auto entry = node->entries.find(name);
      if (entry == node->entries.end()) return nullptr;
      node = &entry->second;
    }
    return node;
  }

  Inode* find_file(std::string_view path) {
    const Node* node = find(path);
    return node == nullptr ? nullptr : node->file.get();
  }

  // The directory that holds, or would hold, the last name of `path`; null where there is none.
  std::pair<Node*, std::string> parent(std::string_view path) {
    const std::vector<std::string> names = names_of(path);
    if (names.empty()) return {nullptr, {}};
    Node* node = &root;
    for (std::size_t i = 0; i + 1 < names.size(); ++i) {
      const auto entry = node->entries.find(names[i]);
      if (entry == node->entries.end() || !entry->second.is_directory()) return {nullptr, {}};
      node = &entry->second;
    }
    return {node, names.back()};
  }

  bool may_change() {
    if (changes < last_change) {
      ++changes;
      return true;
    }
    stopped = true;
    return false;
  }

  // Makes a directory and its parents; false where a file is in the way.
  bool make(std::string_view path) {
    Node* node = &root;
    for (const std::string& name : names_of(path)) {
      if (!node->is_directory()) return false;
      node = &node->entries[name];
    }
    return node->is_directory();
  }

  static void erase(Node& directory, const std::string& name) {
    const auto entry = directory.entries.find(name);
    if (!entry->second.is_directory()) --entry->second.file->names;
    directory.entries.erase(entry);
  }

  static Node file_node(std::string_view bytes) {
    Node node;
    node.file = std::make_shared<Inode>();
    node.file->bytes = std::string(bytes);
    node.file->names = 1;
    return node;
  }
};

namespace {

class MemoryLock final : public FileLock {
 public:
  explicit MemoryLock(std::function<void()> release) : release_(std::move(release)) {}
  ~MemoryLock() override { release_(); }
  MemoryLock(const MemoryLock&) = delete;
  MemoryLock& operator=(const MemoryLock&) = delete;

 private:
  std::function<void()> release_;
};

}  // namespace

MemoryFileSystem::MemoryFileSystem() : state_(std::make_shared<State>()) {}
MemoryFileSystem::~MemoryFileSystem() = default;

void MemoryFileSystem::put(const std::string& path, std::string_view bytes) {
  const std::lock_guard<std::mutex> guard(state_->mutex);
  const std::size_t slash = path.rfind('/');
  if (slash != std::string::npos) state_->make(path.substr(0, slash));
  const auto [directory, name] = state_->parent(path);
  if (directory->entries.contains(name)) State::erase(*directory, name);
  directory->entries[name] = State::file_node(bytes);
}

std::map<std::string, std::string> MemoryFileSystem::snapshot(const std::string& directory) const {
  const std::lock_guard<std::mutex> guard(state_->mutex);
  std::map<std::string, std::string> out;
  const Node* node = state_->find(directory);
  if (node != nullptr && node->is_directory()) collect(*node, "", out);
  return out;
}

std::size_t MemoryFileSystem::link_count(const std::string& path) const {
  const std::lock_guard<std::mutex> guard(state_->mutex);
  const Inode* file = state_->find_file(path);
  return file == nullptr ? 0 : file->names;
}

MemoryFileSystem::Counts MemoryFileSystem::counts() const {
  const std::lock_guard<std::mutex> guard(state_->mutex);
  return state_->counts;
}

std::size_t MemoryFileSystem::changes() const {
  const std::lock_guard<std::mutex> guard(state_->mutex);
  return state_->changes;
}

void MemoryFileSystem::fail_after(std::size_t count) {
  const std::lock_guard<std::mutex> guard(state_->mutex);
  state_->changes = 0;
  state_->last_change = count;
  state_->stopped = false;
}

void MemoryFileSystem::recover() {
  fail_after(kNever);
}

void MemoryFileSystem::support_exchange(bool supported) {
  const std::lock_guard<std::mutex> guard(state_->mutex);
  state_->exchange_supported = supported;
}

void MemoryFileSystem::support_links(bool supported) {
  const std::lock_guard<std::mutex> guard(state_->mutex);
  state_->links_supported = supported;
}

void MemoryFileSystem::make_unreadable(const std::string& path) {
  const std::lock_guard<std::mutex> guard(state_->mutex);
  if (Inode* file = state_->find_file(path)) file->readable = false;
}

Result<std::string> MemoryFileSystem::read(const std::string& path, std::uint64_t limit) const {
  const std::lock_guard<std::mutex> guard(state_->mutex);
  ++state_->counts.reads;
  const Node* node = state_->find(path);
  if (node == nullptr) return missing(path);
  if (node->is_directory()) return failure(msg::file_unreadable::code, path, EISDIR);
  if (!node->file->readable) return failure(msg::file_unreadable::code, path, EACCES);
  if (node->file->bytes.size() > limit) {
    return problem(msg::file_too_large{.limit = limit >> 20U}, Location::of_file(path));
  }
  return node->file->bytes;
}

bool MemoryFileSystem::holds(const std::string& path, std::string_view bytes) const {
  const std::lock_guard<std::mutex> guard(state_->mutex);
  ++state_->counts.reads;
  const Inode* file = state_->find_file(path);
  return file != nullptr && file->readable && file->bytes == bytes;
}

Result<std::optional<FileInfo>> MemoryFileSystem::about(const std::string& path) const {
  const std::lock_guard<std::mutex> guard(state_->mutex);
  const Node* node = state_->find(path);
  if (node == nullptr) return std::optional<FileInfo>();
  if (node->is_directory()) return std::optional(FileInfo{FileKind::directory, 0});
  return std::optional(FileInfo{FileKind::file, node->file->bytes.size()});
}

bool MemoryFileSystem::same_file(const std::string& a, const std::string& b) const {
  const std::lock_guard<std::mutex> guard(state_->mutex);
  const Inode* first = state_->find_file(a);
  return first != nullptr && first == state_->find_file(b);
}

Result<std::vector<DirectoryEntry>> MemoryFileSystem::list(const std::string& directory) const {
  const std::lock_guard<std::mutex> guard(state_->mutex);
  ++state_->counts.lists;
  const Node* node = state_->find(directory);
  if (node == nullptr) return missing(directory);
  if (!node->is_directory()) return failure(msg::file_unreadable::code, directory, ENOTDIR);
  std::vector<DirectoryEntry> out;
  for (const auto& [name, entry] : node->entries) {
    out.push_back({name, entry.is_directory() ? FileKind::directory : FileKind::file, false});
  }
  return out;
}

Result<std::string> MemoryFileSystem::resolve(const std::string& path) const {
  return path;
}

Result<std::string> MemoryFileSystem::canonical(const std::string& path) const {
  std::string out;
  for (const std::string& name : names_of(path)) out += "/" + name;
  return out.empty() ? "/" : out;
}

Result<void> MemoryFileSystem::create(const std::string& path, std::string_view bytes) {
  const std::lock_guard<std::mutex> guard(state_->mutex);
  ++state_->counts.creates;
  const auto [directory, name] = state_->parent(path);
  if (directory == nullptr) return unwritable(path, ENOENT);
  if (directory->entries.contains(name)) return unwritable(path, EEXIST);
  const bool was_running = !state_->stopped;
  if (!state_->may_change()) {
    if (was_running) {
      directory->entries[name] = State::file_node(bytes.substr(0, bytes.size() / 2));
    }
    return unwritable(path, EIO);
  }
  directory->entries[name] = State::file_node(bytes);
  state_->counts.bytes_created += bytes.size();
  return {};
}

Result<void> MemoryFileSystem::append(const std::string& path, std::string_view bytes) {
  const std::lock_guard<std::mutex> guard(state_->mutex);
  Inode* file = state_->find_file(path);
  if (file == nullptr) return unwritable(path, ENOENT);
  if (!state_->may_change()) return unwritable(path, EIO);
  file->bytes += bytes;
  state_->counts.bytes_created += bytes.size();
  return {};
}

Result<void> MemoryFileSystem::make_directories(const std::string& path) {
  const std::lock_guard<std::mutex> guard(state_->mutex);
  ++state_->counts.directories;
  const Node* there = state_->find(path);
  if (there != nullptr && there->is_directory()) return {};
  if (!state_->may_change()) return unwritable(path, EIO);
  if (!state_->make(path)) return unwritable(path, ENOTDIR);
  return {};
}

Result<void> MemoryFileSystem::link(const std::string& existing, const std::string& path) {
  const std::lock_guard<std::mutex> guard(state_->mutex);
  ++state_->counts.links;
  const Node* source = state_->find(existing);
  const auto [directory, name] = state_->parent(path);
  if (source == nullptr || directory == nullptr) return unwritable(path, ENOENT);
  if (source->is_directory() || !state_->links_supported) return unwritable(path, EPERM);
  if (directory->entries.contains(name)) return unwritable(path, EEXIST);
  if (!state_->may_change()) return unwritable(path, EIO);
  const std::shared_ptr<Inode> file = source->file;
  ++file->names;
  directory->entries[name].file = file;
  return {};
}

Result<void> MemoryFileSystem::rename(const std::string& from, const std::string& to) {
  const std::lock_guard<std::mutex> guard(state_->mutex);
  ++state_->counts.renames;
  const auto [source, old_name] = state_->parent(from);
  const auto [target, new_name] = state_->parent(to);
  if (source == nullptr || target == nullptr || !source->entries.contains(old_name)) {
    return unwritable(to, ENOENT);
  }
  if (const Node* there = state_->find(to)) {
    const bool moves_directory = source->entries[old_name].is_directory();
    if (there->is_directory() && !there->entries.empty()) return unwritable(to, ENOTEMPTY);
    if (there->is_directory() && !moves_directory) return unwritable(to, EISDIR);
    if (!there->is_directory() && moves_directory) return unwritable(to, ENOTDIR);
  }
  if (!state_->may_change()) return unwritable(to, EIO);
  auto moved = source->entries.extract(old_name);
  if (target->entries.contains(new_name)) State::erase(*target, new_name);
  moved.key() = new_name;
  target->entries.insert(std::move(moved));
  return {};
}

Result<void> MemoryFileSystem::remove(const std::string& path) {
  const std::lock_guard<std::mutex> guard(state_->mutex);
  ++state_->counts.removes;
  const auto [directory, name] = state_->parent(path);
  if (directory == nullptr || !directory->entries.contains(name)) return {};
  if (!directory->entries[name].entries.empty()) return unwritable(path, ENOTEMPTY);
  if (!state_->may_change()) return unwritable(path, EIO);
  State::erase(*directory, name);
  return {};
}

Result<void> MemoryFileSystem::exchange(const std::string& a, const std::string& b) {
  const std::lock_guard<std::mutex> guard(state_->mutex);
  ++state_->counts.exchanges;
  if (!state_->exchange_supported) {
    return problem(msg::exchange_unsupported{}, Location::of_file(a));
  }
  Node* first = state_->find(a);
  Node* second = state_->find(b);
  if (first == nullptr || second == nullptr) return unwritable(a, ENOENT);
  if (!state_->may_change()) return unwritable(a, EIO);
  std::swap(*first, *second);
  return {};
}

Result<void> MemoryFileSystem::sync(const std::string& directory) {
  const std::lock_guard<std::mutex> guard(state_->mutex);
  ++state_->counts.syncs;
  if (state_->find(directory) == nullptr) return unwritable(directory, ENOENT);
  return {};
}

Result<std::unique_ptr<FileLock>> MemoryFileSystem::lock(const std::string& path) {
  const std::lock_guard<std::mutex> guard(state_->mutex);
  if (!state_->locks.insert(path).second) {
    return problem(msg::locked{}, Location::of_file(path));
  }
  return std::unique_ptr<FileLock>(std::make_unique<MemoryLock>([state = state_, path] {
    const std::lock_guard<std::mutex> held(state->mutex);
    state->locks.erase(path);
  }));
}

}  // namespace huice
