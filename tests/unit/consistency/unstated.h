// SPDX-License-Identifier: Apache-2.0
#pragma once

// 未载明 is printed only where the records have nothing: which fields each of its places stands
// for.

#include "consistency/oracle.h"
#include "consistency/page_text.h"

namespace huice::test {

/// Each 未载明 of a page for which a value is on record, and each that no rule explains. `sums`:
/// what measures give, in words, by their ids; prose may cite them.
std::vector<std::string> unexplained(const RandomProject& project, const Oracle& oracle,
                                     const std::map<std::string, std::string>& sums,
                                     const std::string& path, const PageText& page);

/// The sums and rates that a measure's amounts have on record.
std::vector<std::string> sums_of(const Json& measure);

/// Ids of measures whose sums the letter cites.
std::set<std::string> measures_cited_in(const Json& proposal, const RandomProject& project);

/// Ids of measures that a booklet's chapters or a ladder's steps name; empty for other records.
std::set<std::string> measures_offered_in(const std::string& path, const Json& record);

}  // namespace huice::test
