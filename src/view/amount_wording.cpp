// SPDX-License-Identifier: Apache-2.0
#include "view/amount_wording.h"

#include "model/schema/choice.h"
#include "view/wording.h"

#include <algorithm>

namespace huice::view {
namespace {

using model::AmountComponent;
using model::Basis;
using model::Bound;
using model::Per;

std::string bound_text(std::string_view key, const Bound& bound, const Words& words) {
  const std::string value = bound.value.text();
  if (bound.may_be_exceeded) key = "amount.cap_open";
  return per_text(bound.per, words.text(key, {{"sum", value}}), words);
}

// 10万元至20万元, or one figure where there is no other.
template <class Figure>
std::string span_text(const std::optional<Figure>& low, const std::optional<Figure>& high,
                      const Words& words) {
  if (!low) return {};
  if (!high) return low->text();
  return words.text("estimate.between", {{"low", low->text()}, {"high", high->text()}});
}

std::string by_rate(std::string_view key, const AmountComponent& amount, const Words& words) {
  const std::string rate = span_text(amount.rate, amount.rate_to, words);
  return words.text(key, {{"base", amount.of}, {"rate", rate}});
}

// 担保费率降至0.5%, 利率降至基准利率加100个基点.
std::string_view reduced_key(const AmountComponent& amount) {
  const bool above = amount.rate && amount.rate->unit() == model::RateUnit::basis_point;
  return above ? "amount.reduced_above" : "amount.reduced";
}

std::string phase_text(const model::Phase& phase, const AmountComponent& amount,
                       const Words& words) {
  const std::string figure =
      phase.value  ? phase.value->text()
      : phase.rate ? words.text("amount.rate", {{"base", amount.of}, {"rate", phase.rate->text()}})
                   : std::string(words.text("unstated"));
  const std::string first = std::to_string(phase.first);
  if (phase.first == phase.last)
    return words.text("amount.phase_year", {{"year", first}, {"figure", figure}});
  return words.text("amount.phase",
                    {{"first", first}, {"last", std::to_string(phase.last)}, {"figure", figure}});
}

std::string phases_text(const AmountComponent& amount, const Words& words) {
  std::string out;
  for (const model::Phase& phase : amount.phases) {
    append(out, phase_text(phase, amount, words), words.text("amount.join"));
  }
  return out;
}

// The component without its bounds.
std::string core_text(const AmountComponent& amount, const Words& words) {
  switch (amount.basis) {
    case Basis::fixed:
      if (!amount.value) return {};
      return per_text(amount.per, span_text(amount.value, amount.value_to, words), words);
    case Basis::foreign:
      return amount.foreign ? per_text(amount.per, amount.foreign->text(), words) : std::string{};
    case Basis::reduced_to:
      return by_rate(reduced_key(amount), amount, words);
    case Basis::rate:
      return by_rate("amount.rate", amount, words);
    case Basis::match:
      return by_rate("amount.match", amount, words);
    case Basis::interest:
      return by_rate("amount.interest", amount, words);
    case Basis::phases:
      return phases_text(amount, words);
    case Basis::schedule:
    case Basis::stages:
    case Basis::negotiated:
      return std::string(words.text(key_in("basis", model::schema::word(amount.basis))));
    case Basis::unstated:
      return {};
  }
  return {};
}

std::string row_text(const model::ScheduleRow& row, const Words& words) {
  const std::string figure = row.value  ? row.value->text()
                             : row.rate ? row.rate->text()
                                        : std::string(words.text("unstated"));
  return words.text("amount.row", {{"when", row.when}, {"figure", figure}});
}

std::string rate_cap_text(const model::Rate& rate, const Words& words) {
  const bool above = rate.unit() == model::RateUnit::basis_point;
  return words.text(above ? "amount.above_reference" : "amount.rate_cap", {{"rate", rate.text()}});
}

// What a component says in fields of their own, after its sum and bounds.
void append_details(std::string& out, const AmountComponent& amount, const Words& words) {
  std::string rows;
  for (const model::ScheduleRow& row : amount.rows) {
    append(rows, row_text(row, words), words.text("amount.and"));
  }
  const std::string_view join = words.text("amount.join");
  append(out, rows, join);
  if (amount.limit) {
    append(out, words.text("amount.limit", {{"limit", amount.limit->text()}}), join);
  }
  if (amount.rate_cap) append(out, rate_cap_text(*amount.rate_cap, words), join);
  for (const model::Modifier& modifier : amount.modifiers) {
    append(out,
           words.text(key_in("multiplied", model::schema::word(modifier.applies_to)),
                      {{"when", modifier.when}, {"times", modifier.times.text()}}),
           join);
  }
}

std::string name_of(const Reader& reader, const std::string& organization) {
  const model::Organization* found = reader.organization(organization);
  return found == nullptr ? organization : found->name;
}

std::string shares_text(const std::vector<model::Share>& shares, const Reader& reader,
                        const Words& words) {
  const auto is_stated = [](const model::Share& one) { return one.share.has_value(); };
  const bool none_stated = std::none_of(shares.begin(), shares.end(), is_stated);
  std::string out;
  for (const model::Share& one : shares) {
    const std::string name = name_of(reader, one.by);
    if (none_stated)
      append(out, name, words.text("amount.and"));
    else
      append(out,
             one.share
                 ? words.text("funding.share", {{"payer", name}, {"share", one.share->text()}})
                 : words.text("funding.share_open", {{"payer", name}}),
             words.text("amount.components"));
  }
  if (!none_stated || shares.empty()) return out;
  return words.text(shares.size() == 1 ? "funding.alone" : "funding.together", {{"payers", out}});
}

// What a reader must know of the shares, like how the text was read, is said with them.
std::string funding_text(const model::Funding& funding, const Reader& reader, const Words& words) {
  std::string out = shares_text(funding.shares, reader, words);
  append(out, funding.note, words.text("amount.components"));
  return out;
}

// From the least to the most of what rows or phases give: 30万元至100万元, 5%至10%. Empty where
// they give figures of both kinds, or none.
template <class Parts>
std::string span_figure(const Parts& parts, const model::Counted& per, const Words& words) {
  using Part = typename Parts::value_type;
  const auto between = [&](const std::string& least, const std::string& most) {
    if (least == most) return least;
    return words.text("estimate.between", {{"low", least}, {"high", most}});
  };
  const auto all = [&parts](auto has) { return std::all_of(parts.begin(), parts.end(), has); };
  if (parts.empty()) return {};
  if (all([](const Part& part) { return part.value && !part.rate; })) {
    const auto [least, most] =
        std::minmax_element(parts.begin(), parts.end(),
                            [](const Part& a, const Part& b) { return *a.value < *b.value; });
    return per_text(per, between(least->value->text(), most->value->text()), words);
  }
  const auto unit = parts.front().rate ? parts.front().rate->unit() : model::RateUnit::percent;
  if (!all([unit](const Part& part) {
        return part.rate && !part.value && part.rate->unit() == unit;
      })) {
    return {};
  }
  const auto [least, most] = std::minmax_element(
      parts.begin(), parts.end(),
      [](const Part& a, const Part& b) { return a.rate->value() < b.rate->value(); });
  return between(least->rate->text(), most->rate->text());
}

// 合计500万元; empty where a stage gives no sum.
std::string total_of_stages(const AmountComponent& amount, const Words& words) {
  std::int64_t total = 0;
  for (const model::ScheduleRow& row : amount.rows) {
    if (!row.value || __builtin_add_overflow(total, row.value->fen(), &total)) return {};
  }
  if (amount.rows.empty()) return {};
  return words.text("amount.stages_total", {{"sum", model::Money::of_fen(total).text()}});
}

// A rate says nothing without what it is of.
std::string rate_figure(const AmountComponent& amount, const Words& words) {
  if (amount.of.empty()) return amount.rate->text();
  const bool equal = amount.basis == Basis::match && amount.rate->text() == "100%";
  if (equal) return words.text("amount.equal", {{"base", amount.of}});
  const std::string core = core_text(amount, words);
  return core.empty() ? amount.rate->text() : core;
}

}  // namespace

std::string per_text(const model::Counted& per, std::string_view sum, const Words& words) {
  if (per == Per::each) return words.text("amount.each", {{"each", per.each()}, {"sum", sum}});
  return words.text(key_in("per", per.text()), {{"sum", sum}});
}

std::string figure_of(const AmountComponent& amount, const Words& words) {
  if (amount.cap) return bound_text("amount.cap", *amount.cap, words);
  if (amount.floor) return bound_text("amount.floor", *amount.floor, words);
  const bool counted = amount.per == Per::year || amount.per == Per::each;
  const auto with_per = [&](const std::string& sum) {
    return counted ? per_text(amount.per, sum, words) : sum;
  };
  if (amount.value) return with_per(span_text(amount.value, amount.value_to, words));
  if (amount.foreign) return with_per(amount.foreign->text());
  if (amount.basis == Basis::reduced_to) return core_text(amount, words);
  if (amount.basis == Basis::stages) return total_of_stages(amount, words);
  if (amount.rate) return rate_figure(amount, words);
  if (amount.rate_cap) return rate_cap_text(*amount.rate_cap, words);
  if (amount.basis == Basis::phases) return span_figure(amount.phases, Per::year, words);
  return span_figure(amount.rows, amount.per, words);
}

std::string amount_text(const AmountComponent& amount, const Words& words) {
  const std::string_view join = words.text("amount.join");
  std::string out;
  // An untyped component's wording carries its figures already; saying them twice would look like
  // two amounts.
  if (amount.basis == Basis::unstated && !amount.wording.empty()) {
    append_details(out, amount, words);
    append(out, amount.wording, join);
    return out;
  }
  if (amount.years) append(out, years_text(*amount.years, words), join);
  const std::string core = core_text(amount, words);
  append(out, core, join);
  if (amount.floor) append(out, bound_text("amount.floor", *amount.floor, words), join);
  if (amount.cap) append(out, bound_text("amount.cap", *amount.cap, words), join);
  append_details(out, amount, words);
  if (amount.wording != core) append(out, amount.wording, join);
  return out;
}

std::string funding_text(const AmountComponent& amount, const Reader& reader, const Words& words) {
  const std::string_view join = words.text("amount.join");
  std::string out = shares_text(amount.shared_by, reader, words);
  if (!amount.paid_first_by.empty()) {
    append(out, words.text("funding.first", {{"payer", name_of(reader, amount.paid_first_by)}}),
           join);
  }
  if (!amount.settled_by.empty()) {
    append(out, words.text("funding.settled", {{"payer", name_of(reader, amount.settled_by)}}),
           join);
  }
  return out;
}

FundingText funding_text(const model::MeasureRef& measure, const Reader& reader,
                         const Words& words) {
  const std::string_view join = words.text("amount.join");
  const auto& funding = measure.in.policy->funding;
  const std::string of_all = funding ? funding_text(*funding, reader, words) : std::string{};
  FundingText result{{}, true};
  std::vector<std::string> texts;
  for (const AmountComponent& amount : measure.measure->amounts) {
    std::string text = funding_text(amount, reader, words);
    result.inherited = result.inherited && text.empty();
    if (amount.shared_by.empty()) append(text, of_all, join);
    if (std::find(texts.begin(), texts.end(), text) == texts.end())
      texts.push_back(std::move(text));
  }
  for (const std::string& one : texts) append(result.text, one, words.text("amount.components"));
  return result;
}

std::string amounts_text(const model::Measure& measure, const Words& words) {
  std::string out;
  for (const AmountComponent& amount : measure.amounts) {
    append(out, amount_text(amount, words), words.text("amount.components"));
  }
  return out.empty() ? std::string(words.text("amount.none")) : out;
}

std::optional<std::string> headline(const model::Measure& measure, const Words& words) {
  std::string out;
  for (const AmountComponent& amount : measure.amounts) {
    append(out, figure_of(amount, words), words.text("amount.components"));
  }
  if (out.empty()) return std::nullopt;
  return out;
}

}  // namespace huice::view
