// SPDX-License-Identifier: Apache-2.0
#pragma once

// What pages depend on, told from the records without rendering.

#include "model/schema/dependencies.h"
#include "model/schema/records.h"
#include "view/scope.h"

#include <set>
#include <string>
#include <vector>

namespace huice::pages {

/// Gathers ids: of records, of articles and what stands in them (policy/article/measure), of
/// observations, and "site" for data/site.json. Adding a record adds its own id, everything its
/// fields refer to and everything its prose cites; what those refer to in turn is not followed,
/// except where cards or tables show it: the functions below are named for what is shown. Where
/// only a number of parts is shown, the policies they stand in are named: to add or take away a
/// part is a change of its policy.
class Reads {
 public:
  explicit Reads(const view::Scope& scope) : scope_(scope) {}

  void add(std::string_view id) { ids_.emplace(id); }

  template <class Record>
  void add_record(const Record& record) {
    add(record.id);
    follow(model::schema::shape_of<Record>(), record);
  }

  /// The records' own ids: a list of links to them.
  template <class Record>
  void add_list(const model::RecordList<Record>& records) {
    for (const Record& record : records) add(record.id);
  }

  /// What a text cites, and what naming that shows: an article is named with its policy's number.
  void add_prose(const model::Prose& prose);

  /// A policy with all that stands in it.
  void add_policy(const model::Policy& policy);

  /// An article by its name, and its policy's.
  void add_article(const model::ArticleRef& in);

  void add_measure(const model::MeasureRef& measure);
  void add_measures(const std::vector<model::MeasureRef>& measures);
  void add_observation(const model::Observation& observation);

  /// A dashboard with its cards, its policies' targets and the observations it lists.
  void add_dashboard(const model::Dashboard& dashboard);

  /// A policy's targets and what is reported of them.
  void add_targets(const model::Policy& policy);

  /// The articles that name a unit.
  void add_duties(const model::Organization& organization);

  /// Sorted, without repetition.
  std::vector<std::string> list() const { return {ids_.begin(), ids_.end()}; }

 private:
  template <class T>
  void follow(const model::ShapeFor<T>& shape, const T& part) {
    model::visit_dependencies(shape, part, visitor());
  }
  model::DependencyVisitor visitor();

  const view::Scope& scope_;
  std::set<std::string> ids_;
};

}  // namespace huice::pages
