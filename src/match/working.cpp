// SPDX-License-Identifier: Apache-2.0
#include "match/working.h"

#include <algorithm>

namespace huice::match {

using logic::Kind;
using logic::Rational;

std::string sum_text(const Rational& fen) {
  const auto whole = fen.rounded(logic::Rounding::half_up);
  if (!whole) return fen.text() + "分";
  const std::string text = model::Money::of_fen(*whole).text();
  return Rational(*whole) == fen ? text : std::string(kAbout) + text;
}

std::string span_text(const std::string& low, const std::string& high) {
  return low == high ? low : low + "至" + high;
}

Range wider(const Range& a, const Range& b) {
  Range both;
  if (a.low && b.low) both.low = *a.low <= *b.low ? a.low : b.low;
  if (a.high && b.high) both.high = *a.high >= *b.high ? a.high : b.high;
  return both;
}

void Working::add(Step step) {
  if (silent_) return;
  const bool said = std::any_of(steps_.begin(), steps_.end(), [&step](const Step& one) {
    return one.kind == step.kind && one.values == step.values;
  });
  if (!said) steps_.push_back(std::move(step));
}

Verdict Working::decided(const Condition& condition) {
  for (const std::size_t field : applicant_.missing(condition)) miss(field);
  return applicant_.verdict(condition);
}

std::optional<Rational> Working::base(const std::optional<std::size_t>& field,
                                      std::string_view label, std::string_view of) {
  if (!field) {
    step(StepKind::base_unknowable, [&] { return Texts{std::string(of)}; });
    return std::nullopt;
  }
  const logic::Value& answer = applicant_.row()[*field];
  if (answer.is(Kind::number)) {
    const auto fen = static_cast<std::int64_t>(answer.as_number());
    return Rational(std::max<std::int64_t>(0, fen));
  }
  miss(*field);
  step(StepKind::base_unanswered, [&] { return Texts{std::string(label)}; });
  return std::nullopt;
}

const std::string* Working::day(std::size_t field, std::string_view label) {
  const logic::Value& answer = applicant_.row()[field];
  if (answer.is(Kind::text)) return &answer.as_text();
  miss(field);
  step(StepKind::base_unanswered, [&] { return Texts{std::string(label)}; });
  return nullptr;
}

}  // namespace huice::match
