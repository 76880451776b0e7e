// SPDX-License-Identifier: Apache-2.0
//
// What a field table reads it also writes: a record goes back into its file as people wrote it.
#include "model/document_number.h"
#include "model/period.h"
#include "model/quantity.h"
#include "model/random.h"
#include "model/schema/choice.h"
#include "model/schema/scalars.h"

#include <doctest/doctest.h>

#include <string>

using namespace huice::model;
using huice::test::Random;

namespace {

// Of nullable shapes, the value inside.
template <class T>
T read(const Shape& shape, const std::string& text) {
  T value{};
  CAPTURE(text);
  REQUIRE(!shape.scalar()->parse(&value, Token{text, {}}));
  return value;
}

template <class T>
void keeps_text(const Shape& shape, const std::string& text) {
  CAPTURE(text);
  const T value = read<T>(shape, text);
  CHECK(shape.scalar()->print(&value) == text);
}

template <class T>
void keeps_value(const Shape& shape, const T& value) {
  const std::string text = shape.scalar()->print(&value);
  CAPTURE(text);
  CHECK(read<T>(shape, text) == value);
}

template <class E>
void keeps_words() {
  CHECK(!schema::choice<E>().scalar()->choices.empty());
  for (const std::string_view word : schema::choice<E>().scalar()->choices) {
    keeps_text<E>(schema::choice<E>(), std::string(word));
  }
}

std::string day(Random& random) {
  return Date::of(random.between(1949, 2100), random.between(1, 12), random.between(1, 28))->iso();
}

std::string period(Random& random) {
  const std::string date = day(random);
  const std::string later = std::to_string(2101 + random.between(0, 50));
  switch (random.below(7)) {
    case 0:
      return date.substr(0, 4);
    case 1:
      return date.substr(0, 4) + "Q" + std::to_string(random.between(1, 4));
    case 2:
      return date.substr(0, 7) + "/" + later + "-01";
    case 3:
      return date + "/" + later + "-02-03";
    case 4:
      return "@" + date;
    case 5:
      return "to@" + date.substr(0, 7);
    default:
      return "unstated";
  }
}

std::string quantity(Random& random) {
  const std::string number = random.number(7, 3);
  const std::string unit(random.pick({"家", "万元", "%", "个"}));
  switch (random.below(4)) {
    case 0:
      return std::string(random.pick(qualifiers_before())) + number + unit;
    case 1:
      return number + unit + std::string(random.pick(qualifiers_behind()));
    case 2:
      return number + "余" + unit;
    default:
      return number + unit;
  }
}

}  // namespace

TEST_CASE("what was read is printed as it was written") {
  Random random(9);
  for (int i = 0; i < 2000; ++i) {
    keeps_text<Money>(schema::exact_money(),
                      random.number(6, 2) + std::string(random.pick({"元", "万元", "亿元"})));
    keeps_text<Rate>(schema::rate(),
                     random.number(3, 4) + std::string(random.pick({"%", "个百分点", "个基点"})));
    keeps_text<Decimal>(schema::number(), random.number(9, 9));
    keeps_text<Decimal>(schema::number(), "-1" + random.number(8, 8));
    keeps_text<Quantity>(schema::quantity(), quantity(random));
    keeps_text<Date>(schema::date(), day(random));
    keeps_text<Period>(schema::period(), period(random));
    keeps_text<int>(schema::whole(), std::to_string(random.between(1, 9999)));
    keeps_text<DocumentNumber>(schema::document_number(),
                               "鄂府发〔" + std::to_string(random.between(1949, 2199)) + "〕" +
                                   std::to_string(random.between(1, 999999)) + "号");
  }
  for (const char* text : {"一", "a\n“b”\\", " c "}) {
    keeps_text<std::string>(schema::text(), text);
    keeps_text<Prose>(schema::prose(), text);
    keeps_text<std::string>(schema::reference(RefKind::document), text);
  }
  keeps_text<std::string>(schema::id(), "ordos-2022.103");
  keeps_text<std::string>(schema::url(), "https://www.ordos.gov.cn/a?b=c");
  keeps_text<std::string>(schema::language(), "zh-Hans");
  keeps_text<std::string>(schema::file_name(), "preface.md");
  keeps_text<Rule>(schema::rule(), R"({">=":  [{"var": "revenue"}, "5000万元"]})");
  keeps_text<bool>(schema::boolean(), "true");
  keeps_text<bool>(schema::boolean(), "false");
}

TEST_CASE("every word of every closed list is printed as it was read") {
  keeps_words<Reliability>();
  keeps_words<Audience>();
  keeps_words<huice::Severity>();
  keeps_words<Basis>();
  keeps_words<Per>();
  keeps_words<AppliesTo>();
  keeps_words<Effect>();
  keeps_words<UndertakingStatus>();
  keeps_words<Numbering>();
  keeps_words<Completeness>();
  keeps_words<RelationKind>();
  keeps_words<ProposalKind>();
  keeps_words<ReplyForm>();
  keeps_words<Publication>();
  keeps_words<Direction>();
  keeps_words<Aggregation>();
  keeps_words<MeasureKind>();
  keeps_words<OrganizationKind>();
  keeps_words<ProfileType>();
  keeps_words<StackingRule>();
  keeps_words<huice::Verdict>();
  keeps_words<Caution>();
  keeps_words<EstimateKind>();
}

TEST_CASE("a value that was computed, not read, is printed so that it reads the same") {
  Random random(10);
  for (int i = 0; i < 2000; ++i) {
    keeps_value(schema::exact_money(),
                Money::of_fen(static_cast<std::int64_t>(random.below(1'000'000'000'000))));
    const Quantity made(static_cast<Qualifier>(random.below(7)),
                        Decimal(random.between(0, 99999), random.between(0, 4)), "家");
    const auto again =
        read<Quantity>(schema::quantity(), schema::quantity().scalar()->print(&made));
    CHECK(again.qualifier() == made.qualifier());
    CHECK(again.value() == made.value());
    CHECK(again.unit() == made.unit());
  }
  for (const Qualifier one :
       {Qualifier::equal, Qualifier::greater, Qualifier::at_least, Qualifier::less,
        Qualifier::at_most, Qualifier::about, Qualifier::over}) {
    keeps_value(schema::qualifier(), one);
  }
}
