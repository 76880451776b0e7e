// SPDX-License-Identifier: Apache-2.0
//
// Texts that are offered or cited although they do not hold, or do not hold yet. Whether one holds
// is derive's to say (derive/status.h), from days that a person has confirmed.
#include "derive/status.h"

#include "base/messages/check.h"
#include "check/naming.h"
#include "check/prose_fields.h"
#include "check/rules.h"

#include <algorithm>
#include <set>
#include <utility>
#include <variant>

namespace huice::check {
namespace {

using derive::Force;
using model::MeasureRef;
using model::Policy;

// Whether another text has put an end to it.
bool is_ended(const derive::Status& status) {
  return status.force == Force::superseded || status.force == Force::repealed;
}

class Offers {
 public:
  Offers(const Subject& subject, Findings& findings) : subject_(subject), findings_(findings) {}

  void chapter(const model::Chapter& chapter) {
    reported_.clear();
    for (const std::string& id : chapter.measures) {
      offer(subject_.library.measure(id), Spot::text(chapter.place, id));
    }
    for (const std::string& topic : chapter.topics) {
      for (const MeasureRef& ref : subject_.indexes.measures(topic)) {
        const auto& named = chapter.policies;
        const bool listed = std::find(named.begin(), named.end(), ref.in.policy->id) != named.end();
        if (!named.empty() && !listed) continue;
        offer(ref, Spot::text(chapter.place, listed ? ref.in.policy->id : topic));
      }
    }
  }

  void ladder(const model::Ladder& ladder) {
    reported_.clear();
    for (const model::LadderStep& step : ladder.steps) {
      for (const std::string& id : step.measures) {
        offer(subject_.library.measure(id), Spot::text(ladder.provenance.place, id));
      }
    }
  }

 private:
  void offer(const MeasureRef& ref, const Spot& where) {
    if (ref.measure == nullptr) return;
    const derive::Status status = derive::status_of(ref, subject_.indexes, subject_.as_of);
    if (status.force == Force::set_aside) return set_aside(ref, status, where);
    const bool is_over = status.force == Force::expired;
    const bool is_to_come = status.force == Force::not_yet;
    if (!is_over && !is_to_come && !is_ended(status)) return;
    const Policy& policy = *ref.in.policy;
    const bool by_itself = ends_by_itself(ref, status);
    const std::string name = by_itself ? name_of(*ref.measure) : name_of(policy);
    model::Place stated_at = by_itself ? ref.measure->place : policy.provenance.place;
    if (is_ended(status)) stated_at = status.successor->provenance.place;
    const Offered offered = by_itself ? Offered(ref.measure) : Offered(&policy);
    if (!reported_.insert({is_to_come, offered}).second) return;
    if (is_to_come) {
      early(name, *status.day, where, stated_at);
    } else {
      expired(name, *status.day, where, stated_at);
    }
  }

  // By a day of its own, or since its article alone was replaced, each measure is said; by its
  // text, the text once.
  bool ends_by_itself(const MeasureRef& ref, const derive::Status& status) const {
    const auto& own = ref.measure->validity;
    if (status.force == Force::expired) return own && own->to;
    if (status.force == Force::not_yet) return own && own->from;
    return status_of(*ref.in.policy, subject_.indexes, subject_.as_of).force != status.force;
  }

  void set_aside(const MeasureRef& ref, const derive::Status& status, const Spot& where) {
    if (!reported_.insert({false, ref.measure}).second) return;
    const std::string name = name_of(*ref.measure);
    if (status.ruling != nullptr) {
      findings_.add(msg::set_aside_offered{.name = name, .by = status.ruling->by}, where,
                    Other{msg::as_this_says{}, Spot::at(ref.measure->place)});
      return;
    }
    findings_.add(msg::gives_way_offered{.name = name, .other = name_of(*status.successor)}, where,
                  Other{msg::as_this_says{}, Spot::at(status.successor->provenance.place)});
  }

  void expired(const std::string& name, const model::Date& day, const Spot& where,
               const model::Place& stated_at) {
    findings_.add(msg::expired_offered{.name = name, .date = day.iso()}, where,
                  Other{msg::as_this_says{}, Spot::at(stated_at)});
  }

  void early(const std::string& name, const model::Date& day, const Spot& where,
             const model::Place& stated_at) {
    findings_.add(msg::not_yet_offered{.name = name, .date = day.iso()}, where,
                  Other{msg::as_this_says{}, Spot::at(stated_at)});
  }

  const Subject& subject_;
  Findings& findings_;
  using Offered = std::variant<const Policy*, const model::Measure*>;
  /// What was reported of this chapter or ladder, and whether as not begun: a text may be over for
  /// one of its measures and not begun for another.
  std::set<std::pair<bool, Offered>> reported_;
};

class InForce {
 public:
  InForce(const Subject& subject, Findings& findings) : subject_(subject), findings_(findings) {}

  void prose(const ProseField& field) {
    if (field.is_official) return;  // a text cites what it cites
    for (const prose::Citation& one : citations_of(field, subject_.library)) {
      const Policy* cited = policy_of(one);
      if (cited == nullptr || cited == field.policy) continue;
      const model::ProvisionRef place = place_of(one);
      const model::Date day = field.spoken_on(subject_.as_of);
      const auto status = place.in.article == nullptr ? status_of(*cited, subject_.indexes, day)
                                                      : status_of(place, subject_.indexes, day);
      // The text that replaces another must speak of it.
      if (!is_ended(status) || status.successor == field.policy) continue;
      const bool whole = is_ended(status_of(*cited, subject_.indexes, day));
      report(whole ? name_of(*cited) : name_of(place.in), *status.successor,
             Spot::prose(*field.prose, one.offset, one.length));
    }
  }

  void relations(const Policy& policy) {
    for (const model::Relation& relation : policy.relations) {
      const bool builds_on = relation.kind == model::RelationKind::implements ||
                             relation.kind == model::RelationKind::applies;
      const Policy* other = subject_.library.policy(relation.policy);
      if (other == &policy) {
        findings_.add(msg::relation_to_itself{.name = name_of(policy)},
                      Spot::text(relation.place, relation.policy));
        continue;
      }
      if (other != nullptr) succession(policy, *other, relation);
      if (!builds_on || other == nullptr) continue;
      const auto status = status_of(*other, subject_.indexes, subject_.as_of);
      if (is_ended(status)) {
        report(name_of(*other), *status.successor, Spot::text(relation.place, relation.policy));
      }
      const auto& higher = other->dates.signed_on;
      const auto& lower = policy.dates.signed_on;
      if (!higher || !lower || *higher <= *lower) continue;
      findings_.add(
          msg::higher_newer{
              .date = lower->iso(), .name = name_of(*other), .higher_date = higher->iso()},
          Spot::text(relation.place, relation.policy),
          Other{msg::the_higher_text{}, Spot::at(other->provenance.place)});
    }
  }

 private:
  // A text that replaces another from a day that nobody has confirmed.
  void succession(const Policy& policy, const Policy& other, const model::Relation& relation) {
    const bool ends = relation.kind == model::RelationKind::supersedes ||
                      relation.kind == model::RelationKind::repeals;
    if (!ends || derive::start_of(policy).confirmed) return;
    findings_.add(msg::succession_unconfirmed{.name = name_of(other), .successor = name_of(policy)},
                  Spot::text(relation.place, relation.policy),
                  Other{msg::the_other_text{}, Spot::at(other.provenance.place)});
  }

  const Policy* policy_of(const prose::Citation& one) const {
    const std::string_view id = one.id.substr(0, one.id.find('/'));
    return one.kind == prose::CitedKind::fact ? nullptr : subject_.library.policy(id);
  }

  // Where in a text it is that is cited; empty for a text as a whole.
  model::ProvisionRef place_of(const prose::Citation& one) const {
    if (one.kind == prose::CitedKind::cite) return subject_.library.provision(one.id);
    const MeasureRef measure = subject_.library.measure(one.id);
    return measure.measure == nullptr ? model::ProvisionRef{} : model::provision_of(measure);
  }

  void report(const std::string& cited, const Policy& successor, const Spot& where) {
    findings_.add(msg::superseded_cited{.name = cited, .successor = name_of(successor)}, where,
                  Other{msg::the_text_that_holds{}, Spot::at(successor.provenance.place)});
  }

  const Subject& subject_;
  Findings& findings_;
};

}  // namespace

void check_offers(const Subject& subject, Findings& findings) {
  Offers offers(subject, findings);
  for (const model::Booklet& booklet : subject.library.booklets()) {
    for (const model::Chapter& chapter : booklet.chapters) offers.chapter(chapter);
  }
  for (const model::Ladder& ladder : subject.library.ladders()) offers.ladder(ladder);
}

void check_citations_in_force(const Subject& subject, Findings& findings) {
  InForce in_force(subject, findings);
  model::each_prose(subject.library.records(),
                    [&in_force](const ProseField& field) { in_force.prose(field); });
  for (const Policy& policy : subject.library.policies()) in_force.relations(policy);
}

}  // namespace huice::check
