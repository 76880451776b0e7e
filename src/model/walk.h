// SPDX-License-Identifier: Apache-2.0
#pragma once

// Visits every article, measure, target, undertaking and prose field, in the order of the records,
// with the way to it. Nothing else walks through the chapters of policies
// (tests/unit/architecture).

#include "model/records.h"
#include "model/refs.h"

#include <functional>
#include <string>
#include <string_view>

namespace huice::model {

class Library;

/// visit(ArticleRef)
template <class Visit>
void each_article(const Policy& policy, const Visit& visit) {
  for (const Section& section : policy.sections) {
    for (const Article& article : section.articles) visit(ArticleRef{&policy, &section, &article});
  }
}
template <class Visit>
void each_article(const RecordList<Policy>& policies, const Visit& visit) {
  for (const Policy& policy : policies) each_article(policy, visit);
}

/// visit(MeasureRef); `where` is a policy or a list of them.
template <class Where, class Visit>
void each_measure(const Where& where, const Visit& visit) {
  each_article(where, [&visit](const ArticleRef& in) {
    for (const Measure& measure : in.article->measures) visit(MeasureRef{in, &measure});
  });
}

/// visit(TargetRef); `where` is a policy or a list of them.
template <class Where, class Visit>
void each_target(const Where& where, const Visit& visit) {
  each_article(where, [&visit](const ArticleRef& in) {
    for (const Target& target : in.article->targets) visit(TargetRef{in, &target});
  });
}

/// Of an article, of a policy outside of its articles (in.article is null), or of a reply
/// (in.policy is null too).
struct UndertakingRef {
  ArticleRef in;
  const Proposal* proposal = nullptr;
  const Undertaking* undertaking = nullptr;

  /// The day its text was signed.
  const std::optional<Date>& signed_on() const {
    return in.policy != nullptr ? in.policy->dates.signed_on : proposal->reply->signed_on;
  }
};

/// policy/article/name, policy/name or proposal/name
std::string fact_id(const UndertakingRef& undertaking);

/// The undertaking of this fact id; an empty reference where there is none.
UndertakingRef find_undertaking(const Library& library, std::string_view fact_id);

/// visit(UndertakingRef); a policy's own ones come after those of its articles.
template <class Visit>
void each_undertaking(const Policy& policy, const Visit& visit) {
  each_article(policy, [&visit](const ArticleRef& in) {
    for (const Undertaking& one : in.article->undertakings) visit(UndertakingRef{in, {}, &one});
  });
  const ArticleRef outside{&policy, nullptr, nullptr};
  for (const Undertaking& one : policy.undertakings) visit(UndertakingRef{outside, {}, &one});
}
template <class Visit>
void each_undertaking(const Proposal& proposal, const Visit& visit) {
  if (!proposal.reply) return;
  for (const Undertaking& one : proposal.reply->undertakings) {
    visit(UndertakingRef{{}, &proposal, &one});
  }
}
template <class Record, class Visit>
void each_undertaking(const RecordList<Record>& records, const Visit& visit) {
  for (const Record& record : records) each_undertaking(record, visit);
}

/// A prose field, with what a reader of it must know of its place.
struct ProseField {
  const Prose* prose = nullptr;
  const Policy* policy = nullptr;    ///< the policy it is part of
  const Article* article = nullptr;  ///< the article it is part of
  const Proposal* proposal = nullptr;
  std::string_view region{};  ///< what it speaks of; empty: the site's own
  bool is_reply = false;      ///< else, of a proposal, the proposer's own words
  bool is_official = false;   ///< the unaltered wording of a text

  /// The day its words were signed; `today` for what is written for readers of today.
  Date spoken_on(const Date& today) const;
};

/// Every prose field that is not empty.
void each_prose(const SharedRecords& records,
                const std::function<void(const ProseField& field)>& visit);

}  // namespace huice::model
