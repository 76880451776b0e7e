// SPDX-License-Identifier: Apache-2.0
#include "logic/decisions.h"

#include "logic/from_json.h"

#include <doctest/doctest.h>

using huice::Verdict;
using namespace huice::logic;
using namespace huice::test;

namespace {

std::string shown(Decisions& decisions, std::size_t rule) {
  const Verdict verdict = decisions.verdict(rule);
  std::string out = verdict == Verdict::yes ? "yes" : verdict == Verdict::no ? "no" : "unknown:";
  for (const std::size_t column : decisions.missing(rule)) {
    out += " " + decisions.set().columns().names()[column];
  }
  return out;
}

// What a set with that one rule says of a row.
std::string shown(const Columns& columns, std::string_view rule, std::string_view row) {
  RuleSet set(columns);
  const std::size_t number = set.add(rule_of(rule));
  const Value answers = read(row);
  Decisions decisions(set, answers.items());
  return shown(decisions, number);
}

}  // namespace

TEST_CASE("a part that two rules share is in their set once") {
  const Columns columns({"kind", "staff", "titles"});
  RuleSet set(columns);
  set.add(
      rule_of(R"({"and": [{"==": [{"var": "kind"}, "企业"]}, {">=": [{"var": "staff"}, 10]}]})"));
  CHECK(set.parts().size() == 3);
  set.add(
      rule_of(R"({"or": [{"<=": [10, {"var": "staff"}]}, {"in": [{"var": "kind"}, ["企业"]]}]})"));
  CHECK(set.parts().size() == 4);
  set.add(rule_of(R"({"some": [{"var": "titles"}, {"==": [{"var": "kind"}, "企业"]}]})"));
  CHECK(set.parts().size() == 6);
  set.add(rule_of(R"({"==": ["企业", {"var": "kind"}]})"));
  CHECK(set.roots().back() == 0);
}

TEST_CASE("rules of a set are decided one by one, in any order") {
  const Columns columns({"a", "b", "c"});
  RuleSet set(columns);
  const auto both = set.add(rule_of(R"({"and": [{"var": "a"}, {"var": "b"}]})"));
  const auto either = set.add(rule_of(R"({"or": [{"var": "b"}, {"var": "c"}, {"var": "a"}]})"));
  const auto neither = set.add(rule_of(R"({"!": {"or": [{"var": "b"}, {"var": "c"}]}})"));
  const Value row = read("[true, null, false]");
  Decisions decisions(set, row.items());
  CHECK(shown(decisions, neither) == "unknown: b");
  CHECK(shown(decisions, either) == "yes");
  CHECK(shown(decisions, both) == "unknown: b");
  CHECK(shown(decisions, neither) == "unknown: b");
}

TEST_CASE("missing answers come in the order in which the rule first reads them") {
  const Columns columns({"b", "a", "c"});
  constexpr std::string_view kRule =
      R"({"and": [{"or": [{"var": "a"}, {"var": "c"}]}, {"==": [{"var": "b"}, 1]}, {"var": "a"}]})";
  CHECK(shown(columns, kRule, "[null, null, true]") == "unknown: a b");
  CHECK(shown(columns, kRule, "[]") == "unknown: a c b");
  CHECK(shown(columns, kRule, "[2]") == "no");
  CHECK(shown(columns, R"({"or": [{"var": "elsewhere"}, {"var": "a"}]})", "[]") == "unknown: a");
}

TEST_CASE("a list is asked for what its items lack") {
  const Columns columns({"titles", "other"});
  constexpr std::string_view kSome =
      R"({"some": [{"var": "titles"}, {"and": [{"==": [{"var": "name"}, "高企"]}, {">": [{"var": "year"}, 2020]}]}]})";
  CHECK(shown(columns, kSome, R"([[{"name": "高企"}]])") == "unknown: titles");
  CHECK(shown(columns, kSome, R"([[{"year": 2021}, {"name": "高企", "year": 2021}]])") == "yes");
  CHECK(shown(columns, kSome, R"([[{"name": "小巨人"}, {"year": 2019}]])") == "no");
  CHECK(shown(columns, kSome, "[[]]") == "no");
  CHECK(shown(columns, kSome, "[]") == "unknown: titles");
  constexpr std::string_view kTwoLists =
      R"({"and": [{"none": [{"var": "titles"}, {"==": [{"var": "name"}, "高企"]}]}, {"all": [{"var": "other"}, {"!=": [{"var": "name"}, "高企"]}]}]})";
  CHECK(shown(columns, kTwoLists, R"([[{"name": "小巨人"}], [{"name": "小巨人"}]])") == "yes");
  CHECK(shown(columns, kTwoLists, R"([[{"name": "小巨人"}], [{"name": "高企"}]])") == "no");
  CHECK(shown(columns, kTwoLists, R"([[{"tier": "市级"}], []])") == "no");
  CHECK(shown(columns, kTwoLists, R"([[], [{"tier": "市级"}]])") == "unknown: other");
}

TEST_CASE("an answer of another kind than its constant counts as JavaScript takes it") {
  const Columns columns({"a", "b"});
  constexpr std::string_view kRule = R"({"or": [{">=": [{"var": "a"}, 10]}, {"var": "b"}]})";
  CHECK(shown(columns, kRule, R"(["12", false])") == "yes");
  CHECK(shown(columns, kRule, R"(["x", "0"])") == "yes");
  CHECK(shown(columns, kRule, R"(["x", null])") == "unknown: b");
  CHECK(shown(columns, R"({"some": [{"var": "a"}, {"==": [{"var": "n"}, 1]}]})", "[[1]]") ==
        "unknown: a");
  CHECK(shown(columns, R"({"some": [{"var": "a"}, {"==": [{"var": "n"}, 1]}]})", "[7]") == "no");
}

TEST_CASE("an answer may be a text for one rule and a list for another") {
  const Columns columns({"a"});
  RuleSet set(columns);
  const auto text = set.add(rule_of(R"({"in": [{"var": "a"}, ["x", "y"]]})"));
  const auto list = set.add(rule_of(R"({"some": [{"var": "a"}, {"==": [{"var": "n"}, "y"]}]})"));
  const Value of_text = read(R"(["y"])");
  const Value of_list = read(R"([[{"n": "y"}]])");
  Decisions texts(set, of_text.items());
  CHECK(shown(texts, text) == "yes");
  CHECK(shown(texts, list) == "no");
  Decisions lists(set, of_list.items());
  CHECK(shown(lists, list) == "yes");
  CHECK(shown(lists, text) == "no");
}

TEST_CASE("a rule that computes is decided beside those that only compare") {
  const Columns columns({"a", "b"});
  RuleSet set(columns);
  const auto sum = set.add(rule_of(R"({">": [{"+": [{"var": "a"}, {"var": "b"}]}, 3]})"));
  const auto plain = set.add(rule_of(R"({">": [{"var": "a"}, 3]})"));
  CHECK(set.parts()[set.roots()[sum]].kind == Part::Kind::whole);
  const Value row = read("[2, 2]");
  Decisions full(set, row.items());
  CHECK(shown(full, sum) == "yes");
  CHECK(shown(full, plain) == "no");
  const Value short_row = read("[2]");
  Decisions open(set, short_row.items());
  CHECK(shown(open, sum) == "unknown: b");
}
