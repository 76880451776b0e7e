// SPDX-License-Identifier: Apache-2.0
#include "match/plan.h"

#include "match/regions.h"
#include "model/walk.h"

#include <algorithm>

namespace huice::match {
namespace {

using logic::Rational;

std::vector<std::string> field_ids(const model::RecordList<model::ProfileField>& profile) {
  std::vector<std::string> ids;
  for (const model::ProfileField& field : profile) ids.push_back(field.id);
  return ids;
}

Rational fraction_of(const model::Decimal& decimal) {
  return *Rational::parse(decimal.text());
}

std::optional<Rational> share(const std::optional<model::Decimal>& percent) {
  if (!percent) return std::nullopt;
  return fraction_of(*percent) / Rational(100);
}

/// The rate as a share of one: 5% is 1/20. Points and basis points are no shares.
std::optional<Rational> share_of(const std::optional<model::Rate>& rate) {
  return share(rate ? rate->percent() : std::nullopt);
}

/// What a rate is in percent of its base. Points raise the rate that another amount of the measure
/// has, so that they are a part that adds to it: 2个百分点 bring 2% of the base.
std::optional<model::Decimal> percent_of(const model::AmountComponent& amount,
                                         const std::optional<model::Rate>& rate) {
  using model::Basis;
  if (!rate) return std::nullopt;
  const bool adds = amount.basis == Basis::schedule || amount.basis == Basis::rate ||
                    amount.basis == Basis::interest;
  const bool raises = adds && rate->unit() == model::RateUnit::percentage_point;
  return raises ? rate->value() : rate->percent();
}

// A rate that is brought down, and 个基点, are rates as such; a share of interest is the rate that
// the interest is computed with.
bool is_share(const model::AmountComponent& amount, const model::Bound& bound) {
  if (!bound.of.empty()) return true;
  return amount.basis != model::Basis::reduced_to && amount.basis != model::Basis::interest;
}

// 贴息比例不高于50%: where the text gives no rate, the highest that it allows.
std::optional<model::Rate> highest_rate(const model::AmountComponent& amount) {
  if (amount.rate || amount.basis != model::Basis::interest) return amount.rate;
  for (const model::Bound& bound : amount.caps) {
    const bool in_every_case = bound.when.empty() && bound.rule.empty();
    if (bound.rate && bound.of.empty() && in_every_case && !bound.may_be_exceeded)
      return bound.rate;
  }
  return std::nullopt;
}

bool names_variable(const logic::Value& rule, std::string_view name) {
  using logic::Kind;
  if (rule.is(Kind::list)) {
    return std::any_of(rule.items().begin(), rule.items().end(),
                       [name](const logic::Value& one) { return names_variable(one, name); });
  }
  if (!rule.is(Kind::object)) return false;
  return std::any_of(rule.members().begin(), rule.members().end(), [name](const auto& member) {
    const logic::Value& value = member.second;
    if (member.first == "var" && value.is(Kind::text)) return value.as_text() == name;
    return names_variable(value, name);
  });
}

int months_between(const model::Date& from, const model::Date& to) {
  return (to.year() - from.year()) * 12 + to.month() - from.month();
}

// What is published each month says nothing of a day long after a publication: where the next ones
// are not on record, they may have stated another rate.
void set_ends(std::vector<ReferenceRate>& rates) {
  if (rates.empty()) return;
  std::vector<int> steps;
  for (std::size_t i = 0; i + 1 < rates.size(); ++i) {
    rates[i].until = rates[i + 1].from;
    steps.push_back(std::max(1, months_between(rates[i].from, rates[i].until)));
  }
  std::sort(steps.begin(), steps.end());
  const int usual = steps.empty() ? 1 : steps[steps.size() / 2];
  const int longest = steps.empty() ? 1 : std::min(steps.back(), 2 * usual);
  rates.back().until = rates.back().from.plus_days(31 * longest);
  for (ReferenceRate& rate : rates) {
    rate.until = std::min(rate.until, rate.from.plus_days(31 * 2 * usual));
  }
}

}  // namespace

bool is_claimable(const model::Measure& measure) {
  return measure.effect != model::Effect::assessment && measure.effect != model::Effect::obligation;
}

Plan::Plan(const model::Library& library, const model::Date& as_of, model::Locator& locator,
           Diagnostics& problems)
    : library_(library),
      as_of_(as_of),
      locator_(&locator),
      problems_(&problems),
      indexes_(library),
      reader_(library.profile()),
      columns_(field_ids(library.profile())),
      rules_(columns_),
      region_field_(columns_.find(kRegionField)) {
  make();
}

void Plan::make() {
  read_profile_fields();
  model::each_measure(library_.policies(), [this](const model::MeasureRef& ref) {
    if (is_claimable(*ref.measure)) add(ref.in, *ref.measure);
  });
  std::sort(measures_.begin(), measures_.end(),
            [](const PlannedMeasure& a, const PlannedMeasure& b) { return a.id < b.id; });
  for (const model::Policy& policy : library_.policies()) add_clauses(policy);
  locator_ = nullptr;
  problems_ = nullptr;
}

void Plan::read_profile_fields() {
  for (std::size_t i = 0; i < profile().size(); ++i) {
    const model::ProfileField& field = profile()[i];
    if (field.type == model::ProfileType::recognition) recognition_fields_.push_back(i);
    if (field.type == model::ProfileType::date && !field.ahead) past_days_.push_back(i);
    if (field.type == model::ProfileType::boolean && field.id == kMovedField) moved_field_ = i;
    Condition only_if = compile(field.only_if);
    if (only_if.rule) only_if_.push_back({i, std::move(only_if)});
  }
  if (!region_field_) return;
  const auto& choices = profile()[*region_field_].choices;
  for (const model::Region& one : library_.regions()) {
    if (std::find(choices.begin(), choices.end(), one.name) != choices.end()) {
      homes_.push_back(&one);
    }
  }
}

std::optional<std::size_t> Plan::place_of(std::string_view fact_id) const {
  const auto found = std::lower_bound(
      measures_.begin(), measures_.end(), fact_id,
      [](const PlannedMeasure& measure, std::string_view id) { return measure.id < id; });
  if (found == measures_.end() || found->id != fact_id) return std::nullopt;
  return static_cast<std::size_t>(found - measures_.begin());
}

const PlannedMeasure* Plan::measure(std::string_view fact_id) const {
  const auto place = place_of(fact_id);
  return place ? &measures_[*place] : nullptr;
}

// A clause that names no measures speaks of all those of its text.
void Plan::add_clauses(const model::Policy& policy) {
  for (const model::Stacking& clause : policy.stacking) {
    std::vector<std::string> ids = clause.measures;
    if (ids.empty()) {
      model::each_measure(policy, [&ids](const model::MeasureRef& one) {
        ids.push_back(model::fact_id(one.in, one.measure->id));
      });
    }
    for (const std::string& id : ids) {
      const auto place = place_of(id);
      if (!place) continue;
      auto& known = measures_[*place].clauses;
      if (known.empty() || known.back() != &clause) known.push_back(&clause);
    }
  }
}

void Plan::add(const model::ArticleRef& in, const model::Measure& measure) {
  PlannedMeasure planned;
  planned.measure = {in, &measure};
  planned.id = model::fact_id(in, measure.id);
  planned.status = derive::status_of(planned.measure, indexes_, as_of_);
  planned.conflicts = derive::open_conflicts(planned.measure, indexes_, as_of_);
  const bool own_start = measure.validity && measure.validity->from;
  planned.start_open = !own_start && !derive::start_of(*in.policy).confirmed;
  planned.unproven = derive::is_unproven(*in.policy, as_of_);
  planned.provisional = in.policy->provenance.is_provisional();
  set_reach(planned);
  for (const model::Requirement& requirement : measure.requirements) {
    PlannedRequirement one{&requirement, {}};
    if (requirement.readings.empty()) one.readings.push_back(compile(requirement.rule));
    for (const model::RuleReading& reading : requirement.readings) {
      one.readings.push_back(compile(reading.rule));
    }
    planned.requirements.push_back(std::move(one));
  }
  for (const model::AmountComponent& amount : measure.amounts) {
    planned.amounts.push_back(plan(amount));
  }
  planned.counts_since = counts_since(planned);
  measures_.push_back(std::move(planned));
}

// Where an enterprise has to be registered, and by which answers it surely is.
void Plan::set_reach(PlannedMeasure& planned) const {
  const model::Territory* territory = model::territory_of(planned.measure);
  const std::string& policy_region = planned.measure.in.policy->region;
  planned.limited = territory != nullptr;
  const model::Region* region =
      library_.region(territory != nullptr ? territory->region : policy_region);
  if (region == nullptr) return;
  const auto is_it = [region](const model::Region& one) { return &one == region; };
  for (const model::Region* home : homes_) {
    if (nearest_around(library_, home, is_it) == nullptr) continue;
    planned.homes.push_back(home->name);
    planned.asks_region =
        planned.asks_region || (home == region && !planned.measure.measure->for_outsiders);
  }
}

std::optional<model::Date> Plan::counts_since(const PlannedMeasure& measure) const {
  std::optional<model::Date> since;
  const auto at_least = [&since](const model::Date& other) {
    since = std::max(since.value_or(other), other);
  };
  const auto& requirements = measure.requirements;
  const bool new_only =
      std::any_of(requirements.begin(), requirements.end(), [](const PlannedRequirement& one) {
        return std::any_of(one.readings.begin(), one.readings.end(),
                           [](const Condition& reading) { return reading.newly; });
      });
  const model::PolicyDates& dates = measure.measure.in.policy->dates;
  if (new_only && dates.signed_on) at_least(*dates.signed_on);
  if (new_only && !dates.signed_on && dates.effective && dates.effective->date) {
    at_least(*dates.effective->date);
  }
  for (const model::AmountComponent& amount : measure.measure.measure->amounts) {
    if (!amount.years) continue;
    const auto& years = amount.years->exactly ? amount.years->exactly : amount.years->at_most;
    if (years)
      at_least(*model::Date::of(std::max(model::kFirstYear, as_of_.year() - *years), 1, 1));
  }
  return since;
}

PlannedAmount Plan::plan(const model::AmountComponent& amount) {
  PlannedAmount planned;
  planned.component = &amount;
  planned.base = columns_.find(amount.of_field);
  planned.day = columns_.find(amount.on_field);
  if (planned.base) planned.base_label = library_.profile()[*planned.base].label;
  if (planned.day) planned.day_label = library_.profile()[*planned.day].label;
  const auto rate = highest_rate(amount);
  planned.percent = percent_of(amount, rate);
  planned.percent_to = amount.rate_to ? percent_of(amount, amount.rate_to) : planned.percent;
  planned.rate = share(planned.percent);
  planned.rate_to = share(planned.percent_to);
  if (rate) planned.rate_text = rate->text();
  if (amount.value) planned.value = Rational(amount.value->fen());
  planned.value_to = amount.value_to ? Rational(amount.value_to->fen()) : planned.value;
  planned.caps = plan(amount.caps, planned, {});
  planned.floors = plan(amount.floors, planned, {});
  planned.for_some_years = amount.years.has_value() || amount.basis == model::Basis::phases;
  for (const model::Phase& phase : amount.phases) {
    planned.phases.push_back({&phase, share_of(phase.rate)});
  }
  for (const model::ScheduleRow& row : amount.rows) planned.rows.push_back(plan(row, planned));
  for (const model::Modifier& modifier : amount.modifiers) {
    planned.modifiers.push_back({&modifier, compile(modifier.rule), fraction_of(modifier.times)});
  }
  if (!amount.reference.empty()) planned.reference = reference(amount.reference);
  return planned;
}

PlannedRow Plan::plan(const model::ScheduleRow& row, const PlannedAmount& of) {
  PlannedRow planned;
  planned.row = &row;
  planned.condition = compile(row.rule);
  planned.percent = percent_of(*of.component, row.rate);
  planned.rate = share(planned.percent);
  planned.caps = plan(row.caps, of, row.when);
  planned.floors = plan(row.floors, of, row.when);
  return planned;
}

PlannedBounds Plan::plan(const std::vector<model::Bound>& bounds, const PlannedAmount& of,
                         std::string_view when) {
  PlannedBounds planned;
  for (const model::Bound& bound : bounds) {
    PlannedBound one;
    one.bound = &bound;
    one.always = bound.when.empty() && bound.rule.empty();
    one.condition = compile(bound.rule);
    one.when = bound.when.empty() ? when : std::string_view(bound.when);
    if (bound.value) one.sum = Rational(bound.value->fen());
    if (!bound.value && is_share(*of.component, bound)) {
      one.rate = share_of(bound.rate);
      one.of = bound.of.empty() ? of.component->of : bound.of;
      one.base = bound.of.empty() ? of.base : columns_.find(bound.of_field);
      if (one.base) one.base_label = library_.profile()[*one.base].label;
    }
    const auto alike = std::find_if(planned.begin(), planned.end(), [&one](const auto& cases) {
      const PlannedBound& first = cases.front();
      return first.bound->per == one.bound->per && first.of == one.of &&
             first.sum.has_value() == one.sum.has_value();
    });
    if (alike == planned.end()) {
      planned.push_back({std::move(one)});
    } else {
      alike->push_back(std::move(one));
    }
  }
  return planned;
}

Condition Plan::compile(const model::Rule& rule) {
  if (rule.empty()) return {};
  std::vector<ConditionFault> faults;
  auto compiled = reader_.compile(rule, faults);
  for (const ConditionFault& fault : faults) {
    problems_->add(fault.what.at(match::place_of(rule, fault.at, *locator_)));
  }
  if (!compiled) return {};
  Condition made;
  made.newly = names_variable(compiled->json, "how");
  made.json = std::move(compiled->json);
  for (const std::string& name : compiled->rule.variables()) {
    const auto place = columns_.find(name);
    if (!place) continue;
    made.fields.push_back(*place);
    made.of_recognitions =
        made.of_recognitions || profile()[*place].type == model::ProfileType::recognition;
  }
  made.rule = rules_.add(std::move(compiled->rule));
  return made;
}

const std::vector<ReferenceRate>* Plan::reference(const std::string& indicator) {
  const auto [found, is_new] = references_.try_emplace(indicator);
  std::vector<ReferenceRate>& rates = found->second;
  if (is_new) {
    for (const model::Observation& one : library_.observations()) {
      const bool share = one.unit == "%" && one.qualifier == model::Qualifier::equal;
      if (one.indicator != indicator || !share || !one.variant.empty() ||
          one.period.kind() == model::PeriodKind::unstated) {
        continue;
      }
      rates.push_back({one.period.last(),
                       {},
                       fraction_of(one.value) / Rational(100),
                       one.value.text() + "%",
                       one.provenance.is_provisional()});
    }
    std::sort(rates.begin(), rates.end(),
              [](const ReferenceRate& a, const ReferenceRate& b) { return a.from < b.from; });
    set_ends(rates);
  }
  return rates.empty() ? nullptr : &rates;
}

}  // namespace huice::match
