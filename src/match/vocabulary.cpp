// SPDX-License-Identifier: Apache-2.0
#include "match/vocabulary.h"

#include "match/answers.h"

namespace huice::match {
namespace {

using logic::Term;
using logic::TermKind;
using model::ProfileType;

TermKind kind_of(ProfileType type) {
  switch (type) {
    case ProfileType::boolean:
      return TermKind::yes_no;
    case ProfileType::number:
      return TermKind::number;
    case ProfileType::money:
      return TermKind::money;
    case ProfileType::rate:
      return TermKind::rate;
    case ProfileType::choice:
      return TermKind::choice;
    case ProfileType::date:
      return TermKind::date;
    case ProfileType::recognition:
      return TermKind::records;
  }
  return TermKind::yes_no;
}

std::vector<std::string> texts(const std::vector<std::string_view>& words) {
  return {words.begin(), words.end()};
}

// What an item of a recognition list says (recognition_keys() in answers.h).
std::vector<Term> parts_of(const model::ProfileField& field) {
  return {{"name", "名称", TermKind::choice, {}, field.choices, {}},
          {"tier", "级别", TermKind::choice, {}, recognition_tiers(field), {}},
          {"year", "年份", TermKind::number, "年", {}, {}},
          {"how", "方式", TermKind::choice, {}, texts(recognition_ways()), {}}};
}

}  // namespace

logic::Vocabulary vocabulary_of(const model::RecordList<model::ProfileField>& profile) {
  std::vector<Term> terms;
  for (const model::ProfileField& field : profile) {
    Term term{field.id, field.label, kind_of(field.type), field.unit, {}, {}};
    if (term.kind == TermKind::records) {
      term.parts = parts_of(field);
    } else {
      term.choices = field.choices;
    }
    terms.push_back(std::move(term));
  }
  return {std::move(terms), "认定"};
}

}  // namespace huice::match
