// SPDX-License-Identifier: Apache-2.0
#include "publish/swap.h"

#include "base/messages/files.h"
#include "base/messages/publish.h"
#include "publish/tree.h"

namespace huice::publish {
namespace {

Result<void> remove_tree(FileSystem& files, const std::string& root) {
  const Result<std::vector<TreeEntry>> entries = scan(files, root);
  if (!entries) return entries.error();
  Result<void> done = prune(files, root, entries.value(), [](const TreeEntry&) { return false; });
  return done ? files.remove(root) : done;
}

// A link in the hidden folder would lead the publisher out of it.
Result<void> remove_links(FileSystem& files, const Places& places) {
  const Result<std::vector<DirectoryEntry>> entries = files.list(places.twin);
  if (!entries) return entries.error();
  for (const DirectoryEntry& entry : entries.value()) {
    if (!entry.is_link) continue;
    Result<void> done = files.remove(join_path(places.twin, entry.name));
    if (!done) return done;
  }
  return {};
}

Result<void> rename_trees(FileSystem& files, const Places& places) {
  if (Result<void> aside = files.rename(places.live, places.old); !aside) return aside;
  if (Result<void> forward = files.rename(places.idle, places.live); !forward) {
    const Result<void> back = files.rename(places.old, places.live);
    return back ? forward : back;
  }
  // The new tree is live; if this last rename fails, the next repair() does it.
  static_cast<void>(files.rename(places.old, places.idle));
  return {};
}

Diagnostic busy(const Places& places, const Diagnostic& cause) {
  return problem(Message{msg::output_busy::code, cause.arguments}, Location::of_file(places.live));
}

}  // namespace

Result<Places> places_of(const FileSystem& files, const std::string& output) {
  std::string named = output;
  while (named.size() > 1 && named.ends_with('/')) named.pop_back();
  const Result<std::string> live = files.resolve(named);
  if (!live) return live.error();
  const std::string& path = live.value();
  const std::size_t slash = path.rfind('/');
  const bool bare = slash == std::string::npos;
  const std::string name = bare ? path : path.substr(slash + 1);
  if (name.empty() || name == "." || name == "..") {
    return problem(msg::output_name{.name = output}, {});
  }
  Places places;
  places.live = path;
  places.twin = (bare ? "" : path.substr(0, slash + 1)) + "." + name + ".twin";
  places.lock = join_path(places.twin, "lock");
  places.idle = join_path(places.twin, "tree");
  places.old = join_path(places.twin, "old");
  return places;
}

Result<std::unique_ptr<FileLock>> claim(FileSystem& files, const Places& places) {
  const Result<std::string> target = files.resolve(places.twin);
  if (!target) return target.error();
  const Result<std::optional<FileInfo>> there = files.about(places.twin);
  if (!there) return there.error();
  const bool is_other = there.value() && there.value()->kind != FileKind::directory;
  if (target.value() != places.twin || is_other) {
    return problem(msg::output_not_folder{}, Location::of_file(places.twin));
  }
  if (Result<void> made = files.make_directories(places.twin); !made) return made.error();
  Result<std::unique_ptr<FileLock>> lock = files.lock(places.lock);
  if (!lock && lock.error().code == msg::locked::code) {
    return problem(msg::locked{}, Location::of_file(places.live));
  }
  return lock;
}

Result<void> repair(FileSystem& files, const Places& places) {
  if (Result<void> done = remove_links(files, places); !done) return done;
  const auto old = files.about(places.old);
  const auto live = files.about(places.live);
  const auto idle = files.about(places.idle);
  for (const auto* one : {&old, &live, &idle}) {
    if (!*one) return one->error();
  }
  if (!old.value()) return {};
  if (!live.value()) return files.rename(places.old, places.live);
  if (!idle.value()) return files.rename(places.old, places.idle);
  // Someone made a new live folder before this build could put the old one back.
  return remove_tree(files, places.old);
}

Result<void> swap_trees(FileSystem& files, const Places& places) {
  const auto live = files.about(places.live);
  if (!live) return live.error();
  if (!live.value()) return files.rename(places.idle, places.live);
  Result<void> done = files.exchange(places.live, places.idle);
  if (!done && done.error().code == msg::exchange_unsupported::code) {
    done = rename_trees(files, places);
  }
  return done ? done : busy(places, done.error());
}

}  // namespace huice::publish
