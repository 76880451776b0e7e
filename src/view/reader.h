// SPDX-License-Identifier: Apache-2.0
#pragma once

// The one way from views and pages to the library and its indexes (tests/unit/architecture). A
// Reader that notes writes down every question with its answer: that there is no such record, and
// how many there are, are answers too.

#include "derive/indexes.h"
#include "derive/status.h"
#include "match/plan.h"
#include "model/library.h"
#include "model/schema/shape.h"
#include "prose/prose.h"
#include "view/questions.h"
#include "view/subject.h"

#include <string>
#include <string_view>
#include <vector>

namespace huice::view {

inline void add_to(AnswerDigest& answer, const derive::Duty& duty) {
  add_to(answer, duty.in);
  answer.add_number(duty.first ? 1 : 0);
  answer.add_number(duty.lead ? 1 : 0);
}

/// A list with its length.
template <class Records>
void add_all_to(AnswerDigest& answer, const Records& records) {
  answer.add_number(records.size());
  for (const auto& record : records) add_to(answer, record);
}

/// The lists that a site's navigation knows.
enum class Listed { policies, units, topics, ladders, replies, booklets, dashboards, finder };

/// Cheap to copy. REQUIRES: what it is made from outlives it and does not change.
class Reader {
 public:
  /// Of the records alone. REQUIRES: nothing is asked that needs indexes.
  explicit Reader(const model::Library& library) : library_(&library) {}
  Reader(const model::Library& library, const derive::Indexes& indexes)
      : library_(&library), indexes_(&indexes) {}

  /// The same, noting in `questions` (nullptr: nowhere). REQUIRES: it outlives the new Reader.
  Reader noting(Questions* questions) const {
    Reader reader(*this);
    reader.questions_ = questions;
    return reader;
  }

  // Each returns nullptr or an empty reference where there is no such id.
  const model::Organization* organization(std::string_view id) const;
  const model::Region* region(std::string_view id) const;
  const model::Topic* topic(std::string_view id) const;
  const model::Beneficiary* beneficiary(std::string_view id) const;
  const model::Policy* policy(std::string_view id) const;
  const model::Proposal* proposal(std::string_view id) const;
  const model::Indicator* indicator(std::string_view id) const;
  const model::Observation* observation(std::string_view fact_id) const;
  model::ArticleRef article(std::string_view fact_id) const;
  model::ProvisionRef provision(std::string_view fact_id) const;
  model::MeasureRef measure(std::string_view fact_id) const;
  model::TargetRef target(std::string_view fact_id) const;
  model::UndertakingRef undertaking(std::string_view fact_id) const;

  /// Every claimable measure, ready to be matched on the day. Notes nothing: a page that is made of
  /// it notes what it made. Faults of rules are added to `problems`.
  match::Plan plan(const model::Date& as_of, model::Locator& locator, Diagnostics& problems) const {
    return {*library_, as_of, locator, problems};
  }

  /// What it says is asked through its view.
  const model::Site& site() const { return library_->site(); }

  const model::RecordList<model::Policy>& policies() const;
  const model::RecordList<model::Organization>& organizations() const;
  const model::RecordList<model::Topic>& topics() const;
  const model::RecordList<model::Ladder>& ladders() const;
  const model::RecordList<model::Proposal>& proposals() const;
  const model::RecordList<model::Observation>& observed() const;
  const model::RecordList<model::Booklet>& booklets() const;
  const model::RecordList<model::Dashboard>& dashboards() const;

  /// The record that holds the reply to a proposal: itself or another's (并案办理), or nullptr.
  const model::Proposal* answered_in(const model::Proposal& proposal) const;

  /// The proposals that are answered, by session and number.
  std::vector<const model::Proposal*> replies() const;

  /// Whether the list has a record.
  bool has(Listed list) const;

  /// Every id that a reference of the kind may name.
  std::vector<std::string> ids(model::RefKind kind) const;

  // From here on, the indexes are needed.

  /// The articles that name a unit.
  const std::vector<derive::Duty>& duties(const model::Organization& organization) const;

  /// The measures of a topic.
  const std::vector<model::MeasureRef>& measures(const model::Topic& topic) const;

  /// The measures a chapter lists: those it names, then those of its topics in its policies.
  std::vector<model::MeasureRef> measures(const model::Booklet& booklet,
                                          const model::Chapter& chapter) const;

  /// Whether a policy is in force on the day, and what replaces it.
  derive::Status status(const model::Policy& policy, const model::Date& day) const;
  derive::Status status(const model::MeasureRef& measure, const model::Date& day) const;
  derive::Status status(const model::ProvisionRef& place, const model::Date& day) const;

  /// What other texts say that they change of it, or put an end to, in the library's order.
  const std::vector<derive::Change>& changes(const model::Policy& policy) const;

  /// The measures that say otherwise of the same while it is open which of them applies.
  std::vector<model::MeasureRef> open_conflicts(const model::MeasureRef& measure,
                                                const model::Date& day) const;

  /// What names a unit beside the articles that make it responsible.
  const derive::Involvement& involvement(const model::Organization& organization) const;

  /// The dashboard that shows the observation, or nullptr.
  const model::Dashboard* dashboard_of(const model::Observation& observation) const;

  /// The observations a dashboard lists, those without a figure included, in the library's order.
  std::vector<const model::Observation*> observations(const model::Dashboard& dashboard) const;

  /// What is reported of a target by the day, or nullptr.
  const model::Observation* reported(const model::TargetRef& target, const model::Date& day) const;

  const derive::Counts& counts() const;

  /// The measures whose sums a prose field cites, each once, in its order.
  std::vector<model::MeasureRef> cited_measures(const model::Prose& prose) const;

  /// A prose field as a tree, with problems as prose::read() reports them. What its citations name
  /// is asked where they are printed.
  markdown::Document document(const model::Prose& prose, const prose::Locate& locate,
                              Diagnostics& problems) const;

 private:
  template <class Record>
  const Record* found(std::string_view kind, std::string_view id, const Record* record) const;
  template <class Records>
  const Records& listed(std::string_view list, const Records& records) const;
  template <class Fill>
  void note(std::string_view kind, std::string_view id, std::string_view key,
            const Fill& fill) const;

  const model::Library* library_;
  const derive::Indexes* indexes_ = nullptr;
  Questions* questions_ = nullptr;
};

}  // namespace huice::view
