// SPDX-License-Identifier: Apache-2.0
#include "consistency/contradictions.h"

#include "consistency/page_text.h"
#include "consistency/unstated.h"
#include "support/count_of.h"

#include <algorithm>

namespace huice::test {
namespace {

bool has(const std::string& text, const std::string& words) {
  return text.find(words) != std::string::npos;
}

// Lists and amounts are joined in one way, whatever the format.
std::string joined(std::string text) {
  for (const std::string_view mark : {"、", "；", "（", "）"}) {
    for (std::size_t at = text.find(mark); at != std::string::npos; at = text.find(mark))
      text.erase(at, mark.size());
  }
  return text;
}

class Comparison {
 public:
  Comparison(const RandomProject& project, const Outputs& outputs, const std::set<Rule>& off)
      : project_(project), outputs_(outputs), oracle_(project, off) {}

  std::vector<std::string> run() {
    if (!outputs_.wrong.empty()) return {outputs_.wrong};
    for (const auto& [path, bytes] : outputs_.pages) {
      read(path, bytes);
      if (path.ends_with(".html")) check_ids(path, bytes);
    }
    for (const auto& [path, page] : pages_) {
      compare_with_records(path, page);
      compare_with_twin(path, page);
      for (std::string& one : unexplained(project_, oracle_, outputs_.facts, path, page))
        report(path, std::move(one));
    }
    compare_cards();
    compare_report();
    compare_roster();
    compare_letters();
    compare_findings();
    return std::move(found_);
  }

 private:
  void report(const std::string& where, const std::string& what) {
    found_.push_back(where + ": " + what);
  }

  void read(const std::string& path, const std::string& bytes) {
    const auto is_measure = [this](const std::string& title) {
      return oracle_.measure_titled(title) != nullptr;
    };
    pages_[path] = path.ends_with(".md") ? read_markdown(bytes, is_measure) : read_html(bytes);
  }

  // Links to a place would lead to the first of two.
  void check_ids(const std::string& path, const std::string& html) {
    static const std::string kId = " id=\"";
    std::set<std::string> seen;
    for (std::size_t at = html.find(kId); at != std::string::npos; at = html.find(kId, at)) {
      at += kId.size();
      const std::string id = html.substr(at, html.find('"', at) - at);
      if (!seen.insert(id).second) report(path, "the id " + id + " is there twice");
    }
  }

  void expect(const std::string& path, const Statement& said, const std::string& expected) {
    if (said.text == without_blanks(expected)) return;
    report(path, said.of + "，" + said.label + " says “" + said.text + "”, not “" + expected + "”");
  }

  // Statuses of texts, wherever they are printed; what is said of measures; days.
  void compare_with_records(const std::string& path, const PageText& page) {
    std::set<std::string> standing;
    for (const Statement& said : page.said) {
      if (said.label == "standing") standing.insert(said.of);
    }
    for (const Statement& said : page.said) {
      if (const Json* policy = oracle_.policy_titled(said.of)) compare(path, said, *policy);
      const InPolicy* measure = oracle_.measure_titled(said.of);
      if (measure == nullptr) continue;
      compare(path, said, *measure);
      const bool sum = said.label == "headline" || said.label == "支持标准";
      if (sum && !standing.contains(said.of) && oracle_.standing(*measure).is_over())
        report(path, said.of + " is over, and the page gives its sum without saying so");
    }
  }

  void compare(const std::string& path, const Statement& said, const Json& policy) {
    const Standing standing = oracle_.standing(policy);
    const std::string word = oracle_.status_word(standing);
    if (said.label == "status") expect(path, said, word);
    if (said.label == "record" && path.ends_with(".md") && !said.text.empty() &&
        !has("，" + said.text + "，", "，" + word + "，")) {
      report(path, said.of + " has not the status " + word + ": " + said.text);
    }
    if (said.label == "有效性") {
      const std::string note = oracle_.policy_note(standing);
      const bool with_names =
          standing.newer != nullptr && standing.by != nullptr && standing.newer != standing.by;
      const std::string names = with_names ? name_of(*standing.by) + name_of(*standing.newer) : "";
      const bool markdown = path.ends_with(".md");
      expect(path, said, word + (markdown && !note.empty() ? "（" + note + "）" : note) + names);
    }
    static const std::map<std::string, std::string> days{{"成文日期", "signed"},
                                                         {"发布日期", "published"},
                                                         {"印发日期", "printed"},
                                                         {"失效日期", "expires"}};
    const auto day = days.find(said.label);
    if (day == days.end()) return;
    const std::string given = official(day_of(policy, day->second));
    expect(path, said, given.empty() ? kUnstated : given);
  }

  void compare(const std::string& path, const Statement& said, const InPolicy& measure) {
    const Standing standing = oracle_.standing(measure);
    const std::string note = without_blanks(oracle_.measure_note(standing));
    if (said.label == "standing") expect(path, said, note);
    if (said.label == "offer" && standing.is_over() && !has(said.text, note))
      report(path, said.of + " is offered as " + said.text + " without “" + note + "”");
    if (said.label == "支持标准" || said.label == "headline") {
      compare_sums(path, said, measure);
    }
  }

  // Every sum and rate on record is in the standard, and nothing else.
  void compare_sums(const std::string& path, const Statement& said, const InPolicy& measure) {
    const std::vector<std::string> sums = sums_of(*measure.measure);
    for (const std::string& sum : sums) {
      if (said.label == "支持标准" && !has(said.text, sum))
        report(path, said.of + " is said without its " + sum + ": " + said.text);
    }
  }

  // Both forms of a page say the same under the same label.
  void compare_with_twin(const std::string& path, const PageText& page) {
    if (!path.ends_with(".html")) return;
    const auto twin = pages_.find(path.substr(0, path.size() - 5) + ".md");
    if (twin == pages_.end()) return;
    std::map<std::pair<std::string, std::string>, std::set<std::string>> of_twin;
    std::map<std::pair<std::string, std::string>, std::set<std::string>> own;
    for (const Statement& one : twin->second.said) {
      of_twin[{one.of, one.label}].insert(joined(one.text));
    }
    for (const Statement& one : page.said) own[{one.of, one.label}].insert(joined(one.text));
    for (const auto& [key, texts] : own) {
      static const std::set<std::string> laid_out_otherwise{"record", "有效性", "来源", "status",
                                                            "caution"};
      const auto other = of_twin.find(key);
      if (laid_out_otherwise.contains(key.second)) continue;
      const bool printed_in_both = key.second == "headline" || key.second == "standing";
      if (other == of_twin.end() && !printed_in_both) continue;
      if (other != of_twin.end() && other->second == texts) continue;
      report(path, key.first + "，" + key.second + " says “" + *texts.begin() +
                       "”, and in Markdown “" +
                       (other == of_twin.end() ? "" : *other->second.begin()) + "”");
    }
    for (const auto& [key, texts] : of_twin) {
      const bool printed_in_both = key.second == "headline" || key.second == "standing";
      if (printed_in_both && !own.contains(key))
        report(path, key.first + "，" + key.second + " is in Markdown alone: " + *texts.begin());
    }
  }

  // A measure's card is the same on each page that has it, and what `huice facts` says.
  void compare_cards() {
    std::map<std::string, std::string> headlines;
    std::map<std::string, std::string> standards;
    for (const auto& [path, page] : pages_) {
      for (const Statement& said : page.said) {
        const InPolicy* measure = oracle_.measure_titled(said.of);
        if (measure == nullptr) continue;
        same(headlines, path, said, "headline");
        same(standards, path, said, "支持标准");
        if (said.label != "支持标准") continue;
        const std::string fact = joined(without_blanks(outputs_.facts.at(measure->id)));
        if (fact != joined(said.text) && fact != "金额未载明")
          report(path, said.of + " is " + said.text + ", of huice facts " + fact);
        standards_[measure->id] = said.text;
      }
    }
    compare_conflicts();
  }

  void same(std::map<std::string, std::string>& known, const std::string& path,
            const Statement& said, const std::string& label) {
    if (said.label != label) return;
    const auto [first, is_new] = known.emplace(said.of, joined(said.text));
    if (!is_new && first->second != joined(said.text))
      report(path, said.of + "，" + label + ": " + said.text + ", elsewhere " + first->second);
  }

  // The note is beside every printing of the sums, and names each other text with what it says.
  void compare_conflicts() {
    for (const auto& [path, page] : pages_) {
      std::map<std::string, std::string> notes;
      for (const Statement& said : page.said) {
        if (said.label == "规定不一致") notes[said.of] = said.text;
      }
      for (const Statement& said : page.said) {
        const InPolicy* measure = oracle_.measure_titled(said.of);
        if (measure != nullptr && said.label == "支持标准")
          check_conflict(path, *measure, notes[said.of]);
      }
    }
  }

  void check_conflict(const std::string& where, const InPolicy& measure, const std::string& note) {
    const auto others = oracle_.conflicts(measure);
    if (count_of(note, "对同一事项的规定不同") != others.size())
      report(where, measure.id + " conflicts with " + std::to_string(others.size()) +
                        " measures, and the note is “" + note + "”");
    for (const InPolicy* other : others) {
      const std::string sum = joined(without_blanks(outputs_.facts.at(other->id)));
      if (!has(joined(note), sum)) report(where, "the note does not say " + sum + ": " + note);
    }
  }

  void compare_report() {
    for (const Json& said : outputs_.report.at("measures")) {
      const InPolicy& measure = *oracle_.measure(said.at("id"));
      const Standing standing = oracle_.standing(measure);
      std::set<std::string> cautions;
      for (const Json& one : said.at("cautions")) cautions.insert(one.get<std::string>());
      check_cautions("report", measure, cautions);
      check_verdict("report", measure, said.at("verdict") == "no", !said.at("estimate").is_null());
      if (standing.is_over() && has(outputs_.report_text, text_of(*measure.measure, "title")))
        report("report", measure.id + " is over, and the report in words lists it");
      check_conflict("report", measure, without_blanks(said.at("conflict").get<std::string>()));
      if (said.at("verdict") != "no" && !oracle_.conflicts(measure).empty() &&
          !has(without_blanks(outputs_.report_text),
               without_blanks(said.at("conflict").get<std::string>())))
        report("report", measure.id + ": the report in words does not say the conflict");
      check_estimate(measure, said.at("estimate"));
    }
    for (const Json& one : outputs_.report.at("combinations")) {
      for (const Json& id : one.at("measures")) {
        if (oracle_.standing(*oracle_.measure(id)).is_over())
          report("report", id.get<std::string>() + " is over, and counted in a combination");
      }
    }
  }

  void check_cautions(const std::string& where, const InPolicy& measure,
                      const std::set<std::string>& said) {
    static const std::set<std::string> of_standing{
        "expired",         "not-yet",     "superseded",    "repealed",     "set-aside",
        "succession-open", "repeal-open", "amended",       "revised",      "closed",
        "not-open",        "contested",   "term-unstated", "last-unstated"};
    const std::vector<std::string> expected = oracle_.cautions(measure);
    for (const std::string& one : expected) {
      if (!said.contains(one)) report(where, measure.id + " has not the caution " + one);
    }
    for (const std::string& one : said) {
      const bool known = std::find(expected.begin(), expected.end(), one) != expected.end();
      if (of_standing.contains(one) && !known)
        report(where, measure.id + " has the caution " + one);
    }
  }

  void check_verdict(const std::string& where, const InPolicy& measure, bool is_no, bool has_sum) {
    if (oracle_.standing(measure).is_over() && (!is_no || has_sum))
      report(where, measure.id + " is over, and can be had: " + (is_no ? "no" : "yes"));
  }

  // One fixed sum is the estimate, whatever else is asked.
  void check_estimate(const InPolicy& measure, const Json& estimate) {
    const Json* amounts = given(*measure.measure, "amounts");
    if (estimate.is_null() || amounts == nullptr || amounts->size() != 1) return;
    const Json& only = amounts->front();
    const bool plain = only.at("basis") == "fixed" && given(only, "value_to") == nullptr &&
                       given(only, "modifiers") == nullptr && given(only, "caps") == nullptr &&
                       given(only, "floors") == nullptr;
    if (plain && !has(estimate.at("text").get<std::string>(), text_of(only, "value")))
      report("report", measure.id + " gives " + text_of(only, "value") + ", and is told as " +
                           estimate.at("text").get<std::string>());
  }

  void compare_roster() {
    static const std::map<std::string, std::string> verdicts{
        {"yes", "符合"}, {"no", "不符合"}, {"unknown", "不能确定"}};
    const Json& all = outputs_.report.at("measures");
    for (std::size_t i = 0; i < outputs_.roster.size(); ++i) {
      const auto& row = outputs_.roster[i];
      const InPolicy& measure = *oracle_.measure(row.at("措施编号"));
      const auto& sum = row.find("测算");
      const bool has_sum = sum != row.end() && !sum->second.empty();
      check_verdict("roster", measure, row.at("结论") == "不符合", has_sum);
      if (i >= all.size()) continue;
      const auto same = std::find_if(all.begin(), all.end(),
                                     [&](const Json& one) { return one.at("id") == measure.id; });
      if (verdicts.at(same->at("verdict")) != row.at("结论"))
        report("roster", measure.id + ": " + row.at("结论") + ", in the report otherwise");
      const Json& estimate = same->at("estimate");
      const std::string told =
          estimate.is_null() ? std::string() : estimate.at("text").get<std::string>();
      if (told != (has_sum ? sum->second : std::string()))
        report("roster", measure.id + " is told as another sum than in the report: " + told);
    }
    if (outputs_.roster.size() != 3 * all.size())
      report("roster", std::to_string(outputs_.roster.size()) + " rows");
  }

  // What a letter cites is told with what has become of it.
  void compare_letters() {
    for (const auto& [path, record] : project_.records) {
      if (!path.starts_with("proposals/")) continue;
      const Json* reply = given(record, "reply");
      if (reply == nullptr) continue;
      const std::set<std::string> cited = measures_cited_in(record, project_);
      for (const auto& [name, page] : pages_) {
        if (!name.starts_with("replies/" + text_of(record, "id"))) continue;
        std::string cautions;
        for (const Statement& said : page.said) {
          if (said.label == "caution") cautions += said.text + "\n";
        }
        for (const std::string& id : cited) check_caution(name, *oracle_.measure(id), cautions);
      }
    }
  }

  void check_caution(const std::string& path, const InPolicy& measure, const std::string& said) {
    const std::string note = without_blanks(oracle_.measure_note(oracle_.standing(measure)));
    if (!note.empty() && !has(said, note))
      report(path, "the letter cites " + measure.id + " without saying “" + note + "”");
    if (count_of(said, "对同一事项的规定不同") < oracle_.conflicts(measure).size())
      report(path, "the letter cites " + measure.id + " without its conflict");
  }

  // What a booklet or ladder names although it is over is a finding.
  void compare_findings() {
    bool over = false;
    bool to_come = false;
    for (const auto& [path, record] : project_.records) {
      for (const std::string& id : measures_offered_in(path, record)) {
        const InPolicy& one = *oracle_.measure(id);
        Standing standing = oracle_.standing(one);
        to_come = to_come || standing.stand == Stand::not_yet;
        standing.closed_on.clear();
        // What a ruling sets aside is not found yet.
        const bool ended = standing.stand != Stand::not_yet && standing.stand != Stand::set_aside;
        over = over || (standing.is_over() && ended);
      }
    }
    if (over && !outputs_.findings.contains("expired-offered"))
      report("check", "what is over is offered, and not found");
    if (to_come && !outputs_.findings.contains("not-yet-offered"))
      report("check", "what has not begun is offered, and not found");
  }

  const RandomProject& project_;
  const Outputs& outputs_;
  Oracle oracle_;
  std::map<std::string, PageText> pages_;
  std::map<std::string, std::string> standards_;
  std::vector<std::string> found_;
};

}  // namespace

std::vector<std::string> contradictions(const RandomProject& project, const Outputs& outputs,
                                        const std::set<Rule>& off) {
  return Comparison(project, outputs, off).run();
}

}  // namespace huice::test
