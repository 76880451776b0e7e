// SPDX-License-Identifier: Apache-2.0
#include "base/messages/check.h"
#include "check/figures.h"
#include "check/naming.h"
#include "check/rules.h"
#include "derive/series.h"
#include "model/reply_body.h"
#include "model/walk.h"

#include <algorithm>
#include <map>
#include <variant>

namespace huice::check {
namespace {

std::string unit_class(const std::string& unit) {
  return figure_of(model::Decimal(), unit).unit;
}

// Whether it is reached, nobody can know without a figure of the same region.
void count_observed(const model::ArticleRef& in, const model::Target& target,
                    const Subject& subject, Findings& findings) {
  const std::string& region = target.region.empty() ? in.policy->region : target.region;
  const model::Series known = subject.library.series(target.indicator, region);
  findings.count_in_file(msg::target_unobserved::code, known.begin() == known.end(), target.place,
                         name_of(model::TargetRef{in, &target}));
}

void check_past(const model::ArticleRef& in, const model::Target& target, Findings& findings) {
  const auto& signed_on = in.policy->dates.signed_on;
  if (!signed_on || !target.by || target.by->kind() == model::PeriodKind::unstated) return;
  if (!(target.by->last() < *signed_on)) return;
  findings.add(msg::target_past{.by = target.by->text(), .date = signed_on->iso()},
               Spot::text(target.place, target.by->text(), "by"),
               Other{msg::the_text{}, Spot::at(in.policy->provenance.place)});
}

using Document = std::variant<const model::Policy*, const model::Proposal*>;

// What a document says an indicator of a region is to be.
struct Claim {
  Document document;
  std::string name;
  model::Quantity says;
  model::Place place;
};

bool far_apart(const model::Quantity& a, const model::Quantity& b) {
  constexpr double kFar = 10;
  return times(figure_of(a), figure_of(b)) >= kFar;
}

// What texts and replies state of one indicator and region: goals, promises with an amount, and
// sums that a text or reply on record states. Figures that were counted are never claims: a goal
// may be far from where things stand.
class Claims {
 public:
  Claims(const model::Library& library, Findings& findings)
      : library_(library), findings_(findings) {}

  void find() {
    model::each_article(library_.policies(), [this](const model::ArticleRef& in) {
      for (const model::Target& one : in.article->targets) {
        const std::string& region = one.region.empty() ? in.policy->region : one.region;
        if (one.value.kind() != model::GoalKind::figure) continue;  // of no size to compare
        add(one.indicator, region,
            {in.policy, name_of(*in.policy), one.value.quantities().front(), one.place});
      }
      add_promises(in.article->undertakings, in.policy->region, in.policy, name_of(*in.policy));
    });
    for (const model::Policy& one : library_.policies()) {
      add_promises(one.undertakings, one.region, &one, name_of(one));
    }
    for (const model::Proposal& one : library_.proposals()) {
      if (!one.reply) continue;
      add_promises(one.reply->undertakings, one.region, &one, model::reply_name(one));
    }
    for (const model::Observation& one : library_.observations()) add_figure(one);
    for (const auto& [of, claims] : claims_) compare(claims);
  }

 private:
  void add(const std::string& indicator, const std::string& region, Claim claim) {
    if (!indicator.empty()) claims_[{indicator, region}].push_back(std::move(claim));
  }

  void add_promises(const std::vector<model::Undertaking>& promises, const std::string& region,
                    const Document& document, const std::string& name) {
    for (const model::Undertaking& one : promises) {
      if (one.amount) add(one.indicator, region, {document, name, *one.amount, one.place});
    }
  }

  void add_figure(const model::Observation& one) {
    if (!one.quantity().money() || !one.provenance.source) return;
    const std::string& document = one.provenance.source->document;
    const model::Proposal* proposal = library_.proposal(document);
    const model::Policy* policy = library_.policy(document);
    if (proposal == nullptr && policy == nullptr) return;
    const Document states = proposal != nullptr ? Document(proposal) : Document(policy);
    add(one.indicator, one.region,
        {states, name_of(one, library_), one.quantity(), one.provenance.place});
  }

  // One finding for what is stated first, which is compared with all others.
  void compare(const std::vector<Claim>& claims) {
    const Claim& first = claims.front();
    for (const Claim& other : claims) {
      if (other.document == first.document || !far_apart(first.says, other.says)) continue;
      findings_.add(msg::target_off{.one = first.name,
                                    .one_says = first.says.text(),
                                    .other = other.name,
                                    .other_says = other.says.text()},
                    Spot::text(first.place, first.says.text()),
                    Other{msg::the_other{}, Spot::at(other.place)});
      return;
    }
  }

  const model::Library& library_;
  Findings& findings_;
  std::map<std::pair<std::string, std::string>, std::vector<Claim>> claims_;
};

void check_target(const model::ArticleRef& in, const model::Target& target, const Subject& subject,
                  Findings& findings) {
  check_past(in, target, findings);
  const model::Indicator* indicator = subject.library.indicator(target.indicator);
  if (indicator == nullptr) {
    findings.add(msg::target_unmeasured{.target = target.label}, Spot::at(target.place));
    return;
  }
  count_observed(in, target, subject, findings);
  // A change, a multiple or a rank says nothing of the indicator's unit.
  const std::string unit(target.value.unit());
  if (unit.empty() || unit_class(unit) == unit_class(indicator->unit)) return;
  findings.add(
      msg::target_other_unit{
          .unit = unit, .indicator = indicator->name, .indicator_unit = indicator->unit},
      Spot::text(target.place, target.value.text()),
      Other{msg::the_indicator{}, Spot::at(indicator->provenance.place)});
}

}  // namespace

void check_targets(const Subject& subject, Findings& findings) {
  model::each_target(subject.library.policies(), [&](const model::TargetRef& ref) {
    check_target(ref.in, *ref.target, subject, findings);
  });
  Claims(subject.library, findings).find();
}

}  // namespace huice::check
