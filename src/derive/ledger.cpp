// SPDX-License-Identifier: Apache-2.0
#include "derive/ledger.h"

#include "derive/due.h"
#include "model/proposers.h"

#include <algorithm>

namespace huice::derive {
namespace {

using model::Date;
using model::Proposal;

std::vector<std::string_view> units_of(const model::UndertakingRef& promise) {
  const std::vector<std::string>& own = promise.undertaking->units;
  if (!own.empty()) return {own.begin(), own.end()};
  if (promise.in.article == nullptr) return {};
  const std::vector<std::string>& inherited = model::units_of(promise.in);
  return {inherited.begin(), inherited.end()};
}

bool shares_proposer(const Proposal& a, const Proposal& b) {
  return std::any_of(a.proposers.begin(), a.proposers.end(), [&b](const std::string& one) {
    const std::string name = model::plain_proposer(one);
    return std::any_of(b.proposers.begin(), b.proposers.end(), [&name](const std::string& other) {
      return model::plain_proposer(other) == name;
    });
  });
}

bool is_given(const std::optional<Date>& signed_on, const Date& as_of) {
  return signed_on && *signed_on <= as_of;
}

}  // namespace

Kept kept_of(const model::Undertaking& promise, const Date& as_of) {
  using enum model::UndertakingStatus;
  if (promise.status == done) return Kept::fulfilled;
  if (promise.status == cancelled) return Kept::cancelled;
  return due_of(promise, as_of) == Due::passed ? Kept::overdue : Kept::open;
}

void Tally::add(Kept kept) {
  switch (kept) {
    case Kept::open:
      ++open;
      break;
    case Kept::overdue:
      ++overdue;
      break;
    case Kept::fulfilled:
      ++fulfilled;
      break;
    case Kept::cancelled:
      ++cancelled;
      break;
  }
}

Tally tally_of(const std::vector<LedgerEntry>& entries) {
  Tally tally;
  for (const LedgerEntry& one : entries) tally.add(one.kept);
  return tally;
}

std::string_view class_on(const model::Reply& reply, const Date& day) {
  std::string_view now = reply.result_class;
  std::optional<Date> since;
  for (const model::ClassChange& change : reply.class_changes) {
    if (!change.on || day < *change.on || (since && *change.on < *since)) continue;
    now = change.result_class;
    since = change.on;
  }
  return now;
}

Ledger::Ledger(const model::Library& library, const Date& as_of) {
  const auto each = [&](const model::UndertakingRef& promise) {
    const std::optional<Date>& day = promise.signed_on();
    if (day ? *day <= as_of : promise.proposal == nullptr) add(promise, as_of);
  };
  model::each_undertaking(library.policies(), each);
  model::each_undertaking(library.proposals(), each);
  for (const Proposal& one : library.proposals()) {
    if (!one.reply || one.reply->result_class.empty()) continue;
    if (!is_given(one.reply->signed_on, as_of)) continue;
    ++classes_[{one.reply->result_class, class_on(*one.reply, as_of)}];
  }
}

void Ledger::add(const model::UndertakingRef& promise, const Date& as_of) {
  LedgerEntry entry{promise, kept_of(*promise.undertaking, as_of), {}, units_of(promise)};
  if (promise.signed_on()) entry.year = promise.signed_on()->year();
  if (entry.units.empty()) by_year_and_unit_[{entry.year, {}}].add(entry.kept);
  for (const std::string_view unit : entry.units) {
    by_year_and_unit_[{entry.year, unit}].add(entry.kept);
  }
  entries_.push_back(std::move(entry));
}

std::map<std::optional<int>, Tally> Ledger::by_year() const {
  std::map<std::optional<int>, Tally> years;
  for (const LedgerEntry& one : entries_) years[one.year].add(one.kept);
  return years;
}

Tally Ledger::of_unit(std::string_view organization) const {
  Tally tally;
  for (const LedgerEntry& one : entries_) {
    const bool keeps =
        std::find(one.units.begin(), one.units.end(), organization) != one.units.end();
    if (keeps) tally.add(one.kept);
  }
  return tally;
}

std::vector<const LedgerEntry*> Ledger::promised_before(const Proposal& proposal) const {
  const std::optional<Date> own = proposal.reply ? proposal.reply->signed_on : std::nullopt;
  std::vector<const LedgerEntry*> found;
  for (const LedgerEntry& one : entries_) {
    const Proposal* earlier = one.promise.proposal;
    if (earlier == nullptr || earlier == &proposal || !shares_proposer(*earlier, proposal))
      continue;
    if (!own || earlier->reply->signed_on < own) found.push_back(&one);
  }
  return found;
}

Share Ledger::changed(std::string_view from, std::string_view to) const {
  Share share;
  for (const auto& [classes, count] : classes_) {
    if (classes.first != from) continue;
    share.whole += count;
    if (classes.second == to) share.part += count;
  }
  return share;
}

}  // namespace huice::derive
