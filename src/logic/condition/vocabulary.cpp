// SPDX-License-Identifier: Apache-2.0
#include "logic/condition/vocabulary.h"

#include <string_view>
#include <unordered_map>
#include <utility>

namespace huice::logic {
namespace {

class NameList {
 public:
  void add_fields(const std::vector<Term>& terms) {
    for (const Term& term : terms) {
      add(term.label, {&term, nullptr});
      add(term.id, {&term, nullptr});
    }
  }
  void add_choices(const Term& term) {
    for (const std::string& choice : term.choices) add(choice, {&term, &choice});
  }
  Names indexed() && { return {NameIndex(std::move(spellings_)), std::move(meanings_)}; }

 private:
  void add(std::string_view spelling, Meaning meaning) {
    spellings_.push_back(spelling);
    meanings_.push_back(meaning);
  }

  std::vector<std::string_view> spellings_;
  std::vector<Meaning> meanings_;
};

}  // namespace

struct Vocabulary::Content {
  Content(std::vector<Term> fields, std::string word)
      : terms(std::move(fields)), any_records(std::move(word)) {
    NameList fields_alone;
    fields_alone.add_fields(terms);
    names.emplace(nullptr, std::move(fields_alone).indexed());
    for (const Term& term : terms) {
      add_within(term);
      for (const Term& part : term.parts) add_within(part);
    }
  }

  void add_within(const Term& term) {
    NameList within;
    within.add_choices(term);
    within.add_fields(term.parts);
    for (const Term& part : term.parts) within.add_choices(part);
    names.emplace(&term, std::move(within).indexed());
  }

  std::vector<Term> terms;
  std::string any_records;
  std::unordered_map<const Term*, Names> names;  // by what they are within
  mutable SpellingBudget spelling;
};

Vocabulary::Vocabulary(std::vector<Term> terms, std::string any_records)
    : content_(std::make_shared<const Content>(std::move(terms), std::move(any_records))) {}

const std::vector<Term>& Vocabulary::terms() const {
  return content_->terms;
}

const std::string& Vocabulary::any_records() const {
  return content_->any_records;
}

const Names& Vocabulary::names(const Term* within) const {
  return content_->names.at(within);
}

SpellingBudget& Vocabulary::spelling() const {
  return content_->spelling;
}

}  // namespace huice::logic
