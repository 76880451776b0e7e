// SPDX-License-Identifier: Apache-2.0
//
// Bounds that cannot both hold, and sums in the wrong unit.
#include "check/articles.h"
#include "check/rules.h"
#include "derive/series.h"

#include <algorithm>
#include <map>

namespace huice::check {
namespace {

using model::AmountComponent;
using model::Money;
using model::Per;

bool counted_alike(Per a, Per b) {
  return a == b || a == Per::unclear || b == Per::unclear;
}

void check_bounds(const AmountComponent& amount, Findings& findings) {
  if (!amount.cap || amount.cap->may_be_exceeded) return;
  const Money& cap = amount.cap->value;
  const auto above = [&](const Money& sum) {
    findings.add(Code::value_above_cap, Spot::text(amount.place, sum.text()),
                 {sum.text(), cap.text()}, Other{"the cap:", Spot::text(amount.place, cap.text())});
  };
  if (amount.floor && counted_alike(amount.cap->per, amount.floor->per) &&
      cap < amount.floor->value) {
    findings.add(Code::cap_below_floor, Spot::text(amount.place, cap.text()),
                 {cap.text(), amount.floor->value.text()},
                 Other{"the floor:", Spot::text(amount.place, amount.floor->value.text())});
  }
  if (amount.value && counted_alike(amount.cap->per, amount.per) && *amount.value > cap) {
    above(*amount.value);
  }
  for (const model::ScheduleRow& row : amount.rows) {
    if (row.value && counted_alike(amount.cap->per, amount.per) && *row.value > cap) {
      above(*row.value);
    }
  }
}

struct Sum {
  Money money;
  Spot where;
};

void add_sums(const AmountComponent& amount, std::vector<Sum>& sums) {
  const auto add = [&](const Money& money) {
    sums.push_back({money, Spot::text(amount.place, money.text())});
  };
  if (amount.value) add(*amount.value);
  if (amount.cap) add(amount.cap->value);
  if (amount.floor) add(amount.floor->value);
  for (const model::ScheduleRow& row : amount.rows) {
    if (row.value) add(*row.value);
  }
}

// Ten thousand times off: outside of what the neighbours are by far, and among them once the unit
// is taken for its neighbour.
bool is_slip(const Money& sum, const Money& least, const Money& most) {
  constexpr std::int64_t kFactor = 10'000;
  constexpr std::int64_t kFar = 100;
  if (sum.fen() < least.fen() / kFar) {
    const std::int64_t meant = sum.fen() * kFactor;
    return meant >= least.fen() && meant <= most.fen();
  }
  if (sum.fen() / kFar > most.fen()) {
    const std::int64_t meant = sum.fen() / kFactor;
    return meant >= least.fen() && meant <= most.fen();
  }
  return false;
}

bool smaller(const Sum& a, const Sum& b) {
  return a.money < b.money;
}

// Sums must have at least three neighbours: of two, nobody can say which is off.
void check_slips(std::vector<Sum> sums, Findings& findings) {
  constexpr std::size_t kFewest = 4;
  if (sums.size() < kFewest) return;
  std::stable_sort(sums.begin(), sums.end(), smaller);
  const Sum& first = sums.front();
  const Sum& last = sums.back();
  const auto report = [&](const Sum& sum, const Sum& least, const Sum& most) {
    if (!is_slip(sum.money, least.money, most.money)) return;
    findings.add(Code::unit_slip, sum.where,
                 {sum.money.text(), least.money.text(), most.money.text()},
                 Other{"a neighbour:", least.where});
  };
  report(first, sums[1], last);
  report(last, first, sums[sums.size() - 2]);
}

void check_series(const derive::Series& series, Findings& findings) {
  std::vector<Sum> sums;
  for (const model::Observation& one : series) {
    const auto money = one.quantity().money();
    if (money) sums.push_back({*money, Spot::at(one.provenance.place)});
  }
  check_slips(std::move(sums), findings);
}

}  // namespace

void check_amounts(const Subject& subject, Findings& findings) {
  for_each_measure(subject.library, [&](const model::MeasureRef& ref) {
    for (const AmountComponent& amount : ref.measure->amounts) check_bounds(amount, findings);
  });
}

void check_units_of_money(const Subject& subject, Findings& findings) {
  for (const model::Policy& policy : subject.library.policies) {
    std::vector<Sum> sums;
    for (const model::Section& section : policy.sections) {
      for (const model::Article& article : section.articles) {
        for (const model::Measure& measure : article.measures) {
          for (const AmountComponent& amount : measure.amounts) add_sums(amount, sums);
        }
      }
    }
    check_slips(std::move(sums), findings);
  }
  const auto& all = subject.library.observations;
  for (std::size_t i = 0; i < all.size();) {
    const derive::Series one = derive::series(subject.library, all[i].indicator, all[i].region);
    check_series(one, findings);
    i += static_cast<std::size_t>(one.end() - one.begin());
  }
}

}  // namespace huice::check
