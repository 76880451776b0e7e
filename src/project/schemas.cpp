// SPDX-License-Identifier: Apache-2.0
#include "project/schemas.h"

#include "base/messages/cli.h"
#include "base/spelling.h"
#include "load/json_schema.h"
#include "project/asked.h"

#include <algorithm>

namespace huice::project {
namespace {

using model::schema::Layout;
using model::schema::RecordKind;

std::string data_file(const RecordKind& kind) {
  const std::string path = "data/" + std::string(kind.path);
  if (kind.layout == Layout::folder) return path + "/<id>.json";
  return path + (kind.layout == Layout::tables ? "/*.json" : ".json");
}

std::string list_kinds(Language language) {
  std::string out;
  std::size_t names = 0;
  std::size_t files = 0;
  for (const RecordKind& kind : model::schema::record_kinds()) {
    names = std::max(names, load::schema_name(kind).size());
    files = std::max(files, data_file(kind).size());
  }
  for (const RecordKind& kind : model::schema::record_kinds()) {
    const std::string name = load::schema_name(kind);
    const std::string file = data_file(kind);
    out += name + std::string(names - name.size() + 2, ' ') + file;
    out += std::string(files - file.size() + 2, ' ');
    (out += kind.doc.in(language)) += "\n";
  }
  return out;
}

// By its name, or by the name of its file or folder.
const RecordKind* find_kind(std::string_view name) {
  for (const RecordKind& kind : model::schema::record_kinds()) {
    const std::string_view path = kind.path.substr(kind.path.rfind('/') + 1);
    if (name == load::schema_name(kind) || name == kind.name.en || name == path) return &kind;
  }
  return nullptr;
}

Answer unknown_kind(const std::string& name, const Setting& setting) {
  std::vector<std::string> names;
  for (const RecordKind& kind : model::schema::record_kinds()) {
    names.push_back(load::schema_name(kind));
  }
  const std::string near = nearest(name, std::vector<std::string_view>(names.begin(), names.end()));
  const Argument refusal = near.empty() ? Argument(msg::no_kind{.name = name})
                                        : msg::no_kind_near{.name = name, .near = near};
  return Answer::refused(say(refusal, setting));
}

Result<void> write_schema(FileSystem& files, const std::string& folder, const RecordKind& kind,
                          Language language) {
  const std::string path = join_path(folder, load::schema_file(kind));
  const std::string text = load::json_schema(kind, language);
  if (files.holds(path, text)) return {};
  if (auto removed = files.remove(path); !removed) return removed;
  return files.create(path, text);
}

Answer written(const Result<void>& result) {
  Answer answer;
  if (result) return answer;
  answer.outcome = Outcome::environment;
  answer.problems->add(result.error());
  return answer;
}

Result<void> write_one(FileSystem& files, const std::string& folder, const RecordKind& kind,
                       Language language) {
  if (auto made = files.make_directories(folder); !made) return made;
  return write_schema(files, folder, kind, language);
}

}  // namespace

Result<void> write_schemas(FileSystem& files, const std::string& folder, Language language) {
  for (const RecordKind& kind : model::schema::record_kinds()) {
    if (auto done = write_one(files, folder, kind, language); !done) return done;
  }
  return {};
}

Answer schema(const SchemaOptions& options, const Setting& setting) {
  if (options.all) {
    if (options.output.empty() || !options.kind.empty()) {
      return Answer::refused(say(msg::all_needs_folder{}, setting));
    }
    return written(write_schemas(setting.files, options.output, setting.language));
  }
  Answer answer;
  if (options.kind.empty()) {
    if (!options.output.empty()) return Answer::refused(say(msg::output_needs_kind{}, setting));
    answer.out = list_kinds(setting.language);
    return answer;
  }
  const RecordKind* kind = find_kind(options.kind);
  if (kind == nullptr) return unknown_kind(options.kind, setting);
  if (!options.output.empty())
    return written(write_one(setting.files, options.output, *kind, setting.language));
  answer.out = load::json_schema(*kind, setting.language);
  return answer;
}

}  // namespace huice::project
