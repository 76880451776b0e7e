// SPDX-License-Identifier: Apache-2.0
#include "consistency/random_values.h"

#include <algorithm>
#include <functional>

namespace huice::test {
namespace {

using Pools = std::map<std::string, std::vector<std::string>>;

// Every object below, with the key that it is under (that of its list).
void each_object(Json& value, const std::string& key,
                 const std::function<void(Json&, const std::string&)>& visit) {
  if (!value.is_structured()) return;
  if (value.is_object()) visit(value, key);
  for (auto& [name, inner] : value.items()) {
    each_object(inner, value.is_array() ? key : name, visit);
  }
}

std::string text_of(const Json& object, const char* key) {
  const auto found = object.find(key);
  return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

std::vector<Json*> records_of(RandomProject& project, const std::string& path) {
  std::vector<Json*> found;
  for (auto& [name, record] : project.records) {
    if (name.starts_with(path + "/") && path != "observations") found.push_back(&record);
    if (name != path && !(path == "observations" && name == "observations/all")) continue;
    for (Json& one : record.front()) found.push_back(&one);
  }
  return found;
}

class Linker {
 public:
  Linker(RandomProject& project, Random& random) : project_(project), random_(random) {}

  void run() {
    for (const auto& [kind, path] :
         std::vector<std::pair<std::string, std::string>>{{"organization", "organizations"},
                                                          {"region", "regions"},
                                                          {"topic", "topics"},
                                                          {"beneficiary", "beneficiaries"},
                                                          {"policy", "policies"},
                                                          {"proposal", "proposals"},
                                                          {"indicator", "indicators"}}) {
      for (Json* one : records_of(project_, path)) pools_[kind].push_back(text_of(*one, "id"));
    }
    pools_["document"] = pools_["policy"];
    link_observations();
    if (pools_["proposal"].empty()) project_.records.erase("private/contacts");
    for (Json* policy : records_of(project_, "policies")) collect_parts(*policy);
    for (auto& [path, record] : project_.records) link_in(record, path);
    for (const char* path : {"regions", "organizations"}) mend_circles(path);
    mend_policies();
    mend_calendar();
    mend_proposals();
    add_texts();
  }

 private:
  void collect_parts(Json& policy) {
    for (Json& section : policy.value("sections", Json::array())) {
      for (Json& article : section["articles"]) {
        const std::string id = text_of(policy, "id") + "/" + text_of(article, "id");
        pools_["article"].push_back(id);
        for (const char* part : {"measure", "target"}) {
          for (Json& one : article.value(part + std::string("s"), Json::array())) {
            pools_[part].push_back(id + "/" + text_of(one, "id"));
          }
        }
      }
    }
  }

  // One entry of a day.
  void mend_calendar() {
    model::Date day = *model::Date::of(2023, 1, 1);
    for (Json* one : records_of(project_, "calendar")) {
      day = day.plus_days(1);
      (*one)["date"] = day.iso();
    }
  }

  // One figure of an indicator in a region and period.
  void link_observations() {
    Json& all = project_.records["observations/all"]["observations"];
    std::set<std::string> known;
    // A dashboard shows one figure at least.
    if (!all.empty() && all.front().at("value").is_string()) all.front()["value"] = 7;
    for (Json& one : all) {
      for (auto& [key, value] : one.items()) link_in(value, key);
      const std::string variant = text_of(one, "variant");
      const auto id = [&] {
        return text_of(one, "indicator") + "@" + text_of(one, "region") + "/" +
               text_of(one, "period") + (variant.empty() ? "" : "#" + variant);
      };
      for (int year = 2001; !known.insert(id()).second; ++year)
        one["period"] = std::to_string(year);
      // One without a figure cannot be cited as one.
      if (one.at("value").is_number()) pools_["observation"].push_back(id());
    }
  }

  // Nothing where there is nothing of the kind.
  std::string one_of(const std::string& kind, const std::string& key) {
    if (kind == "profile field") return key == "on_field" ? "loan-day" : "revenue";
    const auto& pool = pools_[kind];
    return pool.empty() ? std::string() : pool[random_.below(pool.size())];
  }

  static bool is_open(const Json& value) {
    return value.is_string() && value.get_ref<const std::string&>().starts_with(kSomewhere);
  }

  // Each citation names what there is; without it, the words stay alone.
  std::string linked_prose(std::string text) {
    static const std::map<std::string, std::string> kinds{
        {"amount", "measure"}, {"cite", "article"}, {"target", "target"}, {"fact", "observation"}};
    const std::size_t open = text.find("('?')");
    if (open == std::string::npos) return text;
    const std::size_t start = text.rfind("{{ ", open);
    const std::size_t end = text.find("}}", open) + 2;
    const std::string id = one_of(kinds.at(text.substr(start + 3, open - start - 3)), {});
    if (id.empty()) return text.erase(start, end - start);
    return text.replace(open + 2, 1, id);
  }

  void link_in(Json& value, const std::string& key) {
    if (is_open(value)) {
      value = one_of(value.get<std::string>().substr(1), key);
    } else if (value.is_string()) {
      value = linked_prose(value.get<std::string>());
    } else if (value.is_array()) {
      Json kept = Json::array();
      for (Json& one : value) {
        const bool was_open = is_open(one);
        link_in(one, key);
        const bool twice = std::find(kept.begin(), kept.end(), one) != kept.end();
        if (was_open && (one == "" || twice)) continue;
        kept.push_back(std::move(one));
      }
      value = std::move(kept);
    } else if (value.is_object()) {
      std::vector<std::string> nothing;
      for (auto& [name, inner] : value.items()) {
        const bool was_open = is_open(inner);
        link_in(inner, name);
        if (was_open && inner == "") nothing.push_back(name);
      }
      for (const std::string& name : nothing) value.erase(name);
    }
  }

  // What a record is part of, or was followed by, is before it in its list.
  void mend_circles(const char* path) {
    std::set<std::string> before;
    for (Json* one : records_of(project_, path)) {
      const auto mend = [&before](Json& object, const char* key) {
        if (!before.contains(text_of(object, key))) object.erase(key);
      };
      mend(*one, "parent");
      for (Json& former : (*one)["former"]) mend(former, "successor");
      if ((*one)["former"].empty()) one->erase("former");
      before.insert(text_of(*one, "id"));
    }
  }

  void mend_policies() {
    const std::vector<Json*> policies = records_of(project_, "policies");
    for (std::size_t i = 0; i < policies.size(); ++i) {
      Json& policy = *policies[i];
      relate(policies, i);
      const Json units = policy.value("units", Json::array());
      mend_precedence(policy, policies);
      each_object(policy, {}, [&](Json& object, const std::string& key) {
        if (key == "annexes") object.erase("file");  // there is none on disk
        if (key == "relations") mend_articles(object);
        if (key == "articles") mend_article(object, units);
        if (key == "requirements") mend_requirement(object);
        if (key == "amounts") mend_amount(object);
        if (key == "years") mend_years(object);
        object.erase("provision");  // names a part of the article
      });
    }
  }

  // Empty where the text has none.
  static std::string first_article(const Json& policy) {
    for (const Json& section : policy.value("sections", Json::array())) {
      for (const Json& article : section.value("articles", Json::array())) {
        return text_of(policy, "id") + "/" + text_of(article, "id");
      }
    }
    return {};
  }

  // Of two texts each replaces the other only one way round, and none itself.
  void relate(const std::vector<Json*>& policies, std::size_t place) {
    Json& policy = *policies[place];
    Json kept = Json::array();
    if (place > 0 && !random_.one_in(3)) {
      const std::size_t which = random_.one_in(2) ? 0 : random_.below(place);
      const std::string older = text_of(*policies[which], "id");
      const auto kind =
          random_.pick({"supersedes", "supersedes", "repeals", "amends", "version-of"});
      Json relation{{"kind", kind}, {"policy", older}};
      const std::string article = first_article(*policies[which]);
      if (!article.empty() && random_.one_in(3)) relation["articles"] = Json::array({article});
      kept.push_back(relation);
    }
    for (Json& relation : policy.value("relations", Json::array())) {
      const std::string other = text_of(relation, "policy");
      if (other == text_of(policy, "id")) continue;
      const bool later =
          std::any_of(policies.begin() + static_cast<std::ptrdiff_t>(place), policies.end(),
                      [&other](const Json* one) { return text_of(*one, "id") == other; });
      const std::string kind = text_of(relation, "kind");
      const bool one_way = kind == "supersedes" || kind == "repeals" || kind == "amends" ||
                           kind == "version-of" || kind == "implements";
      if (later && one_way) relation["kind"] = "cites";
      kept.push_back(relation);
    }
    policy["relations"] = kept;
  }

  // Of texts of other regions than any here has: which of two goes before is not this test's.
  static void mend_precedence(Json& policy, const std::vector<Json*>& policies) {
    Json kept = Json::array();
    for (Json clause : policy.value("precedence", Json::array())) {
      Json regions = Json::array();
      for (const Json& region : clause.value("regions", Json::array())) {
        const bool here = std::any_of(policies.begin(), policies.end(), [&region](const Json* one) {
          return one->value("region", Json()) == region;
        });
        if (!here) regions.push_back(region);
      }
      clause["regions"] = regions;
      if (!regions.empty()) kept.push_back(clause);
    }
    if (policy.contains("precedence")) policy["precedence"] = kept;
  }

  // The parts of the other text that a relation is about.
  static void mend_articles(Json& relation) {
    Json kept = Json::array();
    for (const Json& one : relation.value("articles", Json::array())) {
      if (one.get<std::string>().starts_with(text_of(relation, "policy") + "/"))
        kept.push_back(one);
    }
    if (relation.contains("articles")) relation["articles"] = kept;
  }

  static void mend_article(Json& article, const Json& of_policy) {
    if (!article.value("paragraphs", Json::array()).empty()) article.erase("text");
    const Json own = article.value("units", Json::array());
    const Json& units = own.empty() ? of_policy : own;
    const auto lead = article.find("lead");
    if (lead != article.end() && std::find(units.begin(), units.end(), *lead) == units.end()) {
      article.erase("lead");
    }
  }

  // One of the two.
  static void mend_years(Json& years) {
    for (const char* key : {"exactly", "at_most"}) {
      if (years.contains(key) && (years[key].is_null() || years.size() == 2)) years.erase(key);
    }
    if (years.empty()) years["exactly"] = 3;
  }

  static void mend_requirement(Json& one) {
    const auto readings = one.find("readings");
    if (readings == one.end()) return;
    if (readings->size() < 2) {
      one.erase("readings");
    } else {
      one.erase("rule");
    }
  }

  // What says how much, by the basis; all other fields of an amount go with any.
  static const std::map<std::string, std::set<std::string>>& fields_by_basis() {
    static const std::map<std::string, std::set<std::string>> fields{
        {"fixed", {"value", "value_to"}},
        {"rate", {"rate", "rate_to", "of", "of_field"}},
        {"match", {"rate", "rate_to", "of", "of_field"}},
        {"interest", {"rate", "of", "of_field", "reference", "on_field", "day_count"}},
        {"schedule", {"rows", "of", "of_field"}},
        {"stages", {"rows"}},
        {"bands", {"rows", "of", "of_field"}},
        {"allowance", {"rows", "of"}},
        {"readings", {"rows"}},
        {"phases", {"phases", "of", "of_field"}},
        {"foreign", {"foreign"}},
        {"reduced-to", {"rate", "of", "reference"}},
        {"negotiated", {}},
        {"unstated", {}}};
    return fields;
  }

  void mend_amount(Json& amount) {
    const std::string basis = text_of(amount, "basis");
    const std::set<std::string>& own = fields_by_basis().at(basis);
    for (const auto& [other, keys] : fields_by_basis()) {
      for (const std::string& key : keys) {
        if (!own.contains(key)) amount.erase(key);
      }
    }
    const auto need = [&amount](const char* key, const Json& value) {
      if (!amount.contains(key) || amount[key].is_null()) amount[key] = value;
    };
    const std::string number = std::to_string(++sums_);
    if (basis == "fixed") need("value", number + "万元");
    if (amount.contains("value_to") && !amount["value_to"].is_null()) {
      amount["value_to"] = "9" + number.substr(1) + "万元";
    }
    if (own.contains("rate")) need("rate", "5%");
    if (own.contains("rate") || basis == "bands" || basis == "allowance")
      need("of", "基数" + number);
    if (amount.contains("rate_to") && !amount["rate_to"].is_null()) amount["rate_to"] = "95%";
    if (basis == "foreign") need("foreign", "10万美元");
    if (basis == "unstated") need("wording", "说法" + number);
    if (basis == "stages" || basis == "bands" || basis == "allowance" || basis == "readings")
      need("rows", Json::array({Json{{"when", "一步" + number}}, Json{{"when", "二步" + number}}}));
    if (basis == "readings" && amount["rows"].size() < 2)
      amount["rows"].push_back(Json{{"when", "又" + number}});
    if (basis == "phases") mend_phases(amount, number);
    mend_bounds(amount);
    int part = 0;
    for (Json& row : amount.value("rows", Json()).is_array() ? amount["rows"] : no_rows_)
      mend_row(row, basis, ++part);
  }

  // One of a sum and a rate; of several without a case of their own only the first would count.
  void mend_bounds(Json& holder) {
    for (const char* side : {"caps", "floors"}) {
      if (!holder.contains(side)) continue;
      Json& first = holder[side].front();
      first.erase("rule");
      if (first.contains("value") && !first["value"].is_null()) {
        first.erase("rate");
      } else if (first.contains("rate") && !first["rate"].is_null()) {
        first.erase("value");
        if (!first.contains("of")) first["of"] = "限额基数";
      } else {
        first["value"] = std::to_string(++sums_) + "万元";
      }
      holder[side] = Json::array({first});
    }
  }

  void mend_row(Json& row, const std::string& basis, int part) {
    mend_bounds(row);
    if (row.contains("value")) row.erase("rate");
    if (basis != "readings") {
      row.erase("per");
    } else if (row.value("value", Json()).is_null() && row.value("rate", Json()).is_null()) {
      row["value"] = std::to_string(++sums_) + "万元";  // a reading reads a figure
    }
    row.erase("up_to");
    if (basis == "allowance") {
      for (const char* key : {"value", "rate", "caps", "floors"}) row.erase(key);
      row["limit"] = "3名";
    } else {
      row.erase("limit");
    }
    if (basis != "bands") return;
    for (const char* key : {"value", "caps", "floors"}) row.erase(key);
    row["rate"] = "7%";
    row["up_to"] = std::to_string(6000 + part) + "万元";
  }

  void mend_phases(Json& amount, const std::string& number) {
    if (!amount.contains("phases")) amount["phases"] = Json::array({Json::object()});
    int year = 0;
    for (Json& phase : amount["phases"]) {
      const bool by_rate = random_.one_in(2);
      phase = Json{{"first", year + 1}, {"last", year + 2}};
      year += 2;
      if (by_rate) {
        phase["rate"] = std::to_string(random_.between(10, 90)) + "%";
      } else {
        phase["value"] = std::to_string(++sums_) + "万元";
      }
    }
    if (!amount.contains("of")) amount["of"] = "基数" + number;
  }

  static std::vector<std::string> asks_of(const Json& proposal, const std::string& before) {
    std::vector<std::string> asks;
    const Json asked = proposal.value("asks", Json());
    for (const Json& ask : asked) asks.push_back(before + text_of(ask, "id"));
    return asks;
  }

  // The last proposal's letter may share the body of the first one's: 并案办理、分别答复.
  static bool share_body(const Json& proposal, Json& reply, const Json& other, bool joint) {
    const Json first = other.value("reply", Json());
    const bool shares = reply.contains("body_of") && !joint && &other != &proposal &&
                        first.is_object() && !first.contains("body_of");
    reply.erase("body_of");
    if (!shares) return false;
    reply["body_of"] = other["id"];
    reply["sections"] = Json::array();
    return true;
  }

  void mend_proposals() {
    const std::vector<Json*> proposals = records_of(project_, "proposals");
    bool joint = false;
    for (Json* proposal : proposals) {
      const auto reply = proposal->find("reply");
      if (reply == proposal->end() || !reply->is_object()) continue;
      each_object(*reply, {}, [](Json& object, const std::string& key) {
        if (key == "annexes") object.erase("file");
        if (key == "years") mend_years(object);
      });
      Json& other = *proposals[proposal == proposals.front() ? proposals.size() - 1 : 0];
      const bool together = reply->contains("also_answers") && !joint && &other != proposal;
      const bool shares = share_body(*proposal, *reply, other, joint);
      reply->erase("also_answers");
      if (shares) continue;
      if (together) {
        (*reply)["also_answers"] = Json::array({other["id"]});
        other["reply"] = nullptr;
        joint = true;
      }
      std::vector<std::string> asks = asks_of(*proposal, {});
      const Json second = other.value("reply", Json());
      const bool is_shared = second.is_object() && &other != proposal &&
                             text_of(second, "body_of") == text_of(*proposal, "id");
      if (is_shared) {
        const auto theirs = asks_of(other, text_of(other, "id") + "/");
        asks.insert(asks.end(), theirs.begin(), theirs.end());
      }
      for (Json& section : (*reply)["sections"]) {
        section.erase("answers");
        if (!asks.empty() && random_.one_in(2)) {
          section["answers"] = Json::array({asks[random_.below(asks.size())]});
        }
      }
    }
  }

  // The files that booklets name.
  void add_texts() {
    for (Json* booklet : records_of(project_, "booklets")) {
      const std::string folder = "booklets/" + text_of(*booklet, "id") + "/";
      const auto add = [&](const Json& object, const char* key) {
        const std::string name = text_of(object, key);
        if (!name.empty()) project_.texts[folder + name] = "文" + name.substr(1, 4) + "\n";
      };
      add(*booklet, "preface");
      for (const Json& chapter : (*booklet)["chapters"]) add(chapter, "intro");
    }
  }

  RandomProject& project_;
  Random& random_;
  Pools pools_;
  int sums_ = 4000;
  Json no_rows_;
};

}  // namespace

void link(RandomProject& project, Random& random) {
  Linker(project, random).run();
}

}  // namespace huice::test
