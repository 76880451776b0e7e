// SPDX-License-Identifier: Apache-2.0
#include "base/files.h"

namespace huice {

std::optional<FileInfo> FileSystem::info(const std::string& path) const {
  const Result<std::optional<FileInfo>> found = about(path);
  return found ? found.value() : std::nullopt;
}

std::string join_path(std::string_view directory, std::string_view name) {
  if (directory.empty()) return std::string(name);
  std::string out(directory);
  if (!out.ends_with('/')) out += '/';
  out += name;
  return out;
}

bool is_below(std::string_view path, std::string_view folder) {
  if (folder == "/" || path == folder) return true;
  return path.size() > folder.size() && path.starts_with(folder) && path[folder.size()] == '/';
}

}  // namespace huice
