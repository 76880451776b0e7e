// SPDX-License-Identifier: Apache-2.0
#pragma once

// Every kind of page, in the order in which a site is made.

#include "pages/kind.h"

#include <vector>

namespace huice::pages {

extern const PageKind kPolicy, kUnit, kTopic, kLadder, kReply, kBooklet, kChapter, kWholeBooklet,
    kDashboard, kPolicies, kUnits, kTopics, kLadders, kReplies, kBooklets, kDashboards, kHome;

/// All of the above.
const std::vector<const PageKind*>& page_kinds();

/// The newest policies first, documents in one list and what is only named elsewhere in another, as
/// the variables `policies` and `references`.
void set_policies(tmpl::Dict& context, const view::PageScope& page);

/// The answered proposals, as the variable `proposals`.
void set_replies(tmpl::Dict& context, const view::PageScope& page);

}  // namespace huice::pages
