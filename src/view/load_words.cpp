// SPDX-License-Identifier: Apache-2.0
#include "view/load_words.h"

#include "base/ascii.h"
#include "base/messages/view.h"
#include "view/filters/field_filters.h"
#include "view/look.h"
#include "view/words_overlay.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <vector>

namespace huice::view {
namespace {

constexpr std::string_view kChinese = "zh-CN";

std::string file_of(std::string_view language) {
  return "templates/i18n/" + std::string(language) + ".json";
}

bool is_file(const FileSystem& files, const std::string& path) {
  const auto info = files.info(path);
  return info && info->kind == FileKind::file;
}

/// What the project's own templates print of `t`; they are read when the first key is asked for.
class PrintedKeys {
 public:
  PrintedKeys(const FileSystem& files, const WordsOptions& options)
      : files_(files), options_(options) {}

  bool contains(std::string_view key) {
    if (!paths_) read();
    // {{ t.a }} may print everything below it, and {{ t.a.upper() }} prints t.a.
    const auto prints = [key](const std::string& path) {
      const std::string_view longer = path.size() < key.size() ? key : std::string_view(path);
      const std::string_view shorter = path.size() < key.size() ? std::string_view(path) : key;
      return longer.starts_with(shorter) &&
             (shorter.empty() || longer.size() == shorter.size() || longer[shorter.size()] == '.');
    };
    return std::any_of(paths_->begin(), paths_->end(), prints);
  }

 private:
  void read() {
    tmpl::Environment templates(Look(files_, options_.project, options_.share).template_loader());
    add_field_filters(templates);
    Diagnostics reported_elsewhere;
    for (const std::string& name : names("")) templates.load(name, reported_elsewhere);
    paths_ = templates.paths_of("t");
  }

  /// The templates below a folder of the project's templates.
  std::vector<std::string> names(const std::string& folder) const {
    std::vector<std::string> out;
    const auto entries = files_.list(join_path(options_.project, "templates/" + folder));
    if (!entries) return out;
    for (const DirectoryEntry& entry : entries.value()) {
      const std::string name = folder + entry.name;
      if (entry.kind == FileKind::directory && name != "i18n") {
        const auto below = names(name + "/");
        out.insert(out.end(), below.begin(), below.end());
      }
      if (entry.kind == FileKind::file) out.push_back(name);
    }
    return out;
  }

  const FileSystem& files_;
  const WordsOptions& options_;
  std::optional<std::vector<std::string>> paths_;
};

std::optional<CatalogueFile> read(const FileSystem& files, const std::string& path,
                                  Diagnostics& problems) {
  const auto bytes = files.read(path);
  if (!bytes) {
    problems.add(bytes.error());
    return std::nullopt;
  }
  return CatalogueFile::read(bytes.value(), path, problems);
}

/// The catalogue below a root that a language gets; empty where there is none.
std::string catalogue(const FileSystem& files, const std::string& root,
                      const std::string& language) {
  // Not the traditional script: those pages would be in the other one.
  const auto names = [&language](std::string_view tag) {
    return language.find(tag) != std::string::npos;
  };
  const bool traditional = names("-Hant") || names("-TW") || names("-HK") || names("-MO");
  const bool chinese = (language == "zh" || language.starts_with("zh-")) && !traditional;
  for (const std::string_view one : {std::string_view(language), chinese ? kChinese : ""}) {
    const std::string path = join_path(root, file_of(one));
    if (!one.empty() && is_file(files, path)) return path;
  }
  return {};
}

/// The languages that huice has words for.
std::vector<std::string> languages(const FileSystem& files, const WordsOptions& options) {
  std::vector<std::string> names;
  const auto entries = files.list(join_path(options.share, "templates/i18n"));
  if (!entries) return names;
  for (const DirectoryEntry& entry : entries.value()) {
    const std::string_view name = entry.name;
    if (name.ends_with(".json")) names.emplace_back(name.substr(0, name.size() - 5));
  }
  std::sort(names.begin(), names.end());
  return names;
}

/// Names files of words that no site of this project uses, misspelt ones mostly. One of another
/// language that huice has may wait for its site.
void warn_of_unused(const FileSystem& files, const WordsOptions& options, const std::string& used,
                    Diagnostics& problems) {
  const auto entries = files.list(join_path(options.project, "templates/i18n"));
  if (!entries) return;
  const std::vector<std::string> known = languages(files, options);
  for (const DirectoryEntry& entry : entries.value()) {
    constexpr std::string_view kEnd = ".json";
    const std::string path = join_path(options.project, "templates/i18n/" + entry.name);
    const bool words = entry.kind == FileKind::file && entry.name.ends_with(kEnd);
    if (!words || path == used || entry.name.starts_with('.')) continue;
    const std::string name = entry.name.substr(0, entry.name.size() - kEnd.size());
    if (std::find(known.begin(), known.end(), name) != known.end()) continue;
    problems.add(problem(msg::words_file_unused{.language = options.language},
                         Location::of_file("templates/i18n/" + entry.name)));
  }
}

/// What was meant by a language that huice has no words for: zh-CN by cn and zh_CN.
std::string meant_language(const std::string& language, const std::vector<std::string>& known) {
  std::string plain = ascii::lower(language);
  std::replace(plain.begin(), plain.end(), '_', '-');
  const bool chinese = plain == "cn" || plain == "zhcn" || plain == "chs" || plain == "chinese";
  if (chinese) return std::string(kChinese);
  for (const std::string& one : known) {
    if (ascii::lower(one) == plain) return one;
  }
  return {};
}

}  // namespace

std::unique_ptr<Words> load_words(const FileSystem& files, const WordsOptions& options,
                                  Diagnostics& problems) {
  const std::string own_path = catalogue(files, options.project, options.language);
  std::string shipped_path = catalogue(files, options.share, options.language);
  const bool is_complete = !shipped_path.empty();
  if (!is_complete) shipped_path = catalogue(files, options.share, std::string(kChinese));
  if (shipped_path.empty()) {
    problems.add(problem(msg::no_theme{.name = file_of(kChinese)}, {}));
    return nullptr;
  }
  if (!is_complete && own_path.empty()) {
    const std::vector<std::string> known = languages(files, options);
    Diagnostic found = problem(msg::no_language{.language = options.language,
                                                .languages = Argument::list(known),
                                                .file = file_of(options.language)},
                               Location::of_file("data/site.json"));
    found.suggestion = meant_language(options.language, known);
    problems.add(std::move(found));
    return nullptr;
  }
  warn_of_unused(files, options, own_path, problems);
  const auto shipped = read(files, shipped_path, problems);
  if (own_path.empty() || own_path == shipped_path) {
    return shipped ? std::make_unique<Words>(*shipped, nullptr, options.language) : nullptr;
  }
  const auto own = read(files, own_path, problems);
  if (!shipped || !own) return nullptr;
  Diagnostics found;
  PrintedKeys printed(files, options);
  check_overlay(
      *shipped, *own, [&printed](std::string_view key) { return printed.contains(key); }, found);
  if (!is_complete) check_complete(*shipped, *own, shipped_path, found);
  problems.add_all(found);
  if (found.has_errors()) return nullptr;
  return std::make_unique<Words>(*shipped, &*own, options.language);
}

}  // namespace huice::view
