// SPDX-License-Identifier: Apache-2.0
//
// What a field table reads it also writes: a record goes back into its file as people wrote it.
#include "model/document_number.h"
#include "model/period.h"
#include "model/quantity.h"
#include "model/random.h"
#include "model/schema/annex_table.h"
#include "model/schema/choice.h"
#include "model/schema/records.h"
#include "model/schema/scalars.h"

#include <doctest/doctest.h>

#include <set>
#include <string>
#include <string_view>

using namespace huice::model;
using huice::test::Random;

namespace {

/// Prints what it reads, and notes which scalars it has tried.
class Trial {
 public:
  /// parse, then print: the same text.
  template <class T>
  void keeps_text(const ShapeFor<T>& shape, const std::string& text) {
    CAPTURE(text);
    const T value = read<T>(shape, text);
    CHECK(shape.scalar()->print(&value) == text);
  }
  template <class T>
  void keeps_text(const ShapeFor<std::optional<T>>& shape, const std::string& text) {
    keeps_text(ShapeFor<T>{{shape.name, shape.form}}, text);
  }

  /// print, then parse: the same value, which prints the same again.
  template <class T>
  void keeps_value(const ShapeFor<T>& shape, const T& value) {
    const std::string text = shape.scalar()->print(&value);
    CAPTURE(text);
    CHECK(read<T>(shape, text) == value);
    keeps_text(shape, text);
  }
  template <class T>
  void keeps_value(const ShapeFor<std::optional<T>>& shape, const T& value) {
    keeps_value(ShapeFor<T>{{shape.name, shape.form}}, value);
  }

  template <class E>
  void keeps_words() {
    CHECK(!schema::choice<E>().scalar()->choices.empty());
    for (const std::string_view word : schema::choice<E>().scalar()->choices) {
      keeps_text(schema::choice<E>(), std::string(word));
    }
  }

  const std::set<std::string_view>& tried() const { return tried_; }

 private:
  template <class T>
  T read(const ShapeFor<T>& shape, const std::string& text) {
    tried_.insert(shape.name.en);
    T value{};
    REQUIRE(!shape.scalar()->parse(&value, Token{text, {}}));
    return value;
  }

  std::set<std::string_view> tried_;
};

// The names of every scalar that a table holds.
void collect_scalars(const Shape& shape, std::set<std::string_view>& names) {
  if (shape.scalar() != nullptr) names.insert(shape.name.en);
  if (const auto* list = shape.list()) collect_scalars(*list->element, names);
  if (const auto* object = shape.object()) {
    for (const Field& field : object->fields) collect_scalars(*field.shape, names);
  }
}

// Letters, Chinese, quotes, line breaks; never only blanks.
std::string words(Random& random) {
  std::string out;
  for (int i = random.between(1, 12); i > 0; --i) {
    out += random.pick({"一", "“", "\n", "\"", "\\", " ", "a", "𠀀", "{{", "&", ","});
  }
  return out + "。";
}

// What ids, languages and file names are made of.
std::string slug(Random& random) {
  std::string out(random.pick({"a", "zh", "0", "ordos"}));
  for (int i = random.between(0, 4); i > 0; --i) {
    out += std::string(random.pick({"-", ""})) + std::string(random.pick({"b", "9", "cn"}));
  }
  return out;
}

std::string day(Random& random) {
  // From the 13th year of a century on, no month is written like a financial year.
  return Date::of(random.between(2013, 2099), random.between(1, 12), random.between(1, 28))->iso();
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

Decimal decimal(Random& random) {
  const auto coefficient = static_cast<std::int64_t>(random.below(1'000'000'000'000));
  return {random.one_in(2) ? coefficient : -coefficient, random.between(0, 6)};
}

std::string quantity(Random& random) {
  const std::string number = random.number(7, 3);
  const std::string unit(random.pick({"家", "万元", "%", "个"}));
  switch (random.below(4)) {
    case 0:
      return std::string(random.pick(qualifiers_before())) + number + unit;
    case 1:
      return number + unit + std::string(random.pick(qualifiers_after()));
    case 2:
      return number + "余" + unit;
    default:
      return number + unit;
  }
}

void try_words(Trial& trial) {
  trial.keeps_words<Reliability>();
  trial.keeps_words<Audience>();
  trial.keeps_words<huice::Severity>();
  trial.keeps_words<Basis>();
  trial.keeps_words<AppliesTo>();
  trial.keeps_words<Effect>();
  trial.keeps_words<UndertakingStatus>();
  trial.keeps_words<Numbering>();
  trial.keeps_words<DayBase>();
  trial.keeps_words<Completeness>();
  trial.keeps_words<RelationKind>();
  trial.keeps_words<ProposalKind>();
  trial.keeps_words<ReplyForm>();
  trial.keeps_words<LetterFormat>();
  trial.keeps_words<Urgency>();
  trial.keeps_words<Publication>();
  trial.keeps_words<TermUnit>();
  trial.keeps_words<DayKind>();
  trial.keeps_words<Direction>();
  trial.keeps_words<Aggregation>();
  trial.keeps_words<MeasureKind>();
  trial.keeps_words<OrganizationKind>();
  trial.keeps_words<ProfileType>();
  trial.keeps_words<ProfileChange>();
  trial.keeps_words<StackingRule>();
  trial.keeps_words<PrecedenceRule>();
  trial.keeps_words<TextsSigned>();
  trial.keeps_words<huice::Verdict>();
  trial.keeps_words<Caution>();
  trial.keeps_words<EstimateKind>();
}

}  // namespace

TEST_CASE("every scalar of the tables is printed as it was read, and read as it was printed") {
  Random random(9);
  Trial trial;
  for (int i = 0; i < 2000; ++i) {
    trial.keeps_text(schema::exact_money(),
                     random.number(6, 2) + std::string(random.pick({"元", "万元", "亿元"})));
    trial.keeps_text(
        schema::rate(),
        random.number(3, 4) + std::string(random.pick({"%", "‰", "个百分点", "个基点"})));
    trial.keeps_text(schema::observed_value(), random.number(9, 9));
    trial.keeps_text(schema::observed_value(), "-1" + random.number(8, 8));
    trial.keeps_text(schema::positive_number(), "1" + random.number(8, 8));
    trial.keeps_text(schema::quantity(), quantity(random));
    trial.keeps_text(schema::goal(), quantity(random));
    trial.keeps_text(schema::goal(), std::to_string(random.between(1, 99)) + "—" +
                                         std::to_string(random.between(100, 999)) + "家");
    trial.keeps_text(schema::goal(), std::string(random.pick({"降低", "提高"})) + quantity(random));
    trial.keeps_text(schema::goal(),
                     std::string(random.pick({"翻一番", "全覆盖", "前3名", "第1位"})));
    trial.keeps_text(schema::date(), day(random));
    trial.keeps_text(schema::period(), period(random));
    trial.keeps_text(schema::document_number(),
                     "鄂府发〔" + std::to_string(random.between(1949, 2199)) + "〕" +
                         std::to_string(random.between(1, 999999)) + "号");
    trial.keeps_text(schema::document_number(),
                     std::string(random.pick({"某市人民政府令第", "某字〔2021〕第", "A-"})) +
                         std::to_string(random.between(1, 999)) + "号");
    trial.keeps_text(
        schema::counted(),
        std::string(random.pick({"once", "year", "每件", "每亩", "每平方米每月", "unclear"})));
    trial.keeps_value(schema::days(), random.between(0, 9999));
    trial.keeps_text(schema::id(), slug(random));
    trial.keeps_text(schema::language(), slug(random));
    trial.keeps_text(schema::file_name(), slug(random) + ".md");
    trial.keeps_text(schema::annex_file(), slug(random) + "/" + slug(random) + ".docx");
    trial.keeps_text(schema::url(), "https://" + slug(random) + "/?a=" + slug(random));
    trial.keeps_text(schema::rule(), R"({">=":  [{"var": "x"}, ")" + slug(random) + "\"]}");
    trial.keeps_text(schema::rule(), "\"" + slug(random) + " >= 20\\u4e07元\"");
    trial.keeps_text(schema::answers(), R"({"x":  ")" + slug(random) + "\"}");
    trial.keeps_text(schema::prose(), words(random));

    trial.keeps_value(schema::text(), words(random));
    trial.keeps_value(schema::whole(), random.between(1, 9999));
    trial.keeps_value(schema::boolean(), random.one_in(2));
    trial.keeps_value(schema::exact_money(),
                      Money::of_fen(static_cast<std::int64_t>(random.below(1'000'000'000'000))));
    trial.keeps_value(schema::observed_value(), ObservedValue(decimal(random)));
    trial.keeps_value(schema::date(), *Date::parse(day(random)));
    trial.keeps_value(schema::qualifier(), static_cast<Qualifier>(random.below(7)));
    for (int kind = 0; kind <= static_cast<int>(RefKind::document); ++kind) {
      trial.keeps_value(schema::reference(static_cast<RefKind>(kind)), words(random));
    }
  }
  try_words(trial);

  std::set<std::string_view> all;
  for (const schema::RecordKind& kind : schema::record_kinds()) collect_scalars(*kind.shape, all);
  CHECK(all.size() > 40);
  for (const std::string_view name : all) CHECK_MESSAGE(trial.tried().contains(name), name);
}

TEST_CASE("a quantity from columns of its own is printed so that it reads the same") {
  Random random(10);
  const ScalarForm& form = *schema::quantity().scalar();
  for (int i = 0; i < 2000; ++i) {
    const Quantity made(static_cast<Qualifier>(random.below(7)),
                        Decimal(random.between(0, 99999), random.between(0, 4)), "家");
    const std::string text = form.print(&made);
    CAPTURE(text);
    Quantity again;
    REQUIRE(!form.parse(&again, Token{text, {}}));
    CHECK(again.qualifier() == made.qualifier());
    CHECK(again.value() == made.value());
    CHECK(again.unit() == made.unit());
  }
}
