// SPDX-License-Identifier: Apache-2.0
#include "project/roster.h"

#include "base/messages/cli.h"
#include "base/spelling.h"
#include "load/worker_count.h"
#include "match/roster.h"
#include "match/short_names.h"
#include "model/schema/choice.h"
#include "project/asked.h"
#include "view/amount_wording.h"
#include "view/match_report.h"
#include "view/wording.h"

#include <oneapi/tbb/parallel_pipeline.h>
#include <oneapi/tbb/task_arena.h>

#include <algorithm>
#include <memory>

namespace huice::project {
namespace {

using formats::Cell;
using match::Result;

// What one thread takes at a time: enterprises, or fewer where there are many measures.
constexpr std::size_t kBatch = 64;
constexpr std::size_t kRows = 8192;

/// A column of the output: one of the roster's own, or one that is computed.
struct OutputColumn {
  std::string name;
  std::optional<std::size_t> carried;
  std::string computed;  ///< its key in templates/i18n: roster.column.<key>
};

const std::vector<std::string>& computed_keys() {
  static const std::vector<std::string> keys{
      "measure", "title", "article",  "beneficiaries", "verdict", "estimate", "low", "high",
      "per",     "steps", "stacking", "funding",       "missing", "reason",   "note"};
  return keys;
}

std::vector<OutputColumn> all_columns(const match::Roster& roster, const view::Words& words) {
  std::vector<OutputColumn> all;
  for (const std::string& key : computed_keys()) {
    all.push_back({std::string(words.text(view::key_in("roster.column", key))), std::nullopt, key});
  }
  std::vector<OutputColumn> carried;
  for (std::size_t i = 0; i < roster.carried_columns().size(); ++i) {
    std::string name = roster.carried_columns()[i];
    const auto is_taken = [&](const OutputColumn& one) {
      return one.name == name || one.computed == name;
    };
    const auto is_carried = [&](const std::string& one) { return one == name; };
    const auto& others = roster.carried_columns();
    while (std::any_of(all.begin(), all.end(), is_taken) ||
           (name != others[i] && std::any_of(others.begin(), others.end(), is_carried))) {
      name = words.text("roster.carried", {{"column", name}});
    }
    carried.push_back({std::move(name), i, {}});
  }
  all.insert(all.begin(), carried.begin(), carried.end());
  return all;
}

std::unique_ptr<formats::RowReader> open_roster(const MatchOptions& options, const Setting& setting,
                                                Diagnostics& problems) {
  if (options.roster != "-") {
    return formats::open_table(setting.files, options.roster, options.sheet, problems);
  }
  auto input = read_input(options.roster, setting, problems);
  if (!input) return nullptr;
  return formats::read_csv(std::move(input->bytes), input->name, problems);
}

/// What is between Chinese commas.
std::vector<std::string> parts_of(std::string_view names) {
  std::vector<std::string> parts{{}};
  while (!names.empty()) {
    std::string_view comma;
    for (const std::string_view one : {"，", "、"}) {
      if (names.starts_with(one)) comma = one;
    }
    if (!comma.empty()) {
      parts.emplace_back();
      names.remove_prefix(comma.size());
    } else {
      parts.back() += names.front();
      names.remove_prefix(1);
    }
  }
  return parts;
}

/// Those that --columns names, in its order; all where it names none. Reports unknown names.
std::vector<OutputColumn> chosen_columns(const MatchOptions& options, const match::Roster& roster,
                                         const view::Words& words, Diagnostics& problems) {
  std::vector<OutputColumn> all = all_columns(roster, words);
  if (options.columns.empty()) return all;
  const auto find = [&all](const std::string& name) {
    return std::find_if(all.begin(), all.end(), [&name](const OutputColumn& one) {
      return one.name == name || (!one.computed.empty() && one.computed == name);
    });
  };
  // A name may have a Chinese comma in it, and so may a list of names.
  std::vector<std::string> names;
  for (const std::string& name : options.columns) {
    for (std::string& part : find(name) != all.end() ? std::vector{name} : parts_of(name)) {
      names.push_back(std::move(part));
    }
  }
  std::vector<OutputColumn> chosen;
  for (const std::string& name : names) {
    const auto found = find(name);
    if (found != all.end()) {
      chosen.push_back(*found);
      continue;
    }
    std::vector<std::string_view> known;
    known.reserve(all.size() + computed_keys().size());
    for (const OutputColumn& one : all) known.push_back(one.name);
    known.insert(known.end(), computed_keys().begin(), computed_keys().end());
    Diagnostic unknown = problem(msg::roster_unknown_output{.column = name}, {});
    unknown.suggestion = nearest(name, known);
    problems.add(std::move(unknown));
  }
  return chosen;
}

class Matcher {
 public:
  Matcher(const match::Plan& plan, std::vector<OutputColumn> columns, const MatchOptions& options,
          const view::Words& words)
      : plan_(plan), columns_(std::move(columns)), words_(words) {
    const auto& only = options.only;
    for (const Verdict verdict : {Verdict::yes, Verdict::unknown, Verdict::no}) {
      const std::string word(model::schema::word(verdict));
      const std::string shown(words.text(view::key_in("verdict", word)));
      wanted_.push_back(only.empty() ||
                        std::any_of(only.begin(), only.end(), [&](const std::string& one) {
                          return one == word || one == shown;
                        }));
    }
    const view::Reader reader(plan.library());
    for (const match::PlannedMeasure& measure : plan.measures()) {
      texts_.push_back({view::basis_name(measure.measure, words),
                        view::funding_text(measure.measure, reader, words).text,
                        view::stacking_text(measure, reader, words),
                        view::beneficiaries_text(measure, reader, words)});
    }
    for (const OutputColumn& column : columns_) {
      if (column.computed == "steps") detail_ = match::Detail::steps;
    }
  }

  /// A row for each measure. The cells that the roster has itself are left empty: they are the same
  /// in each of them, and carry() fills them in when a row is written.
  std::vector<std::vector<Cell>> rows_of(const match::Entry& entry) const {
    std::vector<std::vector<Cell>> rows;
    match::Applicant applicant(plan_, entry.answers);
    for (std::size_t i = 0; i < plan_.measures().size(); ++i) {
      const Result result = match::match(plan_, plan_.measures()[i], applicant, detail_);
      const std::size_t place = result.verdict == Verdict::yes       ? 0
                                : result.verdict == Verdict::unknown ? 1
                                                                     : 2;
      if (!wanted_[place]) continue;
      std::vector<Cell>& row = rows.emplace_back();
      row.reserve(columns_.size());
      for (const OutputColumn& column : columns_) {
        row.push_back(column.carried ? Cell::none()
                                     : computed(column.computed, result, applicant, texts_[i]));
      }
    }
    return rows;
  }

  void carry(const match::Entry& entry, std::vector<Cell>& row) const {
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      if (columns_[i].carried) row[i] = carried(entry.carried[*columns_[i].carried]);
    }
  }

  std::size_t enterprises_at_a_time() const {
    const std::size_t measures = std::max<std::size_t>(1, plan_.measures().size());
    return std::clamp<std::size_t>(kRows / measures, 1, kBatch);
  }

 private:
  struct Texts {
    std::string article;
    std::string funding;
    std::string stacking;
    std::string beneficiaries;
  };

  static Cell carried(const std::string& text) {
    return text.empty() ? Cell::none() : Cell::of(text);
  }

  // 分 as 元: what a spreadsheet can add up.
  static Cell yuan(const std::optional<std::int64_t>& fen) {
    if (!fen) return Cell::none();
    return Cell::number(
        model::Decimal(*fen % 100 == 0 ? *fen / 100 : *fen, *fen % 100 == 0 ? 0 : 2).text());
  }

  Cell computed(const std::string& key, const Result& result, const match::Applicant& applicant,
                const Texts& texts) const {
    const match::PlannedMeasure& measure = *result.measure;
    const auto& estimate = result.estimate;
    if (key == "measure") return Cell::of(measure.id);
    if (key == "title") return Cell::of(measure.measure.measure->title);
    if (key == "article") return Cell::of(texts.article);
    if (key == "verdict") {
      const std::string word(model::schema::word(result.verdict));
      return Cell::of(std::string(words_.text(view::key_in("verdict", word))));
    }
    if (key == "missing") return missing(result, applicant.given());
    if (key == "beneficiaries") return carried(texts.beneficiaries);
    if (key == "reason") return carried(view::reason_text(plan_, result, applicant, words_));
    if (key == "note") return carried(measure.measure.measure->note);
    if (!estimate) return Cell::none();
    if (key == "funding") return carried(texts.funding);
    if (key == "stacking") return carried(texts.stacking);
    if (key == "steps") return carried(view::steps_text(*estimate, words_));
    if (key == "estimate") return Cell::of(view::estimate_text(*estimate, words_));
    if (key == "low") return yuan(estimate->low);
    if (key == "high") return yuan(estimate->high);
    if (estimate->kind == model::EstimateKind::unknown) return Cell::none();
    const model::Counted& per = estimate->per;
    if (per == model::Per::each) return Cell::of(per.each());
    return Cell::of(std::string(words_.text(view::key_in("counted", per.text()))));
  }

  Cell missing(const Result& result, const match::Answers& answers) const {
    // No answer could change a no.
    if (result.verdict == Verdict::no) return Cell::none();
    std::vector<std::size_t> fields = result.missing;
    for (const match::RequirementResult& one : result.requirements) {
      fields.insert(fields.end(), one.missing.begin(), one.missing.end());
    }
    if (result.estimate) {
      const auto& more = result.estimate->missing;
      fields.insert(fields.end(), more.begin(), more.end());
    }
    std::sort(fields.begin(), fields.end());
    fields.erase(std::unique(fields.begin(), fields.end()), fields.end());
    std::string text;
    for (const std::size_t field : fields) {
      view::append(text, view::missing_text(plan_.profile()[field], answers[field], words_),
                   words_.text("punctuation.enumeration"));
    }
    return carried(text);
  }

  const match::Plan& plan_;
  std::vector<OutputColumn> columns_;
  const view::Words& words_;
  match::Detail detail_ = match::Detail::figures;
  std::vector<bool> wanted_;  ///< yes, unknown, no
  std::vector<Texts> texts_;  ///< by measure: the same for every enterprise
};

/// What went through.
struct Flow {
  std::size_t enterprises = 0;
  std::size_t rows = 0;
  std::optional<Diagnostic> failed;
  std::optional<Diagnostic> too_long;

  bool ended() const { return failed || too_long; }
};

using Batch = std::shared_ptr<std::vector<match::Entry>>;
/// For each enterprise of the batch.
using Rows = std::shared_ptr<std::vector<std::vector<std::vector<Cell>>>>;

std::uint64_t bytes_of(const std::vector<Cell>& row) {
  std::uint64_t bytes = 0;
  for (const Cell& cell : row) bytes += cell.text.size();
  return bytes;
}

std::string shown_size(std::uint64_t bytes) {
  const std::uint64_t gib = std::uint64_t{1} << 30U;
  return bytes % gib == 0 ? std::to_string(bytes / gib) + " GiB" : std::to_string(bytes) + " B";
}

Flow run(match::Roster& roster, const Matcher& matcher, formats::RowWriter& writer,
         const Setting& setting, const MatchOptions& options) {
  namespace tbb = oneapi::tbb;
  Flow flow;
  const std::size_t at_a_time = matcher.enterprises_at_a_time();
  std::uint64_t bytes = 0;
  const auto read = [&](tbb::flow_control& control) {
    auto batch = std::make_shared<std::vector<match::Entry>>();
    while (batch->size() < at_a_time && !flow.ended()) {
      auto entry = roster.next();
      if (!entry) break;
      batch->push_back(std::move(*entry));
    }
    if (batch->empty()) control.stop();
    return batch;
  };
  const auto match = [&](const Batch& batch) {
    auto rows = std::make_shared<std::vector<std::vector<std::vector<Cell>>>>();
    for (const match::Entry& entry : *batch) rows->push_back(matcher.rows_of(entry));
    return std::pair<Batch, Rows>(batch, rows);
  };
  const auto write_row = [&](const match::Entry& entry, std::vector<Cell> row) {
    matcher.carry(entry, row);
    bytes += bytes_of(row);
    if (bytes > options.most_output) {
      flow.too_long = problem(msg::roster_too_long{.output = options.output,
                                                   .limit = shown_size(options.most_output),
                                                   .row = entry.number},
                              Location::of_file(options.roster));
      return;
    }
    const auto written = writer.write(row);
    if (!written) flow.failed = written.error();
    ++flow.rows;
  };
  const auto write = [&](const std::pair<Batch, Rows>& made) {
    for (std::size_t i = 0; i < made.first->size(); ++i) {
      for (std::vector<Cell>& row : (*made.second)[i]) {
        if (flow.ended()) return;
        write_row((*made.first)[i], std::move(row));
      }
    }
    flow.enterprises += made.first->size();
    if (setting.progress) setting.progress(flow.enterprises, 0);
  };
  const int used = load::worker_count(options.threads);
  tbb::task_arena arena(used);
  arena.execute([&] {
    tbb::parallel_pipeline(
        static_cast<std::size_t>(used) * 2,
        tbb::make_filter<void, Batch>(tbb::filter_mode::serial_in_order, read) &
            tbb::make_filter<Batch, std::pair<Batch, Rows>>(tbb::filter_mode::parallel, match) &
            tbb::make_filter<std::pair<Batch, Rows>, void>(tbb::filter_mode::serial_in_order,
                                                           write));
  });
  return flow;
}

formats::TableOptions table_of(const std::vector<OutputColumn>& columns, const match::Plan& plan,
                               const view::Words& words) {
  formats::TableOptions options;
  for (const OutputColumn& column : columns) {
    const bool wide = column.computed == "title" || column.computed == "reason";
    options.columns.push_back({column.name, wide ? 40.0 : 0.0});
  }
  options.created = plan.as_of().iso();
  options.sheet = words.text("roster.sheet");
  return options;
}

}  // namespace

void match_roster(const match::Plan& plan, const MatchOptions& options, const view::Words& words,
                  const Setting& setting, Answer& answer) {
  Diagnostics& problems = *answer.problems;
  answer.outcome = Outcome::problems;
  const auto kind = formats::table_kind(options.output);
  if (options.output.empty() || !kind) {
    answer.outcome = Outcome::refused;
    answer.said = say(msg::roster_output{}, setting);
    return;
  }
  const auto reader = open_roster(options, setting, problems);
  const auto fields = match::roster_fields(plan.library());
  std::optional<match::Roster> roster;
  if (reader) roster.emplace(*reader, fields, problems);
  if (reader && reader->broken()) {
    answer.said = say(msg::roster_not_written{.output = options.output}, setting);
    return;
  }
  if (!roster || !roster->usable()) return;
  auto columns = chosen_columns(options, *roster, words, problems);
  if (problems.has_errors()) return;
  const auto table = table_of(columns, plan, words);
  auto writer = formats::create_table(setting.files, options.output, kind.value(), table);
  if (!writer) {
    problems.add(writer.error());
    answer.outcome = Outcome::environment;
    return;
  }
  const Matcher matcher(plan, std::move(columns), options, words);
  Flow flow = run(*roster, matcher, *writer.value(), setting, options);
  if (reader->broken() && !flow.failed) {
    answer.said = say(msg::roster_not_written{.output = options.output}, setting);
    return;
  }
  if (flow.too_long && !flow.failed) {
    problems.add(*flow.too_long);
    return;
  }
  if (!flow.failed) {
    const auto finished = writer.value()->finish();
    if (!finished) flow.failed = finished.error();
  }
  if (flow.failed) {
    problems.add(*flow.failed);
    answer.outcome = Outcome::environment;
    return;
  }
  answer.said = say(
      msg::roster_written{
          .output = options.output, .rows = flow.rows, .enterprises = flow.enterprises},
      setting);
  if (roster->unread() > 0) {
    answer.said += say(msg::roster_unread{.rows = roster->unread()}, setting);
  }
  if (!problems.has_errors()) answer.outcome = Outcome::done;
}

}  // namespace huice::project
