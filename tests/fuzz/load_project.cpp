// SPDX-License-Identifier: Apache-2.0
// Loads the data files of the input. Read again after they were forgotten, they give the same; and
// so do JSON files whose lines end as on Windows.

#include "input/project_input.h"
#include "load/project.h"

#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

using namespace huice;

namespace {

const std::string kProject = "p";

struct Read {
  bool good = false;
  std::string said;
};

Read read(load::Loader& loader) {
  Read out;
  Diagnostics problems;
  out.good = loader.load(problems).has_value();
  // No library without a reason, and none with an error.
  if (out.good == problems.has_errors()) std::abort();
  for (const Diagnostic& found : problems.sorted()) {
    out.said += format_diagnostic(found, Language::en);
  }
  return out;
}

std::string with_windows_lines(const std::string& text) {
  std::string out;
  for (const char c : text) {
    if (c == '\n') out += '\r';
    out += c;
  }
  return out;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view input(reinterpret_cast<const char*>(data), size);
  fuzz::DataFiles records = fuzz::data_files(input);
  MemoryFileSystem files;
  fuzz::put(files, kProject, records);
  load::Loader loader(files, {.project = kProject, .threads = 1});
  const Read first = read(loader);
  loader.forget({""});
  const Read again = read(loader);
  if (again.good != first.good || again.said != first.said) std::abort();

  bool has_returns = false;
  for (auto& [name, text] : records) {
    has_returns = has_returns || text.find('\r') != std::string::npos;
    if (name.ends_with(".json")) text = with_windows_lines(text);
  }
  if (has_returns) return 0;
  MemoryFileSystem windows;
  fuzz::put(windows, kProject, records);
  load::Loader other(windows, {.project = kProject, .threads = 1});
  if (read(other).good != first.good) std::abort();
  return 0;
}
