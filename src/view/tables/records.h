// SPDX-License-Identifier: Apache-2.0
#pragma once

// The record types templates see, beside those of the model itself.

#include "view/view.h"

#include <string>
#include <vector>

namespace huice::view {

struct SectionRef {
  const model::Policy* policy = nullptr;
  const model::Section* section = nullptr;
};

/// One unit of an article, with its standing there.
struct UnitRef {
  const model::Organization* organization = nullptr;
  bool first = false;
  bool lead = false;
};

struct FormerRef {
  const model::Organization* organization = nullptr;
  const model::FormerName* former = nullptr;
};

struct StepRef {
  const model::Ladder* ladder = nullptr;
  const model::LadderStep* step = nullptr;
};

struct KpiGroupRef {
  const model::Dashboard* dashboard = nullptr;
  const model::KpiGroup* group = nullptr;
};

struct ReplyRef {
  const model::Proposal* proposal = nullptr;
};

struct ChapterRef {
  const model::Booklet* booklet = nullptr;
  const model::Chapter* chapter = nullptr;
};

/// Measures of one policy, in the text's order.
struct PolicyGroup {
  const model::Policy* policy = nullptr;
  std::vector<model::MeasureRef> measures;
};

/// Measures of one region's policies, in the library's order.
struct RegionGroup {
  const model::Region* region = nullptr;  ///< nullptr: of policies that name none
  bool own = false;                       ///< Reader::is_own()
  std::vector<model::MeasureRef> measures;
};

/// Articles of one policy that name a unit.
struct DutyGroup {
  const model::Policy* policy = nullptr;
  std::vector<derive::Duty> duties;
};

// The part whose plain fields each of them has.
template <>
struct FieldsOf<SectionRef> {
  static const model::Section& get(const SectionRef& one) { return *one.section; }
};
template <>
struct FieldsOf<model::ArticleRef> {
  static const model::Article& get(const model::ArticleRef& one) { return *one.article; }
};
template <>
struct FieldsOf<model::MeasureRef> {
  static const model::Measure& get(const model::MeasureRef& one) { return *one.measure; }
};
template <>
struct FieldsOf<model::UndertakingRef> {
  static const model::Undertaking& get(const model::UndertakingRef& one) {
    return *one.undertaking;
  }
};
template <>
struct FieldsOf<model::TargetRef> {
  static const model::Target& get(const model::TargetRef& one) { return *one.target; }
};
template <>
struct FieldsOf<ReplyRef> {
  static const model::Reply& get(const ReplyRef& one) { return *one.proposal->reply; }
};
template <>
struct FieldsOf<ChapterRef> {
  static const model::Chapter& get(const ChapterRef& one) { return *one.chapter; }
};
template <>
struct FieldsOf<FormerRef> {
  static const model::FormerName& get(const FormerRef& one) { return *one.former; }
};
template <>
struct FieldsOf<StepRef> {
  static const model::LadderStep& get(const StepRef& one) { return *one.step; }
};
template <>
struct FieldsOf<KpiGroupRef> {
  static const model::KpiGroup& get(const KpiGroupRef& one) { return *one.group; }
};

// What they are in questions and answers (view/subject.h).

inline Subject subject_of(const SectionRef& one) {
  return {"section", one.policy->id, one.section->id};
}
inline Subject subject_of(const FormerRef& one) {
  const auto index = one.former - one.organization->former.data();
  return {"organization", one.organization->id, "former " + std::to_string(index)};
}
inline Subject subject_of(const StepRef& one) {
  const auto index = one.step - one.ladder->steps.data();
  return {"ladder", one.ladder->id, "steps " + std::to_string(index)};
}
inline Subject subject_of(const KpiGroupRef& one) {
  return {"dashboard", one.dashboard->id, "groups " + one.group->id};
}
inline Subject subject_of(const ReplyRef& one) {
  return {"proposal", one.proposal->id, "reply"};
}
inline Subject subject_of(const ChapterRef& one) {
  return {"booklet", one.booklet->id, "chapters " + one.chapter->id};
}

void add_to(AnswerDigest& answer, const UnitRef& one);
void add_to(AnswerDigest& answer, const PolicyGroup& one);
void add_to(AnswerDigest& answer, const DutyGroup& one);
void add_to(AnswerDigest& answer, const RegionGroup& one);

tmpl::Value source_value(const model::Provenance& provenance, const PageScope& page);

/// The organization as templates see it, or none where the id is empty.
tmpl::Value organization_value(const std::string& id, const PageScope& page);
tmpl::Value organization_values(const std::vector<std::string>& ids, const PageScope& page);
tmpl::Value region_value(const std::string& id, const PageScope& page);
tmpl::Value topic_values(const std::vector<std::string>& ids, const PageScope& page);
tmpl::Value policy_values(const std::vector<std::string>& ids, const PageScope& page);
tmpl::Value date_value(const std::optional<model::Date>& date);
tmpl::Value indicator_value(const std::string& id, const PageScope& page);
tmpl::Value measure_values(const std::vector<model::MeasureRef>& measures, const PageScope& page);
tmpl::Value group_values(const std::vector<PolicyGroup>& groups, const PageScope& page);

/// 附件, each with its file's address, kind and size, or none of them where no file is on record.
tmpl::Value annexes_value(const std::vector<model::Annex>& annexes);

/// Measures gathered by policy; policies in the order of their first measure.
std::vector<PolicyGroup> grouped(const std::vector<model::MeasureRef>& measures);

/// Measures gathered by region: the site's own, then others that are own, then the rest, each in
/// the order of their first measure.
std::vector<RegionGroup> by_region(const std::vector<model::MeasureRef>& measures,
                                   const Reader& reader);

/// The same measures in the order of those groups.
std::vector<model::MeasureRef> own_first(const std::vector<model::MeasureRef>& measures,
                                         const Reader& reader);

/// Whether nothing can be had any more of what has the status.
bool is_over(const derive::Status& status);

/// What can be had of those measures of the list that are the site's own and not over, as
/// money_range() says it; none where no sum is named.
tmpl::Value range_value(const std::vector<model::MeasureRef>& measures, const PageScope& page);

// What a measure's card answers.

/// 找谁: {units, who leads first; named: those that a card names; count, open, office, phone,
/// interpreters}
tmpl::Value ask_value(const model::MeasureRef& measure, const PageScope& page);

/// 依据: {name, href} of its place in the policy's text
tmpl::Value basis_value(const model::MeasureRef& measure, const PageScope& page);

/// Its steps on ladders, each {ladder, number, count, before, after}
tmpl::Value steps_value(const model::MeasureRef& measure, const PageScope& page);

/// Its worked examples, each {verdict, estimate, why, as_of}
tmpl::Value examples_value(const model::MeasureRef& measure, const PageScope& page);

/// A list whose elements a template sees as OwnedViews of small records.
template <class Record>
tmpl::Value owned_views(const std::vector<Record>& records, const PageScope& page) {
  std::vector<tmpl::Value> items;
  items.reserve(records.size());
  for (const Record& record : records) items.push_back(owned_view(record, page));
  return tmpl::Value(tmpl::ListValue(std::move(items)));
}

}  // namespace huice::view
