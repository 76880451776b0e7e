// SPDX-License-Identifier: Apache-2.0
//
// data/policies/<id>.json
#include "model/schema/record.h"
#include "model/schema/records.h"

namespace huice::model::schema {
namespace {

const Shape& article() {
  static const Shape shape = withheld_part<Article>(
      "article",
      {required<&Article::id>("id", id(), "2.3 where numbers restart in each chapter, else 15"),
       required<&Article::label>("label", text(), "as printed: （三）, 十五、"),
       required<&Article::heading>("heading", text(), "the article's head"),
       optional<&Article::text>("text", prose(), "the official wording, unaltered"),
       optional<&Article::summary>("summary", prose(), "own words; printed as 要点，以原文为准"),
       optional<&Article::units>("units", references(RefKind::organization),
                                 "责任单位, in the text's order"),
       optional<&Article::units_open>("units_open", boolean(), "true: the text ends them with 等"),
       optional<&Article::lead>("lead", reference(RefKind::organization),
                                "牵头单位, only where a text or ruling says so"),
       optional<&Article::topics>("topics", references(RefKind::topic), "what it is about"),
       optional<&Article::measures>("measures", measures(), "what can be claimed from it"),
       optional<&Article::undertakings>("undertakings", undertakings(), "what it promises"),
       optional<&Article::targets>("targets", targets(), "what it wants to reach"),
       optional<&Article::cites>("cites", references(RefKind::policy), "policies it names")});
  return shape;
}

const Shape& articles() {
  static const Shape shape = list<Article>(article());
  return shape;
}

const Shape& section() {
  static const Shape shape = part<Section>(
      "section",
      {required<&Section::id>("id", id(), "its name within the policy"),
       optional<&Section::label>("label", text(), "as printed, like 一、"),
       optional<&Section::heading>("heading", text(), "empty where the text has no chapters"),
       required<&Section::articles>("articles", articles(), "in the text's order")});
  return shape;
}

const Shape& sections() {
  static const Shape shape = list<Section>(section());
  return shape;
}

const Shape& commencement() {
  static const Shape shape = nullable<Commencement>(object<Commencement>(
      "commencement",
      {optional<&Commencement::phrase>("phrase", text(), "as the text says it"),
       optional<&Commencement::base>("base", text(),
                                     "signed or published: what the days count from"),
       optional<&Commencement::days>("days", count(), "how many days after the base"),
       optional<&Commencement::date>("date", date(), "as stated, or as a person confirmed it"),
       optional<&Commencement::confirmed>("confirmed", boolean(),
                                          "true: a person has checked it")}));
  return shape;
}

const Shape& dates() {
  static const Shape shape = object<PolicyDates>(
      "dates", {optional<&PolicyDates::signed_on>("signed", date(), "成文日期"),
                optional<&PolicyDates::published_on>("published", date(), "发布日期"),
                optional<&PolicyDates::effective>("effective", commencement(), "施行"),
                optional<&PolicyDates::expires_on>("expires", date(), "有效期至; null: 未载明")});
  return shape;
}

const Shape& relation() {
  static const Shape shape = part<Relation>(
      "relation", {required<&Relation::kind>("kind", choice<RelationKind>(), "how they relate"),
                   required<&Relation::policy>("policy", reference(RefKind::policy), "to which"),
                   optional<&Relation::note>("note", text(), "what a reader must know")});
  return shape;
}

const Shape& relations() {
  static const Shape shape = list<Relation>(relation());
  return shape;
}

const Shape& ruling() {
  static const Shape shape =
      object<Ruling>("ruling", {required<&Ruling::by>("by", text(), "who decided"),
                                optional<&Ruling::on>("on", date(), "when"),
                                required<&Ruling::basis>("basis", text(), "on what ground"),
                                required<&Ruling::says>("says", text(), "what was decided")});
  return shape;
}

const Shape& rulings() {
  static const Shape shape = list<Ruling>(ruling());
  return shape;
}

const Shape& stacking() {
  static const Shape one = part<Stacking>(
      "stacking rule",
      {required<&Stacking::rule>("rule", choice<StackingRule>(),
                                 "highest: 就高; exclusive: 不重复; additive: 可以叠加"),
       optional<&Stacking::measures>("measures", references(RefKind::measure),
                                     "which; empty: all measures of this policy"),
       optional<&Stacking::article>("article", reference(RefKind::article),
                                    "the article that says so; empty: a ruling does"),
       required<&Stacking::wording>("wording", text(), "what it says, in own words")});
  static const Shape shape = list<Stacking>(one);
  return shape;
}

const Shape& funding() {
  static const Shape shape = nullable<Funding>(object<Funding>(
      "funding", {optional<&Funding::note>("note", text(), "who pays, in own words"),
                  optional<&Funding::shares>("shares", shares(), "who pays which part")}));
  return shape;
}

const Shape& explanation() {
  static const Shape shape = nullable<Explanation>(object<Explanation>(
      "explanation", {required<&Explanation::text>("text", prose(), "the explanation"),
                      optional<&Explanation::articles>("articles", references(RefKind::article),
                                                       "the articles it explains")}));
  return shape;
}

const Shape& interpretation() {
  static const Shape shape = nullable<Interpretation>(object<Interpretation>(
      "interpretation",
      {optional<&Interpretation::background>("background", explanation(), "背景依据"),
       optional<&Interpretation::goals>("goals", explanation(), "目标任务"),
       optional<&Interpretation::content>("content", explanation(), "主要内容"),
       optional<&Interpretation::scope>("scope", explanation(), "适用范围"),
       optional<&Interpretation::standards>("standards", explanation(), "执行标准"),
       optional<&Interpretation::cautions>("cautions", explanation(), "注意事项"),
       optional<&Interpretation::terms>("terms", explanation(), "关键词注释"),
       optional<&Interpretation::benefits>("benefits", explanation(), "惠民利民举措"),
       optional<&Interpretation::differences>("differences", explanation(), "新旧政策差异")}));
  return shape;
}

}  // namespace

const Shape& policy() {
  static const Shape shape = record<Policy>(
      "policy", Presence::required,
      {required<&Policy::id>("id", id(), "the file's name without .json"),
       optional<&Policy::number>("number", document_number(), "文号; null where the text has none"),
       required<&Policy::title>("title", text(), "the policy's own title"),
       optional<&Policy::notice_title>("notice_title", text(), "title of the 印发通知"),
       optional<&Policy::aliases>("aliases", texts(), "other names it goes by"),
       required<&Policy::kind>("kind", text(), "文种: 实施意见, 实施方案, 若干政策措施 …"),
       optional<&Policy::issuer>("issuer", reference(RefKind::organization), "发文机关"),
       optional<&Policy::region>("region", reference(RefKind::region), "where it holds"),
       optional<&Policy::adopted>("adopted", text(), "by which meeting"),
       optional<&Policy::dates>("dates", dates(), "成文, 发布, 施行, 有效期"),
       optional<&Policy::numbering>("numbering", choice<Numbering>(), "how articles are counted"),
       required<&Policy::completeness>("completeness", choice<Completeness>(),
                                       "how much of the text is recorded"),
       optional<&Policy::relations>("relations", relations(), "to other policies"),
       optional<&Policy::interpreted_by>("interpreted_by", references(RefKind::organization),
                                         "解释机关"),
       optional<&Policy::funding>("funding", funding(), "who pays for its measures"),
       optional<&Policy::rulings>("rulings", rulings(), "decisions on open questions"),
       optional<&Policy::stacking>("stacking", stacking(),
                                   "whether several measures can be had at once; none: not told"),
       optional<&Policy::interpretation>("interpretation", interpretation(), "解读"),
       optional<&Policy::topics>("topics", references(RefKind::topic), "what it is about"),
       optional<&Policy::summary>("summary", prose(), "in own words, for lists"),
       optional<&Policy::sections>("sections", sections(), "chapters with their articles"),
       optional<&Policy::undertakings>("undertakings", undertakings(),
                                       "what it promises outside of its articles")});
  return shape;
}

}  // namespace huice::model::schema
