// SPDX-License-Identifier: Apache-2.0
//
// Targets, undertakings and observations.
#include "model/reply_body.h"
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

// What it was promised in, as sentences name it.
std::string text_name(const model::UndertakingRef& undertaking, const Words& words) {
  if (undertaking.proposal != nullptr) {
    return model::reply_name(*undertaking.proposal);
  }
  return place_name(undertaking.in, words);
}

// What does not simply hold of the text, or article, that a part is in; none for a reply.
Value text_standing(const model::ArticleRef& in, const PageScope& page) {
  if (in.policy == nullptr) return nullptr;
  const model::Date& day = page.scope.as_of;
  const derive::Status status = in.article != nullptr
                                    ? page.reader().status(model::ProvisionRef{in}, day)
                                    : page.reader().status(*in.policy, day);
  return text_or_none(part_standing(status, page.words()));
}

template <class Part>
Value overdue(const Part& part, const PageScope& page) {
  return text_or_none(due_text(derive::due_of(part, page.scope.as_of), page.words()));
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
  static const std::vector<Entry<Indicator>> none;  // its table has all
  return none;
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
      {"open_period",
       [](const auto& o, const auto& page) {
         return text_or_none(open_period_text(o.period, page.words()));
       }},
      {"qualifier",
       [](const auto& o, const auto&) {
         const bool exact = o.qualifier == model::Qualifier::equal;
         return exact ? Value(nullptr) : Value::borrow(model::symbol(o.qualifier));
       }},
      {"text",
       [](const auto& o, const auto& page) { return Value(observed_text(o, page.words())); }},
      {"source", [](const auto& o, const auto& page) { return source_value(o.provenance, page); }},
      {"provisional",
       [](const auto& o, const auto&) { return Value(o.provenance.is_provisional()); }},
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
      {"units", [](const auto& u,
                   const auto& page) { return organization_values(u.undertaking->units, page); }},
      {"indicator",
       [](const auto& u, const auto& page) {
         return indicator_value(u.undertaking->indicator, page);
       }},
      {"status_text",
       [](const auto& u, const auto& page) {
         return Value::borrow(page.words().text(status_key(u.undertaking->status)));
       }},
      {"overdue", [](const auto& u, const auto& page) { return overdue(*u.undertaking, page); }},
      {"text_standing", [](const auto& u, const auto& page) { return text_standing(u.in, page); }},
      {"href", [](const auto& u, const auto&) { return Value(text_href(u)); }},
      {"text_name",
       [](const auto& u, const auto& page) { return Value(text_name(u, page.words())); }},
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
      {"overdue", [](const auto& p, const auto& page) { return overdue(*p.target, page); }},
      {"text_standing", [](const auto& p, const auto& page) { return text_standing(p.in, page); }},
      {"term", [](const auto& p,
                  const auto& page) { return text_or_none(term_text(*p.target, page.words())); }},
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
