// SPDX-License-Identifier: Apache-2.0
//
// Every closed list of words in the data files, once.
#include "model/schema/choice.h"

#include "base/choices.h"
#include "base/messages/data.h"
#include "model/schema/make.h"

namespace huice::model::schema {
namespace {

// The words of an enumeration under the name that the data guide has for it.
template <class E, std::size_t N>
struct Named {
  Wording name;
  Choices<E, N> words;
};

template <class E, std::size_t N>
// NOLINTNEXTLINE(modernize-avoid-c-arrays): takes a braced list, as choices() does
constexpr Named<E, N> named(Wording name, const Choice<E> (&words)[N]) {
  return {name, choices<E>(words)};
}

template <class E>
constexpr int kChoices = 0;  // each enumeration has its own below

template <>
constexpr auto kChoices<Reliability> = named<Reliability>({"可靠程度", "reliability"},
                                                          {{"official", Reliability::official},
                                                           {"press", Reliability::press},
                                                           {"待核", Reliability::provisional}});
template <>
constexpr auto kChoices<Audience> = named<Audience>({"公开范围", "audience"},
                                                    {{"public", Audience::public_},
                                                     {"internal", Audience::internal},
                                                     {"draft", Audience::draft}});
template <>
constexpr Named<Severity, kSeverities.size()> kChoices<Severity>{{"级别", "severity"}, kSeverities};
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
                                               {"unstated", Basis::unstated}});
template <>
constexpr auto kChoices<AppliesTo> = named<AppliesTo>({"作用对象", "applies_to"},
                                                      {{"award", AppliesTo::award},
                                                       {"cap", AppliesTo::cap},
                                                       {"unclear", AppliesTo::unclear}});
template <>
constexpr auto kChoices<Effect> = named<Effect>({"作用", "effect"},
                                                {{"payment", Effect::payment},
                                                 {"relief", Effect::relief},
                                                 {"priority", Effect::priority},
                                                 {"service", Effect::service},
                                                 {"recognition", Effect::recognition},
                                                 {"assessment", Effect::assessment},
                                                 {"obligation", Effect::obligation}});
template <>
constexpr auto kChoices<UndertakingStatus> =
    named<UndertakingStatus>({"进展", "status"}, {{"planned", UndertakingStatus::planned},
                                                  {"in-progress", UndertakingStatus::in_progress},
                                                  {"done", UndertakingStatus::done},
                                                  {"cancelled", UndertakingStatus::cancelled}});
template <>
constexpr auto kChoices<Numbering> = named<Numbering>({"编号方式", "numbering"},
                                                      {{"continuous", Numbering::continuous},
                                                       {"restart", Numbering::restart},
                                                       {"flat", Numbering::flat}});
template <>
constexpr auto kChoices<DayBase> = named<DayBase>({"起算日", "base"},
                                                  {{"signed", DayBase::signed_on},
                                                   {"published", DayBase::published_on}});
template <>
constexpr auto kChoices<Completeness> =
    named<Completeness>({"收录范围", "completeness"}, {{"whole", Completeness::whole},
                                                       {"excerpt", Completeness::excerpt},
                                                       {"reference", Completeness::reference}});
template <>
constexpr auto kChoices<RelationKind> =
    named<RelationKind>({"相关文件", "relation"}, {{"implements", RelationKind::implements},
                                                   {"applies", RelationKind::applies},
                                                   {"supersedes", RelationKind::supersedes},
                                                   {"version-of", RelationKind::version_of},
                                                   {"amends", RelationKind::amends},
                                                   {"repeals", RelationKind::repeals},
                                                   {"cites", RelationKind::cites}});
template <>
constexpr auto kChoices<ProposalKind> =
    named<ProposalKind>({"提案类别", "proposal kind"}, {{"政协提案", ProposalKind::proposal},
                                                        {"人大建议", ProposalKind::suggestion}});
template <>
constexpr auto kChoices<ReplyForm> = named<ReplyForm>({"答复结构", "reply form"},
                                                      {{"itemised", ReplyForm::itemised},
                                                       {"thematic", ReplyForm::thematic}});
template <>
constexpr auto kChoices<Publication> = named<Publication>({"公开方式", "publication"},
                                                          {{"full", Publication::full},
                                                           {"summary", Publication::summary},
                                                           {"none", Publication::none}});
template <>
constexpr auto kChoices<Direction> =
    named<Direction>({"方向", "direction"},
                     {{"up", Direction::up}, {"down", Direction::down}, {"none", Direction::none}});
template <>
constexpr auto kChoices<Aggregation> = named<Aggregation>({"合并方式", "aggregation"},
                                                          {{"sum", Aggregation::sum},
                                                           {"last", Aggregation::last},
                                                           {"mean", Aggregation::mean},
                                                           {"none", Aggregation::none}});
template <>
constexpr auto kChoices<MeasureKind> = named<MeasureKind>({"指标类别", "indicator kind"},
                                                          {{"stock", MeasureKind::stock},
                                                           {"flow", MeasureKind::flow},
                                                           {"rate", MeasureKind::rate},
                                                           {"price", MeasureKind::price}});
template <>
constexpr auto kChoices<OrganizationKind> = named<OrganizationKind>(
    {"单位类别", "organization kind"}, {{"government", OrganizationKind::government},
                                        {"department", OrganizationKind::department},
                                        {"party", OrganizationKind::party},
                                        {"body", OrganizationKind::body},
                                        {"park", OrganizationKind::park},
                                        {"company", OrganizationKind::company},
                                        {"collective", OrganizationKind::collective}});
template <>
constexpr auto kChoices<StackingRule> = named<StackingRule>({"叠加", "stacking"},
                                                            {{"highest", StackingRule::highest},
                                                             {"exclusive", StackingRule::exclusive},
                                                             {"additive", StackingRule::additive}});
template <>
constexpr auto kChoices<Verdict> =
    named<Verdict>({"结论", "verdict"},
                   {{"yes", Verdict::yes}, {"no", Verdict::no}, {"unknown", Verdict::unknown}});
template <>
constexpr auto kChoices<Caution> =
    named<Caution>({"注意事项", "caution"}, {{"judged", Caution::judged},
                                             {"expired", Caution::expired},
                                             {"not-yet", Caution::not_yet},
                                             {"superseded", Caution::superseded},
                                             {"repealed", Caution::repealed},
                                             {"set-aside", Caution::set_aside},
                                             {"term-unstated", Caution::term_unstated},
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
                                             {"earlier", Caution::earlier},
                                             {"undated", Caution::undated},
                                             {"dated-later", Caution::dated_later},
                                             {"lapsed", Caution::lapsed},
                                             {"moved-open", Caution::moved_open},
                                             {"contradictory", Caution::contradictory},
                                             {"two-readings", Caution::two_readings},
                                             {"no-requirements", Caution::no_requirements}});
template <>
constexpr auto kChoices<EstimateKind> = named<EstimateKind>({"金额类别", "estimate"},
                                                            {{"exact", EstimateKind::exact},
                                                             {"between", EstimateKind::between},
                                                             {"at_most", EstimateKind::at_most},
                                                             {"at_least", EstimateKind::at_least},
                                                             {"unknown", EstimateKind::unknown}});
template <>
constexpr auto kChoices<ProfileType> =
    named<ProfileType>({"回答类型", "profile type"}, {{"boolean", ProfileType::boolean},
                                                      {"number", ProfileType::number},
                                                      {"money", ProfileType::money},
                                                      {"rate", ProfileType::rate},
                                                      {"choice", ProfileType::choice},
                                                      {"date", ProfileType::date},
                                                      {"recognition", ProfileType::recognition}});
template <>
constexpr auto kChoices<ProfileChange> = named<ProfileChange>({"可变方向", "profile change"},
                                                              {{"none", ProfileChange::none},
                                                               {"up", ProfileChange::up},
                                                               {"down", ProfileChange::down},
                                                               {"either", ProfileChange::either}});

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
ShapeFor<E> make_choice() {
  std::vector<std::string_view> words;
  for (const Choice<E>& one : kChoices<E>.words) words.push_back(one.word);
  return scalar<E>(kChoices<E>.name, {.example = kChoices<E>.words.front().word,
                                      .parse = &parse_choice<E>,
                                      .print = &print_choice<E>,
                                      .choices = std::move(words)});
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

#define HUICE_INSTANTIATE(E)                                    \
  template const ShapeFor<E>& choice<E>();                      \
  template const ShapeFor<std::optional<E>>& maybe_choice<E>(); \
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
HUICE_INSTANTIATE(Publication)
HUICE_INSTANTIATE(Direction)
HUICE_INSTANTIATE(Aggregation)
HUICE_INSTANTIATE(MeasureKind)
HUICE_INSTANTIATE(OrganizationKind)
HUICE_INSTANTIATE(ProfileChange)
HUICE_INSTANTIATE(ProfileType)
HUICE_INSTANTIATE(StackingRule)
HUICE_INSTANTIATE(Verdict)
HUICE_INSTANTIATE(Caution)
HUICE_INSTANTIATE(EstimateKind)

#undef HUICE_INSTANTIATE

}  // namespace huice::model::schema
