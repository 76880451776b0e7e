// SPDX-License-Identifier: Apache-2.0
//
// Two texts of one region that give different sums for the same thing. What is the same is told
// narrowly, since a contradiction that is none costs trust: the same beneficiary at a level
// (市级, 自治区级, 国家级), the same effect, a fixed sum counted alike, paid for being recognised.
#include "check/articles.h"
#include "check/naming.h"
#include "check/prose_fields.h"
#include "check/rule_numbers.h"
#include "check/rules.h"

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
};

bool is_for_recognition(const model::Measure& measure) {
  return std::any_of(measure.requirements.begin(), measure.requirements.end(),
                     [](const model::Requirement& one) {
                       return one.label.find("认定") != std::string::npos ||
                              one.rule.json.find("\"recognitions\"") != std::string::npos;
                     });
}

// The names and tiers that rules ask of a recognition; empty where no rule speaks of one.
std::set<std::string> recognitions_of(const model::Measure& measure) {
  std::set<std::string> words;
  for (const model::Requirement& one : measure.requirements) {
    if (one.rule.json.find("\"recognitions\"") == std::string::npos) continue;
    for (const std::string& word : words_in_rule(one.rule)) words.insert(word);
  }
  return words;
}

bool replaces(const Policy& a, const Policy& b) {
  return std::any_of(a.relations.begin(), a.relations.end(), [&](const model::Relation& relation) {
    return relation.policy == b.id && (relation.kind == model::RelationKind::supersedes ||
                                       relation.kind == model::RelationKind::amends);
  });
}

// A ruling speaks of the matter where it names the other text or the beneficiary.
bool rules_on(const Policy& policy, const Policy& other, const std::string& beneficiary) {
  return std::any_of(
      policy.rulings.begin(), policy.rulings.end(), [&](const model::Ruling& ruling) {
        const std::string text = ruling.says + "\n" + ruling.basis;
        return text.find(beneficiary) != std::string::npos ||
               text.find(other.title) != std::string::npos ||
               (other.number && text.find(other.number->text()) != std::string::npos);
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
      : subject_(subject), findings_(findings) {}

  void find() {
    for_each_measure(subject_.library, [this](const MeasureRef& ref) { add(ref); });
    for (const auto& [key, offers] : groups_) {
      for (std::size_t i = 1; i < offers.size(); ++i) compare(offers, i, std::get<1>(key));
    }
    if (!contested_.empty()) find_replies();
  }

 private:
  using Key = std::tuple<std::string, std::string, model::Effect, model::Per>;

  void add(const MeasureRef& ref) {
    const std::string& region = ref.in.policy->region;
    if (region.empty() || ref.measure->amounts.size() != 1) return;
    const AmountComponent& amount = ref.measure->amounts.front();
    if (amount.basis != model::Basis::fixed || !amount.value) return;
    if (!is_for_recognition(*ref.measure)) return;
    for (const std::string& id : ref.measure->beneficiaries) {
      const model::Beneficiary* who = subject_.library.beneficiary(id);
      if (who == nullptr || who->level.empty()) continue;
      groups_[{region, id, ref.measure->effect, amount.per}].push_back({ref, &amount});
    }
  }

  bool contradict(const Offer& a, const Offer& b, const std::string& beneficiary) const {
    const Policy& first = *a.measure.in.policy;
    const Policy& second = *b.measure.in.policy;
    if (&first == &second || *a.amount->value == *b.amount->value) return false;
    if (replaces(first, second) || replaces(second, first)) return false;
    const std::string& name = subject_.library.beneficiary(beneficiary)->name;
    if (rules_on(first, second, name) || rules_on(second, first, name)) return false;
    if (end_before(a.measure, b.measure) || end_before(b.measure, a.measure)) return false;
    const auto ours = recognitions_of(*a.measure.measure);
    const auto theirs = recognitions_of(*b.measure.measure);
    return ours.empty() || theirs.empty() || ours == theirs;
  }

  // At most one finding an offer, so that three texts do not make three.
  void compare(const std::vector<Offer>& offers, std::size_t index,
               const std::string& beneficiary) {
    for (std::size_t i = 0; i < index; ++i) {
      if (!contradict(offers[i], offers[index], beneficiary)) continue;
      const bool in_order =
          !signed_before(*offers[index].measure.in.policy, *offers[i].measure.in.policy);
      report(in_order ? offers[i] : offers[index], in_order ? offers[index] : offers[i],
             beneficiary);
      return;
    }
  }

  void report(const Offer& older, const Offer& newer, const std::string& beneficiary) {
    const std::string sum = older.amount->value->text();
    const std::string other = newer.amount->value->text();
    findings_.add(Code::contradiction, Spot::text(older.amount->place, sum),
                  {name_of(older.measure.in), sum, name_of(newer.measure.in), other,
                   subject_.library.beneficiary(beneficiary)->name},
                  Other{"the other text:", Spot::text(newer.amount->place, other)});
    contested_.emplace(older.measure.measure, newer);
  }

  // A reply that was signed after the newer text and still states the older one's sum.
  void find_replies() {
    visit_prose(subject_.library, [this](const ProseField& field) {
      if (!field.is_reply || !field.proposal->reply->signed_on) return;
      for (const prose::Citation& citation : citations_of(field, subject_.library)) {
        if (citation.kind == prose::CitedKind::amount) check_stated(field, citation);
      }
    });
  }

  void check_stated(const ProseField& field, const prose::Citation& citation) {
    const MeasureRef cited = subject_.library.measure(citation.id);
    const auto known = contested_.find(cited.measure);
    if (known == contested_.end()) return;
    const Offer& newer = known->second;
    const auto& signed_on = newer.measure.in.policy->dates.signed_on;
    const model::Date& replied = *field.proposal->reply->signed_on;
    if (!signed_on || replied < *signed_on) return;
    findings_.add(
        Code::contradiction_stated, Spot::prose(*field.prose, citation.offset, citation.length),
        {replied.iso(), cited.measure->amounts.front().value->text(), name_of(cited.in),
         name_of(newer.measure.in), newer.amount->value->text()},
        Other{"the other text:", Spot::text(newer.amount->place, newer.amount->value->text())});
  }

  const Subject& subject_;
  Findings& findings_;
  std::map<Key, std::vector<Offer>> groups_;
  std::map<const model::Measure*, Offer> contested_;  ///< older measure -> what a newer text says
};

}  // namespace

void check_contradictions(const Subject& subject, Findings& findings) {
  Contradictions(subject, findings).find();
}

}  // namespace huice::check
