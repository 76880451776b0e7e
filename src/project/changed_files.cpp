// SPDX-License-Identifier: Apache-2.0
#include "project/changed_files.h"

#include "base/messages/files.h"
#include "base/messages/formats.h"

namespace huice::project {
namespace {

Diagnostic refusal(const std::string& path) {
  return problem(msg::file_unwritable{.reason = msg::why_not_ordinary{}}, Location::of_file(path));
}

}  // namespace

Result<std::string> ChangedFiles::read(const std::string& path, std::uint64_t limit) const {
  const auto changed = changed_.find(path);
  if (changed == changed_.end()) return files_.read(path, limit);
  return changed->second;
}

bool ChangedFiles::holds(const std::string& path, std::string_view bytes) const {
  const auto changed = changed_.find(path);
  return changed == changed_.end() ? files_.holds(path, bytes) : changed->second == bytes;
}

Result<void> ChangedFiles::create(const std::string& path, std::string_view /*bytes*/) {
  return refusal(path);
}

Result<std::unique_ptr<NewFile>> ChangedFiles::begin(const std::string& path) {
  return refusal(path);
}

Result<void> ChangedFiles::make_directories(const std::string& path) {
  return refusal(path);
}

Result<void> ChangedFiles::link(const std::string& /*existing*/, const std::string& path) {
  return refusal(path);
}

Result<void> ChangedFiles::rename(const std::string& /*from*/, const std::string& to) {
  return refusal(to);
}

Result<void> ChangedFiles::remove(const std::string& path) {
  return refusal(path);
}

Result<void> ChangedFiles::exchange(const std::string& a, const std::string& /*b*/) {
  return refusal(a);
}

Result<void> ChangedFiles::sync(const std::string& directory) {
  return refusal(directory);
}

Result<std::unique_ptr<FileLock>> ChangedFiles::lock(const std::string& path) {
  return refusal(path);
}

}  // namespace huice::project
