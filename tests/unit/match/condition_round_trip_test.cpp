// SPDX-License-Identifier: Apache-2.0
// Rules of the shipped data, and random ones over its profile, as JsonLogic and as lines of the
// condition language: both must decide every enterprise alike.
#include "base/json/write.h"
#include "load/project.h"
#include "logic/condition/parse.h"
#include "logic/condition/print.h"
#include "logic/decide.h"
#include "match/conditions.h"
#include "model/walk.h"
#include "paths.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <random>
#include <set>

using namespace huice;

namespace {

using Json = json::Value;
using logic::Term;
using logic::TermKind;

constexpr std::uint64_t kSeed = 20260110;

const model::Library& shipped() {
  static const model::Library library = [] {
    RealFileSystem files;
    Diagnostics problems;
    auto loaded = load::load_project(files, {.project = source_path("")}, problems);
    REQUIRE(loaded);
    return std::move(*loaded);
  }();
  return library;
}

std::vector<std::string> shipped_rules() {
  std::set<std::string> rules;
  const auto add = [&rules](const model::Rule& rule) {
    if (!rule.empty()) rules.insert(rule.json);
  };
  model::each_measure(shipped().policies(), [&add](const model::MeasureRef& ref) {
    for (const model::Requirement& one : ref.measure->requirements) add(one.rule);
    for (const model::AmountComponent& amount : ref.measure->amounts) {
      for (const model::ScheduleRow& row : amount.rows) add(row.rule);
      for (const model::Modifier& modifier : amount.modifiers) add(modifier.rule);
    }
  });
  return {rules.begin(), rules.end()};
}

class Random {
 public:
  Random(const logic::Vocabulary& names, std::uint64_t seed) : names_(names), engine_(seed) {}

  std::size_t below(std::size_t end) { return engine_() % end; }
  bool chance(std::size_t percent) { return below(100) < percent; }
  template <class Range>
  const auto& one(const Range& range) {
    return range[below(range.size())];
  }

  /// Answers in the form rules compute with; three in ten are not given.
  std::vector<logic::Value> answers() {
    std::vector<logic::Value> row;
    for (const Term& term : names_.terms()) {
      row.push_back(chance(30) ? logic::Value() : answer(term));
    }
    return row;
  }

  Json rule(std::size_t depth) {
    if (depth == 0 || chance(30)) return leaf(names_.terms());
    return joined(depth, [this](std::size_t less) { return rule(less); });
  }

 private:
  static Json operation(std::string_view op, std::vector<Json> operands) {
    return Json{{std::string(op), Json::list(operands)}};
  }
  static Json var(const Term& term) { return Json{{"var", term.id}}; }

  template <class Inner>
  Json joined(std::size_t depth, const Inner& inner) {
    if (chance(25)) return operation("!", {inner(depth - 1)});
    std::vector<Json> parts;
    for (std::size_t count = 2 + below(2); count > 0; --count) parts.push_back(inner(depth - 1));
    return operation(chance(50) ? "and" : "or", std::move(parts));
  }

  Json inside(const std::vector<Term>& parts, std::size_t depth) {
    if (depth == 0 || chance(40)) return leaf(parts);
    return joined(depth, [this, &parts](std::size_t less) { return inside(parts, less); });
  }

  Json leaf(const std::vector<Term>& terms) {
    const Term& term = one(terms);
    static const std::vector<std::string> kSame{"==", "!="};
    switch (term.kind) {
      case TermKind::yes_no:
        return operation(one(kSame), {var(term), chance(50)});
      case TermKind::choice:
        return chosen(term);
      case TermKind::records:
        return operation(one(std::vector<std::string>{"some", "some", "all", "none"}),
                         {var(term), inside(term.parts, 2)});
      default:
        return ordered(term);
    }
  }

  Json chosen(const Term& term) {
    if (chance(50)) return operation(chance(70) ? "==" : "!=", {var(term), one(term.choices)});
    std::vector<Json> some;
    for (std::size_t count = 1 + below(3); count > 0; --count) some.emplace_back(one(term.choices));
    Json list = operation("in", {var(term), Json::list(some)});
    return chance(30) ? operation("!", {std::move(list)}) : list;
  }

  Json ordered(const Term& term) {
    static const std::vector<std::string> kOrder{"<", "<=", ">", ">=", "==", "!="};
    const std::string& op = one(kOrder);
    if (chance(15)) return operation(chance(50) ? "<" : "<=", {low(term), var(term), high(term)});
    if (term.kind == TermKind::money && chance(40)) return computed(op, term);
    if (chance(25)) return operation(op, {high(term), var(term)});
    return operation(op, {var(term), low(term)});
  }

  // Shares, growth, sums and parts of sums.
  Json computed(const std::string& op, const Term& term) {
    const Term* other = &term;
    for (std::size_t i = 0; i < 40; ++i) {
      const Term& found = one(names_.terms());
      if (found.kind == TermKind::money && found.id != term.id) other = &found;
    }
    const Json a = var(term);
    const Json b = var(*other);
    switch (below(5)) {
      case 0:
        return operation(op, {operation("/", {a, b}), "8%"});
      case 1:
        return operation(op, {operation("/", {operation("-", {a, b}), b}), "10.5%"});
      case 2:
        return operation(op, {a, operation("*", {b, "3%"})});
      case 3:
        return operation(op, {operation("+", {a, operation("*", {b, Json(2)}), "1万元"}), "1亿元"});
      default:
        return operation(op, {operation("/", {operation("+", {a, b}), Json(2)}), "5000万元"});
    }
  }

  Json low(const Term& term) {
    if (term.kind == TermKind::money) return one(std::vector<std::string>{"1元", "5000万元"});
    if (term.kind == TermKind::rate) return one(std::vector<std::string>{"3%", "0.5%"});
    if (term.kind == TermKind::date) return "2022-01-15";
    return Json(below(4) + (term.id == "year" ? 2020 : 0));
  }
  Json high(const Term& term) {
    if (term.kind == TermKind::money) return "1.5亿元";
    if (term.kind == TermKind::rate) return "8%";
    if (term.kind == TermKind::date) return "2024-06-30";
    return Json(5 + below(6) + (term.id == "year" ? 2020 : 0));
  }

  logic::Value answer(const Term& term) {
    using logic::Value;
    const auto number = [this](const std::vector<double>& near) {
      return Value::number(std::max(0.0, one(near) + static_cast<double>(below(3)) - 1));
    };
    switch (term.kind) {
      case TermKind::yes_no:
        return Value::boolean(chance(50));
      case TermKind::choice:
        return Value::text(one(term.choices));
      case TermKind::money:
        return number({100, 1e8, 1e9, 5e9, 1.5e10, 8e8, 1e10});
      case TermKind::rate:
        return number({5000, 30000, 80000, 1e6});
      case TermKind::date:
        return Value::text(one(std::vector<std::string>{"2022-01-14", "2022-01-15", "2025-01-01"}));
      case TermKind::number:
        return term.id == "year" ? number({2020, 2022, 2024}) : number({0, 2, 3, 10});
      case TermKind::records:
        break;
    }
    std::vector<Value> items;
    for (std::size_t count = below(4); count > 0; --count) {
      std::vector<Value::Member> members;
      for (const Term& part : term.parts) {
        if (part.id == "name" || chance(75)) members.emplace_back(part.id, answer(part));
      }
      items.push_back(Value::object(std::move(members)));
    }
    return Value::list(std::move(items));
  }

  const logic::Vocabulary& names_;
  std::mt19937_64 engine_;
};

// A rule in both writings, bound to the profile's columns.
class Pair {
 public:
  Pair(const match::RuleReader& reader, const model::Rule& rule, const logic::Columns& columns) {
    const auto logic = reader.json(rule);
    const auto line = logic::print_condition(logic, reader.vocabulary());
    REQUIRE_MESSAGE(line.has_value(), json::text(logic));
    line_ = *line;
    const model::Rule again{json::text(Json(*line)), {}};
    CHECK_MESSAGE(json::text(reader.json(again)) == json::text(logic), *line);
    for (const model::Rule* one : {&rule, &again}) {
      std::vector<match::ConditionFault> faults;
      auto compiled = reader.compile(*one, faults);
      REQUIRE_MESSAGE(compiled.has_value(), *line);
      bindings_.emplace_back(std::move(compiled->rule), columns);
    }
  }

  /// Whether both writings say the same of an enterprise; counts what they say.
  bool agree(const std::vector<logic::Value>& answers, std::vector<std::size_t>& counts) const {
    const logic::Decision a = logic::decide(bindings_[0], answers);
    const logic::Decision b = logic::decide(bindings_[1], answers);
    ++counts[static_cast<std::size_t>(a.verdict)];
    return a.verdict == b.verdict &&
           logic::missing_columns(bindings_[0], a) == logic::missing_columns(bindings_[1], b);
  }
  const std::string& line() const { return line_; }

 private:
  std::string line_;
  std::vector<logic::Binding> bindings_;
};

logic::Columns columns_of(const logic::Vocabulary& names) {
  std::vector<std::string> ids;
  for (const Term& term : names.terms()) ids.push_back(term.id);
  return logic::Columns(std::move(ids));
}

bool all_of_them() {
  // NOLINTNEXTLINE(concurrency-mt-unsafe): no thread changes the environment
  const char* given = std::getenv("HUICE_LONG");
  return given != nullptr && std::string_view(given) == "1";
}

}  // namespace

TEST_CASE("every label and id of the shipped profile is a name in a condition") {
  const match::RuleReader reader(shipped().profile());
  REQUIRE(reader.vocabulary().terms().size() > 60);
  for (const Term& term : reader.vocabulary().terms()) {
    for (const std::string& name : {term.label, term.id, "「" + term.label + "」"}) {
      const std::string line = term.kind == TermKind::yes_no    ? name
                               : term.kind == TermKind::choice  ? name + "属于" + term.choices[0]
                               : term.kind == TermKind::records ? name + "（年份>2020）"
                               : term.kind == TermKind::money   ? name + ">=20万元"
                               : term.kind == TermKind::rate    ? name + ">=3%"
                               : term.kind == TermKind::date    ? name + ">=2022-01-15"
                                                                : name + ">=3" + term.unit;
      const auto parsed = logic::parse_condition(line, reader.vocabulary());
      REQUIRE_MESSAGE(std::holds_alternative<Json>(parsed), line);
      const Json& operands = std::get<Json>(parsed).members().front().value;
      CHECK_MESSAGE(operands.items().front().find("var")->text() == term.id, line);
    }
  }
}

TEST_CASE("every choice of the shipped profile is a value in a condition") {
  const match::RuleReader reader(shipped().profile());
  const auto check = [&reader](const std::string& line, const std::string& choice) {
    const auto parsed = logic::parse_condition(line, reader.vocabulary());
    REQUIRE_MESSAGE(std::holds_alternative<Json>(parsed), line);
    CHECK_MESSAGE(
        json::text(std::get<Json>(parsed)).find(json::text(Json(choice))) != std::string::npos,
        line);
  };
  for (const Term& term : reader.vocabulary().terms()) {
    for (const std::string& choice : term.choices) check(term.label + " = " + choice, choice);
    if (term.kind != TermKind::records) continue;
    for (const std::string& name : term.parts.front().choices) {
      check("认定（" + name + "，首次认定）", name);
    }
  }
}

TEST_CASE("shipped rules decide random enterprises alike in both writings") {
  const match::RuleReader reader(shipped().profile());
  const logic::Columns columns = columns_of(reader.vocabulary());
  std::vector<Pair> pairs;
  for (const std::string& rule : shipped_rules())
    pairs.emplace_back(reader, model::Rule{rule, {}}, columns);
  REQUIRE(pairs.size() > 60);
  CAPTURE(kSeed);
  Random random(reader.vocabulary(), kSeed);
  std::vector<std::size_t> counts(3);
  for (std::size_t i = 0; i < (all_of_them() ? 50000U : 5000U); ++i) {
    const std::vector<logic::Value> answers = random.answers();
    for (const Pair& pair : pairs) {
      if (!pair.agree(answers, counts)) FAIL(pair.line(), " of enterprise ", i);
    }
  }
  for (const std::size_t count : counts) CHECK(count > 10000);
}

TEST_CASE("random rules are printed as lines that are read as they were") {
  const match::RuleReader reader(shipped().profile());
  const logic::Columns columns = columns_of(reader.vocabulary());
  CAPTURE(kSeed);
  Random random(reader.vocabulary(), kSeed);
  std::vector<std::size_t> counts(3);
  for (std::size_t i = 0; i < (all_of_them() ? 20000U : 2000U); ++i) {
    CAPTURE(i);
    const model::Rule rule{json::text(random.rule(3)), {}};
    const Pair pair(reader, rule, columns);
    for (std::size_t j = 0; j < 10; ++j) {
      if (!pair.agree(random.answers(), counts)) FAIL(pair.line());
    }
  }
  for (const std::size_t count : counts) CHECK(count > 1000);
}
