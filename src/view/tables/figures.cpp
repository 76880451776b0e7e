// SPDX-License-Identifier: Apache-2.0
//
// Targets, undertakings and observations.
#include "model/schema/choice.h"
#include "view/links.h"
#include "view/tables/records.h"
#include "view/wording.h"

namespace huice::view {
namespace {

using model::Indicator;
using model::Observation;
using tmpl::Value;

std::string status_key(const std::optional<model::UndertakingStatus>& status) {
  return key_in("progress", status ? model::schema::word(*status) : "unknown");
}

const std::string& region_of(const model::TargetRef& target) {
  return target.target->region.empty() ? target.in.policy->region : target.target->region;
}

// Where it was promised.
std::string text_href(const model::UndertakingRef& undertaking) {
  if (undertaking.proposal != nullptr) return href(*undertaking.proposal);
  const model::ArticleRef& in = undertaking.in;
  return in.article != nullptr ? href(in) : href(*in.policy);
}

std::string reported_text(const Observation* reported, const Words& words) {
  if (reported == nullptr) return std::string(words.text("reported.none"));
  return words.text("reported.found", {{"value", reported->quantity().text()},
                                       {"period", reported->period.official()}});
}

}  // namespace

Value indicator_value(const std::string& id, const PageScope& page) {
  const Indicator* found = page.reader().indicator(id);
  return found == nullptr ? Value(nullptr) : view_of(*found, page);
}

template <>
const std::vector<Entry<Indicator>>& entries() {
  static const std::vector<Entry<Indicator>> all{
      {"id", [](const auto& i, const auto&) { return text(i.id); }},
      {"name", [](const auto& i, const auto&) { return text(i.name); }},
      {"unit", [](const auto& i, const auto&) { return text(i.unit); }},
      {"definition", [](const auto& i, const auto&) { return text_or_none(i.definition); }},
  };
  return all;
}

template <>
model::Place place_of(const Observation& record) {
  return record.provenance.place;
}

template <>
const std::vector<Entry<Observation>>& entries() {
  static const std::vector<Entry<Observation>> all{
      {"fact_id", [](const auto& o, const auto&) { return Value(o.fact_id()); }},
      {"anchor", [](const auto& o, const auto&) { return Value(anchor(o)); }},
      {"indicator",
       [](const auto& o, const auto& page) { return indicator_value(o.indicator, page); }},
      {"region", [](const auto& o, const auto& page) { return region_value(o.region, page); }},
      {"period", [](const auto& o, const auto&) { return Value(o.period.official()); }},
      {"stated", [](const auto& o,
                    const auto&) { return Value(o.period.kind() != model::PeriodKind::unstated); }},
      {"qualifier",
       [](const auto& o, const auto&) {
         const bool exact = o.qualifier == model::Qualifier::equal;
         return exact ? Value(nullptr) : Value::borrow(model::symbol(o.qualifier));
       }},
      {"value", [](const auto& o, const auto&) { return Value(o.value.text()); }},
      {"unit", [](const auto& o, const auto&) { return text(o.unit); }},
      {"text", [](const auto& o, const auto&) { return Value(o.quantity().text()); }},
      {"source", [](const auto& o, const auto& page) { return source_value(o.provenance, page); }},
      {"provisional",
       [](const auto& o, const auto&) { return Value(o.provenance.is_provisional()); }},
      {"note", [](const auto& o, const auto&) { return text_or_none(o.note); }},
      {"variant", [](const auto& o, const auto&) { return text_or_none(o.variant); }},
  };
  return all;
}

template <>
model::Place place_of(const model::UndertakingRef& record) {
  return record.undertaking->place;
}

template <>
const std::vector<Entry<model::UndertakingRef>>& entries() {
  static const std::vector<Entry<model::UndertakingRef>> all{
      {"id", [](const auto& u, const auto&) { return text(u.undertaking->id); }},
      {"text", [](const auto& u, const auto&) { return text(u.undertaking->text); }},
      {"units", [](const auto& u,
                   const auto& page) { return organization_values(u.undertaking->units, page); }},
      {"due", [](const auto& u, const auto&) { return date_value(u.undertaking->due); }},
      {"every", [](const auto& u, const auto&) { return text_or_none(u.undertaking->every); }},
      {"amount",
       [](const auto& u, const auto&) {
         const auto& amount = u.undertaking->amount;
         return amount ? Value(amount->text()) : Value(nullptr);
       }},
      {"indicator",
       [](const auto& u, const auto& page) {
         return indicator_value(u.undertaking->indicator, page);
       }},
      {"status",
       [](const auto& u, const auto&) {
         const auto& status = u.undertaking->status;
         return status ? Value::borrow(model::schema::word(*status)) : Value(nullptr);
       }},
      {"status_text",
       [](const auto& u, const auto& page) {
         return Value::borrow(page.words().text(status_key(u.undertaking->status)));
       }},
      {"evidence",
       [](const auto& u, const auto&) { return text_or_none(u.undertaking->evidence); }},
      {"href", [](const auto& u, const auto&) { return Value(text_href(u)); }},
  };
  return all;
}

template <>
model::Place place_of(const model::TargetRef& record) {
  return record.target->place;
}

template <>
const std::vector<Entry<model::TargetRef>>& entries() {
  static const std::vector<Entry<model::TargetRef>> all{
      {"id", [](const auto& p, const auto&) { return text(p.target->id); }},
      {"label", [](const auto& p, const auto&) { return text(p.target->label); }},
      {"value", [](const auto& p, const auto&) { return Value(p.target->value.text()); }},
      {"by",
       [](const auto& p, const auto&) {
         const auto& by = p.target->by;
         return by ? Value(by->official()) : Value(nullptr);
       }},
      {"every", [](const auto& p, const auto&) { return text_or_none(p.target->every); }},
      {"growth",
       [](const auto& p, const auto& page) {
         const auto& growth = p.target->growth;
         return growth ? Value(growth_text(*growth, page.words())) : Value(nullptr);
       }},
      {"of",
       [](const auto& p, const auto& page) -> Value {
         const model::TargetRef whole = page.reader().target(p.target->of);
         return whole.target == nullptr ? Value(nullptr) : text(whole.target->label);
       }},
      {"note", [](const auto& p, const auto&) { return text_or_none(p.target->note); }},
      {"indicator",
       [](const auto& p, const auto& page) { return indicator_value(p.target->indicator, page); }},
      {"region", [](const auto& p, const auto& page) { return region_value(region_of(p), page); }},
      {"policy", [](const auto& p, const auto& page) { return view_of(*p.in.policy, page); }},
      {"article", [](const auto& p, const auto& page) { return owned_view(p.in, page); }},
      {"href", [](const auto& p, const auto&) { return Value(href(p)); }},
      {"anchor",
       [](const auto& p, const auto&) { return Value(p.in.article->id + "/" + p.target->id); }},
      {"reported",
       [](const auto& p, const auto& page) {
         const Observation* reported = page.reader().reported(p, page.scope.as_of);
         return reported == nullptr ? Value(nullptr) : view_of(*reported, page);
       }},
      {"reported_text",
       [](const auto& p, const auto& page) {
         return Value(reported_text(page.reader().reported(p, page.scope.as_of), page.words()));
       }},
  };
  return all;
}

}  // namespace huice::view
