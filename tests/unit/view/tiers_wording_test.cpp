// SPDX-License-Identifier: Apache-2.0
//
// What tiers, rates and caps say of themselves, to the character.
#include "view/amount_wording.h"
#include "view/shipped_words.h"

#include <doctest/doctest.h>

using namespace huice;
using namespace huice::model;
using namespace huice::view;

namespace {

AmountComponent made(Basis basis, const Counted& per = {}) {
  AmountComponent amount;
  amount.basis = basis;
  amount.per = per;
  return amount;
}

Counted counted(std::string_view text) {
  return *Counted::parse(text);
}

Bound bound(std::string_view value, const Counted& per) {
  Bound one;
  one.value = *Money::parse(value);
  one.per = per;
  return one;
}

ScheduleRow row(std::string when, std::string_view figure) {
  ScheduleRow one;
  one.when = std::move(when);
  one.value = Money::parse(figure);
  one.rate = Rate::parse(figure);
  return one;
}

std::string said(const AmountComponent& amount) {
  return amount_text(amount, test::chinese_words());
}

std::string large(const AmountComponent& amount) {
  return figure_of(amount, test::chinese_words());
}

}  // namespace

TEST_CASE("tiers say what their rates are of, which is not what their conditions speak of") {
  AmountComponent tiers = made(Basis::schedule);
  tiers.of = "年度地方财政贡献";
  tiers.rows = {row("固定资产投资5000万元以下", "70%"), row("固定资产投资5000万元以上", "80%")};
  CHECK(said(tiers) ==
        "按年度地方财政贡献的比例分档，固定资产投资5000万元以下的为70%、固定资产投资5000万元以上的"
        "为80%");
  CHECK(large(tiers) == "按年度地方财政贡献的70%至80%");
  tiers.rows = {row("甲类", "1个百分点"), row("乙类", "2个百分点")};
  CHECK(said(tiers) == "分档，甲类的1个百分点、乙类的2个百分点");
  CHECK(large(tiers) == "提高1个百分点至2个百分点");
  tiers.rows = {row("甲类", "1万元")};
  CHECK(said(tiers) == "分档，甲类的1万元");
  AmountComponent phases = made(Basis::phases);
  phases.of = "租金";
  phases.phases = {{1, 2, {}, Rate::parse("80%")}, {3, 5, {}, Rate::parse("50%")}};
  CHECK(large(phases) == "按租金的50%至80%");
}

TEST_CASE("tiers and rates say for what they are paid") {
  AmountComponent tiers = made(Basis::schedule);
  tiers.per = counted("每亩");
  tiers.rows = {row("500亩以下", "100元"), row("500亩以上", "200元")};
  CHECK(said(tiers) == "分档，500亩以下的每亩100元、500亩以上的每亩200元");
  tiers.per = Per::once;
  CHECK(said(tiers) == "分档，500亩以下的100元、500亩以上的200元");
  AmountComponent rate = made(Basis::rate, Per::year);
  rate.rate = Rate::parse("20%");
  rate.of = "新增贡献";
  CHECK(said(rate) == "每年按新增贡献的20%");
  CHECK(large(rate) == "每年按新增贡献的20%");
  rate.caps = {bound("50万元", Per::year)};
  CHECK(said(rate) == "按新增贡献的20%，每年最高50万元");
  rate.caps = {bound("50万元", Per::total)};
  CHECK(said(rate) == "每年按新增贡献的20%，累计最高50万元");
  rate.caps.clear();
  rate.per = Per::once;
  CHECK(said(rate) == "一次性按新增贡献的20%");
  CHECK(large(rate) == "按新增贡献的20%");
}

TEST_CASE("a cap that a wording leaves out is said before it") {
  AmountComponent left = made(Basis::unstated);
  left.wording = "从该品种的贡献中给予";
  left.caps = {bound("300万元", counted("每个品种"))};
  CHECK(said(left) == "每个品种最高300万元，从该品种的贡献中给予");
  left.wording = "给予最高1300万元的支持";
  CHECK(said(left) == "每个品种最高300万元，给予最高1300万元的支持");
  left.wording = "从贡献中给予，最高300万元";
  CHECK(said(left) == "从贡献中给予，最高300万元");
}
