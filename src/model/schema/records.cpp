// SPDX-License-Identifier: Apache-2.0
#include "model/schema/records.h"

#include "model/schema/make.h"

namespace huice::model::schema {
namespace {

template <auto List>
RecordKind kind(std::string_view path, Layout layout, const Shape& shape, Wording doc,
                RefKind refers_as) {
  static const Shape all = list<typename MemberOf<decltype(List)>::type::value_type>(shape);
  RecordKind result;
  result.name = shape.name;
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
  result.name = site().name;
  result.path = "site";
  result.shape = &site();
  result.doc = {"站点本身：名称、语言和地区", "the site itself: its name, language and region"};
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
      kind<&Records::regions>("regions", Layout::many, region(),
                              {"记录涉及的地区", "the places that records are about"},
                              RefKind::region),
      kind<&Records::organizations>(
          "organizations", Layout::many, organization(),
          {"责任单位：机关和其他机构", "责任单位: offices and other bodies"},
          RefKind::organization),
      kind<&Records::topics>(
          "topics", Layout::many, topic(),
          {"政策和支持措施所属的主题", "subjects that policies and measures belong to"},
          RefKind::topic),
      kind<&Records::beneficiaries>("beneficiaries", Layout::many, beneficiary(),
                                    {"支持对象：支持措施面向谁", "支持对象: whom measures are for"},
                                    RefKind::beneficiary),
      kind<&Records::glossary>("glossary", Layout::many, glossary_term(),
                               {"页面上解释的词语", "words the pages explain"}, RefKind::none),
      kind<&Records::profile>(
          "profile", Layout::many, profile_field(),
          {"企业可以填报的情况，供规则使用", "what an enterprise can say about itself, for rules"},
          RefKind::profile_field),
      kind<&Records::examples>("examples", Layout::many, example(),
                               {"算例：一家企业从一项支持措施得到什么",
                                "worked examples: what one enterprise gets from one measure"},
                               RefKind::none),
      kind<&Records::ladders>(
          "ladders", Layout::many, ladder(),
          {"梯次培育：企业逐级成长的路径", "梯次培育: steps an enterprise can climb"},
          RefKind::none),
      kind<&Records::policies>("policies", Layout::folder, policy(),
                               {"一份政策文件，连同条款、支持措施和目标",
                                "one instrument with its articles, measures and targets"},
                               RefKind::policy),
      kind<&Records::proposals>(
          "proposals", Layout::folder, proposal(),
          {"一件提案，连同所提建议和答复函", "one proposal with its asks and the reply"},
          RefKind::proposal),
      kind<&Records::indicators>("indicators", Layout::folder, indicator(),
                                 {"统计什么，怎样统计", "what is measured, and how"},
                                 RefKind::indicator),
      kind<&Records::observations>("observations", Layout::tables, observation(),
                                   {"指标的数据，连同地区、时期和来源",
                                    "figures of indicators, with region, period and source"},
                                   RefKind::observation),
      kind<&Records::booklets>("booklets", Layout::folder, booklet(),
                               {"一本汇编：收录哪些支持措施，分哪些章",
                                "one booklet: which measures, in which chapters"},
                               RefKind::none),
      kind<&Records::dashboards>(
          "dashboards", Layout::folder, dashboard(),
          {"一个看板：显示哪些数据和目标", "one dashboard: which figures and targets"},
          RefKind::none),
      kind<&Records::contacts>(
          "private/contacts", Layout::many, contact(),
          {"答复函的联系人；从不公开", "contact persons for letters; never published"},
          RefKind::none),
  };
  return kinds;
}

}  // namespace huice::model::schema
