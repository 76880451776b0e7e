// SPDX-License-Identifier: Apache-2.0
//
// Bounds that cannot both hold, and sums in the wrong unit.
#include "base/messages/check.h"
#include "check/figures.h"
#include "check/rules.h"
#include "derive/series.h"
#include "model/walk.h"

#include <algorithm>
#include <array>
#include <map>
#include <string>

namespace huice::check {
namespace {

using model::AmountComponent;
using model::Money;
using model::Per;

bool may_be_the_same(const model::Counted& a, const model::Counted& b) {
  return a == b || a == Per::unclear || b == Per::unclear;
}

// Whether two bounds are of the same case; of different ones both may be right.
bool same_case(const model::Bound& a, const model::Bound& b) {
  return a.when.empty() || b.when.empty() || a.when == b.when;
}

// The sums that a cap of every case, counted in the same way, must not be below.
void check_cap(const AmountComponent& amount, const model::Bound& cap_of, Findings& findings) {
  const Money& cap = *cap_of.value;
  const auto compare = [&](const std::optional<Money>& sum) {
    if (!sum || *sum <= cap || !may_be_the_same(cap_of.per, amount.per)) return;
    findings.add(msg::value_above_cap{.value = sum->text(), .cap = cap.text()},
                 Spot::text(amount.place, sum->text()),
                 Other{msg::the_cap{}, Spot::text(amount.place, cap.text(), "caps")});
  };
  for (const model::Bound& floor : amount.floors) {
    if (!floor.value || !may_be_the_same(cap_of.per, floor.per) || !(cap < *floor.value)) continue;
    if (!same_case(cap_of, floor)) continue;
    findings.add(msg::cap_below_floor{.cap = cap.text(), .floor = floor.value->text()},
                 Spot::text(amount.place, cap.text(), "caps"),
                 Other{msg::the_floor{}, Spot::text(amount.place, floor.value->text(), "floors")});
  }
  if (!cap_of.when.empty()) return;
  compare(amount.value);
  compare(amount.value_to);
  for (const model::ScheduleRow& row : amount.rows) compare(row.value);
  for (const model::Phase& phase : amount.phases) compare(phase.value);
}

void check_bounds(const AmountComponent& amount, Findings& findings) {
  for (const model::Bound& cap : amount.caps) {
    // A cap after others by case is one of every other case.
    const bool of_some =
        cap.when.empty() && std::any_of(amount.caps.begin(), amount.caps.end(),
                                        [](const model::Bound& one) { return !one.when.empty(); });
    if (cap.value && !cap.may_be_exceeded && !of_some) check_cap(amount, cap, findings);
  }
}

struct CountedSo {
  std::string_view words;
  Per per;
};

constexpr std::array<CountedSo, 9> kCountedSo{{{"每年设上限", Per::year},
                                               {"每年上限", Per::year},
                                               {"每年最高", Per::year},
                                               {"每年不超过", Per::year},
                                               {"年度上限", Per::year},
                                               {"上限按年计", Per::year},
                                               {"单个项目最高", Per::project},
                                               {"每个项目最高", Per::project},
                                               {"单个项目不超过", Per::project}}};

// 每年补贴最高1000万元: between the count and the sum stand words of giving, and one of a bound.
constexpr std::array<CountedSo, 4> kCounts{{{"每年", Per::year},
                                            {"每年度", Per::year},
                                            {"单个项目", Per::project},
                                            {"每个项目", Per::project}}};
constexpr std::array<std::string_view, 5> kBounds{"最高", "不超过", "上限为", "上限", "最多"};
constexpr std::array<std::string_view, 21> kGiving{
    "给予", "予以", "补贴", "补助", "奖励", "奖补", "资助", "支持", "贴息", "拨付", "安排",
    "发放", "享受", "可",   "按",   "资金", "金额", "总额", "额度", "为",   "的"};

// The first of the words that the text begins with; empty where there is none.
template <std::size_t Size>
std::string_view begun_with(std::string_view text,
                            const std::array<std::string_view, Size>& words) {
  const auto found = std::find_if(words.begin(), words.end(),
                                  [&](std::string_view one) { return text.starts_with(one); });
  return found == words.end() ? std::string_view() : *found;
}

// Whether the text is nothing but words of giving, and at least one of a bound.
bool is_bound_of_giving(std::string_view text) {
  bool bounded = false;
  while (!text.empty()) {
    const std::string_view bound = begun_with(text, kBounds);
    const std::string_view word = bound.empty() ? begun_with(text, kGiving) : bound;
    if (word.empty()) return false;
    bounded = bounded || !bound.empty();
    text.remove_prefix(word.size());
  }
  return bounded;
}

// The words of a text from a count to the cap's own sum, where they count it otherwise than the
// record. A count after another (每户每年) is left out: it is of both.
std::string_view counted_otherwise(std::string_view words, const model::Bound& cap) {
  for (const Number& number : numbers_in(words)) {
    if (!(number.figure == figure_of(*cap.value))) continue;
    const std::string_view before = words.substr(0, number.offset);
    for (const CountedSo& one : kCounts) {
      const std::size_t at = before.rfind(one.words);
      if (at == std::string_view::npos || cap.per == one.per) continue;
      if (!is_bound_of_giving(before.substr(at + one.words.size()))) continue;
      const std::string_view left = before.substr(0, at);
      const bool after_another =
          left.ends_with("每户") || cap.per.kind() == Per::each ||
          std::any_of(kCounts.begin(), kCounts.end(), [left](const CountedSo& before_it) {
            return left.ends_with(before_it.words);
          });
      if (!after_another) return words.substr(at, number.offset + number.bytes - at);
    }
  }
  return {};
}

// What words say of the cap, where they say something else than the record.
std::string_view other_count(std::string_view words, const model::Bound& cap) {
  if (cap.per == Per::unclear) return {};
  for (const CountedSo& one : kCountedSo) {
    const std::size_t at = words.find(one.words);
    if (at != std::string_view::npos && !(cap.per == one.per))
      return words.substr(at, one.words.size());
  }
  return counted_otherwise(words, cap);
}

// The words are the amount's own, or those of an article that has this one amount with a cap.
void check_cap_words(const model::Article& article, Findings& findings) {
  const AmountComponent* only = nullptr;
  std::size_t caps = 0;
  for (const model::Measure& measure : article.measures) {
    for (const AmountComponent& amount : measure.amounts) {
      if (amount.caps.empty()) continue;
      caps += amount.caps.size();
      if (amount.caps.size() > 1 || !amount.caps.front().value) continue;
      only = &amount;
      const std::string_view said = other_count(amount.wording, amount.caps.front());
      if (said.empty()) continue;
      const std::string cap = amount.caps.front().value->text();
      findings.add(msg::cap_other_per{.words = said, .cap = cap},
                   Spot::text(amount.place, cap, "caps"));
      return;
    }
  }
  if (caps != 1 || only == nullptr) return;
  const std::string& summary = article.summary.markdown;
  const std::string_view said = other_count(summary, only->caps.front());
  if (said.empty()) return;
  const std::string cap = only->caps.front().value->text();
  findings.add(
      msg::cap_other_per{.words = said, .cap = cap}, Spot::text(only->place, cap, "caps"),
      Other{msg::the_summary{}, Spot::prose(article.summary, summary.find(said), said.size())});
}

struct Sum {
  Money money;
  Spot where;
};

// The sums that are counted for the same thing: 每平方米每月, or an empty text for all that are
// none of such a count. 15元 a square metre is no neighbour of 50万元.
using SumsByCount = std::map<std::string, std::vector<Sum>>;

void add_sums(const AmountComponent& amount, SumsByCount& sums) {
  const auto add = [&](const Money& money, const model::Counted& per, const char* key) {
    sums[per.each()].push_back({money, Spot::text(amount.place, money.text(), key)});
  };
  if (amount.value) add(*amount.value, amount.per, "value");
  if (amount.value_to) add(*amount.value_to, amount.per, "value_to");
  for (const model::Bound& cap : amount.caps) {
    if (cap.value) add(*cap.value, cap.per, "caps");
  }
  for (const model::Bound& floor : amount.floors) {
    if (floor.value) add(*floor.value, floor.per, "floors");
  }
  for (const model::ScheduleRow& row : amount.rows) {
    if (row.value) add(*row.value, amount.per, "rows");
  }
  for (const model::Phase& phase : amount.phases) {
    if (phase.value) add(*phase.value, amount.per, "phases");
  }
}

constexpr std::int64_t kFactor = 10'000;

// Once the unit is taken for its neighbour the sum must lie about where the others are: the
// smallest of a text may be the one that slipped.
bool lies_among(std::int64_t meant, const Money& least, const Money& most) {
  constexpr std::int64_t kAbout = 10;
  return meant >= least.fen() / kAbout && meant / kAbout <= most.fen();
}

// Ten thousand times off: outside of what the neighbours are by far, and among them once the unit
// is mended.
bool is_slip(const Money& sum, const Money& least, const Money& most) {
  constexpr std::int64_t kFar = 100;
  if (sum.fen() < least.fen() / kFar) {
    return lies_among(sum.fen() * kFactor, least, most);
  }
  if (sum.fen() / kFar > most.fen()) {
    return lies_among(sum.fen() / kFactor, least, most);
  }
  return false;
}

bool smaller(const Sum& a, const Sum& b) {
  return a.money < b.money;
}

// Sums must have at least three neighbours: of two, nobody can say which is off.
constexpr std::size_t kFewest = 4;

void check_slips(std::vector<Sum> sums, Findings& findings) {
  if (sums.size() < kFewest) return;
  std::stable_sort(sums.begin(), sums.end(), smaller);
  const Sum& first = sums.front();
  const Sum& last = sums.back();
  const auto report = [&](const Sum& odd, const Sum& low, const Sum& high) {
    if (!is_slip(odd.money, low.money, high.money)) return;
    findings.add(
        msg::unit_slip{
            .sum = odd.money.text(), .least = low.money.text(), .most = high.money.text()},
        odd.where, Other{msg::a_neighbour{}, low.where});
  };
  report(first, sums[1], last);
  report(last, first, sums[sums.size() - 2]);
}

// A text of few sums has the sums of its region's other texts for neighbours. These are of many
// kinds, so that a sum must be a thousand times off the middle one.
/// `others` stand in order.
void check_few(const std::vector<Sum>& own, const std::vector<Sum>& others, Findings& findings) {
  if (others.size() < kFewest) return;
  constexpr std::int64_t kApart = 1'000;
  const Sum& least = others.front();
  const Money& most = others.back().money;
  const std::int64_t middle = others[others.size() / 2].money.fen();
  for (const Sum& sum : own) {
    const std::int64_t fen = sum.money.fen();
    const bool small = fen < middle / kApart && lies_among(fen * kFactor, least.money, most);
    const bool large = fen / kApart > middle && lies_among(fen / kFactor, least.money, most);
    if (!small && !large) continue;
    findings.add(
        msg::unit_slip{.sum = sum.money.text(), .least = least.money.text(), .most = most.text()},
        sum.where, Other{msg::a_neighbour{}, least.where});
  }
}

void check_series(const model::Series& series, Findings& findings) {
  std::vector<Sum> sums;
  for (const model::Observation& one : series) {
    const auto money = one.quantity().money();
    if (money) sums.push_back({*money, Spot::at(one.provenance.place)});
  }
  check_slips(std::move(sums), findings);
}

}  // namespace

void check_amounts(const Subject& subject, Findings& findings) {
  model::each_measure(subject.library.policies(), [&](const model::MeasureRef& ref) {
    for (const AmountComponent& amount : ref.measure->amounts) check_bounds(amount, findings);
  });
  model::each_article(subject.library.policies(), [&findings](const model::ArticleRef& in) {
    check_cap_words(*in.article, findings);
  });
}

void check_units_of_money(const Subject& subject, Findings& findings) {
  std::map<const model::Policy*, SumsByCount> by_policy;
  model::each_measure(subject.library.policies(), [&](const model::MeasureRef& ref) {
    for (const AmountComponent& amount : ref.measure->amounts) {
      add_sums(amount, by_policy[ref.in.policy]);
    }
  });
  std::map<std::string_view, SumsByCount> by_region;
  for (const auto& [policy, counts] : by_policy) {
    for (const auto& [each, sums] : counts) {
      std::vector<Sum>& all = by_region[policy->region][each];
      if (sums.size() >= kFewest) all.insert(all.end(), sums.begin(), sums.end());
    }
  }
  for (auto& [region, counts] : by_region) {
    for (auto& [each, sums] : counts) std::stable_sort(sums.begin(), sums.end(), smaller);
  }
  for (const model::Policy& policy : subject.library.policies()) {
    for (const auto& [each, sums] : by_policy[&policy]) {
      if (sums.size() >= kFewest) {
        check_slips(sums, findings);
      } else {
        check_few(sums, by_region[policy.region][each], findings);
      }
    }
  }
  const auto& all = subject.library.observations();
  for (std::size_t i = 0; i < all.size();) {
    const model::Series one = subject.library.series(all[i].indicator, all[i].region);
    check_series(one, findings);
    i += static_cast<std::size_t>(one.end() - one.begin());
  }
}

}  // namespace huice::check
