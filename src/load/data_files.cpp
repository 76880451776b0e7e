// SPDX-License-Identifier: Apache-2.0
#include "load/data_files.h"

#include "base/messages/load.h"
#include "base/spelling.h"
#include "load/csv_file.h"
#include "model/annex.h"

#include <algorithm>
#include <set>

namespace huice::load {
namespace {

using model::schema::Layout;
using model::schema::RecordKind;

bool is_hidden(const std::string& name) {
  return name.starts_with('.') || name.starts_with('~');
}

// data/booklets/<id>/ holds the Markdown of data/booklets/<id>.json.
bool is_prose_folder(const RecordKind& kind, const DirectoryEntry& entry,
                     const std::vector<DirectoryEntry>& entries) {
  if (kind.path != "booklets" || entry.kind != FileKind::directory) return false;
  return std::any_of(entries.begin(), entries.end(), [&](const DirectoryEntry& other) {
    return other.name == entry.name + ".json";
  });
}

// What data/ may hold: the names that Lister::add() looks for.
std::vector<std::string> expected_names() {
  std::vector<std::string> names{"private", model::kAnnexFolder};
  for (const RecordKind& kind : model::schema::record_kinds()) {
    const std::string name(kind.path);
    const bool list = kind.layout == Layout::many;
    if (list || kind.layout == Layout::single) names.push_back(name + ".json");
    if (list && fits_a_table(*kind.shape)) names.push_back(name + ".csv");
    if (kind.layout == Layout::folder || kind.layout == Layout::tables) names.push_back(name);
  }
  return names;
}

// The same name with another ending is nearer than another name with the same ending.
std::string nearest_name(std::string_view name, const std::vector<std::string_view>& known) {
  const std::string_view stem = name.substr(0, name.find('.'));
  for (const std::string_view candidate : known) {
    if (candidate != name && candidate.substr(0, candidate.find('.')) == stem) {
      return std::string(candidate);
    }
  }
  return nearest(name, known);
}

// “policy.json.txt”, as editors save it that hide the endings they add: policy.json. Else empty.
std::string without_added_ending(const std::string& name) {
  const std::size_t point = name.rfind('.');
  const std::string rest = name.substr(0, point == std::string::npos ? 0 : point);
  return rest.ends_with(".json") || rest.ends_with(".csv") ? rest : std::string();
}

class Lister {
 public:
  Lister(const FileSystem& files, const std::string& project, Diagnostics& problems)
      : files_(files), project_(project), problems_(problems) {}

  std::vector<DataFile> list() {
    if (const auto entries = files_.list(join_path(project_, "data"))) {
      for (const DirectoryEntry& entry : entries.value()) listed_.insert("data/" + entry.name);
    }
    for (const RecordKind& kind : model::schema::record_kinds()) add(kind);
    warn_of_strangers();
    return std::move(found_);
  }

 private:
  // A link that leads nowhere is there, too; reading says why it cannot be read.
  bool exists(const std::string& path) const {
    if (listed_.contains(path)) return true;
    const auto there = files_.about(join_path(project_, path));
    return !there || there.value();
  }

  void add(const RecordKind& kind) {
    const std::string base = "data/" + std::string(kind.path);
    if (kind.layout == Layout::single || kind.layout == Layout::many) {
      if (exists(base + ".json")) found_.push_back({&kind, base + ".json"});
      const bool table = kind.layout == Layout::many && fits_a_table(*kind.shape);
      if (table && exists(base + ".csv")) found_.push_back({&kind, base + ".csv"});
      return;
    }
    if (!exists(base)) return;
    const auto entries = files_.list(join_path(project_, base));
    if (!entries) {
      problems_.add(entries.error());
      return;
    }
    for (const DirectoryEntry& entry : entries.value()) {
      const std::string path = base + "/" + entry.name;
      const bool json = entry.name.ends_with(".json");
      const bool csv = kind.layout == Layout::tables && entry.name.ends_with(".csv");
      if (is_hidden(entry.name)) continue;
      if (entry.kind == FileKind::file && (json || csv)) {
        found_.push_back({&kind, path});
      } else if (!is_prose_folder(kind, entry, entries.value())) {
        Diagnostic stranger = problem(msg::unknown_data_file{}, Location::of_file(path));
        stranger.suggestion = without_added_ending(entry.name);
        problems_.add(std::move(stranger));
      }
    }
  }

  // A misspelt folder would otherwise vanish without a word.
  void warn_of_strangers() {
    auto entries = files_.list(join_path(project_, "data"));
    if (!entries) return;
    const std::vector<std::string> names = expected_names();
    const std::vector<std::string_view> known(names.begin(), names.end());
    for (const DirectoryEntry& entry : entries.value()) {
      const bool folder = entry.name.find('.') == std::string::npos;
      const bool expected = std::find(known.begin(), known.end(), entry.name) != known.end() &&
                            folder == (entry.kind == FileKind::directory);
      if (expected || is_hidden(entry.name)) continue;
      Diagnostic found = problem(msg::unknown_data_file{}, Location::of_file("data/" + entry.name));
      found.suggestion = nearest_name(entry.name, known);
      problems_.add(std::move(found));
    }
  }

  const FileSystem& files_;
  const std::string& project_;
  Diagnostics& problems_;
  std::vector<DataFile> found_;
  std::set<std::string> listed_;  ///< what is in data/ itself
};

}  // namespace

std::vector<DataFile> data_files(const FileSystem& files, const std::string& project,
                                 Diagnostics& problems) {
  return Lister(files, project, problems).list();
}

}  // namespace huice::load
