// SPDX-License-Identifier: Apache-2.0
#include "view/theme.h"

#include "base/messages/view.h"
#include "view/filters/field_filters.h"
#include "view/load_words.h"

#include <algorithm>
#include <map>

namespace huice::view {
namespace {

class Search {
 public:
  Search(const FileSystem& files, const ThemeOptions& options) : files_(files), options_(options) {}

  /// The path of "templates/x" in the project or in share; empty where neither has it.
  std::string find(const std::string& name) const {
    // A template's name must not lead out of the templates.
    if (name.find("..") != std::string::npos) return {};
    for (const std::string& root : {options_.project, options_.share}) {
      const std::string path = join_path(root, name);
      const auto info = files_.info(path);
      if (info && info->kind == FileKind::file) return path;
    }
    return {};
  }

  /// Whether there is any look at all: where there is none, naming each missing file helps nobody.
  bool has_templates() const {
    return files_.info(join_path(options_.project, "templates")) ||
           files_.info(join_path(options_.share, "templates"));
  }

  /// Every file below folder `name` of either root, by its path below the folder; the project's
  /// wins.
  std::map<std::string, std::string> all(const std::string& name) const {
    std::map<std::string, std::string> found;
    for (const std::string& root : {options_.share, options_.project}) {
      collect(join_path(root, name), "", found);
    }
    return found;
  }

 private:
  void collect(const std::string& folder, const std::string& prefix,
               std::map<std::string, std::string>& found) const {
    const auto entries = files_.list(folder);
    if (!entries) return;
    for (const DirectoryEntry& entry : entries.value()) {
      // A link could lead out of the assets and publish what it leads to.
      if (entry.name.starts_with('.') || entry.is_link) continue;
      const std::string path = join_path(folder, entry.name);
      if (entry.kind == FileKind::directory) collect(path, prefix + entry.name + "/", found);
      if (entry.kind == FileKind::file) found[prefix + entry.name] = path;
    }
  }

  const FileSystem& files_;
  const ThemeOptions& options_;
};

}  // namespace

std::optional<Theme> load_theme(const FileSystem& files, const ThemeOptions& options,
                                Diagnostics& problems) {
  const Search search(files, options);
  if (!search.has_templates()) {
    problems.add(problem(msg::no_theme{.name = "templates"}, {}));
    return std::nullopt;
  }
  Theme theme;
  theme.words = load_words(
      files, {.project = options.project, .share = options.share, .language = options.language},
      problems);
  for (const auto& [path, file] : search.all("site/assets")) {
    theme.assets.push_back({"assets/" + path, file});
  }
  // The loader outlives this function inside the environment, so it must own what it reads.
  const auto load = [&files,
                     options](std::string_view name) -> std::optional<tmpl::TemplateSource> {
    const std::string path = Search(files, options).find("templates/" + std::string(name));
    if (path.empty()) return std::nullopt;
    auto text = files.read(path);
    if (!text) return std::nullopt;
    return tmpl::TemplateSource{std::move(text).value(), path};
  };
  tmpl::Options engine;
  engine.keep_trailing_newline = true;
  theme.templates = std::make_unique<tmpl::Environment>(load, engine);
  add_field_filters(*theme.templates);
  theme.templates->load_all(options.templates, problems);
  if (!theme.words || problems.has_errors()) return std::nullopt;
  return theme;
}

}  // namespace huice::view
