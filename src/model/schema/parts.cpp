// SPDX-License-Identifier: Apache-2.0
//
// Tables of what records are made of: sources, amounts, undertakings, targets, measures.
// Long: amounts and measures are made of one another's parts.
#include "model/schema/parts.h"

#include "model/schema/record.h"

namespace huice::model::schema {
namespace {

const auto& bound() {
  static const auto table = object<Bound>(
      {"限额", "bound"},
      {optional<&Bound::value>("value", money(),
                               {"限额是一笔金额的", "the bound, where it is a sum"}),
       optional<&Bound::rate>("rate", rate(),
                              {"限额是比率的，如“不高于实际费用的50%”；与 value 二选一",
                               "where it is a rate, like 50% of the actual costs; one of the two"}),
       optional<&Bound::of>("of", text(),
                            {"限额比率按什么计算；空着与金额项的 of 相同",
                             "what the bound's rate is of; empty: what the amount's rate is of"}),
       optional<&Bound::of_field>("of_field", reference(RefKind::profile_field),
                                  {"企业情况中相应的金额字段", "the profile field that holds it"}),
       optional<&Bound::per>(
           "per", counted(),
           {"限额按什么计算：once 一次性，total 累计，year 每年，project "
            "每个项目，unclear 原文未写明，或写明按什么计算，如 每件、每亩",
            "what it limits; unclear where the text does not say; or what is counted: 每件, 每亩"}),
       optional<&Bound::when>(
           "when", text(),
           {"只在某种情形下适用的，写明情形；空着是一切情形，排在最后的是其余情形",
            "the case it holds in, in plain words; empty: every case, after others: every other"}),
       optional<&Bound::rule>(
           "rule", rule(),
           {"同一情形写成一行规则，或 JsonLogic", "the same as one line, or as JsonLogic"}),
       optional<&Bound::may_be_exceeded>(
           "may_be_exceeded", boolean(),
           {"true：原文允许追加", "true: the text allows more to be granted (可追加)"})});
  static const auto shape =
      with_needs(with_one_of(table, {"value", "rate"}), {{"rule", {}, "when"}});
  return shape;
}

const auto& bounds() {
  static const auto shape = list<Bound>(bound());
  return shape;
}

const auto& schedule_row() {
  static const auto shape = object<ScheduleRow>(
      {"分档", "schedule row"},
      {required<&ScheduleRow::when>("when", text(),
                                    {"条件，用通俗的文字写", "the condition, in plain words"}),
       optional<&ScheduleRow::rule>(
           "rule", rule(),
           {"同一条件写成一行规则，或 JsonLogic", "the same as one line, or as JsonLogic"}),
       optional<&ScheduleRow::value>("value", money(), {"支付的金额", "what is paid"}),
       optional<&ScheduleRow::rate>("rate", rate(), {"适用的比率", "the rate that applies"}),
       optional<&ScheduleRow::caps>("caps", bounds(),
                                    {"这一档的上限", "the upper limits of this row"}),
       optional<&ScheduleRow::floors>(
           "floors", bounds(),
           {"这一档的下限，如“20万元以上”", "the lower limits of this row, like 20万元以上"}),
       optional<&ScheduleRow::up_to>(
           "up_to", money(),
           {"分段（bands）的一段到多少为止；最后一段“超过部分”不填",
            "of basis bands: where this band ends; none for the last, 超过部分"}),
       optional<&ScheduleRow::limit>(
           "limit", maybe_quantity(),
           {"名额（allowance）的一档给多少，如“2名”", "of basis allowance: how many, like 2名"}),
       optional<&ScheduleRow::per>(
           "per", counted(),
           {"几种读法（readings）的一种按什么计算，如 year、total",
            "of basis readings: what the sum is counted for in this one: year, total"})});
  return shape;
}

const auto& schedule_rows() {
  static const auto shape = list<ScheduleRow>(schedule_row());
  return shape;
}

const auto& phase() {
  static const auto table = object<Phase>(
      {"阶段", "phase"},
      {required<&Phase::first>("first", whole(), {"从第几年起", "from which year on"}),
       required<&Phase::last>("last", whole(), {"到第几年止", "to which year"}),
       optional<&Phase::value>("value", money(), {"每年的金额", "what each year brings"}),
       optional<&Phase::rate>("rate", rate(), {"每年的比率", "the rate of each year"})});
  static const auto shape = with_one_of(table, {"value", "rate"});
  return shape;
}

const auto& phases() {
  static const auto shape = list<Phase>(phase());
  return shape;
}

const auto& modifier() {
  static const auto shape = object<Modifier>(
      {"倍数", "modifier"},
      {required<&Modifier::times>("times", positive_number(), {"倍数，翻倍填 2", "2 for 翻倍"}),
       required<&Modifier::when>("when", text(),
                                 {"条件，用通俗的文字写", "the condition, in plain words"}),
       optional<&Modifier::rule>(
           "rule", rule(),
           {"同一条件写成一行规则，或 JsonLogic", "the same as one line, or as JsonLogic"}),
       optional<&Modifier::applies_to>(
           "applies_to", choice<AppliesTo>(),
           {"什么乘以倍数：award 奖补金额，cap 限额，unclear 原文未写明",
            "what is multiplied; unclear where the text does not say"})});
  return shape;
}

const auto& modifiers() {
  static const auto shape = list<Modifier>(modifier());
  return shape;
}

const auto& share() {
  static const auto shape = object<Share>(
      {"出资比例", "share"},
      {required<&Share::by>("by", reference(RefKind::organization), {"由谁出资", "who pays"}),
       optional<&Share::share>(
           "share", rate(),
           {"承担的比例；原文未写的填 null", "the share it pays; null: unknown"})});
  return shape;
}

std::vector<Field> figure_fields() {
  return {
      required<&AmountComponent::basis>(
          "basis", choice<Basis>(),
          {"金额怎样得出：fixed 定额，rate 按比例，match 按配套，interest 贴息，schedule "
           "分档，bands 分段累进（5000元以内全额，超过部分50%），phases 分年度阶段，stages "
           "分步骤（完成一步给一笔，各步相加），foreign 外币，reduced-to "
           "降至（费率、利率），allowance 名额（不是金额），readings "
           "一笔金额有几种读法，negotiated 一事一议，unstated 未定额",
           "how the amount is determined"}),
      optional<&AmountComponent::value>("value", money(),
                                        {"定额（fixed）的金额；写成“10万元至20万元”的，这里填下限",
                                         "the sum, for basis fixed; of 10万元至20万元 the least"}),
      optional<&AmountComponent::value_to>(
          "value_to", money(),
          {"金额写成范围的，这里填上限", "the most, where the sum is a range"}),
      optional<&AmountComponent::rate>(
          "rate", rate(), {"比率；写成“5%—20%”的，这里填下限", "the rate; of 5%—20% the least"}),
      optional<&AmountComponent::rate_to>(
          "rate_to", rate(), {"比率写成范围的，这里填上限", "the most, where the rate is a range"}),
      optional<&AmountComponent::foreign>("foreign", maybe_quantity(),
                                          {"外币（foreign）的金额，如“10万美元”；不折算",
                                           "the sum, for basis foreign; not converted"}),
      optional<&AmountComponent::limit>(
          "limit", maybe_quantity(),
          {"最多给多少件、多少个，如“5件”", "how many are paid for at most, like 5件"}),
      optional<&AmountComponent::of>(
          "of", text(), {"按什么计算比率，用通俗的文字写", "what the rate is of, in plain words"}),
      optional<&AmountComponent::of_field>(
          "of_field", reference(RefKind::profile_field),
          {"企业情况中相应的字段", "the profile field that holds it"}),
      optional<&AmountComponent::reference>(
          "reference", reference(RefKind::indicator),
          {"基准利率的指标，如 LPR", "the reference rate's indicator, like the LPR"}),
      optional<&AmountComponent::on_field>("on_field", reference(RefKind::profile_field),
                                           {"企业情况中的日期字段，以那一天的利率为准",
                                            "the profile field with the day whose rate counts"}),
      optional<&AmountComponent::day_count>(
          "day_count", text(),
          {"怎样计算天数；原文未写的不填", "how days are counted; empty: unknown"})};
}

std::vector<Field> bound_fields() {
  return {
      optional<&AmountComponent::caps>(
          "caps", bounds(),
          {"上限；分情形的按次序排列，第一种适用的算；按不同口径计算的各自有效",
           "the upper limits; those by case in their order, the first that holds counts; those "
           "counted for different things hold beside each other"}),
      optional<&AmountComponent::floors>("floors", bounds(), {"下限，同上", "the lower limits"}),
      optional<&AmountComponent::per>(
          "per", counted(),
          {"金额按什么计算：once 一次性，total 累计，year 每年，project 每个项目，unclear "
           "原文未写明，或写明按什么计算，如 每件、每亩",
           "what one award is counted for; unclear where the text does not say; or what is "
           "counted: 每件, 每亩"}),
      optional<&AmountComponent::years>("years", years(), {"给多少年", "for how many years"}),
      optional<&AmountComponent::rows>(
          "rows", schedule_rows(),
          {"分档（schedule）的各档，没有公布的不填；分步骤（stages）的各步，分段（bands）的各段，"
           "名额（allowance）的各档，或几种读法（readings）",
           "the rows of basis schedule, none: unpublished; or the stages, bands, steps of an "
           "allowance, or readings"}),
      optional<&AmountComponent::phases>(
          "phases", phases(),
          {"各阶段（phases），按年份先后；如前两年80%，后三年50%",
           "the phases of basis phases, in the order of their years: 前两年80%，后三年50%"}),
      optional<&AmountComponent::modifiers>("modifiers", modifiers(),
                                            {"使金额成倍的条件", "what multiplies it"}),
      optional<&AmountComponent::shared_by>("shared_by", shares(),
                                            {"由谁出资，各承担多少", "who pays which part"}),
      optional<&AmountComponent::paid_first_by>("paid_first_by", reference(RefKind::organization),
                                                {"先行拨付的单位", "who pays it out first"}),
      optional<&AmountComponent::settled_by>("settled_by", reference(RefKind::organization),
                                             {"事后清算的单位", "who settles it afterwards"}),
      optional<&AmountComponent::wording>(
          "wording", text(),
          {"原文的说法，用自己的话写", "what the text says of it, in own words"})};
}

const auto& amount() {
  static const auto shape =
      part<AmountComponent>({"金额项", "amount"}, joined(figure_fields(), bound_fields()));
  return shape;
}

const auto& growth() {
  static const auto shape = nullable<Growth>(object<Growth>(
      {"增长", "growth"},
      {optional<&Growth::rate>("rate", rate(),
                               {"每年增长多少；原文未写的填 null", "growth a year; null: unknown"}),
       optional<&Growth::base>("base", maybe_period(),
                               {"从哪个时期起增长", "growing from which period"}),
       optional<&Growth::years>("years", count(), {"给多少年", "for how many years"})}));
  return shape;
}

const auto& readings() {
  static const auto reading = object<RuleReading>(
      {"读法", "reading"},
      {required<&RuleReading::label>(
           "label", text(), {"怎样理解，用通俗的文字写", "how it is read, in plain words"}),
       required<&RuleReading::rule>(
           "rule", rule(),
           {"按这种理解写成的规则，或 JsonLogic", "that as one line, or as JsonLogic"})});
  static const auto shape = list<RuleReading>(reading);
  return shape;
}

const auto& requirement() {
  static const auto shape = object<Requirement>(
      {"申报条件", "requirement"},
      {required<&Requirement::label>("label", text(),
                                     {"条件，用通俗的文字写", "the condition, in plain words"}),
       optional<&Requirement::rule>(
           "rule", rule(),
           {"同一条件写成一行规则，或 JsonLogic", "the same as one line, or as JsonLogic"}),
       optional<&Requirement::readings>(
           "readings", readings(),
           {"原文可作几种理解的，每种理解一条，这时不填 rule；各种理解结论不同的，不能确定",
            "where the text can be read in several ways, one entry for each, and no rule: what "
            "they "
            "differ about is unknown"}),
       optional<&Requirement::provision>(
           "provision", text(),
           {"出自本条的哪一款、哪一项，如“第二款第（三）项”；本条的 paragraphs 中要有",
            "the paragraph or item of the article that says so, like 第二款第（三）项; the "
            "article's paragraphs must have it"})});
  return shape;
}

const auto& requirements() {
  static const auto shape = list<Requirement>(requirement());
  return shape;
}

const auto& validity() {
  static const auto shape = nullable<Validity>(object<Validity>(
      {"有效期", "validity"},
      {optional<&Validity::from>("from", date(), {"第一天", "first day"}),
       optional<&Validity::to>("to", date(), {"最后一天", "last day"}),
       optional<&Validity::phrase>("phrase", text(), {"原文的说法", "as the text says it"})}));
  return shape;
}

const auto& question() {
  static const auto shape = object<Question>(
      {"问答", "question"},
      {required<&Question::question>("question", text(), {"常见的问题", "what people ask"}),
       required<&Question::answer>("answer", prose(), {"答复", "the answer"})});
  return shape;
}

const auto& questions() {
  static const auto shape = list<Question>(question());
  return shape;
}

const auto& guide() {
  static const auto shape = nullable<Guide>(object<Guide>(
      {"申兑指南", "guide"},
      {optional<&Guide::materials>("materials", texts(), {"申报材料", "申报材料: what to hand in"}),
       optional<&Guide::window>(
           "window", text(),
           {"申报时间，照原文写", "申报时间: when to apply, as the text says it"}),
       optional<&Guide::opens_on>("opens", date(),
                                  {"申报的第一天，原文或申报通知写明的才填",
                                   "the first day to apply, where a text or call names it"}),
       optional<&Guide::closes_on>("closes", date(),
                                   {"申报的最后一天，过后即为已截止",
                                    "the last day to apply; after it the call is closed"}),
       optional<&Guide::steps>("steps", texts(),
                               {"办理流程", "办理流程: the steps of the procedure"}),
       optional<&Guide::time_limit>("time_limit", text(),
                                    {"办理时限", "办理时限: how long it takes"}),
       optional<&Guide::office>("office", reference(RefKind::organization),
                                {"受理部门", "受理部门: the office that receives applications"}),
       optional<&Guide::address>("address", text(), {"受理地址", "受理地址: its address"}),
       optional<&Guide::phone>(
           "phone", text(), {"咨询电话，只填公开的办公电话", "咨询电话: a public office number"}),
       optional<&Guide::channel>(
           "channel", text(),
           {"兑现方式，如“免申即享”", "兑现方式: how it is paid, like 免申即享"}),
       optional<&Guide::fee>("fee", text(), {"收费标准", "收费标准: what the procedure costs"}),
       optional<&Guide::stacking>("stacking", text(),
                                  {"与其他政策不重复享受的规则",
                                   "与其他政策不重复规则: what cannot be had together with it"}),
       optional<&Guide::questions>("questions", questions(),
                                   {"问答", "问答: frequent questions"})}));
  return shape;
}

}  // namespace

template <>
const ShapeFor<Target>& shape_of<Target>() {
  static const auto shape = withheld_part<Target>(
      {"目标", "target"},
      {required<&Target::id>("id", id(), {"在条款之内的编号", "its name within the article"}),
       required<&Target::label>("label", text(), {"要达到的目标", "what is to be reached"}),
       optional<&Target::indicator>("indicator", reference(RefKind::indicator),
                                    {"用哪项指标衡量", "the indicator that measures it"}),
       optional<&Target::region>(
           "region", reference(RefKind::region),
           {"地区；空着是政策的适用地区", "the region; empty: the policy's region"}),
       required<&Target::value>(
           "value", goal(),
           {"目标值，照原文写：突破300家，15—20家，降低13.5%，翻一番，全覆盖，前3名",
            "as the text says it: 突破300家, 15—20家, 降低13.5%, 翻一番, 全覆盖, 前3名"}),
       optional<&Target::by>("by", maybe_period(), {"完成时限", "by when"}),
       optional<&Target::within>("within", maybe_quantity(),
                                 {"从原文没有写明的某一天起多长时间，如“3年”",
                                  "how long from a day that the text does not name: 3年"}),
       optional<&Target::growth>(
           "growth", growth(),
           {"每年怎样增长，原文写明的才填", "growth towards it, where the text gives it"}),
       optional<&Target::of>("of", reference(RefKind::target),
                             {"本目标是哪个目标的一部分", "the target of which this is a share"}),
       optional<&Target::every>("every", text(),
                                {"“年”表示每年都要达到", "年: to be reached again each year"}),
       optional<&Target::note>("note", text(), {"读者须知", "what a reader must know"})});
  return shape;
}

template <>
const ShapeFor<Undertaking>& shape_of<Undertaking>() {
  static const auto shape = withheld_part<Undertaking>(
      {"工作承诺", "undertaking"},
      {required<&Undertaking::id>(
           "id", id(), {"在条款或答复函之内的编号", "its name within the article or reply"}),
       required<&Undertaking::text>("text", text(),
                                    {"承诺的内容，用自己的话写", "what is promised, in own words"}),
       optional<&Undertaking::units>("units", references(RefKind::organization),
                                     {"由谁承诺", "who promised it"}),
       optional<&Undertaking::due>("due", date(), {"完成日期", "by when"}),
       optional<&Undertaking::every>("every", text(),
                                     {"多久重复一次：年、季度", "how often it recurs: 年, 季度"}),
       optional<&Undertaking::due_phrase>(
           "due_phrase", text(),
           {"每次重复的期限，照原文的说法，如“每年年底前”",
            "a last day that recurs, as the text says it: 每年年底前"}),
       optional<&Undertaking::years>("years", years(),
                                     {"承诺多少年", "for how many years it is promised"}),
       optional<&Undertaking::within>(
           "within", maybe_quantity(),
           {"“after”之后多长时间之内，如“20日”", "how long after “after”: 20日"}),
       optional<&Undertaking::after>(
           "after", text(),
           {"期限从什么时候算起，如“检查结束”", "what the time runs from: 检查结束"}),
       optional<&Undertaking::amount>("amount", maybe_quantity(),
                                      {"数额或数量", "how much or how many"}),
       optional<&Undertaking::per>(
           "per", text(),
           {"数额按什么计算，如“每户企业”", "what the amount is counted for: 每户企业"}),
       optional<&Undertaking::indicator>("indicator", reference(RefKind::indicator),
                                         {"用哪项指标衡量", "the indicator that measures it"}),
       optional<&Undertaking::status>("status", maybe_choice<UndertakingStatus>(),
                                      {"进展：planned 计划中，in-progress 推进中，done "
                                       "已完成，cancelled 已取消；没有记录的填 null",
                                       "its progress; null: not recorded"}),
       optional<&Undertaking::evidence>("evidence", text(),
                                        {"证明进展的材料", "evidence of the status"})});
  return shape;
}

template <>
const ShapeFor<Measure>& shape_of<Measure>() {
  static const auto shape = withheld_part<Measure>(
      {"支持措施", "measure"},
      {required<&Measure::id>("id", id(), {"在条款之内的编号", "its name within the article"}),
       required<&Measure::title>(
           "title", text(), {"卡片和列表上显示的名称", "what it is called on cards and lists"}),
       optional<&Measure::who>(
           "who", text(),
           {"谁能拿：一句短语，照条文写，如“新认定的市级‘专精特新’中小企业”",
            "who gets it: one short phrase from the article's text, for the measure's card"}),
       required<&Measure::effect>(
           "effect", choice<Effect>(),
           {"对支持对象的作用：payment 资金奖补，relief 减免，priority 优先支持，service "
            "提供服务，recognition 资质认定，assessment 考核评价，obligation 政府义务",
            "what it does for the beneficiary"}),
       optional<&Measure::provision>(
           "provision", text(),
           {"出自本条的哪一款、哪一项，如“第二款第（三）项”；本条的 paragraphs 中要有",
            "the paragraph or item of the article that it is in, like 第二款第（三）项; the "
            "article's paragraphs must have it"}),
       optional<&Measure::beneficiaries>("beneficiaries", references(RefKind::beneficiary),
                                         {"支持对象", "支持对象: who it is for"}),
       optional<&Measure::requirements>("requirements", requirements(),
                                        {"申报条件", "申报条件: what is required"}),
       optional<&Measure::amounts>(
           "amounts", amounts(),
           {"支持标准；有几项的，相加计算", "支持标准: what it gives; several amounts add up"}),
       optional<&Measure::validity>("validity", validity(),
                                    {"有效期，与政策不同时填写",
                                     "its period of validity, where it differs from the policy's"}),
       optional<&Measure::territory>(
           "territory", territory(),
           {"适用范围，与条款不同时填写", "适用范围, where it differs from the article's"}),
       optional<&Measure::for_outsiders>(
           "for_outsiders", boolean(),
           {"true：注册在外地的也可以享受，如引进来设立机构的单位",
            "true: who is registered elsewhere can have it, too, like one that is to come"}),
       optional<&Measure::topics>(
           "topics", references(RefKind::topic),
           {"所属主题；空着与条款相同", "what it is about; empty: the article's topics"}),
       optional<&Measure::guide>("guide", guide(), {"申兑指南", "申兑指南: how to apply"}),
       optional<&Measure::conflicts>(
           "conflicts", references(RefKind::measure),
           {"对同一事项另有规定、而两文都没有写明适用关系的支持措施，一方填写即可",
            "measures of other texts that say otherwise of the same, where no text says which "
            "applies; one side is enough"}),
       optional<&Measure::note>("note", text(), {"读者须知", "what a reader must know"})});
  return shape;
}

const ShapeFor<std::optional<Years>>& years() {
  static const auto table = object<Years>(
      {"年数", "years"},
      {optional<&Years::exactly>("exactly", count(),
                                 {"正好支付多少年", "paid for exactly this many years"}),
       optional<&Years::at_most>("at_most", count(),
                                 {"最多支付多少年", "paid for up to this many years"})});
  static const auto shape = nullable<Years>(with_one_of(table, {"exactly", "at_most"}));
  return shape;
}

const ShapeFor<std::optional<Territory>>& territory() {
  static const auto shape = nullable<Territory>(object<Territory>(
      {"适用范围", "territory"},
      {required<&Territory::wording>("wording", text(),
                                     {"原文怎样说，如“自贸试验区内注册的企业”",
                                      "as the text says it, like 自贸试验区内注册的企业"}),
       optional<&Territory::region>(
           "region", reference(RefKind::region),
           {"是地区表中的某个地区的，填它的编号；不填的，是否在其中由申报人自行核对",
            "where it is a region on record; empty: only people can tell who is in it"})}));
  return shape;
}

const ShapeFor<std::optional<Source>>& source() {
  static const auto shape = nullable<Source>(object<Source>(
      {"来源", "source"},
      {required<&Source::document>("document", reference(RefKind::document),
                                   {"政策或提案的编号，或者其他文件的标题",
                                    "a policy's or proposal's id, or another document's title"}),
       optional<&Source::place>("place", text(),
                                {"文件中的条、段或页", "article, paragraph or page in it"}),
       optional<&Source::url>("url", url(), {"公布的网址", "where it was published"}),
       required<&Source::reliability>(
           "reliability", choice<Reliability>(),
           {"可靠程度：official 官方发布，press 媒体报道，待核 无人核对过",
            "official, press, or 待核 for what nobody has checked"})}));
  return shape;
}

const ShapeFor<std::optional<Reviewed>>& reviewed() {
  static const auto shape = nullable<Reviewed>(object<Reviewed>(
      {"核对", "reviewed"},
      {internal<&Reviewed::by>("by", text(), {"核对人；从不公开", "who; never published"}),
       optional<&Reviewed::on>("on", date(), {"日期", "when"})}));
  return shape;
}

const ShapeFor<std::vector<Share>>& shares() {
  static const auto shape = list<Share>(share());
  return shape;
}

const ShapeFor<std::vector<AmountComponent>>& amounts() {
  static const auto shape = list<AmountComponent>(amount());
  return shape;
}

const ShapeFor<std::vector<Undertaking>>& undertakings() {
  static const auto shape = list<Undertaking>(shape_of<Undertaking>());
  return shape;
}

const ShapeFor<std::vector<Target>>& targets() {
  static const auto shape = list<Target>(shape_of<Target>());
  return shape;
}

const ShapeFor<std::vector<Measure>>& measures() {
  static const auto shape = list<Measure>(shape_of<Measure>());
  return shape;
}

}  // namespace huice::model::schema
