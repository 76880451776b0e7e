// SPDX-License-Identifier: Apache-2.0
#pragma once

// Where everything is in the output tree. Paths are relative to the tree's root; ordinary pages
// are flat files, what comes in several formats has a folder.

#include "view/scope.h"

#include <string>

namespace huice::view {

std::string href(const model::Policy& policy);
std::string href(const model::ArticleRef& in);
std::string href(const model::ProvisionRef& provision);
std::string href(const model::MeasureRef& measure);
std::string href(const model::TargetRef& target);
std::string href(const model::Region& region);
std::string href(const model::Beneficiary& beneficiary);
std::string href(const model::Organization& organization);
std::string href(const model::Topic& topic);
std::string href(const model::Ladder& ladder);
std::string href(const model::Proposal& proposal);
std::string href(const model::Booklet& booklet);
std::string href(const model::Booklet& booklet, const model::Chapter& chapter);
std::string href(const model::Dashboard& dashboard);

/// The row of a dashboard that shows the observation; empty where no dashboard does.
std::string href(const model::Observation& observation, const Reader& reader);

/// The id attribute of the observation's row. A fact id's "#" would end a link's fragment.
std::string anchor(const model::Observation& observation);

/// The id attribute of an article, or of a 款 or 项 of it: 13, 13/_2.3 for its second paragraph's
/// third item. No id of a record has a “_”.
std::string anchor(const model::ProvisionRef& provision);

/// Where a source's document is in the tree; empty where it is not one of ours.
std::string document_href(std::string_view document, const Reader& reader);

}  // namespace huice::view
