// SPDX-License-Identifier: Apache-2.0
#include "match/examples.h"

#include "base/json/read.h"
#include "base/messages/data.h"
#include "base/messages/match.h"
#include "base/spelling.h"
#include "model/schema/choice.h"
#include "model/walk.h"

#include <algorithm>
#include <functional>
#include <map>
#include <memory>

namespace huice::match {
namespace {

using model::EstimateKind;
using model::Example;
using model::ExpectedEstimate;

std::string sum(const std::optional<std::int64_t>& fen) {
  return fen && *fen >= 0 ? model::Money::of_fen(*fen).text() : std::string("?");
}

std::string phrase(EstimateKind kind, const std::string& low, const std::string& high) {
  switch (kind) {
    case EstimateKind::exact:
      return low;
    case EstimateKind::between:
      return low + "–" + high;
    case EstimateKind::at_most:
      return "≤" + high;
    case EstimateKind::at_least:
      return "≥" + low;
    case EstimateKind::unknown:
      break;
  }
  return std::string(model::schema::word(EstimateKind::unknown));
}

std::optional<std::int64_t> fen(const std::optional<model::Money>& money) {
  return money ? std::optional<std::int64_t>(money->fen()) : std::nullopt;
}

/// What is expected, in the form of an estimate.
Estimate as_estimate(const ExpectedEstimate& expected) {
  Estimate result;
  result.kind = expected.kind;
  if (expected.kind == EstimateKind::unknown) return result;
  const bool between = expected.kind == EstimateKind::between;
  const bool upper = expected.kind == EstimateKind::at_most;
  if (!upper) result.low = fen(between ? expected.from : expected.value);
  if (expected.kind != EstimateKind::at_least) {
    result.high = fen(between ? expected.to : expected.value);
  }
  return result;
}

bool same_sum(const ExpectedEstimate& expected, const Estimate& given) {
  const Estimate wanted = as_estimate(expected);
  return expected.kind == given.kind && wanted.low == given.low && wanted.high == given.high;
}

Argument list_or_none(const std::vector<std::string>& words) {
  return words.empty() ? Argument(msg::none_at_all{}) : Argument::list(words);
}

// As the example's file has it.
std::string years_text(const model::Years& years) {
  if (years.exactly) return "{\"exactly\": " + std::to_string(*years.exactly) + "}";
  return years.at_most ? "{\"at_most\": " + std::to_string(*years.at_most) + "}" : "null";
}

// For how long the parts are paid; each length once.
Argument years_text(const Estimate& estimate) {
  std::vector<std::string> all;
  for (const Part& part : estimate.parts) {
    const auto& years = part.amount->component->years;
    if (!years) continue;
    const std::string one = years_text(*years);
    if (std::find(all.begin(), all.end(), one) == all.end()) all.push_back(one);
  }
  return all.empty() ? Argument("null") : Argument::list(all);
}

// In the order of the closed list, whatever order they were given in.
Argument words_of(std::vector<model::Caution> cautions) {
  std::sort(cautions.begin(), cautions.end());
  std::vector<std::string> words;
  words.reserve(cautions.size());
  for (const model::Caution caution : cautions) words.emplace_back(model::schema::word(caution));
  return list_or_none(words);
}

std::vector<std::string> ids_in_articles(const model::Library& library) {
  std::vector<std::string> ids;
  model::each_article(library.policies(), [&ids](const model::ArticleRef& in) {
    for (const auto& one : in.article->measures) ids.push_back(fact_id(in, one.id));
    for (const auto& one : in.article->targets) ids.push_back(fact_id(in, one.id));
    for (const auto& one : in.article->undertakings) ids.push_back(fact_id(in, one.id));
  });
  return ids;
}

std::optional<model::Money> money(const std::optional<std::int64_t>& fen) {
  return fen && *fen >= 0 ? std::optional(model::Money::of_fen(*fen)) : std::nullopt;
}

ExpectedEstimate expected_of(const Estimate& given, const std::optional<ExpectedEstimate>& before) {
  ExpectedEstimate now;
  now.kind = given.kind;
  if (given.kind == EstimateKind::between) {
    now.from = money(given.low);
    now.to = money(given.high);
  } else if (given.kind != EstimateKind::unknown) {
    now.value = money(given.kind == EstimateKind::at_most ? given.high : given.low);
  }
  if (!before || before->per) now.per = given.per;
  if (before && before->provisional) now.provisional = given.provisional;
  if (!before || !before->years) return now;
  // Parts that are paid for different lengths of time have none that an example can state.
  for (const Part& part : given.parts) {
    const auto& years = part.amount->component->years;
    const bool same =
        !now.years || !years ||
        (now.years->exactly == years->exactly && now.years->at_most == years->at_most);
    if (!same) return now.years.reset(), now;
    if (years) now.years = years;
  }
  return now;
}

// What the records give, as far as the example states it.
model::Expectation given_by(const Result& result, const model::Expectation& stated) {
  model::Expectation now;
  now.verdict = result.verdict;
  if (result.estimate) now.estimate = expected_of(*result.estimate, stated.estimate);
  if (stated.cautions || !stated.claimable) {
    now.cautions.emplace(result.cautions.begin(), result.cautions.end());
  }
  return now;
}

class Checker {
 public:
  Checker(const model::Library& library, model::Locator& locator, Diagnostics& problems)
      : library_(library), locator_(locator), problems_(&problems) {}

  /// From now on; it must outlive the checker or the next call of this.
  void report_to(Diagnostics& problems) { problems_ = &problems; }

  void check(const Example& example) {
    given_.reset();
    if (!example.expect.claimable) return check_not_claimable(example);
    if (!example.expect.verdict) {
      report(
          msg::missing_key{
              .record = msg::an_expectation{}, .key = "verdict", .doc = msg::the_verdicts{}},
          example);
      return;
    }
    const Plan& plan = plan_on(*example.as_of);
    const PlannedMeasure* measure = plan.measure(example.measure);
    if (measure == nullptr) {
      std::vector<std::string> ids;
      for (const PlannedMeasure& one : plan.measures()) ids.push_back(one.id);
      return unknown(example, msg::kind_measure{}, ids);
    }
    const Result result = match(plan, *measure, answers_of(example), Detail::figures);
    given_ = given_by(result, example.expect);
    compare(msg::example_verdict::code, example, "verdict",
            std::string(model::schema::word(*example.expect.verdict)),
            std::string(model::schema::word(result.verdict)));
    if (example.expect.cautions) {
      compare(msg::example_verdict::code, example, "cautions", words_of(*example.expect.cautions),
              words_of({result.cautions.begin(), result.cautions.end()}));
    }
    if (result.verdict == *example.expect.verdict) compare_estimate(example, result.estimate);
  }

  /// What the records give for the example that was checked last, in its own words; nullopt where
  /// it could not be worked out.
  const std::optional<model::Expectation>& given() const { return given_; }

 private:
  Answers answers_of(const Example& example) {
    const auto locate = [&](json::Span span) {
      return locator_.in_json(example.profile.place, span.offset, span.length);
    };
    // A cell of a table may hold anything, which its reader has not looked into.
    Diagnostics of_a_cell;
    const auto given = json::parse(SourceText({}, example.profile.json), of_a_cell);
    return read_profile(given.value_or(json::Value()), library_.profile(), locate, *problems_);
  }

  void compare(Code code, const Example& example, std::string_view key, Argument wanted,
               Argument given) {
    if (wanted == given) return;
    report(Message::of(code, {{"example", example.id},
                              {"key", key},
                              {"expected", std::move(wanted)},
                              {"found", std::move(given)}}),
           example, key);
  }

  void compare_estimate(const Example& example, const std::optional<Estimate>& given) {
    const auto& wanted = example.expect.estimate;
    const Code code = msg::example_estimate::code;
    const bool both = wanted && given;
    if (both ? !same_sum(*wanted, *given) : wanted.has_value() != given.has_value()) {
      report(msg::example_estimate{.example = example.id,
                                   .key = "estimate",
                                   .expected = wanted ? Argument(figure(as_estimate(*wanted)))
                                                      : msg::none_at_all{},
                                   .found = given ? Argument(figure(*given)) : msg::none_at_all{}},
             example, "estimate");
    }
    if (!both) return;
    refuse_other_sums(example, *wanted);
    if (wanted->per) {
      compare(code, example, "per", wanted->per->text(), given->per.text());
    }
    if (wanted->years) {
      compare(code, example, "years", Argument::list(std::vector{years_text(*wanted->years)}),
              years_text(*given));
    }
    if (wanted->provisional) {
      compare(code, example, "provisional", *wanted->provisional ? "true" : "false",
              given->provisional ? "true" : "false");
    }
  }

  // A sum that its kind has no place for would be stated and never compared.
  void refuse_other_sums(const Example& example, const ExpectedEstimate& wanted) {
    const bool between = wanted.kind == EstimateKind::between;
    const auto refuse = [&](std::string_view key, const std::optional<model::Money>& stated) {
      if (stated)
        compare(msg::example_estimate::code, example, key, stated->text(), msg::none_at_all{});
    };
    if (between || wanted.kind == EstimateKind::unknown) refuse("value", wanted.value);
    if (between) return;
    refuse("from", wanted.from);
    refuse("to", wanted.to);
  }

  // At what the example expects under that key; at the example where it expects nothing there.
  void report(Message message, const Example& example, std::string_view key = {}) {
    const model::Place& whole = example.provenance.place;
    const model::Place inside = key.empty() ? whole : locator_.find(whole, key);
    if (inside.line == whole.line && inside.column == whole.column) {
      problems_->add(problem(std::move(message), locator_.at(whole)));
      return;
    }
    // An answer may be called like it, and comes before what is expected.
    const model::Place place = locator_.find(locator_.find(whole, "expect"), key);
    problems_->add(problem(std::move(message), locator_.at(place, key)));
  }

  const Plan& plan_on(const model::Date& day) {
    auto& plan = plans_[day.iso()];
    if (!plan) {
      Diagnostics reported_by_check_rules;
      plan = std::make_unique<Plan>(library_, day, locator_, reported_by_check_rules);
    }
    return *plan;
  }

  void check_not_claimable(const Example& example) {
    const std::vector<std::string> ids = ids_in_articles(library_);
    if (std::find(ids.begin(), ids.end(), example.measure) == ids.end()) {
      return unknown(example, msg::kind_claimed{}, ids);
    }
    if (example.as_of && plan_on(*example.as_of).measure(example.measure) != nullptr) {
      const Plan& plan = plan_on(*example.as_of);
      given_ = given_by(
          match(plan, *plan.measure(example.measure), answers_of(example), Detail::figures),
          example.expect);
      report(msg::example_claimable{.example = example.id, .measure = example.measure}, example);
      return;
    }
    given_ = model::Expectation{.claimable = false, .verdict = {}, .estimate = {}, .cautions = {}};
    const model::Expectation& expect = example.expect;
    if (expect.verdict) {
      compare(msg::example_verdict::code, example, "verdict",
              std::string(model::schema::word(*expect.verdict)), msg::none_at_all{});
    }
    if (expect.cautions) {
      compare(msg::example_verdict::code, example, "cautions", words_of(*expect.cautions),
              msg::none_at_all{});
    }
    if (expect.estimate) {
      compare(msg::example_estimate::code, example, "estimate",
              figure(as_estimate(*expect.estimate)), msg::none_at_all{});
    }
  }

  void unknown(const Example& example, const Argument& what, const std::vector<std::string>& ids) {
    const model::Place place = locator_.find(example.provenance.place, example.measure);
    Diagnostic found =
        problem(msg::dangling_reference{.key = "measure", .kind = what, .id = example.measure},
                locator_.at(place, example.measure));
    found.suggestion =
        nearest(example.measure, std::vector<std::string_view>(ids.begin(), ids.end()));
    problems_->add(std::move(found));
  }

  const model::Library& library_;
  model::Locator& locator_;
  Diagnostics* problems_;
  std::map<std::string, std::unique_ptr<Plan>> plans_;
  std::optional<model::Expectation> given_;
};

bool is_misfit(const Diagnostic& one) {
  return one.code == msg::example_verdict::code || one.code == msg::example_estimate::code ||
         one.code == msg::example_claimable::code;
}

void each_rule(const model::Measure& measure,
               const std::function<void(const model::Rule&)>& visit) {
  for (const model::Requirement& one : measure.requirements) {
    visit(one.rule);
    for (const model::RuleReading& reading : one.readings) visit(reading.rule);
  }
  for (const model::AmountComponent& amount : measure.amounts) {
    for (const model::ScheduleRow& row : amount.rows) visit(row.rule);
    for (const model::Modifier& modifier : amount.modifiers) visit(modifier.rule);
    model::each_bound(amount, [&visit](const model::Bound& bound) { visit(bound.rule); });
  }
}

}  // namespace

std::string figure(const Estimate& estimate) {
  return phrase(estimate.kind, sum(estimate.low), sum(estimate.high));
}

void check_rules(const model::Library& library, model::Locator& locator, Diagnostics& problems) {
  const Plan any_day(library, model::Date(), locator, problems);
  // A plan holds what can be claimed.
  const RuleReader reader(library.profile());
  const auto check = [&](const model::Rule& rule) {
    std::vector<ConditionFault> faults;
    if (!rule.empty()) reader.compile(rule, faults);
    for (const ConditionFault& fault : faults) {
      problems.add(fault.what.at(place_of(rule, fault.at, locator)));
    }
  };
  model::each_measure(library.policies(), [&check](const model::MeasureRef& ref) {
    if (!is_claimable(*ref.measure)) each_rule(*ref.measure, check);
  });
}

void check_examples(const model::Library& library, model::Locator& locator, Diagnostics& problems) {
  Checker checker(library, locator, problems);
  for (const Example& example : library.examples()) checker.check(example);
}

std::vector<ChangedExample> changed_examples(const model::Library& library, model::Locator& locator,
                                             Diagnostics& problems) {
  std::vector<ChangedExample> changed;
  Checker checker(library, locator, problems);
  for (const Example& example : library.examples()) {
    Diagnostics found;
    checker.report_to(found);
    checker.check(example);
    const std::vector<Diagnostic> all = found.sorted();
    const bool differs = std::any_of(all.begin(), all.end(), is_misfit);
    const bool is_faulty = !std::all_of(all.begin(), all.end(), is_misfit);
    if (is_faulty) problems.add_all(found);
    if (differs && !is_faulty && checker.given()) changed.push_back({&example, *checker.given()});
  }
  return changed;
}

}  // namespace huice::match
