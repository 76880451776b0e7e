// SPDX-License-Identifier: Apache-2.0
#pragma once

// record<T>(): an object shape with the fields every record carries. Used by the tables of this
// folder only.

#include "model/schema/choice.h"
#include "model/schema/make.h"
#include "model/schema/parts.h"
#include "model/schema/scalars.h"

namespace huice::model::schema {

/// `members` and then source, audience, reviewed and memo. Where a record's source is required,
/// `source_presence` says so.
template <class T>
ShapeFor<T> record(Wording name, Presence source_presence, std::vector<Field> members) {
  members.push_back(Field{"source",
                          &source(),
                          &member<&T::provenance, &Provenance::source>,
                          source_presence,
                          Visibility::everyone,
                          {"记录中的事实出自哪里", "where the record's facts come from"}});
  members.push_back(optional<&T::provenance, &Provenance::audience>(
      "audience", choice<Audience>(),
      {"谁可以看：public 公开，internal 内部，draft 草稿；只有公开的记录进入 public/",
       "who may see it; only public records reach public/"}));
  members.push_back(optional<&T::provenance, &Provenance::reviewed>(
      "reviewed", reviewed(), {"由谁核对，何时核对", "who has checked it, and when"}));
  members.push_back(internal<&T::provenance, &Provenance::memo>(
      "memo", text(), {"本单位自己的备注；从不公开", "the office's own note; never published"}));
  return object<T>(name, std::move(members), &place_of<&T::provenance, &Provenance::place>,
                   &audience_of<&T::provenance, &Provenance::audience>);
}

/// A part of a record that has a place of its own and may be withheld by itself.
template <class T>
ShapeFor<T> part(Wording name, std::vector<Field> members) {
  return object<T>(name, std::move(members), &place_of<&T::place>);
}

template <class T>
ShapeFor<T> withheld_part(Wording name, std::vector<Field> members) {
  members.push_back(
      optional<&T::audience>("audience", choice<Audience>(),
                             {"谁可以看；同时受整条记录的 audience 限制",
                              "who may see it; the record's own audience also applies"}));
  return object<T>(name, std::move(members), &place_of<&T::place>, &audience_of<&T::audience>);
}

}  // namespace huice::model::schema
