// SPDX-License-Identifier: Apache-2.0
#include "view/look.h"

namespace huice::view {

std::string Look::find(const std::string& name) const {
  if (name.find("..") != std::string::npos) return {};
  for (const std::string& root : {project_, share_}) {
    const std::string path = join_path(root, name);
    const auto info = files_->info(path);
    if (info && info->kind == FileKind::file) return path;
  }
  return {};
}

bool Look::has_templates() const {
  return files_->info(join_path(project_, "templates")) ||
         files_->info(join_path(share_, "templates"));
}

std::map<std::string, std::string> Look::all(const std::string& name) const {
  std::map<std::string, std::string> found;
  for (const std::string& root : {share_, project_}) collect(join_path(root, name), "", found);
  return found;
}

bool Look::may_follow(const std::string& link, const std::string& folder) const {
  if (!files_->info(link)) return false;
  const auto target = files_->canonical(link);
  const auto from = files_->canonical(folder);
  return target && from && !(from.value() + "/").starts_with(target.value() + "/");
}

void Look::collect(const std::string& folder, const std::string& prefix,
                   std::map<std::string, std::string>& found) const {
  const auto entries = files_->list(folder);
  if (!entries) return;
  for (const DirectoryEntry& entry : entries.value()) {
    if (entry.name.starts_with('.')) continue;
    const std::string path = join_path(folder, entry.name);
    // Where a link may lead is for the file system to say (project/project_files.h); a folder
    // inside of itself has no end.
    if (entry.is_link && !may_follow(path, folder)) continue;
    if (entry.kind == FileKind::directory) collect(path, prefix + entry.name + "/", found);
    if (entry.kind == FileKind::file) found[prefix + entry.name] = path;
  }
}

tmpl::Loader Look::template_loader() const {
  return [look = *this](std::string_view name) -> std::optional<tmpl::TemplateSource> {
    const std::string path = look.find("templates/" + std::string(name));
    if (path.empty()) return std::nullopt;
    auto text = look.files().read(path);
    if (!text) return std::nullopt;
    return tmpl::TemplateSource{std::move(text).value(), path};
  };
}

}  // namespace huice::view
