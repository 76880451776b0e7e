// SPDX-License-Identifier: Apache-2.0
//
// data/organizations, regions, topics, beneficiaries, glossary, ladders, profile
#include "model/schema/record.h"
#include "model/schema/records.h"

namespace huice::model::schema {
namespace {

const Shape& former_names() {
  static const Shape one = object<FormerName>(
      "former name",
      {required<&FormerName::name>("name", text(), "what it was called"),
       optional<&FormerName::until>("until", date(), "until when"),
       optional<&FormerName::successor>("successor", reference(RefKind::organization),
                                        "who took over, where it is another body")});
  static const Shape shape = list<FormerName>(one);
  return shape;
}

const Shape& ladder_steps() {
  static const Shape one = object<LadderStep>(
      "step", {required<&LadderStep::name>("name", text(), "the step"),
               optional<&LadderStep::level>("level", text(), "市级, 自治区级, 国家级"),
               optional<&LadderStep::beneficiary>("beneficiary", reference(RefKind::beneficiary),
                                                  "who stands on it"),
               optional<&LadderStep::measures>("measures", references(RefKind::measure),
                                               "what one gets there"),
               optional<&LadderStep::note>("note", text(), "what a reader must know")});
  static const Shape shape = list<LadderStep>(one);
  return shape;
}

}  // namespace

const Shape& organization() {
  static const Shape shape = record<Organization>(
      "organization", Presence::optional,
      {required<&Organization::id>("id", id(), "its name in other records"),
       required<&Organization::name>("name", text(), "as documents write it: 市科学技术局"),
       required<&Organization::kind>("kind", choice<OrganizationKind>(), "what sort of body"),
       required<&Organization::region>("region", reference(RefKind::region), "of which region"),
       optional<&Organization::parent>("parent", reference(RefKind::organization), "part of"),
       optional<&Organization::former>("former", former_names(), "former names"),
       optional<&Organization::phone>("phone", text(), "public office number"),
       optional<&Organization::address>("address", text(), "public office address")});
  return shape;
}

const Shape& region() {
  static const Shape shape =
      record<Region>("region", Presence::optional,
                     {required<&Region::id>("id", id(), "its name in other records"),
                      required<&Region::name>("name", text(), "its name, like 鄂尔多斯市"),
                      optional<&Region::parent>("parent", reference(RefKind::region), "part of"),
                      required<&Region::kind>("kind", text(), "国家, 自治区, 市, 旗, 区, 开发区")});
  return shape;
}

const Shape& topic() {
  static const Shape shape =
      record<Topic>("topic", Presence::optional,
                    {required<&Topic::id>("id", id(), "its name in other records"),
                     required<&Topic::name>("name", text(), "its name, like 创新平台"),
                     optional<&Topic::description>("description", text(), "what belongs to it")});
  return shape;
}

const Shape& beneficiary() {
  static const Shape shape = record<Beneficiary>(
      "beneficiary", Presence::optional,
      {required<&Beneficiary::id>("id", id(), "its name in other records"),
       required<&Beneficiary::name>("name", text(), "its name, like 市级“专精特新”中小企业"),
       optional<&Beneficiary::level>("level", text(), "市级, 自治区级, 国家级"),
       optional<&Beneficiary::definition>("definition", text(), "who counts")});
  return shape;
}

const Shape& glossary_term() {
  static const Shape shape = record<GlossaryTerm>(
      "glossary term", Presence::optional,
      {required<&GlossaryTerm::id>("id", id(), "its name in other records"),
       required<&GlossaryTerm::term>("term", text(), "the word it explains, like LPR"),
       required<&GlossaryTerm::definition>("definition", text(), "what it means")});
  return shape;
}

const Shape& ladder() {
  static const Shape shape = record<Ladder>(
      "ladder", Presence::required,
      {required<&Ladder::id>("id", id(), "its name"),
       required<&Ladder::title>("title", text(), "its title"),
       required<&Ladder::region>("region", reference(RefKind::region), "where it holds"),
       optional<&Ladder::policy>("policy", reference(RefKind::policy), "which policy states it"),
       optional<&Ladder::article>("article", reference(RefKind::article), "which article"),
       optional<&Ladder::valid>("valid", maybe_period(), "when it holds; null: not told"),
       optional<&Ladder::intro>("intro", prose(), "what a reader must know"),
       required<&Ladder::steps>("steps", ladder_steps(), "from the lowest")});
  return shape;
}

const Shape& profile_field() {
  static const Shape shape = record<ProfileField>(
      "profile field", Presence::optional,
      {required<&ProfileField::id>("id", id(), "its name in rules"),
       required<&ProfileField::label>("label", text(), "what it is called, like 上年度营业收入"),
       required<&ProfileField::type>("type", choice<ProfileType>(), "what kind of answer"),
       optional<&ProfileField::unit>("unit", text(), "of a number"),
       optional<&ProfileField::choices>("choices", texts(), "of a choice"),
       optional<&ProfileField::question>("question", text(), "how to ask for it"),
       optional<&ProfileField::fixed>("fixed", boolean(),
                                      "true: what an enterprise is, which no advice can change")});
  return shape;
}

}  // namespace huice::model::schema
