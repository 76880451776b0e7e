// SPDX-License-Identifier: Apache-2.0
#pragma once

// The kinds of pages of a site, and what pages of several kinds show.

#include "pages/kind.h"

#include <vector>

namespace huice::pages {

extern const PageKind kPolicy, kUnit, kTopic, kLadder, kReply, kBooklet, kChapter, kWholeBooklet,
    kDashboard, kPolicies, kUnits, kTopics, kLadders, kReplies, kBooklets, kDashboards, kFinder,
    kHome;

/// All of them, in the order in which their pages are added to a site.
const std::vector<const PageKind*>& page_kinds();

/// Sets the variables `policies`, those whose text is on record, and `references`, those that are
/// only named in other documents; the newest first in both.
void set_policies(tmpl::Dict& context, const view::PageScope& page);

/// Sets the variable `proposals`: those with a reply.
void set_replies(tmpl::Dict& context, const view::PageScope& page);

}  // namespace huice::pages
