// SPDX-License-Identifier: Apache-2.0
#pragma once

// What files annexes (附件) may be, how they are named, and every one of them.

#include "model/records.h"

#include <functional>
#include <string>
#include <string_view>

namespace huice::model {

/// Whether `file` is the path of an annex below data/annexes/: names joined by “/”, none of which
/// begins with a dot, and no sign that a web address or Windows cannot hold. Its ending is not
/// looked at.
bool is_annex_path(std::string_view file);

/// The same as an ECMA-262 regular expression, with a known ending.
std::string_view annex_file_pattern();

/// What kind of file it is by its ending, in capitals: DOCX, PDF. Empty for an ending that no annex
/// has.
std::string annex_type(std::string_view file);

/// Whether a file that begins with `head` (16 bytes are enough) can be of the kind that its ending
/// says.
bool begins_as(std::string_view file, std::string_view head);

/// The path that somebody meant who wrote `file`: with “/” for “\”, without data/annexes/ before
/// it. Empty where that is none either.
std::string suggest_annex_path(std::string_view file);

/// Where the file of an annex is in the site, from its root. REQUIRES: it has one.
std::string path_in_site(const Annex& annex);

/// visit(annex, id of its policy or proposal) for every annex.
void each_annex(const RecordList<Policy>& policies, const RecordList<Proposal>& proposals,
                const std::function<void(const Annex& annex, const std::string& owner)>& visit);
inline void each_annex(
    const SharedRecords& records,
    const std::function<void(const Annex& annex, const std::string& owner)>& visit) {
  each_annex(records.policies, records.proposals, visit);
}

}  // namespace huice::model
