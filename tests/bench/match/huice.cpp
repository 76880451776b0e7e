// SPDX-License-Identifier: Apache-2.0
// bench_match PROJECT DAY PROFILES COUNT PLAN ANSWERS: reads enterprises, one JSON profile a line,
// and matches them with all measures, again and again where there are fewer lines than COUNT.
// Writes the plan and the answers of each line as the browser reads them, and prints what it took:
//   rules     each requirement's rule decided, one thread, with all that is made anew for each
//             enterprise (logic::Decisions, as the roster of `huice match` makes it)
//   match     verdicts, cautions and estimates, one thread
//   parallel rules, parallel match: the same on every processor
#include "base/json/read.h"
#include "load/project.h"
#include "logic/json.h"
#include "match/match.h"
#include "match/plan_json.h"

#include <nlohmann/json.hpp>
#include <oneapi/tbb/blocked_range.h>
#include <oneapi/tbb/parallel_reduce.h>

#include <chrono>
#include <fstream>
#include <iostream>

namespace {

using namespace huice;
using match::Answers;

struct Counted {
  std::size_t yes = 0;
  std::size_t unknown = 0;
  double seconds = 0;

  void add(bool is_yes, bool is_unknown) {
    yes += is_yes ? 1 : 0;
    unknown += is_unknown ? 1 : 0;
  }
  nlohmann::json json() const { return {{"yes", yes}, {"unknown", unknown}, {"seconds", seconds}}; }
};

template <class Work>
Counted timed(const Work& work) {
  const auto start = std::chrono::steady_clock::now();
  Counted counted = work();
  counted.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  return counted;
}

void decide_rules(const match::Plan& plan, const Answers& answers, Counted& counted) {
  logic::Decisions decisions(plan.rules(), answers);
  for (const match::PlannedMeasure& measure : plan.measures()) {
    for (const match::PlannedRequirement& one : measure.requirements) {
      const auto& rule = one.readings.front().rule;
      if (one.readings.size() > 1 || !rule) continue;
      const auto verdict = decisions.verdict(*rule);
      counted.add(verdict == Verdict::yes, verdict == Verdict::unknown);
    }
  }
}

void match_all(const match::Plan& plan, const Answers& answers, Counted& counted) {
  match::Applicant applicant(plan, answers);
  for (const match::PlannedMeasure& measure : plan.measures()) {
    const auto verdict = match::match(plan, measure, applicant, match::Detail::figures).verdict;
    counted.add(verdict == Verdict::yes, verdict == Verdict::unknown);
  }
}

std::vector<Answers> read_all(const match::Plan& plan, const char* path, const char* out,
                              Diagnostics& problems) {
  std::vector<Answers> all;
  std::ifstream in(path);
  std::ofstream copy(out);
  for (std::string line; std::getline(in, line);) {
    const auto given = json::parse(SourceText(path, line), problems);
    all.push_back(match::read_profile(
        given.value_or(json::Value()), plan.profile(), [](json::Span) { return Location{}; },
        problems));
    std::vector<logic::Value::Member> members;
    for (std::size_t i = 0; i < all.back().size(); ++i) {
      if (!all.back()[i].is_nothing()) members.emplace_back(plan.profile()[i].id, all.back()[i]);
    }
    copy << logic::to_json(logic::Value::object(std::move(members))).value_or("") << '\n';
  }
  return all;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 7) return 2;
  RealFileSystem files;
  Diagnostics problems;
  const auto library = load::load_project(files, {.project = argv[1]}, problems);
  const auto as_of = model::Date::parse(argv[2]);
  if (!library || !as_of) return 1;
  model::Locator locator(files, argv[1], library->files());
  const match::Plan plan(*library, *as_of, locator, problems);
  std::ofstream(argv[5]) << match::plan_json(plan) << '\n';
  const std::vector<Answers> all = read_all(plan, argv[3], argv[6], problems);
  const std::size_t count = std::stoul(argv[4]);
  if (problems.has_errors() || all.empty()) return 1;
  const auto one_thread = [&](auto&& each) {
    return timed([&] {
      Counted counted;
      for (std::size_t i = 0; i < count; ++i) each(plan, all[i % all.size()], counted);
      return counted;
    });
  };
  const Counted rules = one_thread(decide_rules);
  const Counted matched = one_thread(match_all);
  const auto all_threads = [&](auto&& each) {
    return timed([&] {
      return tbb::parallel_reduce(
          tbb::blocked_range<std::size_t>(0, count), Counted{},
          [&](const tbb::blocked_range<std::size_t>& range, Counted counted) {
            for (std::size_t i = range.begin(); i < range.end(); ++i) {
              each(plan, all[i % all.size()], counted);
            }
            return counted;
          },
          [](Counted a, const Counted& b) {
            a.yes += b.yes;
            a.unknown += b.unknown;
            return a;
          });
    });
  };
  const Counted parallel_rules = all_threads(decide_rules);
  const Counted parallel = all_threads(match_all);
  std::cout << nlohmann::json{{"enterprises", count},
                              {"measures", plan.measures().size()},
                              {"rules", rules.json()},
                              {"match", matched.json()},
                              {"parallel rules", parallel_rules.json()},
                              {"parallel match", parallel.json()}}
            << '\n';
  return 0;
}
