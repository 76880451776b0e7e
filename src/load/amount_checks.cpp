// SPDX-License-Identifier: Apache-2.0
#include "load/amount_checks.h"

#include "base/messages/load.h"
#include "model/schema/choice.h"

#include <algorithm>
#include <initializer_list>

namespace huice::load {
namespace {

using model::AmountComponent;
using model::Basis;
using model::Bound;
using model::ProfileType;
using model::ScheduleRow;

class AmountChecker {
 public:
  AmountChecker(const AmountComponent& amount, const model::Library& library,
                const std::function<void(Message)>& report)
      : amount_(amount), library_(library), report_(report) {}

  void check() {
    check_basis();
    check_others();
    check_ranges();
    check_bounds(amount_.caps);
    check_bounds(amount_.floors);
    for (const ScheduleRow& row : amount_.rows) {
      check_bounds(row.caps);
      check_bounds(row.floors);
    }
    check_rows();
    check_field("of_field", amount_.of_field, ProfileType::money);
    check_field("on_field", amount_.on_field, ProfileType::date);
    const auto& years = amount_.years;
    if (years && years->exactly.has_value() == years->at_most.has_value()) {
      report_(msg::years_both{});
    }
  }

 private:
  void needs(bool given, std::string_view key) {
    if (given) return;
    report_(msg::amount_incomplete{.basis = model::schema::word(amount_.basis), .key = key});
  }

  // 贴息比例不高于50%: a cap of the rate takes its place.
  bool has_rate() const {
    const auto is_of_the_rate = [](const Bound& cap) { return cap.rate && cap.of.empty(); };
    return amount_.rate || std::any_of(amount_.caps.begin(), amount_.caps.end(), is_of_the_rate);
  }

  void check_basis() {
    switch (amount_.basis) {
      case Basis::fixed:
        return needs(amount_.value.has_value(), "value");
      case Basis::rate:
      case Basis::match:
      case Basis::interest:
      case Basis::reduced_to:
        needs(has_rate(), "rate");
        return needs(!amount_.of.empty(), "of");
      case Basis::phases:
        return check_phases();
      case Basis::bands:
        needs(!amount_.of.empty(), "of");
        return needs(!amount_.rows.empty(), "rows");
      case Basis::stages:
      case Basis::readings:
        return needs(!amount_.rows.empty(), "rows");
      case Basis::foreign:
        return needs(amount_.foreign.has_value(), "foreign");
      case Basis::allowance:
        needs(!amount_.of.empty(), "of");
        return needs(amount_.limit || !amount_.rows.empty(), "limit");
      case Basis::unstated:
        return needs(!amount_.wording.empty() || !amount_.caps.empty() || !amount_.floors.empty(),
                     "wording");
      case Basis::schedule:
      case Basis::negotiated:
        return;
    }
  }

  // A figure that no page and no estimate would count, or that a headline would take for the whole.
  void check_others() {
    using enum Basis;
    refuse(amount_.value.has_value(), "value", {fixed});
    refuse(amount_.rate.has_value(), "rate", {rate, match, interest, reduced_to});
    refuse(amount_.foreign.has_value(), "foreign", {foreign});
    refuse(!amount_.phases.empty(), "phases", {phases});
    refuse(!amount_.rows.empty(), "rows", {schedule, stages, bands, allowance, readings});
  }

  void refuse(bool given, std::string_view key, std::initializer_list<Basis> fitting) {
    if (!given || std::find(fitting.begin(), fitting.end(), amount_.basis) != fitting.end()) return;
    report_(msg::amount_surplus{.basis = model::schema::word(amount_.basis), .key = key});
  }

  void check_ranges() {
    const auto& value = amount_.value;
    const auto& value_to = amount_.value_to;
    const auto& rate = amount_.rate;
    const auto& rate_to = amount_.rate_to;
    const bool sums_wrong = value_to && (!value || *value_to <= *value);
    const bool rates_wrong =
        rate_to && (!rate || rate->unit() != rate_to->unit() || rate_to->value() <= rate->value());
    if (sums_wrong) report_(msg::range_wrong{.low = "value", .high = "value_to"});
    if (rates_wrong) report_(msg::range_wrong{.low = "rate", .high = "rate_to"});
  }

  static bool is_share(const Bound& bound) {
    using model::RateUnit;
    return bound.rate &&
           (bound.rate->unit() == RateUnit::percent || bound.rate->unit() == RateUnit::permille);
  }

  void check_bounds(const std::vector<Bound>& bounds) {
    for (std::size_t i = 0; i < bounds.size(); ++i) {
      const Bound& bound = bounds[i];
      check_field("of_field", bound.of_field, ProfileType::money);
      const bool of_nothing = is_share(bound) && bound.of.empty() && amount_.of.empty();
      if (bound.value.has_value() == bound.rate.has_value() || of_nothing ||
          (bound.when.empty() && !bound.rule.empty())) {
        report_(msg::bound_wrong{});
        continue;
      }
      for (std::size_t before = 0; before < i; ++before) {
        const Bound& other = bounds[before];
        const bool alike = other.per == bound.per && other.of == bound.of &&
                           other.value.has_value() == bound.value.has_value();
        if (!alike || !other.when.empty()) continue;
        report_(msg::bound_never{.bound = figure_of(bound), .first = figure_of(other)});
        break;
      }
    }
  }

  static std::string figure_of(const Bound& bound) {
    return bound.value ? bound.value->text() : bound.rate->text();
  }

  bool row_fits(const ScheduleRow& row, bool is_last) const {
    const bool bounded = !row.caps.empty() || !row.floors.empty();
    const bool is_reading = amount_.basis == Basis::readings;
    if (!is_reading && !(row.per == model::Per::unclear)) return false;
    if (amount_.basis == Basis::bands) {
      return row.rate && !row.value && !row.limit && !bounded && (is_last || row.up_to);
    }
    if (row.up_to) return false;
    if (amount_.basis == Basis::allowance) {
      return row.limit && !row.value && !row.rate && !bounded;
    }
    return !row.limit && !(row.value && row.rate);
  }

  void check_rows() {
    std::optional<model::Money> reached;
    bool right = amount_.basis != Basis::readings || amount_.rows.size() != 1;
    for (const ScheduleRow& row : amount_.rows) {
      right = right && row_fits(row, &row == &amount_.rows.back());
      if (row.up_to && reached) right = right && *reached < *row.up_to;
      reached = row.up_to;
    }
    if (!right) report_(msg::rows_wrong{.basis = model::schema::word(amount_.basis)});
  }

  void check_phases() {
    if (amount_.phases.empty()) return needs(false, "phases");
    std::optional<int> last;
    for (const model::Phase& phase : amount_.phases) {
      const bool by_rate = phase.rate.has_value();
      const bool follows = !last || phase.first == *last + 1;
      if (by_rate == phase.value.has_value() || !follows || phase.last < phase.first) {
        report_(msg::phases_wrong{});
        return;
      }
      if (by_rate && amount_.of.empty()) return needs(false, "of");
      last = phase.last;
    }
  }

  // A sum is computed from money alone, and a reference rate is one of a day.
  void check_field(std::string_view key, const std::string& id, ProfileType wanted) {
    if (id.empty()) return;
    for (const model::ProfileField& field : library_.profile()) {
      if (field.id != id || field.type == wanted) continue;
      report_(msg::amount_field{.key = key,
                                .field = id,
                                .wanted = model::schema::word(wanted),
                                .found = model::schema::word(field.type)});
    }
  }

  const AmountComponent& amount_;
  const model::Library& library_;
  const std::function<void(Message)>& report_;
};

}  // namespace

void check_amount(const AmountComponent& amount, const model::Library& library,
                  const std::function<void(Message)>& report) {
  AmountChecker(amount, library, report).check();
}

}  // namespace huice::load
