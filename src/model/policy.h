// SPDX-License-Identifier: Apache-2.0
#pragma once

// Policy: one instrument, from its number down to what an enterprise can claim from an article.

#include "model/amount.h"
#include "model/annex.h"
#include "model/document_number.h"
#include "model/undertaking.h"

#include <optional>
#include <string>
#include <vector>

namespace huice::model {

/// continuous: articles count on through the chapters; restart: they begin again in each chapter;
/// flat: no chapters.
enum class Numbering { continuous, restart, flat };

/// whole: every article is here; excerpt: the source may be cut; reference: only named elsewhere.
enum class Completeness { whole, excerpt, reference };

/// The day that days are counted from: 成文日, 发布日, 印发日.
enum class DayBase { signed_on, published_on, printed_on };

/// When a text comes into force. “自发布之日起30日后施行” is a phrase, a base and 30 days; whether
/// that is the 30th or the 31st day, and which day the base was, only a person can confirm.
struct Commencement {
  std::string phrase;
  DayBase base = DayBase::signed_on;
  std::optional<int> days;
  std::optional<Date> date;  ///< as stated or confirmed; never computed here
  bool confirmed = false;
};

struct PolicyDates {
  std::optional<Date> signed_on;     ///< 成文日期
  std::optional<Date> published_on;  ///< 发布日期
  std::optional<Date> printed_on;    ///< 印发日期
  std::optional<Commencement> effective;
  std::optional<Date> expires_on;
  std::string term;              ///< 有效期三年: how long it holds, as the text says it
  std::optional<Date> known_on;  ///< of a text only named elsewhere: there was one by this day
};

enum class RelationKind { implements, applies, supersedes, version_of, amends, repeals, cites };

struct Relation {
  RelationKind kind = RelationKind::cites;
  std::string policy;
  std::string note;
  Place place;
  std::vector<std::string> articles{};  ///< fact ids of that policy's 条, 款 and 项 concerned
};

/// A decision on a question the texts leave open. Only a person or a body makes one.
struct Ruling {
  std::string by;
  std::optional<Date> on;
  std::string basis;
  std::string says;
  std::vector<std::string> articles;    ///< fact ids of the 条, 款 and 项 it is about
  std::vector<std::string> sets_aside;  ///< fact ids of measures that no longer apply by it
};

/// What a text or ruling says of having several measures at once. highest: 就高; exclusive: 不重复;
/// additive: 可以叠加.
enum class StackingRule { highest, exclusive, additive };

struct Stacking {
  StackingRule rule = StackingRule::exclusive;
  std::vector<std::string> measures;  ///< fact ids; empty: all of this policy
  std::string article;  ///< fact id of the 条, 款 or 项 that says so; empty: a ruling
  std::string wording;  ///< what it says, in own words
  Place place;
};

/// What a text says of others that differ from it. yields: it gives way to them; prevails: it goes
/// before them.
enum class PrecedenceRule { yields, prevails };

/// Which texts, by when they were signed, seen from the one that says so.
enum class TextsSigned { whenever, earlier, later };

struct Precedence {
  PrecedenceRule rule = PrecedenceRule::yields;
  std::vector<std::string> regions;  ///< whose texts
  TextsSigned texts = TextsSigned::whenever;
  std::string article;  ///< fact id of the article that says so; empty: outside of articles
  std::string wording;  ///< what it says, in own words
  Place place;
};

struct Funding {
  std::string note;
  std::vector<Share> shares;
};

/// One element of an interpretation, with the articles it explains.
struct Explanation {
  Prose text;
  std::vector<std::string> articles;
};

/// 政策解读: the nine elements (甘政公开办函〔2019〕1号).
struct Interpretation {
  std::optional<Explanation> background;   ///< 背景依据
  std::optional<Explanation> goals;        ///< 目标任务
  std::optional<Explanation> content;      ///< 主要内容
  std::optional<Explanation> scope;        ///< 适用范围
  std::optional<Explanation> standards;    ///< 执行标准
  std::optional<Explanation> cautions;     ///< 注意事项
  std::optional<Explanation> terms;        ///< 关键词注释
  std::optional<Explanation> benefits;     ///< 惠民利民举措
  std::optional<Explanation> differences;  ///< 新旧政策差异
};

enum class Effect { payment, relief, priority, service, recognition, assessment, obligation };

/// One of several ways to read a condition.
struct RuleReading {
  std::string label;  ///< how it is read, in plain words
  Rule rule;
};

struct Requirement {
  std::string label;  ///< in plain words
  Rule rule;
  std::vector<RuleReading> readings;  ///< instead of `rule`, where the text can be read in several
                                      ///< ways: what they differ about is unknown
  std::string provision;              ///< the 款 or 项 that says so: 第二款第（三）项
};

/// A span in which a measure is to be had, where it differs from its policy's.
struct Validity {
  std::optional<Date> from;
  std::optional<Date> to;
  std::string phrase;
};

struct Question {
  std::string question;
  Prose answer;
};

/// How to apply (申兑指南); every element null or empty prints 未载明.
struct Guide {
  std::vector<std::string> materials;  ///< 申报材料
  std::string window;                  ///< 申报时间, as the text says it
  std::optional<Date> opens_on;        ///< its first and last day, where a text or call names them
  std::optional<Date> closes_on;
  std::vector<std::string> steps;  ///< 办理流程
  std::string time_limit;          ///< 办理时限
  std::string office;              ///< 受理部门: organization
  std::string address;             ///< 受理地址
  std::string phone;               ///< 咨询电话: a public office number
  std::string channel;             ///< 兑现方式: 免申即享 …
  std::string fee;                 ///< 收费标准
  std::string stacking;            ///< 与其他政策不重复规则
  std::vector<Question> questions;
};

/// 适用范围, where it is not the whole region of the text.
struct Territory {
  std::string wording;  ///< as the text says it: 浙江自贸试验区内注册的企业
  std::string region;   ///< where it is one that is on record
};

struct Measure {
  std::string id;
  std::string title;
  std::string who;  ///< who gets it, in one short phrase written by hand; empty: not written yet
  Effect effect = Effect::payment;
  std::vector<std::string> beneficiaries;
  std::string provision;  ///< the 款 or 项 of the article that it is in: 第二款第（三）项
  std::vector<Requirement> requirements;
  std::vector<AmountComponent> amounts;
  std::optional<Validity> validity;
  std::optional<Territory> territory;  ///< none: the article's
  bool for_outsiders = false;          ///< meant for who is registered elsewhere, too
  std::vector<std::string> topics;     ///< empty: the article's
  std::optional<Guide> guide;
  /// Fact ids of measures of other texts that say otherwise of the same, where no text says which
  /// applies. One side is enough.
  std::vector<std::string> conflicts;
  std::string note;
  Audience audience = Audience::public_;
  Place place;
};

/// 项: a numbered item of a 款.
struct Item {
  std::string label;  ///< as printed: （二）
  Prose text;         ///< official wording, unaltered; may be empty
  Prose summary;      ///< own words
  Place place{};
};

/// 款: a paragraph of an article. The first, second and so on have no label of their own.
struct Paragraph {
  Prose text;     ///< official wording, unaltered; may be empty
  Prose summary;  ///< own words
  std::vector<Item> items;
  Place place{};
};

struct Article {
  std::string id;       ///< "2.3" where numbers restart in each chapter, else "15"
  std::string label;    ///< as printed: （三）, 十五、, 第三条
  std::string heading;  ///< empty where the text gives the article none, as most 办法 do
  Prose text;           ///< official wording, unaltered; may be empty
  Prose summary;        ///< own words; printed as 要点，以原文为准
  std::vector<Paragraph> paragraphs;   ///< 款 with their 项; empty: not recorded one by one
  std::vector<std::string> units;      ///< organizations, in the text's order; empty: the policy's
  bool units_open = false;             ///< the text ends the list with 等
  std::string lead;                    ///< only where a text or ruling says who leads
  std::vector<std::string> topics;     ///< empty: the policy's
  std::optional<Territory> territory;  ///< none: the policy's
  std::vector<Measure> measures;
  std::vector<Undertaking> undertakings;
  std::vector<Target> targets;
  std::vector<std::string> cites;  ///< policies the article names
  Audience audience = Audience::public_;
  Place place;
};

struct Section {
  std::string id;
  std::string label;    ///< 一、, 第一章, or all there is: 附则, 附件1
  std::string heading;  ///< empty where the text has no chapters, or the label is all it has
  std::vector<Article> articles;
  Place place{};
};

struct Policy {
  std::string id;
  std::optional<DocumentNumber> number;
  std::string title;
  std::string notice_title;  ///< of the 印发通知, where there is one
  std::vector<std::string> aliases;
  std::string kind;                  ///< 实施意见, 实施方案, 若干政策措施 …
  std::vector<std::string> issuers;  ///< organizations, in the text's order; several: 联合发文
  std::string region;
  std::string adopted;  ///< by which meeting
  std::string bounds;   ///< what the text says of 以上 and 以下; empty: both include the number
  PolicyDates dates;
  Numbering numbering = Numbering::continuous;
  Completeness completeness = Completeness::whole;
  std::vector<Relation> relations;
  std::vector<std::string> interpreted_by;
  std::optional<Funding> funding;
  std::vector<Ruling> rulings;
  std::vector<Stacking> stacking;  ///< empty: 是否可叠加文件未载明
  std::vector<Precedence> precedence;
  std::optional<Interpretation> interpretation;
  std::vector<std::string> topics;     ///< of every article that names none itself
  std::vector<std::string> units;      ///< organizations; of every article that names none itself
  std::optional<Territory> territory;  ///< none: all of its region
  Prose summary;
  std::vector<Section> sections;
  std::vector<Annex> annexes;             ///< 附件, in the text's order
  std::vector<Undertaking> undertakings;  ///< what it promises outside of its articles
  Provenance provenance;
};

}  // namespace huice::model
