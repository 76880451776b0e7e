// SPDX-License-Identifier: Apache-2.0
//
// Reply letters, each by itself. A letter is made of the records that have no error, whatever is
// wrong with others; all its formats are made before the first is written. A PDF is made by another
// program: where that fails, the other formats are written, and it is an error only for who asked
// for PDF by name.
#include "base/machine_fault.h"
#include "base/messages/cli.h"
#include "base/messages/document.h"
#include "base/spelling.h"
#include "derive/indexes.h"
#include "document/letter_outputs.h"
#include "document/reply_letter.h"
#include "load/worker_count.h"
#include "model/reply_body.h"
#include "project/asked.h"
#include "project/letter_companions.h"
#include "project/letter_files.h"
#include "project/letter_look.h"
#include "project/letter_pdf.h"
#include "project/letter_review.h"
#include "project/project.h"
#include "project/verbs.h"
#include "view/wording.h"

#include <oneapi/tbb/parallel_for.h>
#include <oneapi/tbb/task_arena.h>

#include <algorithm>
#include <atomic>
#include <set>

namespace huice::project {
namespace {

using document::LetterField;
using document::LetterOutput;
using document::ReplyLetter;
using model::Proposal;

constexpr std::string_view kProposals = "data/proposals/";

Argument field_words(LetterField field) {
  switch (field) {
    case LetterField::number:
      return msg::letter_field_number{};
    case LetterField::signer:
      return msg::letter_field_signer{};
    case LetterField::signed_on:
      return msg::letter_field_signed{};
    case LetterField::printed_on:
      return msg::letter_field_printed{};
    case LetterField::printed_by:
      return msg::letter_field_printed_by{};
    case LetterField::issuer:
      return msg::letter_field_issuer{};
    case LetterField::proposers:
      return msg::letter_field_proposers{};
    case LetterField::sections:
      return msg::letter_field_sections{};
    case LetterField::result_class:
      return msg::letter_field_class{};
  }
  return msg::letter_field_class{};
}

/// What was asked for.
struct Wanted {
  std::string folder = ".";
  std::vector<std::string> ids;
  std::vector<const LetterOutput*> outputs;
  bool are_named = false;  ///< the formats: not all that there are
  std::string output;
};

// Where a path leads that need not be there yet, without symbolic links.
std::string real_path(const FileSystem& files, const std::string& path) {
  std::string at = path;
  while (at.size() > 1 && at.ends_with('/')) at.pop_back();
  std::string rest;
  for (;;) {
    const Result<std::string> known = files.canonical(at.empty() ? "." : at);
    if (known) return known.value() + rest;
    if (at.empty()) return path;
    const std::size_t slash = at.rfind('/');
    rest.insert(0, "/" + at.substr(slash == std::string::npos ? 0 : slash + 1));
    at.resize(slash == std::string::npos ? 0 : slash);
  }
}

// Whether a folder is the project's or another site's to publish, or holds what letters are made
// of.
bool is_taken(const FileSystem& files, const std::string& project, const std::string& output) {
  std::string place = real_path(files, output);
  if (place == real_path(files, project)) return true;
  for (const std::string_view name : {"public", "internal", "data", "templates", "site"}) {
    if (is_below(place, real_path(files, join_path(project, name)))) return true;
  }
  for (;;) {
    if (files.info(join_path(place, "manifest.json"))) return true;
    const std::size_t slash = place.rfind('/');
    if (slash == std::string::npos || slash == 0) return false;
    place.resize(slash);
  }
}

// A refusal, or an empty text.
std::string read_options(const LetterOptions& options, const Setting& setting, Wanted& wanted) {
  wanted.ids = options.words;
  const auto is_project = [&setting](const std::string& word) {
    return word.find('/') != std::string::npos || word == "." || word == ".." ||
           setting.files.info(word).has_value();
  };
  if (!wanted.ids.empty() && is_project(wanted.ids.front())) {
    wanted.folder = wanted.ids.front();
    wanted.ids.erase(wanted.ids.begin());
  }
  if (options.all && !wanted.ids.empty()) return say(msg::letter_not_both{}, setting);
  if (!options.all && wanted.ids.empty()) return say(msg::letter_which{}, setting);
  for (const std::string& name : options.formats) {
    const LetterOutput* output = document::letter_output(name);
    if (output == nullptr) {
      std::vector<std::string> known;
      for (const LetterOutput& one : document::letter_outputs()) known.emplace_back(one.name);
      return say(msg::letter_unknown_format{.name = name, .known = Argument::list(known)}, setting);
    }
    const bool named =
        std::find(wanted.outputs.begin(), wanted.outputs.end(), output) != wanted.outputs.end();
    if (!named) wanted.outputs.push_back(output);
  }
  wanted.are_named = !wanted.outputs.empty();
  if (!wanted.are_named) {
    for (const LetterOutput& one : document::letter_outputs()) wanted.outputs.push_back(&one);
  }
  for (const std::string& name : options.with) {
    const auto& known = companion_names();
    if (std::find(known.begin(), known.end(), name) != known.end()) continue;
    return say(msg::letter_unknown_companion{.name = name, .known = Argument::list(known)},
               setting);
  }
  wanted.output = options.output.empty() ? join_path(wanted.folder, "drafts") : options.output;
  if (is_taken(setting.files, wanted.folder, wanted.output)) {
    return say(msg::letter_output_taken{.output = wanted.output}, setting);
  }
  return {};
}

bool has_file(const model::Library& library, const std::string& id) {
  const std::string file = std::string(kProposals) + id + ".json";
  return std::find(library.files().begin(), library.files().end(), file) != library.files().end();
}

/// The letters of a project, made and written one by one.
class LetterRun {
 public:
  LetterRun(const Wanted& wanted, const LetterOptions& options, const Setting& setting,
            const model::Library& library, const view::Theme& theme,
            const document::OfficeLook& look, const model::Date& as_of)
      : wanted_(wanted),
        options_(options),
        setting_(setting),
        library_(library),
        look_(look),
        indexes_(library_),
        locator_(setting.files, wanted.folder, library_.files()),
        scope_{view::Reader(library_, indexes_),
               *theme.words,
               *theme.templates,
               locator_,
               as_of,
               setting.version,
               wanted.folder},
        pdf_(setting_.files, setting_.programs == nullptr ? no_programs_ : *setting_.programs,
             pdf_options()) {}

  const view::Scope& scope() const { return scope_; }

  /// What writers have beside a letter whose record is there. REQUIRES: this outlives it.
  document::LetterLook look_of(const Location& where) {
    return {scope_.templates, scope_.words, look_,
            [this, where](const document::Letter& letter, Diagnostics& found) {
              return pdf_.write(letter, where, found);
            }};
  }

  /// The rows of all letters that were made, in the order of `proposals`.
  std::string make(const std::vector<const Proposal*>& proposals, Diagnostics& problems);

  std::size_t made() const { return made_; }
  std::size_t files() const { return files_; }

 private:
  LetterPdfOptions pdf_options() const;
  std::string make_one(const Proposal& proposal, Diagnostics& problems);
  std::optional<std::vector<LetterFile>> files_of(const Proposal& proposal, const ReplyLetter& made,
                                                  Diagnostics& problems);
  void report_missing(const LetterFile& file, const Diagnostics& why, Diagnostics& problems) const;
  bool is_allowed(const Proposal& proposal, const ReplyLetter& made, Diagnostics& problems);
  void add_template_lines(const document::Letter& letter, LetterField field,
                          Diagnostic& found) const;
  std::string row(const Proposal& proposal, const ReplyLetter& made) const;
  Argument asks_words(const Proposal& proposal) const;

  const Wanted& wanted_;
  const LetterOptions& options_;
  const Setting& setting_;
  const model::Library& library_;
  const document::OfficeLook& look_;
  derive::Indexes indexes_;
  model::Locator locator_;
  view::Scope scope_;
  MemoryPrograms no_programs_{[] { return std::nullopt; }};
  LetterPdf pdf_;
  std::atomic<std::size_t> made_ = 0;
  std::atomic<std::size_t> files_ = 0;
};

// The office's own fonts are in the folder fonts of its project, where the letterhead that goes
// with them is, too.
LetterPdfOptions LetterRun::pdf_options() const {
  LetterPdfOptions options{.project = wanted_.folder, .share = setting_.share};
  options.look = look_;
  options.standard = options_.pdf_standard == "none" ? std::string() : options_.pdf_standard;
  const std::string fonts = join_path(wanted_.folder, "fonts");
  const auto there = setting_.files.info(fonts);
  if (there && there->kind == FileKind::directory) {
    const Result<std::string> real = setting_.files.canonical(fonts);
    options.worker.fonts.push_back(real ? real.value() : fonts);
  }
  return options;
}

std::string LetterRun::make(const std::vector<const Proposal*>& proposals, Diagnostics& problems) {
  std::vector<std::string> rows(proposals.size());
  std::vector<std::unique_ptr<Diagnostics>> found(proposals.size());
  std::atomic<std::size_t> done = 0;
  oneapi::tbb::task_arena arena(load::worker_count(options_.threads));
  arena.execute([&] {
    oneapi::tbb::parallel_for(std::size_t{0}, proposals.size(), [&](std::size_t i) {
      found[i] = std::make_unique<Diagnostics>();
      rows[i] = make_one(*proposals[i], *found[i]);
      if (!rows[i].empty()) ++made_;
      if (setting_.progress) setting_.progress(++done, proposals.size());
    });
  });
  std::string out;
  for (const std::string& row : rows) out += row;
  for (const auto& one : found) problems.add_all(*one);
  return out;
}

// Empty where there is no letter.
std::string LetterRun::make_one(const Proposal& proposal, Diagnostics& problems) {
  const ReplyLetter made = document::reply_letter(proposal, library_, scope_, problems);
  if (problems.has_errors() || !is_allowed(proposal, made, problems)) return {};
  const auto files = files_of(proposal, made, problems);
  if (!files || files->empty()) return {};
  if (const Result<void> done = replace_together(setting_.files, *files); !done) {
    problems.add(done.error());
    return {};
  }
  files_ += files->size();
  return row(proposal, made);
}

// nullopt where there is no letter.
std::optional<std::vector<LetterFile>> LetterRun::files_of(const Proposal& proposal,
                                                           const ReplyLetter& made,
                                                           Diagnostics& problems) {
  const Location where = locator_.at(proposal.reply->place);
  const document::LetterLook look = look_of(where);
  std::vector<LetterFile> files;
  for (const LetterOutput* output : wanted_.outputs) {
    LetterFile file{join_path(wanted_.output, proposal.id + "." + std::string(output->name)), {}};
    Diagnostics found;
    if (output->write(made.letter, look, file.bytes, found)) {
      problems.add_all(found);
      files.push_back(std::move(file));
    } else if (output->by_program) {
      report_missing(file, found, problems);
    } else {
      problems.add_all(found);
      return std::nullopt;
    }
  }
  return files;
}

// What another program did not make is no error where nobody asked for it.
void LetterRun::report_missing(const LetterFile& file, const Diagnostics& why,
                               Diagnostics& problems) const {
  for (Diagnostic one : why.sorted()) {
    if (!wanted_.are_named && one.severity() == Severity::error) {
      one.set_severity = Severity::warning;
    }
    problems.add(std::move(one));
  }
  if (!setting_.files.info(file.path)) return;
  problems.add(problem(msg::letter_old_file{}, Location::of_file(file.path)));
}

bool LetterRun::is_allowed(const Proposal& proposal, const ReplyLetter& made,
                           Diagnostics& problems) {
  const model::Place& place = proposal.reply->place;
  const auto report = [&](Message message) {
    problems.add(problem(std::move(message), locator_.at(place)));
  };
  for (const LetterField field : made.lacking) {
    Diagnostic found = problem(
        msg::letter_lacks{.letter = proposal.id, .field = field_words(field)}, locator_.at(place));
    add_template_lines(made.letter, field, found);
    problems.add(std::move(found));
  }
  for (const LetterField field : made.open) {
    if (options_.final) {
      report(msg::letter_open{.letter = proposal.id, .field = field_words(field)});
    }
  }
  if (options_.final && !made.provisional.empty()) {
    report(
        msg::letter_provisional{.letter = proposal.id, .facts = Argument::list(made.provisional)});
  }
  return !problems.has_errors();
}

// Where the templates of the formats print the field, and the macro that does it for them.
void LetterRun::add_template_lines(const document::Letter& letter, LetterField field,
                                   Diagnostic& found) const {
  const document::LetterLook look{scope_.templates, scope_.words, look_};
  for (const LetterOutput* output : wanted_.outputs) {
    const auto printed = document::printed_at(*output, letter, document::part_of(field), look);
    if (!printed) continue;
    found.traces.push_back({msg::letter_template{}, printed->where});
    found.traces.insert(found.traces.end(), printed->traces.begin(), printed->traces.end());
  }
}

Argument LetterRun::asks_words(const Proposal& proposal) const {
  const bool is_sectioned = proposal.reply->text.empty();
  if (!proposal.asks || !is_sectioned) return msg::letter_asks_unknown{};
  const std::string& shared = proposal.reply->body_of;
  const Proposal* source = shared.empty() ? &proposal : library_.proposal(shared);
  std::set<std::string> answered;
  for (const model::BodySection& one : model::body_of(proposal, source)) {
    answered.insert(one.section->answers.begin(), one.section->answers.end());
  }
  std::size_t count = 0;
  for (const model::Ask& ask : *proposal.asks) {
    if (source != nullptr) count += answered.count(model::ask_name(proposal, ask, *source));
  }
  return msg::letter_asks{.answered = count, .asks = proposal.asks->size()};
}

std::string LetterRun::row(const Proposal& proposal, const ReplyLetter& made) const {
  const bool is_draft = !made.letter.draft_mark.empty();
  const Argument kind = is_draft ? Argument(msg::letter_draft{}) : msg::letter_official{};
  std::string row = proposal.id + "  " + say(kind, setting_);
  row += "  " + say(asks_words(proposal), setting_);
  std::string blanks;
  for (const LetterField field : made.open) {
    view::append(blanks, say(field_words(field), setting_), say(msg::letter_and{}, setting_));
  }
  if (!blanks.empty()) row += "  " + say(msg::letter_blanks{.fields = blanks}, setting_);
  return row + "\n";
}

/// The proposals asked for that have a letter; the others are reported. nullopt, with a refusal in
/// `refusal`, where one is not there at all.
std::optional<std::vector<const Proposal*>> chosen(const Wanted& wanted,
                                                   const model::Library& library,
                                                   model::Locator& locator, std::string& refusal,
                                                   const Setting& setting, Diagnostics& problems) {
  std::vector<const Proposal*> found;
  if (wanted.ids.empty()) {
    for (const Proposal& one : library.proposals()) {
      if (one.reply) found.push_back(&one);
    }
    return found;
  }
  for (const std::string& id : wanted.ids) {
    const Proposal* one = library.proposal(id);
    if (one == nullptr && has_file(library, id)) {
      problems.add(problem(msg::letter_left_out{.letter = id},
                           Location::of_file(std::string(kProposals) + id + ".json")));
    } else if (one == nullptr) {
      std::vector<std::string_view> known;
      for (const Proposal& other : library.proposals()) known.push_back(other.id);
      const std::string near = nearest(id, known);
      refusal = near.empty() ? say(msg::no_proposal{.id = id}, setting)
                             : say(msg::no_proposal_near{.id = id, .near = near}, setting);
      return std::nullopt;
    } else if (!one->reply) {
      problems.add(
          problem(msg::letter_no_reply{.letter = id}, locator.at(one->provenance.place, id)));
    } else if (std::find(found.begin(), found.end(), one) == found.end()) {
      found.push_back(one);
    }
  }
  return found;
}

// Files of proposals of which no record is left.
std::size_t broken_proposals(const model::Library& library) {
  std::size_t broken = 0;
  for (const std::string& file : library.files()) {
    if (!file.starts_with(kProposals) || !file.ends_with(".json")) continue;
    const std::string id = file.substr(kProposals.size(), file.size() - kProposals.size() - 5);
    if (library.proposal(id) == nullptr) ++broken;
  }
  return broken;
}

// How many letters were made of those asked for.
Argument summary(const Wanted& wanted, const LetterRun& run, std::size_t asked) {
  const std::size_t files = run.files();
  const std::size_t failed = asked - run.made();
  if (failed == 0) {
    return msg::letters_made{.output = wanted.output, .letters = run.made(), .files = files};
  }
  return msg::letters_some{
      .output = wanted.output, .letters = run.made(), .files = files, .failed = failed};
}

}  // namespace

Answer letters(const LetterOptions& options, const Setting& setting) {
  const auto as_of = day_of(options.as_of, setting);
  if (!as_of) return no_day(options.as_of, setting);
  Wanted wanted;
  const std::string wrong = read_options(options, setting, wanted);
  if (!wrong.empty()) return Answer::refused(wrong);
  Project project(setting, wanted.folder, options.threads);
  Answer answer;
  answer.problems->add_all(project.problems());
  answer.outcome = Outcome::problems;
  const auto library = project.sound_records();
  // A record that is wrong stops its own letters; a disk that fails says nothing of what it held.
  if (!library || has_machine_fault(*answer.problems)) return answer;
  std::vector<std::string> templates;
  for (const LetterOutput* one : wanted.outputs) {
    templates.insert(templates.end(), one->templates.begin(), one->templates.end());
  }
  if (options.sheet) templates.emplace_back(kReviewTemplate);
  Diagnostics of_look;
  const auto theme = project.theme(std::move(templates), of_look, &library->site());
  answer.problems->add_all(of_look);
  if (!theme) {
    answer.outcome = without_look(setting);
    return answer;
  }
  model::Locator locator(project.setting().files, wanted.folder, library->files());
  std::string refusal;
  const auto proposals = chosen(wanted, *library, locator, refusal, setting, *answer.problems);
  if (!proposals) return Answer::refused(refusal);
  if (const auto ready = setting.files.make_directories(wanted.output); !ready) {
    answer.problems->add(ready.error());
    return answer;
  }
  const auto look =
      letter_look(project.setting().files, wanted.folder, library->site(), *answer.problems);
  if (!look) return answer;
  LetterRun run(wanted, options, project.setting(), *library, *theme, *look, *as_of);
  answer.out = run.make(*proposals, *answer.problems);
  const std::size_t asked =
      wanted.ids.empty() ? proposals->size() + broken_proposals(*library) : wanted.ids.size();
  answer.said = say(summary(wanted, run, asked), setting);
  const LetterSurroundings around{project.setting().files,
                                  wanted.output,
                                  *library,
                                  run.scope(),
                                  wanted.outputs,
                                  [&run](const Location& where) { return run.look_of(where); },
                                  options.threads};
  write_companions(around, options.with, *proposals, *answer.problems);
  if (options.sheet) {
    const std::size_t sheets = write_reviews(around, *proposals, *answer.problems);
    answer.said += "\n" + say(msg::letter_sheets{.sheets = sheets}, setting);
  }
  if (!answer.problems->has_errors()) answer.outcome = Outcome::done;
  return answer;
}

}  // namespace huice::project
