// SPDX-License-Identifier: Apache-2.0
#pragma once

// Every prose field of a library, with what a rule must know of where it stands.

#include "model/library.h"
#include "prose/prose.h"

#include <functional>
#include <vector>

namespace huice::check {

struct ProseField {
  const model::Prose* prose = nullptr;
  const model::Policy* policy = nullptr;    ///< the policy it is part of
  const model::Article* article = nullptr;  ///< the article it is part of
  const model::Proposal* proposal = nullptr;
  bool is_reply = false;     ///< else, of a proposal, the proposer's own words
  bool is_official = false;  ///< the unaltered wording of a text

  /// The day its words were signed; `today` for what is written for readers of today.
  model::Date spoken_on(const model::Date& today) const;
};

void visit_prose(const model::Library& library,
                 const std::function<void(const ProseField& field)>& visit);

/// The citations of a field; what is wrong with them has been told before (src/prose).
std::vector<prose::Citation> citations_of(const ProseField& field, const model::Library& library);

/// The field's Markdown with blanks in place of citations, code and addresses; offsets stay.
std::string words_of(const ProseField& field, const std::vector<prose::Citation>& citations);

}  // namespace huice::check
