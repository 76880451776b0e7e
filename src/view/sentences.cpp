// SPDX-License-Identifier: Apache-2.0
#include "view/sentences.h"

#include "derive/comparison.h"
#include "model/given.h"
#include "view/amount_wording.h"
#include "view/wording.h"

#include <algorithm>
#include <cctype>

namespace huice::view {
namespace {

using model::AmountComponent;
using model::Basis;
using model::Bound;
using model::Decimal;
using model::Observation;
using model::Qualifier;

// Without what is explained in brackets: “专精特新”中小企业（层级未载明）.
std::string without_brackets(std::string text) {
  constexpr std::string_view kOpen = "\xEF\xBC\x88";   // U+FF08
  constexpr std::string_view kClose = "\xEF\xBC\x89";  // U+FF09
  for (std::size_t at = text.find(kOpen); at != std::string::npos; at = text.find(kOpen)) {
    const std::size_t end = text.find(kClose, at);
    if (end == std::string::npos) break;
    text.erase(at, end + kClose.size() - at);
  }
  return text;
}

// Whether a figure can follow its name as it is: 超过1%, 300余家 need no 达到.
bool is_exact(const Observation& one) {
  return one.qualifier == Qualifier::equal || one.qualifier == Qualifier::over;
}

std::string named(const Observation& one, const std::string& name, const model::Indicator* of,
                  const Words& words) {
  const std::string figure = one.quantity().text();
  const bool is_rate = of != nullptr && (of->kind == model::MeasureKind::rate ||
                                         of->kind == model::MeasureKind::price);
  const bool follows = of != nullptr && !of->phrase.empty() && !is_rate;
  const std::string_view key = follows || !is_exact(one) ? "sentence.named"
                               : is_rate && of->direction == model::Direction::up
                                   ? "sentence.reached"
                                   : "sentence.is";
  return figure_text(words.text(key, {{"name", name}, {"figure", figure}}), one.provenance, words);
}

std::string name_of(const Observation& one, const model::Indicator* indicator) {
  if (indicator == nullptr) return one.indicator;
  return indicator->phrase.empty() ? without_brackets(indicator->name) : indicator->phrase;
}

bool is_end_of_year(const model::Period& period) {
  return period.kind() == model::PeriodKind::instant && period.last().month() == 12 &&
         (period.grain() != model::Grain::day || period.last().day() == 31);
}

// 上年, 上年末, 上年同期; the period itself where it is no year before.
std::string before_text(const model::Period& now, const model::Period& then, const Words& words) {
  const bool is_last = now.last().year() == then.last().year() + 1 &&
                       now.last().month() == then.last().month() &&
                       now.kind() != model::PeriodKind::as_of;
  if (!is_last) return then.official();
  if (is_end_of_year(now) && is_end_of_year(then))
    return std::string(words.text("sentence.last_year_end"));
  const bool is_year = now.kind() == model::PeriodKind::span && now.grain() == model::Grain::year &&
                       now.first().year() == now.last().year();
  return std::string(words.text(is_year ? "sentence.last_year" : "sentence.last_year_same"));
}

std::string magnitude(const Decimal& value) {
  return Decimal(value.is_negative() ? -value.coefficient() : value.coefficient(), value.scale())
      .text();
}

// 53.20 is 53.2.
std::string plain_percent(const Decimal& value) {
  std::string text = magnitude(value);
  while (text.find('.') != std::string::npos && (text.ends_with('0') || text.ends_with('.'))) {
    const bool is_done = text.ends_with('.');
    text.pop_back();
    if (is_done) break;
  }
  return text + "%";
}

std::string bound_text(std::string_view key, const Bound& bound, const Words& words) {
  return per_text(bound.per, words.text(key, {{"sum", bound.value->text()}}), words);
}

// What is given, by the title's last word: 奖励, 补助.
std::string noun_of(const model::Measure& measure, const Words& words) {
  std::string_view nouns = words.text("sentence.nouns");
  const std::string_view join = words.text("punctuation.enumeration");
  while (!nouns.empty()) {
    const std::string_view noun = nouns.substr(0, nouns.find(join));
    if (measure.title.ends_with(noun)) return std::string(noun);
    nouns.remove_prefix(std::min(nouns.size(), noun.size() + join.size()));
  }
  return std::string(words.text("sentence.noun"));
}

std::string rate_given(const AmountComponent& amount, const std::string& noun, const Words& words) {
  const std::string_view key = amount.basis == Basis::interest ? "sentence.give_interest"
                               : amount.basis == Basis::match  ? "sentence.give_match"
                                                               : "sentence.give_rate";
  if (amount.basis == Basis::interest)
    return words.text(key, {{"base", amount.of}, {"rate", amount.rate->text()}});
  return words.text(key, {{"base", amount.of}, {"rate", amount.rate->text()}, {"noun", noun}});
}

// Its bounds, after a sum or rate that has been said.
void append_bounds(std::string& out, const AmountComponent& amount, const Words& words) {
  const std::string_view join = words.text("punctuation.comma");
  for (const Bound& one : amount.floors) append(out, bound_text("amount.floor", one, words), join);
  for (const Bound& one : amount.caps) append(out, bound_text("amount.cap", one, words), join);
}

}  // namespace

std::string change_text(const Observation& now, const Observation& then,
                        const model::Indicator* indicator, const Words& words) {
  const auto found = derive::compare(now, then, indicator);
  if (!found) return now.quantity().text();
  const std::string before = before_text(now.period, then.period, words);
  std::string text;
  const bool down = found->difference.is_negative();
  const bool has_percent = found->percent && !found->percent->is_zero();
  if (found->difference.is_zero()) {
    text = words.text("comparison.same", {{"then", before}});
  } else if (has_percent) {
    text = words.text(down ? "sentence.down_percent" : "sentence.up_percent",
                      {{"then", before}, {"percent", plain_percent(*found->percent)}});
  } else {
    const bool share = found->unit != now.unit;
    const std::string_view key = share ? (down ? "sentence.share_down" : "sentence.share_up")
                                       : (down ? "comparison.down" : "comparison.up");
    text =
        words.text(key, {{"then", before}, {"change", magnitude(found->difference) + found->unit}});
  }
  const bool is_open = now.provenance.is_provisional() || then.provenance.is_provisional();
  return is_open ? words.text("mark.provisional_figure", {{"figure", text}}) : text;
}

namespace {

// 杭锦旗 of 鄂尔多斯市杭锦旗: a letter of the city says its districts' own names.
std::string region_name(const std::string& id, const Reader& reader) {
  const model::Region* region = reader.region(id);
  if (region == nullptr) return id;
  const model::Region* parent = reader.region(region->parent);
  const bool is_long = parent != nullptr && region->name.size() > parent->name.size() &&
                       region->name.starts_with(parent->name);
  return is_long ? region->name.substr(parent->name.size()) : region->name;
}

// 鄂托克前旗、杭锦旗R&D经费投入强度均超过1%
std::string regions_sentence(const std::vector<const Observation*>& facts, const std::string& name,
                             const Reader& reader, const Words& words) {
  std::string regions;
  bool is_open = false;
  for (const Observation* one : facts) {
    append(regions, region_name(one->region, reader), words.text("punctuation.enumeration"));
    is_open = is_open || one->provenance.is_provisional();
  }
  const Observation& first = *facts.front();
  const std::string text =
      words.text(is_exact(first) ? "sentence.all_are" : "sentence.all",
                 {{"regions", regions}, {"name", name}, {"figure", first.quantity().text()}});
  return is_open ? words.text("mark.provisional_figure", {{"figure", text}}) : text;
}

}  // namespace

std::string facts_sentence(const std::vector<const Observation*>& facts, const Reader& reader,
                           const Words& words) {
  const Observation& first = *facts.front();
  const model::Indicator* indicator = reader.indicator(first.indicator);
  const std::string name = name_of(first, indicator);
  if (facts.size() > 1 && derive::is_alike_elsewhere(first, *facts.back()))
    return regions_sentence(facts, name, reader, words);
  std::string out = named(first, name, indicator, words);
  const std::string_view comma = words.text("punctuation.comma");
  if (facts.size() == 2 && derive::is_series(first, *facts.back())) {
    append(out, change_text(first, *facts.back(), indicator, words), comma);
    return out;
  }
  for (std::size_t i = 1; i < facts.size(); ++i) {
    const model::Indicator* other = reader.indicator(facts[i]->indicator);
    std::string rest = name_of(*facts[i], other);
    if (rest.size() > name.size() && rest.starts_with(name)) rest.erase(0, name.size());
    append(out, named(*facts[i], rest, other, words), comma);
  }
  return out;
}

std::string given_text(const model::Measure& measure, const Words& words) {
  const AmountComponent& amount = *model::given(measure);
  const std::string noun = noun_of(measure, words);
  const auto give = [&](std::string_view key, const std::string& sum) {
    return words.text(key, {{"sum", sum}, {"noun", noun}});
  };
  std::string out = amount.years ? years_text(*amount.years, words) : std::string();
  const std::string_view comma = words.text("punctuation.comma");
  if (amount.value) {
    std::string sum = amount.value->text();
    if (amount.value_to)
      sum = words.text("estimate.between", {{"low", sum}, {"high", amount.value_to->text()}});
    append(out, per_text(amount.per, give("sentence.give", sum), words), comma);
  } else if (amount.rate) {
    append(out, rate_given(amount, noun, words), comma);
  } else {
    const bool is_cap = !amount.caps.empty();
    const Bound& bound = is_cap ? amount.caps.front() : amount.floors.front();
    const std::string_view key = is_cap ? "sentence.give_most" : "sentence.give_least";
    append(out, per_text(bound.per, give(key, bound.value->text()), words), comma);
    return out;
  }
  append_bounds(out, amount, words);
  return out;
}

std::string measure_sentence(const model::Measure& measure, const Reader& reader,
                             const Words& words) {
  std::string who;
  for (const std::string& id : measure.beneficiaries) {
    const model::Beneficiary* one = reader.beneficiary(id);
    if (one != nullptr)
      append(who, without_brackets(one->name), words.text("punctuation.enumeration"));
  }
  const std::string given = given_text(measure, words);
  return who.empty() ? given : words.text("sentence.for", {{"who", who}, {"given", given}});
}

std::string target_sentence(const model::Target& target, const Words& words) {
  const auto key = [&target]() -> std::string_view {
    switch (target.value.kind()) {
      case model::GoalKind::figure: {
        const bool is_plain = std::isdigit(static_cast<unsigned char>(target.value.text().front()));
        return is_plain ? "sentence.reached" : "sentence.named";
      }
      case model::GoalKind::range:
        return "sentence.reached";
      case model::GoalKind::change:
      case model::GoalKind::multiple:
        return "sentence.named";
      case model::GoalKind::all:
        return "sentence.achieved";
      case model::GoalKind::rank:
        return "sentence.entered";
    }
    return "sentence.named";
  }();
  std::string out = term_text(target, words);
  if (target.label.starts_with(out)) out.clear();  // 每年遴选…人数 says so itself
  append(
      out,
      words.text(key, {{"name", without_brackets(target.label)}, {"figure", target.value.text()}}),
      words.text("punctuation.comma"));
  return out;
}

namespace {

// 2026年底前, 2026年6月底前, 2026年3月15日前
std::string by_text(const model::Date& day, const Words& words) {
  const std::string year = std::to_string(day.year());
  const bool is_last = day.plus_days(1).month() != day.month();
  if (!is_last) return words.text("undertaking.due", {{"date", day.official()}});
  if (day.month() == 12) return words.text("sentence.by_year", {{"year", year}});
  return words.text("sentence.by_month", {{"year", year}, {"month", std::to_string(day.month())}});
}

}  // namespace

std::string undertaking_sentence(const model::Undertaking& undertaking, const Reader& reader,
                                 const Words& words) {
  std::string units;
  for (const std::string& id : undertaking.units) {
    const model::Organization* one = reader.organization(id);
    if (one != nullptr) append(units, one->name, words.text("punctuation.enumeration"));
  }
  const std::string due = undertaking.due ? by_text(*undertaking.due, words) : std::string();
  const std::string& text = undertaking.text;
  if (units.empty() && due.empty()) return text;
  if (units.empty()) return words.text("sentence.promise_due", {{"due", due}, {"text", text}});
  if (due.empty()) return words.text("sentence.promise_by", {{"units", units}, {"text", text}});
  return words.text("sentence.promise", {{"units", units}, {"due", due}, {"text", text}});
}

}  // namespace huice::view
