// SPDX-License-Identifier: Apache-2.0
#include "view/scope.h"

#include <utility>

namespace huice::view {

void PageScope::note(const Subject& subject, std::string_view key,
                     const tmpl::Value& answer) const {
  Question question{std::string(subject.kind), subject.id, subject.part};
  if (!subject.part.empty()) question.key += '.';
  question.key += key;
  // A letter's text is written twice, with its citations kept and then resolved.
  if (citations == Citations::kept) question.key += " (kept)";
  if (!questions->has(question)) questions->note(std::move(question), AnswerDigest(answer));
}

}  // namespace huice::view
