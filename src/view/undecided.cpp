// SPDX-License-Identifier: Apache-2.0
#include "view/undecided.h"

#include "view/wording.h"

#include <algorithm>
#include <array>
#include <set>

namespace huice::view {

std::string_view name_of(Waits waits) {
  static constexpr std::array<std::string_view, 3> kNames{"answers", "office", "text"};
  return kNames.at(static_cast<std::size_t>(waits));
}

std::optional<Waits> waits_for(const match::Result& result) {
  if (result.verdict != Verdict::unknown) return std::nullopt;
  bool judged = result.requirements.empty();  // the text leaves its conditions to the office
  for (const match::RequirementResult& one : result.requirements) {
    if (!one.missing.empty()) return Waits::answers;
    judged = judged || one.judged;
  }
  if (!result.missing.empty()) return Waits::answers;
  return judged ? Waits::office : Waits::text;
}

std::string unmet_text(const match::Result& result, const Words& words) {
  std::string all;
  for (const match::RequirementResult& one : result.requirements) {
    if (one.verdict != Verdict::no) continue;
    append(all, words.text("roster.failed", {{"condition", one.requirement->label}}),
           words.text("punctuation.semicolon"));
  }
  return all;
}

json::Value questions_of(const match::Plan& plan, const std::vector<match::Result>& results) {
  std::vector<std::size_t> waiting(plan.profile().size());
  for (const match::Result& result : results) {
    if (waits_for(result) != Waits::answers) continue;
    std::set<std::size_t> asked(result.missing.begin(), result.missing.end());
    for (const match::RequirementResult& one : result.requirements) {
      asked.insert(one.missing.begin(), one.missing.end());
    }
    for (const std::size_t field : asked) ++waiting[field];
  }
  std::vector<std::size_t> fields;
  for (std::size_t i = 0; i < waiting.size(); ++i) {
    if (waiting[i] > 0) fields.push_back(i);
  }
  std::stable_sort(fields.begin(), fields.end(),
                   [&waiting](std::size_t a, std::size_t b) { return waiting[a] > waiting[b]; });
  json::Value out = json::Value::list();
  for (const std::size_t field : fields) {
    out.push({{"id", plan.profile()[field].id},
              {"label", plan.profile()[field].label},
              {"question", plan.profile()[field].question},
              {"measures", waiting[field]}});
  }
  return out;
}

}  // namespace huice::view
