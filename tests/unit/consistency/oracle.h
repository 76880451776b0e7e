// SPDX-License-Identifier: Apache-2.0
#pragma once

// What pages, reports and rosters must say of a project's texts and measures on its day, computed
// from the files as they are written, not by src/: by the rules of docs/status.md, rule by rule.
// Slow and plain on purpose; what it and src/ have in common is the sum of a day and so many days.

#include "consistency/random_project.h"

#include <optional>

namespace huice::test {

/// Each rule can be left out, to see that its absence is noticed.
enum class Rule {
  replaced,       ///< a newer text replaces it
  repealed,       ///< a text repeals it
  amended,        ///< a newer text amends it, or is a version of it
  own_end,        ///< a measure's own last day
  expiry,         ///< the text's last day
  not_begun,      ///< its first day is to come
  call,           ///< the days to apply
  ruling,         ///< a ruling sets it aside
  conflict,       ///< another measure says otherwise
  open_successor  ///< from when on it is replaced or repealed nobody has confirmed
};

inline constexpr Rule kAllRules[] = {
    Rule::replaced,  Rule::repealed, Rule::amended, Rule::own_end,  Rule::expiry,
    Rule::not_begun, Rule::call,     Rule::ruling,  Rule::conflict, Rule::open_successor};

enum class Stand {
  in_force,
  not_yet,
  expired,
  superseded,
  repealed,
  set_aside,
  unknown_succession,
  unknown_repeal,
  unknown_start,
  unknown_last,
  unknown_term
};

/// How a newer text changes one that holds on.
enum class Change { amended, revised, partly_ended };

struct Standing {
  Stand stand = Stand::unknown_term;
  const Json* by = nullptr;  ///< the text that ends it
  std::string day;           ///< when; or when it begins
  const Json* newer = nullptr;
  Change change = Change::revised;
  const Json* ruling = nullptr;
  std::string closed_on;  ///< the last day to apply, if over
  std::string opens_on;   ///< the first, if to come

  /// Whether nothing can be had of it.
  bool is_over() const;
  bool ends_by_itself() const { return stand == Stand::expired; }
};

/// A measure with what it is in.
struct InPolicy {
  const Json* policy = nullptr;
  const Json* article = nullptr;
  const Json* measure = nullptr;
  std::string id;
};

class Oracle {
 public:
  explicit Oracle(const RandomProject& project, std::set<Rule> off = {});

  const std::string& as_of() const { return project_.as_of; }
  const std::vector<const Json*>& policies() const { return policies_; }
  const std::vector<InPolicy>& measures() const { return measures_; }
  const InPolicy* measure(const std::string& id) const;
  const InPolicy* measure_titled(const std::string& title) const;
  const Json* policy_titled(const std::string& title) const;

  Standing standing(const Json& policy) const;
  Standing standing(const InPolicy& measure) const;
  /// Those of which it is open whether they or this one apply.
  std::vector<const InPolicy*> conflicts(const InPolicy& measure) const;

  // As they are printed.
  std::string status_word(const Standing& standing) const;
  std::string policy_note(const Standing& standing) const;
  std::string measure_note(const Standing& standing) const;
  /// The code of the caution that huice match must give; empty for in force.
  std::vector<std::string> cautions(const InPolicy& measure) const;

 private:
  struct Start {
    std::string confirmed;
    std::string earliest;
  };
  Start start_of(const Json& policy) const;
  bool is_to_come(const Json& policy) const;
  std::vector<const Json*> texts_that(const std::string& relation, const Json& policy,
                                      const InPolicy* measure) const;
  // `measure` in these: where a measure of the policy is asked about, that one; else null.
  Standing standing(const Json& policy, const InPolicy* measure, const std::string& own_from,
                    const std::string& last, Rule rule_of_last) const;
  void set_ends(const Json& policy, const InPolicy* measure, const std::string& last,
                Rule rule_of_last, Standing& found) const;
  void set_newer(const Json& policy, const InPolicy* measure, Standing& found) const;
  bool is_off(Rule rule) const { return off_.contains(rule); }

  const RandomProject& project_;
  std::set<Rule> off_;
  std::vector<const Json*> policies_;
  std::vector<InPolicy> measures_;
};

/// The member, or null where it is not there, null or empty.
const Json* given(const Json& object, const std::string& key);
/// Its text; empty where there is none.
std::string text_of(const Json& object, const std::string& key);
/// dates.signed and the like.
std::string day_of(const Json& policy, const std::string& key);
/// 2024年3月1日; empty for an empty text.
std::string official(const std::string& iso);
/// 《题》（号）
std::string name_of(const Json& policy);

}  // namespace huice::test
