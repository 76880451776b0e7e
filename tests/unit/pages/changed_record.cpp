// SPDX-License-Identifier: Apache-2.0
#include "pages/changed_record.h"

#include <map>
#include <set>
#include <string_view>

namespace huice::test {
namespace {

using model::Field;
using model::RefKind;
using model::Shape;

bool is_unit(const Shape& shape) {
  return shape.object() != nullptr && shape.object()->place != nullptr &&
         model::find_field(*shape.object(), "id") != nullptr;
}

std::string id_of(const Shape& shape, void* target) {
  const Field* id = model::find_field(*shape.object(), "id");
  return *id->shape->scalar()->peek(id->member(target));
}

// Articles and their parts are named by the path to them.
std::string named(const std::string& inside, const Shape& part, void* target) {
  const bool in_policy = part.name.en == "article" || inside.find('/') != std::string::npos;
  return in_policy ? inside + "/" + id_of(part, target) : inside;
}

void collect(const std::string& id, const Shape& shape, void* target, std::vector<Unit>& units) {
  void* value = shape.value_in(target);
  if (value == nullptr) return;
  if (const auto* object = shape.object()) {
    for (const Field& field : object->fields) {
      collect(id, *field.shape, field.member(value), units);
    }
  } else if (const auto* list = shape.list()) {
    for (std::size_t i = 0; i < list->size(value); ++i) {
      void* item = list->at(value, i);
      const bool unit = is_unit(*list->element);
      const std::string inner = unit ? named(id, *list->element, item) : id;
      if (unit) units.push_back({inner, list->element, item});
      collect(inner, *list->element, item, units);
    }
  }
}

// Another value for what is not a text.
std::string_view other(const Shape& shape) {
  static const std::map<std::string_view, std::string_view> values{
      {"money", "77万元"},
      {"rate", "77%"},
      {"quantity", "77家"},
      {"number", "77"},
      {"whole number", "77"},
      {"date", "2025-07-07"},
      {"period", "2019"},
      {"qualifier", "≥"},
      {"document number", "示发〔2019〕77号"},
      {"true or false", "true"},
      {"web address", "https://example.org/77"}};
  const auto& choices = shape.scalar()->choices;
  if (!choices.empty()) return choices.back();
  const auto found = values.find(shape.name.en);
  return found == values.end() ? std::string_view{} : found->second;
}

std::size_t change_value(const Shape& shape, void* target);

std::size_t change_field(const Field& field, void* object) {
  // A key of the words (base), the key that observations are found by, and what was decided before.
  static const std::set<std::string_view> kept{"id",      "base",     "period",
                                               "variant", "audience", "answers"};
  return kept.contains(field.key) ? 0 : change_value(*field.shape, field.member(object));
}

std::size_t change_fields(const model::ObjectForm& form, void* object) {
  std::size_t changed = 0;
  for (const Field& field : form.fields) changed += change_field(field, object);
  return changed;
}

std::size_t change_scalar(const Shape& shape, void* target) {
  const model::ScalarForm& scalar = *shape.scalar();
  if (scalar.refers_to != RefKind::none) return 0;
  if (shape.name.en == "text") {
    static_cast<std::string*>(target)->append("（改）");
    return 1;
  }
  if (scalar.peek_prose != nullptr) {
    auto& prose = *static_cast<model::Prose*>(target);
    if (prose.empty()) return 0;
    prose.markdown += "（改）";
    return 1;
  }
  const std::string_view text = other(shape);
  if (text.empty()) return 0;
  return scalar.parse(target, model::Token{text, {}}) ? 0 : 1;
}

std::size_t change_value(const Shape& shape, void* target) {
  void* value = shape.value_in(target);
  if (value == nullptr) return 0;
  if (const auto* object = shape.object()) return change_fields(*object, value);
  const auto* list = shape.list();
  if (list == nullptr) return change_scalar(shape, value);
  if (is_unit(*list->element)) return 0;
  std::size_t changed = 0;
  for (std::size_t i = 0; i < list->size(value); ++i) {
    changed += change_value(*list->element, list->at(value, i));
  }
  return changed;
}

}  // namespace

std::vector<Unit> untyped::units_of(const std::string& id, const Shape& shape, void* object) {
  std::vector<Unit> units{{id, &shape, object}};
  collect(id, shape, object, units);
  return units;
}

std::size_t fields_of(const Unit& unit) {
  return unit.shape->object()->fields.size();
}

std::size_t change(const Unit& unit, std::size_t field) {
  return change_field(unit.shape->object()->fields[field], unit.object);
}

}  // namespace huice::test
