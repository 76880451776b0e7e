// SPDX-License-Identifier: Apache-2.0
//
// A promise needs someone who keeps it and a day by which it is kept.
#include "base/messages/check.h"
#include "check/naming.h"
#include "check/rules.h"
#include "derive/due.h"
#include "model/walk.h"

namespace huice::check {
namespace {

class Undertakings {
 public:
  Undertakings(const Subject& subject, Findings& findings)
      : subject_(subject), findings_(findings) {}

  void check(const model::Undertaking& one, bool owned, const std::string& name) {
    findings_.count_in_file(msg::undertaking_without_owner::code, !owned && one.units.empty(),
                            one.place, name);
    const bool timed = one.due || one.within || !one.every.empty();
    findings_.count_in_file(msg::undertaking_without_due::code, !timed, one.place, name);
    if (derive::due_of(one, subject_.as_of) != derive::Due::passed) return;
    findings_.add(msg::undertaking_overdue{.date = one.due->iso()},
                  Spot::text(one.place, one.due->iso()));
  }

 private:
  const Subject& subject_;
  Findings& findings_;
};

}  // namespace

void check_undertakings(const Subject& subject, Findings& findings) {
  Undertakings undertakings(subject, findings);
  const auto check = [&undertakings](const model::UndertakingRef& ref) {
    const bool owned = ref.in.article != nullptr && !model::units_of(ref.in).empty();
    undertakings.check(*ref.undertaking, owned, name_of(ref));
  };
  model::each_undertaking(subject.library.policies(), check);
  model::each_undertaking(subject.library.proposals(), check);
}

}  // namespace huice::check
