// SPDX-License-Identifier: Apache-2.0
//
// data/examples.json
#include "model/schema/parts.h"
#include "model/schema/record.h"
#include "model/schema/records.h"

namespace huice::model::schema {
namespace {

const auto& yes_or_no() {
  static const auto shape = nullable<bool>(boolean());
  return shape;
}

const auto& cautions() {
  static const auto shape = nullable<std::vector<Caution>>(list<Caution>(choice<Caution>()));
  return shape;
}

const auto& expected_estimate() {
  static const auto shape = nullable<ExpectedEstimate>(object<ExpectedEstimate>(
      {"预期金额", "expected estimate"},
      {required<&ExpectedEstimate::kind>("kind", choice<EstimateKind>(),
                                         {"金额确定到什么程度：exact 确数，between 区间，at_most "
                                          "最高，at_least 不低于，unknown 不能确定",
                                          "what is known of the sum"}),
       optional<&ExpectedEstimate::value>(
           "value", money(),
           {"exact、at_most、at_least 的金额", "the sum of exact, at_most and at_least"}),
       optional<&ExpectedEstimate::from>("from", money(),
                                         {"between 的下限", "the lower end of between"}),
       optional<&ExpectedEstimate::to>("to", money(),
                                       {"between 的上限", "the upper end of between"}),
       optional<&ExpectedEstimate::per>("per", maybe_counted(),
                                        {"金额按什么计算", "what the sum is counted for"}),
       optional<&ExpectedEstimate::years>("years", years(), {"支付多少年", "how long it is paid"}),
       optional<&ExpectedEstimate::provisional>(
           "provisional", yes_or_no(),
           {"true：依据的记录有未核对的（待核）；false：没有",
            "true: computed from records that nobody has checked (待核); false: not"})}));
  return shape;
}

const auto& expectation() {
  static const auto shape = object<Expectation>(
      {"预期结果", "expectation"},
      {optional<&Expectation::claimable>(
           "claimable", boolean(),
           {"false：不是企业可以申请的", "false: nothing an enterprise can apply for"}),
       optional<&Expectation::verdict>(
           "verdict", maybe_choice<Verdict>(),
           {"是否符合：yes 符合，no 不符合，unknown 不能确定；可以申请的才填",
            "whether the enterprise is eligible; only where the measure is claimable"}),
       optional<&Expectation::estimate>(
           "estimate", expected_estimate(),
           {"可得的金额；不符合时不填", "what it gives; none where the verdict is no"}),
       optional<&Expectation::cautions>("cautions", cautions(),
                                        {"结论附带的全部注意事项；没有的填 []",
                                         "all cautions that come with the verdict; []: none"})});
  return shape;
}

}  // namespace

template <>
const ShapeFor<Example>& shape_of<Example>() {
  static const auto shape = record<Example>(
      {"算例", "example"}, Presence::optional,
      {required<&Example::id>("id", id(), {"编号", "its name"}),
       required<&Example::measure>("measure", text(),
                                   {"哪项支持措施，写它的编号；不能申请的，也可以写工作承诺或目标",
                                    "which measure, by its fact id; where it is not claimable, "
                                    "also an undertaking or target"}),
       required<&Example::profile>("profile", answers(),
                                   {"企业的各项回答", "what the enterprise says about itself"}),
       required<&Example::as_of>("as_of", date(), {"以哪一天为准", "on which day"}),
       required<&Example::expect>("expect", expectation(),
                                  {"按原文应得的结果", "what the text gives it"}),
       required<&Example::why>("why", text(),
                               {"怎样得出的，用自己的话说明并注明条款",
                                "how the result follows, in own words, with the article"})});
  return shape;
}

}  // namespace huice::model::schema
