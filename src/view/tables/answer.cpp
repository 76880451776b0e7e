// SPDX-License-Identifier: Apache-2.0
//
// What a measure's card and page answer: whom to ask, by which clause, where on the ladder, and
// what an enterprise would get.
#include "model/schema/choice.h"
#include "view/amount_wording.h"
#include "view/links.h"
#include "view/tables/records.h"
#include "view/wording.h"

#include <algorithm>

namespace huice::view {
namespace {

using model::MeasureRef;
using tmpl::Dict;
using tmpl::Value;

// A card names all of so few; of more it names the first and says how many there are. The measure's
// page and its article name all.
constexpr std::size_t kUnitsOnCards = 2;

std::string phone_of(const MeasureRef& measure, const std::vector<UnitRef>& units,
                     const Reader& reader) {
  if (measure.measure->guide) {
    const model::Guide& guide = *measure.measure->guide;
    if (!guide.phone.empty()) return guide.phone;
    const model::Organization* office = reader.organization(guide.office);
    if (office != nullptr) return office->phone;
  }
  return units.empty() || units.front().organization == nullptr ? std::string()
                                                                : units.front().organization->phone;
}

std::string expected_text(const model::ExpectedEstimate& one, const Words& words) {
  const auto money = [](const std::optional<model::Money>& sum) {
    return sum ? sum->text() : std::string();
  };
  std::string text;
  switch (one.kind) {
    case model::EstimateKind::exact:
      text = money(one.value);
      break;
    case model::EstimateKind::at_most:
      text = words.text("amount.cap", {{"sum", money(one.value)}});
      break;
    case model::EstimateKind::at_least:
      text = words.text("amount.floor", {{"sum", money(one.value)}});
      break;
    case model::EstimateKind::between:
      text = words.text("range.span", {{"low", money(one.from)}, {"high", money(one.to)}});
      break;
    case model::EstimateKind::unknown:
      return std::string(words.text("estimate.unknown"));
  }
  return one.per ? per_text(*one.per, text, words) : text;
}

Value step_value(const derive::StepOf& of, std::ptrdiff_t by, const PageScope& page) {
  const std::ptrdiff_t at = static_cast<std::ptrdiff_t>(of.index) + by;
  if (at < 0 || at >= static_cast<std::ptrdiff_t>(of.ladder->steps.size())) return nullptr;
  return owned_view(StepRef{of.ladder, &of.ladder->steps[static_cast<std::size_t>(at)]}, page);
}

}  // namespace

Value ask_value(const MeasureRef& measure, const PageScope& page) {
  const Reader reader = page.reader();
  const model::Article& article = *measure.in.article;
  std::vector<UnitRef> units;
  for (const std::string& id : model::units_of(measure.in)) {
    units.push_back({reader.organization(id), units.empty(), article.lead == id});
  }
  std::stable_partition(units.begin(), units.end(), [](const UnitRef& one) { return one.lead; });
  const std::string phone = phone_of(measure, units, reader);
  const std::size_t count = units.size();
  std::vector<UnitRef> named = units;
  if (count > kUnitsOnCards) named.resize(1);
  const auto& guide = measure.measure->guide;
  return Value(
      Dict()
          .set("units", owned_views(units, page))
          .set("named", owned_views(named, page))
          .set("count", Value(count))
          .set("open", Value(article.units_open))
          .set("office", guide ? organization_value(guide->office, page) : Value(nullptr))
          .set("phone", text_or_none(std::string(phone)))
          .set("interpreters", organization_values(measure.in.policy->interpreted_by, page)));
}

Value basis_value(const MeasureRef& measure, const PageScope& page) {
  return Value(Dict()
                   .set("name", Value(basis_name(measure, page.words())))
                   .set("href", Value(href(model::provision_of(measure)))));
}

Value steps_value(const MeasureRef& measure, const PageScope& page) {
  tmpl::ListValue all;
  for (const derive::StepOf& one : page.reader().steps(measure)) {
    all.push(Value(Dict()
                       .set("ladder", view_of(*one.ladder, page))
                       .set("number", Value(one.index + 1))
                       .set("count", Value(one.ladder->steps.size()))
                       .set("before", step_value(one, -1, page))
                       .set("after", step_value(one, 1, page))));
  }
  return Value(std::move(all));
}

Value examples_value(const MeasureRef& measure, const PageScope& page) {
  tmpl::ListValue all;
  const Words& words = page.words();
  for (const model::Example* one : page.reader().examples(measure)) {
    const model::Expectation& expect = one->expect;
    if (!expect.claimable || !expect.verdict) continue;
    const auto& estimate = expect.estimate;
    all.push(Value(
        Dict()
            .set("verdict",
                 Value::borrow(words.text(key_in("verdict", model::schema::word(*expect.verdict)))))
            .set("estimate", estimate ? Value(expected_text(*estimate, words)) : Value(nullptr))
            .set("why", text_or_none(one->why))
            .set("as_of", date_value(one->as_of))));
  }
  return Value(std::move(all));
}

}  // namespace huice::view
