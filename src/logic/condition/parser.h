// SPDX-License-Identifier: Apache-2.0
#pragma once

// How parse_condition() reads: by recursive descent, up to the first fault.

#include "logic/condition/parse.h"
#include "logic/condition/scanner.h"

#include <optional>
#include <vector>

namespace huice::logic {

class ConditionParser {
 public:
  ConditionParser(std::string_view line, const Vocabulary& vocabulary)
      : vocabulary_(vocabulary), scanner_(line) {}

  ParsedCondition parse();

 private:
  /// What was read: a condition, or a value that can be compared.
  struct Operand {
    json::Value json;
    json::Span at;
    bool is_condition = false;
    const Term* term = nullptr;           ///< the first field in a value
    bool is_field = false;                ///< nothing but that field
    std::optional<WrittenNumber> number;  ///< whose unit depends on what it is compared with
  };

  /// A name where one was looked for: a field, or within records a value of a part.
  struct Name : Meaning {
    json::Span at;
  };

  // parser.cpp
  Operand conditions();
  Operand condition();
  Operand sum();
  Operand product();
  Operand atom();
  Operand bracket();
  Operand number(bool negative);
  Operand named(const Name& name);
  Operand run(char32_t many, std::string_view many_op, char32_t two, std::string_view two_op,
              Operand (ConditionParser::*next)());
  Operand computed(std::string_view op, json::Span at, std::vector<Operand> operands);

  // parser_names.cpp
  std::optional<Name> name();
  std::optional<Name> quoted_name();
  std::optional<Name> find_name(std::string_view text, std::size_t at, bool whole);
  void unknown_name();
  bool fail_of_bracket(json::Span word);
  bool fail_of_choice(json::Span word);
  bool fail_of_numeral(json::Span word);
  bool sees_name();

  // parser_comparison.cpp
  Operand comparison();
  Operand side();
  Operand compared(Operand left, Comparison what, json::Span at);
  Operand chained(Operand first, Comparison what, json::Span at, const Operand& second);
  Operand in_words(Operand left);
  Operand truth(const Operand& field);
  Operand among(const Operand& field, Comparison what, json::Span at);
  std::optional<Comparison> sign(json::Span& at);
  std::vector<json::Value> values(const Term& field);
  json::Value value(const Term& field);
  void settle(Operand& number, const Operand& beside);
  bool refuses(const Operand& field, Comparison what, json::Span at);

  // parser_records.cpp
  Operand records(const Term& records, json::Span at);
  Operand any_records(json::Span at);
  std::optional<LineFault> fault_of_all(std::size_t start, json::Span at);
  bool try_items(const Term& records, std::size_t start, json::Span at, Operand& read);
  Operand items(const Term& records, std::string_view op, json::Span at);
  Operand part_value(const Name& first);
  Operand having(const Operand& records, Comparison what, json::Span at);

  static Operand made_condition(json::Value json, json::Span at);
  static json::Value variable(const Term& term, json::Span at);
  static json::Value operation(std::string_view op, json::Span at,
                               std::vector<json::Value> operands);
  static json::Value negation_of(json::Value json, json::Span at);
  static json::Span from_to(json::Span first, json::Span last);

  Operand fail(Message message, json::Span at, std::string suggestion = {});
  /// Something else than what is there was expected.
  Operand expected(const Argument& wanted);
  void need_condition(const Operand& operand);
  void need_value(const Operand& operand);

  const Vocabulary& vocabulary_;
  Scanner scanner_;
  const Term* records_ = nullptr;  ///< whose items are being read
  std::size_t depth_ = 0;
  bool failed_ = false;
  bool only_tries_ = false;  ///< nothing is said of what is wrong
  LineFault fault_;
};

}  // namespace huice::logic
