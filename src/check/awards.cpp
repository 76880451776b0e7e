// SPDX-License-Identifier: Apache-2.0
#include "check/awards.h"

#include "check/rule_numbers.h"
#include "model/walk.h"

#include <algorithm>
#include <initializer_list>

namespace huice::check {
namespace {

bool has_any(std::string_view text, std::initializer_list<std::string_view> words) {
  return std::any_of(words.begin(), words.end(), [text](std::string_view word) {
    return text.find(word) != std::string_view::npos;
  });
}

std::string shortened(std::string name) {
  for (const std::string_view tail : {"企业", "中小"}) {
    if (name.ends_with(tail)) name.resize(name.size() - tail.size());
  }
  return name;
}

// “市级星级企业：15万元”, or words of giving; 共, 累计 and the like state a total instead.
bool speaks_of_an_award(std::string_view between, std::string_view sentence) {
  if (has_any(sentence, {"共", "合计", "累计", "总额", "总计", "总投入"})) return false;
  return has_any(between, {"奖", "补", "资助", "给予", "：", ":"});
}

}  // namespace

std::string Award::id() const {
  return fact_id(measure.in, measure.measure->id);
}

bool is_for_recognition(const model::Measure& measure, const match::RuleReader& rules) {
  return std::any_of(measure.requirements.begin(), measure.requirements.end(),
                     [&rules](const model::Requirement& one) {
                       return one.label.find("认定") != std::string::npos ||
                              reads_recognitions(rules.json(one.rule), rules);
                     });
}

Awards::Awards(const Subject& subject) : library_(subject.library) {
  model::each_measure(library_.policies(), [&](const model::MeasureRef& ref) {
    const model::Measure& measure = *ref.measure;
    if (measure.amounts.size() != 1 || !is_for_recognition(measure, subject.rules)) return;
    const model::AmountComponent& amount = measure.amounts.front();
    if (amount.basis == model::Basis::fixed && amount.value && !amount.value_to)
      all_.push_back({ref, &amount});
  });
  for (const Award& award : all_) {
    for (const std::string& id : award.measure.measure->beneficiaries) {
      by_beneficiary_[{award.measure.in.policy->region, id}].push_back(&award);
    }
  }
  for (const model::Beneficiary& one : library_.beneficiaries()) {
    if (!one.level.empty()) names_.push_back({shortened(one.name), one.id});
  }
}

std::vector<const Award*> Awards::meant(std::string_view region, std::string_view sentence,
                                        std::size_t before) const {
  const std::string_view earlier = sentence.substr(0, before);
  const Named* last = nullptr;
  std::size_t end = 0;
  for (const Named& one : names_) {
    const std::size_t at = earlier.rfind(one.name);
    if (at == std::string_view::npos || at + one.name.size() <= end) continue;
    end = at + one.name.size();
    last = &one;
  }
  if (last == nullptr || !speaks_of_an_award(earlier.substr(end), sentence)) return {};
  const auto* found = of(region, last->id);
  return found == nullptr ? std::vector<const Award*>{} : *found;
}

std::vector<const Award*> Awards::of_list(std::string_view region, std::string_view sentence,
                                          std::string_view list) const {
  std::vector<const Award*> awards;
  if (!speaks_of_an_award(sentence, sentence)) return awards;
  for (const Named& one : names_) {
    if (sentence.find(one.name) != std::string_view::npos) return {};
    if (list.find(one.name) == std::string_view::npos) continue;
    const auto* found = of(region, one.id);
    if (found != nullptr) awards.insert(awards.end(), found->begin(), found->end());
  }
  return awards;
}

const std::vector<const Award*>* Awards::of(std::string_view region, const std::string& id) const {
  const std::string where(region.empty() ? std::string_view(library_.site().region) : region);
  const auto found = by_beneficiary_.find({where, id});
  return found == by_beneficiary_.end() ? nullptr : &found->second;
}

}  // namespace huice::check
