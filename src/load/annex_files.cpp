// SPDX-License-Identifier: Apache-2.0
#include "load/annex_files.h"

#include "base/ascii.h"
#include "base/messages/load.h"
#include "base/spelling.h"
#include "model/annexes.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>
#include <utility>
#include <vector>

namespace huice::load {
namespace {

using model::Annex;

constexpr int kDeepest = 16;       // folders within folders
constexpr std::size_t kHead = 64;  // bytes that tell a kind of file, and text from what is none

class AnnexChecker {
 public:
  AnnexChecker(const FileSystem& files, const std::string& project, model::Locator& locator,
               Diagnostics& problems)
      : files_(files), project_(project), locator_(locator), problems_(problems) {}

  void check(const Annex& annex, const std::string& owner) {
    if (!annex.label.empty()) check_once(owner + "\n" + annex.label, annex, annex.label);
    if (annex.file.empty()) return;
    check_once(owner + "\n\n" + annex.file, annex, annex.file);
    named_.insert(ascii::lower(annex.file));
    check_case(annex);
    if (find(annex)) check_content(annex);
  }

  /// Notes each file that no record names, so that it is not published. Files that programs leave
  /// there are passed over.
  void check_unnamed(const std::string& below = {}, int depth = 0) {
    const std::string data = join_path(project_, "data");
    const std::string folder = join_path(data, model::kAnnexFolder);
    const DirectoryEntry* all = named(entries_of(data), model::kAnnexFolder);
    if (all == nullptr || all->is_link) return;
    for (const DirectoryEntry& entry : entries_of(join_path(folder, below))) {
      const std::string path = below.empty() ? entry.name : join_path(below, entry.name);
      if (entry.is_link || is_left_by_a_program(entry.name)) continue;
      if (entry.kind == FileKind::directory && depth < kDeepest) check_unnamed(path, depth + 1);
      if (entry.kind != FileKind::file || named_.contains(ascii::lower(path))) continue;
      problems_.add(
          problem(msg::annex_unnamed{.file = path},
                  Location::of_file(join_path(join_path("data", model::kAnnexFolder), path))));
    }
  }

 private:
  static bool is_left_by_a_program(std::string_view name) {
    return name.starts_with('.') || name.starts_with("~$") || name == "Thumbs.db" ||
           name == "desktop.ini";
  }

  void report(Message message, const Annex& annex, std::string_view token,
              std::string suggestion = {}, std::vector<Trace> traces = {}) {
    Diagnostic found = problem(std::move(message), place(annex, token));
    found.suggestion = std::move(suggestion);
    found.traces = std::move(traces);
    problems_.add(std::move(found));
  }

  Location place(const Annex& annex, std::string_view token) {
    return locator_.at(locator_.find(annex.place, token), token);
  }

  void check_once(const std::string& key, const Annex& annex, const std::string& text) {
    const auto [first, is_new] = seen_.emplace(key, &annex);
    if (is_new) return;
    report(msg::annex_twice{.text = text}, annex, text, {},
           {Trace{msg::first_used_at{}, place(*first->second, text)}});
  }

  void check_case(const Annex& annex) {
    const auto [first, is_new] = by_lower_case_.emplace(ascii::lower(annex.file), &annex);
    const std::string& other = first->second->file;
    if (is_new || other == annex.file) return;
    report(msg::annex_names_clash{.file = annex.file, .other = other}, annex, annex.file, {},
           {Trace{msg::first_used_at{}, place(*first->second, other)}});
  }

  // Whether the file is there under its exact name, without a link on the way to it.
  bool find(const Annex& annex) {
    const std::string data = join_path(project_, "data");
    const DirectoryEntry* all = named(entries_of(data), model::kAnnexFolder);
    if (all != nullptr && all->is_link) {
      report(msg::annex_is_link{.name = ""}, annex, annex.file);
      return false;
    }
    const std::string folder = join_path(data, model::kAnnexFolder);
    for (std::size_t at = 0; at < annex.file.size();) {
      const std::size_t end = std::min(annex.file.find('/', at), annex.file.size());
      const auto& entries = entries_of(join_path(folder, annex.file.substr(0, at)));
      if (!passes(annex, entries, at, end)) return false;
      at = end + 1;
    }
    return true;
  }

  // Each folder is listed once, however many annexes are in it; none where it cannot be.
  const std::vector<DirectoryEntry>& entries_of(std::string folder) {
    if (folder.ends_with('/')) folder.pop_back();
    const auto [found, is_new] = entries_.try_emplace(folder);
    if (is_new) {
      if (auto listed = files_.list(folder)) found->second = std::move(listed.value());
    }
    return found->second;
  }

  static const DirectoryEntry* named(const std::vector<DirectoryEntry>& entries,
                                     std::string_view name) {
    const auto entry = std::find_if(entries.begin(), entries.end(),
                                    [name](const auto& one) { return one.name == name; });
    return entry == entries.end() ? nullptr : &*entry;
  }

  // Whether one name of the way, from `at` to `end` of the annex's path, is among the entries of
  // its folder.
  bool passes(const Annex& annex, const std::vector<DirectoryEntry>& entries, std::size_t at,
              std::size_t end) {
    const std::string name = annex.file.substr(at, end - at);
    const DirectoryEntry* entry = named(entries, name);
    if (entry != nullptr && !entry->is_link) return true;
    if (entry != nullptr) {
      report(msg::annex_is_link{.name = annex.file.substr(0, end)}, annex, annex.file);
      return false;
    }
    const auto in_full = [&](std::string_view other) {
      return annex.file.substr(0, at) + std::string(other) + annex.file.substr(end);
    };
    std::vector<std::string_view> names;
    for (const DirectoryEntry& one : entries) {
      names.push_back(one.name);
      if (!ascii::equal_ignoring_case(one.name, name)) continue;
      const std::string there = in_full(one.name);
      report(msg::annex_other_case{.file = annex.file, .there = there}, annex, annex.file, there);
      return false;
    }
    std::string near = nearest(name, names);
    if (!near.empty()) near = in_full(near);
    report(msg::annex_missing{.file = annex.file}, annex, annex.file, std::move(near));
    return false;
  }

  void check_content(const Annex& annex) {
    const std::string path = join_path(project_, annex_path(annex));
    const auto info = files_.info(path);
    if (!info || info->kind != FileKind::file) {
      report(msg::annex_missing{.file = annex.file}, annex, annex.file);
      return;
    }
    if (info->size > model::kLargestAnnex) {
      report(msg::annex_too_large{.file = annex.file,
                                  .limit = std::to_string(model::kLargestAnnex >> 20U)},
             annex, annex.file);
      return;
    }
    const auto opened = files_.open(path);
    std::array<char, kHead> head{};
    const auto read = opened ? opened.value()->read_at(0, head.data(), head.size())
                             : Result<std::size_t>(opened.error());
    if (!read) {
      Diagnostic found = read.error();
      found.where = Location::of_file(annex_path(annex));
      found.traces.push_back(Trace{msg::named_at{}, place(annex, annex.file)});
      problems_.add(std::move(found));
      return;
    }
    if (model::begins_as(annex.file, std::string_view(head.data(), read.value()))) return;
    report(msg::annex_wrong_type{.file = annex.file, .type = model::annex_type(annex.file)}, annex,
           annex.file);
  }

  const FileSystem& files_;
  const std::string& project_;
  model::Locator& locator_;
  Diagnostics& problems_;
  std::set<std::string> named_;  ///< the files of all annexes, in small letters
  std::map<std::string, const Annex*> seen_;
  std::map<std::string, const Annex*> by_lower_case_;
  std::map<std::string, std::vector<DirectoryEntry>> entries_;  ///< of each folder, by its path
};

}  // namespace

std::string annex_path(const Annex& annex) {
  return "data/" + model::path_in_site(annex);
}

void check_annexes(const model::Library& library, const FileSystem& files,
                   const std::string& project, model::Locator& locator, Diagnostics& problems) {
  AnnexChecker checker(files, project, locator, problems);
  model::each_annex(library.records(), [&checker](const Annex& annex, const std::string& owner) {
    checker.check(annex, owner);
  });
  checker.check_unnamed();
}

}  // namespace huice::load
