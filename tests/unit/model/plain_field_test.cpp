// SPDX-License-Identifier: Apache-2.0
//
// What readers see of a record's plain fields, and that they see nothing else.
#include "model/schema/plain_field.h"

#include "model/schema/parts.h"
#include "model/schema/records.h"
#include "model/schema/scalars.h"

#include <doctest/doctest.h>

#include <functional>
#include <set>
#include <string>

using namespace huice::model;
using schema::shape_of;

namespace {

/// As text; "none" for what is not known, "no such field" for nullopt.
template <class T>
std::string seen(const T& record, std::string_view key) {
  const auto found = plain_field(shape_of<T>(), record, key);
  if (!found) return "no such field";
  if (const auto* text = std::get_if<std::string_view>(&*found)) return std::string(*text);
  if (const auto* text = std::get_if<std::string>(&*found)) return *text;
  if (const auto* texts = std::get_if<const std::vector<std::string>*>(&*found)) {
    std::string all = "list:";
    for (const std::string& one : **texts) all += " " + one;
    return all;
  }
  return "none";
}

void each_field(const Shape& shape, const std::function<void(const Field&)>& visit) {
  if (const auto* list = shape.list()) each_field(*list->element, visit);
  const auto* object = shape.object();
  if (object == nullptr) return;
  for (const Field& field : object->fields) {
    visit(field);
    each_field(*field.shape, visit);
  }
}

void each_field(const std::function<void(const Field&)>& visit) {
  for (const schema::RecordKind& kind : schema::record_kinds()) each_field(*kind.shape, visit);
}

}  // namespace

TEST_CASE("templates get texts, words, figures, dates and lists of texts as officials write them") {
  Policy policy;
  policy.id = "p";
  policy.number = DocumentNumber::parse("鄂府发〔2022〕103号");
  policy.completeness = Completeness::excerpt;
  policy.aliases = {"三十条", "30条"};
  CHECK(seen(policy, "id") == "p");
  CHECK(seen(policy, "number") == "鄂府发〔2022〕103号");
  CHECK(seen(policy, "completeness") == "excerpt");
  CHECK(seen(policy, "aliases") == "list: 三十条 30条");
  CHECK(seen(policy, "adopted") == "none");
  policy.number.reset();
  CHECK(seen(policy, "number") == "none");

  Observation observation;
  observation.period = *Period::parse("2024Q3");
  observation.value = *Decimal::parse("53.20");
  CHECK(seen(observation, "period") == "2024年第三季度");
  CHECK(seen(observation, "value") == "53.20");

  Target target;
  target.value = *Goal::parse("突破300家");
  target.by = Period::parse("2025");
  CHECK(seen(target, "value") == "突破300家");
  CHECK(seen(target, "by") == "2025年");
  target.by.reset();
  CHECK(seen(target, "by") == "none");

  Undertaking undertaking;
  undertaking.due = Date::parse("2025-06-30");
  undertaking.status = UndertakingStatus::in_progress;
  CHECK(seen(undertaking, "due") == "2025年6月30日");
  CHECK(seen(undertaking, "status") == "in-progress");
}

TEST_CASE("references, prose, parts and unknown keys are not plain") {
  Policy policy;
  policy.region = "ordos";
  policy.topics = {"t"};
  policy.summary.markdown = "Summary.";
  for (const std::string_view key :
       {"region", "topics", "summary", "sections", "source", "issuer", "no_such_key"}) {
    CAPTURE(key);
    CHECK(seen(policy, key) == "no such field");
  }
}

TEST_CASE("templates get no internal field, in a record of any kind") {
  const auto check = [](auto& record) {
    record.provenance.memo = "internal";
    record.provenance.reviewed = Reviewed{"internal", {}};
    CHECK(seen(record, "memo") == "no such field");
    CHECK(seen(record, "reviewed") == "no such field");
  };
  std::size_t kinds = 0;
  Records records;
  check(records.site);
  each_list([&](auto& list) { check(list.emplace_back()), ++kinds; }, records);
  CHECK(kinds + 1 == schema::record_kinds().size());
}

TEST_CASE("no internal field of any table is plain, and every other text is") {
  std::size_t internal = 0;
  std::size_t texts = 0;
  each_field([&](const Field& field) {
    CAPTURE(field.key);
    if (field.visibility == Visibility::internal) {
      ++internal;
      CHECK(!is_plain(field));
      Field open = field;
      open.visibility = Visibility::everyone;
      // The mark alone hides them: a memo is a text like others.
      if (field.shape == &schema::text()) CHECK(is_plain(open));
    } else if (field.shape == &schema::text()) {
      ++texts;
      CHECK(is_plain(field));
    }
  });
  CHECK(internal > 16);
  CHECK(texts > 50);
}
