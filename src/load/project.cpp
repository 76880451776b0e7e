// SPDX-License-Identifier: Apache-2.0
//
// Plans one Job a data file, makes room for every record, reads the files, then checks what spans
// files. Room is made before reading so that threads fill records of one list without
// locks; only tables, whose number of rows is unknown, are read into lists of their own.
#include "load/project.h"

#include "base/messages/load.h"
#include "base/spelling.h"
#include "base/usable_text.h"
#include "load/checks.h"
#include "load/csv_file.h"
#include "load/json_file.h"
#include "model/schema/records.h"

#include <oneapi/tbb/info.h>
#include <oneapi/tbb/parallel_for.h>
#include <oneapi/tbb/task_arena.h>

#include <algorithm>
#include <iterator>
#include <memory>
#include <type_traits>
#include <variant>

namespace huice::load {
namespace {

using model::Library;
using model::schema::Layout;
using model::schema::RecordKind;

struct Job {
  const RecordKind* kind = nullptr;
  std::uint32_t file = 0;  ///< index into Records::files
  std::size_t record = 0;  ///< folder: which record of the list
  std::vector<Reference> references;
  std::unique_ptr<model::Records> rows;  ///< tables: what was read
};

bool is_hidden(const std::string& name) {
  return name.starts_with('.') || name.starts_with('~');
}

class Loader {
 public:
  Loader(const FileSystem& file_system, const LoadOptions& options, Diagnostics& problems)
      : file_system_(file_system), options_(options), problems_(problems) {
    records_.files.emplace_back();
  }

  std::optional<Library> load() {
    const std::string data = join_path(options_.project, "data");
    if (!file_system_.info(join_path(data, "site.json"))) {
      problems_.add(problem(msg::no_project{}, Location::of_file(options_.project)));
      return std::nullopt;
    }
    for (const RecordKind& kind : model::schema::record_kinds()) plan(kind);
    warn_of_strangers();
    read_all();
    merge_tables();
    read_booklet_prose();
    Library library(std::move(records_));
    model::Locator locator(file_system_, options_.project, library.files());
    std::vector<Reference> references;
    for (Job& job : jobs_) {
      std::move(job.references.begin(), job.references.end(), std::back_inserter(references));
    }
    check_library(library, references, locator, problems_);
    if (problems_.has_errors()) return std::nullopt;
    return library;
  }

 private:
  bool exists(const std::string& path) const {
    return file_system_.info(join_path(options_.project, path)).has_value();
  }

  std::uint32_t add_file(const std::string& path) {
    records_.files.push_back(path);
    return static_cast<std::uint32_t>(records_.files.size() - 1);
  }

  void add_job(const RecordKind& kind, const std::string& path) {
    Job job;
    job.kind = &kind;
    job.file = add_file(path);
    if (kind.layout == Layout::folder) {
      job.record = make_room(kind);
    }
    jobs_.push_back(std::move(job));
  }

  // Adds an empty record to the kind's list; returns its number.
  std::size_t make_room(const RecordKind& kind) {
    const auto add = [this](auto member) -> std::size_t {
      if constexpr (std::is_same_v<decltype(member), model::Site model::Records::*>) {
        return 0;
      } else {
        (records_.*member).emplace_back();
        return (records_.*member).size() - 1;
      }
    };
    return std::visit(add, kind.member);
  }

  void plan(const RecordKind& kind) {
    const std::string base = "data/" + std::string(kind.path);
    if (kind.layout == Layout::single || kind.layout == Layout::many) {
      if (exists(base + ".json")) add_job(kind, base + ".json");
      const bool table = kind.layout == Layout::many && fits_a_table(*kind.shape);
      if (table && exists(base + ".csv")) add_job(kind, base + ".csv");
      return;
    }
    if (!exists(base)) return;
    auto entries = file_system_.list(join_path(options_.project, base));
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
        add_job(kind, path);
      } else if (!is_prose_folder(kind, entry, entries.value())) {
        problems_.add(problem(msg::unknown_data_file{}, Location::of_file(path)));
      }
    }
  }

  // data/booklets/<id>/ holds the Markdown of data/booklets/<id>.json.
  static bool is_prose_folder(const RecordKind& kind, const DirectoryEntry& entry,
                              const std::vector<DirectoryEntry>& entries) {
    if (kind.path != "booklets" || entry.kind != FileKind::directory) return false;
    return std::any_of(entries.begin(), entries.end(), [&](const DirectoryEntry& other) {
      return other.name == entry.name + ".json";
    });
  }

  // What data/ may hold: the names that plan() looks for.
  static std::vector<std::string> expected_names() {
    std::vector<std::string> names{"private"};
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
  static std::string nearest_name(std::string_view name,
                                  const std::vector<std::string_view>& known) {
    const std::string_view stem = name.substr(0, name.find('.'));
    for (const std::string_view candidate : known) {
      if (candidate != name && candidate.substr(0, candidate.find('.')) == stem) {
        return std::string(candidate);
      }
    }
    return nearest(name, known);
  }

  // A misspelt folder would otherwise vanish without a word.
  void warn_of_strangers() {
    auto entries = file_system_.list(join_path(options_.project, "data"));
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

  // Lists may stand in a JSON and a CSV file at once, so their files are read one after another;
  // the many files with one record each are read in parallel.
  void read_all() {
    std::vector<Job*> parallel;
    for (Job& job : jobs_) {
      const Layout layout = job.kind->layout;
      if (layout == Layout::folder || layout == Layout::tables) {
        parallel.push_back(&job);
      } else {
        read_file(job);
      }
    }
    // Asked for more threads than there are processors, oneTBB prints a warning of its own.
    const int most = oneapi::tbb::info::default_concurrency();
    oneapi::tbb::task_arena arena(options_.threads > 0 ? std::min(options_.threads, most) : most);
    arena.execute([this, &parallel] {
      oneapi::tbb::parallel_for(std::size_t{0}, parallel.size(),
                                [&](std::size_t i) { read_file(*parallel[i]); });
    });
  }

  // The file's text without its byte-order mark, or nothing where it cannot be used. That JSON is
  // text is for its reader to see.
  std::optional<std::string> read_text(std::uint32_t file, std::vector<Trace> traces = {}) {
    const std::string& name = records_.files[file];
    auto bytes = file_system_.read(join_path(options_.project, name), options_.largest_file << 20U);
    if (!bytes) {
      Diagnostic found = bytes.error();
      found.where = Location::of_file(name);
      found.traces = std::move(traces);
      problems_.add(std::move(found));
      return std::nullopt;
    }
    const SourceText source(name, bytes.value());
    if (!name.ends_with(".json") && !is_usable(source, problems_)) return std::nullopt;
    return std::string(source.text());
  }

  void read_file(Job& job) {
    const auto text = read_text(job.file);
    if (!text) return;
    const SourceText source(records_.files[job.file], *text);
    FileContext context(source, job.file, problems_, job.references);
    // Lists in one file have one reader; tables fill the same list from many files.
    if (job.kind->layout == Layout::tables) job.rows = std::make_unique<model::Records>();
    model::Records& into = job.rows ? *job.rows : records_;
    std::visit([&](auto member) { read(job, into.*member, context); }, job.kind->member);
  }

  void read(const Job& /*job*/, model::Site& site, FileContext& context) const {
    read_json_record(model::schema::shape_of<model::Site>(), site, context);
  }

  template <class Record>
  void read(const Job& job, std::vector<Record>& list, FileContext& context) const {
    if (job.kind->layout == Layout::folder) {
      read_json_record(model::schema::shape_of<Record>(), list[job.record], context);
    } else if (records_.files[job.file].ends_with(".csv")) {
      read_csv_list(model::schema::list_of<Record>(), list, context);
    } else {
      const std::string_view path = job.kind->path;
      const std::string_view key = path.substr(path.rfind('/') + 1);
      read_json_list(key, model::schema::list_of<Record>(), list, context);
    }
  }

  void merge_tables() {
    const auto append = [](auto& all, auto& rows) {
      std::move(rows.begin(), rows.end(), std::back_inserter(all));
    };
    for (Job& job : jobs_) {
      if (job.rows) model::each_list(append, records_, *job.rows);
    }
  }

  void read_prose_file(const model::Booklet& booklet, const std::string& name,
                       const model::Place& named_at, model::Prose& into) {
    if (name.empty()) return;
    const std::uint32_t file = add_file("data/booklets/" + booklet.id + "/" + name);
    const Location where{records_.files[named_at.file], named_at.line, named_at.column};
    auto text = read_text(file, {Trace{msg::named_at{}, where}});
    if (text) into = model::Prose{std::move(*text), model::Place{file, 1, 1}};
  }

  void read_booklet_prose() {
    for (model::Booklet& booklet : records_.booklets) {
      read_prose_file(booklet, booklet.preface_file, booklet.provenance.place, booklet.preface);
      for (model::Chapter& chapter : booklet.chapters) {
        read_prose_file(booklet, chapter.intro_file, chapter.place, chapter.intro);
      }
    }
  }

  const FileSystem& file_system_;
  const LoadOptions& options_;
  Diagnostics& problems_;
  model::Records records_;
  std::vector<Job> jobs_;
};

}  // namespace

std::optional<Library> load_project(const FileSystem& file_system, const LoadOptions& options,
                                    Diagnostics& problems) {
  return Loader(file_system, options, problems).load();
}

}  // namespace huice::load
