// SPDX-License-Identifier: Apache-2.0
#include "project/empty_project.h"

#include "base/messages/cli.h"
#include "load/json_schema.h"
#include "model/library.h"
#include "model/schema/records.h"
#include "project/asked.h"

namespace huice::project {
namespace {

using model::schema::Layout;
using model::schema::RecordKind;

std::string empty_list(const RecordKind& kind) {
  const std::size_t slash = kind.path.rfind('/');
  const bool deeper = slash != std::string_view::npos;
  const std::string key(kind.path.substr(deeper ? slash + 1 : 0));
  return "{\n  \"$schema\": \"" + std::string(deeper ? "../" : "") + ".schema/" +
         load::schema_file(kind) + "\",\n  \"" + key + "\": []\n}\n";
}

Result<void> write_list(FileSystem& files, const std::string& folder, const RecordKind& kind) {
  const std::string path = join_path(folder, std::string(kind.path));
  const std::string around = path.substr(0, path.rfind('/'));
  if (auto made = files.make_directories(around); !made) return made;
  return files.create(path + ".json", empty_list(kind));
}

}  // namespace

Result<void> write_empty_lists(FileSystem& files, const std::string& folder) {
  for (const RecordKind& kind : model::schema::record_kinds()) {
    if (kind.layout == Layout::single) continue;
    const auto done = kind.layout == Layout::many
                          ? write_list(files, folder, kind)
                          : files.make_directories(join_path(folder, std::string(kind.path)));
    if (!done) return done;
  }
  return {};
}

std::string record_first(const model::Library& library, const Setting& setting) {
  if (!library.policies().empty() || !library.proposals().empty() || !library.observed().empty()) {
    return {};
  }
  if (library.regions().empty()) return say(msg::record_regions_first{}, setting);
  if (library.organizations().empty()) return say(msg::record_organizations_first{}, setting);
  return say(msg::record_a_policy{}, setting);
}

}  // namespace huice::project
