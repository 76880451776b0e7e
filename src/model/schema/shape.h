// SPDX-License-Identifier: Apache-2.0
#pragma once

// Field tables: the single definition of every record. A Shape says how one value is written in
// data files and how to reach its parts in memory; loading, the public view, JSON Schema and the
// data guide are all driven by the same tables (schema/records.h).
//
// Shapes are type-erased, so that a loader is one small state machine instead of a template per
// record. A `void*` handed to a Shape's functions points to the C++ type the Shape was made for;
// ShapeFor<T> remembers which, so that the compiler refuses another type's table for a record and
// another type's shape for a field.

#include "base/diagnostic.h"
#include "base/language.h"
#include "model/provenance.h"

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace huice::model {

/// What a reference may point to. `document` is a policy's or proposal's id, or free text.
enum class RefKind {
  none,
  organization,
  region,
  topic,
  beneficiary,
  policy,
  proposal,
  indicator,
  observation,
  article,
  measure,
  target,
  undertaking,
  profile_field,
  document,
};

/// A scalar as read: the text of a JSON string or number, or of a CSV cell, with its place.
struct Token {
  std::string_view text;
  Place place;
};

struct Shape;

/// `stated` must stand there, but may be null: “asks”: null says that nobody knows them.
enum class Presence { required, stated, optional };

/// `internal` fields are emptied in the public view.
enum class Visibility { everyone, internal };

struct Field {
  std::string_view key;
  const Shape* shape = nullptr;
  void* (*member)(void* object) = nullptr;
  Presence presence = Presence::optional;
  Visibility visibility = Visibility::everyone;
  Wording doc;  ///< what the field means
};

/// A single value: one JSON text, number or truth value, or a piece of JSON kept as it is: an
/// object
/// (`json`), or whatever a rule can be written as: an object, a text or a truth value (`rule`).
struct ScalarForm {
  enum class Kind { text, number, boolean, json, rule };

  Kind kind = Kind::text;
  std::string_view example = {};  ///< how a value is written: 20万元
  std::string_view pattern = {};  ///< ECMA-262 regular expression; empty: any text
  int least = 0;  ///< of a number, where most is not 0: whole ones from least to most
  int most = 0;
  /// The text in the form that parse() reads, where people write it in others too; any other text
  /// as it is. Null: parse() takes it as it is written.
  std::string (*plain)(std::string_view text) = nullptr;
  bool positive = false;  ///< of a number: above 0
  /// Of a number: texts that may be in its place, like the … of yearbooks.
  std::vector<std::string_view> signs = {};
  /// Returns what is wrong with the text, or nullopt.
  std::optional<Code> (*parse)(void* target, const Token& token) = nullptr;
  /// Of a value that parse() took: what is unlikely about it, or nullopt. May be null.
  std::optional<Code> (*doubt)(const void* value) = nullptr;
  /// The text that parse() read, for writing a record back: print after parse gives the same
  /// text, parse after print the same value.
  std::string (*print)(const void* value) = nullptr;
  /// The official form that readers see: 2022年9月28日. Null: readers see what print() gives.
  std::string (*official)(const void* value) = nullptr;
  /// A corrected spelling for refused text, or empty. May be null.
  std::string (*suggest)(std::string_view text) = nullptr;
  std::vector<std::string_view> choices = {};  ///< the only texts accepted, where not empty
  Wording shown_choices = {};                  ///< the same for messages, with their meanings
  RefKind refers_to = RefKind::none;
  /// The text a std::string holds now, in a reference or id for instance; null for other types.
  const std::string* (*peek)(const void* target) = nullptr;
  /// The prose field itself; null for other types.
  const Prose* (*peek_prose)(const void* target) = nullptr;
};

struct ListForm {
  const Shape* element = nullptr;
  bool one_alone = false;                 ///< a single element may be written without brackets
  void* (*append)(void* list) = nullptr;  ///< a new element at the end
  std::size_t (*size)(const void* list) = nullptr;
  void* (*at)(void* list, std::size_t index) = nullptr;
  void (*erase)(void* list, std::size_t index) = nullptr;
};

/// Where `key` has one of `words` (none: any value), `needed` must have a value, too.
struct Need {
  std::string_view key;
  std::vector<std::string_view> words;
  std::string_view needed;
};

struct ObjectForm {
  std::vector<Field> fields;
  Place* (*place)(void* object) = nullptr;        ///< where to note the object's place; may be null
  Audience* (*audience)(void* object) = nullptr;  ///< its own audience; may be null
  /// Keys of which exactly one has a value. This and `needs` are what schemas say of keys together;
  /// src/load holds them, with messages of its own.
  std::vector<std::string_view> exactly_one = {};
  std::vector<Need> needs = {};
};

/// A std::optional around the value: null is accepted and means "not known".
struct NullableForm {
  void* (*engage)(void* optional) = nullptr;  ///< makes room for the value and returns it
  void* (*held)(void* optional) = nullptr;    ///< the value, or nullptr where it is null
};

struct Shape {
  Wording name;  ///< what the data guide calls it: 金额, "money"
  std::variant<ScalarForm, ListForm, ObjectForm> form;
  std::optional<NullableForm> nullable = {};
  /// Empties the value: null, empty text, empty list.
  void (*reset)(void* target) = nullptr;

  /// The form, or nullptr where the value has another one.
  const ScalarForm* scalar() const { return std::get_if<ScalarForm>(&form); }
  const ListForm* list() const { return std::get_if<ListForm>(&form); }
  const ObjectForm* object() const { return std::get_if<ObjectForm>(&form); }

  /// The value that `target` holds, or nullptr where it is null.
  void* value_in(void* target) const { return nullable ? nullable->held(target) : target; }
};

/// The Shape of values of type T. Functions that take one with a T cannot be given another's.
template <class T>
struct ShapeFor : Shape {};

namespace schema {
/// The table of a record type (records.h) or of a part of records (parts.h).
template <class T>
const ShapeFor<T>& shape_of();
}  // namespace schema

/// The field with this key, or nullptr.
const Field* find_field(const ObjectForm& object, std::string_view key);

}  // namespace huice::model
