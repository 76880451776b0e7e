// SPDX-License-Identifier: Apache-2.0
#include "project/letter_companions.h"

#include "base/title_marks.h"
#include "document/gbt9704.h"
#include "document/reply_letter.h"
#include "formats/target_file.h"
#include "view/letter_wording.h"
#include "view/wording.h"

#include <algorithm>

namespace huice::project {
namespace {

using document::Letter;
using document::ReplyLetter;
using document::Run;
using document::Runs;
using model::Proposal;

/// Who made a proposal that the letter answers.
struct Addressee {
  const Proposal* proposal = nullptr;
  std::string name{};
};

// Those of the proposal, and of others that its letter answers too, each once.
std::vector<Addressee> addressees_of(const Proposal& proposal, const model::Library& library) {
  std::vector<const Proposal*> answered{&proposal};
  for (const std::string& id : proposal.reply->also_answers) {
    if (const Proposal* other = library.proposal(id)) answered.push_back(other);
  }
  std::vector<Addressee> all;
  for (const Proposal* one : answered) {
    for (const std::string& name : one->proposers) {
      const bool is_new = std::none_of(
          all.begin(), all.end(), [&name](const Addressee& known) { return known.name == name; });
      if (is_new) all.push_back({one, name});
    }
  }
  return all;
}

// What the letter calls one of them alone.
std::string salutation_of(const Addressee& addressee, const Proposal& holder,
                          const view::Scope& scope) {
  Proposal one = holder;
  one.kind = addressee.proposal->kind;
  one.proposers = {addressee.name};
  one.reply->salutation.clear();
  one.reply->also_answers.clear();
  return view::reply_salutation(one, scope.reader, scope.words);
}

class Form {
 public:
  Form(const Proposal& holder, const Letter& letter, const view::Scope& scope)
      : holder_(holder), letter_(letter), scope_(scope) {}

  Letter made_for(const Addressee& addressee) const;

 private:
  std::string word(std::string_view key) const { return std::string(scope_.words.text(key)); }
  static Runs runs(std::string text) { return {Run{.text = std::move(text)}}; }
  document::Block table(const Proposal& proposal) const;

  const Proposal& holder_;
  const Letter& letter_;
  const view::Scope& scope_;
};

document::Block Form::table(const Proposal& proposal) const {
  document::Table table;
  table.columns = {{document::Align::none, 0.3}, {document::Align::none, 0.7}};
  table.head = {runs(word("opinion.item")), runs(word("opinion.content"))};
  const auto add = [&](std::string_view label, std::string text) {
    table.rows.push_back({runs(word(label)), runs(std::move(text))});
  };
  const model::Reply& reply = *holder_.reply;
  add("opinion.proposal", view::session_text(proposal.session, scope_.words) +
                              scope_.words.text("proposal.number", {{"number", proposal.number}}) +
                              in_title_marks(proposal.title));
  add("opinion.answered_by", letter_.signatories.empty() ? "" : letter_.signatories.front());
  add("opinion.number", letter_.number.text);
  add("opinion.date", letter_.signed_on.text);
  if (!reply.result_class.empty()) add("opinion.class", reply.result_class);
  const auto& met = reply.consultation;
  add("opinion.consultation",
      met ? scope_.words.text("review.consulted",
                              {{"by", met->by},
                               {"date", met->on ? met->on->official() : std::string()},
                               {"how", met->how}})
          : word("opinion.consulted_or_not"));
  add("opinion.manner", word("opinion.choices"));
  add("opinion.result", word("opinion.choices"));
  add("opinion.remarks", word("opinion.room"));
  add("opinion.signed", word("opinion.room"));
  return {std::move(table), {}};
}

Letter Form::made_for(const Addressee& addressee) const {
  Letter form;
  form.record = letter_.record;
  form.format = document::LetterFormat::letter;
  form.language = letter_.language;
  form.dated = letter_.dated;
  form.draft_mark = letter_.draft_mark;
  form.letterhead = letter_.signatories.empty() ? letter_.letterhead : letter_.signatories.front();
  form.number = {word("letter.gap"), false};
  form.title =
      word(addressee.proposal->kind == model::ProposalKind::proposal ? "opinion.title"
                                                                     : "opinion.title_suggestion");
  form.title_lines = document::title_lines(
      form.title, static_cast<int>(document::gbt9704::kTitleCharacters.value));
  form.salutation = salutation_of(addressee, holder_, scope_);
  form.body.push_back({document::Paragraph{runs(scope_.words.text(
                           "opinion.lead", {{"title", in_title_marks(letter_.title)}}))},
                       {}});
  form.body.push_back(table(*addressee.proposal));
  form.has_seal = false;
  form.signatories = letter_.signatories;
  form.signed_on = letter_.signed_on;
  form.contact_note = letter_.contact_note;
  return form;
}

class Companions {
 public:
  Companions(const LetterSurroundings& around, Location where, Diagnostics& problems)
      : around_(around), where_(std::move(where)), problems_(problems) {}

  void forms(const Proposal& proposal, const Letter& letter) {
    const Form form(proposal, letter, around_.scope);
    std::size_t number = 0;
    for (const Addressee& one : addressees_of(proposal, around_.library)) {
      write(form.made_for(one), proposal.id + ".opinion-" + std::to_string(++number));
    }
  }

  void copies(const Proposal& proposal, const Letter& letter) {
    const std::vector<Addressee> all = addressees_of(proposal, around_.library);
    if (all.size() < 2) return;
    std::size_t number = 0;
    for (const Addressee& one : all) {
      Letter copy = letter;
      copy.salutation = salutation_of(one, proposal, around_.scope);
      write(copy, proposal.id + ".copy-" + std::to_string(++number));
    }
  }

 private:
  void write(const Letter& letter, const std::string& name) {
    const document::LetterLook look = around_.look(where_);
    for (const document::LetterOutput* output : around_.outputs) {
      std::string bytes;
      Diagnostics found;
      const bool written = output->write(letter, look, bytes, found);
      // Why there is no PDF, its letter has told.
      if (written || !output->by_program) problems_.add_all(found);
      if (!written) continue;
      const std::string path = join_path(around_.folder, name + "." + std::string(output->name));
      if (const auto done = write_draft(around_.files, path, bytes); !done) {
        problems_.add(done.error());
      }
    }
  }

  const LetterSurroundings& around_;
  Location where_;
  Diagnostics& problems_;
};

}  // namespace

const std::vector<std::string>& companion_names() {
  static const std::vector<std::string> names{"opinion", "copies"};
  return names;
}

Result<void> write_draft(FileSystem& files, const std::string& path, const std::string& bytes) {
  if (files.holds(path, bytes)) return {};
  auto file = formats::TargetFile::begin(files, path);
  if (!file) return file.error();
  if (const auto written = file.value()->append(bytes); !written) return written;
  return file.value()->finish();
}

void write_companions(const LetterSurroundings& around, const std::vector<std::string>& with,
                      const std::vector<const Proposal*>& proposals, Diagnostics& problems) {
  if (with.empty()) return;
  const auto wants = [&with](std::string_view name) {
    return std::find(with.begin(), with.end(), name) != with.end();
  };
  for (const Proposal* proposal : proposals) {
    Diagnostics of_letter;  // which making the letter has reported
    const ReplyLetter made =
        document::reply_letter(*proposal, around.library, around.scope, of_letter);
    if (of_letter.has_errors() || !made.lacking.empty()) continue;
    // An opinion for the lead goes to no proposer.
    if (!proposal->reply->lead.empty()) continue;
    const Location where = around.scope.locator.at(proposal->reply->place);
    Companions companions(around, where, problems);
    if (wants("opinion")) companions.forms(*proposal, made.letter);
    if (wants("copies")) companions.copies(*proposal, made.letter);
  }
}

}  // namespace huice::project
