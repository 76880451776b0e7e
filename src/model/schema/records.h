// SPDX-License-Identifier: Apache-2.0
#pragma once

// The tables: one Shape per record kind, and where each kind lives under data/.

#include "model/records.h"
#include "model/schema/shape.h"

namespace huice::model::schema {

const Shape& site();
const Shape& organization();
const Shape& region();
const Shape& topic();
const Shape& beneficiary();
const Shape& glossary_term();
const Shape& ladder();
const Shape& profile_field();
const Shape& example();
const Shape& policy();
const Shape& proposal();
const Shape& indicator();
const Shape& observation();
const Shape& booklet();
const Shape& dashboard();
const Shape& contact();

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
const Shape& shape_of();
template <>
const Shape& shape_of<Site>();
template <>
const Shape& shape_of<Organization>();
template <>
const Shape& shape_of<Region>();
template <>
const Shape& shape_of<Topic>();
template <>
const Shape& shape_of<Beneficiary>();
template <>
const Shape& shape_of<GlossaryTerm>();
template <>
const Shape& shape_of<Ladder>();
template <>
const Shape& shape_of<ProfileField>();
template <>
const Shape& shape_of<Example>();
template <>
const Shape& shape_of<Policy>();
template <>
const Shape& shape_of<Proposal>();
template <>
const Shape& shape_of<Indicator>();
template <>
const Shape& shape_of<Observation>();
template <>
const Shape& shape_of<Booklet>();
template <>
const Shape& shape_of<Dashboard>();
template <>
const Shape& shape_of<Contact>();

/// Every kind, in the order they are loaded and documented.
const std::vector<RecordKind>& record_kinds();

}  // namespace huice::model::schema
