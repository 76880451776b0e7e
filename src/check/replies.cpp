// SPDX-License-Identifier: Apache-2.0
#include "base/messages/check.h"
#include "check/figures.h"
#include "check/prose_fields.h"
#include "check/rules.h"
#include "check/stock_phrases.h"
#include "model/reply_body.h"

#include <algorithm>

namespace huice::check {
namespace {

bool answers(const model::Proposal& holder, const std::string& ask) {
  const auto& sections = holder.reply->sections;
  return std::any_of(sections.begin(), sections.end(), [&ask](const model::ReplySection& section) {
    const auto& ids = section.answers;
    return std::find(ids.begin(), ids.end(), ask) != ids.end();
  });
}

// `holder` has the sections: the proposal itself, or one whose letter answers both.
void check_asks(const model::Proposal& proposal, const model::Proposal& holder,
                Findings& findings) {
  if (!proposal.asks) return;
  for (const model::Ask& ask : *proposal.asks) {
    if (answers(holder, model::ask_name(proposal, ask, holder))) continue;
    findings.add(msg::ask_unanswered{.ask = ask.heading}, Spot::at(ask.place),
                 Other{msg::the_reply{}, Spot::at(holder.reply->place)});
  }
}

void check_phrases(const model::Proposal& proposal, const model::ReplySection& section,
                   const model::Library& library, Findings& findings) {
  if (section.text.empty()) return;
  ProseField field;
  field.prose = &section.text;
  field.proposal = &proposal;
  if (!citations_of(field, library).empty()) return;
  const std::string& text = section.text.markdown;
  if (!numbers_in(text).empty()) return;
  std::string said;
  std::size_t count = 0;
  std::size_t first = std::string::npos;
  std::size_t bytes = 0;
  for (const std::string_view phrase : kStockPhrases) {
    const std::size_t at = text.find(phrase);
    if (at == std::string::npos) continue;
    said += (count == 0 ? "" : "、") + std::string(phrase);
    ++count;
    if (at >= first) continue;
    first = at;
    bytes = phrase.size();
  }
  if (count <= kStockPhrasesAllowed) return;
  findings.add(msg::stock_phrases{.phrases = said}, Spot::prose(section.text, first, bytes));
}

}  // namespace

void check_replies(const Subject& subject, Findings& findings) {
  for (const model::Proposal& proposal : subject.library.proposals()) {
    const model::Proposal* holder = subject.library.answered_in(proposal);
    if (holder != nullptr && !holder->reply->body_of.empty()) {
      holder = subject.library.proposal(holder->reply->body_of);
    }
    // A reply in its official wording has no sections to say what they answer.
    const bool is_sectioned = holder != nullptr && holder->reply && holder->reply->text.empty();
    if (is_sectioned) check_asks(proposal, *holder, findings);
    if (!proposal.reply) continue;
    for (const model::ReplySection& section : proposal.reply->sections) {
      check_phrases(proposal, section, subject.library, findings);
    }
  }
}

}  // namespace huice::check
