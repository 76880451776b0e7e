// SPDX-License-Identifier: Apache-2.0
//
// Parts that have a name stand once in $defs, where they may be null: whether that is allowed
// depends on where a part is used, so each use states the type beside its $ref. Editors then show
// one short message instead of the branches of an anyOf, which only values of several types have.
// Each keyword stands beside the type that it is about, and no type is a list of others than null:
// ajv's strict mode wants both.
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

// A pattern of these texts alone. REQUIRES: of what patterns give a meaning they have points alone.
std::string one_of(const std::vector<std::string_view>& texts) {
  std::string pattern;
  for (const std::string_view text : texts) {
    pattern += pattern.empty() ? "^(?:" : "|";
    for (const char c : text) pattern += c == '.' ? std::string("\\.") : std::string(1, c);
  }
  return pattern + ")$";
}

std::vector<std::string> types_of(const ScalarForm& scalar) {
  if (!scalar.signs.empty()) return {"number", "string"};
  switch (scalar.kind) {
    case ScalarForm::Kind::text:
      return {"string"};
    case ScalarForm::Kind::number:
      return {scalar.most != 0 ? "integer" : "number"};
    case ScalarForm::Kind::boolean:
      return {"boolean"};
    case ScalarForm::Kind::json:
      return {"object", "boolean"};
    case ScalarForm::Kind::rule:
      return {"string", "object", "boolean"};
  }
  return {};
}

std::vector<std::string> types_of(const Shape& shape) {
  if (const auto* list = shape.list()) {
    std::vector<std::string> types{"array"};
    if (list->one_alone) types = types_of(*list->element->scalar());
    if (list->one_alone) types.emplace_back("array");
    return types;
  }
  if (shape.object() != nullptr) return {"object"};
  return types_of(*shape.scalar());
}

RefKind refers_to(const Shape& shape) {
  return shape.scalar() == nullptr ? RefKind::none : shape.scalar()->refers_to;
}

Json type_of(const Shape& shape, bool or_null) {
  std::vector<std::string> types = types_of(shape);
  if (or_null) types.emplace_back("null");
  return types.size() == 1 ? Json(types.front()) : Json::list(types);
}

std::string definition_name(const Shape& shape) {
  const std::string name = joined_by_hyphens(shape.name.en);
  return refers_to(shape) == RefKind::none ? name : name + "-id";
}

class Writer {
 public:
  explicit Writer(Language language) : language_(language) {}

  Json write(const RecordKind& kind) {
    Json file;
    file.set("$schema", "https://json-schema.org/draft/2020-12/schema");
    file.set("$id", schema_file(kind));
    file.set("title", kind.name.in(language_));
    file.set("description", kind.doc.in(language_));
    file.set("type", "object");
    constexpr Wording kAbout{"本 Schema 的位置，供编辑器使用；不是记录的内容",
                             "where this schema is, for editors; not part of the record"};
    const Json about{{"description", kAbout.in(language_)}};
    const bool itself = kind.layout == Layout::single || kind.layout == Layout::folder;
    add(file, itself ? object(*kind.shape->object(), &about) : list_file(kind, about));
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
  Json object(const ObjectForm& shape, const Json* about_schema = nullptr) {
    Json properties = Json::object();
    std::vector<std::string_view> required;
    for (const Field& field : shape.fields) {
      Json used = value(*field.shape, field.presence != Presence::required);
      used.set("description", field.doc.in(language_));
      properties.set(field.key, std::move(used));
      if (field.presence != Presence::optional) required.push_back(field.key);
    }
    if (about_schema != nullptr) properties.set("$schema", *about_schema);
    Json out;
    out.set("properties", std::move(properties));
    if (!required.empty()) out.set("required", Json::list(required));
    out.set("additionalProperties", false);
    add_rules(shape, out);
    return out;
  }

  // What makes sure that the key has a value: no null, no empty list.
  static Json given(const ObjectForm& shape, std::string_view key) {
    const Field* field = model::find_field(shape, key);
    const bool is_list = field->shape->list() != nullptr;
    Json value =
        is_list ? Json{{"type", "array"}, {"minItems", 1}} : Json{{"not", Json{{"type", "null"}}}};
    Json properties = Json::object();
    properties.set(key, std::move(value));
    return Json{{"required", Json::list(std::vector{key})}, {"properties", std::move(properties)}};
  }

  static Json where(const ObjectForm& shape, const model::Need& need) {
    if (need.words.empty()) return given(shape, need.key);
    Json properties = Json::object();
    properties.set(need.key, Json{{"enum", Json::list(need.words)}});
    return Json{{"required", Json::list(std::vector{need.key})},
                {"properties", std::move(properties)}};
  }

  // Rules between keys.
  static void add_rules(const ObjectForm& shape, Json& out) {
    if (!shape.exactly_one.empty()) {
      // Of null, which some uses allow, the others say nothing.
      Json ways = Json::list();
      ways.push({{"type", "null"}});
      for (const std::string_view key : shape.exactly_one) {
        Json way{{"type", "object"}};
        add(way, given(shape, key));
        ways.push(std::move(way));
      }
      out.set("oneOf", std::move(ways));
    }
    if (shape.needs.empty()) return;
    Json rules = Json::list();
    for (const model::Need& need : shape.needs) {
      rules.push({{"if", where(shape, need)}, {"then", given(shape, need.needed)}});
    }
    out.set("allOf", std::move(rules));
  }

  // A value where it is used.
  Json value(const Shape& shape, bool or_null) {
    if (types_of(shape).size() > 1) return value_of_types(shape, or_null);
    Json out;
    if (is_shared(shape)) out.set("$ref", reference(shape));
    out.set("type", type_of(shape, or_null));
    if (const auto* list = shape.list()) out.set("items", items(*list));
    if (const auto* scalar = shape.scalar()) add_limits(*scalar, or_null, out);
    return out;
  }

  Json items(const model::ListForm& list) {
    return value(*list.element, list.element->nullable.has_value());
  }

  Json value_of_types(const Shape& shape, bool or_null) {
    Json ways = Json::list();
    if (const auto* list = shape.list()) {
      ways.push(value(*list->element, false));
      ways.push(Json{{"type", "array"}, {"items", items(*list)}});
    } else if (is_shared(shape)) {
      Json part{{"$ref", reference(shape)}};
      if (!or_null) return part;
      ways.push(std::move(part));
    } else {
      const ScalarForm& scalar = *shape.scalar();
      Json number{{"type", "number"}};
      add_limits(scalar, false, number);
      ways.push(std::move(number));
      ways.push(Json{{"type", "string"}, {"pattern", one_of(scalar.signs)}});
    }
    if (or_null) ways.push({{"type", "null"}});
    return Json{{"anyOf", std::move(ways)}};
  }

  static void add_limits(const ScalarForm& scalar, bool or_null, Json& out) {
    if (!scalar.choices.empty()) {
      Json choices = Json::list(scalar.choices);
      if (or_null) choices.push(nullptr);
      out.set("enum", std::move(choices));
    }
    if (scalar.most != 0) out.set("minimum", scalar.least), out.set("maximum", scalar.most);
    if (scalar.positive) out.set("exclusiveMinimum", 0);
  }

  static bool is_shared(const Shape& shape) {
    const auto* scalar = shape.scalar();
    if (scalar == nullptr) return shape.object() != nullptr;
    return scalar->kind == ScalarForm::Kind::json || scalar->kind == ScalarForm::Kind::rule ||
           (scalar->choices.empty() && !scalar->pattern.empty());
  }

  std::string reference(const Shape& shape) { return "#/$defs/" + define(shape); }

  // The name of the part in $defs, where it is put if it is new.
  std::string define(const Shape& shape) {
    std::string name = definition_name(shape);
    const auto known = std::find_if(definitions_.begin(), definitions_.end(),
                                    [&name](const auto& one) { return one.first == name; });
    if (known != definitions_.end()) return name;
    const std::size_t place = definitions_.size();
    definitions_.emplace_back(name, nullptr);  // keeps its place while its own parts are put in
    Json part;
    part.set("title", shape.name.in(language_));
    if (refers_to(shape) != RefKind::none) {
      const bool or_title = refers_to(shape) == RefKind::document;
      constexpr Wording kId{"编号", " id"};
      constexpr Wording kIdOrTitle{"编号或标题", " id or title"};
      const Wording& suffix = or_title ? kIdOrTitle : kId;
      part.set("title", std::string(shape.name.in(language_)) + std::string(suffix.in(language_)));
    }
    add(part, types_of_part(shape));
    if (const auto* form = shape.object()) add(part, object(*form));
    if (const auto* scalar = shape.scalar()) {
      if (!scalar->example.empty()) {
        part.set("examples", Json::list(std::vector{example(*scalar)}));
      }
    }
    definitions_[place].second = std::move(part);
    return name;
  }

  static Json pattern_of(const Shape& shape) {
    const auto* scalar = shape.scalar();
    if (scalar == nullptr || scalar->pattern.empty()) return Json::object();
    return Json{{"pattern", scalar->pattern}};
  }

  static Json types_of_part(const Shape& shape) {
    const std::vector<std::string> types = types_of(shape);
    if (types.size() == 1) {
      Json out{{"type", type_of(shape, true)}};
      add(out, pattern_of(shape));
      return out;
    }
    Json ways = Json::list();
    for (const std::string& type : types) {
      Json way{{"type", type}};
      if (type == "string") add(way, pattern_of(shape));
      ways.push(std::move(way));
    }
    return Json{{"anyOf", std::move(ways)}};
  }

  static Json example(const ScalarForm& scalar) {
    if (scalar.kind != ScalarForm::Kind::json) return scalar.example;
    Diagnostics none;
    return json::parse(SourceText({}, scalar.example), none).value_or(Json());
  }

  Language language_;
  std::vector<std::pair<std::string, Json>> definitions_;
};

}  // namespace

std::string schema_name(const RecordKind& kind) {
  return joined_by_hyphens(kind.name.en);
}

std::string schema_file(const RecordKind& kind) {
  return schema_name(kind) + ".schema.json";
}

std::string json_schema(const RecordKind& kind, Language language) {
  return json::indented(Writer(language).write(kind));
}

}  // namespace huice::load
