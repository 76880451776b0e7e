// SPDX-License-Identifier: Apache-2.0
// The first line of the input names a reader, the rest is what it reads, over and over: four times
// as much may not cost much more than four times the processor's time.

#include "base/memory_files.h"
#include "base/utf8.h"
#include "formats/table.h"
#include "load/project.h"
#include "logic/condition/parse.h"
#include "logic/condition_names.h"
#include "markdown/parse.h"
#include "markdown/write.h"
#include "template/engine.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdlib>
#include <ctime>
#include <string>
#include <string_view>

using namespace huice;

namespace {

constexpr std::size_t kFew = std::size_t{16} << 10U;
constexpr std::size_t kMany = 4 * kFew;
/// Less than this is noise; a cost in proportion would be 4.
constexpr double kNotable = 0.1;
constexpr double kMostTimes = 10;
constexpr int kTries = 3;

std::string repeated(std::string_view part, std::string_view between, std::size_t size) {
  std::string out;
  while (out.size() < size) (out += part) += between;
  out.erase(out.size() - between.size());
  return out;
}

void format_all(const Diagnostics& problems) {
  for (const Diagnostic& found : problems.sorted()) format_diagnostic(found, Language::en);
}

void read_markdown(std::string_view part, std::size_t size) {
  if (utf8::first_invalid(part) != utf8::kValid) return;
  const std::string text = repeated(part, "", size);
  Diagnostics problems;
  const markdown::Document tree = markdown::parse(SourceText("input", text), problems);
  for (const markup::Format format : {markup::Format::html, markup::Format::markdown,
                                      markup::Format::typst, markup::Format::text}) {
    std::string out;
    static_cast<void>(markdown::write(tree, format, {}, out));
  }
  format_all(problems);
}

void read_table(std::string_view part, std::size_t size) {
  MemoryFileSystem files;
  files.put("in.csv", repeated(part, "", size));
  Diagnostics problems;
  const auto reader = formats::open_csv(files, "in.csv", problems);
  formats::Row row;
  while (reader && reader->next(row)) static_cast<void>(reader->place(0));
  format_all(problems);
}

void read_records(std::string_view part, std::size_t size) {
  MemoryFileSystem files;
  files.put("p/data/site.json", R"({"name": "x"})");
  files.put("p/data/topics.json", R"({"topics": [)" + repeated(part, ", ", size) + "]}");
  Diagnostics problems;
  static_cast<void>(load::load_project(files, {.project = "p", .threads = 1}, problems));
  format_all(problems);
}

void read_template(std::string_view part, std::size_t size) {
  tmpl::Environment environment(nullptr);
  Diagnostics problems;
  environment.add_template("t.html", {repeated(part, "", size), "t.html"}, problems);
  format_all(problems);
}

void read_condition(std::string_view part, std::size_t size) {
  static const logic::Vocabulary names = test::some_names();
  static_cast<void>(logic::parse_condition(repeated(part, " 或 ", size), names));
}

using Reader = void (*)(std::string_view part, std::size_t size);
constexpr std::array<std::pair<std::string_view, Reader>, 5> kReaders{{
    {"markdown", read_markdown},
    {"table", read_table},
    {"records", read_records},
    {"template", read_template},
    {"condition", read_condition},
}};

double seconds(Reader reader, std::string_view part, std::size_t size) {
  timespec start{};
  timespec end{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &start);
  reader(part, size);
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &end);
  return static_cast<double>(end.tv_sec - start.tv_sec) +
         1e-9 * static_cast<double>(end.tv_nsec - start.tv_nsec);
}

bool is_dear(Reader reader, std::string_view part) {
  const double many = seconds(reader, part, kMany);
  return many > kNotable && many > kMostTimes * seconds(reader, part, kFew);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view input(reinterpret_cast<const char*>(data), size);
  const std::size_t end = std::min(input.find('\n'), input.size());
  const std::string_view part = input.substr(std::min(end + 1, input.size()));
  if (part.empty()) return 0;
  for (const auto& [name, reader] : kReaders) {
    if (name != input.substr(0, end)) continue;
    int dear = 0;
    while (dear < kTries && is_dear(reader, part)) ++dear;
    if (dear == kTries) std::abort();
  }
  return 0;
}
