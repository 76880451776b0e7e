// SPDX-License-Identifier: Apache-2.0
// The field tables are sound: whatever walks them (loading, the public view, JSON Schema) may
// count on what is checked here for every field of every record.
#include "model/schema/records.h"
#include "model/schema/references.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <functional>
#include <set>
#include <string>
#include <vector>

using namespace huice::model;

namespace {

// doctest cannot print pointers to functions.
template <class Pointer>
bool is_set(Pointer pointer) {
  return pointer != nullptr;
}

// Calls `visit` for each shape reachable from a record's, with the way to it.
void each_shape(const Shape& shape, const std::string& way,
                const std::function<void(const Shape&, const std::string&)>& visit) {
  visit(shape, way);
  if (const auto* list = shape.list()) each_shape(*list->element, way + "[]", visit);
  const auto* object = shape.object();
  if (object == nullptr) return;
  for (const Field& field : object->fields) {
    if (is_set(field.shape)) each_shape(*field.shape, way + "." + std::string(field.key), visit);
  }
}

void each_shape(const std::function<void(const Shape&, const std::string&)>& visit) {
  for (const schema::RecordKind& kind : schema::record_kinds()) {
    each_shape(*kind.shape, std::string(kind.name.en), visit);
  }
}

void each_field(const std::function<void(const Field&, const std::string&)>& visit) {
  each_shape([&](const Shape& shape, const std::string& way) {
    const auto* object = shape.object();
    if (object == nullptr) return;
    for (const Field& field : object->fields) visit(field, way + "." + std::string(field.key));
  });
}

bool is_snake_case(std::string_view key) {
  constexpr std::string_view kPlain = "abcdefghijklmnopqrstuvwxyz0123456789_";
  return !key.empty() && key.find_first_not_of(kPlain) == std::string_view::npos &&
         key.front() >= 'a' && key.front() <= 'z' && !key.ends_with('_') &&
         key.find("__") == std::string_view::npos;
}

void check_both(const huice::Wording& wording) {
  CAPTURE(wording.zh);
  CAPTURE(wording.en);
  const auto is_chinese = [](char c) { return static_cast<unsigned char>(c) >= 0xE4; };
  CHECK(std::any_of(wording.zh.begin(), wording.zh.end(), is_chinese));
  CHECK(wording.en.size() > 1);
  CHECK(wording.en != wording.zh);
}

}  // namespace

TEST_CASE("every field says in Chinese and in English what it is for") {
  std::size_t fields = 0;
  each_field([&](const Field& field, const std::string& way) {
    ++fields;
    CAPTURE(way);
    check_both(field.doc);
    CHECK(is_set(field.shape));
    CHECK(is_set(field.member));
  });
  CHECK(fields > 250);
}

TEST_CASE("keys are snake_case and unique in their object") {
  each_shape([](const Shape& shape, const std::string& way) {
    CAPTURE(way);
    const auto* object = shape.object();
    if (object == nullptr) return;
    CHECK(!object->fields.empty());
    std::set<std::string_view> keys;
    for (const Field& field : object->fields) {
      CHECK_MESSAGE(is_snake_case(field.key), field.key);
      CHECK_MESSAGE(keys.insert(field.key).second, field.key);
      CHECK(find_field(*object, field.key) == &field);
    }
    CHECK(find_field(*object, "no_such_key") == nullptr);
  });
}

TEST_CASE("only asks, required sources and required days are held where there may be none") {
  std::set<std::string> found;
  each_field([&](const Field& field, const std::string& way) {
    if (field.presence != Presence::optional && field.shape->nullable) found.insert(way);
  });
  CHECK(found == std::set<std::string>{"calendar day.date", "calendar day.source", "example.as_of",
                                       "ladder.source", "policy.source", "proposal.asks",
                                       "proposal.extension.on", "proposal.reply.class_changes[].on",
                                       "proposal.reply.consultation.on", "proposal.source"});
}

TEST_CASE("internal fields are optional, so that emptying them leaves a whole record") {
  std::set<std::string> found;
  each_field([&](const Field& field, const std::string& way) {
    if (field.visibility != Visibility::internal) return;
    CHECK_MESSAGE(field.presence == Presence::optional, way);
    found.insert(way.substr(way.find('.')));
  });
  CHECK(found == std::set<std::string>{".findings", ".letters", ".memo", ".reply.consultation",
                                       ".reply.publication_reason", ".reviewed.by"});
}

TEST_CASE("every shape has the functions that its kind needs") {
  each_shape([](const Shape& shape, const std::string& way) {
    CAPTURE(way);
    check_both(shape.name);
    CHECK(is_set(shape.reset));
    if (shape.nullable) {
      CHECK(is_set(shape.nullable->engage));
      CHECK(is_set(shape.nullable->held));
    }
    if (const auto* list = shape.list()) {
      CHECK(is_set(list->element));
      CHECK(is_set(list->append));
      CHECK(is_set(list->size));
      CHECK(is_set(list->at));
      CHECK(is_set(list->erase));
    }
    if (const auto* scalar = shape.scalar()) {
      CHECK(is_set(scalar->parse));
      CHECK(is_set(scalar->print));
      if (scalar->refers_to != RefKind::none) CHECK(is_set(scalar->peek));
    }
    const auto* object = shape.object();
    if (object != nullptr && is_set(object->audience)) CHECK(is_set(object->place));
  });
}

TEST_CASE("the example of every shape is a value it accepts, and the words of a choice are") {
  each_shape([](const Shape& shape, const std::string& way) {
    const auto* scalar = shape.scalar();
    if (scalar == nullptr || scalar->choices.empty()) return;
    CAPTURE(way);
    CHECK(scalar->example == scalar->choices.front());
    std::set<std::string_view> words(scalar->choices.begin(), scalar->choices.end());
    CHECK(words.size() == scalar->choices.size());
  });
}

TEST_CASE("every list grows, hands out its elements and shrinks") {
  Records all;
  for (const schema::RecordKind& kind : schema::record_kinds()) {
    CAPTURE(kind.name.en);
    CHECK((kind.list == nullptr) == (kind.layout == schema::Layout::single));
    if (kind.list == nullptr) continue;
    const ListForm& form = *kind.list->list();
    const auto grow_and_shrink = [&](auto member) {
      auto& records = all.*member;
      void* added = form.append(&records);
      CHECK(form.size(&records) == 1);
      CHECK(form.at(&records, 0) == added);
      form.erase(&records, 0);
      CHECK(form.size(&records) == 0);
    };
    std::visit(grow_and_shrink, kind.member);
  }
}
