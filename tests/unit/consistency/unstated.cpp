// SPDX-License-Identifier: Apache-2.0
#include "consistency/unstated.h"

#include "support/count_of.h"

#include <algorithm>
#include <functional>

namespace huice::test {
namespace {

bool has(const std::string& text, const std::string& words) {
  return text.find(words) != std::string::npos;
}

void erase_all(std::string& text, const std::string& words) {
  if (words.empty()) return;
  for (std::size_t at = text.find(words); at != std::string::npos; at = text.find(words))
    text.erase(at, words.size());
}

// Whether one of the fields, of the object or of a part of it (guide.steps), has a value.
bool any_given(const Json& object, const std::vector<std::string>& fields) {
  return std::any_of(fields.begin(), fields.end(), [&object](const std::string& field) {
    const std::size_t dot = field.find('.');
    const Json* part = given(object, field.substr(0, dot));
    if (part == nullptr || *part == false || *part == "unstated") return false;
    return dot == std::string::npos || any_given(*part, {field.substr(dot + 1)});
  });
}

using Labels = std::map<std::string, std::vector<std::string>>;

const Labels& of_policies() {
  static const Labels labels{
      {"发文字号", {"number"}},
      {"发文机关", {"issuer"}},
      {"成文日期", {"dates.signed"}},
      {"发布日期", {"dates.published"}},
      {"施行日期", {"dates.effective.phrase", "dates.effective.date", "dates.effective.days"}},
      {"解释机关", {"interpreted_by"}},
      {"资金分担", {"funding.shares", "funding.note"}},
      {"来源", {"source"}}};
  return labels;
}

const Labels& of_measures() {
  static const Labels labels{{"支持对象", {"beneficiaries"}},
                             {"申报条件", {"requirements", "for_outsiders", "territory"}},
                             {"headline", {"amounts"}},
                             {"guide", {"guide"}},
                             {"申报材料", {"guide.materials"}},
                             {"申报时间", {"guide.window", "guide.opens", "guide.closes"}},
                             {"办理流程", {"guide.steps"}},
                             {"办理时限", {"guide.time_limit"}},
                             {"受理部门", {"guide.office"}},
                             {"受理地址", {"guide.address"}},
                             {"咨询电话", {"guide.phone"}},
                             {"兑现方式", {"guide.channel"}},
                             {"收费标准", {"guide.fee"}},
                             {"与其他政策", {"guide.stacking"}}};
  return labels;
}

const Labels& of_targets() {
  static const Labels labels{{"期限", {"by", "every", "within"}}, {"目标", {"growth.rate"}}};
  return labels;
}

// Each object below with its key, that of its list.
void each_object(const Json& value, const std::string& key,
                 const std::function<void(const Json&, const std::string&)>& visit) {
  if (!value.is_structured()) return;
  if (value.is_object()) visit(value, key);
  for (const auto& [name, inner] : value.items()) {
    each_object(inner, value.is_array() ? key : name, visit);
  }
}

// How many things of an amount have no figure, so that 未载明 stands in its place.
std::size_t without_figure(const Json& amount) {
  std::size_t count = 0;
  for (const Json& row : amount.value("rows", Json::array())) {
    if (!any_given(row, {"value", "rate", "limit", "caps", "floors"})) ++count;
  }
  for (const Json& one : amount.value("modifiers", Json::array())) {
    const std::string acts_on = text_of(one, "applies_to");
    if (acts_on.empty() || acts_on == "unclear") ++count;
  }
  return count;
}

std::size_t count_of(const std::string& text) {
  return test::count_of(text, kUnstated);
}

class Reasons {
 public:
  Reasons(const RandomProject& project, const Oracle& oracle,
          const std::map<std::string, std::string>& sums, const std::string& path)
      : project_(project), oracle_(oracle), sums_(sums), path_(path) {
    for (const auto& [name, record] : project.records) {
      const bool its_page = !name.starts_with("policies/") && name.find('/') != std::string::npos;
      if (its_page && path.find("/" + text_of(record, "id") + "/") != std::string::npos)
        record_ = &record;
      if (name == "ladders" || name == "organizations") find_in_list(record);
    }
  }

  bool explain(const Statement& said) const {
    if (said.label == "有效性" || said.label == "status" || said.label == "standing")
      return true;  // compared to the letter elsewhere
    // That a text may be replaced is compared on the text's own page.
    std::string of_it = said.text;
    erase_all(of_it, "是否替代本文件未载明");
    if (count_of(of_it) == 0) return true;
    if (const Json* policy = oracle_.policy_titled(said.of)) return of_policy(said, *policy);
    if (const InPolicy* measure = oracle_.measure_titled(said.of))
      return of_measure(said, *measure);
    if (said.label == "progress" || said.label == "record") {
      const Json* found = promise(said.of);
      if (found != nullptr) return !any_given(*found, {"status"});
    }
    if (said.label == "caution") return true;  // likewise
    if (of_targets().contains(said.label) && found_in("targets", said.of) != nullptr) {
      return !any_given(*found_in("targets", said.of), of_targets().at(said.label));
    }
    if (path_.starts_with("ladders/")) return true;  // likewise, on the measures' own pages
    if (said.label == "公开电话") return !any_given(*record_, {"phone"});
    if (said.label == "地址") return !any_given(*record_, {"address"});
    if (said.label == "期间") return is_period_open();
    if (said.label == "来源") return has_observation("source", "");
    if (said.label == "record" && path_.starts_with("dashboards/"))
      return is_period_open() || has_observation("source", "");
    if (said.label == "record" && has(said.text, "期间未载明")) return is_period_open();
    if (said.label == "record") return of_reply_record(said);
    return false;
  }

  /// Of words that are no statement.
  bool explain(std::string words) const {
    for (const auto& [id, sum] : sums_) {
      if (count_of(sum) > 0 && is_sum_open(id, sum)) erase_all(words, without_blanks(sum));
    }
    erase_all(words, "是否替代本文件未载明");  // of an article; compared on measures and texts
    if (count_of(words) == 0) return true;
    if (path_.starts_with("replies/") && record_ != nullptr) return of_letter(words);
    if (has(words, "版次未载明")) return record_ != nullptr && !any_given(*record_, {"edition"});
    if (has(words, "期间未载明")) return is_period_open();
    if (has(words, "所收文件未载明这一类")) return record_ != nullptr && has_bare_step(*record_);
    if (path_.starts_with("dashboards/")) return has_observation("source", "");
    const bool of_source = words == kUnstated || words == std::string("来源：") + kUnstated;
    return of_source && record_ != nullptr && !any_given(*record_, {"source"});
  }

 private:
  void find_in_list(const Json& list) {
    for (const Json& one : list.front()) {
      if (path_.find("/" + text_of(one, "id") + ".") != std::string::npos) record_ = &one;
    }
  }

  static bool of_policy(const Statement& said, const Json& policy) {
    if (said.label == "record") {
      std::string words = said.text;
      erase_all(words, "有效期未载明（待核）");
      return count_of(words) == 0 || (count_of(words) == 1 && !any_given(policy, {"number"}));
    }
    if (said.label == "资金分担" && has_open_share(given(policy, "funding"))) return true;
    const auto found = of_policies().find(said.label);
    return found != of_policies().end() && !any_given(policy, found->second);
  }

  bool of_measure(const Statement& said, const InPolicy& one) const {
    if (said.label == "支持标准") return is_sum_open(one.id, said.text);
    if (said.label == "offer") {
      std::string words = said.text;
      erase_all(words, without_blanks(oracle_.measure_note(oracle_.standing(one))));
      return count_of(words) <= open_parts(one.id);
    }
    // A case of several that has no figure is said beside those that have.
    if (said.label == "headline") return count_of(said.text) <= open_parts(one.id);
    if (said.label == "规定不一致") return true;  // compared elsewhere
    if (said.label == "资金分担")
      return has_open_share(one.measure) || has_open_share(given(*one.policy, "funding"));
    if (said.label == "申报条件" && given(*one.article, "territory") != nullptr) return false;
    const auto found = of_measures().find(said.label);
    return found != of_measures().end() && !any_given(*one.measure, found->second);
  }

  // Whether the amounts leave as much open as the words say.
  bool is_sum_open(const std::string& id, const std::string& words) const {
    const bool recorded = given(*oracle_.measure(id)->measure, "amounts") != nullptr;
    return !recorded || count_of(words) == open_parts(id);
  }

  std::size_t open_parts(const std::string& id) const {
    const Json* amounts = given(*oracle_.measure(id)->measure, "amounts");
    std::size_t open = 0;
    if (amounts == nullptr) return open;
    for (const Json& amount : *amounts) open += without_figure(amount);
    return open;
  }

  static bool has_open_share(const Json* where) {
    bool open = false;
    if (where == nullptr) return open;
    each_object(*where, {}, [&open](const Json& one, const std::string& key) {
      const bool is_share = key == "shares" || key == "shared_by";
      open = open || (is_share && !any_given(one, {"share"}));
    });
    return open;
  }

  // The part of any record under that key, by its title.
  const Json* found_in(const std::string& list, const std::string& title) const {
    const Json* found = nullptr;
    for (const auto& [path, record] : project_.records) {
      each_object(record, {}, [&](const Json& one, const std::string& key) {
        if (key == list && (text_of(one, "label") == title || text_of(one, "text") == title))
          found = &one;
      });
    }
    return found;
  }

  const Json* promise(const std::string& text) const { return found_in("undertakings", text); }

  bool has_observation(const std::string& key, const std::string& text) const {
    const Json& all = project_.records.at("observations/all").front();
    return std::any_of(all.begin(), all.end(), [&](const Json& one) {
      return text_of(one, key) == text && (!text.empty() || !any_given(one, {key}));
    });
  }

  // Whether a figure, ladder or dashboard is of a period that its source does not give.
  bool is_period_open() const {
    bool open = false;
    for (const auto& [path, record] : project_.records) {
      each_object(record, {}, [&open](const Json& one, const std::string&) {
        for (const char* key : {"period", "valid"})
          open = open || (one.contains(key) && one.at(key) == "unstated");
      });
    }
    return open;
  }

  // A letter's number in a list of letters.
  bool of_reply_record(const Statement& said) const {
    for (const auto& [path, record] : project_.records) {
      if (!path.starts_with("proposals/")) continue;
      const Json* reply = given(record, "reply");
      if (reply != nullptr && any_given(*reply, {"number"})) continue;
      if (has(said.text, "文号未载明")) return count_of(said.text) == 1;
    }
    return false;
  }

  // 文号未载明 签发人：未载明; 未载明 alone is the letter's day.
  bool of_letter(std::string words) const {
    const Json* reply = given(*record_, "reply");
    if (reply == nullptr) return true;  // another proposal's letter, which has a page of its own
    const bool number = any_given(*reply, {"number"});
    const bool signer = any_given(*reply, {"signer"});
    if (!signer) erase_all(words, std::string("签发人：") + kUnstated);
    if (!number) erase_all(words, std::string("文号") + kUnstated);
    if (words == kUnstated) return !number || !any_given(*reply, {"signed"});
    return count_of(words) == 0;
  }

  static bool has_bare_step(const Json& ladder) {
    const Json& steps = ladder.at("steps");
    return std::any_of(steps.begin(), steps.end(),
                       [](const Json& one) { return !any_given(one, {"measures"}); });
  }

  const RandomProject& project_;
  const Oracle& oracle_;
  const std::map<std::string, std::string>& sums_;
  const std::string& path_;
  const Json* record_ = nullptr;  ///< whose page it is; of policies, see their titles
};

}  // namespace

std::vector<std::string> unexplained(const RandomProject& project, const Oracle& oracle,
                                     const std::map<std::string, std::string>& sums,
                                     const std::string& path, const PageText& page) {
  std::vector<std::string> found;
  const Reasons reasons(project, oracle, sums, path);
  for (const Statement& said : page.said) {
    if (has(said.text, kUnstated) && !reasons.explain(said))
      found.push_back("without a reason: " + said.of + "，" + said.label + "：" + said.text);
  }
  for (const std::string& words : page.unstated) {
    if (!reasons.explain(words)) found.push_back("without a reason: " + words);
  }
  return found;
}

std::vector<std::string> sums_of(const Json& measure) {
  std::vector<std::string> sums;
  const auto add = [&sums](const Json& object, const std::string& key) {
    const std::string text = text_of(object, key);
    if (!text.empty()) sums.push_back(text);
  };
  const auto add_bounds = [&add](const Json& holder) {
    for (const char* key : {"caps", "floors"}) {
      for (const Json& one : holder.value(key, Json::array())) {
        add(one, "value");
        add(one, "rate");
      }
    }
  };
  for (const Json& amount : measure.value("amounts", Json::array())) {
    // The wording of one without a kind has its figures in it.
    if (text_of(amount, "basis") == "unstated" && given(amount, "wording") != nullptr) continue;
    for (const char* key : {"value", "value_to", "rate", "rate_to", "foreign", "limit"})
      add(amount, key);
    add_bounds(amount);
    for (const char* list : {"rows", "phases"}) {
      for (const Json& one : amount.value(list, Json::array())) {
        for (const char* key : {"value", "rate", "limit"}) add(one, key);
        add_bounds(one);
      }
    }
  }
  return sums;
}

std::set<std::string> measures_cited_in(const Json& proposal, const RandomProject& project) {
  std::set<std::string> ids;
  const Json& reply = proposal.at("reply");
  const std::string source = text_of(reply, "body_of");
  const Json& body = source.empty() ? reply : project.records.at("proposals/" + source).at("reply");
  // Of another letter's sections those that are about this proposal or about none; all, where none
  // is about it.
  const std::string own = text_of(proposal, "id") + "/";
  const auto is_about = [&own](const Json& section) {
    for (const Json& ask : section.value("answers", Json::array())) {
      if (ask.get<std::string>().starts_with(own)) return true;
    }
    return false;
  };
  bool chooses = false;
  for (const Json& section : body.at("sections"))
    chooses = chooses || (!source.empty() && is_about(section));
  const auto add = [&ids](const std::string& prose) {
    const std::string open = "amount('";
    const std::size_t at = prose.find(open);
    if (at == std::string::npos) return;
    const std::size_t start = at + open.size();
    ids.insert(prose.substr(start, prose.find('\'', start) - start));
  };
  add(text_of(reply, "opening"));
  const std::string closing = text_of(reply, "closing");
  add(closing.empty() ? text_of(body, "closing") : closing);
  for (const Json& section : body.at("sections")) {
    const bool is_other = !section.value("answers", Json::array()).empty() && !is_about(section);
    if (!chooses || !is_other) add(text_of(section, "text"));
  }
  return ids;
}

std::set<std::string> measures_offered_in(const std::string& path, const Json& record) {
  std::set<std::string> ids;
  if (!path.starts_with("booklets/") && path != "ladders") return ids;
  each_object(record, {}, [&ids](const Json& one, const std::string& key) {
    if (key != "chapters" && key != "steps") return;
    for (const Json& id : one.value("measures", Json::array())) ids.insert(id.get<std::string>());
  });
  return ids;
}

}  // namespace huice::test
