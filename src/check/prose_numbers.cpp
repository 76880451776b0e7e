// SPDX-License-Identifier: Apache-2.0
//
// Numbers typed by hand into prose. One that equals a fact cited in the same text, or a fact of the
// article the text belongs to, is not reported; one that contradicts a record is worse than one
// that no record holds.
#include "check/figures.h"
#include "check/naming.h"
#include "check/prose_fields.h"
#include "check/rules.h"

#include <algorithm>
#include <map>

namespace huice::check {
namespace {

using prose::Citation;
using prose::CitedKind;

bool holds(const std::vector<Figure>& figures, const Figure& wanted) {
  return std::find(figures.begin(), figures.end(), wanted) != figures.end();
}

void append(std::vector<Figure>& figures, const std::vector<Figure>& more) {
  figures.insert(figures.end(), more.begin(), more.end());
}

// The sentence around a place: up to 。！？； or a line's end on both sides.
std::string_view sentence_at(std::string_view text, std::size_t offset) {
  constexpr std::string_view kEnds[] = {"。", "！", "？", "；", "\n"};
  std::size_t from = 0;
  std::size_t to = text.size();
  for (const std::string_view end : kEnds) {
    const std::size_t before = offset == 0 ? std::string_view::npos : text.rfind(end, offset - 1);
    if (before != std::string_view::npos) from = std::max(from, before + end.size());
    to = std::min(to, text.find(end, offset));
  }
  return text.substr(from, to - from);
}

class ProseNumbers {
 public:
  ProseNumbers(const Subject& subject, Findings& findings)
      : library_(subject.library), findings_(findings) {
    for (const model::Indicator& indicator : library_.indicators) {
      by_name_.emplace_back(indicator.name, &indicator);
    }
    for (const model::Observation& one : library_.observations) {
      observed_[one.indicator].push_back(&one);
    }
  }

  void check(const ProseField& field) {
    // A proposer's own words are quoted, not vouched for.
    if (field.proposal != nullptr && !field.is_reply) return;
    citations_ = citations_of(field, library_);
    const std::string words = words_of(field, citations_);
    const std::vector<Number> numbers = numbers_in(words);
    if (numbers.empty()) return;
    std::vector<Figure> known = own_figures(field);
    for (const Citation& citation : citations_) append(known, figures_cited(citation));
    for (const Number& number : numbers) {
      if (contradicts_neighbour(field, number)) continue;
      if (holds(known, number.figure)) continue;
      if (contradicts_indicator(field, words, number)) continue;
      findings_.add(Code::number_uncited, spot(field, number), {written(field, number)});
    }
  }

 private:
  static Spot spot(const ProseField& field, const Number& number) {
    return Spot::prose(*field.prose, number.offset, number.bytes);
  }

  static std::string written(const ProseField& field, const Number& number) {
    return field.prose->markdown.substr(number.offset, number.bytes);
  }

  static std::vector<Figure> own_figures(const ProseField& field) {
    if (field.article != nullptr) return figures_of(*field.article);
    return field.policy != nullptr ? figures_of(*field.policy) : std::vector<Figure>{};
  }

  std::vector<Figure> figures_cited(const Citation& citation) const {
    switch (citation.kind) {
      case CitedKind::fact: {
        const model::Observation* fact = library_.observation(citation.id);
        if (fact == nullptr) return {};
        return {figure_of(fact->value, fact->unit)};
      }
      case CitedKind::amount: {
        const model::MeasureRef ref = library_.measure(citation.id);
        return ref.measure == nullptr ? std::vector<Figure>{} : figures_of(*ref.measure);
      }
      case CitedKind::target: {
        const model::TargetRef ref = library_.target(citation.id);
        return ref.target == nullptr ? std::vector<Figure>{} : figures_of(*ref.target);
      }
      case CitedKind::cite: {
        const model::ArticleRef ref = library_.article(citation.id);
        if (ref.article != nullptr) return figures_of(*ref.article);
        const model::Policy* policy = library_.policy(citation.id);
        return policy == nullptr ? std::vector<Figure>{} : figures_of(*policy);
      }
    }
    return {};
  }

  // “{{ fact('…') }}（53.2亿元）” and “53.2亿元（{{ fact('…') }}）” say the same thing twice.
  const Citation* restated(const ProseField& field, const Number& number) const {
    const std::string_view text = field.prose->markdown;
    const auto opens = [&](std::size_t at) {
      for (const std::string_view sign : {"（", "("}) {
        if (text.substr(at).starts_with(sign)) return sign.size();
      }
      return std::size_t{0};
    };
    for (const Citation& one : citations_) {
      const std::size_t end = one.offset + one.length;
      const std::size_t behind = opens(end);
      if (behind != 0 && end + behind == number.offset) return &one;
      const std::size_t ahead = opens(number.offset + number.bytes);
      if (ahead != 0 && number.offset + number.bytes + ahead == one.offset) return &one;
    }
    return nullptr;
  }

  bool contradicts_neighbour(const ProseField& field, const Number& number) {
    const Citation* citation = restated(field, number);
    if (citation == nullptr || citation->kind == CitedKind::cite) return false;
    const std::vector<Figure> figures = figures_cited(*citation);
    const bool same_unit = std::any_of(figures.begin(), figures.end(), [&](const Figure& one) {
      return one.unit == number.figure.unit;
    });
    if (!same_unit || holds(figures, number.figure)) return false;
    const std::string id(citation->id);
    findings_.add(Code::number_contradicts, spot(field, number),
                  {written(field, number), said_of(*citation), id});
    return true;
  }

  std::string said_of(const Citation& citation) const {
    const model::Observation* fact = library_.observation(citation.id);
    if (fact != nullptr) return fact->quantity().text();
    const model::TargetRef target = library_.target(citation.id);
    if (target.target != nullptr) return target.target->value.text();
    const model::MeasureRef ref = library_.measure(citation.id);
    if (ref.measure != nullptr && !ref.measure->amounts.empty()) {
      const model::AmountComponent& amount = ref.measure->amounts.front();
      if (amount.value) return amount.value->text();
      if (amount.rate) return amount.rate->text();
    }
    return "another figure";
  }

  // The sentence names an indicator, and no figure of it in any region or period is this one.
  bool contradicts_indicator(const ProseField& field, std::string_view words,
                             const Number& number) {
    const std::string_view sentence = sentence_at(words, number.offset);
    for (const auto& [name, indicator] : by_name_) {
      if (sentence.find(name) == std::string_view::npos) continue;
      const auto known = observed_.find(indicator->id);
      if (known == observed_.end()) continue;
      if (figure_of({}, indicator->unit).unit != number.figure.unit) continue;
      const auto equals = [&](const model::Observation* one) {
        return figure_of(one->value, one->unit) == number.figure;
      };
      const auto& all = known->second;
      if (std::any_of(all.begin(), all.end(), equals)) return false;
      const model::Observation& last = *all.back();
      findings_.add(Code::number_contradicts, spot(field, number),
                    {written(field, number), last.quantity().text(), last.fact_id()},
                    Other{"the record:", Spot::at(last.provenance.place)});
      return true;
    }
    return false;
  }

  const model::Library& library_;
  Findings& findings_;
  std::vector<std::pair<std::string_view, const model::Indicator*>> by_name_;
  std::map<std::string_view, std::vector<const model::Observation*>> observed_;
  std::vector<Citation> citations_;
};

}  // namespace

void check_prose_numbers(const Subject& subject, Findings& findings) {
  ProseNumbers numbers(subject, findings);
  visit_prose(subject.library, [&numbers](const ProseField& field) { numbers.check(field); });
}

}  // namespace huice::check
