// SPDX-License-Identifier: Apache-2.0
#include "model/walk.h"

#include "model/library.h"
#include "model/provision.h"

namespace huice::model {
namespace {

using Visit = std::function<void(const ProseField& field)>;

class Walk {
 public:
  explicit Walk(const Visit& visit) : visit_(visit) {}

  void say(const Prose& prose, ProseField field = {}) const {
    if (prose.empty()) return;
    field.prose = &prose;
    visit_(field);
  }

  void policy(const Policy& policy) const {
    ProseField field;
    field.policy = &policy;
    field.region = policy.region;
    say(policy.summary, field);
    if (policy.interpretation) interpretation(*policy.interpretation, field);
    each_article(policy, [&](const ArticleRef& in) { article(*in.article, field); });
  }

  void proposal(const Proposal& proposal) const {
    ProseField field;
    field.proposal = &proposal;
    field.region = proposal.region;
    say(proposal.text, field);
    if (proposal.asks) {
      for (const Ask& ask : *proposal.asks) say(ask.summary, field);
    }
    if (!proposal.reply) return;
    field.is_reply = true;
    say(proposal.reply->opening, field);
    for (const ReplySection& section : proposal.reply->sections) say(section.text, field);
    say(proposal.reply->closing, field);
    say(proposal.reply->text, field);
  }

  void ladder(const Ladder& ladder) const {
    ProseField field;
    field.region = ladder.region;
    say(ladder.intro, field);
  }

  void booklet(const Booklet& booklet) const {
    const ProseField field;
    say(booklet.preface, field);
    for (const Chapter& chapter : booklet.chapters) say(chapter.intro, field);
  }

  void dashboard(const Dashboard& dashboard) const {
    ProseField field;
    field.region = dashboard.region;
    say(dashboard.intro, field);
    for (const KpiGroup& group : dashboard.groups) say(group.intro, field);
  }

 private:
  void article(const Article& article, ProseField field) const {
    field.article = &article;
    say(article.summary, field);
    for (const Paragraph& one : article.paragraphs) {
      say(one.summary, field);
      for (const Item& item : one.items) say(item.summary, field);
    }
    for (const Measure& measure : article.measures) {
      if (!measure.guide) continue;
      for (const Question& question : measure.guide->questions) say(question.answer, field);
    }
    field.is_official = true;
    for (const Prose* wording : wording_of(article)) say(*wording, field);
  }

  void interpretation(const Interpretation& one, const ProseField& field) const {
    for (const auto* element :
         {&one.background, &one.goals, &one.content, &one.scope, &one.standards, &one.cautions,
          &one.terms, &one.benefits, &one.differences}) {
      if (*element) say((*element)->text, field);
    }
  }

  const Visit& visit_;
};

}  // namespace

std::string fact_id(const UndertakingRef& undertaking) {
  const std::string& name = undertaking.undertaking->id;
  if (undertaking.in.article != nullptr) return fact_id(undertaking.in, name);
  const bool of_policy = undertaking.in.policy != nullptr;
  return (of_policy ? undertaking.in.policy->id : undertaking.proposal->id) + "/" + name;
}

UndertakingRef find_undertaking(const Library& library, std::string_view fact_id) {
  const std::size_t slash = fact_id.rfind('/');
  if (slash == std::string_view::npos) return {};
  const std::string_view in = fact_id.substr(0, slash);
  const std::string_view name = fact_id.substr(slash + 1);
  UndertakingRef found;
  const auto look = [&found, name](const std::vector<Undertaking>& all) {
    for (const Undertaking& one : all) {
      if (one.id == name && found.undertaking == nullptr) found.undertaking = &one;
    }
  };
  found.in = library.article(in);
  if (found.in.article != nullptr) {
    look(found.in.article->undertakings);
  } else if (const Policy* policy = library.policy(in)) {
    found.in.policy = policy;
    look(policy->undertakings);
  } else if (const Proposal* proposal = library.proposal(in)) {
    found.proposal = proposal;
    if (proposal->reply) look(proposal->reply->undertakings);
  }
  return found.undertaking == nullptr ? UndertakingRef{} : found;
}

Date ProseField::spoken_on(const Date& today) const {
  if (is_reply && proposal->reply->signed_on) return *proposal->reply->signed_on;
  if (is_official && policy->dates.signed_on) return *policy->dates.signed_on;
  return today;
}

void each_prose(const SharedRecords& records, const Visit& visit) {
  const Walk walk(visit);
  walk.say(records.site->about);
  walk.say(records.site->notice);
  for (const Policy& policy : records.policies) walk.policy(policy);
  for (const Proposal& proposal : records.proposals) walk.proposal(proposal);
  for (const Ladder& ladder : records.ladders) walk.ladder(ladder);
  for (const Booklet& booklet : records.booklets) walk.booklet(booklet);
  for (const Dashboard& dashboard : records.dashboards) walk.dashboard(dashboard);
}

}  // namespace huice::model
