// SPDX-License-Identifier: Apache-2.0
#include "consistency/random_project.h"

#include "consistency/random_values.h"
#include "model/schema/records.h"

#include <algorithm>

namespace huice::test {
namespace {

using model::Field;
using model::Presence;
using model::Shape;
using model::schema::Layout;
using model::schema::RecordKind;

// Rules, sums and the roster speak of these, so that they are the same in every project; their own
// optional fields have a test of their own (tests/unit/match).
constexpr const char* kProfile = R"([
  {"id": "staff", "label": "职工人数", "type": "number", "unit": "人", "change": "up"},
  {"id": "revenue", "label": "营业收入", "type": "money", "change": "up", "reach": "100%"},
  {"id": "loan-day", "label": "放款日", "type": "date", "ahead": true},
  {"id": "listed", "label": "在库", "type": "boolean", "change": "up"}])";

class Maker {
 public:
  Maker(Random& random, Coverage& coverage)
      : random_(random), values_(random), coverage_(coverage), share_(random.between(1, 9)) {}

  RandomProject make() {
    RandomProject project;
    for (const RecordKind& kind : model::schema::record_kinds()) {
      if (count_of(kind) > 0) add(kind, project);
    }
    project.records["profile"] = Json{{"profile", Json::parse(kProfile)}};
    add_enterprises(project);
    link(project, random_);
    project.as_of = values_.as_of();
    return project;
  }

 private:
  int count_of(const RecordKind& kind) {
    const std::string_view path = kind.path;
    if (path == "examples" || path == "profile") return 0;
    if (path == "policies") return random_.between(2, 4);
    if (path == "organizations") return random_.between(2, 3);
    for (const std::string_view some : {"regions", "topics", "beneficiaries", "indicators"}) {
      if (path == some) return random_.between(1, 2);
    }
    if (path == "observations") return random_.between(1, 4);
    if (path == "site") return 1;
    return random_.between(0, path == "proposals" ? 2 : 1);
  }

  void add(const RecordKind& kind, RandomProject& project) {
    const std::string path(kind.path);
    const std::string way(kind.name.en);
    if (kind.layout == Layout::single) {
      project.records[path] = value(*kind.shape, way, {});
      return;
    }
    Json all = Json::array();
    const int count = std::max(1, count_of(kind));
    for (int i = 0; i < count; ++i) all.push_back(value(*kind.shape, way, {}));
    if (kind.layout == Layout::folder) {
      for (const Json& one : all) project.records[path + "/" + one["id"].get<std::string>()] = one;
      return;
    }
    const std::string key = path.substr(path.rfind('/') + 1);
    project.records[kind.layout == Layout::tables ? path + "/all" : path] = Json{{key, all}};
  }

  bool is_given(const Field& field, const std::string& way) {
    if (fields_never_made().contains(way)) return false;
    if (field.presence != Presence::optional) return true;
    return random_.between(1, 10) <= (telling_ && tells(field.key) ? 8 : share_);
  }

  // What says whether a text or measure holds: without it, all would be unknown nearly always.
  static bool tells(std::string_view key) {
    static const std::set<std::string_view> keys{"dates",      "signed",   "effective", "date",
                                                 "confirmed",  "expires",  "relations", "topics",
                                                 "measures",   "amounts",  "rulings",   "conflicts",
                                                 "sets_aside", "validity", "guide"};
    return keys.contains(key);
  }

  Json value(const Shape& shape, const std::string& way, const std::string& key) {
    if (const auto* object = shape.object()) {
      Json made = Json::object();
      for (const Field& field : object->fields) add(field, way, made);
      return made;
    }
    const auto* list = shape.list();
    if (list == nullptr) return values_.scalar(shape, key);
    Json made = Json::array();
    const int count = random_.between(1, 2);
    for (int i = 0; i < count; ++i) made.push_back(value(*list->element, way + "[]", key));
    return made;
  }

  void add(const Field& field, const std::string& way, Json& object) {
    const std::string key(field.key);
    const std::string inner = way + "." + key;
    const bool may_be_null = field.shape->nullable && field.presence != Presence::required;
    if (!is_given(field, inner)) {
      coverage_.left_out.insert(inner);
      if (may_be_null && random_.one_in(3)) object[key] = nullptr;
      return;
    }
    if (field.presence == Presence::stated && may_be_null && random_.one_in(3)) {
      coverage_.left_out.insert(inner);
      object[key] = nullptr;
      return;
    }
    coverage_.given.insert(inner);
    object[key] = value(*field.shape, inner, key);
  }

  // Three enterprises; the first is asked about by itself, too.
  void add_enterprises(RandomProject& project) {
    project.roster = "企业名称,职工人数,营业收入,在库\n";
    for (int i = 0; i < 3; ++i) {
      const bool staff = random_.one_in(2);
      const bool revenue = random_.one_in(2);
      const bool listed = random_.one_in(2);
      const std::string people = std::to_string(random_.between(1, 100));
      const bool is = random_.one_in(2);
      project.roster += values_.name() + "," + (staff ? people : "") + "," +
                        (revenue ? "300万元" : "") + "," + (listed ? (is ? "是" : "否") : "") +
                        "\n";
      if (i > 0) continue;
      project.answers = Json::object();
      if (staff) project.answers["staff"] = Json::parse(people);
      if (revenue) project.answers["revenue"] = "300万元";
      if (listed) project.answers["listed"] = is;
    }
  }

  Random& random_;
  RandomValues values_;
  Coverage& coverage_;
  int share_;  ///< of ten optional fields, so many are given
  bool telling_ = random_.one_in(2);
};

void collect(const Shape& shape, const std::string& way, std::set<std::string>& fields) {
  if (const auto* list = shape.list()) collect(*list->element, way + "[]", fields);
  const auto* object = shape.object();
  if (object == nullptr) return;
  for (const Field& field : object->fields) {
    const std::string inner = way + "." + std::string(field.key);
    fields.insert(inner);
    if (fields_never_made().contains(inner)) continue;
    collect(*field.shape, inner, fields);
  }
}

}  // namespace

RandomProject random_project(std::uint64_t seed, Coverage& coverage) {
  Random random(seed);
  return Maker(random, coverage).make();
}

std::set<std::string> all_fields() {
  std::set<std::string> fields;
  for (const RecordKind& kind : model::schema::record_kinds()) {
    if (kind.path == "examples" || kind.path == "profile") continue;
    collect(*kind.shape, std::string(kind.name.en), fields);
  }
  return fields;
}

const std::set<std::string>& fields_never_made() {
  // Each names other things than records: codes of findings, an expression over indicators.
  static const std::set<std::string> never{"site.findings", "indicator.formula"};
  return never;
}

std::map<std::string, std::string> files_of(const RandomProject& project) {
  std::map<std::string, std::string> files;
  for (const auto& [path, record] : project.records) {
    files["data/" + path + ".json"] = record.dump(1);
  }
  for (const auto& [path, text] : project.texts) files["data/" + path] = text;
  return files;
}

}  // namespace huice::test
