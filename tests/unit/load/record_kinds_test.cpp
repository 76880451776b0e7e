// SPDX-License-Identifier: Apache-2.0
// Every kind of record loads from JSON, and lists load from CSV to the same records.
#include "load/csv_file.h"
#include "load/memory_project.h"
#include "model/schema/choice.h"
#include "model/schema/records.h"

#include <doctest/doctest.h>

#include <functional>
#include <map>

using namespace huice;
using model::Library;
using test::MemoryProject;

namespace {

std::string text_of(const model::Provenance& provenance) {
  std::string out = " " + std::string(model::schema::word(provenance.audience));
  if (provenance.source) {
    const model::Source& source = *provenance.source;
    out += " " + source.document + " " + source.place + " " + source.url + " " +
           std::string(model::schema::word(source.reliability));
  }
  if (provenance.reviewed) {
    out += " " + provenance.reviewed->by;
    if (provenance.reviewed->on) out += " " + provenance.reviewed->on->iso();
  }
  return out + " " + provenance.memo + "\n";
}

// The records of a list: JSON of one file, the same as a table, and how to print them.
struct ListKind {
  std::string json;
  std::string csv;
  std::function<std::string(const Library&)> print;
};

std::string print_organizations(const Library& library) {
  std::string out;
  for (const auto& one : library.organizations()) {
    out += one.id + one.name + std::string(model::schema::word(one.kind)) + one.region + "/" +
           one.parent + "/" + one.phone + "/" + one.address + text_of(one.provenance);
  }
  return out;
}

std::string print_regions(const Library& library) {
  std::string out;
  for (const auto& one : library.regions()) {
    out += one.id + one.name + "/" + one.parent + "/" + one.kind + text_of(one.provenance);
  }
  return out;
}

std::string print_profile(const Library& library) {
  std::string out;
  for (const auto& one : library.profile()) {
    out +=
        one.id + one.label + std::string(model::schema::word(one.type)) + one.unit + one.question;
    for (const std::string& choice : one.choices) out += "[" + choice + "]";
    out += text_of(one.provenance);
  }
  return out;
}

std::string print_observations(const Library& library) {
  std::string out;
  for (const auto& one : library.observations()) {
    out += one.fact_id() + " " + one.quantity().text() + " " + one.note + text_of(one.provenance);
  }
  return out;
}

// Topics, beneficiaries, glossary, contacts: plain texts only.
std::string print_texts(const Library& library) {
  std::string out;
  for (const auto& one : library.topics()) {
    out += one.id + one.name + one.description + text_of(one.provenance);
  }
  for (const auto& one : library.beneficiaries()) {
    out += one.id + one.name + one.level + one.definition + text_of(one.provenance);
  }
  for (const auto& one : library.glossary()) {
    out += one.id + one.term + one.definition + text_of(one.provenance);
  }
  for (const auto& one : library.contacts()) {
    out += one.id + one.proposal + one.name + one.phone + text_of(one.provenance);
  }
  for (const auto& one : library.calendar()) {
    out += one.date->iso() + std::string(model::schema::word(one.kind)) + one.name +
           text_of(one.provenance);
  }
  return out;
}

std::string print_examples(const Library& library) {
  std::string out;
  for (const auto& one : library.examples()) {
    out += one.id + one.measure + one.profile.json + one.as_of->iso() + one.why;
    out += one.expect.claimable ? "claimable" : "no claim";
    if (one.expect.estimate && one.expect.estimate->value) {
      out += one.expect.estimate->value->text();
      if (one.expect.estimate->per) out += one.expect.estimate->per->text();
      const auto& years = one.expect.estimate->years;
      if (years) out += std::to_string(years->at_most.value_or(0));
      out += one.expect.estimate->provisional.value_or(false) ? "provisional" : "checked";
    }
    if (one.expect.cautions) {
      for (const model::Caution caution : *one.expect.cautions) out += model::schema::word(caution);
    }
    out += text_of(one.provenance);
  }
  return out;
}

ListKind examples() {
  return {
      R"({"examples": [{"id": "e", "measure": "p/1/m", "profile": {"staff": 5}, "as_of": "2026-01-05",
          "expect": {"verdict": "yes", "estimate": {"kind": "at_most", "value": "5万元", "per": "year",
          "years": {"at_most": 5}, "provisional": true}, "cautions": ["judged", "earlier"]},
          "why": "按第一条"},
          {"id": "f", "measure": "p/1/m", "profile": {}, "as_of": "2026-01-05",
           "expect": {"claimable": false}, "why": "说明"}]})",
      "id,measure,profile,as_of,expect.claimable,expect.verdict,expect.estimate.kind,"
      "expect.estimate.value,expect.estimate.per,expect.estimate.years.at_most,"
      "expect.estimate.provisional,expect.cautions,why\n"
      "e,p/1/m,\"{\"\"staff\"\": 5}\",2026-01-05,,yes,at_most,5万元,year,5,true,judged;earlier,"
      "按第一条\n"
      "f,p/1/m,{},2026-01-05,false,,,,,,,,说明\n",
      print_examples};
}

std::map<std::string, ListKind> list_kinds() {
  const std::string csv_source = ",source.document,source.place,source.url,source.reliability";
  return {
      {"regions",
       {R"({"regions": [{"id": "neimenggu", "name": "内蒙古自治区", "kind": "自治区", "memo": "m"},
          {"id": "ordos", "name": "鄂尔多斯市", "kind": "地级市", "parent": "neimenggu"}]})",
        "id,name,kind,parent,memo\nneimenggu,内蒙古自治区,自治区,,m\n"
        "ordos,鄂尔多斯市,地级市,neimenggu,\n",
        print_regions}},
      {"organizations",
       {R"({"organizations": [{"id": "kjj", "name": "市科学技术局", "kind": "department",
          "region": "ordos", "parent": "gov", "phone": "0477-1", "address": "康巴什区",
          "audience": "internal"},
          {"id": "gov", "name": "市人民政府", "kind": "government", "region": "ordos"}]})",
        "id,name,kind,region,parent,phone,address,audience\n"
        "kjj,市科学技术局,department,ordos,gov,0477-1,康巴什区,internal\n"
        "gov,市人民政府,government,ordos,,,,\n",
        print_organizations}},
      {"topics",
       {R"({"topics": [{"id": "rd", "name": "研发投入", "description": "含,逗号",
          "reviewed": {"by": "李", "on": "2025-01-02"}}]})",
        "id,name,description,reviewed.by,reviewed.on\nrd,研发投入,\"含,逗号\",李,2025-01-02\n",
        print_texts}},
      {"beneficiaries",
       {R"({"beneficiaries": [{"id": "zjtx", "name": "“专精特新”中小企业", "level": "市级",
          "definition": "经认定"}]})",
        "id,name,level,definition\nzjtx,“专精特新”中小企业,市级,经认定\n", print_texts}},
      {"glossary",
       {R"({"glossary": [{"id": "lpr", "term": "LPR", "definition": "贷款市场\"报价\"利率"}]})",
        "id,term,definition\nlpr,LPR,\"贷款市场\"\"报价\"\"利率\"\n", print_texts}},
      {"profile",
       {R"({"profile": [{"id": "size", "label": "规模", "type": "choice",
          "choices": ["大型", "小型"], "question": "哪一种？"},
          {"id": "staff", "label": "职工", "type": "number", "unit": "人"}]})",
        "id,label,type,unit,choices,question\nsize,规模,choice,,大型;小型,哪一种？\n"
        "staff,职工,number,人,,\n",
        print_profile}},
      {"private/contacts",
       {R"({"contacts": [{"id": "c", "proposal": "q", "name": "某人", "phone": "0477-2"}]})",
        "id,proposal,name,phone\nc,q,某人,0477-2\n", print_texts}},
      {"calendar",
       {R"({"calendar": [{"date": "2026-10-01", "kind": "休", "name": "示例节",
          "source": {"document": "《示例安排》", "reliability": "official"}}]})",
        "date,kind,name,source.document,source.reliability\n"
        "2026-10-01,休,示例节,《示例安排》,official\n",
        print_texts}},
      {"examples", examples()},
      {"observations/all",
       {R"({"observations": [{"indicator": "rd", "region": "ordos", "period": "@2024-12-31",
          "variant": "press", "qualifier": "余", "value": 53.20, "unit": "亿元", "note": "初步数",
          "source": {"document": "《公报》", "place": "第三段", "url": "https://a.cn/",
          "reliability": "待核"}},
          {"indicator": "rd", "region": "ordos", "period": "2023", "value": 1, "unit": "亿元"}]})",
        "indicator,region,period,variant,qualifier,value,unit,note" + csv_source +
            "\nrd,ordos,@2024-12-31,press,余,53.20,亿元,初步数,《公报》,第三段,https://a.cn/,待核\n"
            "rd,ordos,2023,,,1,亿元,,,,,\n",
        print_observations}},
  };
}

// What lists point to.
MemoryProject surroundings(const std::string& without) {
  MemoryProject project;
  if (without != "regions") {
    project.put("regions.csv", "id,name,kind\nordos,鄂尔多斯市,地级市\n");
  }
  project.put("indicators/rd.json", R"({"id": "rd", "name": "N", "unit": "亿元", "kind": "flow"})");
  if (without == "examples") {
    project.put(
        "policies/p.json",
        R"({"id": "p", "title": "T", "kind": "若干措施", "completeness": "whole", "region": "ordos",
    "source": {"document": "《公报》", "reliability": "official"},
    "sections": [{"id": "1", "articles": [{"id": "1", "label": "一、", "heading": "H",
    "measures": [{"id": "m", "title": "M", "effect": "payment",
    "amounts": [{"basis": "fixed", "value": "5万元", "per": "year"}]}]}]}]})");
  }
  project.put("proposals/q.json",
              R"({"id": "q", "session": {"body": "市政协", "term": 5, "meeting": 1},
    "number": "1", "kind": "政协提案", "title": "T", "proposers": ["某委员"], "asks": null,
    "source": {"document": "《公报》", "reliability": "official"}})");
  return project;
}

}  // namespace

TEST_CASE("a list loads from JSON and from CSV to equal records") {
  for (const auto& tested : list_kinds()) {
    const std::string& name = tested.first;
    const ListKind& kind = tested.second;
    CAPTURE(name);
    MemoryProject as_json = surroundings(name);
    as_json.put(name + ".json", kind.json);
    MemoryProject as_csv = surroundings(name);
    as_csv.put(name + ".csv", kind.csv);
    const auto from_json = as_json.load();
    const auto from_csv = as_csv.load();
    CHECK(from_json.said == "");
    CHECK(from_csv.said == "");
    REQUIRE(from_json.library.has_value());
    REQUIRE(from_csv.library.has_value());
    const std::string printed = kind.print(*from_json.library);
    CHECK(printed.size() > 10);
    CHECK(kind.print(*from_csv.library) == printed);
  }
}

TEST_CASE("every list that a table can hold is loaded both ways above") {
  const auto tested = list_kinds();
  for (const model::schema::RecordKind& kind : model::schema::record_kinds()) {
    using model::schema::Layout;
    std::string name(kind.path);
    if (kind.layout == Layout::tables) name += "/all";
    const bool list = kind.layout == Layout::many || kind.layout == Layout::tables;
    if (!list || !load::fits_a_table(*kind.shape)) continue;
    CHECK_MESSAGE(tested.contains(name), name);
  }
}

TEST_CASE("a policy loads with all its parts") {
  MemoryProject project = surroundings("");
  project.put("organizations.csv", "id,name,kind,region\nkjj,市科学技术局,department,ordos\n");
  project.put("topics.csv", "id,name\nrd,研发\n");
  project.put("policies/old.json", R"({"id": "old", "title": "旧政策", "kind": "实施意见",
    "completeness": "reference", "source": {"document": "old", "reliability": "待核"}})");
  project.put("policies/p.json", R"({"id": "p", "number": "鄂府发〔2022〕103号", "title": "T",
    "aliases": ["A", "B"], "kind": "若干政策措施", "issuer": "kjj", "region": "ordos",
    "dates": {"signed": "2022-09-28", "expires": null,
      "effective": {"phrase": "自发布之日起30日后施行", "base": "published", "days": 30}},
    "numbering": "restart", "completeness": "whole",
    "relations": [{"kind": "supersedes", "policy": "old", "note": "n"}],
    "interpreted_by": ["kjj"], "funding": {"shares": [{"by": "kjj", "share": "50%"}]},
    "rulings": [{"by": "B", "basis": "C", "says": "D"}],
    "interpretation": {"terms": {"text": "解释", "articles": ["p/2.3"]}},
    "topics": ["rd"], "summary": "摘要",
    "sections": [{"id": "2", "label": "二、", "articles": [{"id": "2.3", "label": "（三）",
      "heading": "H", "units": ["kjj"], "units_open": true, "lead": "kjj",
      "measures": [{"id": "m", "title": "M", "effect": "payment", "requirements": [{"label": "R"}],
        "amounts": [{"basis": "rate", "rate": "50%", "of": "研发费用", "per": "year",
          "caps": [{"value": "20万元", "per": "year"}], "years": {"at_most": 3},
          "modifiers": [{"times": 2, "when": "W", "applies_to": "cap"}]}],
        "guide": {"materials": ["表"], "office": "kjj",
          "questions": [{"question": "Q", "answer": "A"}]}}],
      "undertakings": [{"id": "u", "text": "U", "due": "2023-01-01", "amount": "600余人",
        "indicator": "rd", "status": "in-progress"}],
      "targets": [{"id": "t", "label": "L", "value": "突破300家", "by": "@2025", "of": "p/2.3/s",
        "growth": {"rate": "15%", "base": "2021", "years": 3}},
        {"id": "s", "label": "L", "value": "40%"}]}]}],
    "source": {"document": "p", "reliability": "official"}, "audience": "internal"})");
  const auto loaded = project.load();
  CHECK(loaded.said == "");
  REQUIRE(loaded.library.has_value());
  const Library& library = *loaded.library;
  const model::Policy& policy = *library.policy("p");
  CHECK(policy.number->text() == "鄂府发〔2022〕103号");
  CHECK(policy.dates.effective->days == 30);
  CHECK(policy.relations.front().kind == model::RelationKind::supersedes);
  CHECK(policy.interpretation->terms->articles.front() == "p/2.3");
  CHECK(policy.provenance.audience == model::Audience::internal);
  const model::Article& article = *library.article("p/2.3").article;
  CHECK(article.units_open);
  CHECK(article.undertakings.front().amount->text() == "600余人");
  CHECK(article.undertakings.front().status == model::UndertakingStatus::in_progress);
  const model::AmountComponent& amount = library.measure("p/2.3/m").measure->amounts.front();
  CHECK(amount.rate->text() == "50%");
  CHECK(amount.caps.front().value->text() == "20万元");
  CHECK(amount.years->at_most == 3);
  CHECK(amount.modifiers.front().applies_to == model::AppliesTo::cap);
  const model::Target& target = *library.target("p/2.3/t").target;
  CHECK(target.value.text() == "突破300家");
  CHECK(target.by->text() == "@2025");
  CHECK(target.growth->rate->text() == "15%");
}

TEST_CASE("proposals, ladders, booklets, dashboards and the site load with all their parts") {
  MemoryProject project = surroundings("");
  project.put("site.json", R"({"name": "惠策", "base_url": "https://a.cn/", "region": "ordos",
    "reply_classes": [{"id": "A", "meaning": "已解决"}],
    "reply_term": {"length": 60, "extended": 90, "unit": "工作日"},
    "government": {"site_name": "N", "site_id_code": "1506000001"}})");
  project.put("organizations.csv", "id,name,kind,region\nkjj,市科学技术局,department,ordos\n");
  project.put("observations/a.csv", "indicator,region,period,value,unit\nrd,ordos,2024,1,亿元\n");
  project.put("proposals/r.json",
              R"({"id": "r", "session": {"body": "市政协", "term": 5, "meeting": 4},
    "number": "0261", "kind": "人大建议", "title": "T", "proposers": ["甲", "乙"],
    "received": "2025-03-01", "asks": [{"id": "a", "heading": "H", "summary": "S"}],
    "reply": {"number": "鄂建提复字〔2022〕335号", "title": "答复函", "form": "thematic",
      "salutation": "某委员：", "opening": "收悉。", "sections": [{"id": "1", "label": "一、",
      "heading": "H", "answers": ["a"], "text": "已办。"}],
      "undertakings": [{"id": "u", "text": "U", "every": "年"}], "closing": "下一步。",
      "issuer": "kjj", "signed": "2022-09-28", "copies": ["市政协提案委"], "class": "B",
      "class_changes": [{"on": "2026-01-05", "class": "A"}],
      "consultation": {"by": "李某", "on": "2025-05-06", "how": "电话"},
      "publication": "summary", "publication_reason": "涉及未公开的项目", "audience": "public"},
    "extension": {"by": "市政协提案委", "on": "2025-05-20"},
    "source": {"document": "r", "reliability": "official"}})");
  project.put("ladders.json", R"({"ladders": [{"id": "l", "title": "L", "region": "ordos",
    "valid": "2021/2025", "steps": [{"name": "市级"}, {"name": "国家级"}],
    "source": {"document": "《公报》", "reliability": "press"}}]})");
  project.put("booklets/b.json", R"({"id": "b", "title": "汇编", "edition": "2025-01-01",
    "chapters": [{"id": "c", "title": "C"}]})");
  project.put("dashboards/d.json", R"({"id": "d", "title": "看板", "region": "ordos",
    "period": "2024", "groups": [{"id": "g", "title": "G", "kpis": [{"fact": "rd@ordos/2024"}]}]})");
  const auto loaded = project.load();
  CHECK(loaded.said == "");
  REQUIRE(loaded.library.has_value());
  const Library& library = *loaded.library;
  CHECK(library.site().reply_classes.front().meaning == "已解决");
  CHECK(library.site().reply_term->extended == 90);
  CHECK(library.site().reply_term->unit == model::TermUnit::workdays);
  CHECK(library.site().government->site_id_code == "1506000001");
  const model::Proposal& proposal = *library.proposal("r");
  CHECK(proposal.number == "0261");
  CHECK(proposal.kind == model::ProposalKind::suggestion);
  CHECK(proposal.asks->front().summary.markdown == "S");
  CHECK(proposal.extension->by == "市政协提案委");
  CHECK(proposal.extension->on == model::Date::parse("2025-05-20"));
  CHECK(proposal.reply->publication == model::Publication::summary);
  CHECK(proposal.reply->publication_reason == "涉及未公开的项目");
  CHECK(proposal.reply->audience == model::Audience::public_);
  CHECK(proposal.reply->result_class == "B");
  CHECK(proposal.reply->class_changes.front().result_class == "A");
  CHECK(proposal.reply->class_changes.front().on == model::Date::parse("2026-01-05"));
  CHECK(proposal.reply->consultation->how == "电话");
  CHECK(library.ladders().front().steps.size() == 2);
  CHECK(library.ladders().front().valid->text() == "2021/2025");
  CHECK(library.booklets().front().edition == model::Date::parse("2025-01-01"));
  CHECK(library.dashboards().front().groups.front().kpis.front().fact == "rd@ordos/2024");
  CHECK(library.dashboards().front().provenance.audience == model::Audience::internal);
  CHECK(library.indicator("rd")->kind == model::MeasureKind::flow);
}
