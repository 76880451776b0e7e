// SPDX-License-Identifier: Apache-2.0
//
// Units called by a name they no longer bore when it was written.
#include "check/articles.h"
#include "check/prose_fields.h"
#include "check/rules.h"

namespace huice::check {
namespace {

class Names {
 public:
  Names(const Subject& subject, Findings& findings) : subject_(subject), findings_(findings) {
    for (const model::Organization& unit : subject.library.organizations) {
      for (const model::FormerName& former : unit.former) {
        if (former.until) known_.push_back({&unit, &former});
      }
    }
  }

  bool any() const { return !known_.empty(); }

  void prose(const ProseField& field) {
    const model::Date on = field.spoken_on(subject_.as_of);
    for (const Known& one : known_) {
      if (on <= *one.former->until) continue;
      const std::size_t at = place_in(field.prose->markdown, one);
      if (at == std::string::npos) continue;
      report(one, Spot::prose(*field.prose, at, one.former->name.size()));
    }
  }

  void text(const std::string& words, const std::optional<model::Date>& written,
            const model::Place& from) {
    for (const Known& one : known_) {
      if (written.value_or(subject_.as_of) <= *one.former->until) continue;
      if (place_in(words, one) != std::string::npos) report(one, Spot::text(from, words));
    }
  }

 private:
  struct Known {
    const model::Organization* unit;
    const model::FormerName* former;
  };

  // A name of today may hold the former one: 市科技局（市外国专家局）.
  static std::size_t place_in(const std::string& text, const Known& one) {
    const std::string& former = one.former->name;
    const std::string& now = one.unit->name;
    const std::size_t inside = now.find(former);
    for (std::size_t at = text.find(former); at != std::string::npos;
         at = text.find(former, at + former.size())) {
      const bool is_now = inside != std::string::npos && at >= inside &&
                          text.compare(at - inside, now.size(), now) == 0;
      if (!is_now) return at;
    }
    return std::string::npos;
  }

  std::string name_today(const Known& one) const {
    const model::Organization* next = subject_.library.organization(one.former->successor);
    return next == nullptr ? one.unit->name : next->name;
  }

  void report(const Known& one, const Spot& where) {
    findings_.add(Code::former_name, where,
                  {one.former->name, name_today(one), one.former->until->iso()},
                  Other{"as this says:", Spot::at(one.unit->provenance.place)});
  }

  const Subject& subject_;
  Findings& findings_;
  std::vector<Known> known_;
};

}  // namespace

void check_names(const Subject& subject, Findings& findings) {
  Names names(subject, findings);
  if (!names.any()) return;
  visit_prose(subject.library, [&names](const ProseField& field) { names.prose(field); });
  for_each_article(subject.library, [&names](const model::ArticleRef& in) {
    const auto& written = in.policy->dates.signed_on;
    for (const model::Undertaking& one : in.article->undertakings) {
      names.text(one.text, written, one.place);
    }
    for (const model::Measure& one : in.article->measures) {
      names.text(one.title, written, one.place);
      names.text(one.note, {}, one.place);
    }
  });
  for (const model::Policy& policy : subject.library.policies) {
    for (const model::Undertaking& one : policy.undertakings) {
      names.text(one.text, policy.dates.signed_on, one.place);
    }
  }
  for (const model::Proposal& proposal : subject.library.proposals) {
    if (!proposal.reply) continue;
    for (const model::Undertaking& one : proposal.reply->undertakings) {
      names.text(one.text, proposal.reply->signed_on, one.place);
    }
  }
}

}  // namespace huice::check
