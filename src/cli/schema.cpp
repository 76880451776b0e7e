// SPDX-License-Identifier: Apache-2.0
//
// `huice schema`: the record kinds, and the JSON Schema of each.
#include "cli/schema.h"

#include "base/messages/cli.h"
#include "base/spelling.h"
#include "cli/commands.h"
#include "load/json_schema.h"

#include <algorithm>
#include <ostream>

namespace huice::cli {
namespace {

using model::schema::Layout;
using model::schema::RecordKind;

std::string data_file(const RecordKind& kind) {
  const std::string path = "data/" + std::string(kind.path);
  if (kind.layout == Layout::folder) return path + "/<id>.json";
  return path + (kind.layout == Layout::tables ? "/*.json" : ".json");
}

void list_kinds(std::ostream& out, Language language) {
  std::size_t names = 0;
  std::size_t files = 0;
  for (const RecordKind& kind : model::schema::record_kinds()) {
    names = std::max(names, load::schema_name(kind).size());
    files = std::max(files, data_file(kind).size());
  }
  for (const RecordKind& kind : model::schema::record_kinds()) {
    const std::string name = load::schema_name(kind);
    const std::string file = data_file(kind);
    out << name << std::string(names - name.size() + 2, ' ') << file
        << std::string(files - file.size() + 2, ' ') << kind.doc.in(language) << "\n";
  }
}

// By its name, or by the name of its file or folder.
const RecordKind* find_kind(std::string_view name) {
  for (const RecordKind& kind : model::schema::record_kinds()) {
    const std::string_view path = kind.path.substr(kind.path.rfind('/') + 1);
    if (name == load::schema_name(kind) || name == kind.name.en || name == path) return &kind;
  }
  return nullptr;
}

Exit unknown_kind(const std::string& name, World& world) {
  std::vector<std::string> names;
  for (const RecordKind& kind : model::schema::record_kinds()) {
    names.push_back(load::schema_name(kind));
  }
  const std::string near = nearest(name, std::vector<std::string_view>(names.begin(), names.end()));
  const Argument refusal = near.empty() ? Argument(msg::no_kind{.name = name})
                                        : msg::no_kind_near{.name = name, .near = near};
  world.err << say(refusal, world) << "\n";
  return Exit::usage;
}

Result<void> write_schema(FileSystem& files, const std::string& folder, const RecordKind& kind) {
  const std::string path = join_path(folder, load::schema_file(kind));
  const std::string text = load::json_schema(kind);
  if (files.holds(path, text)) return {};
  if (auto removed = files.remove(path); !removed) return removed;
  return files.create(path, text);
}

Exit written(const Result<void>& result, World& world) {
  if (result) return Exit::done;
  Diagnostics problems;
  problems.add(result.error());
  show(problems, world);
  return Exit::environment;
}

Result<void> write_one(FileSystem& files, const std::string& folder, const RecordKind& kind) {
  if (auto made = files.make_directories(folder); !made) return made;
  return write_schema(files, folder, kind);
}

}  // namespace

Result<void> write_schemas(FileSystem& files, const std::string& folder) {
  for (const RecordKind& kind : model::schema::record_kinds()) {
    if (auto done = write_one(files, folder, kind); !done) return done;
  }
  return {};
}

Exit schema(const SchemaOptions& options, World& world) {
  if (options.all) {
    if (options.output.empty() || !options.kind.empty()) {
      world.err << say(msg::all_needs_folder{}, world) << "\n";
      return Exit::usage;
    }
    return written(write_schemas(world.files, options.output), world);
  }
  if (options.kind.empty()) {
    if (!options.output.empty()) {
      world.err << say(msg::output_needs_kind{}, world) << "\n";
      return Exit::usage;
    }
    list_kinds(world.out, world.language);
    return Exit::done;
  }
  const RecordKind* kind = find_kind(options.kind);
  if (kind == nullptr) return unknown_kind(options.kind, world);
  if (!options.output.empty()) {
    return written(write_one(world.files, options.output, *kind), world);
  }
  world.out << load::json_schema(*kind);
  return Exit::done;
}

}  // namespace huice::cli
