// SPDX-License-Identifier: Apache-2.0
#pragma once

// The tables: one Shape per record kind, and where each kind lives under data/.

#include "model/records.h"
#include "model/schema/shape.h"

namespace huice::model::schema {

const ShapeFor<Site>& site();
const ShapeFor<Organization>& organization();
const ShapeFor<Region>& region();
const ShapeFor<Topic>& topic();
const ShapeFor<Beneficiary>& beneficiary();
const ShapeFor<GlossaryTerm>& glossary_term();
const ShapeFor<Ladder>& ladder();
const ShapeFor<ProfileField>& profile_field();
const ShapeFor<Example>& example();
const ShapeFor<Policy>& policy();
const ShapeFor<Proposal>& proposal();
const ShapeFor<Indicator>& indicator();
const ShapeFor<Observation>& observation();
const ShapeFor<Booklet>& booklet();
const ShapeFor<Dashboard>& dashboard();
const ShapeFor<Contact>& contact();

/// single: data/site.json is the record. many: {"organizations": [ … ]} or a CSV table with one row
/// a record. folder: one JSON file a record, its name the record's id. tables: every CSV or JSON
/// list in the folder.
enum class Layout { single, many, folder, tables };

struct RecordKind {
  Wording name;           ///< 政策, "policy"
  std::string_view path;  ///< below data/, without extension: "policies", "observations"
  Layout layout = Layout::single;
  const Shape* shape = nullptr;
  Wording doc;                        ///< what it is, in one line
  RefKind refers_as = RefKind::none;  ///< what a reference to it is called, where there is one
  /// A new record in its list (Layout::single: the record itself).
  void* (*append)(Records& records) = nullptr;
  /// The list of them, with size/at/erase as in Shape; nullptr for single.
  const Shape* list = nullptr;
  void* (*records)(Records& records) = nullptr;
};

/// The table of a record type.
template <class Record>
const ShapeFor<Record>& shape_of();
template <>
const ShapeFor<Site>& shape_of<Site>();
template <>
const ShapeFor<Organization>& shape_of<Organization>();
template <>
const ShapeFor<Region>& shape_of<Region>();
template <>
const ShapeFor<Topic>& shape_of<Topic>();
template <>
const ShapeFor<Beneficiary>& shape_of<Beneficiary>();
template <>
const ShapeFor<GlossaryTerm>& shape_of<GlossaryTerm>();
template <>
const ShapeFor<Ladder>& shape_of<Ladder>();
template <>
const ShapeFor<ProfileField>& shape_of<ProfileField>();
template <>
const ShapeFor<Example>& shape_of<Example>();
template <>
const ShapeFor<Policy>& shape_of<Policy>();
template <>
const ShapeFor<Proposal>& shape_of<Proposal>();
template <>
const ShapeFor<Indicator>& shape_of<Indicator>();
template <>
const ShapeFor<Observation>& shape_of<Observation>();
template <>
const ShapeFor<Booklet>& shape_of<Booklet>();
template <>
const ShapeFor<Dashboard>& shape_of<Dashboard>();
template <>
const ShapeFor<Contact>& shape_of<Contact>();

/// Every kind, in the order they are loaded and documented.
const std::vector<RecordKind>& record_kinds();

}  // namespace huice::model::schema
