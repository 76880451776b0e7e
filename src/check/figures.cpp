// SPDX-License-Identifier: Apache-2.0
#include "check/figures.h"

#include "model/walk.h"

#include <cmath>

namespace huice::check {
namespace {

using model::Decimal;

void add_numbers(std::vector<Figure>& figures, std::string_view text) {
  for (const Number& number : numbers_in(text)) figures.push_back(number.figure);
}

void add_years(std::vector<Figure>& figures, const std::optional<int>& years) {
  if (years) figures.push_back({Decimal(*years, 0), "年"});
}

template <class Value>
void add(std::vector<Figure>& figures, const std::optional<Value>& value) {
  if (value) figures.push_back(figure_of(*value));
}

void add_quantity(std::vector<Figure>& figures, const model::Quantity& quantity) {
  figures.push_back(figure_of(quantity));
}

void add_amount(std::vector<Figure>& figures, const model::AmountComponent& amount) {
  add(figures, amount.value);
  add(figures, amount.value_to);
  add(figures, amount.rate);
  add(figures, amount.rate_to);
  if (amount.foreign) add_quantity(figures, *amount.foreign);
  if (amount.limit) add_quantity(figures, *amount.limit);
  model::each_bound(amount, [&figures](const model::Bound& bound) {
    add(figures, bound.value);
    add(figures, bound.rate);
    add_numbers(figures, bound.when);
  });
  if (amount.years) {
    add_years(figures, amount.years->exactly);
    add_years(figures, amount.years->at_most);
  }
  for (const model::ScheduleRow& row : amount.rows) {
    add(figures, row.value);
    add(figures, row.rate);
    add(figures, row.up_to);
    if (row.limit) add_quantity(figures, *row.limit);
    add_numbers(figures, row.when);
  }
  for (const model::Phase& phase : amount.phases) {
    add(figures, phase.value);
    add(figures, phase.rate);
    add_years(figures, phase.last - phase.first + 1);
  }
  for (const model::Modifier& modifier : amount.modifiers) {
    figures.push_back({modifier.times, "倍"});
    add_numbers(figures, modifier.when);
  }
  for (const model::Share& share : amount.shared_by) add(figures, share.share);
  add_numbers(figures, amount.wording);
}

void add_promise(std::vector<Figure>& figures, const model::Undertaking& promise) {
  if (promise.amount) add_quantity(figures, *promise.amount);
  add_numbers(figures, promise.text);
}

void append(std::vector<Figure>& figures, const std::vector<Figure>& more) {
  figures.insert(figures.end(), more.begin(), more.end());
}

}  // namespace

Figure figure_of(const model::Money& money) {
  return {Decimal(money.fen(), 2), "元"};
}

Figure figure_of(const model::Rate& rate) {
  switch (rate.unit()) {
    case model::RateUnit::percent:
      return {rate.value(), "%"};
    case model::RateUnit::permille:
      if (const auto percent = rate.percent()) return {*percent, "%"};
      return {rate.value(), "‰"};
    case model::RateUnit::percentage_point:
      return {rate.value(), "个百分点"};
    case model::RateUnit::basis_point:
      return {rate.value(), "个基点"};
  }
  return {rate.value(), "%"};
}

Figure figure_of(const Decimal& value, const std::string& unit) {
  if (const auto money_unit = model::parse_money_unit(unit)) {
    if (const auto money = model::Money::of(value, *money_unit)) return figure_of(*money);
  }
  if (unit == "名" || unit == "位") return {value, "人"};
  if (unit == "户") return {value, "家"};
  if (unit == "％") return {value, "%"};
  return {value, unit};
}

Figure figure_of(const model::Quantity& quantity) {
  return figure_of(quantity.value(), quantity.unit());
}

Figure figure_of(const model::Observation& observed) {
  return figure_of(observed.value, observed.unit);
}

double times(const Figure& a, const Figure& b) {
  const double one = a.value.approximate();
  const double other = b.value.approximate();
  if (a.unit != b.unit || one <= 0 || other <= 0) return 1;
  return std::max(one, other) / std::min(one, other);
}

std::string text_of(const Figure& figure) {
  constexpr int kFen = 2;  // digits after the point of 元
  const auto fen = figure.unit == "元" ? figure.value.scaled(kFen) : std::nullopt;
  if (fen && *fen >= 0) return model::Money::of_fen(*fen).text();
  return figure.value.text() + figure.unit;
}

const Figure* nearest_figure(const std::vector<Figure>& figures, const Figure& wanted) {
  const Figure* nearest = nullptr;
  const auto apart = [&wanted](const Figure& one) {
    return std::abs(one.value.approximate() - wanted.value.approximate());
  };
  for (const Figure& one : figures) {
    if (one.unit != wanted.unit) continue;
    if (nearest == nullptr || apart(one) < apart(*nearest)) nearest = &one;
  }
  return nearest;
}

std::vector<Figure> figures_of(const model::Measure& measure) {
  std::vector<Figure> figures;
  for (const model::AmountComponent& amount : measure.amounts) add_amount(figures, amount);
  for (const model::Requirement& requirement : measure.requirements) {
    add_numbers(figures, requirement.label);
    for (const model::RuleReading& reading : requirement.readings) {
      add_numbers(figures, reading.label);
    }
  }
  add_numbers(figures, measure.note);
  return figures;
}

std::vector<Figure> figures_of(const model::Target& target) {
  std::vector<Figure> figures;
  for (const model::Quantity& one : target.value.quantities()) add_quantity(figures, one);
  if (target.growth) {
    add(figures, target.growth->rate);
    add_years(figures, target.growth->years);
  }
  add_numbers(figures, target.label);
  add_numbers(figures, target.note);
  return figures;
}

std::vector<Figure> figures_of(const model::Article& article) {
  std::vector<Figure> figures;
  for (const model::Measure& measure : article.measures) append(figures, figures_of(measure));
  for (const model::Target& target : article.targets) append(figures, figures_of(target));
  for (const model::Undertaking& promise : article.undertakings) add_promise(figures, promise);
  return figures;
}

std::vector<Figure> figures_of(const model::Policy& policy) {
  std::vector<Figure> figures;
  model::each_article(policy, [&figures](const model::ArticleRef& in) {
    append(figures, figures_of(*in.article));
  });
  for (const model::Undertaking& promise : policy.undertakings) add_promise(figures, promise);
  if (policy.funding) {
    for (const model::Share& share : policy.funding->shares) add(figures, share.share);
  }
  return figures;
}

}  // namespace huice::check
