// SPDX-License-Identifier: Apache-2.0
//
// Proposals and their replies. A reply's body is rendered once to Markdown by letter/body.md and
// then written in the page's format, so that HTML and Markdown cannot drift apart.
#include "markdown/parse.h"
#include "model/reply_body.h"
#include "model/schema/choice.h"
#include "view/letter_wording.h"
#include "view/links.h"
#include "view/prose_value.h"
#include "view/tables/records.h"
#include "view/wording.h"

#include <algorithm>
#include <utility>

namespace huice::view {
namespace {

using model::Ask;
using model::Proposal;
using model::Reply;
using model::ReplySection;
using tmpl::Dict;
using tmpl::Value;

Value section_value(const model::BodySection& in, const PageScope& page) {
  const ReplySection& section = *in.section;
  return Value(Dict()
                   .set("id", text(section.id))
                   .set("label", in.label.empty() ? Value(nullptr) : Value(in.label))
                   .set("heading", text_or_none(section.heading))
                   .set("head", text_or_none(head_text(in.label, section.heading)))
                   .set("text", prose_value(section.text, page, 0)));
}

// The proposal whose letter a reply shares the body of; nullptr where it has its own.
const Proposal* source_of(const Proposal& proposal, const PageScope& page) {
  const std::string& shared = proposal.reply->body_of;
  return shared.empty() ? nullptr : page.reader().proposal(shared);
}

// Those of a reply, which may be another's.
std::vector<model::BodySection> sections_of(const Proposal& proposal, const PageScope& page) {
  return model::body_of(proposal, source_of(proposal, page));
}

const model::Prose& closing_of(const Proposal& proposal, const PageScope& page) {
  return model::closing_of(proposal, source_of(proposal, page));
}

Value sections_value(const Proposal& proposal, const PageScope& page) {
  tmpl::ListValue list;
  for (const model::BodySection& one : sections_of(proposal, page)) {
    list.push(section_value(one, page));
  }
  return Value(std::move(list));
}

// The sections that answer an ask; what no section answers has an empty list. Another proposal's
// letter names the ask with its proposal.
Value answered_by(const Ask& ask, const Proposal& proposal, const PageScope& page) {
  tmpl::ListValue sections;
  if (const Proposal* holder = page.reader().answered_in(proposal)) {
    const std::string& shared = holder->reply->body_of;
    const Proposal* source = shared.empty() ? holder : page.reader().proposal(shared);
    const std::string name = source == nullptr ? "" : model::ask_name(proposal, ask, *source);
    for (const model::BodySection& one : sections_of(*holder, page)) {
      const auto& answers = one.section->answers;
      const bool answers_it = std::find(answers.begin(), answers.end(), name) != answers.end();
      if (answers_it) sections.push(section_value(one, page));
    }
  }
  return Value(std::move(sections));
}

// The other proposals that the letter answers, with their pages: 并案办理.
Value answered_together(const Proposal& proposal, const PageScope& page) {
  const Proposal* holder = page.reader().answered_in(proposal);
  tmpl::ListValue others;
  if (holder == nullptr) return Value(std::move(others));
  const auto add = [&](const Proposal* one) {
    if (one == nullptr || one == &proposal) return;
    others.push(view_of(*one, page));
  };
  add(holder);
  for (const std::string& id : holder->reply->also_answers) add(page.reader().proposal(id));
  return Value(std::move(others));
}

Value asks_value(const Proposal& proposal, const PageScope& page) {
  if (!proposal.asks) return nullptr;
  return tmpl::list_of(*proposal.asks, [&proposal, &page](const Ask& ask) {
    return Value(Dict()
                     .set("id", text(ask.id))
                     .set("heading", text(ask.heading))
                     .set("summary", prose_value(ask.summary, page, 3))
                     .set("answered_by", answered_by(ask, proposal, page)));
  });
}

Value body_value(const Proposal& proposal, const PageScope& page) {
  const PageScope body{page.scope,      markup::Format::markdown, page.root,    page.problems,
                       Citations::kept, page.questions,           page.document};
  Dict context;
  context.set("t", Value::borrow(page.scope.words.tree()));
  context.set("proposal", view_of(proposal, body));
  std::string markdown;
  if (!page.scope.templates.render("letter/body.md", context, markdown, page.problems)) return {};
  const SourceText source("letter/body.md", markdown);
  markdown::Document document = markdown::parse(source, page.problems);
  std::string out;
  const markdown::Written written = write_document(std::move(document), page, 1, out);
  return written_value(out, written, page.format);
}

// What a reader of the letter must know of the sums it states: that they no longer hold, or that
// another text says otherwise. It is said beside the letter, whose words are the office's own.
Value cautions_value(const Proposal& proposal, const PageScope& page) {
  const Reply& reply = *proposal.reply;
  std::vector<const model::Prose*> prose{&reply.opening};
  for (const model::BodySection& one : sections_of(proposal, page)) {
    prose.push_back(&one.section->text);
  }
  prose.push_back(&closing_of(proposal, page));
  prose.push_back(&reply.text);
  const Words& words = page.words();
  std::vector<std::string> all;
  const auto add = [&](const model::MeasureRef& measure, bool of_article, const std::string& what) {
    if (what.empty()) return;
    const std::string article = article_name(measure.in, words);
    std::string text =
        of_article
            ? words.text("reply.caution_article", {{"article", article}, {"what", what}})
            : words.text("reply.caution_measure",
                         {{"article", article}, {"title", measure.measure->title}, {"what", what}});
    if (std::find(all.begin(), all.end(), text) == all.end()) all.push_back(std::move(text));
  };
  for (const model::Prose* one : prose) {
    for (const model::MeasureRef& measure : page.reader().cited_measures(*one)) {
      const derive::Status status = page.reader().status(measure, page.scope.as_of);
      const auto others = page.reader().open_conflicts(measure, page.scope.as_of);
      const bool by_itself = measure.measure->validity || status.ruling != nullptr;
      add(measure, !by_itself, part_standing(status, words));
      add(measure, false, conflict_text(others, words));
    }
  }
  tmpl::ListValue list;
  for (const std::string& text : all) list.push(Value(text));
  return Value(std::move(list));
}

Value class_meaning(std::string_view id, const PageScope& page) {
  for (const model::ReplyClass& known : page.reader().site().reply_classes) {
    if (known.id == id) return text(known.meaning);
  }
  return nullptr;
}

// What became of the matter after the letter, by the day of the page.
Value class_changes(const Reply& reply, const PageScope& page) {
  tmpl::ListValue list;
  for (const model::ClassChange& change : reply.class_changes) {
    if (!change.on || page.scope.as_of < *change.on) continue;
    list.push(Value(Dict()
                        .set("on", Value(change.on->official()))
                        .set("class", text(change.result_class))
                        .set("meaning", class_meaning(change.result_class, page))));
  }
  return Value(std::move(list));
}

}  // namespace

template <>
model::Place place_of(const Proposal& record) {
  return record.provenance.place;
}

template <>
const std::vector<Entry<Proposal>>& entries() {
  static const std::vector<Entry<Proposal>> all{
      {"kind_text",
       [](const auto& p, const auto&) { return Value::borrow(model::schema::word(p.kind)); }},
      {"session_text",
       [](const auto& p, const auto& page) {
         return Value(session_text(p.session, page.words()));
       }},
      {"asks", &asks_value},
      {"text", [](const auto& p, const auto& page) { return prose_value(p.text, page); }},
      {"href", [](const auto& p, const auto&) { return Value(href(p)); }},
      {"source", [](const auto& p, const auto& page) { return source_value(p.provenance, page); }},
      {"reply",
       [](const auto& p, const auto& page) {
         const Proposal* holder = page.reader().answered_in(p);
         return holder != nullptr ? owned_view(ReplyRef{holder}, page) : Value(nullptr);
       }},
      {"answered_together", &answered_together},
  };
  return all;
}

template <>
model::Place place_of(const ReplyRef& record) {
  return record.proposal->reply->place;
}

// Long: a table, a line for each key.
template <>
const std::vector<Entry<ReplyRef>>& entries() {
  static const std::vector<Entry<ReplyRef>> all{
      {"title",
       [](const auto& r, const auto& page) {
         return Value(reply_title(*r.proposal, page.reader(), page.words()));
       }},
      {"salutation",
       [](const auto& r, const auto& page) {
         return Value(reply_salutation(*r.proposal, page.reader(), page.words()));
       }},
      {"opening",
       [](const auto& r, const auto& page) {
         const model::Prose& own = r.proposal->reply->opening;
         if (!own.empty()) return prose_value(own, page, 0);
         return Value(reply_opening(*r.proposal, page.reader(), page.words()));
       }},
      {"own_opening",
       [](const auto& r, const auto& page) {
         return prose_value(r.proposal->reply->opening, page, 0);
       }},
      {"text", [](const auto& r,
                  const auto& page) { return prose_value(r.proposal->reply->text, page, 0); }},
      {"lead", [](const auto& r,
                  const auto& page) { return organization_value(r.proposal->reply->lead, page); }},
      {"sections",
       [](const auto& r, const auto& page) { return sections_value(*r.proposal, page); }},
      {"closing",
       [](const auto& r, const auto& page) {
         return prose_value(closing_of(*r.proposal, page), page, 0);
       }},
      {"annexes",
       [](const auto& r, const auto&) { return annexes_value(r.proposal->reply->annexes); }},
      {"body", [](const auto& r, const auto& page) { return body_value(*r.proposal, page); }},
      {"undertakings",
       [](const auto& r, const auto& page) {
         const auto& undertakings = r.proposal->reply->undertakings;
         return tmpl::list_of(undertakings, [r, &page](const model::Undertaking& one) {
           return owned_view(model::UndertakingRef{{}, r.proposal, &one}, page);
         });
       }},
      {"issuer",
       [](const auto& r, const auto& page) {
         return organization_value(r.proposal->reply->issuer, page);
       }},
      {"joint_issuers",
       [](const auto& r, const auto& page) {
         return organization_values(r.proposal->reply->joint_issuers, page);
       }},
      {"co_handlers",
       [](const auto& r, const auto& page) {
         return organization_values(r.proposal->reply->co_handlers, page);
       }},
      {"printed_by",
       [](const auto& r, const auto& page) {
         return organization_value(r.proposal->reply->printed_by, page);
       }},
      {"cautions",
       [](const auto& r, const auto& page) { return cautions_value(*r.proposal, page); }},
      {"class_meaning",
       [](const auto& r, const auto& page) {
         return class_meaning(r.proposal->reply->result_class, page);
       }},
      {"class_changes",
       [](const auto& r, const auto& page) { return class_changes(*r.proposal->reply, page); }},
  };
  return all;
}

}  // namespace huice::view
