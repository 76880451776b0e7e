// SPDX-License-Identifier: Apache-2.0
#include "match/examples.h"

#include "base/spelling.h"
#include "model/schema/choice.h"

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
      return low + "至" + high;
    case EstimateKind::at_most:
      return "最高" + high;
    case EstimateKind::at_least:
      return "不低于" + low;
    case EstimateKind::unknown:
      break;
  }
  return "未知";
}

std::optional<std::int64_t> fen(const std::optional<model::Money>& money) {
  return money ? std::optional<std::int64_t>(money->fen()) : std::nullopt;
}

/// What is expected, in the form of an estimate.
Estimate as_estimate(const ExpectedEstimate& expected) {
  Estimate result;
  result.kind = expected.kind;
  const bool between = expected.kind == EstimateKind::between;
  const bool upper = expected.kind == EstimateKind::at_most;
  if (!upper) result.low = fen(between ? expected.from : expected.value);
  if (expected.kind != EstimateKind::at_least) {
    result.high = fen(between ? expected.to : expected.value);
  }
  return result;
}

bool same(const std::optional<ExpectedEstimate>& expected, const std::optional<Estimate>& given) {
  if (!expected) return !given;
  if (!given || expected->kind != given->kind) return false;
  const Estimate wanted = as_estimate(*expected);
  return wanted.low == given->low && wanted.high == given->high;
}

class Checker {
 public:
  Checker(const model::Library& library, const LocateRule& locate, Diagnostics& problems)
      : library_(library), locate_(locate), problems_(problems) {}

  void check(const Example& example) {
    if (!example.expect.claimable) return check_not_claimable(example);
    if (!example.expect.verdict) {
      report(Code::missing_key, example, {"expectation", "verdict", "yes, no or unknown"});
      return;
    }
    const Plan& plan = plan_on(*example.as_of);
    const PlannedMeasure* measure = plan.measure(example.measure);
    if (measure == nullptr) return unknown_measure(example, plan);
    const auto locate = [&](std::string_view token) {
      return locate_(example.profile.place, token);
    };
    const Answers answers = read_profile(example.profile.json, library_.profile, locate, problems_);
    const Result result = match(plan, *measure, answers, Detail::figures);
    if (result.verdict != *example.expect.verdict) {
      report(Code::example_verdict, example,
             {example.id, std::string(model::schema::word(*example.expect.verdict)),
              std::string(model::schema::word(result.verdict))});
    } else if (!same(example.expect.estimate, result.estimate)) {
      const auto& wanted = example.expect.estimate;
      report(Code::example_estimate, example,
             {example.id, wanted ? figure(as_estimate(*wanted)) : "无金额",
              result.estimate ? figure(*result.estimate) : "无金额"});
    }
  }

 private:
  void report(Code code, const Example& example, std::vector<std::string> arguments) {
    problems_.add(problem(code, locate_(example.provenance.place, {}), std::move(arguments)));
  }

  const Plan& plan_on(const model::Date& day) {
    auto& plan = plans_[day.iso()];
    if (!plan) {
      Diagnostics told_by_check_rules;
      plan = std::make_unique<Plan>(library_, day, locate_, told_by_check_rules);
    }
    return *plan;
  }

  void check_not_claimable(const Example& example) {
    if (example.as_of && plan_on(*example.as_of).measure(example.measure) != nullptr) {
      report(Code::example_claimable, example, {example.id, example.measure});
    }
  }

  void unknown_measure(const Example& example, const Plan& plan) {
    std::vector<std::string_view> ids;
    for (const PlannedMeasure& one : plan.measures()) ids.push_back(one.id);
    Diagnostic found =
        problem(Code::dangling_reference, locate_(example.provenance.place, example.measure),
                {"measure", "measure", example.measure});
    found.suggestion = nearest(example.measure, ids);
    problems_.add(std::move(found));
  }

  const model::Library& library_;
  const LocateRule& locate_;
  Diagnostics& problems_;
  std::map<std::string, std::unique_ptr<Plan>> plans_;
};

}  // namespace

std::string figure(const Estimate& estimate) {
  return phrase(estimate.kind, sum(estimate.low), sum(estimate.high));
}

void check_rules(const model::Library& library, const LocateRule& locate, Diagnostics& problems) {
  const Plan any_day(library, model::Date(), locate, problems);
}

void check_examples(const model::Library& library, const LocateRule& locate,
                    Diagnostics& problems) {
  Checker checker(library, locate, problems);
  for (const Example& example : library.examples) checker.check(example);
}

}  // namespace huice::match
