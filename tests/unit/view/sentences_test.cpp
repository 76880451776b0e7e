// SPDX-License-Identifier: Apache-2.0
//
// Sentences that officials write of a record, to the character, with the words of templates/i18n.
#include "view/sentences.h"

#include "derive/indexes.h"
#include "model/given.h"
#include "view/shipped_words.h"

#include <doctest/doctest.h>

using namespace huice;
using namespace huice::model;
using namespace huice::view;

namespace {

const Words& chinese() {
  return test::chinese_words();
}

Observation figure(const char* indicator, const char* period, const char* value, const char* unit) {
  Observation one;
  one.indicator = indicator;
  one.region = "city";
  one.period = *Period::parse(period);
  one.value = *Decimal::parse(value);
  one.unit = unit;
  return one;
}

Indicator indicator(const char* id, const char* name, const char* phrase, MeasureKind kind,
                    Direction direction = Direction::up) {
  Indicator one;
  one.id = id;
  one.name = name;
  one.phrase = phrase;
  one.kind = kind;
  one.direction = direction;
  return one;
}

struct City {
  City() : library(records()), indexes(library), reader(library, indexes) {}

  static Records records() {
    Records made;
    made.indicators = {
        indicator("contracts", "技术合同项数（登记）", "登记技术合同", MeasureKind::flow),
        indicator("fee", "担保费率", "", MeasureKind::price, Direction::down),
        indicator("firms", "示例类企业数", "", MeasureKind::stock),
        indicator("rd", "研发投入强度", "", MeasureKind::rate),
        indicator("value", "技术合同成交额（登记）", "登记技术合同成交额", MeasureKind::flow)};
    for (const char* id : {"city", "east", "west"}) made.regions.emplace_back().id = id;
    made.regions[0].name = "示例市";
    made.regions[1].name = "东城区";
    made.regions[2].name = "西城区";
    Organization& bureau = made.organizations.emplace_back();
    bureau.id = "kjj";
    bureau.name = "市科技局";
    Beneficiary& firm = made.beneficiaries.emplace_back();
    firm.id = "firm";
    firm.name = "示例企业（层级未载明）";
    return made;
  }

  std::string say(std::vector<Observation> facts) const {
    std::vector<const Observation*> all;
    for (const Observation& one : facts) all.push_back(&one);
    return facts_sentence(all, reader, chinese());
  }

  Library library;
  derive::Indexes indexes;
  Reader reader;
};

std::string changed(const Observation& now, const Observation& then) {
  return change_text(now, then, nullptr, chinese());
}

Measure paying(std::string title, AmountComponent amount) {
  Measure measure;
  measure.title = std::move(title);
  measure.amounts.push_back(std::move(amount));
  measure.beneficiaries = {"firm"};
  return measure;
}

std::string given_of(const Measure& measure) {
  REQUIRE(given(measure) != nullptr);
  return given_text(measure, chinese());
}

AmountComponent fixed(const char* value, const Counted& per = {}) {
  AmountComponent amount;
  amount.basis = Basis::fixed;
  amount.value = Money::parse(value);
  amount.per = per;
  return amount;
}

Bound bound(const char* value, const Counted& per = {}) {
  Bound made;
  made.value = Money::parse(value);
  made.per = per;
  return made;
}

Target target(const char* label, const char* value) {
  Target made;
  made.label = label;
  made.value = *Goal::parse(value);
  made.by = Period::parse("2025");
  return made;
}

}  // namespace

TEST_CASE("a figure is said with its name: phrases before figures, rates with 达到 or 为") {
  const City city;
  CHECK(city.say({figure("contracts", "2021", "899", "项")}) == "登记技术合同899项");
  CHECK(city.say({figure("firms", "@2025-12-31", "58", "家")}) == "示例类企业数为58家");
  CHECK(city.say({figure("rd", "2024", "2.1", "%")}) == "研发投入强度达到2.1%");
  CHECK(city.say({figure("fee", "2024", "0.5", "%")}) == "担保费率为0.5%");
}

TEST_CASE("余, 约 and bounds stay with the figure, and bounds take no verb") {
  const City city;
  Observation over = figure("firms", "2025", "300", "家");
  over.qualifier = Qualifier::over;
  CHECK(city.say({over}) == "示例类企业数为300余家");
  over.qualifier = Qualifier::about;
  CHECK(city.say({over}) == "示例类企业数约300家");
  Observation rate = figure("rd", "2025", "1", "%");
  rate.qualifier = Qualifier::greater;
  CHECK(city.say({rate}) == "研发投入强度超过1%");
  rate.qualifier = Qualifier::at_least;
  CHECK(city.say({rate}) == "研发投入强度不低于1%");
}

TEST_CASE("a provisional figure says so in its sentence") {
  const City city;
  Observation open = figure("contracts", "2021", "899", "项");
  open.provenance.source = Source{"示例", {}, {}, Reliability::provisional};
  CHECK(city.say({open}) == "登记技术合同899项（待核）");
  Observation then = figure("contracts", "2020", "800", "项");
  CHECK(changed(figure("contracts", "2021", "880", "项"), then) == "较上年增长10%");
  then.provenance = open.provenance;
  CHECK(changed(figure("contracts", "2021", "880", "项"), then) == "较上年增长10%（待核）");
}

TEST_CASE("several figures of one place and time say what they share once") {
  const City city;
  CHECK(city.say(
            {figure("contracts", "2021", "899", "项"), figure("value", "2021", "69.98", "亿元")}) ==
        "登记技术合同899项，成交额69.98亿元");
  CHECK(city.say({figure("value", "2021", "69.98", "亿元"),
                  figure("contracts", "2021", "899", "项"), figure("rd", "2021", "0.9", "%")}) ==
        "登记技术合同成交额69.98亿元，登记技术合同899项，研发投入强度达到0.9%");
}

TEST_CASE("regions with one figure are said together") {
  const City city;
  Observation east = figure("rd", "2024", "1", "%");
  east.qualifier = Qualifier::greater;
  east.region = "east";
  Observation west = east;
  west.region = "west";
  CHECK(city.say({east, west}) == "东城区、西城区研发投入强度均超过1%");
  east.qualifier = west.qualifier = Qualifier::equal;
  CHECK(city.say({east, west}) == "东城区、西城区研发投入强度均为1%");
}

TEST_CASE("a change is in %, of shares in points, of nothing in units; last year has its word") {
  const City city;
  CHECK(changed(figure("value", "2021", "153.2", "亿元"), figure("value", "2020", "100", "亿元")) ==
        "较上年增长53.2%");
  CHECK(changed(figure("value", "2021", "60", "亿元"), figure("value", "2020", "100", "亿元")) ==
        "较上年下降40%");
  CHECK(changed(figure("rd", "2024", "2.1", "%"), figure("rd", "2023", "1.8", "%")) ==
        "比上年提高0.3个百分点");
  CHECK(changed(figure("fee", "2024", "0.5", "%"), figure("fee", "2023", "1", "%")) ==
        "比上年下降0.5个百分点");
  CHECK(changed(figure("firms", "2024", "3", "家"), figure("firms", "2023", "0", "家")) ==
        "较上年增加3家");
  CHECK(changed(figure("firms", "2024", "3", "家"), figure("firms", "2023", "3", "家")) ==
        "与上年持平");
  CHECK(changed(figure("firms", "@2025-12-31", "302", "家"),
                figure("firms", "@2024-12-31", "287", "家")) == "较上年末增长5.23%");
  CHECK(changed(figure("value", "2024-01/2024-06", "11", "亿元"),
                figure("value", "2023-01/2023-06", "10", "亿元")) == "较上年同期增长10%");
  CHECK(changed(figure("value", "2024", "11", "亿元"), figure("value", "2020", "10", "亿元")) ==
        "较2020年增长10%");
  CHECK(changed(figure("value", "2024", "100001", "万元"),
                figure("value", "2023", "100000", "万元")) == "较上年增加1万元");
  CHECK(city.say({figure("rd", "2024", "2.1", "%"), figure("rd", "2023", "1.8", "%")}) ==
        "研发投入强度达到2.1%，比上年提高0.3个百分点");
}

TEST_CASE("what a measure gives is said as a decision says it") {
  CHECK(given_of(paying("新认定企业奖励", fixed("10万元", Per::once))) == "一次性给予10万元奖励");
  CHECK(given_of(paying("新认定企业", fixed("10万元"))) == "给予10万元资金支持");
  CHECK(given_of(paying("运行补贴", fixed("20万元", Per::year))) == "每年给予20万元补贴");
  AmountComponent most;
  most.caps = {bound("500万元", Per::once)};
  CHECK(given_of(paying("研发投入奖补", most)) == "一次性给予最高500万元奖补");
  AmountComponent least;
  least.floors = {bound("200万元", Per::year)};
  least.years = Years{5, {}};
  CHECK(given_of(paying("实验室补助", least)) == "连续5年，每年给予不低于200万元的补助");
  AmountComponent rate;
  rate.basis = Basis::rate;
  rate.rate = Rate::parse("5%");
  rate.of = "新增配套额";
  rate.caps = {bound("50万元")};
  CHECK(given_of(paying("配套补助", rate)) == "按新增配套额的5%给予补助，最高50万元");
  rate.basis = Basis::interest;
  rate.caps = {bound("50万元", Per::year)};
  CHECK(given_of(paying("贷款贴息", rate)) == "按新增配套额的5%给予贴息，每年最高50万元");
  const City city;
  CHECK(measure_sentence(paying("新认定企业奖励", fixed("10万元", Per::once)), city.reader,
                         chinese()) == "对示例企业一次性给予10万元奖励");
}

TEST_CASE("what is no one sentence is not given as one") {
  Measure two = paying("奖励", fixed("10万元"));
  two.amounts.push_back(fixed("20万元"));
  CHECK(given(two) == nullptr);
  AmountComponent when;
  when.caps = {bound("10万元")};
  when.caps.front().when = "集团";
  CHECK(given(paying("奖励", when)) == nullptr);
  AmountComponent rows = fixed("10万元");
  rows.rows.emplace_back();
  CHECK(given(paying("奖励", rows)) == nullptr);
  CHECK(given(paying("奖励", {})) == nullptr);
  Measure relief = paying("减免", fixed("10万元"));
  relief.effect = Effect::relief;
  CHECK(given(relief) == nullptr);
  Measure with_words = paying("奖励", fixed("10万元"));
  with_words.amounts.emplace_back().wording = "另行资助";
  CHECK(given_of(with_words) == "给予10万元奖励");
}

TEST_CASE("a target is said with its day and its verb") {
  const auto say = [](const Target& one) { return target_sentence(one, chinese()); };
  CHECK(say(target("示例类企业", "300家")) == "到2025年，示例类企业达到300家");
  CHECK(say(target("示例类企业", "突破300家")) == "到2025年，示例类企业突破300家");
  CHECK(say(target("示例类企业", "15—20家")) == "到2025年，示例类企业达到15—20家");
  CHECK(say(target("单位能耗", "降低13.5%")) == "到2025年，单位能耗降低13.5%");
  CHECK(say(target("产值", "翻一番")) == "到2025年，产值翻一番");
  CHECK(say(target("服务", "全覆盖")) == "到2025年，服务实现全覆盖");
  CHECK(say(target("全区位次", "前3名")) == "到2025年，全区位次进入前3名");
  Target yearly = target("每年培训人数", "50名");
  yearly.by.reset();
  yearly.every = "年";
  CHECK(say(yearly) == "每年培训人数达到50名");
}

TEST_CASE("a promise is said with who keeps it and by when") {
  const City city;
  Undertaking one;
  one.text = "出台实施细则";
  const auto say = [&] { return undertaking_sentence(one, city.reader, chinese()); };
  CHECK(say() == "出台实施细则");
  one.due = Date::parse("2026-12-31");
  CHECK(say() == "于2026年底前出台实施细则");
  one.units = {"kjj"};
  CHECK(say() == "由市科技局于2026年底前出台实施细则");
  one.due = Date::parse("2026-06-30");
  CHECK(say() == "由市科技局于2026年6月底前出台实施细则");
  one.due = Date::parse("2026-03-15");
  CHECK(say() == "由市科技局于2026年3月15日前出台实施细则");
  one.due.reset();
  CHECK(say() == "由市科技局出台实施细则");
}
