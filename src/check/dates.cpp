// SPDX-License-Identifier: Apache-2.0
//
// Days of one document in an order in which they cannot come, and days that are still to come.
#include "base/messages/check.h"
#include "check/rules.h"
#include "model/walk.h"

namespace huice::check {
namespace {

using model::Date;
using model::Place;

// A day that a record states, what it is, and the key it is under.
struct Day {
  Argument what;
  std::optional<Date> date;
  std::string key;
};

class Dates {
 public:
  Dates(const Subject& subject, Findings& findings) : subject_(subject), findings_(findings) {}

  void policy(const model::Policy& policy) {
    const Place& place = policy.provenance.place;
    const model::PolicyDates& dates = policy.dates;
    const Day signed_on{msg::day_signed{}, dates.signed_on, "signed"};
    const Day published{msg::day_published{}, dates.published_on, "published"};
    const Day expires{msg::day_expires{}, dates.expires_on, "expires"};
    const Day printed{msg::day_printed{}, dates.printed_on, "printed"};
    in_order(signed_on, published, place);
    in_order(signed_on, printed, place);
    if (dates.effective) {
      const Day effective{msg::day_effective{}, dates.effective->date, "effective"};
      if (!states(*dates.effective)) in_order(signed_on, effective, place);
      in_order(effective, expires, place);
    }
    in_order(signed_on, expires, place);
    for (const Day& day : {signed_on, published, printed}) to_come(day, subject_.as_of, place);
    number(policy.number, policy.dates.signed_on, place);
    model::each_measure(policy,
                        [&](const model::MeasureRef& ref) { measure(*ref.measure, signed_on); });
  }

  void proposal(const model::Proposal& proposal) {
    const Day received{msg::day_received{}, proposal.received_on, "received"};
    to_come(received, subject_.as_of, proposal.provenance.place);
    if (!proposal.reply) return;
    const model::Reply& reply = *proposal.reply;
    const Day signed_on{msg::day_signed{}, reply.signed_on, "signed"};
    const Day printed{msg::day_printed{}, reply.printed_on, "printed"};
    in_order(received, signed_on, reply.place);
    in_order(signed_on, printed, reply.place);
    // A letter is made ready before its day.
    constexpr int kReadyBefore = 31;
    const Date last = subject_.as_of.plus_days(kReadyBefore);
    for (const Day& day : {signed_on, printed}) to_come(day, last, reply.place);
    number(reply.number, reply.signed_on, reply.place);
  }

  void undertaking(const model::UndertakingRef& ref) {
    const model::Undertaking& one = *ref.undertaking;
    in_order({msg::day_signed{}, ref.signed_on(), "signed"}, {msg::day_due{}, one.due, "due"},
             one.place);
  }

 private:
  // A text that says itself that it applies from a day before it was signed, as a person confirmed.
  static bool states(const model::Commencement& effective) {
    return effective.confirmed && effective.date &&
           effective.phrase.find(effective.date->official()) != std::string::npos;
  }

  static Spot spot(const Day& day, const Place& place) {
    return Spot::text(place, day.date->iso(), day.key);
  }

  // The first is not after the second.
  void in_order(const Day& first, const Day& second, const Place& place) {
    if (!first.date || !second.date || *first.date <= *second.date) return;
    findings_.add(msg::dates_out_of_order{.one = second.what,
                                          .one_date = second.date->iso(),
                                          .other = first.what,
                                          .other_date = first.date->iso()},
                  spot(second, place));
  }

  void to_come(const Day& day, const Date& last, const Place& place) {
    if (!day.date || *day.date <= last) return;
    findings_.add(
        msg::date_to_come{.what = day.what, .date = day.date->iso(), .today = subject_.as_of.iso()},
        spot(day, place));
  }

  void number(const std::optional<model::DocumentNumber>& number,
              const std::optional<Date>& signed_on, const Place& place) {
    if (!number || number->year() == 0 || !signed_on || number->year() == signed_on->year()) return;
    findings_.add(msg::document_number_year{.number = number->text(), .date = signed_on->iso()},
                  Spot::text(place, number->text(), "number"),
                  Other{msg::the_day_signed{}, Spot::text(place, signed_on->iso(), "signed")});
  }

  void measure(const model::Measure& measure, const Day& signed_on) {
    if (!measure.validity) return;
    const Day from{msg::day_from{}, measure.validity->from, "from"};
    const Day to{msg::day_to{}, measure.validity->to, "to"};
    in_order(from, to, measure.place);
    in_order(signed_on, to, measure.place);
  }

  const Subject& subject_;
  Findings& findings_;
};

}  // namespace

void check_dates(const Subject& subject, Findings& findings) {
  Dates dates(subject, findings);
  const auto promise = [&dates](const model::UndertakingRef& ref) { dates.undertaking(ref); };
  for (const model::Policy& one : subject.library.policies()) dates.policy(one);
  for (const model::Proposal& one : subject.library.proposals()) dates.proposal(one);
  model::each_undertaking(subject.library.policies(), promise);
  model::each_undertaking(subject.library.proposals(), promise);
}

}  // namespace huice::check
