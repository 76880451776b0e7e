// SPDX-License-Identifier: Apache-2.0
// Puts the data files of the input over those of the project that `huice init` makes and builds its
// site in memory, twice: the same pages, or the same problems and nothing written.

#include "input/project_input.h"
#include "project/verbs.h"
#include "support/shipped_folder.h"

#include <cstdint>
#include <cstdlib>
#include <map>
#include <string>
#include <string_view>

using namespace huice;

namespace {

/// huice's own files and the project, which every input begins from.
const test::FilesByPath& starter() {
  static const test::FilesByPath kFiles = test::starter_files(HUICE_SOURCE_DIR);
  return kFiles;
}

struct Built {
  project::Outcome outcome{};
  std::string said;
  std::map<std::string, std::string> pages;
};

Built build(const fuzz::DataFiles& records) {
  MemoryFileSystem files;
  for (const auto& [path, bytes] : starter()) {
    const std::string& name = path;
    bool replaced = false;
    for (const auto& one : records) {
      const std::string put = "p/data/" + one.first;
      replaced =
          replaced || put == name || put.starts_with(name + "/") || name.starts_with(put + "/");
    }
    if (!replaced) files.put(path, bytes);
  }
  fuzz::put(files, "p", records);
  const FixedClock clock("2026-03-05");
  const project::Setting setting{.files = files,
                                 .clock = clock,
                                 .share = "share",
                                 .version = "0.0.0",
                                 .language = Language::en};
  const project::Answer answer =
      project::build({.project = "p", .output = {}, .as_of = {}, .threads = 1}, setting);
  Built out;
  out.outcome = answer.outcome;
  for (const Diagnostic& found : answer.problems->sorted()) {
    out.said += format_diagnostic(found, Language::en);
  }
  out.pages = files.snapshot("p/public");
  if (out.outcome == project::Outcome::environment) std::abort();
  if ((out.outcome == project::Outcome::done) == out.pages.empty()) std::abort();
  if (out.outcome != project::Outcome::done && out.said.empty() && answer.said.empty()) {
    std::abort();
  }
  return out;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view input(reinterpret_cast<const char*>(data), size);
  const fuzz::DataFiles records = fuzz::data_files(input);
  const Built first = build(records);
  const Built again = build(records);
  if (again.outcome != first.outcome || again.said != first.said || again.pages != first.pages) {
    std::abort();
  }
  return 0;
}
