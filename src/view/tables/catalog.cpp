// SPDX-License-Identifier: Apache-2.0
#include "base/choices.h"
#include "model/schema/choice.h"
#include "view/links.h"
#include "view/prose_value.h"
#include "view/tables/records.h"

namespace huice::view {
namespace {

using model::Beneficiary;
using model::Ladder;
using model::Organization;
using model::Region;
using model::Topic;
using tmpl::Dict;
using tmpl::Value;

// As keys of the words and class names have it: data files say 待核 for provisional.
constexpr auto kReliabilities =
    choices<model::Reliability>({{"official", model::Reliability::official},
                                 {"press", model::Reliability::press},
                                 {"provisional", model::Reliability::provisional}});
static_assert(covers(kReliabilities, model::Reliability::provisional));

Value measure_list(const std::vector<std::string>& ids, const PageScope& page) {
  std::vector<model::MeasureRef> found;
  found.reserve(ids.size());
  for (const std::string& id : ids) found.push_back(page.reader().measure(id));
  return owned_views(found, page);
}

}  // namespace

void add_to(AnswerDigest& answer, const DutyGroup& one) {
  add_to(answer, *one.policy);
  add_all_to(answer, one.duties);
}

Value source_value(const model::Provenance& provenance, const PageScope& page) {
  if (!provenance.source) return nullptr;
  const model::Source& source = *provenance.source;
  const Reader reader = page.reader();
  const std::string where = document_href(source.document, reader);
  std::string name = source.document;
  if (const model::Policy* policy = reader.policy(source.document)) {
    name = policy->number ? policy->number->text() : policy->title;
  } else if (const model::Proposal* proposal = reader.proposal(source.document)) {
    const model::Proposal* holder = reader.answered_in(*proposal);
    const bool numbered = holder != nullptr && holder->reply->number;
    name = numbered ? holder->reply->number->text() : proposal->title;
  }
  const std::string_view reliability = word_of(kReliabilities, source.reliability);
  return Value(tmpl::Dict()
                   .set("document", Value(name))
                   .set("href", where.empty() ? Value(nullptr) : Value(where))
                   .set("place", text_or_none(source.place))
                   .set("url", text_or_none(source.url))
                   .set("reliability", Value::borrow(reliability))
                   .set("reliability_text",
                        Value(std::string(page.words().text(key_in("reliability", reliability))))));
}

Value organization_value(const std::string& id, const PageScope& page) {
  const Organization* found = page.reader().organization(id);
  return found == nullptr ? Value(nullptr) : view_of(*found, page);
}

Value organization_values(const std::vector<std::string>& ids, const PageScope& page) {
  return tmpl::list_of(ids,
                       [&page](const std::string& id) { return organization_value(id, page); });
}

Value region_value(const std::string& id, const PageScope& page) {
  const Region* found = page.reader().region(id);
  return found == nullptr ? Value(nullptr) : view_of(*found, page);
}

Value topic_values(const std::vector<std::string>& ids, const PageScope& page) {
  return tmpl::list_of(ids, [&page](const std::string& id) -> Value {
    const Topic* found = page.reader().topic(id);
    return found == nullptr ? Value(nullptr) : view_of(*found, page);
  });
}

Value date_value(const std::optional<model::Date>& date) {
  return date ? Value(date->official()) : Value(nullptr);
}

template <>
model::Place place_of(const Organization& record) {
  return record.provenance.place;
}

template <>
const std::vector<Entry<Organization>>& entries() {
  static const std::vector<Entry<Organization>> all{
      {"kind_text",
       [](const auto& o, const auto& page) {
         return Value::borrow(
             page.words().text(key_in("organization", model::schema::word(o.kind))));
       }},
      {"region", [](const auto& o, const auto& page) { return region_value(o.region, page); }},
      {"href", [](const auto& o, const auto&) { return Value(href(o)); }},
      {"parent",
       [](const auto& o, const auto& page) { return organization_value(o.parent, page); }},
      {"former",
       [](const auto& o, const auto& page) {
         return tmpl::list_of(o.former, [&o, &page](const model::FormerName& former) {
           return owned_view(FormerRef{&o, &former}, page);
         });
       }},
      {"source", [](const auto& o, const auto& page) { return source_value(o.provenance, page); }},
  };
  return all;
}

template <>
const std::vector<Entry<FormerRef>>& entries() {
  static const std::vector<Entry<FormerRef>> all{
      {"successor", [](const auto& f,
                       const auto& page) { return organization_value(f.former->successor, page); }},
  };
  return all;
}

template <>
const std::vector<Entry<Topic>>& entries() {
  static const std::vector<Entry<Topic>> all{
      {"href", [](const auto& t, const auto&) { return Value(href(t)); }},
      {"measures",
       [](const auto& t, const auto& page) {
         return measure_values(page.reader().measures(t), page);
       }},
      {"range", [](const auto& t,
                   const auto& page) { return range_value(page.reader().measures(t), page); }},
      {"groups",
       [](const auto& t, const auto& page) {
         return owned_views(by_region(page.reader().measures(t), page.reader()), page);
       }},
  };
  return all;
}

template <>
model::Place place_of(const Ladder& record) {
  return record.provenance.place;
}

template <>
const std::vector<Entry<Ladder>>& entries() {
  static const std::vector<Entry<Ladder>> all{
      {"region", [](const auto& l, const auto& page) { return region_value(l.region, page); }},
      {"policy",
       [](const auto& l, const auto& page) -> Value {
         const model::Policy* found = page.reader().policy(l.policy);
         return found == nullptr ? Value(nullptr) : view_of(*found, page);
       }},
      {"article",
       [](const auto& l, const auto& page) -> Value {
         const model::ArticleRef found = page.reader().provision(l.article).in;
         return found.article == nullptr ? Value(nullptr) : owned_view(found, page);
       }},
      {"intro", [](const auto& l, const auto& page) { return prose_value(l.intro, page); }},
      {"href", [](const auto& l, const auto&) { return Value(href(l)); }},
      {"source", [](const auto& l, const auto& page) { return source_value(l.provenance, page); }},
      {"steps",
       [](const auto& l, const auto& page) {
         return tmpl::list_of(l.steps, [&l, &page](const model::LadderStep& step) {
           return owned_view(StepRef{&l, &step}, page);
         });
       }},
  };
  return all;
}

template <>
const std::vector<Entry<StepRef>>& entries() {
  static const std::vector<Entry<StepRef>> all{
      {"beneficiary",
       [](const auto& s, const auto& page) -> Value {
         const Beneficiary* found = page.reader().beneficiary(s.step->beneficiary);
         return found == nullptr ? Value(nullptr) : view_of(*found, page);
       }},
      {"number",
       [](const auto& s, const auto&) { return Value(s.step - s.ladder->steps.data() + 1); }},
      {"measures",
       [](const auto& s, const auto& page) { return measure_list(s.step->measures, page); }},
  };
  return all;
}

template <>
const std::vector<Entry<DutyGroup>>& entries() {
  static const std::vector<Entry<DutyGroup>> all{
      {"policy", [](const auto& g, const auto& page) { return view_of(*g.policy, page); }},
      {"items",
       [](const auto& g, const auto& page) {
         tmpl::ListValue items;
         for (const derive::Duty& duty : g.duties) {
           items.push(Value(Dict()
                                .set("article", owned_view(duty.in, page))
                                .set("first", Value(duty.first))
                                .set("lead", Value(duty.lead))));
         }
         return Value(std::move(items));
       }},
  };
  return all;
}

}  // namespace huice::view
