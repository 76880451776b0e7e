// SPDX-License-Identifier: Apache-2.0
//
// data/organizations, regions, topics, beneficiaries, glossary, ladders, profile, calendar
#include "model/schema/record.h"
#include "model/schema/records.h"

namespace huice::model::schema {
namespace {

const auto& former_names() {
  static const auto shape = list<FormerName>(shape_of<FormerName>());
  return shape;
}

const auto& recognition_terms() {
  static const auto term = object<RecognitionTerm>(
      {"认定有效期", "term of a recognition"},
      {required<&RecognitionTerm::name>("name", text(), {"哪一项认定", "the recognition"}),
       required<&RecognitionTerm::years>("years", whole(), {"有效几年", "for how many years"}),
       optional<&RecognitionTerm::source>(
           "source", source(), {"年数出自哪份文件", "where the number of years comes from"})});
  static const auto shape = list<RecognitionTerm>(term);
  return shape;
}

const auto& public_line() {
  static const auto shape = nullable<PublicLine>(object<PublicLine>(
      {"公众热线", "public line"},
      {required<&PublicLine::name>("name", text(), {"热线名称", "what it is called"}),
       required<&PublicLine::phone>("phone", text(), {"号码", "its number"}),
       required<&PublicLine::source>("source", source(),
                                     {"号码出自哪份文件", "the document that names it"}),
       required<&PublicLine::checked>("checked", date(),
                                      {"哪一天核对过", "when somebody last compared the two"})}));
  return shape;
}

const auto& short_names() {
  static const auto name = object<ShortName>(
      {"简称", "short name"},
      {required<&ShortName::name>("name", text(), {"简称", "what people write"}),
       required<&ShortName::means>("means", text(), {"指哪个选项", "the choice it means"})});
  static const auto shape = list<ShortName>(name);
  return shape;
}

const auto& ladder_steps() {
  static const auto shape = list<LadderStep>(shape_of<LadderStep>());
  return shape;
}

}  // namespace

template <>
const ShapeFor<FormerName>& shape_of<FormerName>() {
  static const auto shape = object<FormerName>(
      {"曾用名", "former name"},
      {required<&FormerName::name>("name", text(), {"曾用名", "what it was called"}),
       optional<&FormerName::until>("until", date(), {"用到哪一天", "until when"}),
       optional<&FormerName::successor>("successor", reference(RefKind::organization),
                                        {"职能由哪个单位承接（与本单位不同时填写）",
                                         "who took over, where it is another body"})});
  return shape;
}

template <>
const ShapeFor<LadderStep>& shape_of<LadderStep>() {
  static const auto shape = object<LadderStep>(
      {"梯次", "step"},
      {required<&LadderStep::name>("name", text(), {"这一级的名称", "the step"}),
       optional<&LadderStep::level>(
           "level", text(), {"级别：市级、自治区级、国家级", "its level: 市级, 自治区级, 国家级"}),
       optional<&LadderStep::beneficiary>("beneficiary", reference(RefKind::beneficiary),
                                          {"这一级的支持对象", "who is at this step"}),
       optional<&LadderStep::measures>("measures", references(RefKind::measure),
                                       {"这一级可以享受的支持措施", "the measures of this step"}),
       optional<&LadderStep::note>("note", text(), {"读者须知", "what a reader must know"})});
  return shape;
}

template <>
const ShapeFor<Organization>& shape_of<Organization>() {
  static const auto shape = record<Organization>(
      {"单位", "organization"}, Presence::optional,
      {required<&Organization::id>("id", id(),
                                   {"在其他记录中引用时所用的编号", "its name in other records"}),
       required<&Organization::name>(
           "name", text(),
           {"文件中的写法，如“市科学技术局”", "as documents write it: 市科学技术局"}),
       required<&Organization::kind>(
           "kind", choice<OrganizationKind>(),
           {"单位类别：government 人民政府，department 工作部门，party 党群机关，body "
            "事业单位和其他组织，park 园区，company 企业，collective 统称（如“各旗区人民政府”）",
            "what sort of body it is; collective: several named at once, like 各旗区"}),
       required<&Organization::region>("region", reference(RefKind::region),
                                       {"所属地区", "of which region"}),
       optional<&Organization::parent>("parent", reference(RefKind::organization),
                                       {"上级", "part of"}),
       optional<&Organization::former>("former", former_names(), {"曾用名", "former names"}),
       optional<&Organization::phone>("phone", text(), {"公开的办公电话", "public office number"}),
       optional<&Organization::address>("address", text(),
                                        {"公开的办公地址", "public office address"}),
       optional<&Organization::note>("note", text(),
                                     {"读者须知，如名称的其他写法",
                                      "what a reader must know, like another form of its name"})});
  return shape;
}

template <>
const ShapeFor<Region>& shape_of<Region>() {
  static const auto shape = record<Region>(
      {"地区", "region"}, Presence::optional,
      {required<&Region::id>("id", id(),
                             {"在其他记录中引用时所用的编号", "its name in other records"}),
       required<&Region::name>("name", text(),
                               {"名称，如“鄂尔多斯市”", "its name, like 鄂尔多斯市"}),
       optional<&Region::parent>("parent", reference(RefKind::region), {"上级", "part of"}),
       required<&Region::kind>("kind", text(),
                               {"类别：国家、自治区、市、旗、区、开发区",
                                "what sort of place: 国家, 自治区, 市, 旗, 区, 开发区"}),
       optional<&Region::line>(
           "line", public_line(),
           {"面向公众的热线；没有出处和核对日期的不填",
            "its telephone line for everybody; only with its source and the day it was checked"})});
  return shape;
}

template <>
const ShapeFor<Topic>& shape_of<Topic>() {
  static const auto shape = record<Topic>(
      {"主题", "topic"}, Presence::optional,
      {required<&Topic::id>("id", id(),
                            {"在其他记录中引用时所用的编号", "its name in other records"}),
       required<&Topic::name>("name", text(), {"名称，如“创新平台”", "its name, like 创新平台"}),
       optional<&Topic::description>("description", text(),
                                     {"主题包括哪些内容", "what belongs to it"}),
       optional<&Topic::reader_says>(
           "reader_says", text(),
           {"来找这一主题的人怎样说自己，如“我要贷款”；填了的列在首页",
            "what somebody who looks for it says, like 我要贷款; a topic with it has a row on the "
            "home page"})});
  return shape;
}

template <>
const ShapeFor<Beneficiary>& shape_of<Beneficiary>() {
  static const auto shape = record<Beneficiary>(
      {"支持对象", "beneficiary"}, Presence::optional,
      {required<&Beneficiary::id>("id", id(),
                                  {"在其他记录中引用时所用的编号", "its name in other records"}),
       required<&Beneficiary::name>(
           "name", text(),
           {"名称，如“市级‘专精特新’中小企业”", "its name, like 市级“专精特新”中小企业"}),
       optional<&Beneficiary::level>(
           "level", text(), {"级别：市级、自治区级、国家级", "its level: 市级, 自治区级, 国家级"}),
       optional<&Beneficiary::definition>("definition", text(),
                                          {"哪些属于这类对象", "who counts"})});
  return shape;
}

template <>
const ShapeFor<GlossaryTerm>& shape_of<GlossaryTerm>() {
  static const auto shape = record<GlossaryTerm>(
      {"词语", "glossary term"}, Presence::optional,
      {required<&GlossaryTerm::id>("id", id(),
                                   {"在其他记录中引用时所用的编号", "its name in other records"}),
       required<&GlossaryTerm::term>("term", text(),
                                     {"所解释的词语，如“LPR”", "the word it explains, like LPR"}),
       required<&GlossaryTerm::definition>("definition", text(), {"词语的含义", "what it means"})});
  return shape;
}

template <>
const ShapeFor<CalendarDay>& shape_of<CalendarDay>() {
  static const auto shape = record<CalendarDay>(
      {"节假日和调休", "calendar day"}, Presence::required,
      {required<&CalendarDay::date>("date", date(), {"日期", "the day"}),
       required<&CalendarDay::kind>("kind", choice<DayKind>(),
                                    {"休：放假；班：周末上班", "休: no workday; 班: a workday"}),
       optional<&CalendarDay::name>("name", text(),
                                    {"节日的名称，如“国庆节”", "what it is, like 国庆节"})});
  return shape;
}

template <>
const ShapeFor<Ladder>& shape_of<Ladder>() {
  static const auto shape = record<Ladder>(
      {"梯次培育", "ladder"}, Presence::required,
      {required<&Ladder::id>("id", id(), {"编号", "its name"}),
       required<&Ladder::title>("title", text(), {"标题", "its title"}),
       required<&Ladder::region>("region", reference(RefKind::region),
                                 {"适用地区", "the region it applies to"}),
       optional<&Ladder::policy>("policy", reference(RefKind::policy),
                                 {"出自哪份政策", "which policy states it"}),
       optional<&Ladder::article>("article", reference(RefKind::article),
                                  {"出自哪一条款", "which article"}),
       optional<&Ladder::valid>(
           "valid", maybe_period(),
           {"适用时期；原文未写的填 null", "the period it applies to; null: unknown"}),
       optional<&Ladder::intro>("intro", prose(), {"读者须知", "what a reader must know"}),
       required<&Ladder::steps>("steps", ladder_steps(), {"各级，从低到高", "from the lowest"})});
  return shape;
}

template <>
const ShapeFor<ProfileField>& shape_of<ProfileField>() {
  static const auto table = record<ProfileField>(
      {"企业情况字段", "profile field"}, Presence::optional,
      {required<&ProfileField::id>("id", id(), {"在规则中引用时所用的编号", "its name in rules"}),
       required<&ProfileField::label>(
           "label", text(),
           {"显示的名称，如“上年度营业收入”", "what it is called, like 上年度营业收入"}),
       required<&ProfileField::type>("type", choice<ProfileType>(),
                                     {"回答的类型：boolean 是或否，number 数字，money 金额，rate "
                                      "比率，choice 选项，date 日期，recognition 资质认定",
                                      "what kind of answer"}),
       optional<&ProfileField::unit>("unit", text(), {"数字的单位", "the unit of a number"}),
       optional<&ProfileField::choices>("choices", texts(),
                                        {"可选的答案", "the answers of a choice"}),
       optional<&ProfileField::question>("question", text(), {"怎样提问", "how to ask for it"}),
       optional<&ProfileField::change>(
           "change", choice<ProfileChange>(),
           {"企业一两年内能怎样改变这个答案：up "
            "只能往高处变（否变是、金额变大、选项变下一项、增加认定），down "
            "只能往低处变，either 都可以，none 不能；“只差一项”只提能改变的",
            "how an enterprise can change this answer within a year or two: up, down, either, "
            "none; "
            "near misses change no other"}),
       optional<&ProfileField::reach>(
           "reach", rate(),
           {"金额、比率、数字最多能改变原来的多少，如 50%；不填为不限",
            "by how much of what it was a number can change, like 50%; none: any"}),
       optional<&ProfileField::levels>("levels", texts(),
                                       {"认定的级别，从高到低，如国家级、省级、市级、县级；不填为国"
                                        "家级、自治区级、市级、旗区级",
                                        "the levels of its recognitions, highest first; empty: "
                                        "国家级, 自治区级, 市级, 旗区级"}),
       optional<&ProfileField::steps>(
           "steps", texts(),
           {"逐级取得的认定，从低到高", "recognitions that lead to one another, lowest first"}),
       optional<&ProfileField::terms>("terms", recognition_terms(),
                                      {"有有效期的认定", "recognitions that lapse"}),
       optional<&ProfileField::ahead>(
           "ahead", boolean(),
           {"true：日期可以在将来；其他日期晚于测算日期的，不作为依据",
            "true: the day may lie ahead; of other fields, a day to come is no answer yet"}),
       optional<&ProfileField::only_if>(
           "only_if", rule(),
           {"在什么条件下才会有肯定的答案；条件不成立而填了的，答案自相矛盾",
            "where it can be answered with yes, a number or a recognition at all; such an answer "
            "contradicts those that say it is not so"}),
       optional<&ProfileField::also>(
           "also", texts(), {"名单表头中的其他叫法", "what the columns of rosters call it, too"}),
       optional<&ProfileField::short_names>(
           "short_names", short_names(),
           {"选项的简称，如“高企”", "short names of choices, like 高企"})});
  static const auto shape = with_needs(table, {{"type", {"choice", "recognition"}, "choices"}});
  return shape;
}

}  // namespace huice::model::schema
