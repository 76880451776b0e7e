// SPDX-License-Identifier: Apache-2.0
#include "derive/deadline.h"

#include "derive/dated.h"
#include "derive/handling_site.h"

using namespace huice;
using namespace huice::test;
using derive::Answered;
using model::TermUnit;

namespace {

// A library of one proposal, by the usual term.
model::Library with(model::Proposal proposal) {
  model::Records records;
  records.proposals.push_back(std::move(proposal));
  return model::Library(std::move(records));
}

std::string months_from(const char* from, int months) {
  return derive::end_of_term(day(from), months, TermUnit::months, {}).last.iso();
}

std::string deadline(const char* id) {
  const model::Library& library = handling_site();
  const auto end = derive::deadline_of(*library.proposal(id), library).end;
  return end ? end->last.iso() : std::string();
}

Answered answered(const char* id, const char* as_of) {
  const model::Library& library = handling_site();
  return derive::answered_of(*library.proposal(id), library, day(as_of));
}

}  // namespace

TEST_CASE("a term of months ends on the day of the same number, or on the month's last") {
  CHECK(months_from("2026-03-05", 3) == "2026-06-05");
  CHECK(months_from("2025-11-30", 3) == "2026-02-28");
  CHECK(months_from("2023-11-30", 3) == "2024-02-29");
  CHECK(months_from("2025-10-31", 6) == "2026-04-30");
  CHECK(months_from("2025-12-01", 1) == "2026-01-01");
}

TEST_CASE("workdays leave out weekends and listed days off, and count listed make-up days") {
  // 60 workdays after Monday the 3rd of March are twelve weeks; three listed days fall out of them,
  // and one Saturday is worked.
  CHECK(deadline("h-01") == "2025-05-28");
  CHECK(derive::deadline_of(*handling_site().proposal("h-01"), handling_site())
            .end->unlisted_years.empty());
  const auto plain = derive::end_of_term(day("2025-03-03"), 60, TermUnit::workdays, {});
  CHECK(plain.last.iso() == "2025-05-26");
  CHECK(plain.unlisted_years == std::vector<int>{2025});
  // From a Saturday the first day that counts is Monday.
  CHECK(derive::end_of_term(day("2025-03-08"), 1, TermUnit::workdays, {}).last.iso() ==
        "2025-03-10");
}

TEST_CASE("a year that the calendar does not list is named") {
  const auto end = derive::deadline_of(*handling_site().proposal("h-04"), handling_site()).end;
  REQUIRE(end.has_value());
  CHECK(end->last.iso() == "2026-01-26");
  CHECK(end->unlisted_years == std::vector<int>{2026});
}

TEST_CASE("what was agreed lengthens the term, where the place has a longer one") {
  CHECK(deadline("h-03") == "2025-07-09");
  CHECK(derive::deadline_of(*handling_site().proposal("h-03"), handling_site()).is_extended);
  CHECK_FALSE(derive::deadline_of(*handling_site().proposal("h-01"), handling_site()).is_extended);
  model::Proposal one;
  one.id = "p";
  one.received_on = day("2026-03-05");
  CHECK(derive::deadline_of(one, with(one)).end->last.iso() == "2026-06-05");
  one.extension = model::Extension{"市政协提案委员会", day("2026-05-30")};
  CHECK(derive::deadline_of(one, with(one)).end->last.iso() == "2026-09-05");
  model::Records records;
  records.site.reply_term = model::ReplyTerm{.length = 2};
  const auto strict = derive::deadline_of(one, model::Library(std::move(records)));
  CHECK(strict.end->last.iso() == "2026-05-05");
  CHECK_FALSE(strict.is_extended);
}

TEST_CASE("without the day it was received there is no deadline") {
  CHECK(deadline("h-05").empty());
  CHECK(answered("h-05", "2030-01-01") == Answered::unstated);
}

TEST_CASE("a letter counts from the day it was signed, up to the deadline's own day") {
  CHECK(answered("h-01", "2026-06-30") == Answered::in_time);  // on its last day
  CHECK(answered("h-02", "2026-06-30") == Answered::late);     // one day later
  CHECK(answered("h-03", "2026-06-30") == Answered::in_time);  // on the last day agreed
  CHECK(answered("h-01", "2025-05-27") == Answered::pending);  // not signed yet
  CHECK(answered("h-02", "2025-05-28") == Answered::pending);
  CHECK(answered("h-14", "2025-05-28") == Answered::pending);
  CHECK(answered("h-14", "2025-05-29") == Answered::overdue);
}

TEST_CASE("a proposal that another's letter answers too is answered by that letter") {
  model::Records records;
  for (const char* id : {"p", "q"}) {
    model::Proposal& one = records.proposals.emplace_back();
    one.id = id;
    one.received_on = day("2026-03-05");
  }
  records.proposals.front().reply.emplace();
  records.proposals.front().reply->signed_on = day("2026-06-01");
  records.proposals.front().reply->also_answers = {"q"};
  const model::Library library(std::move(records));
  CHECK(derive::answered_of(*library.proposal("q"), library, day("2026-07-01")) ==
        Answered::in_time);
}
