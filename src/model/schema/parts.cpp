// SPDX-License-Identifier: Apache-2.0
//
// Tables of what records are made of: sources, amounts, undertakings, targets, measures.
#include "model/schema/parts.h"

#include "model/schema/record.h"

namespace huice::model::schema {
namespace {

const Shape& bound() {
  static const Shape shape = nullable<Bound>(object<Bound>(
      "bound",
      {required<&Bound::value>("value", exact_money(), "the bound"),
       optional<&Bound::per>("per", choice<Per>(), "what it bounds; unclear where not told"),
       optional<&Bound::may_be_exceeded>("may_be_exceeded", boolean(),
                                         "true: the text lets more be granted (可追加)")}));
  return shape;
}

const Shape& schedule_row() {
  static const Shape shape = object<ScheduleRow>(
      "schedule row",
      {required<&ScheduleRow::when>("when", text(), "the condition, in plain words"),
       optional<&ScheduleRow::rule>("rule", rule(), "the same as a JsonLogic rule"),
       optional<&ScheduleRow::value>("value", money(), "what is paid"),
       optional<&ScheduleRow::rate>("rate", rate(), "the rate that applies")});
  return shape;
}

const Shape& schedule_rows() {
  static const Shape shape = list<ScheduleRow>(schedule_row());
  return shape;
}

const Shape& modifier() {
  static const Shape shape = object<Modifier>(
      "modifier", {required<&Modifier::times>("times", number(), "2 for 翻倍"),
                   required<&Modifier::when>("when", text(), "the condition, in plain words"),
                   optional<&Modifier::rule>("rule", rule(), "the same as a JsonLogic rule"),
                   optional<&Modifier::applies_to>("applies_to", choice<AppliesTo>(),
                                                   "what is multiplied; unclear where not told")});
  return shape;
}

const Shape& modifiers() {
  static const Shape shape = list<Modifier>(modifier());
  return shape;
}

const Shape& share() {
  static const Shape shape = object<Share>(
      "share", {required<&Share::by>("by", reference(RefKind::organization), "who pays"),
                optional<&Share::share>("share", rate(), "how much of it; null: not told")});
  return shape;
}

const Shape& amount() {
  static const Shape shape = part<AmountComponent>(
      "amount",
      {required<&AmountComponent::basis>("basis", choice<Basis>(), "how the amount comes about"),
       optional<&AmountComponent::value>("value", money(), "the sum, for basis fixed"),
       optional<&AmountComponent::rate>("rate", rate(), "the rate"),
       optional<&AmountComponent::of>("of", text(), "what the rate is of, in plain words"),
       optional<&AmountComponent::of_field>("of_field", reference(RefKind::profile_field),
                                            "the profile field that holds it"),
       optional<&AmountComponent::rate_cap>(
           "rate_cap", rate(), "the rate is at most this; 个基点: so much above the reference"),
       optional<&AmountComponent::reference>("reference", reference(RefKind::indicator),
                                             "the reference rate's indicator, like the LPR"),
       optional<&AmountComponent::on_field>("on_field", reference(RefKind::profile_field),
                                            "the profile field with the day whose rate counts"),
       optional<&AmountComponent::day_count>("day_count", text(),
                                             "how days are counted; empty: not told"),
       optional<&AmountComponent::cap>("cap", bound(), "at most so much"),
       optional<&AmountComponent::floor>("floor", bound(), "at least so much"),
       optional<&AmountComponent::per>("per", choice<Per>(), "what one award is counted for"),
       optional<&AmountComponent::years>("years", years(), "for how many years"),
       optional<&AmountComponent::rows>("rows", schedule_rows(),
                                        "the steps of basis schedule; none: unpublished"),
       optional<&AmountComponent::modifiers>("modifiers", modifiers(), "what multiplies it"),
       optional<&AmountComponent::shared_by>("shared_by", shares(), "who pays which part"),
       optional<&AmountComponent::paid_first_by>("paid_first_by", reference(RefKind::organization),
                                                 "who pays it out first"),
       optional<&AmountComponent::settled_by>("settled_by", reference(RefKind::organization),
                                              "who settles it afterwards"),
       optional<&AmountComponent::wording>("wording", text(),
                                           "what the text says of it, in own words")});
  return shape;
}

const Shape& undertaking() {
  static const Shape shape = withheld_part<Undertaking>(
      "undertaking",
      {required<&Undertaking::id>("id", id(), "its name within the article or reply"),
       required<&Undertaking::text>("text", text(), "what is promised, in own words"),
       optional<&Undertaking::units>("units", references(RefKind::organization), "who promised it"),
       optional<&Undertaking::due>("due", date(), "by when"),
       optional<&Undertaking::every>("every", text(), "how often it recurs: 年, 季度"),
       optional<&Undertaking::due_phrase>(
           "due_phrase", text(), "a last day that recurs, as the text says it: 每年年底前"),
       optional<&Undertaking::years>("years", years(), "for how many years it is promised"),
       optional<&Undertaking::within>("within", maybe_quantity(), "so long after “after”: 20日"),
       optional<&Undertaking::after>("after", text(), "what the time runs from: 检查结束"),
       optional<&Undertaking::amount>("amount", maybe_quantity(), "how much or how many"),
       optional<&Undertaking::per>("per", text(), "what the amount is counted for: 每户企业"),
       optional<&Undertaking::indicator>("indicator", reference(RefKind::indicator),
                                         "what measures it"),
       optional<&Undertaking::status>("status", maybe_choice<UndertakingStatus>(),
                                      "how far it is; null: not recorded"),
       optional<&Undertaking::evidence>("evidence", text(), "what shows that")});
  return shape;
}

const Shape& growth() {
  static const Shape shape = nullable<Growth>(object<Growth>(
      "growth", {optional<&Growth::rate>("rate", rate(), "growth a year; null: not told"),
                 optional<&Growth::base>("base", maybe_period(), "growing from which period"),
                 optional<&Growth::years>("years", count(), "for how many years")}));
  return shape;
}

const Shape& target() {
  static const Shape shape = withheld_part<Target>(
      "target",
      {required<&Target::id>("id", id(), "its name within the article"),
       required<&Target::label>("label", text(), "what is to be reached"),
       optional<&Target::indicator>("indicator", reference(RefKind::indicator), "what measures it"),
       optional<&Target::region>("region", reference(RefKind::region),
                                 "where; empty: the policy's region"),
       required<&Target::value>("value", quantity(), "with its qualifier: 突破300家"),
       optional<&Target::by>("by", maybe_period(), "by when"),
       optional<&Target::within>("within", maybe_quantity(),
                                 "so long from a day that the text does not name: 3年"),
       optional<&Target::growth>("growth", growth(), "the way there, where it is told"),
       optional<&Target::of>("of", reference(RefKind::target),
                             "the target of which this is a share"),
       optional<&Target::every>("every", text(), "年: to be reached anew each year"),
       optional<&Target::note>("note", text(), "what a reader must know")});
  return shape;
}

const Shape& requirement() {
  static const Shape shape = object<Requirement>(
      "requirement",
      {required<&Requirement::label>("label", text(), "the condition, in plain words"),
       optional<&Requirement::rule>("rule", rule(), "the same as a JsonLogic rule")});
  return shape;
}

const Shape& requirements() {
  static const Shape shape = list<Requirement>(requirement());
  return shape;
}

const Shape& validity() {
  static const Shape shape = nullable<Validity>(object<Validity>(
      "validity", {optional<&Validity::from>("from", date(), "first day"),
                   optional<&Validity::to>("to", date(), "last day"),
                   optional<&Validity::phrase>("phrase", text(), "as the text says it")}));
  return shape;
}

const Shape& question() {
  static const Shape shape = object<Question>(
      "question", {required<&Question::question>("question", text(), "what people ask"),
                   required<&Question::answer>("answer", prose(), "the answer")});
  return shape;
}

const Shape& questions() {
  static const Shape shape = list<Question>(question());
  return shape;
}

const Shape& guide() {
  static const Shape shape = nullable<Guide>(object<Guide>(
      "guide", {optional<&Guide::materials>("materials", texts(), "申报材料"),
                optional<&Guide::window>("window", text(), "申报时间"),
                optional<&Guide::steps>("steps", texts(), "办理流程"),
                optional<&Guide::time_limit>("time_limit", text(), "办理时限"),
                optional<&Guide::office>("office", reference(RefKind::organization), "受理部门"),
                optional<&Guide::address>("address", text(), "受理地址"),
                optional<&Guide::phone>("phone", text(), "咨询电话: a public office number"),
                optional<&Guide::channel>("channel", text(), "兑现方式: 免申即享 …"),
                optional<&Guide::fee>("fee", text(), "收费标准"),
                optional<&Guide::stacking>("stacking", text(), "与其他政策不重复规则"),
                optional<&Guide::questions>("questions", questions(), "问答")}));
  return shape;
}

const Shape& measure() {
  static const Shape shape = withheld_part<Measure>(
      "measure",
      {required<&Measure::id>("id", id(), "its name within the article"),
       required<&Measure::title>("title", text(), "what it is called on cards and lists"),
       required<&Measure::effect>("effect", choice<Effect>(), "what it does for the beneficiary"),
       optional<&Measure::beneficiaries>("beneficiaries", references(RefKind::beneficiary),
                                         "支持对象"),
       optional<&Measure::requirements>("requirements", requirements(), "申报条件"),
       optional<&Measure::amounts>("amounts", amounts(), "支持标准; the components add up"),
       optional<&Measure::validity>("validity", validity(), "where it differs from the policy's"),
       optional<&Measure::topics>("topics", references(RefKind::topic), "empty: the article's"),
       optional<&Measure::guide>("guide", guide(), "申兑指南"),
       optional<&Measure::note>("note", text(), "what a reader must know")});
  return shape;
}

}  // namespace

const Shape& years() {
  static const Shape shape = nullable<Years>(object<Years>(
      "years", {optional<&Years::exactly>("exactly", count(), "paid for exactly so many years"),
                optional<&Years::at_most>("at_most", count(), "paid for up to so many years")}));
  return shape;
}

const Shape& source() {
  static const Shape shape = nullable<Source>(object<Source>(
      "source",
      {required<&Source::document>("document", reference(RefKind::document),
                                   "a policy's or proposal's id, or another document's title"),
       optional<&Source::place>("place", text(), "article, paragraph or page in it"),
       optional<&Source::url>("url", url(), "where it was published"),
       required<&Source::reliability>("reliability", choice<Reliability>(),
                                      "official, press, or 待核 for what nobody has checked")}));
  return shape;
}

const Shape& reviewed() {
  static const Shape shape = nullable<Reviewed>(
      object<Reviewed>("reviewed", {internal<&Reviewed::by>("by", text(), "who; never published"),
                                    optional<&Reviewed::on>("on", date(), "when")}));
  return shape;
}

const Shape& shares() {
  static const Shape shape = list<Share>(share());
  return shape;
}

const Shape& amounts() {
  static const Shape shape = list<AmountComponent>(amount());
  return shape;
}

const Shape& undertakings() {
  static const Shape shape = list<Undertaking>(undertaking());
  return shape;
}

const Shape& targets() {
  static const Shape shape = list<Target>(target());
  return shape;
}

const Shape& measures() {
  static const Shape shape = list<Measure>(measure());
  return shape;
}

}  // namespace huice::model::schema
