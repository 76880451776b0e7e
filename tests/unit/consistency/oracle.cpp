// SPDX-License-Identifier: Apache-2.0
#include "consistency/oracle.h"

#include "model/date.h"

#include <algorithm>

namespace huice::test {
namespace {

std::string days_later(const std::string& iso, int days) {
  return iso.empty() ? iso : model::Date::parse(iso)->plus_days(days).iso();
}

// When anybody knew of the text.
std::string known_on(const Json& policy) {
  const std::string signed_on = day_of(policy, "signed");
  return signed_on.empty() ? day_of(policy, "known") : signed_on;
}

}  // namespace

const Json* given(const Json& object, const std::string& key) {
  const auto found = object.find(key);
  if (found == object.end() || found->is_null() || *found == "") return nullptr;
  if (found->is_structured() && found->empty()) return nullptr;
  return &*found;
}

std::string text_of(const Json& object, const std::string& key) {
  const Json* found = given(object, key);
  return found != nullptr && found->is_string() ? found->get<std::string>() : std::string();
}

std::string day_of(const Json& policy, const std::string& key) {
  const Json* dates = given(policy, "dates");
  return dates == nullptr ? std::string() : text_of(*dates, key);
}

std::string official(const std::string& iso) {
  return iso.empty() ? iso : model::Date::parse(iso)->official();
}

std::string name_of(const Json& policy) {
  const std::string number = text_of(policy, "number");
  const std::string title = "《" + text_of(policy, "title") + "》";
  return number.empty() ? title : title + "（" + number + "）";
}

bool Standing::is_over() const {
  return stand == Stand::not_yet || stand == Stand::expired || stand == Stand::superseded ||
         stand == Stand::repealed || stand == Stand::set_aside || !closed_on.empty();
}

Oracle::Oracle(const RandomProject& project, std::set<Rule> off)
    : project_(project), off_(std::move(off)) {
  for (const auto& [path, policy] : project.records) {
    if (!path.starts_with("policies/")) continue;
    policies_.push_back(&policy);
    const Json* sections = given(policy, "sections");
    if (sections == nullptr) continue;
    for (const Json& section : *sections) {
      for (const Json& article : section.at("articles")) {
        const Json* all = given(article, "measures");
        if (all == nullptr) continue;
        for (const Json& one : *all) {
          measures_.push_back(
              {&policy, &article, &one,
               text_of(policy, "id") + "/" + text_of(article, "id") + "/" + text_of(one, "id")});
        }
      }
    }
  }
}

const InPolicy* Oracle::measure(const std::string& id) const {
  const auto found = std::find_if(measures_.begin(), measures_.end(),
                                  [&id](const InPolicy& one) { return one.id == id; });
  return found == measures_.end() ? nullptr : &*found;
}

const InPolicy* Oracle::measure_titled(const std::string& title) const {
  const auto found = std::find_if(measures_.begin(), measures_.end(), [&](const InPolicy& one) {
    return text_of(*one.measure, "title") == title;
  });
  return found == measures_.end() ? nullptr : &*found;
}

const Json* Oracle::policy_titled(const std::string& title) const {
  const auto found = std::find_if(policies_.begin(), policies_.end(),
                                  [&](const Json* one) { return text_of(*one, "title") == title; });
  return found == policies_.end() ? nullptr : *found;
}

// A stated day counts once a person has confirmed it. Days are counted from the day that the text
// names, or, where that is not known, from the day it was signed: it is no earlier then.
Oracle::Start Oracle::start_of(const Json& policy) const {
  const Json* dates = given(policy, "dates");
  const Json* effective = dates == nullptr ? nullptr : given(*dates, "effective");
  if (effective == nullptr) return {};
  const bool confirmed = effective->value("confirmed", false);
  const std::string date = text_of(*effective, "date");
  if (!date.empty()) return confirmed ? Start{date, date} : Start{};
  if (given(*effective, "days") == nullptr) return {};
  const int days = effective->at("days").get<int>();
  const std::string named = text_of(*effective, "base");
  const std::string base = day_of(policy, named.empty() ? "signed" : named);
  if (!base.empty()) {
    const std::string day = days_later(base, days);
    return {confirmed ? day : std::string(), day};
  }
  return {{}, days_later(day_of(policy, "signed"), days)};
}

bool Oracle::is_to_come(const Json& policy) const {
  return as_of() < known_on(policy) || as_of() < start_of(policy).earliest;
}

// A relation to some articles alone concerns the measures in them, and not the text as a whole.
bool concerns(const Json& relation, const InPolicy* measure) {
  const Json* places = given(relation, "articles");
  if (places == nullptr) return true;
  if (measure == nullptr) return false;
  const std::string article = measure->id.substr(0, measure->id.rfind('/'));
  return std::find(places->begin(), places->end(), article) != places->end();
}

std::vector<const Json*> Oracle::texts_that(const std::string& relation, const Json& policy,
                                            const InPolicy* measure) const {
  std::vector<const Json*> found;
  for (const Json* other : policies_) {
    const Json* relations = given(*other, "relations");
    if (relations == nullptr) continue;
    for (const Json& one : *relations) {
      if (text_of(one, "kind") != relation || one["policy"] != policy["id"]) continue;
      if (concerns(one, measure)) found.push_back(other);
    }
  }
  return found;
}

// Of what has put an end to it by the day, the earliest.
void Oracle::set_ends(const Json& policy, const InPolicy* measure, const std::string& last,
                      Rule rule_of_last, Standing& found) const {
  const auto consider = [&](Stand stand, const Json* by, const std::string& day) {
    if (day.empty() || as_of() < day) return;
    const bool is_first = found.by == nullptr && found.day.empty();
    if (!is_first && found.day <= day) return;
    found.stand = stand;
    found.by = by;
    found.day = day;
  };
  if (!is_off(Rule::replaced)) {
    for (const Json* other : texts_that("supersedes", policy, measure)) {
      consider(Stand::superseded, other, start_of(*other).confirmed);
    }
  }
  if (!is_off(Rule::repealed)) {
    for (const Json* other : texts_that("repeals", policy, measure)) {
      consider(Stand::repealed, other, start_of(*other).confirmed);
    }
  }
  if (!is_off(rule_of_last)) consider(Stand::expired, nullptr, days_later(last, 1));
}

Standing Oracle::standing(const Json& policy, const InPolicy* measure, const std::string& own_from,
                          const std::string& last, Rule rule_of_last) const {
  Standing found;
  set_ends(policy, measure, last, rule_of_last, found);
  if (!found.day.empty()) return found;
  const Start start = own_from.empty() ? start_of(policy) : Start{own_from, own_from};
  const std::string signed_on = day_of(policy, "signed");
  if (as_of() < signed_on && !is_off(Rule::not_begun)) {
    found.stand = Stand::not_yet;
    found.day = std::max(start.earliest, signed_on);
    return found;
  }
  for (const auto& [relation, stand] : {std::pair("supersedes", Stand::unknown_succession),
                                        std::pair("repeals", Stand::unknown_repeal)}) {
    for (const Json* other : texts_that(relation, policy, measure)) {
      if (is_off(Rule::open_successor) || !start_of(*other).confirmed.empty()) continue;
      if (is_to_come(*other)) continue;
      found.stand = stand;
      found.by = other;
      return found;
    }
  }
  if (as_of() < start.earliest && !is_off(Rule::not_begun)) {
    found.stand = Stand::not_yet;
    found.day = start.earliest;
    return found;
  }
  const Json* own = measure == nullptr ? nullptr : given(*measure->measure, "validity");
  const bool has_words =
      !day_of(policy, "term").empty() || (own != nullptr && !text_of(*own, "phrase").empty());
  found.stand = last.empty() && has_words ? Stand::unknown_last
                : last.empty()            ? Stand::unknown_term
                : start.confirmed.empty() ? Stand::unknown_start
                                          : Stand::in_force;
  return found;
}

// The newest that there is by the day; of those without a day, none is newer than one with it.
void Oracle::set_newer(const Json& policy, const InPolicy* measure, Standing& found) const {
  if (is_off(Rule::amended)) return;
  for (const Json* other : policies_) {
    const Json* relations = given(*other, "relations");
    if (relations == nullptr || is_to_come(*other)) continue;
    for (const Json& one : *relations) {
      const std::string kind = text_of(one, "kind");
      const bool ends = kind == "supersedes" || kind == "repeals";
      if ((!ends && kind != "amends" && kind != "version-of") || one["policy"] != policy["id"])
        continue;
      // What ends is no longer changed; a text of which a part ends is.
      if (ends ? measure != nullptr || given(one, "articles") == nullptr
               : measure != nullptr && !concerns(one, measure))
        continue;
      if (found.newer != nullptr && known_on(*other) < known_on(*found.newer)) continue;
      found.newer = other;
      found.change = kind == "amends" ? Change::amended
                     : ends           ? Change::partly_ended
                                      : Change::revised;
    }
  }
}

Standing Oracle::standing(const Json& policy) const {
  Standing found = standing(policy, nullptr, {}, day_of(policy, "expires"), Rule::expiry);
  set_newer(policy, nullptr, found);
  return found;
}

Standing Oracle::standing(const InPolicy& one) const {
  const Json& policy = *one.policy;
  const Json* own = given(*one.measure, "validity");
  const std::string to = own == nullptr ? std::string() : text_of(*own, "to");
  const std::string from = own == nullptr ? std::string() : text_of(*own, "from");
  Standing found = to.empty()
                       ? standing(policy, &one, from, day_of(policy, "expires"), Rule::expiry)
                       : standing(policy, &one, from, to, Rule::own_end);
  set_newer(policy, &one, found);
  for (const Json* holder : policies_) {
    const Json* all = given(*holder, "rulings");
    if (all == nullptr || is_off(Rule::ruling)) continue;
    for (const Json& ruling : *all) {
      const Json* aside = given(ruling, "sets_aside");
      if (aside == nullptr || std::find(aside->begin(), aside->end(), one.id) == aside->end())
        continue;
      const std::string on = text_of(ruling, "on");
      if (as_of() < on || (found.is_over() && found.ruling == nullptr)) continue;
      if (found.ruling != nullptr && found.day <= on) continue;
      found.stand = Stand::set_aside;
      found.ruling = &ruling;
      found.day = on;
    }
  }
  const Json* guide = given(*one.measure, "guide");
  if (guide == nullptr || found.is_over() || is_off(Rule::call)) return found;
  const std::string closes = text_of(*guide, "closes");
  const std::string opens = text_of(*guide, "opens");
  if (!closes.empty() && closes < as_of()) {
    found.closed_on = closes;
  } else if (as_of() < opens) {
    found.opens_on = opens;
  }
  return found;
}

std::vector<const InPolicy*> Oracle::conflicts(const InPolicy& measure) const {
  std::vector<const InPolicy*> open;
  const auto names = [](const InPolicy& a, const InPolicy& b) {
    const Json* all = given(*a.measure, "conflicts");
    return all != nullptr && std::find(all->begin(), all->end(), b.id) != all->end();
  };
  const auto has_ended = [this](const InPolicy& one) {
    Standing found = standing(one);
    found.closed_on.clear();
    return found.is_over();
  };
  if (is_off(Rule::conflict) || has_ended(measure)) return open;
  for (const InPolicy& other : measures_) {
    if (other.id == measure.id || has_ended(other)) continue;
    if (names(measure, other) || names(other, measure)) open.push_back(&other);
  }
  return open;
}

std::string Oracle::status_word(const Standing& standing) const {
  switch (standing.stand) {
    case Stand::in_force:
      return standing.newer == nullptr ? "有效" : "有效，另有修改或新版本";
    case Stand::not_yet:
      return "尚未施行";
    case Stand::expired:
      return "已失效";
    case Stand::superseded:
      return "已被替代";
    case Stand::repealed:
      return "已废止";
    case Stand::set_aside:
      return "已认定不再适用";
    case Stand::unknown_succession:
      return "已有替代文件，替代日期待核";
    case Stand::unknown_repeal:
      return "已有废止它的文件，废止日期待核";
    case Stand::unknown_start:
      return "施行日期未确认（待核）";
    case Stand::unknown_last:
      return "有效期最后一天未核实（待核）";
    case Stand::unknown_term:
      return "有效期未载明（待核）";
  }
  return {};
}

namespace {

std::string since(const std::string& day) {
  return day.empty() ? day : "自" + official(day) + "起";
}

}  // namespace

std::string Oracle::policy_note(const Standing& standing) const {
  std::string note;
  if (standing.stand == Stand::superseded)
    note = "自" + official(standing.day) + "起由" + name_of(*standing.by) + "替代";
  if (standing.stand == Stand::repealed)
    note = "自" + official(standing.day) + "起由" + name_of(*standing.by) + "废止";
  if (standing.stand == Stand::set_aside)
    note = text_of(*standing.ruling, "by") + "已认定" + since(standing.day) + "不再适用：" +
           text_of(*standing.ruling, "says");
  if (standing.stand == Stand::unknown_succession)
    note = "由" + name_of(*standing.by) + "替代，起始日期待核";
  if (standing.stand == Stand::unknown_repeal)
    note = "由" + name_of(*standing.by) + "废止，起始日期待核";
  if (standing.newer == nullptr || standing.newer == standing.by) return note;
  if (!note.empty()) note += "；";
  const std::string name = name_of(*standing.newer);
  const std::string day = start_of(*standing.newer).confirmed;
  const std::string open = day.empty() ? "，起始日期待核" : "";
  if (standing.change == Change::partly_ended)
    return note + "部分条款" + since(day) + "由" + name + "替代或废止" + open;
  if (standing.change == Change::amended)
    return note + since(day) + "由" + name + "修改" + (day.empty() ? open : "，以修改后的规定为准");
  return note + since(day) + "另有新版本" + name + "，是否替代本文件未载明";
}

std::string Oracle::measure_note(const Standing& standing) const {
  if (standing.stand == Stand::expired) return "自" + official(standing.day) + "起已过有效期";
  if (standing.stand == Stand::not_yet) return "尚未施行，不早于" + official(standing.day);
  std::string note = policy_note(standing);
  if (!note.empty() && !(standing.closed_on + standing.opens_on).empty()) note += "；";
  if (!standing.closed_on.empty()) note += "申报已于" + official(standing.closed_on) + "截止";
  if (!standing.opens_on.empty()) note += "申报自" + official(standing.opens_on) + "开始";
  return note;
}

std::vector<std::string> Oracle::cautions(const InPolicy& measure) const {
  static const std::map<Stand, std::string> codes{{Stand::not_yet, "not-yet"},
                                                  {Stand::expired, "expired"},
                                                  {Stand::superseded, "superseded"},
                                                  {Stand::repealed, "repealed"},
                                                  {Stand::set_aside, "set-aside"},
                                                  {Stand::unknown_succession, "succession-open"},
                                                  {Stand::unknown_repeal, "repeal-open"},
                                                  {Stand::unknown_start, "start-unstated"},
                                                  {Stand::unknown_last, "last-unstated"},
                                                  {Stand::unknown_term, "term-unstated"}};
  const Standing found = standing(measure);
  std::vector<std::string> all;
  if (codes.contains(found.stand)) all.push_back(codes.at(found.stand));
  if (!found.closed_on.empty()) all.push_back("closed");
  if (!found.opens_on.empty()) all.push_back("not-open");
  if (found.newer != nullptr && !found.is_over()) {
    all.push_back(found.change == Change::amended ? "amended" : "revised");
  }
  if (!conflicts(measure).empty()) all.push_back("contested");
  return all;
}

}  // namespace huice::test
