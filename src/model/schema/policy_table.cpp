// SPDX-License-Identifier: Apache-2.0
//
// data/policies/<id>.json
#include "model/schema/annex_table.h"
#include "model/schema/record.h"
#include "model/schema/records.h"

namespace huice::model::schema {
namespace {

const auto& articles() {
  static const auto shape = list<Article>(shape_of<Article>());
  return shape;
}

const auto& sections() {
  static const auto shape = list<Section>(shape_of<Section>());
  return shape;
}

const auto& issuers() {
  static const auto shape = one_or_more(references(RefKind::organization));
  return shape;
}

const auto& commencement() {
  static const auto shape = nullable<Commencement>(object<Commencement>(
      {"施行", "commencement"},
      {optional<&Commencement::phrase>("phrase", text(), {"原文的说法", "as the text says it"}),
       optional<&Commencement::base>(
           "base", choice<DayBase>(),
           {"从哪一天算起：signed 成文日，published 发布日，printed 印发日",
            "the day that the days are counted from: signed, published or printed"}),
       optional<&Commencement::days>(
           "days", days(),
           {"在那一天之后多少天；自发布之日起施行的写 0",
            "how many days after the base; 0: from that day itself (自发布之日起施行)"}),
       optional<&Commencement::date>(
           "date", date(),
           {"施行日期，照原文，或经人核实", "as stated, or as a person confirmed it"}),
       optional<&Commencement::confirmed>(
           "confirmed", boolean(), {"true：已经有人核实", "true: a person has checked it"})}));
  return shape;
}

const auto& dates() {
  static const auto shape = object<PolicyDates>(
      {"日期各项", "dates"},
      {optional<&PolicyDates::signed_on>("signed", date(),
                                         {"成文日期", "成文日期: when it was signed"}),
       optional<&PolicyDates::published_on>("published", date(),
                                            {"发布日期", "发布日期: when it was published"}),
       optional<&PolicyDates::printed_on>(
           "printed", date(),
           {"印发日期，照版记", "印发日期: when it was printed, by its imprint"}),
       optional<&PolicyDates::effective>("effective", commencement(),
                                         {"何时施行", "施行: when it comes into force"}),
       optional<&PolicyDates::expires_on>(
           "expires", date(),
           {"有效期至；未载明的填 null", "有效期至: its last day; null: 未载明"}),
       optional<&PolicyDates::term>(
           "term", text(),
           {"有效期多久，照原文写，如“有效期三年”；最后一天核实之后填 expires",
            "how long it holds, as the text says it, like 有效期三年; its last day, once a person "
            "has "
            "checked it, is “expires”"}),
       optional<&PolicyDates::known_on>(
           "known", date(),
           {"只见提及的文件，最迟在这一天已经印发",
            "of a text that is only named elsewhere: it had been issued by this day"})});
  return shape;
}

const auto& relation() {
  static const auto shape = part<Relation>(
      {"相关文件", "relation"},
      {required<&Relation::kind>("kind", choice<RelationKind>(),
                                 {"关系：implements 贯彻落实，applies 适用，supersedes "
                                  "替代，version-of 同一文件的修订版，amends 修改，repeals "
                                  "废止，cites 提及",
                                  "how they relate"}),
       required<&Relation::policy>("policy", reference(RefKind::policy),
                                   {"与哪份政策", "which policy it relates to"}),
       optional<&Relation::articles>("articles", references(RefKind::article),
                                     {"涉及那份政策的哪些条、款、项；涉及全文的不填",
                                      "which of that policy's articles, paragraphs and items; "
                                      "empty: all of it"}),
       optional<&Relation::note>("note", text(), {"读者须知", "what a reader must know"})});
  return shape;
}

const auto& relations() {
  static const auto shape = list<Relation>(relation());
  return shape;
}

const auto& ruling() {
  static const auto shape = object<Ruling>(
      {"有权认定", "ruling"},
      {required<&Ruling::by>("by", text(), {"由谁认定", "who decided"}),
       optional<&Ruling::on>("on", date(), {"日期", "when"}),
       required<&Ruling::basis>("basis", text(), {"依据", "on what ground"}),
       required<&Ruling::says>("says", text(), {"认定的内容", "what was decided"}),
       optional<&Ruling::articles>("articles", references(RefKind::article),
                                   {"所认定的条、款、项，如 ordos-2021-61/15/第二款",
                                    "the articles, paragraphs and items it is about"}),
       optional<&Ruling::sets_aside>(
           "sets_aside", references(RefKind::measure),
           {"由此不再适用的支持措施", "the measures that no longer apply by it"})});
  return shape;
}

const auto& rulings() {
  static const auto shape = list<Ruling>(ruling());
  return shape;
}

const auto& stacking() {
  static const auto one = part<Stacking>(
      {"叠加规则", "stacking rule"},
      {required<&Stacking::rule>("rule", choice<StackingRule>(),
                                 {"highest 就高，exclusive 不重复，additive 可以叠加",
                                  "highest: 就高; exclusive: 不重复; additive: 可以叠加"}),
       optional<&Stacking::measures>("measures", references(RefKind::measure),
                                     {"哪些支持措施；空着是本政策的全部",
                                      "which measures; empty: all measures of this policy"}),
       optional<&Stacking::article>(
           "article", reference(RefKind::article),
           {"写明这一规则的条、款、项，如 ordos-2021-61/15/第二款；由有权认定作出的不填",
            "the article, paragraph or item that says so; empty: a ruling does"}),
       required<&Stacking::wording>("wording", text(),
                                    {"规则的内容，用自己的话写", "what it says, in own words"})});
  static const auto shape = list<Stacking>(one);
  return shape;
}

const auto& precedence() {
  static const auto one = part<Precedence>(
      {"适用先后", "precedence"},
      {required<&Precedence::rule>("rule", choice<PrecedenceRule>(),
                                   {"yields 与它们不一致的，按它们办；prevails 以本政策为准",
                                    "yields: it gives way to them; prevails: it goes before them"}),
       required<&Precedence::regions>("regions", references(RefKind::region),
                                      {"它们是哪些地区的文件", "whose texts they are"}),
       optional<&Precedence::texts>(
           "texts", choice<TextsSigned>(),
           {"哪些文件：whenever 不论先后，earlier 本政策之前的，later 之后的；不填为不论先后",
            "which: signed whenever, earlier than this policy or later; whenever by default"}),
       optional<&Precedence::article>(
           "article", reference(RefKind::article),
           {"写明这一点的条款；写在条款以外的不填", "the article that says so"}),
       required<&Precedence::wording>("wording", text(),
                                      {"原文的意思，用自己的话写", "what it says, in own words"})});
  static const auto shape = list<Precedence>(one);
  return shape;
}

const auto& funding() {
  static const auto shape = nullable<Funding>(
      object<Funding>({"资金分担", "funding"},
                      {optional<&Funding::note>(
                           "note", text(), {"由谁出资，用自己的话写", "who pays, in own words"}),
                       optional<&Funding::shares>(
                           "shares", shares(), {"由谁出资，各承担多少", "who pays which part"})}));
  return shape;
}

const auto& explanation() {
  static const auto shape = nullable<Explanation>(object<Explanation>(
      {"解读条目", "explanation"},
      {required<&Explanation::text>("text", prose(), {"解读的内容", "the explanation"}),
       optional<&Explanation::articles>("articles", references(RefKind::article),
                                        {"所解读的条款", "the articles it explains"})}));
  return shape;
}

const auto& interpretation() {
  static const auto shape = nullable<Interpretation>(object<Interpretation>(
      {"政策解读", "interpretation"},
      {optional<&Interpretation::background>("background", explanation(),
                                             {"背景依据", "背景依据: background and legal basis"}),
       optional<&Interpretation::goals>("goals", explanation(),
                                        {"目标任务", "目标任务: goals and tasks"}),
       optional<&Interpretation::content>("content", explanation(),
                                          {"主要内容", "主要内容: main points"}),
       optional<&Interpretation::scope>("scope", explanation(),
                                        {"适用范围", "适用范围: whom and what it covers"}),
       optional<&Interpretation::standards>("standards", explanation(),
                                            {"执行标准", "执行标准: the standards it applies"}),
       optional<&Interpretation::cautions>("cautions", explanation(),
                                           {"注意事项", "注意事项: what to watch for"}),
       optional<&Interpretation::terms>("terms", explanation(),
                                        {"关键词注释", "关键词注释: key terms explained"}),
       optional<&Interpretation::benefits>(
           "benefits", explanation(), {"惠民利民举措", "惠民利民举措: what people gain from it"}),
       optional<&Interpretation::differences>(
           "differences", explanation(),
           {"新旧政策差异", "新旧政策差异: what is new compared with the earlier policy"})}));
  return shape;
}

}  // namespace

template <>
const ShapeFor<Section>& shape_of<Section>() {
  static const auto shape = part<Section>(
      {"章", "section"},
      {required<&Section::id>("id", id(), {"在政策之内的编号", "its name within the policy"}),
       optional<&Section::label>("label", text(),
                                 {"印出的序号，如“一、”", "as printed, like 一、"}),
       optional<&Section::heading>("heading", text(),
                                   {"章的标题；原文不分章的，或只有“附则”“附件1”这样的序号的，不填",
                                    "the chapter's heading; empty where the text has no chapters, "
                                    "or its label is all there "
                                    "is: 附则, 附件1"}),
       required<&Section::articles>("articles", articles(),
                                    {"条款，按原文的次序", "in the text's order"})});
  return shape;
}

namespace {

const auto& items() {
  static const auto item = part<Item>(
      {"项", "item"},
      {required<&Item::label>("label", text(), {"印出的序号，如“（二）”", "as printed: （二）"}),
       optional<&Item::text>("text", prose(),
                             {"这一项的原文，一字不改", "its official wording, unaltered"}),
       optional<&Item::summary>("summary", prose(),
                                {"用自己的话写的要点", "its main points in own words"})});
  static const auto shape = list<Item>(item);
  return shape;
}

const auto& paragraphs() {
  static const auto paragraph = part<Paragraph>(
      {"款", "paragraph"},
      {optional<&Paragraph::text>("text", prose(),
                                  {"这一款的原文，一字不改；各项写在 items",
                                   "its official wording, unaltered, without that of its items"}),
       optional<&Paragraph::summary>("summary", prose(),
                                     {"用自己的话写的要点", "its main points in own words"}),
       optional<&Paragraph::items>(
           "items", items(), {"这一款的各项，按原文的次序", "its items, in the text's order"})});
  static const auto shape = list<Paragraph>(paragraph);
  return shape;
}

}  // namespace

template <>
const ShapeFor<Article>& shape_of<Article>() {
  static const auto shape = withheld_part<Article>(
      {"条款", "article"},
      {required<&Article::id>("id", id(),
                              {"编号：每章重新编号的写 2.3，连续编号的写 15",
                               "like 2.3 where numbers restart in each chapter, otherwise 15"}),
       required<&Article::label>("label", text(),
                                 {"印出的序号，如“（三）”“十五、”", "as printed: （三）, 十五、"}),
       optional<&Article::heading>(
           "heading", text(),
           {"条款的标题；原文没有的不填", "the article's heading; empty where the text has none"}),
       optional<&Article::text>("text", prose(),
                                {"原文，一字不改", "the official wording, unaltered"}),
       optional<&Article::summary>("summary", prose(),
                                   {"用自己的话写的要点；印出时注明“要点，以原文为准”",
                                    "the main points in own words; printed as 要点，以原文为准"}),
       optional<&Article::paragraphs>(
           "paragraphs", paragraphs(),
           {"各款及其各项，按原文的次序，供引用到款、项；只有一款的也写成一款",
            "its paragraphs (款) with their items (项), in the text's order, for citing them; one "
            "where it has a single one"}),
       optional<&Article::units>("units", references(RefKind::organization),
                                 {"责任单位，按原文的次序；不填的同政策的 units",
                                  "责任单位, in the text's order; empty: those of the policy"}),
       optional<&Article::units_open>(
           "units_open", boolean(),
           {"true：原文在单位之后写了“等”", "true: the text ends them with 等"}),
       optional<&Article::lead>(
           "lead", reference(RefKind::organization),
           {"牵头单位，原文或有权认定写明的才填", "牵头单位, only where a text or ruling says so"}),
       optional<&Article::topics>(
           "topics", references(RefKind::topic),
           {"所属主题；不填的同政策的 topics", "what it is about; empty: the policy's topics"}),
       optional<&Article::territory>(
           "territory", territory(),
           {"适用范围，与全文不同时填写", "适用范围, where it differs from the policy's"}),
       optional<&Article::measures>("measures", measures(),
                                    {"本条款的支持措施", "what can be claimed from it"}),
       optional<&Article::undertakings>("undertakings", undertakings(),
                                        {"本条款的工作承诺", "what it promises"}),
       optional<&Article::targets>("targets", targets(), {"本条款的目标", "the targets it sets"}),
       optional<&Article::cites>("cites", references(RefKind::policy),
                                 {"提到的政策", "policies it names"})});
  return shape;
}

namespace {

std::vector<Field> frame_fields() {
  return {
      required<&Policy::id>("id", id(),
                            {"编号，与文件名（不含 .json）相同", "the file's name without .json"}),
      optional<&Policy::number>("number", document_number(),
                                {"发文字号；没有的填 null", "文号; null where the text has none"}),
      required<&Policy::title>("title", text(), {"政策本身的标题", "the policy's own title"}),
      optional<&Policy::notice_title>(
          "notice_title", text(),
          {"印发通知的标题", "title of the notice that issues it (印发通知)"}),
      optional<&Policy::aliases>("aliases", texts(), {"别名", "other names it goes by"}),
      required<&Policy::kind>("kind", text(),
                              {"文种，如“实施意见”“实施方案”“若干政策措施”",
                               "文种: what sort of text, like 实施意见, 实施方案, 若干政策措施"}),
      optional<&Policy::issuers>(
          "issuer", issuers(),
          {"发文机关；联合发文的写成列表，按原文的次序",
           "发文机关: who issued it; a list, in the text's order, where several did (联合发文)"}),
      optional<&Policy::region>("region", reference(RefKind::region),
                                {"适用地区", "the region it applies to"}),
      optional<&Policy::adopted>("adopted", text(), {"由哪次会议审议通过", "by which meeting"}),
      optional<&Policy::bounds>(
          "bounds", text(),
          {"“以上”“以下”是否含本数，照原文写", "what the text says of 以上 and 以下"}),
      optional<&Policy::dates>("dates", dates(),
                               {"成文、发布、施行、有效期", "成文, 发布, 施行, 有效期: its dates"}),
      optional<&Policy::numbering>(
          "numbering", choice<Numbering>(),
          {"条款怎样编号：continuous 全文连续，restart 每章重新，flat 不分章",
           "how articles are numbered"}),
      required<&Policy::completeness>("completeness", choice<Completeness>(),
                                      {"收录范围：whole 全文条目，excerpt "
                                       "节选（来源文本可能不全），reference 仅见提及、未收录原文",
                                       "how much of the text is recorded"})};
}

std::vector<Field> content_fields() {
  return {
      optional<&Policy::relations>("relations", relations(),
                                   {"与其他政策的关系", "its relations to other policies"}),
      optional<&Policy::interpreted_by>("interpreted_by", references(RefKind::organization),
                                        {"解释机关", "解释机关: who interprets it"}),
      optional<&Policy::funding>("funding", funding(),
                                 {"支持措施由谁出资", "who pays for its measures"}),
      optional<&Policy::rulings>("rulings", rulings(),
                                 {"对疑问的有权解释与认定", "decisions on open questions"}),
      optional<&Policy::stacking>("stacking", stacking(),
                                  {"几项支持措施能否同时享受；原文未写的不填",
                                   "whether several measures can be had at once; empty: unknown"}),
      optional<&Policy::precedence>(
          "precedence", precedence(),
          {"与其他文件不一致时以哪个为准；原文未写的不填",
           "which text counts where others differ from this one; empty: it does not say"}),
      optional<&Policy::interpretation>("interpretation", interpretation(),
                                        {"政策解读", "解读: the official interpretation"}),
      optional<&Policy::topics>(
          "topics", references(RefKind::topic),
          {"所属主题；条款自己没有写主题的，以此为准",
           "what it is about; articles that name no topics of their own have these"}),
      optional<&Policy::units>("units", references(RefKind::organization),
                               {"责任单位，全文只写一次的填在这里；条款自己写了的，以条款为准",
                                "责任单位 where the text names them once for all; articles that "
                                "name none of their own have these"}),
      optional<&Policy::territory>("territory", territory(),
                                   {"全文的适用范围，只是政策所属地区的一部分时填写",
                                    "适用范围 of all of it, where that is not its whole region"}),
      optional<&Policy::summary>(
          "summary", prose(),
          {"内容概述，用自己的话写，供列表使用", "a summary in own words, for lists"}),
      optional<&Policy::sections>("sections", sections(),
                                  {"各章及其条款", "chapters with their articles"}),
      optional<&Policy::annexes>(
          "annexes", annexes(),
          {"附件，按原文的次序", "附件: its forms, tables and other annexes"}),
      optional<&Policy::undertakings>(
          "undertakings", undertakings(),
          {"条款以外的工作承诺", "what it promises outside of its articles"})};
}

}  // namespace

template <>
const ShapeFor<Policy>& shape_of<Policy>() {
  static const auto shape = record<Policy>({"政策", "policy"}, Presence::required,
                                           joined(frame_fields(), content_fields()));
  return shape;
}

}  // namespace huice::model::schema
