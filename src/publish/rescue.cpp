// SPDX-License-Identifier: Apache-2.0
#include "publish/rescue.h"

#include "base/machine_fault.h"
#include "base/messages/publish.h"
#include "publish/manifest.h"
#include "publish/ownership.h"
#include "publish/tree.h"

namespace huice::publish {
namespace {

std::string folder_of(const std::string& path) {
  const std::size_t slash = path.rfind('/');
  return slash == std::string::npos ? std::string() : path.substr(0, slash);
}

// A place for the file that nothing has: its own in the live tree, else one in kept/.
Result<std::string> free_place(FileSystem& files, const Places& places, const std::string& path) {
  const std::string own = join_path(places.live, path);
  const Result<std::optional<FileInfo>> there = files.about(own);
  if (!there) return there.error();
  if (!there.value() && files.make_directories(folder_of(own)).ok()) return own;
  const std::string kept = join_path(places.twin, "kept");
  for (int number = 0;; ++number) {
    const std::string folder = number == 0 ? kept : join_path(kept, std::to_string(number));
    std::string place = join_path(folder, path);
    const Result<std::optional<FileInfo>> taken = files.about(place);
    if (!taken) return taken.error();
    if (taken.value()) continue;
    if (const Result<void> made = files.make_directories(folder_of(place)); !made) {
      return made.error();
    }
    return place;
  }
}

}  // namespace

Result<void> rescue_from_idle(FileSystem& files, const Places& places,
                              const std::function<bool(const std::string& path)>& is_known,
                              Diagnostics& problems) {
  const Result<std::vector<TreeEntry>> entries = scan(files, places.idle);
  if (!entries) return entries.error();
  for (const TreeEntry& entry : entries.value()) {
    if (entry.kind == FileKind::directory || is_litter(entry.path) || is_known(entry.path))
      continue;
    const Result<std::string> place = free_place(files, places, entry.path);
    if (!place) return place.error();
    if (Result<void> moved = files.rename(join_path(places.idle, entry.path), place.value());
        !moved) {
      return moved;
    }
    problems.add(problem(msg::output_arrived{.place = place.value()},
                         Location::of_file(join_path(places.live, entry.path))));
  }
  return {};
}

Result<void> rescue_from_complete_idle(FileSystem& files, const Places& places,
                                       const std::unordered_set<std::string_view>& pages,
                                       Diagnostics& problems) {
  const std::string path = join_path(places.idle, kManifest);
  const Result<std::string> manifest = files.read(path);
  if (!manifest) {
    return is_machine_fault(manifest.error()) ? Result<void>(manifest.error()) : Result<void>();
  }
  if (const auto named = manifest_paths(manifest.value())) {
    const auto is_known = [&](const std::string& one) {
      return one == kManifest || named->contains(one) || pages.contains(one);
    };
    Result<void> rescued = rescue_from_idle(files, places, is_known, problems);
    if (!rescued) return rescued;
  }
  return files.remove(path);
}

}  // namespace huice::publish
