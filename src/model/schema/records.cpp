// SPDX-License-Identifier: Apache-2.0
#include "model/schema/records.h"

#include "model/schema/make.h"

namespace huice::model::schema {
namespace {

template <auto List>
RecordKind kind(Wording name, std::string_view path, Layout layout, const Shape& shape, Wording doc,
                RefKind refers_as) {
  using Records = typename MemberOf<decltype(List)>::type;
  static const Shape all = list<typename Records::value_type>(shape);
  RecordKind result;
  result.name = name;
  result.path = path;
  result.layout = layout;
  result.shape = &shape;
  result.doc = doc;
  result.refers_as = refers_as;
  result.append = [](Library& library) -> void* { return &(library.*List).emplace_back(); };
  result.list = &all;
  result.records = [](Library& library) -> void* { return &(library.*List); };
  return result;
}

RecordKind site_kind() {
  RecordKind result;
  result.name = {"站点", "site"};
  result.path = "site";
  result.shape = &site();
  result.doc = {"站点本身：名称、语言和地区", "the site itself: its name, language and region"};
  result.append = [](Library& library) -> void* { return &library.site; };
  return result;
}

}  // namespace

const std::vector<RecordKind>& record_kinds() {
  static const std::vector<RecordKind> kinds{
      site_kind(),
      kind<&Library::regions>({"地区", "region"}, "regions", Layout::many, region(),
                              {"记录涉及的地区", "the places that records are about"},
                              RefKind::region),
      kind<&Library::organizations>(
          {"单位", "organization"}, "organizations", Layout::many, organization(),
          {"责任单位：机关和其他机构", "责任单位: offices and other bodies"},
          RefKind::organization),
      kind<&Library::topics>(
          {"主题", "topic"}, "topics", Layout::many, topic(),
          {"政策和支持措施所属的主题", "subjects that policies and measures belong to"},
          RefKind::topic),
      kind<&Library::beneficiaries>(
          {"支持对象", "beneficiary"}, "beneficiaries", Layout::many, beneficiary(),
          {"支持对象：支持措施面向谁", "支持对象: whom measures are for"}, RefKind::beneficiary),
      kind<&Library::glossary>({"词语", "glossary term"}, "glossary", Layout::many, glossary_term(),
                               {"页面上解释的词语", "words the pages explain"}, RefKind::none),
      kind<&Library::profile>(
          {"企业情况字段", "profile field"}, "profile", Layout::many, profile_field(),
          {"企业可以填报的情况，供规则使用", "what an enterprise can say about itself, for rules"},
          RefKind::profile_field),
      kind<&Library::examples>({"算例", "example"}, "examples", Layout::many, example(),
                               {"算例：一家企业从一项支持措施得到什么",
                                "worked examples: what one enterprise gets from one measure"},
                               RefKind::none),
      kind<&Library::ladders>(
          {"梯次培育", "ladder"}, "ladders", Layout::many, ladder(),
          {"梯次培育：企业逐级成长的路径", "梯次培育: steps an enterprise can climb"},
          RefKind::none),
      kind<&Library::policies>({"政策", "policy"}, "policies", Layout::folder, policy(),
                               {"一份政策文件，连同条款、支持措施和目标",
                                "one instrument with its articles, measures and targets"},
                               RefKind::policy),
      kind<&Library::proposals>(
          {"提案", "proposal"}, "proposals", Layout::folder, proposal(),
          {"一件提案，连同所提建议和答复函", "one proposal with its asks and the reply"},
          RefKind::proposal),
      kind<&Library::indicators>({"指标", "indicator"}, "indicators", Layout::folder, indicator(),
                                 {"统计什么，怎样统计", "what is measured, and how"},
                                 RefKind::indicator),
      kind<&Library::observations>({"指标数据", "observation"}, "observations", Layout::tables,
                                   observation(),
                                   {"指标的数据，连同地区、时期和来源",
                                    "figures of indicators, with region, period and source"},
                                   RefKind::observation),
      kind<&Library::booklets>({"汇编", "booklet"}, "booklets", Layout::folder, booklet(),
                               {"一本汇编：收录哪些支持措施，分哪些章",
                                "one booklet: which measures, in which chapters"},
                               RefKind::none),
      kind<&Library::dashboards>(
          {"看板", "dashboard"}, "dashboards", Layout::folder, dashboard(),
          {"一个看板：显示哪些数据和目标", "one dashboard: which figures and targets"},
          RefKind::none),
      kind<&Library::contacts>(
          {"联系人", "contact"}, "private/contacts", Layout::many, contact(),
          {"答复函的联系人；从不公开", "contact persons for letters; never published"},
          RefKind::none),
  };
  return kinds;
}

}  // namespace huice::model::schema
