// SPDX-License-Identifier: Apache-2.0
#pragma once

// The names that a line of the condition language may use, and how names are found in it.

#include "base/spelling_budget.h"

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
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

struct Vocabulary {
  std::vector<Term> terms;
  /// The word for those records, whichever they are, that know the names in its brackets: 认定.
  std::string any_records;
  /// For the suggestions of all lines that are read with it; copies share it.
  std::shared_ptr<SpellingBudget> spelling = std::make_shared<SpellingBudget>();
};

/// How many bytes of `text` from `at` are the name, 0 where it is not there. Quotation marks and
/// the width of letters, digits and brackets may differ: “专精特新”（市级） is 专精特新(市级).
std::size_t length_of_name(std::string_view text, std::size_t at, std::string_view name);

/// Whether two names cannot be told apart in a line.
bool are_alike(std::string_view a, std::string_view b);

/// The longest of the names that is at a place.
struct FoundName {
  std::size_t name = 0;  ///< its number in the list
  std::size_t length = 0;
  std::optional<std::size_t> other;  ///< another one that is there as well
};

/// `names` may hold empty ones, which are nowhere. A name that is there to the letter goes before
/// those of the same length that only look alike.
std::optional<FoundName> longest_name(std::string_view text, std::size_t at,
                                      const std::vector<std::string_view>& names);

}  // namespace huice::logic
