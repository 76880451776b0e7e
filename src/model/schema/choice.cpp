// SPDX-License-Identifier: Apache-2.0
//
// Every closed list of words in the data files, once.
#include "model/schema/choice.h"

#include "base/ascii.h"
#include "base/choices.h"
#include "base/messages/data.h"
#include "base/spelling.h"
#include "model/schema/make.h"

#include <array>
#include <string>
#include <utility>

namespace huice::model::schema {
namespace {

// The words of an enumeration under the name that the data guide has for it.
template <class E, std::size_t N>
struct Named {
  Wording name;
  Choices<E, N> words;
  std::array<std::string_view, N> chinese;  ///< what each word means; empty where it is Chinese
};

template <class E, std::size_t N>
// NOLINTNEXTLINE(modernize-avoid-c-arrays): takes a braced list, as choices() does
constexpr Named<E, N> named(Wording name, const Choice<E> (&words)[N],
                            // NOLINTNEXTLINE(modernize-avoid-c-arrays)
                            const std::string_view (&chinese)[N]) {
  return {name, choices<E>(words), std::to_array(chinese)};
}

template <class E>
constexpr int kChoices = 0;  // each enumeration has its own below

template <>
constexpr auto kChoices<Reliability> = named<Reliability>({"可靠程度", "reliability"},
                                                          {{"official", Reliability::official},
                                                           {"press", Reliability::press},
                                                           {"待核", Reliability::provisional}},
                                                          {"官方发布", "媒体报道", "没有核实"});
template <>
constexpr auto kChoices<Audience> = named<Audience>({"公开范围", "audience"},
                                                    {{"public", Audience::public_},
                                                     {"internal", Audience::internal},
                                                     {"draft", Audience::draft}},
                                                    {"公开", "内部", "草稿"});
template <>
constexpr Named<Severity, kSeverities.size()> kChoices<Severity>{
    {"级别", "severity"}, kSeverities, {"错误", "警告", "提醒"}};
template <>
constexpr auto kChoices<Basis> = named<Basis>({"计算方式", "basis"},
                                              {{"fixed", Basis::fixed},
                                               {"rate", Basis::rate},
                                               {"match", Basis::match},
                                               {"interest", Basis::interest},
                                               {"schedule", Basis::schedule},
                                               {"bands", Basis::bands},
                                               {"phases", Basis::phases},
                                               {"stages", Basis::stages},
                                               {"foreign", Basis::foreign},
                                               {"reduced-to", Basis::reduced_to},
                                               {"allowance", Basis::allowance},
                                               {"readings", Basis::readings},
                                               {"negotiated", Basis::negotiated},
                                               {"unstated", Basis::unstated}},
                                              {"定额", "按比例", "按配套", "贴息", "分档",
                                               "分段累进", "分阶段", "分步骤给付", "外币", "降至",
                                               "名额", "可作几种理解", "一事一议", "未定额"});
template <>
constexpr auto kChoices<AppliesTo> = named<AppliesTo>({"作用对象", "applies_to"},
                                                      {{"award", AppliesTo::award},
                                                       {"cap", AppliesTo::cap},
                                                       {"unclear", AppliesTo::unclear}},
                                                      {"奖补", "上限", "未写明"});
template <>
constexpr auto kChoices<Effect> = named<Effect>({"作用", "effect"},
                                                {{"payment", Effect::payment},
                                                 {"relief", Effect::relief},
                                                 {"priority", Effect::priority},
                                                 {"service", Effect::service},
                                                 {"recognition", Effect::recognition},
                                                 {"assessment", Effect::assessment},
                                                 {"obligation", Effect::obligation}},
                                                {"资金奖补", "减免", "优先支持", "提供服务",
                                                 "资质认定", "考核评价", "政府义务"});
template <>
constexpr auto kChoices<UndertakingStatus> =
    named<UndertakingStatus>({"进展", "status"},
                             {{"planned", UndertakingStatus::planned},
                              {"in-progress", UndertakingStatus::in_progress},
                              {"done", UndertakingStatus::done},
                              {"cancelled", UndertakingStatus::cancelled}},
                             {"计划中", "推进中", "已完成", "已取消"});
template <>
constexpr auto kChoices<Numbering> = named<Numbering>({"编号方式", "numbering"},
                                                      {{"continuous", Numbering::continuous},
                                                       {"restart", Numbering::restart},
                                                       {"flat", Numbering::flat}},
                                                      {"全文连续", "每章重新", "不分章"});
template <>
constexpr auto kChoices<DayBase> = named<DayBase>({"起算日", "base"},
                                                  {{"signed", DayBase::signed_on},
                                                   {"published", DayBase::published_on},
                                                   {"printed", DayBase::printed_on}},
                                                  {"成文日期", "发布日期", "印发日期"});
template <>
constexpr auto kChoices<Completeness> = named<Completeness>({"收录范围", "completeness"},
                                                            {{"whole", Completeness::whole},
                                                             {"excerpt", Completeness::excerpt},
                                                             {"reference",
                                                              Completeness::reference}},
                                                            {"全文条目", "节选", "仅见提及"});
template <>
constexpr auto kChoices<RelationKind> =
    named<RelationKind>({"相关文件", "relation"},
                        {{"implements", RelationKind::implements},
                         {"applies", RelationKind::applies},
                         {"supersedes", RelationKind::supersedes},
                         {"version-of", RelationKind::version_of},
                         {"amends", RelationKind::amends},
                         {"repeals", RelationKind::repeals},
                         {"cites", RelationKind::cites}},
                        {"贯彻落实", "适用", "替代", "新版本，对应", "修改", "废止", "提及"});
template <>
constexpr auto kChoices<ProposalKind> = named<ProposalKind>(
    {"提案类别", "proposal kind"},
    {{"政协提案", ProposalKind::proposal}, {"人大建议", ProposalKind::suggestion}}, {"", ""});
template <>
constexpr auto kChoices<ReplyForm> = named<ReplyForm>({"答复结构", "reply form"},
                                                      {{"itemised", ReplyForm::itemised},
                                                       {"thematic", ReplyForm::thematic}},
                                                      {"逐项答复", "按主题答复"});
template <>
constexpr auto kChoices<Urgency> = named<Urgency>(
    {"紧急程度", "urgency"}, {{"特急", Urgency::most}, {"加急", Urgency::more}}, {"", ""});
template <>
constexpr auto kChoices<LetterFormat> = named<LetterFormat>({"公文格式", "letter format"},
                                                            {{"一般格式", LetterFormat::general},
                                                             {"信函格式", LetterFormat::letter}},
                                                            {"", ""});
template <>
constexpr auto kChoices<Publication> = named<Publication>({"公开方式", "publication"},
                                                          {{"full", Publication::full},
                                                           {"summary", Publication::summary},
                                                           {"none", Publication::none}},
                                                          {"全文", "摘要", "不公开"});
template <>
constexpr auto kChoices<TermUnit> = named<TermUnit>({"期限单位", "term unit"},
                                                    {{"个月", TermUnit::months},
                                                     {"工作日", TermUnit::workdays}},
                                                    {"", ""});
template <>
constexpr auto kChoices<DayKind> = named<DayKind>({"休或班", "day kind"},
                                                  {{"休", DayKind::off}, {"班", DayKind::work}},
                                                  {"", ""});
template <>
constexpr auto kChoices<Direction> =
    named<Direction>({"方向", "direction"},
                     {{"up", Direction::up}, {"down", Direction::down}, {"none", Direction::none}},
                     {"升", "降", "不分"});
template <>
constexpr auto kChoices<Aggregation> = named<Aggregation>({"合并方式", "aggregation"},
                                                          {{"sum", Aggregation::sum},
                                                           {"last", Aggregation::last},
                                                           {"mean", Aggregation::mean},
                                                           {"none", Aggregation::none}},
                                                          {"求和", "取末期", "平均", "不合并"});
template <>
constexpr auto kChoices<MeasureKind> = named<MeasureKind>({"指标类别", "indicator kind"},
                                                          {{"stock", MeasureKind::stock},
                                                           {"flow", MeasureKind::flow},
                                                           {"rate", MeasureKind::rate},
                                                           {"price", MeasureKind::price}},
                                                          {"存量", "流量", "比率", "价格或利率"});
template <>
constexpr auto kChoices<OrganizationKind> = named<OrganizationKind>(
    {"单位类别", "organization kind"},
    {{"government", OrganizationKind::government},
     {"department", OrganizationKind::department},
     {"party", OrganizationKind::party},
     {"body", OrganizationKind::body},
     {"park", OrganizationKind::park},
     {"company", OrganizationKind::company},
     {"collective", OrganizationKind::collective}},
    {"人民政府", "工作部门", "党群机关", "事业单位和其他组织", "园区", "企业", "统称"});
template <>
constexpr auto kChoices<StackingRule> = named<StackingRule>({"叠加", "stacking"},
                                                            {{"highest", StackingRule::highest},
                                                             {"exclusive", StackingRule::exclusive},
                                                             {"additive", StackingRule::additive}},
                                                            {"就高不就低", "不重复享受",
                                                             "可以叠加"});
template <>
constexpr auto kChoices<PrecedenceRule> = named<PrecedenceRule>(
    {"先后", "precedence"},
    {{"yields", PrecedenceRule::yields}, {"prevails", PrecedenceRule::prevails}},
    {"按那些文件办", "以本政策为准"});
template <>
constexpr auto kChoices<TextsSigned> = named<TextsSigned>({"哪些文件", "texts"},
                                                          {{"whenever", TextsSigned::whenever},
                                                           {"earlier", TextsSigned::earlier},
                                                           {"later", TextsSigned::later}},
                                                          {"不论先后", "在此之前的", "在此之后的"});
template <>
constexpr auto kChoices<Verdict> =
    named<Verdict>({"结论", "verdict"},
                   {{"yes", Verdict::yes}, {"no", Verdict::no}, {"unknown", Verdict::unknown}},
                   {"符合", "不符合", "不能确定"});
template <>
constexpr auto kChoices<Caution> = named<Caution>(
    {"注意事项", "caution"},
    {{"judged", Caution::judged},
     {"expired", Caution::expired},
     {"not-yet", Caution::not_yet},
     {"superseded", Caution::superseded},
     {"repealed", Caution::repealed},
     {"set-aside", Caution::set_aside},
     {"term-unstated", Caution::term_unstated},
     {"last-unstated", Caution::last_unstated},
     {"start-unstated", Caution::start_unstated},
     {"succession-open", Caution::succession_open},
     {"repeal-open", Caution::repeal_open},
     {"amended", Caution::amended},
     {"contested", Caution::contested},
     {"revised", Caution::revised},
     {"closed", Caution::closed},
     {"not-open", Caution::not_open},
     {"other-region", Caution::other_region},
     {"region-unanswered", Caution::region_unanswered},
     {"territory", Caution::territory},
     {"earlier", Caution::earlier},
     {"undated", Caution::undated},
     {"dated-later", Caution::dated_later},
     {"lapsed", Caution::lapsed},
     {"moved-open", Caution::moved_open},
     {"contradictory", Caution::contradictory},
     {"two-readings", Caution::two_readings},
     {"no-requirements", Caution::no_requirements}},
    {"须由部门认定",     "已过有效期",       "尚未施行",           "已被替代",
     "已被废止",         "已认定不再适用",   "有效期未载明",       "有效期最后一天待核",
     "施行日期未载明",   "替代日期待核",     "废止日期待核",       "已被修改",
     "规定不一致",       "另有新版本",       "申报已截止",         "申报尚未开始",
     "其他地区",         "注册地未填写",     "适用范围有限",       "认定年份较早",
     "认定日期没有填写", "日期晚于测算日期", "认定可能已过有效期", "是否整体迁入没有写明",
     "答案自相矛盾",     "条文可作两种理解", "条文未载明条件"});
template <>
constexpr auto kChoices<EstimateKind> = named<EstimateKind>({"金额类别", "estimate"},
                                                            {{"exact", EstimateKind::exact},
                                                             {"between", EstimateKind::between},
                                                             {"at_most", EstimateKind::at_most},
                                                             {"at_least", EstimateKind::at_least},
                                                             {"unknown", EstimateKind::unknown}},
                                                            {"确定", "在两数之间", "至多", "至少",
                                                             "无法测算"});
template <>
constexpr auto kChoices<ProfileType> =
    named<ProfileType>({"回答类型", "profile type"},
                       {{"boolean", ProfileType::boolean},
                        {"number", ProfileType::number},
                        {"money", ProfileType::money},
                        {"rate", ProfileType::rate},
                        {"choice", ProfileType::choice},
                        {"date", ProfileType::date},
                        {"recognition", ProfileType::recognition}},
                       {"是或否", "数字", "金额", "比率", "选项", "日期", "资质认定"});
template <>
constexpr auto kChoices<ProfileChange> = named<ProfileChange>({"可变方向", "profile change"},
                                                              {{"none", ProfileChange::none},
                                                               {"up", ProfileChange::up},
                                                               {"down", ProfileChange::down},
                                                               {"either", ProfileChange::either}},
                                                              {"不能", "只能往高处变",
                                                               "只能往低处变", "都可以"});

// What else people write for a word; a text of which a pair's first is a part means its second.
template <class E>
constexpr std::array<std::pair<std::string_view, std::string_view>, 0> kOtherSpellings{};

template <>
constexpr auto kOtherSpellings<DayBase> =
    std::to_array<std::pair<std::string_view, std::string_view>>({{"成文", "signed"},
                                                                  {"签发", "signed"},
                                                                  {"签署", "signed"},
                                                                  {"发布", "published"},
                                                                  {"公布", "published"},
                                                                  {"印发", "printed"}});

template <class E>
std::optional<Code> parse_choice(void* target, const Token& token) {
  const std::optional<E> found = value_of(kChoices<E>.words, token.text);
  if (!found) return msg::unknown_choice::code;
  *static_cast<E*>(target) = *found;
  return std::nullopt;
}

template <class E>
std::string print_choice(const void* value) {
  return std::string(word(*static_cast<const E*>(value)));
}

template <class E>
std::string suggest_choice(std::string_view text) {
  std::vector<std::string_view> words;
  for (std::size_t i = 0; i < kChoices<E>.words.size(); ++i) {
    if (kChoices<E>.chinese.at(i) == text) return std::string(kChoices<E>.words.at(i).word);
    words.push_back(kChoices<E>.words.at(i).word);
  }
  for (const auto& [written, meant] : kOtherSpellings<E>) {
    if (text.find(written) != std::string_view::npos) return std::string(meant);
  }
  return nearest(ascii::lower(text), words);
}

// The words, in Chinese each with what it means: fixed（定额）、rate（按比例）.
template <class E>
Wording shown_choices() {
  static const auto texts = [] {
    std::pair<std::string, std::string> made;
    for (std::size_t i = 0; i < kChoices<E>.words.size(); ++i) {
      const std::string word(kChoices<E>.words.at(i).word);
      const std::string meaning(kChoices<E>.chinese.at(i));
      made.first += (i == 0 ? "" : "、") + word;
      if (!meaning.empty()) made.first += "（" + meaning + "）";
      made.second += (i == 0 ? "" : ", ") + word;
    }
    return made;
  }();
  return {texts.first, texts.second};
}

template <class E>
ShapeFor<E> make_choice() {
  std::vector<std::string_view> words;
  for (const Choice<E>& one : kChoices<E>.words) words.push_back(one.word);
  return scalar<E>(kChoices<E>.name, {.example = kChoices<E>.words.front().word,
                                      .parse = &parse_choice<E>,
                                      .print = &print_choice<E>,
                                      .suggest = &suggest_choice<E>,
                                      .choices = std::move(words),
                                      .shown_choices = shown_choices<E>()});
}

}  // namespace

template <class E>
const ShapeFor<E>& choice() {
  static const ShapeFor<E> shape = make_choice<E>();
  return shape;
}

template <class E>
const ShapeFor<std::optional<E>>& maybe_choice() {
  static const auto shape = nullable<E>(make_choice<E>());
  return shape;
}

template <class E>
std::string_view word(E value) {
  return word_of(kChoices<E>.words, value);
}

template <class E>
using MaybeShape = ShapeFor<std::optional<E>>;

#define HUICE_INSTANTIATE(E)                       \
  template const ShapeFor<E>& choice<E>();         \
  template const MaybeShape<E>& maybe_choice<E>(); \
  template std::string_view word<E>(E);

HUICE_INSTANTIATE(Reliability)
HUICE_INSTANTIATE(Audience)
HUICE_INSTANTIATE(Severity)
HUICE_INSTANTIATE(Basis)
HUICE_INSTANTIATE(AppliesTo)
HUICE_INSTANTIATE(Effect)
HUICE_INSTANTIATE(UndertakingStatus)
HUICE_INSTANTIATE(Numbering)
HUICE_INSTANTIATE(DayBase)
HUICE_INSTANTIATE(Completeness)
HUICE_INSTANTIATE(RelationKind)
HUICE_INSTANTIATE(ProposalKind)
HUICE_INSTANTIATE(ReplyForm)
HUICE_INSTANTIATE(LetterFormat)
HUICE_INSTANTIATE(Urgency)
HUICE_INSTANTIATE(Publication)
HUICE_INSTANTIATE(TermUnit)
HUICE_INSTANTIATE(DayKind)
HUICE_INSTANTIATE(Direction)
HUICE_INSTANTIATE(Aggregation)
HUICE_INSTANTIATE(MeasureKind)
HUICE_INSTANTIATE(OrganizationKind)
HUICE_INSTANTIATE(ProfileChange)
HUICE_INSTANTIATE(ProfileType)
HUICE_INSTANTIATE(StackingRule)
HUICE_INSTANTIATE(PrecedenceRule)
HUICE_INSTANTIATE(TextsSigned)
HUICE_INSTANTIATE(Verdict)
HUICE_INSTANTIATE(Caution)
HUICE_INSTANTIATE(EstimateKind)

#undef HUICE_INSTANTIATE

}  // namespace huice::model::schema
