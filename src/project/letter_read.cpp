// SPDX-License-Identifier: Apache-2.0
//
// A letter that was edited in Word: what of it is a change of the record, shown, and written where
// that is asked for.
#include "base/messages/cli.h"
#include "base/messages/document.h"
#include "derive/indexes.h"
#include "document/docx/origins.h"
#include "document/read_back/read_back.h"
#include "document/reply_letter.h"
#include "formats/docx/read.h"
#include "formats/target_file.h"
#include "model/schema/records.h"
#include "project/asked.h"
#include "project/changed_files.h"
#include "project/project.h"
#include "project/record_edit.h"
#include "project/verbs.h"

#include <algorithm>
#include <map>
#include <set>

namespace huice::project {
namespace {

using document::read_back::FieldChange;

/// What was asked for.
struct Wanted {
  std::string folder = ".";
  std::string id{};
};

// A refusal, or an empty text.
std::string read_words(const LetterOptions& options, const Setting& setting, Wanted& wanted) {
  std::vector<std::string> words = options.words;
  const auto is_project = [&setting](const std::string& word) {
    return word.find('/') != std::string::npos || word == "." || word == ".." ||
           setting.files.info(word).has_value();
  };
  if (!words.empty() && is_project(words.front())) {
    wanted.folder = words.front();
    words.erase(words.begin());
  }
  if (!words.empty()) wanted.id = words.front();
  const bool is_alone = words.size() <= 1 && !options.all && options.formats.empty() &&
                        options.output.empty() && !options.final;
  return is_alone ? std::string() : say(msg::letter_read_alone{}, setting);
}

// Each line of a value behind its sign, as diffs have it.
std::string lines_of(std::string_view sign, const std::string& text) {
  std::string out;
  for (std::size_t at = 0; at <= text.size() && !text.empty();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    out += std::string(sign) + " " + text.substr(at, end - at) + "\n";
    at = end + 1;
  }
  return out;
}

const std::string* file_of(const model::Library& library, const std::string& record) {
  const model::Proposal* proposal = library.proposal(record);
  if (proposal == nullptr) return nullptr;
  return &library.files().at(proposal->provenance.place.file);
}

std::string patch_of(const model::Library& library, const std::vector<FieldChange>& changes) {
  std::string out;
  for (const FieldChange& one : changes) {
    const std::string* file = file_of(library, one.record);
    if (file == nullptr) continue;
    out += *file + "  " + one.field + "\n";
    for (const FieldChange::Paragraph& paragraph : one.paragraphs) {
      out += lines_of("-", paragraph.was) + lines_of("+", paragraph.now);
    }
  }
  return out;
}

// An error without its line, which moves when a text before it grows.
std::set<std::string> errors_of(const Diagnostics& problems) {
  std::set<std::string> out;
  for (const Diagnostic& one : problems.sorted()) {
    if (one.code.severity() == Severity::error) {
      out.insert(one.where.file + "|" + message_of(one, Language::en));
    }
  }
  return out;
}

/// Puts changes into the files of records.
class Writing {
 public:
  Writing(const Project& project, const Setting& setting, const model::Library& library,
          Diagnostics& problems)
      : project_(project), setting_(setting), library_(library), problems_(problems) {}

  /// Whether all of them are written; else none is.
  bool write(const std::vector<FieldChange>& changes);

 private:
  bool make(const std::vector<FieldChange>& changes);
  bool is_sound();

  const Project& project_;
  const Setting& setting_;
  const model::Library& library_;
  Diagnostics& problems_;
  std::map<std::string, std::string> texts_;  // by path
  std::string first_;
};

bool Writing::make(const std::vector<FieldChange>& changes) {
  for (const FieldChange& one : changes) {
    const std::string* file = file_of(library_, one.record);
    const std::string name = file == nullptr ? one.record : *file;
    const std::string path = join_path(project_.folder(), name);
    if (first_.empty()) first_ = name;
    if (texts_.find(path) == texts_.end()) {
      Result<std::string> text = project_.setting().files.read(path);
      if (!text) {
        problems_.add(text.error());
        return false;
      }
      texts_[path] = std::move(text).value();
    }
    const auto& shape = model::schema::shape_of<model::Proposal>();
    std::optional<std::string> text = with_value(texts_[path], shape, one.field, one.was, one.now);
    if (!text) {
      problems_.add(problem(msg::letter_read_by_hand{.field = one.field, .file = name},
                            Location::of_file(name)));
      return false;
    }
    texts_[path] = std::move(*text);
  }
  return true;
}

// The project as it would be is read whole.
bool Writing::is_sound() {
  ChangedFiles files(setting_.files, texts_);
  const Setting changed{.files = files,
                        .clock = setting_.clock,
                        .share = setting_.share,
                        .version = setting_.version,
                        .language = setting_.language,
                        .in = setting_.in,
                        .follow_links = setting_.follow_links};
  const Project after(changed, project_.folder());
  const std::set<std::string> before = errors_of(project_.problems());
  bool is_sound = true;
  for (const Diagnostic& one : after.problems().sorted()) {
    if (one.code.severity() != Severity::error) continue;
    if (before.count(one.where.file + "|" + message_of(one, Language::en)) > 0) continue;
    problems_.add(one);
    is_sound = false;
  }
  if (!is_sound) {
    problems_.add(problem(msg::letter_read_breaks{.file = first_}, Location::of_file(first_)));
  }
  return is_sound;
}

bool Writing::write(const std::vector<FieldChange>& changes) {
  if (!make(changes) || !is_sound()) return false;
  for (const auto& one : texts_) {
    auto file = formats::TargetFile::begin(setting_.files, one.first);
    Result<void> done = file ? file.value()->append(one.second) : Result<void>(file.error());
    if (done) done = file.value()->finish();
    if (done) continue;
    problems_.add(done.error());
    return false;
  }
  return true;
}

std::size_t paragraphs_in(const std::vector<FieldChange>& changes) {
  std::size_t out = 0;
  for (const FieldChange& one : changes) out += one.paragraphs.size();
  return out;
}

// The proposal that the file answers; nullptr, with an error reported, where there is none.
const model::Proposal* proposal_of(const Wanted& wanted, const formats::docx::Docx& docx,
                                   const std::string& file, const model::Library& library,
                                   Diagnostics& problems) {
  const std::string said = document::read_back::record_of(docx);
  const std::string id = said.empty() ? wanted.id : said;
  const auto report = [&](Message message) {
    problems.add(problem(std::move(message), Location::of_file(file)));
    return nullptr;
  };
  if (id.empty()) return report(msg::letter_read_unknown{});
  const model::Proposal* proposal = library.proposal(id);
  if (proposal == nullptr || !proposal->reply) {
    return report(msg::letter_read_no_record{.record = id});
  }
  return proposal;
}

}  // namespace

Answer read_letter(const LetterOptions& options, const Setting& setting) {
  const auto as_of = day_of(options.as_of, setting);
  if (!as_of) return no_day(options.as_of, setting);
  Wanted wanted;
  const std::string wrong = read_words(options, setting, wanted);
  if (!wrong.empty()) return Answer::refused(wrong);
  Project project(setting, wanted.folder, options.threads);
  Answer answer;
  answer.outcome = Outcome::problems;
  answer.problems->add_all(project.problems());
  const auto library = project.sound_records();
  const auto docx = formats::docx::read_docx(setting.files, options.read, *answer.problems,
                                             document::docx::kOriginsSpace);
  if (!library || !docx) return answer;
  const model::Proposal* proposal =
      proposal_of(wanted, *docx, options.read, *library, *answer.problems);
  if (proposal == nullptr) return answer;
  Diagnostics of_look;
  const auto theme = project.theme({}, of_look, &library->site());
  answer.problems->add_all(of_look);
  if (!theme) {
    answer.outcome = without_look(setting);
    return answer;
  }
  const derive::Indexes indexes(*library);
  model::Locator locator(project.setting().files, wanted.folder, library->files());
  const view::Scope scope{view::Reader(*library, indexes),
                          *theme->words,
                          *theme->templates,
                          locator,
                          *as_of,
                          setting.version,
                          wanted.folder};
  const document::ReplyLetter made =
      document::reply_letter(*proposal, *library, scope, *answer.problems);
  const std::vector<FieldChange> changes = document::read_back::read_back(
      {*proposal, made.letter, *library, scope}, *docx, options.read, *answer.problems);
  answer.out = patch_of(*library, changes);
  const std::size_t paragraphs = paragraphs_in(changes);
  if (changes.empty()) {
    answer.said = say(msg::letter_read_none{}, setting);
  } else if (!options.apply) {
    answer.said =
        say(msg::letter_read_changes{.fields = changes.size(), .paragraphs = paragraphs}, setting);
  } else if (Writing(project, setting, *library, *answer.problems).write(changes)) {
    answer.said =
        say(msg::letter_read_written{.fields = changes.size(), .paragraphs = paragraphs}, setting);
  }
  if (!answer.problems->has_errors()) answer.outcome = Outcome::done;
  return answer;
}

}  // namespace huice::project
