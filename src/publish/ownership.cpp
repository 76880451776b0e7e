// SPDX-License-Identifier: Apache-2.0
#include "publish/ownership.h"

#include "base/machine_fault.h"
#include "base/messages/publish.h"
#include "publish/manifest.h"

#include <algorithm>
#include <set>

namespace huice::publish {
namespace {

using Paths = std::unordered_set<std::string>;

std::string_view name_of(std::string_view path) {
  return path.substr(path.rfind('/') + 1);
}

void add_with_folders(Paths& paths, std::string_view path) {
  for (std::size_t slash = path.find('/'); slash != std::string_view::npos;
       slash = path.find('/', slash + 1)) {
    paths.emplace(path.substr(0, slash));
  }
  paths.emplace(path);
}

// The highest folder on the way to `path` that nobody knows, or the path itself: a folder of
// someone else's files is named once, not file by file.
std::string_view highest_unknown(std::string_view path, const Paths& known) {
  for (std::size_t slash = path.find('/'); slash != std::string_view::npos;
       slash = path.find('/', slash + 1)) {
    if (!known.contains(std::string(path.substr(0, slash)))) return path.substr(0, slash);
  }
  return path;
}

}  // namespace

bool is_litter(std::string_view path) {
  const std::string_view name = name_of(path);
  return name == ".DS_Store" || name == "Thumbs.db" || name == "desktop.ini";
}

bool may_replace(const FileSystem& files, const std::string& live,
                 const std::vector<TreeEntry>& entries,
                 const std::unordered_set<std::string_view>& pages, Diagnostics& problems) {
  const Result<std::optional<FileInfo>> found = files.about(live);
  if (!found) {
    problems.add(found.error());
    return false;
  }
  const std::optional<FileInfo>& there = found.value();
  if (!there) return true;
  if (there->kind != FileKind::directory) {
    problems.add(problem(msg::output_not_folder{}, Location::of_file(live)));
    return false;
  }
  const bool empty = std::all_of(entries.begin(), entries.end(),
                                 [](const TreeEntry& entry) { return is_litter(entry.path); });
  if (empty) return true;
  const Result<std::string> manifest = files.read(join_path(live, kManifest));
  if (!manifest && is_machine_fault(manifest.error())) {
    problems.add(manifest.error());
    return false;
  }
  if (!manifest || !is_manifest(manifest.value())) {
    problems.add(problem(msg::output_not_ours{}, Location::of_file(live)));
    return false;
  }
  // The usual rebuild has the same pages; only then is parsing the manifest saved.
  const bool all_pages =
      std::all_of(entries.begin(), entries.end(), [&pages](const TreeEntry& entry) {
        return entry.kind == FileKind::directory || pages.contains(entry.path);
      });
  if (all_pages) return true;
  Paths known;
  for (const std::string& path : manifest_paths(manifest.value()).value_or(Paths{})) {
    add_with_folders(known, path);
  }
  for (const std::string_view path : pages) add_with_folders(known, path);
  std::set<std::string_view> foreign;
  for (const TreeEntry& entry : entries) {
    if (entry.kind == FileKind::directory || is_litter(entry.path)) continue;
    if (known.contains(entry.path)) continue;
    foreign.insert(highest_unknown(entry.path, known));
  }
  for (const std::string_view path : foreign) {
    problems.add(problem(msg::output_foreign{}, Location::of_file(join_path(live, path))));
  }
  return foreign.empty();
}

}  // namespace huice::publish
