// SPDX-License-Identifier: Apache-2.0
//
// What several measures pay, in one phrase, and what a card says beside its large figure.
#include "view/money_range.h"

#include "view/shipped_words.h"

#include <doctest/doctest.h>

using namespace huice;
using namespace huice::model;
using namespace huice::view;

namespace {

Measure paying(std::vector<AmountComponent> amounts) {
  Measure made;
  made.effect = Effect::payment;
  made.amounts = std::move(amounts);
  return made;
}

AmountComponent fixed(std::string_view value, const Counted& per = {}) {
  AmountComponent amount;
  amount.basis = Basis::fixed;
  amount.value = Money::parse(value);
  amount.per = per;
  return amount;
}

AmountComponent capped(std::string_view value, const Counted& per = {}) {
  AmountComponent amount;
  amount.basis = Basis::rate;
  amount.rate = Rate::parse("5%");
  amount.of = "新增配套额";
  Bound cap;
  cap.value = Money::parse(value);
  cap.per = per;
  amount.caps = {cap};
  return amount;
}

AmountComponent floored(std::string_view value, const Counted& per = {}) {
  AmountComponent amount;
  amount.basis = Basis::unstated;
  Bound floor;
  floor.value = Money::parse(value);
  floor.per = per;
  amount.floors = {floor};
  return amount;
}

std::string range(const std::vector<Measure>& measures) {
  std::vector<const Measure*> all;
  for (const Measure& one : measures) all.push_back(&one);
  return money_range(all, test::chinese_words());
}

std::string terms(const Measure& measure) {
  return terms_text(measure, test::chinese_words());
}

}  // namespace

TEST_CASE("fixed sums have both ends, and one sum alone is that sum") {
  CHECK(range({paying({fixed("20万元", Per::once)}), paying({fixed("200万元", Per::once)}),
               paying({fixed("10万元", Per::once)})}) == "10万元—200万元");
  CHECK(range({paying({fixed("20万元", Per::once)})}) == "20万元");
  CHECK(range({paying({fixed("20万元", Per::once)}), paying({fixed("0.002亿元")})}) == "20万元");
}

TEST_CASE("a bound stays one: of caps the highest, of floors the lowest") {
  CHECK(range({paying({fixed("5万元")}), paying({capped("500万元")})}) == "最高500万元");
  CHECK(range({paying({capped("50万元", Per::year)})}) == "每年最高50万元");
  CHECK(range({paying({fixed("600万元")}), paying({capped("500万元")})}) == "最高600万元");
  CHECK(range({paying({floored("500万元", Per::year)}), paying({fixed("30万元")})}) == "30万元起");
  // A floor below what others give at most says nothing of the most.
  CHECK(range({paying({floored("20万元")}), paying({capped("500万元")})}) == "最高500万元");
}

TEST_CASE("what is no money that the reader gets is in no range") {
  Measure relief = paying({capped("500万元")});
  relief.effect = Effect::relief;
  CHECK(range({relief}).empty());
  AmountComponent rate;
  rate.basis = Basis::rate;
  rate.rate = Rate::parse("10%");
  rate.of = "国家拨款额";
  CHECK(range({paying({rate})}).empty());
  CHECK(range({paying({})}).empty());
  CHECK(range({}).empty());
}

TEST_CASE("a card says beside its figure what else the text says, and never the figure twice") {
  CHECK(terms(paying({fixed("20万元", Per::once)})) == "一次性");
  CHECK(terms(paying({capped("50万元")})) == "按新增配套额的5%");
  CHECK(terms(paying({fixed("20万元")})).empty());
  CHECK(terms(paying({})).empty());
}
