// SPDX-License-Identifier: Apache-2.0
#include "model/schema/records.h"

namespace huice::model::schema {
namespace {

template <auto List>
RecordKind kind(std::string_view path, Layout layout, RefKind refers_as, Wording doc) {
  using Record = typename MemberOf<decltype(List)>::type::value_type;
  const Shape& shape = shape_of<Record>();
  return {shape.name, path, layout, &shape, doc, refers_as, &list_of<Record>(), List};
}

RecordKind site_kind() {
  const Shape& shape = shape_of<Site>();
  const Wording doc{"站点本身：名称、语言和地区", "the site itself: its name, language and region"};
  return {shape.name, "site", Layout::single, &shape, doc, RefKind::none, nullptr, &Records::site};
}

}  // namespace

const std::vector<RecordKind>& record_kinds() {
  static const std::vector<RecordKind> kinds{
      site_kind(),
      kind<&Records::regions>("regions", Layout::many, RefKind::region,
                              {"记录涉及的地区", "the places that records are about"}),
      kind<&Records::organizations>(
          "organizations", Layout::many, RefKind::organization,
          {"责任单位：机关和其他机构", "责任单位: offices and other bodies"}),
      kind<&Records::topics>(
          "topics", Layout::many, RefKind::topic,
          {"政策和支持措施所属的主题", "subjects that policies and measures belong to"}),
      kind<&Records::beneficiaries>(
          "beneficiaries", Layout::many, RefKind::beneficiary,
          {"支持对象：支持措施面向谁", "支持对象: whom measures are for"}),
      kind<&Records::glossary>("glossary", Layout::many, RefKind::none,
                               {"页面上解释的词语", "words the pages explain"}),
      kind<&Records::profile>(
          "profile", Layout::many, RefKind::profile_field,
          {"企业填报的情况，供规则使用", "what an enterprise can say about itself, for rules"}),
      kind<&Records::examples>("examples", Layout::many, RefKind::none,
                               {"算例：一家企业从一项措施得到什么",
                                "worked examples: what one enterprise gets from one measure"}),
      kind<&Records::ladders>(
          "ladders", Layout::many, RefKind::none,
          {"梯次培育：企业逐级成长的路径", "梯次培育: steps an enterprise can climb"}),
      kind<&Records::policies>("policies", Layout::folder, RefKind::policy,
                               {"政策文件，连同条款、措施和目标",
                                "one instrument with its articles, measures and targets"}),
      kind<&Records::proposals>(
          "proposals", Layout::folder, RefKind::proposal,
          {"提案，连同建议和答复函", "one proposal with its asks and the reply"}),
      kind<&Records::indicators>("indicators", Layout::folder, RefKind::indicator,
                                 {"统计什么，怎样统计", "what is measured, and how"}),
      kind<&Records::observations>("observations", Layout::tables, RefKind::observation,
                                   {"指标的数据，连同地区、时期和来源",
                                    "figures of indicators, with region, period and source"}),
      kind<&Records::booklets>(
          "booklets", Layout::folder, RefKind::none,
          {"汇编：收录哪些措施，分哪些章", "one booklet: which measures, in which chapters"}),
      kind<&Records::dashboards>(
          "dashboards", Layout::folder, RefKind::none,
          {"看板：显示哪些数据和目标", "one dashboard: which figures and targets"}),
      kind<&Records::contacts>(
          "private/contacts", Layout::many, RefKind::none,
          {"答复函的联系人；从不公开", "contact persons of letters; never published"}),
      kind<&Records::calendar>(
          "calendar", Layout::many, RefKind::none,
          {"节假日和调休：按工作日计算期限时用；惠策本身不含任何一天",
           "holidays and make-up workdays, for terms in workdays; huice has none of its own"}),
  };
  return kinds;
}

}  // namespace huice::model::schema
