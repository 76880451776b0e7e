// SPDX-License-Identifier: Apache-2.0
//
// Numbers typed by hand into prose. One that equals a fact cited in the same text, or a fact of the
// article the text belongs to, is not reported; one that contradicts a record is worse than one
// that no record holds.
#include "base/messages/check.h"
#include "check/awards.h"
#include "check/figures.h"
#include "check/naming.h"
#include "check/prose_fields.h"
#include "check/rules.h"
#include "check/sentences.h"
#include "check/surroundings.h"
#include "derive/series.h"

#include <algorithm>
#include <cmath>
#include <set>

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

// 四项重点任务 counts what the text itself goes on to say, not what a record holds.
bool is_outline(const Number& number) {
  return number.in_words && number.figure.unit == "项" &&
         number.figure.value < model::Decimal(10, 0);
}

// 5613亿元 is what is left of 5613.4亿元 in its last digit.
bool rounds_to(const Figure& exact, const Number& number) {
  if (exact.unit != number.figure.unit || number.written.is_zero()) return false;
  const double value = number.figure.value.approximate();
  const double unit = value / number.written.approximate();
  const double half = 0.5 * unit * std::pow(10.0, -number.written.scale());
  return std::abs(exact.value.approximate() - value) <= half * (1 + 1e-9);
}

class ProseNumbers {
 public:
  ProseNumbers(const Subject& subject, Findings& findings)
      : library_(subject.library), findings_(findings), awards_(subject) {
    std::set<std::string_view> observed;
    for (const model::Observation& one : library_.observations()) observed.insert(one.indicator);
    for (const model::Indicator& indicator : library_.indicators()) {
      if (!observed.contains(indicator.id)) continue;
      names_.add(indicator.name);
      named_.push_back(&indicator);
    }
    model::each_measure(library_.policies(), [this](const model::MeasureRef& ref) {
      for (const model::AmountComponent& amount : ref.measure->amounts) {
        const model::Indicator* rate = library_.indicator(amount.reference);
        if (rate != nullptr)
          referring_.push_back({ref, rate->name.substr(0, rate->name.find(' '))});
      }
    });
  }

  void check(const ProseField& field) {
    // A proposer's own words are quoted, not vouched for.
    if (field.proposal != nullptr && !field.is_reply) return;
    citations_ = citations_of(field, library_);
    const std::string words = words_of(field, citations_);
    const std::vector<Number> numbers = numbers_in(words);
    if (numbers.empty()) return;
    own_ = own_figures(field);
    std::vector<Figure> known = own_;
    std::set<std::pair<CitedKind, std::string_view>> cited;
    for (const Citation& one : citations_) {
      for (const std::string_view id : one.ids()) {
        if (cited.emplace(one.kind, id).second) append(known, figures_cited(one.kind, id));
      }
    }
    Sentences sentences(words);
    sentence_ = {};
    for (const Number& number : numbers) {
      if (is_outline(number)) continue;
      if (contradicts_neighbour(field, number)) continue;
      if (contradicts_award(field, sentences, number)) continue;
      if (holds(known, number.figure)) continue;
      if (contradicts_indicator(field, sentences, number)) continue;
      if (field.is_official) continue;  // the wording of a text cites nothing
      if (contradicts_stated(field, sentences, words, number)) continue;
      findings_.add(msg::number_uncited{.number = written(field, number)}, spot(field, number));
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
    return figures_cited(citation.kind, citation.id);
  }

  std::vector<Figure> figures_cited(CitedKind kind, std::string_view id) const {
    switch (kind) {
      case CitedKind::fact: {
        const model::Observation* fact = library_.observation(id);
        if (fact == nullptr) return {};
        return {figure_of(*fact)};
      }
      case CitedKind::amount: {
        const model::MeasureRef ref = library_.measure(id);
        return ref.measure == nullptr ? std::vector<Figure>{} : figures_of(*ref.measure);
      }
      case CitedKind::target: {
        const model::TargetRef ref = library_.target(id);
        return ref.target == nullptr ? std::vector<Figure>{} : figures_of(*ref.target);
      }
      case CitedKind::undertaking: {
        const model::UndertakingRef ref = model::find_undertaking(library_, id);
        const model::Undertaking* one = ref.undertaking;
        if (one == nullptr || !one->amount) return {};
        return {figure_of(*one->amount)};
      }
      case CitedKind::cite: {
        const model::ArticleRef ref = library_.provision(id).in;
        if (ref.article != nullptr) return figures_of(*ref.article);
        const model::Policy* policy = library_.policy(id);
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
    const auto next = std::upper_bound(
        citations_.begin(), citations_.end(), number.offset,
        [](std::size_t offset, const Citation& one) { return offset < one.offset; });
    if (next != citations_.begin()) {
      const Citation& before = *(next - 1);
      const std::size_t end = before.offset + before.length;
      const std::size_t gap = opens(end);
      if (gap != 0 && end + gap == number.offset) return &before;
    }
    if (next != citations_.end()) {
      const std::size_t end = number.offset + number.bytes;
      const std::size_t gap = opens(end);
      if (gap != 0 && end + gap == next->offset) return &*next;
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
    findings_.add(msg::number_contradicts{.number = written(field, number),
                                          .known = said_of(*citation),
                                          .record = name_of_fact(id, library_),
                                          .id = id},
                  spot(field, number));
    return true;
  }

  Argument said_of(const Citation& citation) const {
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
    return msg::another_figure{};
  }

  // The sentence names who is awarded, and none of the sums on record for them is this one.
  bool contradicts_award(const ProseField& field, Sentences& sentences, const Number& number) {
    if (field.is_official || number.figure.unit != "元") return false;
    if (is_around(field.prose->markdown, number) || holds(own_, number.figure)) {
      return false;
    }
    const std::string_view sentence = sentences.at(number.offset);
    const Award* other = nullptr;
    for (const Award* award :
         awards_.meant(field.region, sentence, number.offset - sentences.begins())) {
      if (holds(figures_of(*award->measure.measure), number.figure)) return false;
      other = award;
    }
    if (other == nullptr) return false;
    const model::AmountComponent& amount = *other->amount;
    findings_.add(msg::number_contradicts{.number = written(field, number),
                                          .known = amount.value->text(),
                                          .record = name_of(other->measure),
                                          .id = other->id()},
                  spot(field, number),
                  Other{msg::the_record{}, Spot::text(amount.place, amount.value->text())});
    return true;
  }

  // The sentence names an indicator, and no figure that its region has of it is this one. Where it
  // names years or another region, only what is on record of those could contradict it.
  bool contradicts_indicator(const ProseField& field, Sentences& sentences, const Number& number) {
    if (is_around(field.prose->markdown, number)) return false;
    const std::string_view sentence = sentences.at(number.offset);
    if (sentence.data() != sentence_.data()) {
      sentence_ = sentence;
      facts_ = facts_meant(field, sentence);
    }
    const model::Observation* other = nullptr;
    for (const Fact& fact : facts_) {
      const Figure figure = figure_of(*fact.observed);
      if (rounds_to(figure, number)) return false;
      const bool meant = fact.is_named_whole || looks_like(number.figure.value, figure.value);
      if (figure.unit == number.figure.unit && fact.is_of_a_year_named && meant) {
        other = fact.observed;
      }
    }
    if (other == nullptr) return false;
    findings_.add(msg::number_contradicts{.number = written(field, number),
                                          .known = other->quantity().text(),
                                          .record = name_of(*other, library_),
                                          .id = other->fact_id()},
                  spot(field, number), Other{msg::the_record{}, Spot::at(other->provenance.place)});
    return true;
  }

  void report(const ProseField& field, const Number& number, const Figure& known,
              const std::string& id, const model::Place& place) {
    findings_.add(msg::number_contradicts{.number = written(field, number),
                                          .known = text_of(known),
                                          .record = name_of_fact(id, library_),
                                          .id = id},
                  spot(field, number), Other{msg::the_record{}, Spot::at(place)});
  }

  // What is said outright, and not about as much, can be compared with what the text is about.
  bool contradicts_stated(const ProseField& field, Sentences& sentences, const std::string& words,
                          const Number& number) {
    return !is_vague(field.prose->markdown, number) &&
           (contradicts_own(field, number) || contradicts_cited(field, sentences, words, number) ||
            contradicts_reference(field, sentences, number) ||
            contradicts_listed(field, sentences, words, number));
  }

  // The summary of an article or text states what its record does not hold.
  bool contradicts_own(const ProseField& field, const Number& number) {
    if (field.policy == nullptr) return false;
    const Figure* known = nearest_figure(own_, number.figure);
    if (known == nullptr) return false;
    if (field.article != nullptr) {
      report(field, number, *known, fact_id(*field.policy, *field.article), field.article->place);
    } else {
      report(field, number, *known, field.policy->id, field.policy->provenance.place);
    }
    return true;
  }

  // The sentence speaks of giving and cites the measure or article: 给予30万元（{{ cite('a/1')
  // }}）; of years in a row (连续三年) it may be any sentence of the paragraph.
  bool contradicts_cited(const ProseField& field, Sentences& sentences, const std::string& words,
                         const Number& number) {
    const std::string_view sentence = sentences.at(number.offset);
    const std::string_view before = std::string_view(words).substr(0, number.offset);
    const bool in_a_row = number.figure.unit == "年" && before.ends_with("连续");
    const bool is_sum = number.figure.unit == "元" || number.figure.unit == "%";
    if (!in_a_row && !(is_sum && speaks_of_giving(sentence))) return false;
    const std::string_view around = in_a_row ? paragraph_at(words, number.offset) : sentence;
    const auto from = static_cast<std::size_t>(around.data() - words.data());
    std::vector<Figure> figures;
    const Citation* cited = nullptr;
    for (const Citation& one : citations_) {
      if (one.offset < from || one.offset >= from + around.size()) continue;
      const bool is_text = one.kind == CitedKind::cite && one.id.find('/') != std::string::npos;
      if (!is_text && one.kind != CitedKind::amount) continue;
      append(figures, figures_cited(one));
      cited = &one;
    }
    const Figure* known = nearest_figure(figures, number.figure);
    if (known == nullptr) return false;
    report(field, number, *known, std::string(cited->id), place_of(*cited));
    return true;
  }

  model::Place place_of(const Citation& cited) const {
    const model::MeasureRef ref = library_.measure(cited.id);
    if (ref.measure != nullptr) return ref.measure->place;
    const model::ArticleRef article = library_.provision(cited.id).in;
    return article.article == nullptr ? model::Place{} : article.article->place;
  }

  // LPR的60%: a share of a reference rate that no measure of the region pays.
  bool contradicts_reference(const ProseField& field, Sentences& sentences, const Number& number) {
    if (number.figure.unit != "%") return false;
    const std::string_view sentence = sentences.at(number.offset);
    if (sentence.find("贴息") == std::string_view::npos) return false;
    std::string_view before = sentence.substr(0, number.offset - sentences.begins());
    constexpr std::string_view kOf = "的";
    if (before.ends_with(kOf)) before.remove_suffix(kOf.size());
    std::vector<Figure> figures;
    model::MeasureRef meant;
    for (const Referring& one : referring_) {
      const bool here = one.measure.in.policy->region == region_of(field);
      if (!here || !before.ends_with(one.name)) continue;
      append(figures, figures_of(*one.measure.measure));
      meant = one.measure;
    }
    const Figure* known = nearest_figure(figures, number.figure);
    if (known == nullptr || holds(figures, number.figure)) return false;
    report(field, number, *known, fact_id(meant.in, meant.measure->id), meant.measure->place);
    return true;
  }

  // 对下列企业给予30万元：, and a list that names the enterprises.
  bool contradicts_listed(const ProseField& field, Sentences& sentences, const std::string& words,
                          const Number& number) {
    if (number.figure.unit != "元") return false;
    const std::string_view sentence = sentences.at(number.offset);
    const std::string_view list = list_beside(words, sentence, number.offset);
    if (list.empty()) return false;
    const Award* other = nullptr;
    for (const Award* award : awards_.of_list(field.region, sentence, list)) {
      if (holds(figures_of(*award->measure.measure), number.figure)) return false;
      if (other == nullptr) other = award;
    }
    if (other == nullptr) return false;
    report(field, number, figure_of(*other->amount->value), other->id(), other->amount->place);
    return true;
  }

  std::string_view region_of(const ProseField& field) const {
    return field.region.empty() ? std::string_view(library_.site().region) : field.region;
  }

  struct Fact {
    const model::Observation* observed;
    bool is_of_a_year_named;  ///< or the sentence names none
    bool is_named_whole;      ///< else the sentence has most of the indicator's name
  };

  std::vector<Fact> facts_meant(const ProseField& field, std::string_view sentence) const {
    const std::string_view region = region_of(field);
    const bool elsewhere = std::any_of(
        library_.regions().begin(), library_.regions().end(), [&](const model::Region& one) {
          return one.id != region && sentence.find(one.name) != std::string_view::npos;
        });
    if (elsewhere) return {};
    const std::vector<int> years = years_in(sentence);
    std::vector<Fact> facts;
    for (const NamesInSentences::Named& met : names_.in(sentence)) {
      // What the wording of a text means, its own words must say whole.
      if (!met.whole && field.is_official) continue;
      for (const model::Observation& one : library_.series(named_[met.name]->id, region)) {
        const bool stated = one.period.kind() != model::PeriodKind::unstated;
        const int year = stated ? one.period.last().year() : 0;
        const bool named = std::find(years.begin(), years.end(), year) != years.end();
        facts.push_back({&one, years.empty() || named, met.whole});
      }
    }
    return facts;
  }

  /// A measure stated by a reference rate, and what sentences call that: LPR of “LPR 1年期”.
  struct Referring {
    model::MeasureRef measure;
    std::string name;
  };

  const model::Library& library_;
  Findings& findings_;
  Awards awards_;
  std::vector<Referring> referring_;
  NamesInSentences names_;
  std::vector<const model::Indicator*> named_;  ///< in the order of their names
  std::vector<Citation> citations_;
  std::vector<Figure> own_;    ///< of the article or text that the field belongs to
  std::string_view sentence_;  ///< the one looked at last …
  std::vector<Fact> facts_{};  ///< … and the figures that it could mean
};

}  // namespace

void check_prose_numbers(const Subject& subject, Findings& findings) {
  ProseNumbers numbers(subject, findings);
  model::each_prose(subject.library.records(),
                    [&numbers](const ProseField& field) { numbers.check(field); });
}

}  // namespace huice::check
