// SPDX-License-Identifier: Apache-2.0
#include "document/reply_letter.h"

#include "document/gbt9704.h"
#include "document/read_prose.h"
#include "model/han_number.h"
#include "model/reply_body.h"
#include "model/schema/choice.h"
#include "prose/prose.h"
#include "view/letter_wording.h"
#include "view/prose_value.h"
#include "view/wording.h"

#include <algorithm>
#include <utility>

namespace huice::document {
namespace {

using model::Proposal;
using model::Reply;

// Lists of a letter are numbered paragraphs: an official text has no bullets.
void add_official(Blocks& body, Blocks blocks);

void add_items(Blocks& body, List list) {
  int number = list.start;
  for (Blocks& item : list.items) {
    if (list.ordered && !item.empty()) {
      if (auto* first = std::get_if<Paragraph>(&item.front().content)) {
        first->runs.insert(first->runs.begin(), Run{.text = model::heading_number(number, 3)});
      }
    }
    ++number;
    add_official(body, std::move(item));
  }
}

void add_official(Blocks& body, Blocks blocks) {
  for (Block& block : blocks) {
    if (auto* list = std::get_if<List>(&block.content)) {
      add_items(body, std::move(*list));
    } else {
      // A heading within a part is of the next level.
      if (auto* heading = std::get_if<Heading>(&block.content)) {
        heading->level = std::min(heading->level + 1, 4);
      }
      body.push_back(std::move(block));
    }
  }
}

class Maker {
 public:
  Maker(const Proposal& proposal, const model::Library& library, const view::Scope& scope,
        Diagnostics& problems)
      : proposal_(proposal),
        reply_(*proposal.reply),
        library_(library),
        scope_(scope),
        problems_(problems),
        page_{scope, markup::Format::text, {}, problems} {
    if (library.site().letters) settings_ = *library.site().letters;
  }

  ReplyLetter make();

 private:
  void make_head();
  void set_signers();
  void make_body();
  void make_end();
  void make_imprint();
  Slot date(const std::optional<model::Date>& day, LetterField field);
  std::string name_of(const std::string& organization) const;
  Blocks prose(const model::Prose& prose, const std::string& field);
  void add_prose(const model::Prose& own, const std::string& field) {
    add_official(letter().body, prose(own, field));
  }
  Letter& letter() { return made_.letter; }
  const view::Words& words() const { return scope_.words; }
  std::string word(std::string_view key) const { return std::string(words().text(key)); }
  void lack(LetterField field) { made_.lacking.push_back(field); }

  const Proposal& proposal_;
  const Reply& reply_;
  const model::Library& library_;
  const view::Scope& scope_;
  Diagnostics& problems_;
  view::PageScope page_;
  model::LetterSettings settings_;
  ReplyLetter made_;
};

ReplyLetter Maker::make() {
  Letter& letter = made_.letter;
  letter.record = proposal_.id;
  letter.format = settings_.format;
  letter.language = library_.site().language;
  letter.dated = reply_.signed_on.value_or(scope_.as_of);
  letter.has_seal = settings_.seal;
  if (reply_.text.empty()) letter.draft_mark = word("letter.draft");
  make_head();
  make_body();
  make_end();
  make_imprint();
  return std::move(made_);
}

std::string Maker::name_of(const std::string& organization) const {
  const model::Organization* found = library_.organization(organization);
  return found == nullptr ? std::string() : found->name;
}

// Several names are written with 、 between them, and printed with a blank.
void Maker::set_signers() {
  Letter& letter = made_.letter;
  const std::string_view mark = words().text("punctuation.enumeration");
  std::vector<std::string> names;
  std::string_view rest = reply_.signer;
  for (std::size_t end = 0; end != std::string_view::npos;) {
    end = rest.find(mark);
    names.emplace_back(rest.substr(0, end));
    if (end != std::string_view::npos) rest.remove_prefix(end + mark.size());
  }
  if (names.size() < 2) return;
  letter.signer.text.clear();
  for (const std::string& one : names) view::append(letter.signer.text, one, word("letter.gap"));
  letter.signers = std::move(names);
}

void Maker::make_head() {
  Letter& letter = made_.letter;
  const std::string issuer = name_of(reply_.issuer);
  if (issuer.empty()) lack(LetterField::issuer);
  letter.letterhead = !reply_.letterhead.empty()      ? reply_.letterhead
                      : !settings_.letterhead.empty() ? settings_.letterhead
                                                      : issuer;
  if (reply_.number) {
    letter.number = {reply_.number->text(), false};
  } else if (settings_.series.empty()) {
    lack(LetterField::number);
  } else {
    const std::string year = std::to_string(letter.dated.year());
    letter.number = {
        words().text("letter.number_open", {{"series", settings_.series}, {"year", year}}), true};
    made_.open.push_back(LetterField::number);
  }
  if (gbt9704::profile_of(letter.format).has_signer) {
    letter.signer_label = word("letter.signer");
    const bool is_open = reply_.signer.empty();
    letter.signer = {is_open ? word("letter.signer_open") : reply_.signer, is_open};
    if (is_open) made_.open.push_back(LetterField::signer);
    if (!is_open) set_signers();
  }
  if (reply_.urgency)
    letter.urgency = std::string(model::schema::word<model::Urgency>(*reply_.urgency));
  letter.class_mark = reply_.result_class;
  const bool is_classed = !library_.site().reply_classes.empty() && reply_.lead.empty();
  if (is_classed && reply_.result_class.empty()) lack(LetterField::result_class);
}

Blocks Maker::prose(const model::Prose& prose, const std::string& field) {
  if (prose.empty()) return {};
  const auto locate = [&](std::size_t offset, std::size_t bytes) {
    return scope_.locator.in_prose(prose.place, offset, bytes);
  };
  const markdown::Document document = scope_.reader.document(prose, locate, problems_);
  Blocks blocks = blocks_of(
      document, field,
      [this](const markdown::Citation& citation, markup::Format /*format*/) {
        return view::cited_text(citation, page_);
      },
      prose_mark(prose.markdown));
  for (const std::string& target : cited(blocks)) {
    const prose::Citation one = prose::parse_target(target);
    if (one.kind != prose::CitedKind::fact) continue;
    for (const std::string_view id : one.ids()) {
      const model::Observation* observation = scope_.reader.observation(id);
      const bool is_open = observation != nullptr && observation->provenance.is_provisional();
      if (is_open) made_.provisional.emplace_back(id);
    }
  }
  return blocks;
}

void Maker::make_body() {
  Letter& letter = made_.letter;
  letter.title = view::reply_title(proposal_, scope_.reader, words());
  letter.title_lines = title_lines(letter.title, static_cast<int>(gbt9704::kTitleCharacters.value));
  letter.salutation = view::reply_salutation(proposal_, scope_.reader, words());
  if (letter.salutation.empty()) lack(LetterField::proposers);
  if (!reply_.text.empty()) return add_prose(reply_.text, "reply/text");
  if (!reply_.opening.empty()) {
    add_prose(reply_.opening, "reply/opening");
  } else {
    const std::string opening = view::reply_opening(proposal_, scope_.reader, words());
    letter.body.push_back({Paragraph{{Run{.text = opening}}}, {}});
  }
  const Proposal* source = library_.proposal(reply_.body_of);
  const std::vector<model::BodySection> sections = model::body_of(proposal_, source);
  if (sections.empty()) lack(LetterField::sections);
  for (const model::BodySection& one : sections) {
    const std::string field = "reply/sections/" + one.section->id;
    if (!one.label.empty() || !one.section->heading.empty()) {
      Heading heading{1, one.label, {}};
      if (!one.section->heading.empty()) heading.runs.push_back({.text = one.section->heading});
      letter.body.push_back({std::move(heading), {field + "/heading", 1}});
    }
    add_prose(one.section->text, field + "/text");
  }
  add_prose(model::closing_of(proposal_, source), "reply/closing");
}

Slot Maker::date(const std::optional<model::Date>& day, LetterField field) {
  if (day) return {day->official(), false};
  made_.open.push_back(field);
  return {words().text("letter.date_open", {{"year", std::to_string(made_.letter.dated.year())}}),
          true};
}

void Maker::make_end() {
  Letter& letter = made_.letter;
  letter.annex_label = word("letter.annexes");
  for (const model::Annex& annex : reply_.annexes) letter.annexes.push_back({annex.title, {}});
  letter.signatories = {name_of(reply_.issuer)};
  for (const std::string& one : reply_.joint_issuers) letter.signatories.push_back(name_of(one));
  letter.signed_on = date(reply_.signed_on, LetterField::signed_on);
  for (const model::Contact& contact : library_.contacts()) {
    if (contact.proposal != proposal_.id) continue;
    letter.contact_note +=
        words().text("letter.contact", {{"name", contact.name}, {"phone", contact.phone}});
  }
}

// 抄送: as the reply says, else the office's usual; units that handled it too get one in any case.
void Maker::make_imprint() {
  Letter& letter = made_.letter;
  std::vector<std::string> copies = reply_.copies.empty() ? settings_.copies : reply_.copies;
  for (const std::string& id : reply_.co_handlers) {
    const std::string name = name_of(id);
    const bool known = std::find(copies.begin(), copies.end(), name) != copies.end();
    if (!name.empty() && !known) copies.push_back(name);
  }
  std::string list;
  for (const std::string& one : copies) view::append(list, one, words().text("punctuation.comma"));
  if (!list.empty()) {
    letter.copies_label = word("letter.copies");
    letter.copies = words().text("letter.copies_list", {{"names", list}});
  }
  if (!gbt9704::profile_of(letter.format).has_imprint) return;
  letter.printed_by = name_of(reply_.printed_by.empty() ? settings_.printed_by : reply_.printed_by);
  if (letter.printed_by.empty()) lack(LetterField::printed_by);
  const Slot day = date(reply_.printed_on, LetterField::printed_on);
  letter.printed_on = {words().text("letter.printed", {{"date", day.text}}), day.is_open};
}

}  // namespace

std::string_view part_of(LetterField field) {
  switch (field) {
    case LetterField::number:
      return "number";
    case LetterField::signer:
      return "signer";
    case LetterField::signed_on:
      return "signed";
    case LetterField::printed_on:
      return "printed";
    case LetterField::printed_by:
      return "printed_by";
    case LetterField::issuer:
      return "signatories";
    case LetterField::proposers:
      return "salutation";
    case LetterField::sections:
      return "body";
    case LetterField::result_class:
      return "class_mark";
  }
  return {};
}

ReplyLetter reply_letter(const Proposal& proposal, const model::Library& library,
                         const view::Scope& scope, Diagnostics& problems) {
  return Maker(proposal, library, scope, problems).make();
}

}  // namespace huice::document
