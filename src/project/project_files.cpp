// SPDX-License-Identifier: Apache-2.0
#include "project/project_files.h"

#include "base/machine_fault.h"
#include "base/messages/files.h"

namespace huice::project {

ProjectFiles::ProjectFiles(FileSystem& files, std::string folder, std::string share,
                           bool follow_links)
    : files_(files),
      folder_(std::move(folder)),
      share_(std::move(share)),
      follow_links_(follow_links) {
  if (follow_links_) return;
  root_ = files_.canonical(folder_.empty() ? "." : folder_);
  if (!share_.empty()) real_share_ = files_.canonical(share_);
}

void ProjectFiles::hand_over(Diagnostics& problems) {
  const std::unique_ptr<Diagnostics> kept = std::exchange(notes_, std::make_unique<Diagnostics>());
  problems.add_all(*kept);
  real_folders_.clear();
}

std::optional<std::string_view> ProjectFiles::below_folder(std::string_view path) const {
  if (folder_.empty()) return path.starts_with('/') ? std::nullopt : std::optional(path);
  if (!path.starts_with(folder_)) return std::nullopt;
  std::string_view below = path.substr(folder_.size());
  if (!below.empty() && !folder_.ends_with('/')) {
    if (!below.starts_with('/')) return std::nullopt;
    below.remove_prefix(1);
  }
  return below;
}

// As loading names it: records by their paths below the project.
std::string ProjectFiles::shown(const std::string& path) const {
  const auto below = below_folder(path);
  return below && is_below(*below, "data") ? std::string(*below) : path;
}

bool ProjectFiles::is_inside(const std::string& real) const {
  if (is_below(real, root_->value())) return true;
  return real_share_ && real_share_->ok() && is_below(real, real_share_->value());
}

// As canonical(), but a folder is asked about once, not once for each of its files.
Result<std::string> ProjectFiles::real_path(const std::string& path) const {
  const std::size_t slash = path.rfind('/');
  const std::string name = slash == std::string::npos ? "" : path.substr(slash + 1);
  if (slash == 0 || name.empty() || name == "." || name == "..") return files_.canonical(path);
  const std::string folder = path.substr(0, slash);
  std::string real;
  {
    const std::lock_guard<std::mutex> guard(mutex_);
    const auto known = real_folders_.find(folder);
    if (known != real_folders_.end()) real = known->second;
  }
  if (real.empty()) {
    const Result<std::string> asked = files_.canonical(folder);
    if (!asked) return asked;
    real = asked.value();
    const std::lock_guard<std::mutex> guard(mutex_);
    real_folders_.emplace(folder, real);
  }
  const Result<std::string> last = files_.resolve(path);
  return last && last.value() == path ? Result<std::string>(join_path(real, name)) : last;
}

// The first link on the way to `path` that leads out, and where it leads.
Diagnostic ProjectFiles::leads_out(const std::string& path, const std::string& target) const {
  const std::string_view below = below_folder(path).value_or(path);
  const std::size_t start = path.size() - below.size();
  for (std::size_t end = path.find('/', start); end != std::string::npos;
       end = path.find('/', end + 1)) {
    const std::string way = path.substr(0, end);
    const Result<std::string> real = files_.canonical(way);
    if (!real || is_inside(real.value())) continue;
    return problem(msg::link_leads_out{.link = std::string(below.substr(0, end - start)),
                                       .target = real.value()},
                   Location::of_file(shown(path)));
  }
  return problem(msg::link_leads_out{.link = std::string(below), .target = target},
                 Location::of_file(shown(path)));
}

std::optional<Diagnostic> ProjectFiles::refusal(const std::string& path) const {
  if (follow_links_ || !below_folder(path)) return std::nullopt;
  const auto is_missing = [](const Diagnostic& found) {
    return found.code == msg::file_not_found::code;
  };
  if (!root_->ok()) {
    return is_missing(root_->error()) ? std::nullopt : std::optional(root_->error());
  }
  const Result<std::string> real = real_path(path);
  if (real && is_inside(real.value())) return std::nullopt;
  // Whether it leads to huice's own folder cannot be said.
  if (real && real_share_ && !real_share_->ok() && is_machine_fault(real_share_->error())) {
    return real_share_->error();
  }
  if (real) return leads_out(path, real.value());
  // What is not there leads nowhere; what cannot be followed is for the reader to report.
  return is_machine_fault(real.error()) ? std::optional(real.error()) : std::nullopt;
}

Diagnostic ProjectFiles::noted(Diagnostic found, const std::string& path) const {
  if (found.code != msg::link_leads_out::code && !is_machine_fault(found)) return found;
  found.where = Location::of_file(shown(path));
  notes_->add(found);
  return found;
}

template <class T, class Read>
Result<T> ProjectFiles::guarded(const std::string& path, const Read& read) const {
  if (auto refused = refusal(path)) return noted(std::move(*refused), path);
  Result<T> found = read();
  const bool is_ours = below_folder(path) || (!share_.empty() && is_below(path, share_));
  if (!found && is_ours) return noted(found.error(), path);
  return found;
}

Result<std::string> ProjectFiles::read(const std::string& path, std::uint64_t limit) const {
  return guarded<std::string>(path, [&] { return files_.read(path, limit); });
}

Result<std::unique_ptr<OpenFile>> ProjectFiles::open(const std::string& path) const {
  return guarded<std::unique_ptr<OpenFile>>(path, [&] { return files_.open(path); });
}

bool ProjectFiles::holds(const std::string& path, std::string_view bytes) const {
  return !refusal(path) && files_.holds(path, bytes);
}

Result<std::optional<FileInfo>> ProjectFiles::about(const std::string& path) const {
  return guarded<std::optional<FileInfo>>(path, [&] { return files_.about(path); });
}

bool ProjectFiles::same_file(const std::string& a, const std::string& b) const {
  return files_.same_file(a, b);
}

Result<std::vector<DirectoryEntry>> ProjectFiles::list(const std::string& directory) const {
  return guarded<std::vector<DirectoryEntry>>(directory, [&] { return files_.list(directory); });
}

Result<std::string> ProjectFiles::resolve(const std::string& path) const {
  return files_.resolve(path);
}

Result<std::string> ProjectFiles::canonical(const std::string& path) const {
  return files_.canonical(path);
}

Result<void> ProjectFiles::create(const std::string& path, std::string_view bytes) {
  return files_.create(path, bytes);
}

Result<std::unique_ptr<NewFile>> ProjectFiles::begin(const std::string& path) {
  return files_.begin(path);
}

Result<void> ProjectFiles::make_directories(const std::string& path) {
  return files_.make_directories(path);
}

Result<void> ProjectFiles::link(const std::string& existing, const std::string& path) {
  return files_.link(existing, path);
}

Result<void> ProjectFiles::rename(const std::string& from, const std::string& to) {
  return files_.rename(from, to);
}

Result<void> ProjectFiles::remove(const std::string& path) {
  return files_.remove(path);
}

Result<void> ProjectFiles::exchange(const std::string& a, const std::string& b) {
  return files_.exchange(a, b);
}

Result<void> ProjectFiles::sync(const std::string& directory) {
  return files_.sync(directory);
}

Result<std::unique_ptr<FileLock>> ProjectFiles::lock(const std::string& path) {
  return files_.lock(path);
}

}  // namespace huice::project
