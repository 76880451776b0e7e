// SPDX-License-Identifier: Apache-2.0
#include "base/choices.h"
#include "model/annexes.h"
#include "model/provision.h"
#include "model/schema/choice.h"
#include "model/walk.h"
#include "view/links.h"
#include "view/prose_value.h"
#include "view/tables/records.h"
#include "view/wording.h"

#include <algorithm>

namespace huice::view {
namespace {

using model::ArticleRef;
using model::Policy;
using tmpl::Dict;
using tmpl::Value;

using derive::Force;

constexpr auto kStatus = choices<Force>({{"in-force", Force::in_force},
                                         {"not-yet", Force::not_yet},
                                         {"expired", Force::expired},
                                         {"superseded", Force::superseded},
                                         {"repealed", Force::repealed},
                                         {"set-aside", Force::set_aside},
                                         {"unknown-succession", Force::unknown_succession},
                                         {"unknown-repeal", Force::unknown_repeal},
                                         {"unknown-start", Force::unknown_start},
                                         {"unknown-last", Force::unknown_last},
                                         {"unknown-term", Force::unknown_term}});
static_assert(covers(kStatus, Force::unknown_term));

// What is unknown has one look and several wordings: "unknown" for "unknown-start".
std::string_view look_of(std::string_view status) {
  return status.starts_with("unknown") ? "unknown" : status;
}

// The texts that standing_text() names, for links.
Value changing_texts(const derive::Status& status, const PageScope& page) {
  tmpl::ListValue texts;
  if (status.successor != nullptr) texts.push(view_of(*status.successor, page));
  if (status.newer != nullptr && status.newer != status.successor) {
    texts.push(view_of(*status.newer, page));
  }
  return Value(std::move(texts));
}

Value status_value(const Policy& policy, const PageScope& page) {
  const derive::Status status = page.reader().status(policy, page.scope.as_of);
  const std::string_view word = word_of(kStatus, status.force);
  const bool changed = status.force == Force::in_force && status.newer != nullptr;
  const std::string_view text = changed ? std::string_view("changed") : word;
  return Value(
      Dict()
          .set("code", Value::borrow(changed ? std::string_view("unknown") : look_of(word)))
          .set("text", Value::borrow(page.words().text(key_in("status", text))))
          .set("note", text_or_none(standing_text(status, page.words())))
          .set("texts", changing_texts(status, page)));
}

Value effective_value(const Policy& policy, const PageScope& page) {
  const auto& effective = policy.dates.effective;
  if (!effective) return nullptr;
  return Value(Dict()
                   .set("phrase", text_or_none(effective->phrase))
                   .set("date", date_value(effective->date))
                   .set("confirmed", Value(effective->confirmed))
                   .set("text", Value(effective_text(policy, page.words()))));
}

Value dates_value(const Policy& policy, const PageScope& page) {
  const model::PolicyDates& dates = policy.dates;
  return Value(Dict()
                   .set("signed", date_value(dates.signed_on))
                   .set("published", date_value(dates.published_on))
                   .set("printed", date_value(dates.printed_on))
                   .set("expires", date_value(dates.expires_on))
                   .set("term", text_or_none(dates.term))
                   .set("effective", effective_value(policy, page)));
}

Value shares_value(const std::vector<model::Share>& shares, const PageScope& page) {
  return tmpl::list_of(shares, [&page](const model::Share& share) {
    return Value(Dict()
                     .set("by", organization_value(share.by, page))
                     .set("share", share.share ? Value(share.share->text()) : Value(nullptr)));
  });
}

Value funding_value(const std::optional<model::Funding>& funding, const PageScope& page) {
  if (!funding || (funding->note.empty() && funding->shares.empty())) return nullptr;
  return Value(Dict()
                   .set("note", text_or_none(funding->note))
                   .set("shares", shares_value(funding->shares, page)));
}

// A place that a policy's page names: as the page of `within` does, else with its policy.
Value provision_value(const std::string& id, const Policy* within, const PageScope& page) {
  const model::ProvisionRef found = page.reader().provision(id);
  if (found.in.article == nullptr) return nullptr;
  const bool own = found.in.policy == within;
  if (own && !found.is_part()) return owned_view(found.in, page);
  const auto head =
      own ? provision_label(found, page.words()) : provision_name(found, page.words());
  return Value(Dict().set("href", Value(href(found))).set("head", Value(head)));
}

Value provision_values(const std::vector<std::string>& ids, const Policy* within,
                       const PageScope& page) {
  return tmpl::list_of(
      ids, [within, &page](const std::string& id) { return provision_value(id, within, page); });
}

// What does not simply hold of an article, where a later text changed it alone: what holds of all
// of its text, the page's head says.
Value own_standing(const ArticleRef& in, const PageScope& page) {
  const derive::Status of_text = page.reader().status(*in.policy, page.scope.as_of);
  const derive::Status own = page.reader().status(model::ProvisionRef{in}, page.scope.as_of);
  std::string said = part_standing(own, page.words());
  if (said == part_standing(of_text, page.words())) said.clear();
  return text_or_none(std::move(said));
}

Value territory_value(const std::optional<model::Territory>& territory, const PageScope& page) {
  if (!territory) return nullptr;
  return Value(territory_text(*territory, page.reader(), page.words()));
}

// Whether anything of its articles is in own words: points, or what is told of a place.
bool has_own_points(const model::Article& article) {
  const auto& all = article.paragraphs;
  return !article.summary.empty() ||
         std::any_of(all.begin(), all.end(), [](const model::Paragraph& paragraph) {
           const auto& items = paragraph.items;
           return !paragraph.summary.empty() ||
                  std::any_of(items.begin(), items.end(),
                              [](const model::Item& item) { return !item.summary.empty(); });
         });
}

// Which words on an article's place are official and which are this site's own.
Value points_value(const Policy& policy, const PageScope& page) {
  bool points = false;
  bool facts = false;
  bool official = false;
  model::each_article(policy, [&](const ArticleRef& in) {
    const model::Article& article = *in.article;
    points = points || has_own_points(article);
    facts = facts || !article.measures.empty() || !article.targets.empty() ||
            !article.undertakings.empty();
    official = official || !model::wording_of(article).empty();
  });
  if (!official) return Value::borrow(page.words().text("policy.points_only"));
  const std::string_view word = points ? "both" : facts ? "facts" : "official";
  return Value::borrow(page.words().text(key_in("policy.points", word)));
}

// The relations by which other texts change this one, as its own page tells them.
Value changes_value(const Policy& policy, const PageScope& page) {
  tmpl::ListValue all;
  for (const derive::Change& one : page.reader().changes(policy)) {
    const std::string_view kind = model::schema::word(one.kind);
    all.push(
        Value(Dict()
                  .set("kind_text", Value::borrow(page.words().text(key_in("changed_by", kind))))
                  .set("policy", view_of(*one.policy, page))
                  .set("articles", provision_values(one.relation->articles, &policy, page))
                  .set("note", text_or_none(one.relation->note))));
  }
  return Value(std::move(all));
}

Value relations_value(const std::vector<model::Relation>& relations, const PageScope& page) {
  return tmpl::list_of(relations, [&page](const model::Relation& relation) {
    const std::string_view kind = model::schema::word(relation.kind);
    const Policy* policy = page.reader().policy(relation.policy);
    return Value(Dict()
                     .set("kind", Value::borrow(kind))
                     .set("kind_text", Value::borrow(page.words().text(key_in("relation", kind))))
                     .set("policy", policy == nullptr ? Value(nullptr) : view_of(*policy, page))
                     .set("articles", provision_values(relation.articles, policy, page))
                     .set("note", text_or_none(relation.note)));
  });
}

Value rulings_value(const Policy& policy, const PageScope& page) {
  return tmpl::list_of(policy.rulings, [&policy, &page](const model::Ruling& ruling) {
    return Value(Dict()
                     .set("by", text(ruling.by))
                     .set("on", date_value(ruling.on))
                     .set("basis", text(ruling.basis))
                     .set("says", text(ruling.says))
                     .set("articles", provision_values(ruling.articles, &policy, page)));
  });
}

Value precedence_value(const std::vector<model::Precedence>& clauses) {
  std::string all;
  for (const model::Precedence& clause : clauses) all += clause.wording;
  return text_or_none(std::move(all));
}

Value interpretation_value(const Policy& policy, const PageScope& page) {
  const std::optional<model::Interpretation>& one = policy.interpretation;
  tmpl::ListValue elements;
  const auto add = [&](std::string_view key, const std::optional<model::Explanation>& element) {
    if (!element) return;
    elements.push(
        Value(Dict()
                  .set("key", Value::borrow(key))
                  .set("title", Value::borrow(page.words().text(key_in("interpretation", key))))
                  .set("text", prose_value(element->text, page, 3))
                  .set("articles", provision_values(element->articles, &policy, page))));
  };
  if (one) {
    add("background", one->background);
    add("goals", one->goals);
    add("content", one->content);
    add("scope", one->scope);
    add("standards", one->standards);
    add("cautions", one->cautions);
    add("terms", one->terms);
    add("benefits", one->benefits);
    add("differences", one->differences);
  }
  return Value(std::move(elements));
}

std::size_t count_articles(const Policy& policy) {
  std::size_t count = 0;
  model::each_article(policy, [&count](const ArticleRef&) { ++count; });
  return count;
}

std::size_t count_measures(const Policy& policy) {
  std::size_t count = 0;
  model::each_measure(policy, [&count](const model::MeasureRef&) { ++count; });
  return count;
}

Value gives_value(const Policy& policy, const PageScope& page) {
  std::vector<model::MeasureRef> all;
  model::each_measure(policy, [&all](const model::MeasureRef& one) { all.push_back(one); });
  return owned_views(all, page);
}

// What is not on record of any part of a text is said once, on top of it.

bool has_no_guide(const Policy& policy) {
  bool none = true;
  model::each_measure(
      policy, [&none](const model::MeasureRef& one) { none = none && !one.measure->guide; });
  return none;
}

bool has_open_lead(const Policy& policy) {
  bool open = false;
  model::each_article(policy, [&open](const ArticleRef& in) {
    open = open || (in.article->lead.empty() && model::units_of(in).size() > 1);
  });
  return open;
}

bool has_open_progress(const Policy& policy) {
  bool open = false;
  model::each_undertaking(policy, [&open](const model::UndertakingRef& one) {
    open = open || !one.undertaking->status;
  });
  return open;
}

// 款 or 项 as one of the two lists of an article has it. Its anchor is where its official wording
// is, else where its own words are.
Value place_value(const model::ProvisionRef& one, bool official, Value items,
                  const PageScope& page) {
  const bool is_item = one.item != nullptr;
  const model::Prose& wording = is_item ? one.item->text : one.paragraph->text;
  const model::Prose& own = is_item ? one.item->summary : one.paragraph->summary;
  const bool several = one.in.article->paragraphs.size() > 1;
  Value label(nullptr);
  if (is_item) label = text(one.item->label);
  if (!is_item && several) label = Value(provision_place(one, page.words()));
  const bool anchored = official ? !wording.empty() : wording.empty();
  return Value(Dict()
                   .set("anchor", anchored ? Value(anchor(one)) : Value(nullptr))
                   .set("label", std::move(label))
                   .set("text", prose_value(official ? wording : own, page, 3))
                   .set("items", std::move(items)));
}

// Whether a list has the entry: the official one what has a wording, the other one what has own
// words, and what has neither.
bool is_listed(const model::Prose& wording, const model::Prose& own, bool official) {
  return official ? !wording.empty() : !own.empty() || wording.empty();
}

Value place_list(const ArticleRef& in, bool official, const PageScope& page) {
  tmpl::ListValue paragraphs;
  for (const model::Paragraph& paragraph : in.article->paragraphs) {
    tmpl::ListValue items;
    bool any = false;
    for (const model::Item& item : paragraph.items) {
      if (!is_listed(item.text, item.summary, official)) continue;
      any = true;
      items.push(place_value({in, &paragraph, &item}, official, Value(tmpl::ListValue()), page));
    }
    if (!any && !is_listed(paragraph.text, paragraph.summary, official)) continue;
    paragraphs.push(
        place_value({in, &paragraph, nullptr}, official, Value(std::move(items)), page));
  }
  return Value(std::move(paragraphs));
}

Value paragraphs_value(const ArticleRef& in, const PageScope& page) {
  return Value(
      Dict().set("official", place_list(in, true, page)).set("own", place_list(in, false, page)));
}

Value units_value(const ArticleRef& in, const PageScope& page) {
  std::vector<UnitRef> units;
  for (const std::string& id : model::units_of(in)) {
    const model::Organization* organization = page.reader().organization(id);
    units.push_back({organization, units.empty(), in.article->lead == id});
  }
  return owned_views(units, page);
}

}  // namespace

void add_to(AnswerDigest& answer, const UnitRef& one) {
  add_to(answer, *one.organization);
  answer.add_number(one.first ? 1 : 0);
  answer.add_number(one.lead ? 1 : 0);
}

Value annexes_value(const std::vector<model::Annex>& annexes) {
  return tmpl::list_of(annexes, [](const model::Annex& one) {
    const bool known = !one.file.empty();
    return Value(Dict()
                     .set("label", text_or_none(one.label))
                     .set("title", text(one.title))
                     .set("name", Value(head_text(one.label, one.title)))
                     .set("href", known ? Value(model::path_in_site(one)) : Value(nullptr))
                     .set("type", known ? Value(model::annex_type(one.file)) : Value(nullptr))
                     .set("size", known ? Value(size_text(one.size)) : Value(nullptr)));
  });
}

Value policy_values(const std::vector<std::string>& ids, const PageScope& page) {
  return tmpl::list_of(ids, [&page](const std::string& id) -> Value {
    const Policy* found = page.reader().policy(id);
    return found == nullptr ? Value(nullptr) : view_of(*found, page);
  });
}

template <>
model::Place place_of(const Policy& record) {
  return record.provenance.place;
}

template <>
const std::vector<Entry<Policy>>& entries() {
  static const std::vector<Entry<Policy>> all{
      {"issuers",
       [](const auto& p, const auto& page) { return organization_values(p.issuers, page); }},
      {"region", [](const auto& p, const auto& page) { return region_value(p.region, page); }},
      {"territory",
       [](const auto& p, const auto& page) { return territory_value(p.territory, page); }},
      {"href", [](const auto& p, const auto&) { return Value(href(p)); }},
      {"dates", [](const auto& p, const auto& page) { return dates_value(p, page); }},
      {"status", &status_value},
      {"completeness_text",
       [](const auto& p, const auto& page) {
         const std::string_view word = model::schema::word(p.completeness);
         return Value::borrow(page.words().text(key_in("completeness", word)));
       }},
      {"interpreted_by",
       [](const auto& p, const auto& page) { return organization_values(p.interpreted_by, page); }},
      {"funding", [](const auto& p, const auto& page) { return funding_value(p.funding, page); }},
      {"relations",
       [](const auto& p, const auto& page) { return relations_value(p.relations, page); }},
      {"changes", &changes_value},
      {"points", &points_value},
      {"rulings", [](const auto& p, const auto& page) { return rulings_value(p, page); }},
      {"precedence", [](const auto& p, const auto&) { return precedence_value(p.precedence); }},
      {"interpretation",
       [](const auto& p, const auto& page) { return interpretation_value(p, page); }},
      {"topics", [](const auto& p, const auto& page) { return topic_values(p.topics, page); }},
      {"summary", [](const auto& p, const auto& page) { return prose_value(p.summary, page); }},
      {"sections",
       [](const auto& p, const auto& page) {
         return tmpl::list_of(p.sections, [&p, &page](const model::Section& section) {
           return owned_view(SectionRef{&p, &section}, page);
         });
       }},
      {"annexes", [](const auto& p, const auto&) { return annexes_value(p.annexes); }},
      {"undertakings",
       [](const auto& p, const auto& page) {
         return tmpl::list_of(p.undertakings, [&p, &page](const model::Undertaking& one) {
           return owned_view(model::UndertakingRef{{&p, nullptr, nullptr}, nullptr, &one}, page);
         });
       }},
      {"gives", &gives_value},
      {"guides_unknown", [](const auto& p, const auto&) { return Value(has_no_guide(p)); }},
      {"leads_unknown", [](const auto& p, const auto&) { return Value(has_open_lead(p)); }},
      {"progress_unknown", [](const auto& p, const auto&) { return Value(has_open_progress(p)); }},
      {"article_count", [](const auto& p, const auto&) { return Value(count_articles(p)); }},
      {"measure_count", [](const auto& p, const auto&) { return Value(count_measures(p)); }},
      {"source", [](const auto& p, const auto& page) { return source_value(p.provenance, page); }},
      {"reviewed_on",
       [](const auto& p, const auto&) {
         const auto& reviewed = p.provenance.reviewed;
         return reviewed ? date_value(reviewed->on) : Value(nullptr);
       }},
  };
  return all;
}

template <>
const std::vector<Entry<SectionRef>>& entries() {
  static const std::vector<Entry<SectionRef>> all{
      {"head",
       [](const auto& s, const auto&) {
         return text_or_none(head_text(s.section->label, s.section->heading));
       }},
      {"articles",
       [](const auto& s, const auto& page) {
         return tmpl::list_of(s.section->articles, [s, &page](const model::Article& article) {
           return owned_view(ArticleRef{s.policy, s.section, &article}, page);
         });
       }},
  };
  return all;
}

template <>
model::Place place_of(const ArticleRef& record) {
  return record.article->place;
}

template <>
const std::vector<Entry<ArticleRef>>& entries() {
  static const std::vector<Entry<ArticleRef>> all{
      {"anchor", [](const auto& a, const auto&) { return text(a.article->id); }},
      {"head", [](const auto& a,
                  const auto&) { return Value(head_text(a.article->label, a.article->heading)); }},
      {"gap",
       [](const auto& a, const auto&) {
         return Value::borrow(head_gap(a.article->label, a.article->heading));
       }},
      {"href", [](const auto& a, const auto&) { return Value(href(a)); }},
      {"name",
       [](const auto& a, const auto& page) { return Value(article_name(a, page.words())); }},
      {"standing", &own_standing},
      {"territory",
       [](const auto& a, const auto& page) { return territory_value(a.article->territory, page); }},
      {"summary",
       [](const auto& a, const auto& page) { return prose_value(a.article->summary, page, 3); }},
      {"text",
       [](const auto& a, const auto& page) { return prose_value(a.article->text, page, 3); }},
      {"paragraphs", &paragraphs_value},
      {"units", &units_value},
      {"units_open", [](const auto& a, const auto&) { return Value(a.article->units_open); }},
      {"lead_known", [](const auto& a, const auto&) { return Value(!a.article->lead.empty()); }},
      {"topics",
       [](const auto& a, const auto& page) { return topic_values(model::topics_of(a), page); }},
      {"measures",
       [](const auto& a, const auto& page) {
         return tmpl::list_of(a.article->measures, [a, &page](const model::Measure& measure) {
           return owned_view(model::MeasureRef{a, &measure}, page);
         });
       }},
      {"undertakings",
       [](const auto& a, const auto& page) {
         return tmpl::list_of(a.article->undertakings, [a, &page](const model::Undertaking& one) {
           return owned_view(model::UndertakingRef{a, nullptr, &one}, page);
         });
       }},
      {"targets",
       [](const auto& a, const auto& page) {
         return tmpl::list_of(a.article->targets, [a, &page](const model::Target& target) {
           return owned_view(model::TargetRef{a, &target}, page);
         });
       }},
      {"cites",
       [](const auto& a, const auto& page) { return policy_values(a.article->cites, page); }},
      {"policy", [](const auto& a, const auto& page) { return view_of(*a.policy, page); }},
  };
  return all;
}

template <>
const std::vector<Entry<UnitRef>>& entries() {
  static const std::vector<Entry<UnitRef>> all{
      {"org", [](const auto& u, const auto& page) { return view_of(*u.organization, page); }},
      {"first", [](const auto& u, const auto&) { return Value(u.first); }},
      {"lead", [](const auto& u, const auto&) { return Value(u.lead); }},
  };
  return all;
}

}  // namespace huice::view
