// SPDX-License-Identifier: Apache-2.0
//
// The walk over prose fields is written by hand, since it says whose words each is. The field
// tables know all of them.
#include "base/files.h"
#include "load/project.h"
#include "model/schema/records.h"
#include "model/walk.h"
#include "paths.h"

#include <doctest/doctest.h>

#include <set>
#include <string>

using namespace huice;

namespace {

using Fields = std::set<const model::Prose*>;

void collect(const model::Shape& shape, void* target, Fields& fields) {
  void* value = shape.value_in(target);
  if (value == nullptr) return;
  if (const auto* list = shape.list()) {
    for (std::size_t i = 0; i < list->size(value); ++i) {
      collect(*list->element, list->at(value, i), fields);
    }
  }
  if (const auto* object = shape.object()) {
    for (const model::Field& field : object->fields) {
      collect(*field.shape, field.member(value), fields);
    }
  }
  const auto* scalar = shape.scalar();
  if (scalar == nullptr || scalar->peek_prose == nullptr) return;
  if (const model::Prose* prose = scalar->peek_prose(value); !prose->empty()) fields.insert(prose);
}

// The tables reach members through void*, for loading writes through them; this only reads.
template <class Record>
void collect(const Record& record, Fields& fields) {
  collect(model::schema::shape_of<Record>(), const_cast<Record*>(&record), fields);
}

Fields by_the_tables(const model::Library& library) {
  Fields fields;
  const auto visit = [&fields](const auto& list) {
    for (const auto& one : list) collect(one, fields);
  };
  model::each_list(visit, library.records());
  collect(library.site(), fields);
  // What a file beside the booklet says is no field of a table.
  for (const model::Booklet& booklet : library.booklets()) {
    if (!booklet.preface.empty()) fields.insert(&booklet.preface);
    for (const model::Chapter& chapter : booklet.chapters) {
      if (!chapter.intro.empty()) fields.insert(&chapter.intro);
    }
  }
  return fields;
}

}  // namespace

TEST_CASE("every prose field of the tables is visited, once") {
  for (const char* project : {"", "/tests/sites/small"}) {
    CAPTURE(project);
    const RealFileSystem files;
    Diagnostics problems;
    const auto library = load::load_project(files, {.project = source_path(project)}, problems);
    REQUIRE(library.has_value());
    Fields visited;
    model::each_prose(library->records(), [&visited](const model::ProseField& field) {
      CHECK(visited.insert(field.prose).second);
    });
    CHECK(visited == by_the_tables(*library));
    CHECK(visited.size() > 10);
  }
}
