// SPDX-License-Identifier: Apache-2.0
#include "base/messages/document.h"
#include "document/verify/verdict.h"

#include <algorithm>
#include <array>

namespace huice::document::verify {
namespace {

template <class Message>
Argument words() {
  return Message{};
}

constexpr std::array kRules{
    Rule{"paper", "5.1", words<msg::verify_paper>, measure_paper},
    Rule{"margins", "5.2.1", words<msg::verify_margins>, measure_margins},
    Rule{"lines", "5.2.3", words<msg::verify_lines>, measure_lines},
    Rule{"characters", "5.2.3", words<msg::verify_cells>, measure_characters},
    Rule{"body", "5.2.2", words<msg::verify_body>, measure_body},
    Rule{"colour", "5.2.4", words<msg::verify_colour>, measure_colour},
    Rule{"draft", "7.1", words<msg::verify_draft>, measure_draft},
    Rule{"letterhead", "7.2.4", words<msg::verify_letterhead>, measure_letterhead},
    Rule{"number", "7.2.5", words<msg::verify_number>, measure_number},
    Rule{"signer", "7.2.6", words<msg::verify_signer>, measure_signer},
    Rule{"red-rule", "7.2.7", words<msg::verify_red_rule>, measure_red_rule},
    Rule{"double-rule", "10.1", words<msg::verify_double_rule>, measure_double_rule},
    Rule{"title", "7.3.1", words<msg::verify_title>, measure_title},
    Rule{"salutation", "7.3.2", words<msg::verify_salutation>, measure_salutation},
    Rule{"indent", "7.3.3", words<msg::verify_first_lines>, measure_indent},
    Rule{"headings", "7.3.3", words<msg::verify_headings>, measure_headings},
    Rule{"annex-list", "7.3.4", words<msg::verify_annex_list>, measure_annex_list},
    Rule{"signature", "7.3.5", words<msg::verify_signature>, measure_signature},
    Rule{"date", "7.3.5.4", words<msg::verify_date>, measure_date},
    Rule{"note", "7.3.6", words<msg::verify_note>, measure_note},
    Rule{"annexes", "7.3.7", words<msg::verify_annexes>, measure_annexes},
    Rule{"imprint-rules", "7.4.1", words<msg::verify_imprint_rules>, measure_imprint_rules},
    Rule{"copies", "7.4.2", words<msg::verify_copies>, measure_copies},
    Rule{"printed", "7.4.3", words<msg::verify_printed>, measure_printed},
    Rule{"page-number", "7.5", words<msg::verify_page_numbers>, measure_page_numbers},
};

}  // namespace

State RuleResult::state() const {
  State out = State::unknown;
  for (const Finding& one : findings) {
    if (one.state == State::broken) return State::broken;
    if (one.state == State::kept) out = State::kept;
  }
  return out;
}

std::string_view RuleResult::clause() const {
  const State decides = state();
  for (const Finding& one : findings) {
    if (one.state == decides) return one.clause;
  }
  return rule->clause;
}

std::span<const Rule> rules() {
  return kRules;
}

std::vector<RuleResult> verdicts(const Sheet& sheet, const LetterParts& parts) {
  const Measured letter{sheet, parts};
  std::vector<RuleResult> out;
  for (const Rule& rule : kRules) {
    RuleResult result{.rule = &rule};
    Report report(result);
    rule.measure(letter, report);
    if (!result.findings.empty()) out.push_back(std::move(result));
  }
  return out;
}

}  // namespace huice::document::verify
