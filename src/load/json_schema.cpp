// SPDX-License-Identifier: Apache-2.0
//
// Parts that have a name stand once in $defs, without a type: whether null is allowed depends on
// where a part is used, so each use states the type beside its $ref. Editors then show one short
// message instead of the branches of an anyOf.
#include "load/json_schema.h"

#include "model/schema/scalars.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace huice::load {
namespace {

using Json = nlohmann::ordered_json;
using model::Field;
using model::ObjectForm;
using model::Presence;
using model::RefKind;
using model::ScalarForm;
using model::Shape;
using model::schema::Layout;
using model::schema::RecordKind;

std::string joined_by_hyphens(std::string_view name) {
  std::string out(name);
  std::replace(out.begin(), out.end(), ' ', '-');
  return out;
}

std::vector<std::string> types_of(const ScalarForm& scalar) {
  switch (scalar.kind) {
    case ScalarForm::Kind::text:
      return {"string"};
    case ScalarForm::Kind::number:
      return {scalar.most != 0 ? "integer" : "number"};
    case ScalarForm::Kind::boolean:
      return {"boolean"};
    case ScalarForm::Kind::json:
      return {"object", "boolean"};
  }
  return {};
}

std::vector<std::string> types_of(const Shape& shape) {
  if (shape.list() != nullptr) return {"array"};
  if (shape.object() != nullptr) return {"object"};
  return types_of(*shape.scalar());
}

RefKind refers_to(const Shape& shape) {
  return shape.scalar() == nullptr ? RefKind::none : shape.scalar()->refers_to;
}

Json type_of(const Shape& shape, bool or_null) {
  std::vector<std::string> types = types_of(shape);
  if (or_null) types.emplace_back("null");
  return types.size() == 1 ? Json(types.front()) : Json(types);
}

std::string definition_name(const Shape& shape) {
  const std::string name = joined_by_hyphens(shape.name.en);
  return refers_to(shape) == RefKind::none ? name : name + "-id";
}

class Writer {
 public:
  Json write(const RecordKind& kind) {
    Json file;
    file["$schema"] = "https://json-schema.org/draft/2020-12/schema";
    file["$id"] = schema_file(kind);
    file["title"] = kind.name.en;
    file["description"] = kind.doc.en;
    file["type"] = "object";
    const bool itself = kind.layout == Layout::single || kind.layout == Layout::folder;
    file.update(itself ? object(*kind.shape->object()) : list_file(kind));
    file["properties"]["$schema"] = {
        {"description", "where this schema stands, for editors; not part of the record"}};
    file["$defs"] = definitions_;
    return file;
  }

 private:
  // {"regions": [ … ]}
  Json list_file(const RecordKind& kind) {
    const std::string key(kind.path.substr(kind.path.rfind('/') + 1));
    Json file;
    file["properties"][key] = value(*kind.list, false);
    file["required"] = {key};
    file["additionalProperties"] = false;
    return file;
  }

  Json object(const ObjectForm& shape) {
    Json properties = Json::object();
    std::vector<std::string_view> required;
    for (const Field& field : shape.fields) {
      Json used = value(*field.shape, field.presence != Presence::required);
      used["description"] = field.doc.en;
      properties[std::string(field.key)] = std::move(used);
      if (field.presence != Presence::optional) required.push_back(field.key);
    }
    Json out;
    out["properties"] = std::move(properties);
    if (!required.empty()) out["required"] = required;
    out["additionalProperties"] = false;
    return out;
  }

  // A value where it is used.
  Json value(const Shape& shape, bool or_null) {
    Json out;
    if (is_shared(shape)) out["$ref"] = "#/$defs/" + define(shape);
    out["type"] = type_of(shape, or_null);
    if (const auto* list = shape.list()) {
      out["items"] = value(*list->element, list->element->nullable.has_value());
    }
    if (const auto* scalar = shape.scalar()) add_limits(*scalar, or_null, out);
    return out;
  }

  static void add_limits(const ScalarForm& scalar, bool or_null, Json& out) {
    if (!scalar.choices.empty()) {
      out["enum"] = scalar.choices;
      if (or_null) out["enum"].push_back(nullptr);
    }
    if (scalar.most != 0) out["minimum"] = scalar.least, out["maximum"] = scalar.most;
  }

  static bool is_shared(const Shape& shape) {
    const auto* scalar = shape.scalar();
    if (scalar == nullptr) return shape.object() != nullptr;
    return scalar->kind == ScalarForm::Kind::json ||
           (scalar->choices.empty() && !scalar->pattern.empty());
  }

  // The name of the part in $defs, where it is put if it is new.
  std::string define(const Shape& shape) {
    std::string name = definition_name(shape);
    if (definitions_.contains(name)) return name;
    definitions_[name] = nullptr;  // keeps its place while its own parts are put in
    Json part;
    part["title"] = shape.name.en;
    if (refers_to(shape) != RefKind::none) {
      const bool or_title = refers_to(shape) == RefKind::document;
      part["title"] = std::string(shape.name.en) + (or_title ? " id or title" : " id");
    }
    if (const auto* form = shape.object()) part.update(object(*form));
    if (const auto* scalar = shape.scalar()) {
      if (!scalar->pattern.empty()) part["pattern"] = scalar->pattern;
      if (!scalar->example.empty()) part["examples"] = {example(*scalar)};
    }
    definitions_[name] = std::move(part);
    return name;
  }

  static Json example(const ScalarForm& scalar) {
    const bool json = scalar.kind == ScalarForm::Kind::json;
    return json ? Json::parse(scalar.example) : Json(scalar.example);
  }

  Json definitions_ = Json::object();
};

}  // namespace

std::string schema_name(const RecordKind& kind) {
  return joined_by_hyphens(kind.name.en);
}

std::string schema_file(const RecordKind& kind) {
  return schema_name(kind) + ".schema.json";
}

std::string json_schema(const RecordKind& kind) {
  return Writer().write(kind).dump(2) + "\n";
}

}  // namespace huice::load
