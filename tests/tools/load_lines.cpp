// SPDX-License-Identifier: Apache-2.0
// Loads a project again and again for tests/scripts/schema.py: load_lines PROJECT. Each line in is
//   {"path": "data/policies/x.json", "text": "…"}
// and each line out is what loading reports of the project with that one file replaced (or added):
//   [{"code": "bad-money", "file": "data/policies/x.json", "message": the whole diagnostic}, …]

#include "base/memory_files.h"
#include "load/project.h"

#include <nlohmann/json.hpp>

#include <iostream>
#include <string>

namespace {

using huice::DirectoryEntry;
using huice::FileKind;
using huice::join_path;
using Json = nlohmann::ordered_json;

void copy(const huice::FileSystem& disk, const std::string& from, huice::MemoryFileSystem& files,
          const std::string& to) {
  const auto entries = disk.list(from);
  if (!entries) return;
  for (const DirectoryEntry& entry : entries.value()) {
    const std::string source = join_path(from, entry.name);
    const std::string target = join_path(to, entry.name);
    if (entry.kind == FileKind::directory) {
      copy(disk, source, files, target);
    } else {
      files.put(target, disk.read(source).value());
    }
  }
}

Json problems_of(const huice::FileSystem& files) {
  huice::Diagnostics problems;
  huice::load::load_project(files, {.project = "p", .threads = 1}, problems);
  Json out = Json::array();
  for (const huice::Diagnostic& found : problems.sorted()) {
    out.push_back({{"code", found.code.slug()},
                   {"file", found.where.file},
                   {"message", huice::format_diagnostic(found, huice::Language::en)}});
  }
  return out;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) return 2;
  std::ios::sync_with_stdio(false);
  const huice::RealFileSystem disk;
  huice::MemoryFileSystem files;
  copy(disk, join_path(argv[1], "data"), files, "p/data");
  for (std::string line; std::getline(std::cin, line);) {
    const Json job = Json::parse(line);
    const std::string path = "p/" + job.at("path").get<std::string>();
    const auto before = files.read(path);
    files.put(path, job.at("text").get<std::string>());
    // Flushed, since the other side reads an answer before it writes the next line.
    std::cout << problems_of(files).dump(-1, ' ', false, Json::error_handler_t::replace)
              << std::endl;
    if (before.ok()) {
      files.put(path, before.value());
    } else if (!files.remove(path)) {
      return 3;
    }
  }
}
