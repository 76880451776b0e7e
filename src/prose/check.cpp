// SPDX-License-Identifier: Apache-2.0
#include "prose/check.h"

#include "prose/prose.h"

namespace huice::prose {
namespace {

class Check {
 public:
  Check(const model::Library& library, load::Locator& locator, Diagnostics& problems)
      : library_(library), locator_(locator), problems_(problems) {}

  void operator()(const model::Prose& text) {
    if (text.empty()) return;
    const auto locate = [&](std::size_t offset, std::size_t bytes) {
      return locator_.in_prose(text.place, offset, bytes);
    };
    read(text, library_, locate, problems_);
  }

  void operator()(const std::optional<model::Explanation>& element) {
    if (element) (*this)(element->text);
  }

  void policy(const model::Policy& policy) {
    (*this)(policy.summary);
    if (policy.interpretation) interpretation(*policy.interpretation);
    for (const model::Section& section : policy.sections) {
      for (const model::Article& article : section.articles) {
        (*this)(article.text);
        (*this)(article.summary);
        for (const model::Measure& measure : article.measures) guide(measure);
      }
    }
  }

  void proposal(const model::Proposal& proposal) {
    (*this)(proposal.text);
    if (proposal.asks) {
      for (const model::Ask& ask : *proposal.asks) (*this)(ask.summary);
    }
    if (!proposal.reply) return;
    (*this)(proposal.reply->opening);
    for (const model::ReplySection& section : proposal.reply->sections) (*this)(section.text);
    (*this)(proposal.reply->closing);
  }

 private:
  void guide(const model::Measure& measure) {
    if (!measure.guide) return;
    for (const model::Question& question : measure.guide->questions) (*this)(question.answer);
  }

  void interpretation(const model::Interpretation& one) {
    for (const auto* element :
         {&one.background, &one.goals, &one.content, &one.scope, &one.standards, &one.cautions,
          &one.terms, &one.benefits, &one.differences}) {
      (*this)(*element);
    }
  }

  const model::Library& library_;
  load::Locator& locator_;
  Diagnostics& problems_;
};

}  // namespace

void check_all(const model::Library& library, load::Locator& locator, Diagnostics& problems) {
  Check check(library, locator, problems);
  check(library.site().about);
  check(library.site().notice);
  for (const model::Policy& policy : library.policies()) check.policy(policy);
  for (const model::Proposal& proposal : library.proposals()) check.proposal(proposal);
  for (const model::Ladder& ladder : library.ladders()) check(ladder.intro);
  for (const model::Booklet& booklet : library.booklets()) {
    check(booklet.preface);
    for (const model::Chapter& chapter : booklet.chapters) check(chapter.intro);
  }
  for (const model::Dashboard& dashboard : library.dashboards()) {
    check(dashboard.intro);
    for (const model::KpiGroup& group : dashboard.groups) check(group.intro);
  }
}

}  // namespace huice::prose
