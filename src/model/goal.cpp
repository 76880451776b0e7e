// SPDX-License-Identifier: Apache-2.0
#include "model/goal.h"

#include "base/ascii.h"

#include <algorithm>
#include <array>

namespace huice::model {
namespace {

constexpr std::array<std::string_view, 11> kChanges{"降低", "下降", "减少", "压减", "缩短", "增长",
                                                    "提高", "提升", "增加", "上升", "递增"};
constexpr std::array<std::string_view, 4> kMultiples{"翻一番", "翻两番", "翻番", "翻三番"};
constexpr std::array<std::string_view, 3> kAll{"全覆盖", "全部覆盖", "应享尽享"};
constexpr std::array<std::string_view, 4> kRanges{"—", "至", "～", "-"};
constexpr std::array<std::string_view, 3> kRankUnits{"名", "位", "强"};

template <std::size_t Size>
bool is_one_of(std::string_view text, const std::array<std::string_view, Size>& words) {
  return std::find(words.begin(), words.end(), text) != words.end();
}

// 前3名, 第1位, 前10强.
std::optional<Quantity> parse_rank(std::string_view text) {
  constexpr std::string_view kBefore = "前";
  constexpr std::string_view kAt = "第";
  if (!text.starts_with(kBefore) && !text.starts_with(kAt)) return std::nullopt;
  const auto qualifier = text.starts_with(kAt) ? Qualifier::equal : Qualifier::at_most;
  const auto rank = Quantity::parse(text.substr(kBefore.size()));
  const bool whole = rank && rank->qualifier() == Qualifier::equal && rank->value().scale() == 0 &&
                     rank->value().coefficient() > 0;
  if (!whole || !is_one_of(rank->unit(), kRankUnits)) return std::nullopt;
  return Quantity(qualifier, rank->value(), rank->unit());
}

// 15—20家, 15家至20家, 5%—20%.
std::vector<Quantity> parse_range(std::string_view text) {
  for (const std::string_view mark : kRanges) {
    const std::size_t at = text.find(mark, 1);
    if (at == std::string_view::npos) continue;
    const auto high = Quantity::parse(text.substr(at + mark.size()));
    if (!high || high->qualifier() != Qualifier::equal) continue;
    const std::string_view first = text.substr(0, at);
    const bool bare = !first.empty() && ascii::is_digit(first.back());
    const auto low = Quantity::parse(bare ? std::string(first) + high->unit() : std::string(first));
    const bool fits = low && low->qualifier() == Qualifier::equal && low->unit() == high->unit() &&
                      low->value() < high->value();
    if (fits) return {*low, *high};
  }
  return {};
}

}  // namespace

std::optional<Goal> Goal::parse(std::string_view text) {
  Goal goal;
  goal.text_ = text;
  if (is_one_of(text, kMultiples)) {
    goal.kind_ = GoalKind::multiple;
    return goal;
  }
  if (is_one_of(text, kAll)) {
    goal.kind_ = GoalKind::all;
    return goal;
  }
  if (const auto rank = parse_rank(text)) {
    goal.kind_ = GoalKind::rank;
    goal.quantities_ = {*rank};
    return goal;
  }
  for (const std::string_view word : kChanges) {
    if (!text.starts_with(word)) continue;
    const auto by = Quantity::parse(text.substr(word.size()));
    if (!by) return std::nullopt;
    goal.kind_ = GoalKind::change;
    goal.quantities_ = {*by};
    return goal;
  }
  goal.quantities_ = parse_range(text);
  if (!goal.quantities_.empty()) {
    goal.kind_ = GoalKind::range;
    return goal;
  }
  const auto figure = Quantity::parse(text);
  if (!figure) return std::nullopt;
  goal.quantities_ = {*figure};
  return goal;
}

std::string_view Goal::unit() const {
  const bool own = kind_ == GoalKind::figure || kind_ == GoalKind::range;
  return own && !quantities_.empty() ? std::string_view(quantities_.front().unit())
                                     : std::string_view();
}

std::vector<std::string_view> words_of_change() {
  return {kChanges.begin(), kChanges.end()};
}
std::vector<std::string_view> fixed_goals() {
  std::vector<std::string_view> all(kMultiples.begin(), kMultiples.end());
  all.insert(all.end(), kAll.begin(), kAll.end());
  return all;
}
std::vector<std::string_view> range_marks() {
  return {kRanges.begin(), kRanges.end()};
}
std::vector<std::string_view> rank_units() {
  return {kRankUnits.begin(), kRankUnits.end()};
}

}  // namespace huice::model
