// SPDX-License-Identifier: Apache-2.0
//
// The walk over prose fields is written by hand, since it tells whose words each is. The field
// tables know all of them.
#include "base/files.h"
#include "load/project.h"
#include "model/schema/dependencies.h"
#include "model/schema/records.h"
#include "model/walk.h"
#include "paths.h"

#include <doctest/doctest.h>

#include <set>
#include <string>

using namespace huice;

namespace {

using Fields = std::set<const model::Prose*>;

Fields by_the_tables(const model::Library& library) {
  Fields fields;
  model::DependencyVisitor visitor;
  visitor.reference = [](model::RefKind, std::string_view) {};
  visitor.prose = [&fields](const model::Prose& prose) { fields.insert(&prose); };
  const auto visit = [&visitor](const auto& list) {
    using Record = typename std::decay_t<decltype(list)>::value_type;
    for (const Record& one : list) {
      model::visit_dependencies(model::schema::shape_of<Record>(), one, visitor);
    }
  };
  model::each_list(visit, library.records());
  model::visit_dependencies(model::schema::shape_of<model::Site>(), library.site(), visitor);
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
