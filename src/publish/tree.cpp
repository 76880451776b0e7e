// SPDX-License-Identifier: Apache-2.0
#include "publish/tree.h"

namespace huice::publish {
namespace {

Result<void> scan_into(const FileSystem& files, const std::string& root, const std::string& prefix,
                       std::vector<TreeEntry>& out) {
  const Result<std::vector<DirectoryEntry>> entries = files.list(join_path(root, prefix));
  if (!entries) return entries.error();
  for (const DirectoryEntry& entry : entries.value()) {
    std::string path = join_path(prefix, entry.name);
    const FileKind kind = entry.is_link ? FileKind::other : entry.kind;
    out.push_back({path, kind});
    if (kind != FileKind::directory) continue;
    if (Result<void> inner = scan_into(files, root, path, out); !inner) return inner;
  }
  return {};
}

}  // namespace

Result<std::vector<TreeEntry>> scan(const FileSystem& files, const std::string& root) {
  std::vector<TreeEntry> out;
  const Result<std::optional<FileInfo>> there = files.about(root);
  if (!there) return there.error();
  if (!there.value() || there.value()->kind != FileKind::directory) return out;
  if (Result<void> done = scan_into(files, root, "", out); !done) return done.error();
  return out;
}

Result<void> prune(FileSystem& files, const std::string& root,
                   const std::vector<TreeEntry>& entries,
                   const std::function<bool(const TreeEntry&)>& keep) {
  for (std::size_t i = entries.size(); i-- > 0;) {
    if (keep(entries[i])) continue;
    if (Result<void> done = files.remove(join_path(root, entries[i].path)); !done) return done;
  }
  return {};
}

}  // namespace huice::publish
