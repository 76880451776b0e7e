// SPDX-License-Identifier: Apache-2.0
//
// Parts that have a name stand once in $defs, without a type: whether null is allowed depends on
// where a part is used, so each use states the type beside its $ref. Editors then show one short
// message instead of the branches of an anyOf.
#include "load/json_schema.h"

#include "base/json/read.h"
#include "base/json/write.h"
#include "model/schema/scalars.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace huice::load {
namespace {

using Json = json::Value;
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
  return types.size() == 1 ? Json(types.front()) : Json::list(types);
}

std::string definition_name(const Shape& shape) {
  const std::string name = joined_by_hyphens(shape.name.en);
  return shape.refers_to == RefKind::none ? name : name + "-id";
}

class Writer {
 public:
  Json write(const RecordKind& kind) {
    Json file;
    file.set("$schema", "https://json-schema.org/draft/2020-12/schema");
    file.set("$id", schema_file(kind));
    file.set("title", kind.name.en);
    file.set("description", kind.doc.en);
    file.set("type", "object");
    const Json about{
        {"description", "where this schema stands, for editors; not part of the record"}};
    const bool itself = kind.layout == Layout::single || kind.layout == Layout::folder;
    add(file, itself ? object(*kind.shape, &about) : list_file(kind, about));
    Json definitions = Json::object();
    for (auto& [name, part] : definitions_) definitions.set(name, std::move(part));
    file.set("$defs", std::move(definitions));
    return file;
  }

 private:
  static void add(Json& to, const Json& members) {
    for (const json::Member& member : members.members()) to.set(member.name, member.value);
  }

  // {"regions": [ … ]}
  Json list_file(const RecordKind& kind, const Json& about_schema) {
    const std::string key(kind.path.substr(kind.path.rfind('/') + 1));
    Json properties;
    properties.set(key, value(*kind.list, false));
    properties.set("$schema", about_schema);
    return Json{{"properties", std::move(properties)},
                {"required", Json::list(std::vector{key})},
                {"additionalProperties", false}};
  }

  // `about_schema`: where not null, what to say of the member $schema, which it then may have.
  Json object(const Shape& shape, const Json* about_schema = nullptr) {
    Json properties = Json::object();
    std::vector<std::string_view> required;
    for (const Field& field : shape.fields) {
      Json used = value(*field.shape, field.presence != Presence::required);
      used.set("description", field.doc.en);
      properties.set(field.key, std::move(used));
      if (field.presence != Presence::optional) required.push_back(field.key);
    }
    if (about_schema != nullptr) properties.set("$schema", *about_schema);
    Json out;
    out.set("properties", std::move(properties));
    if (!required.empty()) out.set("required", Json::list(required));
    out.set("additionalProperties", false);
    return out;
  }

  // A value where it is used.
  Json value(const Shape& shape, bool or_null) {
    Json out;
    if (is_shared(shape)) out.set("$ref", "#/$defs/" + define(shape));
    out.set("type", type_of(shape, or_null));
    if (shape.kind == Shape::Kind::list) {
      out.set("items", value(*shape.element, shape.element->nullable));
    }
    if (!shape.choices.empty()) {
      Json choices = Json::list(shape.choices);
      if (or_null) choices.push(nullptr);
      out.set("enum", std::move(choices));
    }
    if (shape.most != 0) out.set("minimum", shape.least), out.set("maximum", shape.most);
    return out;
  }

  static bool is_shared(const Shape& shape) {
    const bool is_object = shape.kind == Shape::Kind::object || shape.kind == Shape::Kind::json;
    return is_object || (shape.choices.empty() && !shape.pattern.empty());
  }

  // The name of the part in $defs, where it is put if it is new.
  std::string define(const Shape& shape) {
    std::string name = definition_name(shape);
    const auto known = std::find_if(definitions_.begin(), definitions_.end(),
                                    [&name](const auto& one) { return one.first == name; });
    if (known != definitions_.end()) return name;
    const std::size_t place = definitions_.size();
    definitions_.emplace_back(name, nullptr);  // keeps its place while its own parts are put in
    Json part;
    part.set("title", shape.name.en);
    if (shape.refers_to != RefKind::none) {
      const bool or_title = shape.refers_to == RefKind::document;
      part.set("title", std::string(shape.name.en) + (or_title ? " id or title" : " id"));
    }
    if (shape.kind == Shape::Kind::object) add(part, object(shape));
    if (!shape.pattern.empty()) part.set("pattern", shape.pattern);
    if (!shape.example.empty()) part.set("examples", Json::list(std::vector{example(shape)}));
    definitions_[place].second = std::move(part);
    return name;
  }

  static Json example(const Shape& shape) {
    if (shape.kind != Shape::Kind::json) return shape.example;
    Diagnostics none;
    return json::parse(SourceText({}, shape.example), none).value_or(Json());
  }

  std::vector<std::pair<std::string, Json>> definitions_;
};

}  // namespace

std::string schema_name(const RecordKind& kind) {
  return joined_by_hyphens(kind.name.en);
}

std::string schema_file(const RecordKind& kind) {
  return schema_name(kind) + ".schema.json";
}

std::string json_schema(const RecordKind& kind) {
  return json::indented(Writer().write(kind));
}

}  // namespace huice::load
