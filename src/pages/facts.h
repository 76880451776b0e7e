// SPDX-License-Identifier: Apache-2.0
#pragma once

// A fact as people ask for it: what it says, where it comes from, what was said before, and which
// pages depend on it.

#include "pages/page.h"
#include "view/reader.h"
#include "view/words.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace huice::pages {

/// figures: other observations of the indicator and region. wordings: measures of policies that
/// this one's policy replaces, amends or is a version of, or that do so with it; no record says
/// which measure follows which, so those of the same id are given, and those of the same effect for
/// the same beneficiaries. policies: the policies so related. names: former names.
enum class HistoryKind { none, figures, wordings, policies, names };

struct Past {
  std::string id;                                 ///< empty where it is no record
  std::string label;                              ///< 2023年, 示府发〔2026〕1号 …
  std::string value;                              ///< as pages print it
  std::optional<model::Reliability> reliability;  ///< nullopt: no source
};

struct Fact {
  Wording kind;                           ///< 支持措施, "measure": its table's name
  std::string title;                      ///< 研发经费投入强度，鄂尔多斯市，2024年
  std::string inside;                     ///< what a part is in: an article, a policy, a reply
  std::string value;                      ///< as pages print it; empty where it has none
  std::string standing;                   ///< what does not simply hold of it; empty: nothing
  const model::Source* source = nullptr;  ///< its record's; nullptr: none is recorded
  std::string document;                   ///< the source's document by its name
  model::Place place;
  std::string read_as;  ///< of a 款 or 项 its article, which pages ask about; else empty
  HistoryKind history_kind = HistoryKind::none;
  std::vector<Past> history;  ///< in the library's order
};

/// Everything of this id on a day: one fact, none, or several where records of different kinds
/// share an id. The pointers are the library's. REQUIRES: the reader has indexes.
std::vector<Fact> find_facts(std::string_view id, const view::Reader& reader,
                             const view::Words& words, const model::Date& as_of);

/// Every id that find_facts() knows.
std::vector<std::string> fact_ids(const view::Reader& reader);

/// The pages that asked about the id or a part of it (an article for its policy), or were answered
/// with it, in the order of their paths. Renders every page, on all processors, and reports what
/// rendering reports. REQUIRES: pages outlive the result.
std::vector<const Page*> readers_of(std::string_view id, const std::vector<Page>& pages,
                                    Diagnostics& problems);

}  // namespace huice::pages
