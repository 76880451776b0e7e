// SPDX-License-Identifier: Apache-2.0
#include "project/review_sheet.h"

#include "base/utf8.h"
#include "check/figures.h"
#include "check/prose_fields.h"
#include "check/sentences.h"
#include "check/stock_phrases.h"
#include "derive/deadline.h"
#include "model/reply_body.h"
#include "project/sheet_facts.h"
#include "view/letter_wording.h"
#include "view/wording.h"

#include <algorithm>
#include <set>

namespace huice::project {
namespace {

using document::LetterField;
using model::Proposal;
using model::Reply;

std::string_view field_key(LetterField field) {
  switch (field) {
    case LetterField::number:
      return "review.fields.number";
    case LetterField::signer:
      return "review.fields.signer";
    case LetterField::signed_on:
      return "review.fields.signed";
    case LetterField::printed_on:
      return "review.fields.printed";
    case LetterField::printed_by:
      return "review.fields.printed_by";
    case LetterField::issuer:
      return "review.fields.issuer";
    case LetterField::proposers:
      return "review.fields.proposers";
    case LetterField::sections:
      return "review.fields.sections";
    case LetterField::result_class:
      return "review.fields.class";
  }
  return "review.fields.class";
}

std::string_view kept_key(derive::Kept kept) {
  switch (kept) {
    case derive::Kept::open:
      return "review.kept.open";
    case derive::Kept::overdue:
      return "review.kept.overdue";
    case derive::Kept::fulfilled:
      return "review.kept.fulfilled";
    case derive::Kept::cancelled:
      return "review.kept.cancelled";
  }
  return "review.kept.open";
}

// The proposal whose sections a reply has.
const Proposal& body_holder(const Proposal& proposal, const model::Library& library) {
  const Proposal* source = library.proposal(proposal.reply->body_of);
  return source != nullptr && source->reply ? *source : proposal;
}

std::vector<const model::Prose*> written_in(const Proposal& proposal,
                                            const model::Library& library) {
  const Reply& reply = *proposal.reply;
  if (!reply.text.empty()) return {&reply.text};
  const Proposal& holder = body_holder(proposal, library);
  std::vector<const model::Prose*> all;
  for (const model::BodySection& one : model::body_of(proposal, &holder)) {
    all.push_back(&one.section->text);
  }
  all.push_back(reply.closing.empty() ? &holder.reply->closing : &reply.closing);
  return all;
}

}  // namespace

/// Makes one sheet.
class SheetMaker {
 public:
  SheetMaker(const ReviewSheets& of, const Proposal& proposal, const document::ReplyLetter& made)
      : of_(of),
        proposal_(proposal),
        reply_(*proposal.reply),
        made_(made),
        facts_(of.library_, of.scope_) {}

  ReviewSheet make();

 private:
  void add_deadline();
  void add_handling();
  void add_open(const std::vector<LetterField>& fields, std::string_view label);
  void add_parts();
  void add_answer(const model::BodySection& section, SheetPart& part) const;
  void add_cautions(SheetFact& fact) const;
  void add_candidates(const model::Ask& ask, SheetPart& part) const;
  SheetPromise promise(const model::UndertakingRef& one, derive::Kept kept) const;
  void add_promises();
  void add_wording();
  void add_stock_phrases(const std::vector<const model::Prose*>& texts);
  void add_typed_figures(const std::vector<const model::Prose*>& texts);
  void line(std::string_view label, std::string text, bool is_open) {
    sheet_.lines.push_back({word(label), std::move(text), is_open});
  }
  std::string word(std::string_view key) const { return std::string(words().text(key)); }
  const view::Words& words() const { return of_.scope_.words; }

  const ReviewSheets& of_;
  const Proposal& proposal_;
  const Reply& reply_;
  const document::ReplyLetter& made_;
  SheetFacts facts_;
  ReviewSheet sheet_;
};

ReviewSheet SheetMaker::make() {
  sheet_.id = proposal_.id;
  sheet_.title = made_.letter.title;
  add_deadline();
  add_handling();
  add_open(made_.lacking, "review.lacking");
  add_open(made_.open, "review.open");
  add_parts();
  add_promises();
  add_wording();
  return std::move(sheet_);
}

void SheetMaker::add_deadline() {
  const derive::Deadline deadline = derive::deadline_of(proposal_, of_.library_);
  if (!deadline.end) return line("review.deadline", word("review.received_unstated"), true);
  std::string text = deadline.end->last.official();
  std::string notes =
      words().text("review.received", {{"date", proposal_.received_on->official()}});
  const auto note = [&](const std::string& one) {
    view::append(notes, one, words().text("punctuation.comma"));
  };
  if (deadline.is_extended) {
    const std::string on = proposal_.extension->on ? proposal_.extension->on->official() : "";
    note(words().text("review.extended", {{"by", proposal_.extension->by}, {"date", on}}));
  }
  for (const int year : deadline.end->unlisted_years) {
    note(words().text("review.unlisted_year", {{"year", std::to_string(year)}}));
  }
  text += words().text("punctuation.brackets", {{"text", notes}});
  const auto answered = derive::answered_of(proposal_, of_.library_, of_.scope_.as_of);
  using enum derive::Answered;
  const bool is_past = answered == overdue || answered == late;
  if (answered == overdue) text += word("review.overdue");
  if (answered == late) text += word("review.late");
  line("review.deadline", std::move(text), is_past);
}

void SheetMaker::add_handling() {
  if (!reply_.result_class.empty()) {
    std::string text = reply_.result_class;
    const std::string now(derive::class_on(reply_, of_.scope_.as_of));
    if (now != text) text = words().text("review.class_now", {{"first", text}, {"now", now}});
    line("review.class", std::move(text), false);
  }
  const auto& met = reply_.consultation;
  line("review.consultation",
       met ? words().text(
                 "review.consulted",
                 {{"by", met->by}, {"date", met->on ? met->on->official() : ""}, {"how", met->how}})
           : word("review.unrecorded"),
       !met);
  std::string publication = word("review.unrecorded");
  bool is_open = !reply_.publication;
  if (reply_.publication) {
    using enum model::Publication;
    const bool is_whole = *reply_.publication == full;
    publication = word(is_whole                         ? "review.published_full"
                       : *reply_.publication == summary ? "review.published_summary"
                                                        : "review.published_none");
    is_open = !is_whole && reply_.publication_reason.empty();
    if (is_open) publication += word("review.reason_missing");
    if (!reply_.publication_reason.empty()) {
      publication += words().text("punctuation.brackets", {{"text", reply_.publication_reason}});
    }
  }
  line("review.publication", std::move(publication), is_open);
}

void SheetMaker::add_open(const std::vector<LetterField>& fields, std::string_view label) {
  std::string names;
  for (const LetterField field : fields) {
    view::append(names, words().text(field_key(field)), words().text("punctuation.enumeration"));
  }
  if (!names.empty()) line(label, std::move(names), true);
}

// Where the same was said with another value.
void SheetMaker::add_cautions(SheetFact& fact) const {
  if (fact.is_provisional) {
    fact.cautions.insert(fact.cautions.begin(), word("review.provisional"));
  }
  const model::Observation* figure = of_.library_.observation(fact.id);
  if (figure == nullptr) return;
  const auto shown = of_.shown_.find({figure->indicator, figure->region});
  if (shown == of_.shown_.end()) return;
  for (const ReviewSheets::Shown& one : shown->second) {
    const bool is_same = one.figure->value == figure->value && one.figure->unit == figure->unit;
    if (one.letter == &proposal_ || is_same) continue;
    fact.cautions.push_back(
        words().text("review.elsewhere", {{"letter", model::reply_name(*one.letter)},
                                          {"period", one.figure->period.official()},
                                          {"value", view::observed_text(*one.figure, words())}}));
  }
}

void SheetMaker::add_answer(const model::BodySection& section, SheetPart& part) const {
  const std::string field = "reply/sections/" + section.section->id + "/text";
  document::Blocks own;
  for (const document::Block& block : made_.letter.body) {
    if (block.origin.field != field) continue;
    own.push_back(block);
    document::for_each_text({block}, [&part](const document::Runs& runs) {
      part.answers.push_back(document::words_of(runs));
    });
  }
  for (const std::string& target : document::cited(own)) {
    for (SheetFact& fact : facts_.cited(target)) {
      const bool is_new = std::none_of(part.evidence.begin(), part.evidence.end(),
                                       [&fact](const SheetFact& one) { return one.id == fact.id; });
      if (fact.sentence.empty() || !is_new) continue;
      add_cautions(fact);
      part.evidence.push_back(std::move(fact));
    }
  }
}

void SheetMaker::add_candidates(const model::Ask& ask, SheetPart& part) const {
  const model::Date day = reply_.signed_on.value_or(of_.scope_.as_of);
  std::size_t rank = 0;
  for (const derive::Candidate& one :
       of_.relevance_.candidates(proposal_, ask, day, ReviewSheets::kCandidates)) {
    ++rank;
    for (SheetFact& fact : facts_.of(one)) {
      fact.rank = rank;
      fact.is_cited = std::any_of(part.evidence.begin(), part.evidence.end(),
                                  [&fact](const SheetFact& cited) { return cited.id == fact.id; });
      add_cautions(fact);
      part.candidates.push_back(std::move(fact));
    }
  }
}

void SheetMaker::add_parts() {
  const Proposal& holder = body_holder(proposal_, of_.library_);
  const std::vector<model::BodySection> sections =
      reply_.text.empty() ? model::body_of(proposal_, &holder) : std::vector<model::BodySection>();
  std::set<const model::ReplySection*> used;
  if (proposal_.asks) {
    for (const model::Ask& ask : *proposal_.asks) {
      SheetPart part;
      part.heading = ask.heading;
      part.state = reply_.text.empty() ? AskState::unanswered : AskState::unknown;
      const std::string name = model::ask_name(proposal_, ask, holder);
      for (const model::BodySection& one : sections) {
        const auto& answers = one.section->answers;
        if (std::find(answers.begin(), answers.end(), name) == answers.end()) continue;
        part.state = AskState::answered;
        used.insert(one.section);
        add_answer(one, part);
      }
      add_candidates(ask, part);
      sheet_.parts.push_back(std::move(part));
    }
  }
  for (const model::BodySection& one : sections) {
    if (used.contains(one.section)) continue;
    SheetPart part;
    part.state = proposal_.asks ? AskState::other : AskState::unknown;
    part.heading = view::head_text(one.label, one.section->heading);
    if (part.heading.empty()) part.heading = word("review.body");
    add_answer(one, part);
    sheet_.parts.push_back(std::move(part));
  }
}

SheetPromise SheetMaker::promise(const model::UndertakingRef& one, derive::Kept kept) const {
  const model::Undertaking& made = *one.undertaking;
  SheetPromise out;
  out.text = made.text;
  if (one.proposal != nullptr) out.letter = model::reply_name(*one.proposal);
  out.units = facts_.names_of(made.units);
  if (made.due) out.due = words().text("undertaking.due", {{"date", made.due->official()}});
  if (!made.every.empty()) out.due = words().text("every", {{"period", made.every}});
  if (!made.due_phrase.empty()) out.due = made.due_phrase;
  out.state = words().text(kept_key(kept));
  out.evidence = made.evidence;
  out.is_overdue = kept == derive::Kept::overdue;
  return out;
}

void SheetMaker::add_promises() {
  model::each_undertaking(proposal_, [this](const model::UndertakingRef& one) {
    sheet_.promises.push_back(promise(one, derive::kept_of(*one.undertaking, of_.scope_.as_of)));
  });
  for (const derive::LedgerEntry* one : of_.ledger_.promised_before(proposal_)) {
    sheet_.before.push_back(promise(one->promise, one->kept));
  }
}

void SheetMaker::add_wording() {
  const auto texts = written_in(proposal_, of_.library_);
  add_stock_phrases(texts);
  add_typed_figures(texts);
  const auto& all = of_.library_.proposals();
  std::size_t own = 0;
  while (&all[own] != &proposal_) ++own;
  for (const derive::NearPassages::Pair& pair : of_.passages_.of(own)) {
    sheet_.wording.push_back(
        {words().text("review.near", {{"percent", std::to_string(pair.other.percent)},
                                      {"letter", model::reply_name(all[pair.other.text])}}),
         std::string(pair.passage), true});
  }
}

// Of the sentences, those that have a stock phrase and neither a figure nor a citation.
void SheetMaker::add_stock_phrases(const std::vector<const model::Prose*>& texts) {
  std::size_t all = 0;
  std::size_t stock = 0;
  std::string said;
  for (const model::Prose* one : texts) {
    check::Sentences sentences(one->markdown);
    for (std::size_t at = 0; at < one->markdown.size();) {
      const std::string_view sentence = sentences.at(at);
      if (sentence.empty()) break;
      at = sentences.begins() + sentence.size();
      if (utf8::trimmed(sentence).empty()) continue;
      ++all;
      if (sentence.find("{{") != std::string_view::npos) continue;
      if (!check::numbers_in(sentence).empty()) continue;
      bool is_stock = false;
      for (const std::string_view phrase : check::kStockPhrases) {
        if (sentence.find(phrase) == std::string_view::npos) continue;
        is_stock = true;
        if (said.find(phrase) == std::string::npos) {
          view::append(said, phrase, words().text("punctuation.enumeration"));
        }
      }
      if (is_stock) ++stock;
    }
  }
  if (all == 0) return;
  const std::string share = std::to_string(stock * 100 / all);
  sheet_.wording.push_back(
      {word("review.stock"),
       words().text(
           "review.stock_share",
           {{"stock", std::to_string(stock)}, {"all", std::to_string(all)}, {"percent", share}}) +
           (said.empty() ? said : words().text("punctuation.brackets", {{"text", said}})),
       stock > 0});
}

// A figure that was typed has no source.
void SheetMaker::add_typed_figures(const std::vector<const model::Prose*>& texts) {
  std::string typed;
  for (const model::Prose* one : texts) {
    check::ProseField field;
    field.prose = one;
    field.proposal = &proposal_;
    const std::string text = check::words_of(field, check::citations_of(field, of_.library_));
    for (const check::Number& number : check::numbers_in(text)) {
      view::append(typed, std::string_view(text).substr(number.offset, number.bytes),
                   words().text("punctuation.enumeration"));
    }
  }
  if (!typed.empty()) sheet_.wording.push_back({word("review.typed"), typed, true});
}

ReviewSheets::ReviewSheets(const model::Library& library, const view::Scope& scope)
    : library_(library), scope_(scope), ledger_(library, scope.as_of), relevance_(library) {
  for (std::size_t i = 0; i < library.proposals().size(); ++i) {
    const Proposal& proposal = library.proposals()[i];
    if (!proposal.reply) continue;
    // A shared body is one text.
    const bool is_shared = !proposal.reply->body_of.empty();
    for (const model::Prose* one : written_in(proposal, library)) {
      if (!is_shared) passages_.add(i, one->markdown);
      for (const prose::Citation& cited : prose::citations(one->markdown, library)) {
        if (cited.kind != prose::CitedKind::fact) continue;
        for (const std::string_view id : cited.ids()) add_shown(proposal, library.observation(id));
      }
    }
  }
}

void ReviewSheets::add_shown(const Proposal& letter, const model::Observation* figure) {
  if (figure == nullptr) return;
  auto& shown = shown_[{figure->indicator, figure->region}];
  const bool is_new = std::none_of(shown.begin(), shown.end(), [&](const Shown& known) {
    return known.letter == &letter && known.figure == figure;
  });
  if (is_new) shown.push_back({&letter, figure});
}

ReviewSheet ReviewSheets::sheet(const Proposal& proposal, const document::ReplyLetter& made) const {
  return SheetMaker(*this, proposal, made).make();
}

}  // namespace huice::project
