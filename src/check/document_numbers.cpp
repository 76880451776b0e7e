// SPDX-License-Identifier: Apache-2.0
//
// Document numbers as their texts print them: what has no usual form may be a slip, and one number
// belongs to one document.
#include "base/messages/check.h"
#include "check/rules.h"

#include <map>

namespace huice::check {
namespace {

class Numbers {
 public:
  explicit Numbers(Findings& findings) : findings_(findings) {}

  void check(const std::optional<model::DocumentNumber>& number, const model::Place& place) {
    if (!number) return;
    const std::string& text = number->text();
    const Spot where = Spot::text(place, text, "number");
    if (number->form() == model::DocumentNumber::Form::another) {
      findings_.add(msg::document_number_form{.number = text}, where, {},
                    model::suggest_document_number(text));
    }
    const auto [first, is_new] = seen_.emplace(text, where);
    if (is_new) return;
    findings_.add(msg::document_number_twice{.number = text}, where,
                  Other{msg::the_other_text{}, first->second});
  }

 private:
  Findings& findings_;
  std::map<std::string, Spot> seen_;
};

}  // namespace

void check_document_numbers(const Subject& subject, Findings& findings) {
  Numbers numbers(findings);
  for (const model::Policy& policy : subject.library.policies()) {
    numbers.check(policy.number, policy.provenance.place);
  }
  for (const model::Proposal& proposal : subject.library.proposals()) {
    if (proposal.reply) numbers.check(proposal.reply->number, proposal.reply->place);
  }
}

}  // namespace huice::check
