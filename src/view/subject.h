// SPDX-License-Identifier: Apache-2.0
#pragma once

// Which record a view shows, as questions and answers name it.

#include "model/indicator.h"
#include "model/publication.h"
#include "model/refs.h"
#include "model/walk.h"
#include "template/values/views.h"
#include "view/questions.h"

#include <string>
#include <string_view>

namespace huice::view {

/// What a question is about: a record, or a part of one.
struct Subject {
  std::string_view kind;
  std::string id;
  std::string part{};  ///< within the record, where the part has no id of its own
};

/// A view of a record, or of a few of them.
class RecordView : public tmpl::Mapping {
 public:
  /// Adds to the answer what it shows.
  virtual void describe(AnswerDigest& answer) const = 0;
};

// One for each type of record that has views; those of the views' own types are in
// tables/records.h.

inline Subject subject_of(const model::Site& /*one*/) {
  return {"site", "site"};
}
inline Subject subject_of(const model::Organization& one) {
  return {"organization", one.id};
}
inline Subject subject_of(const model::Region& one) {
  return {"region", one.id};
}
inline Subject subject_of(const model::Topic& one) {
  return {"topic", one.id};
}
inline Subject subject_of(const model::Beneficiary& one) {
  return {"beneficiary", one.id};
}
inline Subject subject_of(const model::Ladder& one) {
  return {"ladder", one.id};
}
inline Subject subject_of(const model::Policy& one) {
  return {"policy", one.id};
}
inline Subject subject_of(const model::Proposal& one) {
  return {"proposal", one.id};
}
inline Subject subject_of(const model::Indicator& one) {
  return {"indicator", one.id};
}
inline Subject subject_of(const model::Observation& one) {
  return {"observation", one.fact_id()};
}
inline Subject subject_of(const model::Booklet& one) {
  return {"booklet", one.id};
}
inline Subject subject_of(const model::Dashboard& one) {
  return {"dashboard", one.id};
}
inline Subject subject_of(const model::ArticleRef& one) {
  return {"article", model::fact_id(*one.policy, *one.article)};
}
inline Subject subject_of(const model::MeasureRef& one) {
  return {"measure", model::fact_id(one.in, one.measure->id)};
}
inline Subject subject_of(const model::TargetRef& one) {
  return {"target", model::fact_id(one.in, one.target->id)};
}
inline Subject subject_of(const model::UndertakingRef& one) {
  return {"undertaking", model::fact_id(one)};
}

/// Whether the type stands for a record or a part of one. Others are made on the spot of a few
/// records; they have no questions of their own, since add_to() adds all they know.
template <class Record>
concept Asked = requires(const Record& record) {
  subject_of(record);
};

template <Asked Record>
void add_to(AnswerDigest& answer, const Record& record) {
  const Subject subject = subject_of(record);
  answer.add_record(subject.kind, subject.id, subject.part);
}

}  // namespace huice::view
