// SPDX-License-Identifier: Apache-2.0
#include "base/spelling.h"

#include "base/spelling_budget.h"
#include "base/utf8.h"

#include <algorithm>

namespace huice {
namespace {

std::u32string characters(std::string_view text) {
  std::u32string out;
  for (std::size_t offset = 0; offset < text.size();) out += utf8::decode(text, offset);
  return out;
}

std::size_t distance(const std::u32string& a, const std::u32string& b) {
  std::vector<std::size_t> before_last(b.size() + 1);
  std::vector<std::size_t> last(b.size() + 1);
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) last[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t change = a[i - 1] == b[j - 1] ? 0 : 1;
      row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + change});
      const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (swapped) row[j] = std::min(row[j], before_last[j - 2] + 1);
    }
    std::swap(before_last, last);
    std::swap(last, row);
  }
  return last[b.size()];
}

// Longer words are nobody's, and comparing takes the product of two lengths.
constexpr std::size_t kLongestWord = 200;

// `steps` counts what comparing takes.
std::string nearest_of(std::string_view word, const std::vector<std::string_view>& candidates,
                       std::size_t& steps) {
  constexpr std::size_t kBytes = 4;  // of one character, at most
  const std::u32string wanted = characters(word.substr(0, kLongestWord));
  std::string_view best;
  std::size_t best_distance = 0;
  for (const std::string_view candidate : candidates) {
    steps += 4;
    if (candidate.size() > kBytes * (2 * wanted.size() + 1)) continue;  // too long to be near
    const std::u32string known = characters(candidate);
    const std::size_t allowed = std::max<std::size_t>(1, std::max(wanted.size(), known.size()) / 3);
    const std::size_t difference =
        std::max(wanted.size(), known.size()) - std::min(wanted.size(), known.size());
    if (difference > allowed) continue;
    steps += wanted.size() * known.size();
    const std::size_t found = distance(wanted, known);
    if (found > allowed || found >= known.size()) continue;
    if (best.empty() || found < best_distance) best = candidate, best_distance = found;
  }
  return std::string(best);
}

}  // namespace

std::size_t edit_distance(std::string_view a, std::string_view b) {
  return distance(characters(a), characters(b));
}

std::string nearest(std::string_view word, const std::vector<std::string_view>& candidates) {
  std::size_t steps = 0;
  return nearest_of(word, candidates, steps);
}

std::string nearest(std::string_view word, const std::vector<std::string_view>& candidates,
                    SpellingBudget& budget) {
  if (budget.steps >= SpellingBudget::kMostSteps) return {};
  std::size_t steps = 0;
  std::string found = nearest_of(word, candidates, steps);
  budget.steps += steps;
  return found;
}

std::string Speller::nearest(std::string_view word,
                             const std::function<std::vector<std::string_view>()>& candidates) {
  word = word.substr(0, kLongestWord);
  if (const auto known = found_.find(word); known != found_.end()) return known->second;
  if (steps_ >= kMostSteps) return {};
  return found_.emplace(word, nearest_of(word, candidates(), steps_)).first->second;
}

}  // namespace huice
