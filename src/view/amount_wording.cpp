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

enum class Side : std::uint8_t { cap, floor };

// A rate of an interest, and one that is brought down, is no sum.
std::string rate_bound(Side side, const Bound& bound, const AmountComponent& amount,
                       const Words& words) {
  const bool is_cap = side == Side::cap;
  const std::string rate = bound.rate->text();
  if (bound.rate->unit() == model::RateUnit::basis_point)
    return words.text("amount.above_reference", {{"rate", rate}});
  const std::string& of = bound.of.empty() ? amount.of : bound.of;
  if (bound.of.empty() && amount.basis == Basis::reduced_to)
    return words.text("amount.reduced_cap", {{"base", of}, {"rate", rate}});
  if (of.empty() || (bound.of.empty() && amount.basis == Basis::interest))
    return words.text(is_cap ? "amount.rate_cap" : "amount.rate_floor", {{"rate", rate}});
  return words.text(is_cap ? "amount.share_cap" : "amount.share_floor",
                    {{"base", of}, {"rate", rate}});
}

std::string bound_text(Side side, const Bound& bound, const AmountComponent& amount,
                       const Words& words) {
  std::string text;
  if (bound.value) {
    const std::string_view key = bound.may_be_exceeded ? "amount.cap_open"
                                 : side == Side::cap   ? "amount.cap"
                                                       : "amount.floor";
    text = words.text(key, {{"sum", bound.value->text()}});
  } else if (bound.rate) {
    text = rate_bound(side, bound, amount, words);
  }
  text = per_text(bound.per, text, words);
  if (bound.when.empty()) return text;
  return words.text("amount.in_case", {{"when", bound.when}, {"bound", text}});
}

// All of one side. The cases of one bound are said side by side.
std::string bounds_text(Side side, const std::vector<Bound>& bounds, const AmountComponent& amount,
                        const Words& words) {
  std::string out;
  for (const Bound& bound : bounds) {
    append(out, bound_text(side, bound, amount, words), words.text("amount.join"));
  }
  return out;
}

// Whether a text has this figure, and not as the end of a longer one: 3万元 is not said by 13万元.
bool has_figure(std::string_view text, const std::string& figure) {
  for (std::size_t at = text.find(figure); at != std::string_view::npos;
       at = text.find(figure, at + 1)) {
    const char before = at == 0 ? ' ' : text[at - 1];
    if (before != '.' && (before < '0' || before > '9')) return true;
  }
  return false;
}

// The bounds whose sums the wording of an untyped component does not have.
std::string bounds_not_worded(Side side, const std::vector<Bound>& bounds,
                              const AmountComponent& amount, const Words& words) {
  std::vector<Bound> left;
  for (const Bound& bound : bounds) {
    if (!bound.value || !has_figure(amount.wording, bound.value->text())) left.push_back(bound);
  }
  return bounds_text(side, left, amount, words);
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

std::string rows_text(const AmountComponent& amount, const Words& words);

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

// 每年按…的20%. A bound that is counted in the same way says so itself: 每个项目最高50万元.
std::string per_unless_bounded(const AmountComponent& amount, const std::string& text,
                               const Words& words) {
  const auto says = [&amount](const std::vector<Bound>& bounds) {
    return std::any_of(bounds.begin(), bounds.end(),
                       [&amount](const Bound& bound) { return bound.per == amount.per; });
  };
  const bool said = says(amount.caps) || says(amount.floors);
  return said || text.empty() ? text : per_text(amount.per, text, words);
}

// 按…的5%; 2个百分点 raise another amount's rate; without a rate its bounds say how much.
std::string rate_text(const AmountComponent& amount, const Words& words) {
  const bool is_interest = amount.basis == Basis::interest;
  if (!amount.rate) {
    if (!is_interest) return {};
    return words.text("amount.interest_open", {{"base", amount.of}});
  }
  if (amount.rate->unit() == model::RateUnit::percentage_point)
    return by_rate("amount.raised", amount, words);
  return by_rate(is_interest                    ? "amount.interest"
                 : amount.basis == Basis::match ? "amount.match"
                                                : "amount.rate",
                 amount, words);
}

// 公办学校入学名额不超过2名, or as many as the rows give.
std::string allowance_text(const AmountComponent& amount, const Words& words) {
  std::string out = amount.of;
  if (amount.limit) {
    out = words.text("amount.allowance", {{"base", amount.of}, {"limit", amount.limit->text()}});
  }
  append(out, rows_text(amount, words), words.text("amount.join"));
  return per_text(amount.per, out, words);
}

// 固定资产投资5000万元以上的90% would be read as 90% of that investment, so what the rates of tiers
// are of is said before them. 2个百分点 raise another amount's rate, which says it.
bool has_rates_of(const AmountComponent& amount) {
  const auto has_rate = [](const model::ScheduleRow& row) {
    return row.rate && row.rate->unit() != model::RateUnit::percentage_point;
  };
  return amount.basis == Basis::schedule && !amount.of.empty() &&
         std::any_of(amount.rows.begin(), amount.rows.end(), has_rate);
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
      return amount.rate ? by_rate(reduced_key(amount), amount, words) : std::string{};
    case Basis::rate:
    case Basis::match:
    case Basis::interest:
      return per_unless_bounded(amount, rate_text(amount, words), words);
    case Basis::phases:
      return phases_text(amount, words);
    case Basis::allowance:
      return allowance_text(amount, words);
    case Basis::readings:
      return words.text("amount.readings", {{"count", std::to_string(amount.rows.size())},
                                            {"rows", rows_text(amount, words)}});
    case Basis::bands:
      return words.text("amount.bands", {{"base", amount.of}, {"rows", rows_text(amount, words)}});
    case Basis::schedule:
      if (has_rates_of(amount)) return words.text("amount.graded", {{"base", amount.of}});
      [[fallthrough]];
    case Basis::stages:
    case Basis::negotiated:
      return std::string(words.text(key_in("basis", model::schema::word(amount.basis))));
    case Basis::unstated:
      return {};
  }
  return {};
}

// 每亩100元: the rows of a table say for what they are paid. 一次性 goes without saying in each.
model::Counted counted_in_rows(const AmountComponent& amount) {
  const bool says = amount.basis == Basis::schedule && !(amount.per == Per::once);
  return says ? amount.per : model::Counted(Per::unclear);
}

std::string row_text(const model::ScheduleRow& row, const AmountComponent& amount,
                     const Words& words) {
  const model::Counted& per = row.per == Per::unclear ? counted_in_rows(amount) : row.per;
  std::string figure = row.value   ? per_text(per, row.value->text(), words)
                       : row.rate  ? row.rate->text()
                       : row.limit ? row.limit->text()
                                   : std::string{};
  const std::string_view join = words.text("amount.join");
  append(figure, bounds_text(Side::floor, row.floors, amount, words), join);
  append(figure, bounds_text(Side::cap, row.caps, amount, words), join);
  if (figure.empty()) figure = words.text("unstated");
  const bool is_reading = amount.basis == Basis::readings;
  const bool is_share = row.rate && has_rates_of(amount);
  return words.text(is_reading ? "amount.reading"
                    : is_share ? "amount.row_share"
                               : "amount.row",
                    {{"when", row.when}, {"figure", figure}});
}

std::string rows_text(const AmountComponent& amount, const Words& words) {
  const std::string_view between =
      words.text(amount.basis == Basis::readings ? "amount.components" : "amount.and");
  std::string rows;
  for (const model::ScheduleRow& row : amount.rows) {
    append(rows, row_text(row, amount, words), between);
  }
  return rows;
}

bool says_rows_itself(Basis basis) {
  return basis == Basis::bands || basis == Basis::readings || basis == Basis::allowance;
}

// What a component says in fields of their own, after its sum and bounds.
void append_details(std::string& out, const AmountComponent& amount, const Words& words) {
  const std::string_view join = words.text("amount.join");
  if (!says_rows_itself(amount.basis)) append(out, rows_text(amount, words), join);
  if (amount.limit && amount.basis != Basis::allowance) {
    append(out, words.text("amount.limit", {{"limit", amount.limit->text()}}), join);
  }
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

std::string between(const std::string& least, const std::string& most, const Words& words) {
  if (least == most) return least;
  return words.text("estimate.between", {{"low", least}, {"high", most}});
}

// What a row or a phase gives at least and at most, where it is a sum.
struct Ends {
  std::optional<model::Money> low;
  std::optional<model::Money> high;
};
Ends ends_of(const model::Phase& phase) {
  return {phase.value, phase.value};
}
Ends ends_of(const model::ScheduleRow& row) {
  Ends ends{row.value, row.value};
  if (row.value || row.rate) return ends;
  if (row.floors.size() == 1) ends.low = row.floors.front().value;
  if (row.caps.size() == 1) ends.high = row.caps.front().value;
  return ends;
}

// From the least to the most of what rows or phases give: 30万元至100万元, 5%至10%, 不低于20万元.
// Empty where they give figures of both kinds, or none.
template <class Parts>
std::string span_figure(const Parts& parts, const model::Counted& per, const std::string& of,
                        const Words& words) {
  using Part = typename Parts::value_type;
  if (parts.empty()) return {};
  std::vector<Ends> ends;
  ends.reserve(parts.size());
  for (const Part& part : parts) ends.push_back(ends_of(part));
  const auto all = [&ends](auto has) { return std::all_of(ends.begin(), ends.end(), has); };
  const auto [least, by_low] = std::minmax_element(
      ends.begin(), ends.end(), [](const Ends& a, const Ends& b) { return a.low < b.low; });
  const auto [by_high, most] = std::minmax_element(
      ends.begin(), ends.end(), [](const Ends& a, const Ends& b) { return a.high < b.high; });
  const bool lows = all([](const Ends& one) { return one.low.has_value(); });
  const bool highs = all([](const Ends& one) { return one.high.has_value(); });
  if (lows && highs)
    return per_text(per, between(least->low->text(), most->high->text(), words), words);
  if (lows) return per_text(per, words.text("amount.floor", {{"sum", least->low->text()}}), words);
  if (highs) return per_text(per, words.text("amount.cap", {{"sum", most->high->text()}}), words);
  const auto unit = parts.front().rate ? parts.front().rate->unit() : model::RateUnit::percent;
  if (!std::all_of(parts.begin(), parts.end(), [unit](const Part& part) {
        return part.rate && !part.value && part.rate->unit() == unit;
      })) {
    return {};
  }
  const auto [low, high] = std::minmax_element(
      parts.begin(), parts.end(),
      [](const Part& a, const Part& b) { return a.rate->value() < b.rate->value(); });
  const std::string span = between(low->rate->text(), high->rate->text(), words);
  const bool raises = unit == model::RateUnit::percentage_point;
  if (raises) return words.text("amount.raised_by", {{"rate", span}});
  return of.empty() ? span : words.text("amount.rate", {{"base", of}, {"rate", span}});
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

// Whether a bound says of the amount's own figure all that a card needs: one of every case, that is
// counted as the figure is. 每件500元 is not said by 每年最高50万元.
bool is_bounded_alike(const AmountComponent& amount, const std::vector<Bound>& bounds) {
  return std::any_of(bounds.begin(), bounds.end(), [&amount](const Bound& bound) {
    const bool counts = bound.value && model::counted_alike(bound.per, amount.per);
    return counts && (!amount.value || bound.when.empty());
  });
}

// A rate says nothing without what it is of.
std::string rate_figure(const AmountComponent& amount, const Words& words) {
  if (amount.of.empty()) return amount.rate->text();
  const bool equal = amount.basis == Basis::match && amount.rate->text() == "100%";
  if (equal) return words.text("amount.equal", {{"base", amount.of}});
  const std::string core = rate_text(amount, words);
  return core.empty() ? amount.rate->text() : core;
}

// The sum or rate itself; empty where there is none.
std::string own_figure(const AmountComponent& amount, const Words& words) {
  const bool counted = amount.per == Per::year || amount.per == Per::each;
  const auto with_per = [&](const std::string& sum) {
    return counted ? per_text(amount.per, sum, words) : sum;
  };
  if (amount.value) return with_per(span_text(amount.value, amount.value_to, words));
  if (amount.foreign) return with_per(amount.foreign->text());
  if (amount.basis == Basis::reduced_to || says_rows_itself(amount.basis))
    return core_text(amount, words);
  if (amount.basis == Basis::stages) return total_of_stages(amount, words);
  if (amount.rate) return with_per(rate_figure(amount, words));
  if (amount.basis == Basis::phases) return span_figure(amount.phases, Per::year, amount.of, words);
  const std::string span = span_figure(amount.rows, amount.per, amount.of, words);
  return span.empty() ? rows_text(amount, words) : span;
}

}  // namespace

std::string per_text(const model::Counted& per, std::string_view sum, const Words& words) {
  if (per == Per::each) return words.text("amount.each", {{"each", per.each()}, {"sum", sum}});
  return words.text(key_in("per", per.text()), {{"sum", sum}});
}

std::string figure_of(const AmountComponent& amount, const Words& words) {
  const auto bounded = [&](Side side, const std::vector<Bound>& bounds) {
    std::string out;
    if (!is_bounded_alike(amount, bounds)) out = own_figure(amount, words);
    append(out, bounds_text(side, bounds, amount, words), words.text("amount.join"));
    return out;
  };
  if (!amount.caps.empty()) return bounded(Side::cap, amount.caps);
  if (!amount.floors.empty()) return bounded(Side::floor, amount.floors);
  return own_figure(amount, words);
}

std::string amount_text(const AmountComponent& amount, const Words& words) {
  const std::string_view join = words.text("amount.join");
  std::string out;
  // An untyped component's wording carries its figures already; saying them twice would look like
  // two amounts.
  if (amount.basis == Basis::unstated && !amount.wording.empty()) {
    append(out, bounds_not_worded(Side::floor, amount.floors, amount, words), join);
    append(out, bounds_not_worded(Side::cap, amount.caps, amount, words), join);
    append_details(out, amount, words);
    append(out, amount.wording, join);
    return out;
  }
  if (amount.years) append(out, years_text(*amount.years, words), join);
  const std::string core = core_text(amount, words);
  append(out, core, join);
  append(out, bounds_text(Side::floor, amount.floors, amount, words), join);
  append(out, bounds_text(Side::cap, amount.caps, amount, words), join);
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
