// SPDX-License-Identifier: Apache-2.0
//
// A record is read by its own table alone: any other pair does not compile.
#include "load/csv_file.h"
#include "load/json_file.h"
#include "model/schema/parts.h"
#include "model/schema/plain_field.h"
#include "model/schema/records.h"

#include <doctest/doctest.h>

using namespace huice;
using load::FileContext;
using model::Policy;
using model::ShapeFor;
using model::Topic;

namespace {

template <class Of, class Record>
concept ReadsRecord = requires(const Of& shape, Record& record, FileContext& context) {
  load::read_json_record(shape, record, context);
};

template <class Of, class List>
concept ReadsList = requires(const Of& shape, List& list, FileContext& context) {
  load::read_json_list("topics", shape, list, context);
  load::read_csv_list(shape, list, context);
};

template <class Of, class Record>
concept HandsOn = requires(const Of& shape, const Record& record) {
  model::plain_field(shape, record, "id");
};

// Taken by the field tables for a member.
template <auto Member, class Of>
concept Describes = requires(const Of& shape) {
  model::schema::required<Member>("key", shape, Wording{});
};

static_assert(ReadsRecord<ShapeFor<Topic>, Topic>);
static_assert(!ReadsRecord<ShapeFor<Topic>, Policy>);
static_assert(!ReadsRecord<ShapeFor<Topic>, std::vector<Topic>>);
static_assert(!ReadsRecord<model::Shape, Topic>);
static_assert(!ReadsRecord<ShapeFor<Topic>, void*>);

static_assert(ReadsList<ShapeFor<std::vector<Topic>>, std::vector<Topic>>);
static_assert(!ReadsList<ShapeFor<std::vector<Topic>>, std::vector<Policy>>);
static_assert(!ReadsList<ShapeFor<Topic>, std::vector<Topic>>);
static_assert(!ReadsList<model::Shape, std::vector<Topic>>);

static_assert(HandsOn<ShapeFor<Topic>, Topic>);
static_assert(!HandsOn<ShapeFor<Topic>, Policy>);
static_assert(!HandsOn<ShapeFor<model::Article>, Policy>);
static_assert(!HandsOn<model::Shape, Policy>);

static_assert(Describes<&Topic::name, ShapeFor<std::string>>);
static_assert(!Describes<&Topic::name, ShapeFor<model::Prose>>);
static_assert(!Describes<&Policy::number, ShapeFor<model::DocumentNumber>>);
static_assert(!Describes<&Policy::number, model::Shape>);

}  // namespace

TEST_CASE("the table of a type is that type's, and a list of records has its table's shape") {
  Topic topic;
  const std::string text = R"({"id": "t", "name": "主题"})";
  const SourceText source("t.json", text);
  Diagnostics problems;
  std::vector<load::Reference> references;
  FileContext context(source, 1, problems, references);
  load::read_json_record(model::schema::shape_of<Topic>(), topic, context);
  CHECK(!problems.has_errors());
  CHECK(topic.name == "主题");
  CHECK(model::schema::list_of<Topic>().list()->element == &model::schema::shape_of<Topic>());
}
