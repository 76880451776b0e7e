// SPDX-License-Identifier: Apache-2.0
#pragma once

// Library: everything that was loaded, sorted and indexed. It never changes; all pages, letters,
// booklets and dashboards are views of one Library. A library with other records, like the one that
// a reader may see (schema/audience_view.h), is a new one that shares the records which are alike.

#include "model/provision.h"
#include "model/records.h"
#include "model/refs.h"

#include <memory>
#include <string_view>
#include <unordered_map>

namespace huice::model {

/// Some observations of a Library, in the order of their periods.
struct Series {
  RecordList<Observation>::Iterator first;
  RecordList<Observation>::Iterator last;  ///< one after the last

  RecordList<Observation>::Iterator begin() const { return first; }
  RecordList<Observation>::Iterator end() const { return last; }
};

/// Lists are in the order of their ids, observations in that of (indicator, region, period,
/// variant); topics, profile fields and examples as the files have them. Cheap to copy.
class Library {
 public:
  Library() : Library(SharedRecords{}) {}
  explicit Library(Records records) : Library(share(std::move(records))) {}
  explicit Library(SharedRecords records);

  const Site& site() const { return *records().site; }
  const RecordList<Organization>& organizations() const { return records().organizations; }
  const RecordList<Region>& regions() const { return records().regions; }
  const RecordList<Topic>& topics() const { return records().topics; }
  const RecordList<Beneficiary>& beneficiaries() const { return records().beneficiaries; }
  const RecordList<GlossaryTerm>& glossary() const { return records().glossary; }
  const RecordList<Ladder>& ladders() const { return records().ladders; }
  const RecordList<ProfileField>& profile() const { return records().profile; }
  const RecordList<Example>& examples() const { return records().examples; }
  const RecordList<Policy>& policies() const { return records().policies; }
  const RecordList<Proposal>& proposals() const { return records().proposals; }
  const RecordList<Indicator>& indicators() const { return records().indicators; }
  /// The figures, which sums, series and comparisons are made of.
  const RecordList<Observation>& observations() const { return state_->figures; }
  /// With them those whose source has a sign in place of a figure, for lists of what is on record.
  const RecordList<Observation>& observed() const { return records().observations; }
  const RecordList<Booklet>& booklets() const { return records().booklets; }
  const RecordList<Dashboard>& dashboards() const { return records().dashboards; }
  const RecordList<Contact>& contacts() const { return records().contacts; }
  /// In the order of their dates.
  const RecordList<CalendarDay>& calendar() const { return records().calendar; }
  /// The names of the data files; Place::file points here.
  const std::vector<std::string>& files() const { return records().files; }

  /// All of it, to build another library from.
  const SharedRecords& records() const { return state_->records; }

  // Each returns nullptr or an empty reference where there is no such id. Of records with the same
  // id, which loading refuses, the first is found.
  const Organization* organization(std::string_view id) const;
  const Region* region(std::string_view id) const;
  const Topic* topic(std::string_view id) const;
  const Beneficiary* beneficiary(std::string_view id) const;
  const Policy* policy(std::string_view id) const;
  const Proposal* proposal(std::string_view id) const;
  const Indicator* indicator(std::string_view id) const;

  ArticleRef article(std::string_view fact_id) const;      ///< policy/article
  ProvisionRef provision(std::string_view fact_id) const;  ///< the same, or 款 and 项 of it
  MeasureRef measure(std::string_view fact_id) const;      ///< policy/article/measure
  TargetRef target(std::string_view fact_id) const;        ///< policy/article/target
  /// indicator@region/period or indicator@region/period#variant, of a figure
  const Observation* observation(std::string_view fact_id) const;

  /// The record that holds the reply to a proposal: the proposal itself, or the one whose letter
  /// answers it too (并案办理). nullptr where there is no reply.
  const Proposal* answered_in(const Proposal& proposal) const;

  /// All figures of one indicator in one region.
  Series series(std::string_view indicator, std::string_view region) const;

 private:
  template <class T>
  using Index = std::unordered_map<std::string_view, const T*>;

  struct State {
    SharedRecords records;
    RecordList<Observation> figures;
    Index<Organization> organizations;
    Index<Region> regions;
    Index<Topic> topics;
    Index<Beneficiary> beneficiaries;
    Index<Policy> policies;
    Index<Proposal> proposals;
    Index<Indicator> indicators;
    Index<Proposal> joint_replies;  ///< by the proposal that another's letter answers
  };

  std::shared_ptr<const State> state_;
};

}  // namespace huice::model
