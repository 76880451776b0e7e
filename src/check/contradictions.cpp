// SPDX-License-Identifier: Apache-2.0
//
// Two texts of one region that give different sums for the same thing. What is the same is known
// narrowly, since a contradiction that is none costs trust: the same beneficiary at a level
// (市级, 自治区级, 国家级), the same effect, and either a fixed sum counted alike, paid for being
// recognised, or a rate, its cap or its floor, of what both texts call by the same words. Whatever
// the beneficiary, sums are compared where all that both texts ask for is the same rules.
#include "base/messages/check.h"
#include "check/awards.h"
#include "check/naming.h"
#include "check/prose_fields.h"
#include "check/rule_numbers.h"
#include "check/rules.h"
#include "check/sentences.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace huice::check {
namespace {

using model::AmountComponent;
using model::MeasureRef;
using model::Policy;

struct Offer {
  MeasureRef measure;
  const AmountComponent* amount = nullptr;
  Figure figure;
  std::string said;
  std::set<std::string> recognitions{};  ///< names and tiers its rules ask for; empty: none
};

/// A measure with the one amount it gives, and what it asks for.
struct Asked {
  MeasureRef measure;
  const AmountComponent* amount = nullptr;
  std::set<std::string> recognitions;  ///< as in Offer
  std::string rules;                   ///< all of it; empty: rules do not say
};

// The names and tiers that rules ask of a recognition; empty where no rule speaks of one.
std::set<std::string> recognitions_of(const model::Measure& measure,
                                      const match::RuleReader& rules) {
  std::set<std::string> words;
  for (const model::Requirement& one : measure.requirements) {
    const auto add = [&](const model::Rule& written) {
      const json::Value& rule = rules.json(written);
      if (!reads_recognitions(rule, rules)) return;
      for (const std::string& word : words_in_rule(rule)) words.insert(word);
    };
    add(one.rule);
    for (const model::RuleReading& reading : one.readings) add(reading.rule);
  }
  return words;
}

// All that a measure asks for, where rules say all of it; empty where an office judges some of it,
// or nothing is asked: then two measures may be of different things.
std::string rules_of(const model::Measure& measure, const match::RuleReader& rules) {
  std::set<std::string> forms;
  for (const model::Requirement& one : measure.requirements) {
    const json::Value& rule = rules.json(one.rule);
    if (rule.is(json::Kind::null)) return {};
    forms.insert(normal_form(rule));
  }
  std::string all;
  for (const std::string& rule : forms) all += rule + "\n";
  return all;
}

// Whether a text takes the place of a measure: of all of its text, or of the article it is in. One
// that amends another leaves it in force: the old sum is still offered.
bool replaces(const Policy& later, const MeasureRef& measure, const derive::Indexes& indexes) {
  const auto& changes = indexes.changes(measure.in.policy->id);
  return std::any_of(changes.begin(), changes.end(), [&](const derive::Change& one) {
    return one.policy == &later && one.ends() && one.concerns(model::provision_of(measure));
  });
}

bool end_before(const MeasureRef& a, const MeasureRef& b) {
  const auto& own = a.measure->validity;
  const auto to = own && own->to ? own->to : a.in.policy->dates.expires_on;
  const auto& other = b.measure->validity;
  const auto from = other && other->from ? other->from : b.in.policy->dates.signed_on;
  return to && from && *to < *from;
}

bool signed_before(const Policy& a, const Policy& b) {
  return a.dates.signed_on && b.dates.signed_on && *a.dates.signed_on < *b.dates.signed_on;
}

class Contradictions {
 public:
  Contradictions(const Subject& subject, Findings& findings)
      : subject_(subject), findings_(findings), awards_(subject) {}

  void find() {
    model::each_measure(subject_.library.policies(), [this](const MeasureRef& ref) { add(ref); });
    for (const auto& [key, offers] : groups_) {
      compare_all(offers, std::get<1>(key));
    }
    if (!contested_.empty()) find_replies();
  }

 private:
  // What it takes to compare two sums: a beneficiary with a level is enough for some.
  enum class Bond { level, rules };

  // Region, beneficiary, effect, per; what the sum is: empty where it is fixed and paid for being
  // recognised; the rules, where these have to be the same.
  using Key =
      std::tuple<std::string, std::string, model::Effect, model::Counted, std::string, std::string>;

  void add(const MeasureRef& ref) {
    if (ref.in.policy->region.empty() || ref.measure->amounts.size() != 1) return;
    const AmountComponent& amount = ref.measure->amounts.front();
    const Asked asked{ref, &amount, recognitions_of(*ref.measure, subject_.rules),
                      rules_of(*ref.measure, subject_.rules)};
    if (amount.basis == model::Basis::fixed && amount.value && !amount.value_to) {
      const bool recognised = is_for_recognition(*ref.measure, subject_.rules);
      enter(asked, *amount.value, amount.per, recognised ? "" : "sum",
            recognised ? Bond::level : Bond::rules);
    }
    for (const model::ScheduleRow& row : amount.rows) {
      if (row.value) enter(asked, *row.value, amount.per, "row " + row.when, Bond::rules);
    }
    if (amount.of.empty()) return;
    if (amount.rate && !amount.rate_to)
      enter(asked, *amount.rate, amount.per, "rate of " + amount.of, Bond::level);
    for (const model::Bound& cap : amount.caps) {
      if (cap.value && cap.when.empty() && !cap.may_be_exceeded)
        enter(asked, *cap.value, cap.per, "cap of " + amount.of, Bond::level);
    }
    for (const model::Bound& floor : amount.floors) {
      if (floor.value && floor.when.empty())
        enter(asked, *floor.value, floor.per, "floor of " + amount.of, Bond::level);
    }
  }

  template <class Sum>
  void enter(const Asked& asked, const Sum& sum, const model::Counted& per, const std::string& what,
             Bond bond) {
    const model::Measure& measure = *asked.measure.measure;
    for (const std::string& id : measure.beneficiaries) {
      const model::Beneficiary* who = subject_.library.beneficiary(id);
      if (who == nullptr) continue;
      const bool by_rules = bond == Bond::rules || who->level.empty();
      if (by_rules && asked.rules.empty()) continue;
      groups_[{asked.measure.in.policy->region, id, measure.effect, per, what,
               by_rules ? asked.rules : std::string()}]
          .push_back({asked.measure, asked.amount, figure_of(sum), sum.text(), asked.recognitions});
    }
  }

  bool is_set_aside(const MeasureRef& one) const {
    return subject_.indexes.set_aside(*one.measure) != nullptr;
  }

  bool contradict(const Offer& a, const Offer& b) const {
    const Policy& first = *a.measure.in.policy;
    const Policy& second = *b.measure.in.policy;
    if (&first == &second || a.figure == b.figure) return false;
    if (replaces(first, b.measure, subject_.indexes)) return false;
    if (replaces(second, a.measure, subject_.indexes)) return false;
    // A ruling settles it by what it sets aside; one that only speaks of the matter leaves both
    // sums on all pages, and so it is still told.
    if (is_set_aside(a.measure) || is_set_aside(b.measure)) return false;
    if (end_before(a.measure, b.measure) || end_before(b.measure, a.measure)) return false;
    const auto& ours = a.recognitions;
    const auto& theirs = b.recognitions;
    return ours.empty() || theirs.empty() || ours == theirs;
  }

  // An offer for one recognition is compared with those for the same and with those for any, so
  // that ten thousand offers for different ones do not make a hundred million pairs.
  void compare_all(const std::vector<Offer>& offers, const std::string& beneficiary) {
    std::map<std::set<std::string>, std::vector<const Offer*>> earlier;
    for (const Offer& offer : offers) {
      if (offer.recognitions.empty()) {
        for (const auto& [recognitions, others] : earlier) {
          if (compare(others, offer, beneficiary)) break;
        }
      } else if (!compare(earlier[{}], offer, beneficiary)) {
        compare(earlier[offer.recognitions], offer, beneficiary);
      }
      earlier[offer.recognitions].push_back(&offer);
    }
  }

  // At most one finding an offer, so that three texts do not make three.
  bool compare(const std::vector<const Offer*>& others, const Offer& offer,
               const std::string& beneficiary) {
    for (const Offer* other : others) {
      if (!contradict(*other, offer)) continue;
      const bool in_order = !signed_before(*offer.measure.in.policy, *other->measure.in.policy);
      report(in_order ? *other : offer, in_order ? offer : *other, beneficiary);
      return true;
    }
    return false;
  }

  void report(const Offer& older, const Offer& newer, const std::string& beneficiary) {
    const std::string& sum = older.said;
    const std::string& other = newer.said;
    findings_.add(msg::contradiction{.one = name_of(older.measure.in),
                                     .one_says = sum,
                                     .other = name_of(newer.measure.in),
                                     .other_says = other,
                                     .about = subject_.library.beneficiary(beneficiary)->name},
                  Spot::text(older.amount->place, sum),
                  Other{msg::the_other_text{}, Spot::text(newer.amount->place, other)});
    if (older.amount->basis == model::Basis::fixed) {
      contested_.emplace(older.measure.measure, newer);
    }
  }

  // A reply that was signed after the newer text and still states the older one's sum.
  void find_replies() {
    model::each_prose(subject_.library.records(), [this](const ProseField& field) {
      if (!field.is_reply || !field.proposal->reply->signed_on) return;
      const std::vector<prose::Citation> citations = citations_of(field, subject_.library);
      for (const prose::Citation& one : citations) {
        if (one.kind != prose::CitedKind::amount) continue;
        check_stated(field, subject_.library.measure(one.id), one.offset, one.length);
      }
      find_typed(field, words_of(field, citations));
    });
  }

  // The older sum typed by hand, after the name of those that it was for.
  void find_typed(const ProseField& field, const std::string& words) {
    Sentences sentences(words);
    for (const Number& number : numbers_in(words)) {
      const std::string_view sentence = sentences.at(number.offset);
      const std::size_t before = number.offset - sentences.begins();
      const auto awards = awards_.meant(field.region, sentence, before);
      const bool holds = std::any_of(awards.begin(), awards.end(), [&](const Award* one) {
        return !contested_.contains(one->measure.measure) &&
               figure_of(*one->amount->value) == number.figure;
      });
      if (holds) continue;
      for (const Award* one : awards) {
        if (figure_of(*one->amount->value) != number.figure) continue;
        check_stated(field, one->measure, number.offset, number.bytes);
        break;
      }
    }
  }

  void check_stated(const ProseField& field, const MeasureRef& cited, std::size_t offset,
                    std::size_t bytes) {
    const auto known = contested_.find(cited.measure);
    if (known == contested_.end()) return;
    const Offer& newer = known->second;
    const auto& signed_on = newer.measure.in.policy->dates.signed_on;
    const model::Date& replied = *field.proposal->reply->signed_on;
    if (!signed_on || replied < *signed_on) return;
    findings_.add(
        msg::contradiction_stated{.date = replied.iso(),
                                  .sum = cited.measure->amounts.front().value->text(),
                                  .source = name_of(cited.in),
                                  .earlier = name_of(newer.measure.in),
                                  .earlier_sum = newer.amount->value->text()},
        Spot::prose(*field.prose, offset, bytes),
        Other{msg::the_other_text{}, Spot::text(newer.amount->place, newer.amount->value->text())});
  }

  const Subject& subject_;
  Findings& findings_;
  Awards awards_;
  std::map<Key, std::vector<Offer>> groups_;
  std::map<const model::Measure*, Offer> contested_;  ///< older measure -> what a newer text says
};

}  // namespace

void check_contradictions(const Subject& subject, Findings& findings) {
  Contradictions(subject, findings).find();
}

}  // namespace huice::check
