// SPDX-License-Identifier: Apache-2.0
//
// Units called by a name they no longer bore when it was written.
#include "base/messages/check.h"
#include "check/prose_fields.h"
#include "check/rules.h"

#include <algorithm>
#include <set>
#include <unordered_map>

namespace huice::check {
namespace {

class Names {
 public:
  Names(const Subject& subject, Findings& findings) : subject_(subject), findings_(findings) {
    for (const model::Organization& unit : subject.library.organizations()) {
      for (const model::FormerName& former : unit.former) {
        if (former.until && !former.name.empty()) known_.push_back({&unit, &former});
      }
    }
    for (const Known& one : known_) start_ = std::min(start_, one.former->name.size());
    for (const Known& one : known_) {
      by_start_[std::string_view(one.former->name).substr(0, start_)].push_back(&one);
    }
  }

  bool any() const { return !known_.empty(); }

  void prose(const ProseField& field) {
    const model::Date on = field.spoken_on(subject_.as_of);
    visit_names(field.prose->markdown, on, [&](const Known& one, std::size_t at) {
      report(one, Spot::prose(*field.prose, at, one.former->name.size()));
    });
  }

  void text(const std::string& words, const std::optional<model::Date>& written,
            const model::Place& from) {
    const model::Date on = written.value_or(subject_.as_of);
    visit_names(words, on,
                [&](const Known& one, std::size_t) { report(one, Spot::text(from, words)); });
  }

 private:
  struct Known {
    const model::Organization* unit;
    const model::FormerName* former;
  };

  // Calls visit(name, offset) for the first place of each name that was no longer borne on that
  // day. One pass over the text, however many names are known.
  template <class Visit>
  void visit_names(const std::string& text, const model::Date& on, const Visit& visit) const {
    std::set<const Known*> visited;
    for (std::size_t at = 0; at + start_ <= text.size(); ++at) {
      const auto found = by_start_.find(std::string_view(text).substr(at, start_));
      if (found == by_start_.end()) continue;
      for (const Known* one : found->second) {
        if (on <= *one->former->until || !is_named_at(text, at, *one)) continue;
        if (visited.insert(one).second) visit(*one, at);
      }
    }
  }

  // A name of today may hold the former one: 市科技局（市外国专家局）.
  static bool is_named_at(const std::string& text, std::size_t at, const Known& one) {
    const std::string& former = one.former->name;
    if (text.compare(at, former.size(), former) != 0) return false;
    const std::string& now = one.unit->name;
    const std::size_t inside = now.find(former);
    return inside == std::string::npos || at < inside ||
           text.compare(at - inside, now.size(), now) != 0;
  }

  std::string name_today(const Known& one) const {
    const model::Organization* next = subject_.library.organization(one.former->successor);
    return next == nullptr ? one.unit->name : next->name;
  }

  void report(const Known& one, const Spot& where) {
    findings_.add(
        msg::former_name{
            .former = one.former->name, .today = name_today(one), .date = one.former->until->iso()},
        where, Other{msg::as_this_says{}, Spot::at(one.unit->provenance.place)});
  }

  const Subject& subject_;
  Findings& findings_;
  std::vector<Known> known_;
  std::size_t start_ = 12;  ///< bytes; four characters, or as many as the shortest name has
  std::unordered_map<std::string_view, std::vector<const Known*>> by_start_;
};

}  // namespace

void check_names(const Subject& subject, Findings& findings) {
  Names names(subject, findings);
  if (!names.any()) return;
  model::each_prose(subject.library.records(),
                    [&names](const ProseField& field) { names.prose(field); });
  model::each_measure(subject.library.policies(), [&names](const model::MeasureRef& ref) {
    names.text(ref.measure->title, ref.in.policy->dates.signed_on, ref.measure->place);
    names.text(ref.measure->note, {}, ref.measure->place);
  });
  const auto promise = [&names](const model::UndertakingRef& ref) {
    names.text(ref.undertaking->text, ref.signed_on(), ref.undertaking->place);
  };
  model::each_undertaking(subject.library.policies(), promise);
  model::each_undertaking(subject.library.proposals(), promise);
}

}  // namespace huice::check
