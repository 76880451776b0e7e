// SPDX-License-Identifier: Apache-2.0
#pragma once

// The tables: one Shape per record kind, and where each kind lives under data/.

#include "model/records.h"
#include "model/schema/make.h"

#include <variant>
#include <vector>

namespace huice::model::schema {

// Each is in one of the files *_table.cpp.
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
template <>
const ShapeFor<CalendarDay>& shape_of<CalendarDay>();

/// The shape of a list of such records.
template <class Record>
const ShapeFor<std::vector<Record>>& list_of() {
  static const auto shape = list<Record>(shape_of<Record>());
  return shape;
}

/// Where Records keeps the records of a kind: the site is one record, all others are in lists.
using RecordsMember =
    std::variant<Site Records::*, std::vector<Organization> Records::*,
                 std::vector<Region> Records::*, std::vector<Topic> Records::*,
                 std::vector<Beneficiary> Records::*, std::vector<GlossaryTerm> Records::*,
                 std::vector<Ladder> Records::*, std::vector<ProfileField> Records::*,
                 std::vector<Example> Records::*, std::vector<Policy> Records::*,
                 std::vector<Proposal> Records::*, std::vector<Indicator> Records::*,
                 std::vector<Observation> Records::*, std::vector<Booklet> Records::*,
                 std::vector<Dashboard> Records::*, std::vector<Contact> Records::*,
                 std::vector<CalendarDay> Records::*>;

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
  const Shape* list = nullptr;        ///< a list of them; nullptr for single
  RecordsMember member;
};

/// Every kind, in the order they are loaded and documented.
const std::vector<RecordKind>& record_kinds();

}  // namespace huice::model::schema
