// SPDX-License-Identifier: Apache-2.0
//
// Every scalar of the shipped data and of tests/sites/small: what was loaded is printed as the file
// has it.
#include "base/files.h"
#include "base/utf8.h"
#include "formats/csv_row.h"
#include "load/project.h"
#include "model/schema/records.h"
#include "paths.h"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <map>
#include <string>
#include <tuple>
#include <vector>

using namespace huice;
using model::Field;
using model::Shape;
using Json = nlohmann::json;
using Kind = model::ScalarForm::Kind;

namespace {

/// A record as the tables see it.
struct Loaded {
  std::uint32_t line = 0;
  std::uint32_t column = 0;
  const Shape* shape = nullptr;
  void* record = nullptr;
};

class Project {
 public:
  explicit Project(const std::string& folder) : folder_(folder) {
    auto library = load::load_project(files_, {.project = folder}, problems_);
    REQUIRE(library.has_value());
    library_ = std::move(*library);
    add(library_.site());
    model::each_list(
        [this](const auto& list) {
          for (const auto& one : list) add(one);
        },
        library_.records());
  }

  /// Compares every file that holds records, and returns how many scalars there were.
  std::size_t compare() {
    for (auto& [file, records] : by_file_) {
      const auto by_place = [](const Loaded& a, const Loaded& b) {
        return std::tie(a.line, a.column) < std::tie(b.line, b.column);
      };
      std::sort(records.begin(), records.end(), by_place);
      const std::string& name = library_.files()[file];
      CAPTURE(name);
      text_ = files_.read(join_path(folder_, name)).value();
      if (name.ends_with(".csv")) {
        compare_table(records);
      } else {
        compare_json(Json::parse(text_), records);
      }
    }
    return scalars_;
  }

 private:
  template <class Record>
  void add(const Record& record) {
    const model::Place& place = record.provenance.place;
    // The tables reach members through void*; nothing is written here.
    by_file_[place.file].push_back({place.line, place.column, &model::schema::shape_of<Record>(),
                                    const_cast<Record*>(&record)});
  }

  void compare_json(Json file, const std::vector<Loaded>& records) {
    file.erase("$schema");
    const bool list = file.size() == 1 && file.begin()->is_array();
    if (!list) return compare_value(*records.front().shape, records.front().record, file);
    REQUIRE(file.begin()->size() == records.size());
    for (std::size_t i = 0; i < records.size(); ++i) {
      compare_value(*records[i].shape, records[i].record, (*file.begin())[i]);
    }
  }

  void compare_value(const Shape& shape, void* target, const Json& json) {
    if (json.is_null()) return;
    void* value = shape.value_in(target);
    REQUIRE(value != nullptr);
    if (const auto* object = shape.object()) {
      for (auto member = json.begin(); member != json.end(); ++member) {
        const std::string& key = member.key();
        const Field* field = model::find_field(*object, key);
        REQUIRE_MESSAGE(field != nullptr, key);
        compare_value(*field->shape, field->member(value), member.value());
      }
    } else if (const auto* list = shape.list(); list != nullptr && !json.is_array()) {
      REQUIRE((list->one_alone && list->size(value) == 1));
      compare_value(*list->element, list->at(value, 0), json);
    } else if (list != nullptr) {
      REQUIRE(list->size(value) == json.size());
      for (std::size_t i = 0; i < json.size(); ++i) {
        compare_value(*list->element, list->at(value, i), json[i]);
      }
    } else {
      ++scalars_;
      const std::string printed = shape.scalar()->print(value);
      switch (shape.scalar()->kind) {
        case Kind::text:
          CHECK(printed == json.get<std::string>());
          break;
        case Kind::boolean:
        case Kind::number:
          // A parsed document would not keep how a number with a point is written.
          REQUIRE(!json.is_number_float());
          CHECK(printed == json.dump());
          break;
        case Kind::json:
        case Kind::rule:
          CHECK(Json::parse(printed) == json);
          CHECK(text_.find(printed) != std::string::npos);
          break;
      }
    }
  }

  void compare_table(const std::vector<Loaded>& records) {
    std::vector<formats::CsvCell> header;
    std::vector<formats::CsvCell> row;
    std::size_t offset = 0;
    REQUIRE(formats::split_csv_row(text_, offset, header) == formats::CsvSplit::row);
    for (const Loaded& record : records) {
      REQUIRE(formats::split_csv_row(text_, offset, row) == formats::CsvSplit::row);
      for (std::size_t i = 0; i < row.size(); ++i) {
        const std::string cell(utf8::trimmed(row[i].text));
        if (!cell.empty()) compare_cell(record, header[i].text, cell);
      }
    }
  }

  void compare_cell(const Loaded& record, std::string_view column, const std::string& cell) {
    CAPTURE(column);
    const Shape* shape = record.shape;
    void* target = record.record;
    while (!column.empty()) {
      const std::size_t point = std::min(column.find('.'), column.size());
      const Field* field = model::find_field(*shape->object(), column.substr(0, point));
      REQUIRE(field != nullptr);
      shape = field->shape;
      target = shape->value_in(field->member(target));
      REQUIRE(target != nullptr);
      column.remove_prefix(std::min(point + 1, column.size()));
    }
    ++scalars_;
    REQUIRE(shape->scalar() != nullptr);
    CHECK(shape->scalar()->print(target) == cell);
  }

  RealFileSystem files_;
  std::string folder_;
  std::string text_;  ///< of the file that is compared
  Diagnostics problems_;
  model::Library library_;
  std::map<std::uint32_t, std::vector<Loaded>> by_file_;
  std::size_t scalars_ = 0;
};

}  // namespace

TEST_CASE("every scalar of the shipped data is printed as its file has it") {
  CHECK(Project(source_path()).compare() > 4000);
}

TEST_CASE("every scalar of the small site is printed as its file has it") {
  CHECK(Project(source_path("/tests/sites/small")).compare() > 300);
}
