// SPDX-License-Identifier: Apache-2.0
#include "view/undecided.h"

#include <doctest/doctest.h>

#include <utility>

using huice::Verdict;
using huice::match::RequirementResult;
using huice::match::Result;
using huice::view::Waits;
using huice::view::waits_for;

namespace {

RequirementResult met() {
  RequirementResult one;
  one.verdict = Verdict::yes;
  return one;
}

RequirementResult judged() {
  RequirementResult one;
  one.judged = true;
  return one;
}

RequirementResult unanswered() {
  RequirementResult one;
  one.missing = {0};
  return one;
}

RequirementResult read_in_two_ways() {
  RequirementResult one;
  one.readings = {Verdict::yes, Verdict::no};
  return one;
}

Result open(std::vector<RequirementResult> requirements, std::vector<std::size_t> missing = {}) {
  Result result;
  result.verdict = Verdict::unknown;
  result.requirements = std::move(requirements);
  result.missing = std::move(missing);
  return result;
}

}  // namespace

TEST_CASE("what is not certain waits for answers before an office, and for that before the text") {
  CHECK(waits_for(open({met(), unanswered(), judged()})) == Waits::answers);
  CHECK(waits_for(open({met()}, {1})) == Waits::answers);
  CHECK(waits_for(open({met(), judged(), read_in_two_ways()})) == Waits::office);
  CHECK(waits_for(open({})) == Waits::office);
  CHECK(waits_for(open({met(), read_in_two_ways()})) == Waits::text);
  CHECK(waits_for(open({met()})) == Waits::text);
}

TEST_CASE("a verdict that is certain waits for nothing") {
  Result result = open({unanswered()});
  result.verdict = Verdict::no;
  CHECK(!waits_for(result));
  result.verdict = Verdict::yes;
  CHECK(!waits_for(result));
}
