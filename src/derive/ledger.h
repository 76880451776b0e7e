// SPDX-License-Identifier: Apache-2.0
#pragma once

// The ledger of undertakings (承诺台账): everything that articles and replies promise, what became
// of it as far as somebody has recorded it, and how the classes of replies changed. Made once of a
// library for one day.

#include "model/library.h"
#include "model/walk.h"

#include <map>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

namespace huice::derive {

enum class Kept {
  open,       ///< nothing says that it was kept, and its day, if it has one, is to come
  overdue,    ///< nothing says that it was kept, and its day has passed
  fulfilled,  ///< recorded as done
  cancelled,  ///< recorded as such
};

Kept kept_of(const model::Undertaking& promise, const model::Date& as_of);

struct LedgerEntry {
  model::UndertakingRef promise;
  Kept kept = Kept::open;
  std::optional<int> year;  ///< in which its text was signed
  /// Who is to keep it: those it names, else its article's; empty where nobody is named.
  std::vector<std::string_view> units;
};

struct Tally {
  std::size_t open = 0;
  std::size_t overdue = 0;
  std::size_t fulfilled = 0;
  std::size_t cancelled = 0;

  std::size_t all() const { return open + overdue + fulfilled + cancelled; }
  void add(Kept kept);
  friend bool operator==(const Tally&, const Tally&) = default;
};

Tally tally_of(const std::vector<LedgerEntry>& entries);

/// A share is given as a rate where the whole is at least this. Of ten, one more or less moves the
/// rate by ten points; of fewer, a single letter would be read as a trend. Below, the numbers stand
/// in their table and say all there is to say.
inline constexpr std::size_t kFewestForRate = 10;

struct Share {
  std::size_t part = 0;
  std::size_t whole = 0;

  bool is_rate() const { return whole >= kFewestForRate; }
  friend bool operator==(const Share&, const Share&) = default;
};

/// The class of a reply on a day: that of the last change by then, else what the letter printed.
std::string_view class_on(const model::Reply& reply, const model::Date& day);

class Ledger {
 public:
  /// The promises of texts signed by `as_of`, or on a day that nobody has recorded; those of a
  /// letter that is not signed yet are no promises. REQUIRES: library outlives the ledger.
  Ledger(const model::Library& library, const model::Date& as_of);

  /// In the order of policies and then of proposals.
  const std::vector<LedgerEntry>& entries() const { return entries_; }

  /// A year without its number is that of texts without a day; a promise of several units counts
  /// for each, and one of nobody for the empty name.
  using YearAndUnit = std::pair<std::optional<int>, std::string_view>;
  const std::map<YearAndUnit, Tally>& by_year_and_unit() const { return by_year_and_unit_; }
  std::map<std::optional<int>, Tally> by_year() const;
  Tally of_unit(std::string_view organization) const;

  /// What replies to other proposals of the same proposers promised, where they were signed before
  /// `proposal`'s, or its is not signed yet.
  std::vector<const LedgerEntry*> promised_before(const model::Proposal& proposal) const;

  /// How many replies that were signed as the first class are of the second now; of those that
  /// print a class.
  const std::map<std::pair<std::string_view, std::string_view>, std::size_t>& classes() const {
    return classes_;
  }

  /// Of the replies first of class `from`, those that are of class `to` now: B → A.
  Share changed(std::string_view from, std::string_view to) const;

 private:
  void add(const model::UndertakingRef& promise, const model::Date& as_of);

  std::vector<LedgerEntry> entries_;
  std::map<YearAndUnit, Tally> by_year_and_unit_;
  std::map<std::pair<std::string_view, std::string_view>, std::size_t> classes_;
};

}  // namespace huice::derive
