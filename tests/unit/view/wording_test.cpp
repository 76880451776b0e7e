// SPDX-License-Identifier: Apache-2.0
//
// Phrases composed from records, to the character, with the words of templates/i18n.
#include "view/wording.h"

#include "view/amount_wording.h"
#include "view/shipped_words.h"

#include <doctest/doctest.h>

using namespace huice;
using namespace huice::model;
using namespace huice::view;

namespace {

const Words& chinese() {
  return test::chinese_words();
}

Money money(std::string_view text) {
  return *Money::parse(text);
}

AmountComponent fixed(std::string_view value, const Counted& per = {}) {
  AmountComponent amount;
  amount.basis = Basis::fixed;
  amount.value = money(value);
  amount.per = per;
  return amount;
}

AmountComponent rated(Basis basis, std::string_view rate, std::string of) {
  AmountComponent amount;
  amount.basis = basis;
  amount.rate = Rate::parse(rate);
  amount.of = std::move(of);
  return amount;
}

AmountComponent worded(Basis basis, std::string wording) {
  AmountComponent amount;
  amount.basis = basis;
  amount.wording = std::move(wording);
  return amount;
}

Bound bound(std::string_view value, const Counted& per = {}) {
  Bound made;
  made.value = money(value);
  made.per = per;
  return made;
}

Bound rate_bound(std::string_view rate, std::string of = {}) {
  Bound made;
  made.rate = Rate::parse(rate);
  made.of = std::move(of);
  return made;
}

ScheduleRow row(std::string when, std::string_view figure = {}) {
  ScheduleRow made;
  made.when = std::move(when);
  made.value = Money::parse(figure);
  made.rate = Rate::parse(figure);
  return made;
}

Measure measure(std::vector<AmountComponent> amounts) {
  Measure made;
  made.amounts = std::move(amounts);
  return made;
}

std::string said(const AmountComponent& amount) {
  return amount_text(amount, chinese());
}

Observation observation(std::string_view period, std::string_view value, std::string unit) {
  Observation made;
  made.indicator = "i";
  made.region = "r";
  made.period = *Period::parse(period);
  made.value = *Decimal::parse(value);
  made.unit = std::move(unit);
  return made;
}

std::string compared(const Observation& now, const Observation& then) {
  const auto found = comparison_text(now, then, nullptr, chinese());
  return found ? found->text + " " + std::string(found->direction) : "none";
}

}  // namespace

TEST_CASE("a fixed amount says for what it is paid") {
  CHECK(said(fixed("200万元", Per::once)) == "一次性200万元");
  CHECK(said(fixed("5万元", Per::year)) == "每年5万元");
  CHECK(said(fixed("5万元", Per::project)) == "每个项目5万元");
  CHECK(said(fixed("500元", *Counted::parse("每件"))) == "每件500元");
  CHECK(said(fixed("5万元", Per::total)) == "累计5万元");
  CHECK(said(fixed("5229.3万元")) == "5229.3万元");
}

TEST_CASE("a rate says of what it is, and how far it goes") {
  AmountComponent amount = rated(Basis::rate, "20%", "项目投资额");
  CHECK(said(amount) == "按项目投资额的20%");
  amount.caps = {bound("50万元", Per::project)};
  CHECK(said(amount) == "按项目投资额的20%，每个项目最高50万元");
  amount.floors = {bound("1万元")};
  CHECK(said(amount) == "按项目投资额的20%，不低于1万元，每个项目最高50万元");
  CHECK(said(rated(Basis::match, "5%", "国家拨款")) == "按国家拨款的5%配套");
}

TEST_CASE("interest says for how many years") {
  AmountComponent amount = rated(Basis::interest, "50%", "贷款市场报价利率");
  amount.years = Years{.exactly = {}, .at_most = 3};
  amount.caps = {bound("30万元", Per::year)};
  CHECK(said(amount) == "最多3年，按贷款市场报价利率的50%贴息，每年最高30万元");
  amount.years = Years{.exactly = 2, .at_most = {}};
  amount.caps.clear();
  CHECK(said(amount) == "连续2年，按贷款市场报价利率的50%贴息");
}

TEST_CASE("an amount without a figure says what the text says, and says it once") {
  CHECK(said(worded(Basis::unstated, "按自治区标准")) == "按自治区标准");
  CHECK(said(worded(Basis::negotiated, "")) == "一事一议");
  CHECK(said(worded(Basis::negotiated, "一事一议")) == "一事一议");
  CHECK(said(worded(Basis::negotiated, "由市政府研究")) == "一事一议，由市政府研究");
  CHECK(said(worded(Basis::schedule, "标准另行公布")) == "分档，标准另行公布");
  CHECK(said(worded(Basis::unstated, "")).empty());
  AmountComponent counted = worded(Basis::unstated, "每项不超过3万元");
  counted.caps = {bound("3万元", Per::project)};
  CHECK(said(counted) == "每项不超过3万元");
}

TEST_CASE("rows, caps of a rate and multipliers are worded from their fields") {
  AmountComponent amount = worded(Basis::schedule, "");
  amount.rows.push_back(row("国家级", "100万元"));
  amount.rows.push_back(row("自治区级", "5%"));
  amount.rows.push_back(row("市级"));
  CHECK(said(amount) == "分档，国家级的100万元、自治区级的5%、市级的未载明");
  AmountComponent rate = rated(Basis::rate, "2%", "贷款额");
  rate.caps = {rate_bound("3%")};
  CHECK(said(rate) == "按贷款额的2%，不超过贷款额的3%");
  rate.caps = {rate_bound("100个基点")};
  CHECK(said(rate) == "按贷款额的2%，上浮不超过100个基点");
  AmountComponent doubled = fixed("10万元");
  const auto twice = [&](AppliesTo acts_on) {
    doubled.modifiers = {{*Decimal::parse("2"), "高新技术企业", {}, acts_on}};
    return said(doubled);
  };
  CHECK(twice(AppliesTo::award) == "10万元，高新技术企业按2倍奖补");
  CHECK(twice(AppliesTo::cap) == "10万元，高新技术企业的上限按2倍计");
  CHECK(twice(AppliesTo::unclear) ==
        "10万元，高新技术企业按2倍计（倍数作用于奖补还是上限，条文未载明）");
}

TEST_CASE("phases are worded one after another, each with its years") {
  AmountComponent amount = worded(Basis::phases, "");
  amount.of = "租金";
  amount.phases = {{1, 2, {}, Rate::parse("80%")}, {3, 5, {}, Rate::parse("50%")}};
  CHECK(said(amount) == "第1至2年按租金的80%，第3至5年按租金的50%");
  amount.phases = {{1, 1, money("5万元"), {}}, {2, 2, money("3万元"), {}}};
  CHECK(said(amount) == "第1年5万元，第2年3万元");
}

TEST_CASE(
    "ranges, other currencies, what is brought down, stages and limits are worded as texts have "
    "them") {
  const auto large = [](const AmountComponent& amount) {
    Measure measure;
    measure.amounts.push_back(amount);
    return headline(measure, chinese()).value_or("none");
  };
  AmountComponent sums = fixed("10万元", Per::once);
  sums.value_to = money("20万元");
  CHECK(said(sums) == "一次性10万元至20万元");
  CHECK(large(sums) == "10万元至20万元");
  AmountComponent rates = worded(Basis::rate, "");
  rates.of = "固定资产投资";
  rates.rate = Rate::parse("5%");
  rates.rate_to = Rate::parse("20%");
  CHECK(said(rates) == "按固定资产投资的5%至20%");
  CHECK(large(rates) == "按固定资产投资的5%至20%");
  AmountComponent dollars = worded(Basis::foreign, "");
  dollars.foreign = Quantity::parse("10万美元");
  dollars.per = Per::year;
  CHECK(said(dollars) == "每年10万美元");
  CHECK(large(dollars) == "每年10万美元");
  AmountComponent fee = worded(Basis::reduced_to, "");
  fee.of = "担保费率";
  fee.rate = Rate::parse("0.5%");
  CHECK(said(fee) == "担保费率降至0.5%");
  CHECK(large(fee) == "担保费率降至0.5%");
  fee.of = "贷款利率";
  fee.rate = Rate::parse("100个基点");
  CHECK(said(fee) == "贷款利率降至基准利率加100个基点");
  AmountComponent stages = worded(Basis::stages, "");
  stages.rows = {row("备案", "100万元"), row("申报", "150万元")};
  CHECK(said(stages) == "分步骤给付，备案的100万元、申报的150万元");
  CHECK(large(stages) == "分步合计250万元");
  AmountComponent patents = fixed("500元", *Counted::parse("每件"));
  patents.limit = Quantity::parse("5件");
  CHECK(said(patents) == "每件500元，最多5件");
}

TEST_CASE("a headline spans what rows or phases give, and leaves out what has nothing in common") {
  const auto large = [](const AmountComponent& amount) {
    Measure measure;
    measure.amounts.push_back(amount);
    return headline(measure, chinese());
  };
  AmountComponent rows = worded(Basis::schedule, "");
  rows.per = Per::once;
  rows.rows.push_back(row("市级", "30万元"));
  rows.rows.push_back(row("国家级", "100万元"));
  CHECK(large(rows) == "一次性30万元至100万元");
  rows.rows.pop_back();
  CHECK(large(rows) == "一次性30万元");
  rows.rows = {row("一档", "10%"), row("二档", "5%")};
  CHECK(large(rows) == "5%至10%");
  rows.rows.push_back(row("三档", "1万元"));
  CHECK(large(rows) == "一档的10%、二档的5%、三档的1万元");
  AmountComponent phases = worded(Basis::phases, "");
  phases.phases = {
      {1, 1, money("5万元"), {}}, {2, 2, money("3万元"), {}}, {3, 3, money("2万元"), {}}};
  CHECK(large(phases) == "每年2万元至5万元");
  CHECK(large(fixed("500元", *Counted::parse("每件"))) == "每件500元");
}

TEST_CASE("a heading is set off from a label that ends with a word, and either may be missing") {
  CHECK(head_text("十五、", "支持创新") == "十五、支持创新");
  CHECK(head_text("（三）", "支持创新") == "（三）支持创新");
  CHECK(head_text("第二条", "适用范围") == "第二条　适用范围");
  CHECK(head_text("第一章", "总则") == "第一章　总则");
  CHECK(head_text("附则", "") == "附则");
  CHECK(head_text("附件1", "申请表") == "附件1　申请表");
  CHECK(head_text("", "总则") == "总则");
  CHECK(head_text("", "").empty());
}

TEST_CASE("who pays is worded for a component, or for all that a policy gives") {
  Records records;
  for (const auto& [id, name] : {std::pair("city", "示例市"), std::pair("district", "示例区")}) {
    Organization& made = records.organizations.emplace_back();
    made.id = id;
    made.name = name;
  }
  const Library library(std::move(records));
  const auto half = Rate::parse("50%");
  const auto paid = [&](std::vector<Share> shares, std::string first, std::string settled) {
    AmountComponent amount = fixed("10万元");
    amount.shared_by = std::move(shares);
    amount.paid_first_by = std::move(first);
    amount.settled_by = std::move(settled);
    return amount;
  };
  const auto payers = [&](const AmountComponent& amount) {
    return funding_text(amount, Reader(library), chinese());
  };
  CHECK(payers(paid({}, "", "")).empty());
  CHECK(payers(paid({{"city", half}, {"district", half}}, "", "")) ==
        "示例市承担50%；示例区承担50%");
  CHECK(payers(paid({{"city", {}}, {"district", {}}}, "", "")) ==
        "示例市、示例区共同承担，分担比例未载明");
  CHECK(payers(paid({{"city", half}, {"district", {}}}, "", "")) ==
        "示例市承担50%；示例区承担的比例未载明");
  CHECK(payers(paid({{"city", {}}}, "", "")) == "由示例市承担");
  CHECK(payers(paid({}, "district", "city")) == "由示例区先行兑付，由示例市结算");

  Policy policy;
  Measure given = measure({fixed("10万元"), fixed("20万元")});
  const auto of_all = [&] {
    const FundingText found =
        funding_text(MeasureRef{{&policy, nullptr, nullptr}, &given}, Reader(library), chinese());
    return found.text + (found.inherited ? " (policy)" : "");
  };
  CHECK(of_all() == " (policy)");
  policy.funding = Funding{"余下的另行商定", {{"city", Rate::parse("60%")}}};
  CHECK(of_all() == "示例市承担60%；余下的另行商定 (policy)");
  policy.funding->shares = {{"city", half}, {"district", half}};
  policy.funding->note = "条文的写法可作两解";
  CHECK(of_all() == "示例市承担50%；示例区承担50%；条文的写法可作两解 (policy)");
  policy.funding->note.clear();
  CHECK(of_all() == "示例市承担50%；示例区承担50% (policy)");
  given.amounts[1] = paid({{"city", {}}}, "", "");
  CHECK(of_all() == "示例市承担50%；示例区承担50%；由示例市承担");
  given.amounts.clear();
  CHECK(of_all() == " (policy)");
}

TEST_CASE("the components of a measure are joined; without any the amount is not stated") {
  CHECK(amounts_text(measure({fixed("10万元", Per::once), rated(Basis::rate, "5%", "增量")}),
                     chinese()) == "一次性10万元；按增量的5%");
  CHECK(amounts_text(measure({}), chinese()) == "金额未载明");
  CHECK(amounts_text(measure({worded(Basis::unstated, "")}), chinese()) == "金额未载明");
}

TEST_CASE(
    "a card shows the bound large where there is one, else the value, or the rate with its base") {
  AmountComponent capped = rated(Basis::rate, "20%", "投资额");
  CHECK(headline(measure({capped}), chinese()) == "按投资额的20%");
  CHECK(headline(measure({rated(Basis::rate, "20%", "")}), chinese()) == "20%");
  CHECK(headline(measure({rated(Basis::match, "100%", "奖金")}), chinese()) == "与奖金等额");
  CHECK(headline(measure({rated(Basis::match, "50%", "奖金")}), chinese()) == "按奖金的50%配套");
  AmountComponent fee = worded(Basis::unstated, "指费率");
  fee.caps = {rate_bound("0.5%")};
  CHECK(headline(measure({fee}), chinese()) == "比例不超过0.5%");
  CHECK(amounts_text(measure({fee}), chinese()) == "比例不超过0.5%，指费率");
  capped.caps = {bound("50万元", Per::year)};
  CHECK(headline(measure({capped}), chinese()) == "每年最高50万元");
  CHECK(headline(measure({fixed("200万元", Per::once)}), chinese()) == "200万元");
  CHECK(headline(measure({fixed("5万元", Per::year)}), chinese()) == "每年5万元");
  CHECK(headline(measure({fixed("5万元"), capped}), chinese()) == "5万元；每年最高50万元");
  CHECK_FALSE(headline(measure({}), chinese()).has_value());
  CHECK_FALSE(headline(measure({worded(Basis::negotiated, "x")}), chinese()).has_value());
}

TEST_CASE("caps by case, and caps counted for different things, are all said") {
  AmountComponent amount = rated(Basis::rate, "10%", "投资额");
  amount.caps = {bound("100万元"), bound("300万元")};
  amount.caps[0].when = "单户";
  amount.caps[1].when = "集团";
  CHECK(said(amount) == "按投资额的10%，单户最高100万元，集团最高300万元");
  CHECK(headline(measure({amount}), chinese()) == "单户最高100万元，集团最高300万元");
  AmountComponent rent = rated(Basis::rate, "50%", "租金");
  rent.per = *Counted::parse("每平方米每月");
  rent.caps = {bound("15元", rent.per), bound("20万元", Per::year)};
  CHECK(headline(measure({rent}), chinese()) == "每平方米每月最高15元，每年最高20万元");
}

TEST_CASE("a yearly cap does not hide what each piece brings") {
  AmountComponent patent = fixed("500元", *Counted::parse("每件"));
  patent.caps = {bound("50万元", Per::year)};
  CHECK(headline(measure({patent}), chinese()) == "每件500元，每年最高50万元");
  AmountComponent base = fixed("50万元", *Counted::parse("每家"));
  base.caps = {rate_bound("50%", "建设投入")};
  CHECK(headline(measure({base}), chinese()) == "每家50万元，不超过建设投入的50%");
}

TEST_CASE("a row may say no more than a bound, and so does the headline") {
  AmountComponent rows = worded(Basis::schedule, "");
  rows.rows = {row("国家级"), row("省级")};
  rows.rows[0].floors = {bound("50万元")};
  rows.rows[1].floors = {bound("20万元")};
  CHECK(said(rows) == "分档，国家级的不低于50万元、省级的不低于20万元");
  CHECK(headline(measure({rows}), chinese()) == "不低于20万元");
  rows.rows[0] = row("国家级", "50万元");
  CHECK(headline(measure({rows}), chinese()) == "不低于20万元");
  rows.rows[0].value.reset();
  rows.rows[0].caps = {bound("50万元")};
  CHECK(headline(measure({rows}), chinese()) == "国家级的最高50万元、省级的不低于20万元");
}

TEST_CASE("a rate that is only a bound is said as one") {
  AmountComponent interest = worded(Basis::interest, "");
  interest.of = "一年期LPR";
  interest.caps = {rate_bound("50%"), bound("12万元")};
  CHECK(said(interest) == "按一年期LPR贴息，比例不超过50%，最高12万元");
  AmountComponent share = worded(Basis::rate, "");
  share.of = "利息总额";
  share.caps = {rate_bound("50%")};
  CHECK(headline(measure({share}), chinese()) == "不超过利息总额的50%");
  AmountComponent fee = worded(Basis::reduced_to, "");
  fee.of = "担保费率";
  fee.caps = {rate_bound("0.5%")};
  CHECK(headline(measure({fee}), chinese()) == "担保费率降至不超过0.5%");
}

TEST_CASE("points raise the rate of another component") {
  AmountComponent bonus = rated(Basis::rate, "2个百分点", "投资额");
  CHECK(said(bonus) == "按投资额的比例提高2个百分点");
  AmountComponent rows = worded(Basis::schedule, "");
  rows.rows = {row("国家级", "3个百分点"), row("省级", "2个百分点")};
  CHECK(headline(measure({rows}), chinese()) == "提高2个百分点至3个百分点");
}

TEST_CASE("bands, allowances and open readings say all their rows") {
  AmountComponent bands = worded(Basis::bands, "");
  bands.of = "服务费用";
  bands.rows = {row("5000元以内", "100%"), row("超过5000元的部分", "50%")};
  CHECK(headline(measure({bands}), chinese()) ==
        "服务费用分段计算：5000元以内的100%、超过5000元的部分的50%");
  AmountComponent places = worded(Basis::allowance, "");
  places.of = "入学名额";
  places.limit = Quantity::parse("不超过2名");
  CHECK(headline(measure({places}), chinese()) == "入学名额不超过2名");
  CHECK(said(places) == "入学名额不超过2名");
  places.limit.reset();
  places.rows = {row("税收500万元以上"), row("税收300万元以上")};
  places.rows[0].limit = Quantity::parse("2名");
  places.rows[1].limit = Quantity::parse("1名");
  CHECK(said(places) == "入学名额，税收500万元以上的2名、税收300万元以上的1名");
  AmountComponent open = worded(Basis::readings, "");
  open.rows = {row("上限按年计", "500万元"), row("上限按总额计", "500万元")};
  open.rows[0].per = Per::year;
  open.rows[1].per = Per::total;
  CHECK(headline(measure({open}), chinese()) ==
        "原文可作2种理解：上限按年计：每年500万元；上限按总额计：累计500万元");
}

TEST_CASE("policies and articles are named by their number, or by their title without one") {
  Policy policy;
  policy.title = "实施意见";
  Article article;
  article.label = "（三）";
  const ArticleRef in{&policy, nullptr, &article};
  CHECK(policy_name(policy, chinese()) == "《实施意见》");
  CHECK(article_name(in, chinese()) == "《实施意见》（三）");
  policy.number = DocumentNumber::parse("鄂府发〔2022〕103号");
  CHECK(policy_name(policy, chinese()) == "《实施意见》（鄂府发〔2022〕103号）");
  CHECK(article_name(in, chinese()) == "鄂府发〔2022〕103号（三）");
  article.label = "十五、";
  CHECK(article_name(in, chinese()).ends_with("十五"));
}

TEST_CASE("a session is named with its body, term and meeting") {
  CHECK(session_text({.body = "市政协", .term = 5, .meeting = 1}, chinese()) ==
        "市政协五届一次会议");
  CHECK(session_text({.body = "全国人大", .term = 14, .meeting = 3}, chinese()) ==
        "全国人大十四届三次会议");
  CHECK(session_text({.body = "x", .term = 100, .meeting = 2}, chinese()) == "x一百届二次会议");
}

TEST_CASE("growth says from when, for how long and by how much") {
  Growth growth;
  CHECK(growth_text(growth, chinese()) == "逐年增长，幅度未载明");
  growth.rate = Rate::parse("15%");
  CHECK(growth_text(growth, chinese()) == "每年递增15%");
  growth.base = Period::parse("2020");
  growth.years = 3;
  CHECK(growth_text(growth, chinese()) == "以2020年为基数，连续3年，每年递增15%");
  growth.base = Period::parse("unstated");
  CHECK(growth_text(growth, chinese()) == "连续3年，每年递增15%");
}

TEST_CASE(
    "a target's term says all that is on record of it, and nothing of a period without name") {
  Target target;
  CHECK(term_text(target, chinese()).empty());
  target.by = Period::parse("unstated");
  CHECK(term_text(target, chinese()).empty());
  target.within = Quantity::parse("3年");
  CHECK(term_text(target, chinese()) == "3年内");
  target.by = Period::parse("2025");
  target.every = "年";
  CHECK(term_text(target, chinese()) == "每年，到2025年，3年内");
}

TEST_CASE("days without a phrase of their own say from which day a text comes into force") {
  Policy policy;
  policy.dates.effective = Commencement{};
  CHECK(effective_text(policy, chinese()) == "未载明");
  policy.dates.effective->days = 30;
  CHECK(effective_text(policy, chinese()) == "自成文之日起30日后");
  policy.dates.signed_on = Date::parse("2024-01-01");
  CHECK(effective_text(policy, chinese()) == "自成文之日起30日后（推算为2024年1月31日）");
  policy.dates.effective->base = DayBase::published_on;
  CHECK(effective_text(policy, chinese()) == "自发布之日起30日后（不早于2024年1月31日）");
  policy.dates.effective->base = DayBase::printed_on;
  CHECK(effective_text(policy, chinese()) == "自印发之日起30日后（不早于2024年1月31日）");
  policy.dates.effective->base = DayBase::published_on;
  policy.dates.effective->days = 0;
  CHECK(effective_text(policy, chinese()) == "自发布之日起（不早于2024年1月1日）");
  policy.dates.effective->phrase = "自发布之日起施行";
  CHECK(effective_text(policy, chinese()) == "自发布之日起施行（不早于2024年1月1日）");
}

TEST_CASE("of a figure without a period it is said whether it is a total") {
  CHECK(open_period_text(*Period::parse("to@unstated"), chinese()) == "累计，期间未载明");
  CHECK(open_period_text(*Period::parse("unstated"), chinese()) == "期间未载明");
  for (const char* stated : {"2024", "@2024-12-31", "to@2024-12-31"})
    CHECK(open_period_text(*Period::parse(stated), chinese()).empty());
}

TEST_CASE("figures of two periods are compared in the words officials use") {
  CHECK(
      compared(observation("@2022-12-31", "228", "家"), observation("@2021-12-31", "170", "家")) ==
      "较2021年12月31日增加58家，增长34.12% up");
  CHECK(compared(observation("2022", "170", "家"), observation("2021", "228", "家")) ==
        "较2021年减少58家，下降25.44% down");
  CHECK(compared(observation("2022", "1.5", "%"), observation("2021", "1.25", "%")) ==
        "较2021年提高0.25个百分点 up");
  CHECK(compared(observation("2022", "1", "%"), observation("2021", "1.25", "%")) ==
        "较2021年下降0.25个百分点 down");
  CHECK(compared(observation("2022", "7", "家"), observation("2021", "7", "家")) ==
        "与2021年持平 same");
}

TEST_CASE("figures that cannot be compared are not compared") {
  const Observation then = observation("2021", "7", "家");
  Observation about = observation("2022", "8", "家");
  about.qualifier = Qualifier::about;
  CHECK(compared(about, then) == "none");
  CHECK(compared(observation("unstated", "8", "家"), then) == "none");
  CHECK(compared(observation("2022", "8", "户"), then) == "none");
  CHECK(compared(observation("2022Q1", "8", "家"), then) == "none");
}
