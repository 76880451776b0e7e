// SPDX-License-Identifier: Apache-2.0
//
// What an enterprise needs beside the sum: who is responsible, whom to call, who is eligible; and
// whether anybody has worked out by hand what the measure gives.
#include "base/messages/check.h"
#include "check/naming.h"
#include "check/rules.h"
#include "model/walk.h"

#include <algorithm>
#include <set>
#include <string_view>

namespace huice::check {
namespace {

bool has_phone(const std::string& id, const model::Library& library) {
  const model::Organization* unit = library.organization(id);
  return unit != nullptr && !unit->phone.empty();
}

bool has_contact(const model::MeasureRef& ref, const model::Library& library) {
  const auto& guide = ref.measure->guide;
  if (guide && (!guide->phone.empty() || has_phone(guide->office, library))) return true;
  const auto& units = model::units_of(ref.in);
  return std::any_of(units.begin(), units.end(),
                     [&](const std::string& id) { return has_phone(id, library); });
}

bool has_unit(const model::MeasureRef& ref) {
  const auto& guide = ref.measure->guide;
  return !model::units_of(ref.in).empty() || (guide && !guide->office.empty());
}

}  // namespace

void check_measures(const Subject& subject, Findings& findings) {
  std::set<std::string_view> worked;
  for (const model::Example& example : subject.library.examples()) worked.insert(example.measure);
  model::each_measure(subject.library.policies(), [&](const model::MeasureRef& ref) {
    const model::Measure& measure = *ref.measure;
    const std::string id = fact_id(ref.in, measure.id);
    const auto count = [&](Code code, bool faulty) {
      findings.count_in_file(code, faulty, measure.place, name_of(ref));
    };
    count(msg::measure_without_unit::code, !has_unit(ref));
    count(msg::measure_without_contact::code, !has_contact(ref, subject.library));
    count(msg::measure_without_conditions::code, measure.requirements.empty());
    count(msg::measure_without_example::code, !worked.contains(id));
  });
}

}  // namespace huice::check
