// SPDX-License-Identifier: Apache-2.0
#pragma once

// The one place in which files of a project are opened. Data, templates and site come from others,
// and what they lead to may be published: so a symbolic link is followed inside the project and
// huice's own share folder alone, unless who runs huice says otherwise. It also keeps what the
// machine failed at, so that a file that could not be asked about is never taken for one that is
// not there.

#include "base/files.h"

#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace huice::project {

class ProjectFiles final : public FileSystem {
 public:
  /// REQUIRES: files outlives this.
  ProjectFiles(FileSystem& files, std::string folder, std::string share, bool follow_links);

  /// Hands over what was refused (link_leads_out) and what the machine failed at, since the last
  /// call; where folders really are is asked anew afterwards. While nothing else is called.
  void hand_over(Diagnostics& problems);

  Result<std::string> read(const std::string& path,
                           std::uint64_t limit = kDefaultReadLimit) const override;
  Result<std::unique_ptr<OpenFile>> open(const std::string& path) const override;
  bool holds(const std::string& path, std::string_view bytes) const override;
  Result<std::optional<FileInfo>> about(const std::string& path) const override;
  bool same_file(const std::string& a, const std::string& b) const override;
  Result<std::vector<DirectoryEntry>> list(const std::string& directory) const override;
  Result<std::string> resolve(const std::string& path) const override;
  Result<std::string> canonical(const std::string& path) const override;
  Result<void> create(const std::string& path, std::string_view bytes) override;
  Result<std::unique_ptr<NewFile>> begin(const std::string& path) override;
  Result<void> make_directories(const std::string& path) override;
  Result<void> link(const std::string& existing, const std::string& path) override;
  Result<void> rename(const std::string& from, const std::string& to) override;
  Result<void> remove(const std::string& path) override;
  Result<void> exchange(const std::string& a, const std::string& b) override;
  Result<void> sync(const std::string& directory) override;
  Result<std::unique_ptr<FileLock>> lock(const std::string& path) override;

 private:
  std::optional<std::string_view> below_folder(std::string_view path) const;
  std::string shown(const std::string& path) const;
  bool is_inside(const std::string& real) const;
  Result<std::string> real_path(const std::string& path) const;
  std::optional<Diagnostic> refusal(const std::string& path) const;
  Diagnostic leads_out(const std::string& path, const std::string& target) const;
  Diagnostic noted(Diagnostic problem, const std::string& path) const;

  /// What `read` gives of the path, or why it may not be asked.
  template <class T, class Read>
  Result<T> guarded(const std::string& path, const Read& read) const;

  FileSystem& files_;
  std::string folder_;
  std::string share_;
  bool follow_links_;
  std::optional<Result<std::string>> root_;        ///< where the project really is
  std::optional<Result<std::string>> real_share_;  ///< where huice's own folder really is
  std::unique_ptr<Diagnostics> notes_ = std::make_unique<Diagnostics>();
  mutable std::mutex mutex_;
  mutable std::unordered_map<std::string, std::string> real_folders_;  ///< since the last hand_over
};

}  // namespace huice::project
