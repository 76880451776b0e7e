// SPDX-License-Identifier: Apache-2.0
//
// Each data file is read on its own, into records of its own, so that threads need no locks and a
// file can be read again alone; then the records of all files become one library, and what spans
// files is checked.
#include "load/project.h"

#include "base/encoding.h"
#include "base/hidden_characters.h"
#include "base/messages/formats.h"
#include "base/messages/load.h"
#include "base/usable_text.h"
#include "load/annex_files.h"
#include "load/checks.h"
#include "load/csv_file.h"
#include "load/data_files.h"
#include "load/json_file.h"
#include "load/names.h"
#include "load/worker_count.h"
#include "model/schema/records.h"

#include <oneapi/tbb/parallel_for.h>
#include <oneapi/tbb/task_arena.h>

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>
#include <utility>
#include <variant>

namespace huice::load {
namespace {

using model::schema::Layout;
using model::schema::RecordKind;

/// What one data file holds, with the texts that it names.
struct Part {
  std::uint32_t file = 0;  ///< the number of its name
  model::SharedRecords records;
  std::vector<Reference> references;
  Diagnostics problems;
  std::vector<std::string> inputs;  ///< what it was read from, whether it was there or not
};

// Whether a change of `changed`, a file or folder, is one of `input`.
bool concerns(const std::string& changed, const std::string& input) {
  return changed.empty() || is_below(input, changed);
}

}  // namespace

struct Loader::Kept {
  Kept(const FileSystem& read_from, LoadOptions how) : files(&read_from), options(std::move(how)) {}

  std::uint32_t number(const std::string& path) {
    const auto [at, is_new] = numbers.emplace(path, static_cast<std::uint32_t>(names.size()));
    if (is_new) names.push_back(path);
    return at->second;
  }

  void read_missing(const std::vector<DataFile>& all);
  model::SharedRecords joined(const std::vector<DataFile>& all) const;

  const FileSystem* files;
  LoadOptions options;
  std::vector<std::string> names{{}};  ///< Place::file points here
  std::unordered_map<std::string, std::uint32_t> numbers;
  std::map<std::string, std::unique_ptr<Part>> parts;  ///< by path
};

namespace {

/// Reads one data file.
class PartReader {
 public:
  PartReader(const FileSystem& files, const LoadOptions& options, const DataFile& from,
             std::uint32_t number)
      : files_(files), options_(options), kind_(*from.kind), part_(std::make_unique<Part>()) {
    part_->file = number;
    part_->inputs.push_back(from.path);
  }

  /// From any thread.
  void read_records() {
    const std::string& path = part_->inputs.front();
    const auto text = read_text(path);
    if (!text) return;
    const SourceText source(path, *text);
    FileContext context(source, part_->file, part_->problems, part_->references);
    std::visit([&](auto member) { read(records_.*member, context); }, kind_.member);
  }

  /// The Markdown that booklets name. `number` gives a file its number.
  template <class Number>
  void read_prose(const Number& number) {
    for (model::Booklet& booklet : records_.booklets) {
      read_prose_file(booklet, booklet.preface_file, booklet.provenance.place, booklet.preface,
                      number);
      for (model::Chapter& chapter : booklet.chapters) {
        read_prose_file(booklet, chapter.intro_file, chapter.place, chapter.intro, number);
      }
    }
  }

  /// How large the files of annexes are. Whether they may be published is for check_annexes() to
  /// say.
  void measure_annexes() {
    for (model::Policy& policy : records_.policies) measure(policy.annexes);
    for (model::Proposal& proposal : records_.proposals) {
      if (proposal.reply) measure(proposal.reply->annexes);
    }
  }

  std::unique_ptr<Part> take() {
    part_->records = model::share(std::move(records_));
    return std::move(part_);
  }

 private:
  // The file's text without its byte-order mark, or nothing where it cannot be used. That JSON is
  // text is for its reader to see.
  std::optional<std::string> read_text(const std::string& name, std::vector<Trace> traces = {}) {
    auto bytes = files_.read(join_path(options_.project, name), options_.largest_file << 20U);
    if (!bytes) {
      Diagnostic found = bytes.error();
      found.where = Location::of_file(name);
      found.traces = std::move(traces);
      part_->problems.add(std::move(found));
      return std::nullopt;
    }
    if (name.ends_with(".csv")) {
      if (auto text = from_gb18030(bytes.value())) {
        part_->problems.add(problem(msg::csv_gb18030{}, Location::of_file(name)));
        return text;
      }
    }
    const SourceText source(name, bytes.value());
    if (!name.ends_with(".json") && !is_usable(source, part_->problems)) return std::nullopt;
    if (name.ends_with(".md")) {
      FileContext context(source, part_->file, part_->problems, part_->references);
      context.check_characters(name_in(name), source.text(), {0, source.text().size()}, false);
    }
    return std::string(source.text());
  }

  void measure(std::vector<model::Annex>& annexes) {
    for (model::Annex& annex : annexes) {
      if (annex.file.empty()) continue;
      part_->inputs.push_back(annex_path(annex));
      const auto info = files_.info(join_path(options_.project, annex_path(annex)));
      annex.size = info ? info->size : 0;  // check_annexes() says what is wrong with it
    }
  }

  static void read(model::Site& site, FileContext& context) {
    read_json_record(model::schema::shape_of<model::Site>(), site, context);
  }

  template <class Record>
  void read(std::vector<Record>& list, FileContext& context) const {
    if (kind_.layout == Layout::folder) {
      read_json_record(model::schema::shape_of<Record>(), list.emplace_back(), context);
    } else if (context.source().file().ends_with(".csv")) {
      read_csv_list(model::schema::list_of<Record>(), list, context);
    } else {
      const std::string_view key = kind_.path.substr(kind_.path.rfind('/') + 1);
      read_json_list(key, model::schema::list_of<Record>(), list, context);
    }
  }

  template <class Number>
  void read_prose_file(const model::Booklet& booklet, const std::string& name,
                       const model::Place& named_at, model::Prose& into, const Number& number) {
    if (name.empty()) return;
    const std::string path = "data/booklets/" + booklet.id + "/" + name;
    part_->inputs.push_back(path);
    const Location where{part_->inputs.front(), named_at.line, named_at.column};
    auto text = read_text(path, {Trace{msg::named_at{}, where}});
    if (text) into = model::Prose{std::move(*text), model::Place{number(path), 1, 1}};
  }

  const FileSystem& files_;
  const LoadOptions& options_;
  const RecordKind& kind_;
  std::unique_ptr<Part> part_;
  model::Records records_;
};

/// Where errors are, by file and line. An error is of the record that begins last before it.
class Faults {
 public:
  explicit Faults(const Diagnostics& found) {
    for (const Diagnostic& one : found.sorted()) {
      if (one.severity() == Severity::error) {
        places_[one.where.file].emplace(one.where.line, one.where.column);
      }
    }
  }

  bool any_in(const std::string& file) const { return places_.contains(file); }

  template <class List>
  void take_out(List& list, const std::vector<std::string>& files) const {
    if (places_.empty()) return;
    std::map<std::string_view, std::set<At>> starts;
    for (const auto& record : list) {
      const model::Place& place = record.provenance.place;
      starts[files.at(place.file)].emplace(place.line, place.column);
    }
    std::erase_if(list.pointers(), [&](const auto& record) {
      const model::Place& place = record->provenance.place;
      if (place.file == 0) return true;  // reading did not come to where it begins
      return is_faulty(files.at(place.file), {place.line, place.column}, starts);
    });
  }

 private:
  using At = std::pair<std::size_t, std::size_t>;

  bool is_faulty(const std::string& file, At start,
                 const std::map<std::string_view, std::set<At>>& starts) const {
    const auto known = places_.find(file);
    if (known == places_.end()) return false;
    const std::set<At>& in_file = starts.at(file);
    const auto next = in_file.upper_bound(start);
    // What is wrong before the first record, as with the file itself, is of the first.
    const At from = start == *in_file.begin() ? At{} : start;
    const auto fault = known->second.lower_bound(from);
    return fault != known->second.end() && (next == in_file.end() || *fault < *next);
  }

  std::map<std::string, std::set<At>, std::less<>> places_;
};

}  // namespace

void Loader::Kept::read_missing(const std::vector<DataFile>& all) {
  std::vector<PartReader> readers;
  for (const DataFile& one : all) {
    if (!parts.contains(one.path)) readers.emplace_back(*files, options, one, number(one.path));
  }
  oneapi::tbb::task_arena arena(worker_count(options.threads));
  arena.execute([&readers] {
    oneapi::tbb::parallel_for(std::size_t{0}, readers.size(),
                              [&](std::size_t i) { readers[i].read_records(); });
  });
  for (PartReader& one : readers) {
    one.read_prose([this](const std::string& path) { return number(path); });
    one.measure_annexes();
    auto part = one.take();
    parts[part->inputs.front()] = std::move(part);
  }
}

model::SharedRecords Loader::Kept::joined(const std::vector<DataFile>& all) const {
  model::SharedRecords records;
  records.files = names;
  for (const DataFile& one : all) {
    const Part& part = *parts.at(one.path);
    if (one.kind->layout == Layout::single) records.site = part.records.site;
    model::append(records, part.records);
  }
  return records;
}

Loader::Loader(const FileSystem& files, LoadOptions options)
    : kept_(std::make_unique<Kept>(files, std::move(options))) {}
Loader::Loader(Loader&&) noexcept = default;
Loader& Loader::operator=(Loader&&) noexcept = default;
Loader::~Loader() = default;

std::optional<model::Library> Loader::load(Diagnostics& problems) {
  const FileSystem& files = *kept_->files;
  const std::string& project = kept_->options.project;
  const auto site = files.about(join_path(project, "data/site.json"));
  if (!site || !site.value()) {
    Diagnostic found = site ? problem(msg::no_project{}, Location::of_file(project)) : site.error();
    if (!site) found.where = Location::of_file("data/site.json");
    problems.add(std::move(found));
    return std::nullopt;
  }
  const std::vector<DataFile> all = data_files(files, project, problems);
  kept_->read_missing(all);
  model::SharedRecords records = kept_->joined(all);
  std::vector<Reference> references;
  for (const DataFile& one : all) {
    const Part& part = *kept_->parts.at(one.path);
    problems.add_all(part.problems);
    references.insert(references.end(), part.references.begin(), part.references.end());
  }
  put_ids(records, references);
  const model::Library library(std::move(records));
  model::Locator locator(files, project, library.files());
  check_library(library, references, locator, problems);
  check_annexes(library, files, project, locator, problems);
  if (problems.has_errors()) return std::nullopt;
  return library;
}

std::optional<model::Library> Loader::sound_records(const Diagnostics& found) {
  std::vector<DataFile> all;
  Diagnostics known;
  for (DataFile& one : data_files(*kept_->files, kept_->options.project, known)) {
    if (kept_->parts.contains(one.path)) all.push_back(one);
  }
  model::SharedRecords records = kept_->joined(all);
  std::vector<Reference> references;
  for (const DataFile& one : all) {
    const auto& more = kept_->parts.at(one.path)->references;
    references.insert(references.end(), more.begin(), more.end());
  }
  put_ids(records, references);
  const Faults faults(found);
  if (faults.any_in("data/site.json") || !kept_->parts.contains("data/site.json")) {
    return std::nullopt;
  }
  model::each_list([&faults, &records](auto& list) { faults.take_out(list, records.files); },
                   records);
  return model::Library(std::move(records));
}

void Loader::forget(const std::vector<std::string>& changed) {
  std::erase_if(kept_->parts, [&changed](const auto& one) {
    const std::vector<std::string>& inputs = one.second->inputs;
    return std::any_of(inputs.begin(), inputs.end(), [&changed](const std::string& input) {
      return std::any_of(changed.begin(), changed.end(),
                         [&input](const std::string& path) { return concerns(path, input); });
    });
  });
}

std::optional<model::Library> load_project(const FileSystem& files, const LoadOptions& options,
                                           Diagnostics& problems) {
  return Loader(files, options).load(problems);
}

}  // namespace huice::load
