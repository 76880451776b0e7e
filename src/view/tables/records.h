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

struct UndertakingRef {
  const model::Undertaking* undertaking = nullptr;
  std::string href;  ///< where it was promised; may be empty
};

/// A target as a dashboard shows it: with what is reported.
struct Progress {
  model::TargetRef target;
  const model::Observation* reported = nullptr;
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
struct FieldsOf<UndertakingRef> {
  static const model::Undertaking& get(const UndertakingRef& one) { return *one.undertaking; }
};
template <>
struct FieldsOf<Progress> {
  static const model::Target& get(const Progress& one) { return *one.target.target; }
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
struct FieldsOf<model::FormerName> {
  static const model::FormerName& get(const model::FormerName& one) { return one; }
};
template <>
struct FieldsOf<model::LadderStep> {
  static const model::LadderStep& get(const model::LadderStep& one) { return one; }
};
template <>
struct FieldsOf<model::KpiGroup> {
  static const model::KpiGroup& get(const model::KpiGroup& one) { return one; }
};

tmpl::Value source_value(const model::Provenance& provenance, const PageScope& page);

/// The organization as templates see it, or none where the id is empty.
tmpl::Value organization_value(const std::string& id, const PageScope& page);
tmpl::Value organization_values(const std::vector<std::string>& ids, const PageScope& page);
tmpl::Value region_value(const std::string& id, const PageScope& page);
tmpl::Value topic_values(const std::vector<std::string>& ids, const PageScope& page);
tmpl::Value policy_values(const std::vector<std::string>& ids, const PageScope& page);
tmpl::Value date_value(const std::optional<model::Date>& date);
tmpl::Value indicator_value(const std::string& id, const PageScope& page);
tmpl::Value undertaking_values(const std::vector<model::Undertaking>& undertakings,
                               const std::string& href, const PageScope& page);
tmpl::Value measure_values(const std::vector<model::MeasureRef>& measures, const PageScope& page);
tmpl::Value group_values(std::vector<PolicyGroup> groups, const PageScope& page);

/// Measures gathered by policy; policies in the order of their first measure.
std::vector<PolicyGroup> grouped(const std::vector<model::MeasureRef>& measures);

/// The measures a chapter lists: those it names, then those of its topics in its policies.
std::vector<model::MeasureRef> measures_of(const model::Chapter& chapter, const Scope& scope);

/// A list whose elements a template sees as OwnedViews of small records.
template <class Record>
tmpl::Value owned_views(const std::vector<Record>& records, const PageScope& page) {
  std::vector<tmpl::Value> items;
  items.reserve(records.size());
  for (const Record& record : records) items.push_back(owned_view(record, page));
  return tmpl::Value(tmpl::ListValue(std::move(items)));
}

}  // namespace huice::view
