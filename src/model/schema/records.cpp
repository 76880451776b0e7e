// SPDX-License-Identifier: Apache-2.0
#include "model/schema/records.h"

#include "model/schema/make.h"

namespace huice::model::schema {
namespace {

template <auto List>
RecordKind kind(std::string_view name, std::string_view path, Layout layout, const Shape& shape,
                std::string_view doc, RefKind refers_as) {
  static const Shape all = list<typename MemberOf<decltype(List)>::type::value_type>(shape);
  RecordKind result;
  result.name = name;
  result.path = path;
  result.layout = layout;
  result.shape = &shape;
  result.doc = doc;
  result.refers_as = refers_as;
  result.append = [](Records& records) -> void* { return &(records.*List).emplace_back(); };
  result.list = &all;
  result.records = [](Records& records) -> void* { return &(records.*List); };
  return result;
}

RecordKind site_kind() {
  RecordKind result;
  result.name = "site";
  result.path = "site";
  result.shape = &site();
  result.doc = "the site itself: its name, language and region";
  result.append = [](Records& records) -> void* { return &records.site; };
  return result;
}

}  // namespace

template <>
const Shape& shape_of<Site>() {
  return site();
}
template <>
const Shape& shape_of<Organization>() {
  return organization();
}
template <>
const Shape& shape_of<Region>() {
  return region();
}
template <>
const Shape& shape_of<Topic>() {
  return topic();
}
template <>
const Shape& shape_of<Beneficiary>() {
  return beneficiary();
}
template <>
const Shape& shape_of<GlossaryTerm>() {
  return glossary_term();
}
template <>
const Shape& shape_of<Ladder>() {
  return ladder();
}
template <>
const Shape& shape_of<ProfileField>() {
  return profile_field();
}
template <>
const Shape& shape_of<Example>() {
  return example();
}
template <>
const Shape& shape_of<Policy>() {
  return policy();
}
template <>
const Shape& shape_of<Proposal>() {
  return proposal();
}
template <>
const Shape& shape_of<Indicator>() {
  return indicator();
}
template <>
const Shape& shape_of<Observation>() {
  return observation();
}
template <>
const Shape& shape_of<Booklet>() {
  return booklet();
}
template <>
const Shape& shape_of<Dashboard>() {
  return dashboard();
}
template <>
const Shape& shape_of<Contact>() {
  return contact();
}

const std::vector<RecordKind>& record_kinds() {
  static const std::vector<RecordKind> kinds{
      site_kind(),
      kind<&Records::regions>("region", "regions", Layout::many, region(),
                              "places records speak of", RefKind::region),
      kind<&Records::organizations>("organization", "organizations", Layout::many, organization(),
                                    "责任单位: offices and other bodies", RefKind::organization),
      kind<&Records::topics>("topic", "topics", Layout::many, topic(),
                             "subjects that policies and measures belong to", RefKind::topic),
      kind<&Records::beneficiaries>("beneficiary", "beneficiaries", Layout::many, beneficiary(),
                                    "支持对象: whom measures are for", RefKind::beneficiary),
      kind<&Records::glossary>("glossary term", "glossary", Layout::many, glossary_term(),
                               "words the pages explain", RefKind::none),
      kind<&Records::profile>("profile field", "profile", Layout::many, profile_field(),
                              "what an enterprise can say about itself, for rules",
                              RefKind::profile_field),
      kind<&Records::examples>("example", "examples", Layout::many, example(),
                               "worked examples: what one enterprise gets from one measure",
                               RefKind::none),
      kind<&Records::ladders>("ladder", "ladders", Layout::many, ladder(),
                              "梯次培育: steps an enterprise can climb", RefKind::none),
      kind<&Records::policies>("policy", "policies", Layout::folder, policy(),
                               "one instrument with its articles, measures and targets",
                               RefKind::policy),
      kind<&Records::proposals>("proposal", "proposals", Layout::folder, proposal(),
                                "one proposal with its asks and the reply", RefKind::proposal),
      kind<&Records::indicators>("indicator", "indicators", Layout::folder, indicator(),
                                 "what is measured, and how", RefKind::indicator),
      kind<&Records::observations>("observation", "observations", Layout::tables, observation(),
                                   "figures of indicators, with region, period and source",
                                   RefKind::observation),
      kind<&Records::booklets>("booklet", "booklets", Layout::folder, booklet(),
                               "one booklet: which measures, in which chapters", RefKind::none),
      kind<&Records::dashboards>("dashboard", "dashboards", Layout::folder, dashboard(),
                                 "one dashboard: which figures and targets", RefKind::none),
      kind<&Records::contacts>("contact", "private/contacts", Layout::many, contact(),
                               "contact persons for letters; never published", RefKind::none),
  };
  return kinds;
}

}  // namespace huice::model::schema
