// SPDX-License-Identifier: Apache-2.0
#pragma once

// What a reviewer has to see beside the draft of a letter: each ask with its answer, what the
// answer rests on and what else could, what is promised, and what is open. In the reader's words,
// ready for a page or a table.

#include "derive/ledger.h"
#include "derive/near_passages.h"
#include "derive/relevance.h"
#include "document/reply_letter.h"
#include "view/scope.h"

#include <map>
#include <string>
#include <utility>
#include <vector>

namespace huice::project {

/// A fact that an answer cites, or could.
struct SheetFact {
  std::size_t rank = 0;  ///< of what could answer, from 1; 0: it is cited
  bool is_cited = false;
  bool is_part = false;  ///< a measure of the article or text before it
  std::string sentence{};
  std::string id{};  ///< as citations name it
  std::string source{};
  std::string place{};
  std::string reliability{};
  std::string as_of{};
  std::string units{};
  std::string due{};
  bool is_provisional = false;
  /// That nobody has checked it, that there is a newer one, that other letters say otherwise.
  std::vector<std::string> cautions{};
};

enum class AskState {
  answered,
  unanswered,
  unknown,  ///< the asks are not on record: nobody can tell
  other,    ///< a section that answers no ask by name
};

/// One ask, or a section of a letter that answers none by name.
struct SheetPart {
  AskState state = AskState::unknown;
  std::string heading{};
  std::vector<std::string> answers{};  ///< paragraphs, as the letter prints them
  std::vector<SheetFact> evidence{};
  std::vector<SheetFact> candidates{};
};

struct SheetPromise {
  std::string text{};
  std::string letter{};  ///< that made it
  std::string units{};
  std::string due{};
  std::string state{};
  std::string evidence{};
  bool is_overdue = false;
};

/// A line of what the letter is and lacks.
struct SheetLine {
  std::string label{};
  std::string text{};
  bool is_open = false;  ///< somebody has to do something about it
};

struct ReviewSheet {
  std::string id{};
  std::string title{};
  std::vector<SheetLine> lines{};
  std::vector<SheetPart> parts{};
  std::vector<SheetPromise> promises{};
  std::vector<SheetPromise> before{};  ///< to the same proposers
  std::vector<SheetLine> wording{};    ///< stock phrases, near passages, figures typed by hand
};

/// Makes the sheets of one run; what spans letters is gathered once.
class ReviewSheets {
 public:
  /// How many places that could answer an ask are listed.
  static constexpr std::size_t kCandidates = 10;

  /// REQUIRES: both outlive it.
  ReviewSheets(const model::Library& library, const view::Scope& scope);

  /// The sheet of `made`, the letter of `proposal`. REQUIRES: proposal.reply.
  ReviewSheet sheet(const model::Proposal& proposal, const document::ReplyLetter& made) const;

 private:
  friend class SheetMaker;
  using Series = std::pair<std::string, std::string>;  // indicator, region
  struct Shown {
    const model::Proposal* letter = nullptr;
    const model::Observation* figure = nullptr;
  };

  void add_shown(const model::Proposal& letter, const model::Observation* figure);

  const model::Library& library_;
  const view::Scope& scope_;
  derive::Ledger ledger_;
  derive::Relevance relevance_;
  derive::NearPassages passages_;
  std::map<Series, std::vector<Shown>> shown_;  // what letters cite
};

}  // namespace huice::project
