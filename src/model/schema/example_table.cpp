// SPDX-License-Identifier: Apache-2.0
//
// data/examples.json
#include "model/schema/parts.h"
#include "model/schema/record.h"
#include "model/schema/records.h"

namespace huice::model::schema {
namespace {

const Shape& yes_or_no() {
  static const Shape shape = nullable<bool>(boolean());
  return shape;
}

const Shape& cautions() {
  static const Shape shape = nullable<std::vector<Caution>>(list<Caution>(choice<Caution>()));
  return shape;
}

const Shape& expected_estimate() {
  static const Shape shape = nullable<ExpectedEstimate>(object<ExpectedEstimate>(
      "expected estimate",
      {required<&ExpectedEstimate::kind>("kind", choice<EstimateKind>(),
                                         "what is known of the sum"),
       optional<&ExpectedEstimate::value>("value", money(), "of exact, at_most and at_least"),
       optional<&ExpectedEstimate::from>("from", money(), "of between: at least"),
       optional<&ExpectedEstimate::to>("to", money(), "of between: at most"),
       optional<&ExpectedEstimate::per>("per", maybe_choice<Per>(), "what the sum is counted for"),
       optional<&ExpectedEstimate::years>("years", years(), "how long it is paid"),
       optional<&ExpectedEstimate::provisional>(
           "provisional", yes_or_no(),
           "true: computed from what nobody has checked (待核); false: not")}));
  return shape;
}

const Shape& expectation() {
  static const Shape shape = object<Expectation>(
      "expectation",
      {optional<&Expectation::claimable>("claimable", boolean(),
                                         "false: nothing an enterprise can apply for"),
       optional<&Expectation::verdict>("verdict", maybe_choice<Verdict>(),
                                       "whether it is eligible; of what is claimable"),
       optional<&Expectation::estimate>("estimate", expected_estimate(),
                                        "what it gives; none where the verdict is no"),
       optional<&Expectation::cautions>("cautions", cautions(),
                                        "all that the verdict is told with; []: none")});
  return shape;
}

}  // namespace

const Shape& example() {
  static const Shape shape = record<Example>(
      "example", Presence::optional,
      {required<&Example::id>("id", id(), "its name"),
       required<&Example::measure>("measure", text(),
                                   "which measure, by its fact id; where it is not claimable, also "
                                   "an undertaking or target"),
       required<&Example::profile>("profile", rule(), "what the enterprise says about itself"),
       required<&Example::as_of>("as_of", date(), "on which day"),
       required<&Example::expect>("expect", expectation(), "what the text gives it"),
       required<&Example::why>("why", text(), "how, in own words, with the article")});
  return shape;
}

}  // namespace huice::model::schema
