// SPDX-License-Identifier: Apache-2.0
#include "check/prose_fields.h"

#include <algorithm>

namespace huice::check {
namespace {

using Visit = std::function<void(const ProseField& field)>;

class Walk {
 public:
  explicit Walk(const Visit& visit) : visit_(visit) {}

  void say(const model::Prose& prose, ProseField field = {}) const {
    if (prose.empty()) return;
    field.prose = &prose;
    visit_(field);
  }

  void policy(const model::Policy& policy) const {
    ProseField field;
    field.policy = &policy;
    field.region = policy.region;
    say(policy.summary, field);
    if (policy.interpretation) interpretation(*policy.interpretation, field);
    for (const model::Section& section : policy.sections) {
      for (const model::Article& article : section.articles) this->article(article, field);
    }
  }

  void proposal(const model::Proposal& proposal) const {
    ProseField field;
    field.proposal = &proposal;
    field.region = proposal.region;
    say(proposal.text, field);
    if (proposal.asks) {
      for (const model::Ask& ask : *proposal.asks) say(ask.summary, field);
    }
    if (!proposal.reply) return;
    field.is_reply = true;
    say(proposal.reply->opening, field);
    for (const model::ReplySection& section : proposal.reply->sections) say(section.text, field);
    say(proposal.reply->closing, field);
  }

  void ladder(const model::Ladder& ladder) const {
    ProseField field;
    field.region = ladder.region;
    say(ladder.intro, field);
  }

  void booklet(const model::Booklet& booklet) const {
    const ProseField field;
    say(booklet.preface, field);
    for (const model::Chapter& chapter : booklet.chapters) say(chapter.intro, field);
  }

  void dashboard(const model::Dashboard& dashboard) const {
    ProseField field;
    field.region = dashboard.region;
    say(dashboard.intro, field);
    for (const model::KpiGroup& group : dashboard.groups) say(group.intro, field);
  }

 private:
  void article(const model::Article& article, ProseField field) const {
    field.article = &article;
    say(article.summary, field);
    for (const model::Measure& measure : article.measures) {
      if (!measure.guide) continue;
      for (const model::Question& question : measure.guide->questions) say(question.answer, field);
    }
    field.is_official = true;
    say(article.text, field);
  }

  void interpretation(const model::Interpretation& one, const ProseField& field) const {
    for (const auto* element :
         {&one.background, &one.goals, &one.content, &one.scope, &one.standards, &one.cautions,
          &one.terms, &one.benefits, &one.differences}) {
      if (*element) say((*element)->text, field);
    }
  }

  const Visit& visit_;
};

void blank(std::string& text, std::size_t from, std::size_t to) {
  for (std::size_t i = from; i < std::min(to, text.size()); ++i) text[i] = ' ';
}

// From each `open` up to and including the next `close`.
void blank_between(std::string& text, std::string_view open, std::string_view close) {
  for (std::size_t at = text.find(open); at != std::string::npos; at = text.find(open, at)) {
    const std::size_t end = text.find(close, at + open.size());
    if (end == std::string::npos) return;
    blank(text, at, end + close.size());
  }
}

}  // namespace

model::Date ProseField::spoken_on(const model::Date& today) const {
  if (is_reply && proposal->reply->signed_on) return *proposal->reply->signed_on;
  if (is_official && policy->dates.signed_on) return *policy->dates.signed_on;
  return today;
}

void visit_prose(const model::Library& library, const Visit& visit) {
  const Walk walk(visit);
  walk.say(library.site().about);
  walk.say(library.site().notice);
  for (const model::Policy& policy : library.policies()) walk.policy(policy);
  for (const model::Proposal& proposal : library.proposals()) walk.proposal(proposal);
  for (const model::Ladder& ladder : library.ladders()) walk.ladder(ladder);
  for (const model::Booklet& booklet : library.booklets()) walk.booklet(booklet);
  for (const model::Dashboard& dashboard : library.dashboards()) walk.dashboard(dashboard);
}

std::vector<prose::Citation> citations_of(const ProseField& field, const model::Library& library) {
  Diagnostics told_before;
  const auto nowhere = [](std::size_t, std::size_t) { return Location{}; };
  return prose::citations(field.prose->markdown, library, nowhere, told_before);
}

std::string words_of(const ProseField& field, const std::vector<prose::Citation>& citations) {
  std::string text = field.prose->markdown;
  for (const prose::Citation& one : citations) blank(text, one.offset, one.offset + one.length);
  blank_between(text, "`", "`");
  blank_between(text, "](", ")");
  blank_between(text, "<http", ">");
  return text;
}

}  // namespace huice::check
