// SPDX-License-Identifier: Apache-2.0
#pragma once

// The names that a line of the condition language may use.

#include "base/spelling_budget.h"
#include "logic/condition/name_index.h"

#include <memory>
#include <string>
#include <vector>

namespace huice::logic {

/// What an answer is, as far as the language cares: which comparisons and values it takes.
enum class TermKind { yes_no, number, money, rate, date, choice, records };

struct Term {
  std::string id;     ///< its name in JsonLogic
  std::string label;  ///< its name for people
  TermKind kind = TermKind::yes_no;
  std::string unit;                  ///< of a number: 家; may be empty
  std::vector<std::string> choices;  ///< of a choice
  std::vector<Term> parts;           ///< of records: what each of them says
};

/// What a name stands for: a field, or one of its choices.
struct Meaning {
  const Term* term = nullptr;
  const std::string* choice = nullptr;

  bool operator==(const Meaning&) const = default;
};

/// All that may be named at one kind of place.
struct Names {
  NameIndex index;
  std::vector<Meaning> meanings;  ///< of each name in the index
};

/// Copies share all of it. Many threads may use one.
class Vocabulary {
 public:
  /// `any_records` is the word for those records, whichever they are, that know the names in its
  /// brackets: 认定.
  Vocabulary(std::vector<Term> terms, std::string any_records);

  const std::vector<Term>& terms() const;
  const std::string& any_records() const;

  /// The choices of a field, or within records their parts and the choices of these; where no field
  /// is given, all fields. REQUIRES: a field of this vocabulary.
  const Names& names(const Term* within) const;

  /// For the suggestions of all lines that are read with it.
  SpellingBudget& spelling() const;

 private:
  struct Content;
  std::shared_ptr<const Content> content_;
};

}  // namespace huice::logic
