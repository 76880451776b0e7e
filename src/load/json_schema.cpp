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
using model::Presence;
using model::RefKind;
using model::Shape;
using model::schema::Layout;
using model::schema::RecordKind;

std::string joined_by_hyphens(std::string_view name) {
  std::string out(name);
  std::replace(out.begin(), out.end(), ' ', '-');
  return out;
}

std::vector<std::string> types_of(const Shape& shape) {
  switch (shape.kind) {
    case Shape::Kind::text:
      return {"string"};
    case Shape::Kind::number:
      return {shape.most != 0 ? "integer" : "number"};
    case Shape::Kind::boolean:
      return {"boolean"};
    case Shape::Kind::json:
      return {"object", "boolean"};
    case Shape::Kind::list:
      return {"array"};
    case Shape::Kind::object:
      return {"object"};
  }
  return {};
}

Json type_of(const Shape& shape, bool or_null) {
  std::vector<std::string> types = types_of(shape);
  if (or_null) types.emplace_back("null");
  return types.size() == 1 ? Json(types.front()) : Json(types);
}

std::string definition_name(const Shape& shape) {
  const std::string name = joined_by_hyphens(shape.name.en);
  return shape.refers_to == RefKind::none ? name : name + "-id";
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
    file.update(itself ? object(*kind.shape) : list_file(kind));
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

  Json object(const Shape& shape) {
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
    if (shape.kind == Shape::Kind::list) {
      out["items"] = value(*shape.element, shape.element->nullable);
    }
    if (!shape.choices.empty()) {
      out["enum"] = shape.choices;
      if (or_null) out["enum"].push_back(nullptr);
    }
    if (shape.most != 0) out["minimum"] = shape.least, out["maximum"] = shape.most;
    return out;
  }

  static bool is_shared(const Shape& shape) {
    const bool is_object = shape.kind == Shape::Kind::object || shape.kind == Shape::Kind::json;
    return is_object || (shape.choices.empty() && !shape.pattern.empty());
  }

  // The name of the part in $defs, where it is put if it is new.
  std::string define(const Shape& shape) {
    std::string name = definition_name(shape);
    if (definitions_.contains(name)) return name;
    definitions_[name] = nullptr;  // keeps its place while its own parts are put in
    Json part;
    part["title"] = shape.name.en;
    if (shape.refers_to != RefKind::none) {
      const bool or_title = shape.refers_to == RefKind::document;
      part["title"] = std::string(shape.name.en) + (or_title ? " id or title" : " id");
    }
    if (shape.kind == Shape::Kind::object) part.update(object(shape));
    if (!shape.pattern.empty()) part["pattern"] = shape.pattern;
    if (!shape.example.empty()) part["examples"] = {example(shape)};
    definitions_[name] = std::move(part);
    return name;
  }

  static Json example(const Shape& shape) {
    return shape.kind == Shape::Kind::json ? Json::parse(shape.example) : Json(shape.example);
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
