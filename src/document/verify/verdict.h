// SPDX-License-Identifier: Apache-2.0
#pragma once

// What a letter's file makes of each rule of GB/T 9704-2012 (公文格式检查).

#include "base/message.h"
#include "document/verify/letter_parts.h"

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace huice::document::verify {

enum class State : std::uint8_t { kept, broken, unknown };

/// One thing that a rule asks for, and what was found.
struct Finding {
  State state = State::unknown;
  std::string_view clause{};
  Argument what;   ///< 左边
  Argument found;  ///< 32.0 mm; where it is not known: why
  Argument asked;  ///< 28 mm
};

struct Rule;

struct RuleResult {
  const Rule* rule = nullptr;
  std::vector<Finding> findings{};

  /// Broken where anything is; else kept where anything is.
  State state() const;
  /// Of what decides it.
  std::string_view clause() const;
};

/// A finished letter with its parts.
struct Measured {
  const Sheet& sheet;
  const LetterParts& parts;

  bool is_letter() const { return parts.format == LetterFormat::letter; }
  const gbt9704::Profile& profile() const { return gbt9704::profile_of(parts.format); }
  /// A clause of the general format, or 10.1 in its place.
  std::string_view clause(std::string_view general) const { return is_letter() ? "10.1" : general; }
};

/// Takes the findings of one rule.
class Report {
 public:
  explicit Report(RuleResult& result) : result_(result) {}

  void add(bool is_kept, std::string_view clause, Argument what, Argument found, Argument asked) {
    result_.findings.push_back({is_kept ? State::kept : State::broken, clause, std::move(what),
                                std::move(found), std::move(asked)});
  }
  void unknown(std::string_view clause, Argument what, Argument why) {
    result_.findings.push_back({State::unknown, clause, std::move(what), std::move(why), {""}});
  }

 private:
  RuleResult& result_;
};

struct Rule {
  std::string_view name;  ///< margins
  std::string_view clause;
  Argument (*words)();
  void (*measure)(const Measured& letter, Report& report);
};

/// Every rule, in the order of the standard.
std::span<const Rule> rules();

/// The rules of what the letter has: one that has no 附件 is not asked for their form.
std::vector<RuleResult> verdicts(const Sheet& sheet, const LetterParts& parts);

// The rules' measures, by what they look at.
void measure_paper(const Measured& letter, Report& report);
void measure_margins(const Measured& letter, Report& report);
void measure_lines(const Measured& letter, Report& report);
void measure_characters(const Measured& letter, Report& report);
void measure_body(const Measured& letter, Report& report);
void measure_colour(const Measured& letter, Report& report);
void measure_draft(const Measured& letter, Report& report);
void measure_letterhead(const Measured& letter, Report& report);
void measure_number(const Measured& letter, Report& report);
void measure_signer(const Measured& letter, Report& report);
void measure_red_rule(const Measured& letter, Report& report);
void measure_double_rule(const Measured& letter, Report& report);
void measure_title(const Measured& letter, Report& report);
void measure_salutation(const Measured& letter, Report& report);
void measure_indent(const Measured& letter, Report& report);
void measure_headings(const Measured& letter, Report& report);
void measure_annex_list(const Measured& letter, Report& report);
void measure_signature(const Measured& letter, Report& report);
void measure_date(const Measured& letter, Report& report);
void measure_note(const Measured& letter, Report& report);
void measure_annexes(const Measured& letter, Report& report);
void measure_imprint_rules(const Measured& letter, Report& report);
void measure_copies(const Measured& letter, Report& report);
void measure_printed(const Measured& letter, Report& report);
void measure_page_numbers(const Measured& letter, Report& report);

}  // namespace huice::document::verify
