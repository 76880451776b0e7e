// SPDX-License-Identifier: Apache-2.0
#include "derive/ledger.h"

#include "derive/dated.h"
#include "derive/handling_site.h"

#include <algorithm>

using namespace huice;
using namespace huice::test;
using derive::Kept;
using derive::Ledger;
using derive::Share;
using derive::Tally;

namespace {

Ledger on(const char* as_of) {
  return Ledger(handling_site(), day(as_of));
}

std::string names(const std::vector<const derive::LedgerEntry*>& entries) {
  std::string out;
  for (const derive::LedgerEntry* one : entries) out += model::fact_id(one->promise) + " ";
  return out;
}

}  // namespace

TEST_CASE(
    "the ledger has every promise of articles and of signed replies, with what became of it") {
  const Ledger ledger = on("2026-06-30");
  std::string out;
  for (const derive::LedgerEntry& one : ledger.entries()) {
    out += model::fact_id(one.promise) + " " + std::to_string(static_cast<int>(one.kept)) + " " +
           std::to_string(one.year.value_or(0));
    for (const std::string_view unit : one.units) out += " " + std::string(unit);
    out += "\n";
  }
  // 0 open, 1 overdue, 2 fulfilled, 3 cancelled. The letter of h-13 is not signed.
  CHECK(out ==
        "example-2025-1/1/platform 2 2025 example-kjj\n"
        "example-2025-1/1/training 0 2025 example-gxj example-kjj\n"
        "h-01/park 2 2025 example-gxj\n"
        "h-01/bus 1 2025 example-gxj\n"
        "h-02/fund 0 2025 example-kjj\n"
        "h-02/study 0 2025\n"
        "h-03/hall 3 2025 example-kjj\n");
}

TEST_CASE("a promise counts once in its year, and for each of its units") {
  const Ledger ledger = on("2026-06-30");
  CHECK(derive::tally_of(ledger.entries()) == Tally{3, 1, 2, 1});
  CHECK(ledger.by_year() == std::map<std::optional<int>, Tally>{{2025, Tally{3, 1, 2, 1}}});
  CHECK(ledger.of_unit("example-gxj") == Tally{1, 1, 1, 0});
  CHECK(ledger.of_unit("example-kjj") == Tally{2, 0, 1, 1});
  CHECK(ledger.of_unit("example-office") == Tally{});
  CHECK(ledger.by_year_and_unit().at({2025, "example-gxj"}) == Tally{1, 1, 1, 0});
  CHECK(ledger.by_year_and_unit().at({2025, ""}) == Tally{1, 0, 0, 0});
  // Before the first day of all there is no promise yet; a day before its date none is overdue.
  CHECK(on("2025-01-09").entries().empty());
  CHECK(derive::tally_of(on("2025-10-31").entries()).overdue == 0);
}

TEST_CASE("a reply is of the class of its last change by the day") {
  const model::Reply& back_and_forth = *handling_site().proposal("h-09")->reply;
  CHECK(derive::class_on(back_and_forth, day("2025-09-30")) == "B");
  CHECK(derive::class_on(back_and_forth, day("2025-10-01")) == "C");
  CHECK(derive::class_on(back_and_forth, day("2026-01-15")) == "B");
  model::Reply unordered = back_and_forth;
  std::reverse(unordered.class_changes.begin(), unordered.class_changes.end());
  CHECK(derive::class_on(unordered, day("2026-06-30")) == "B");
}

TEST_CASE("class changes are a table, and a rate from ten replies on") {
  using Classes = std::map<std::pair<std::string_view, std::string_view>, std::size_t>;
  const Ledger ledger = on("2026-06-30");
  CHECK(ledger.classes() ==
        Classes{{{"B", "A"}, 4}, {{"B", "B"}, 6}, {{"A", "A"}, 1}, {{"C", "C"}, 1}});
  CHECK(ledger.changed("B", "A") == Share{4, 10});
  CHECK(ledger.changed("B", "A").is_rate());
  CHECK_FALSE(ledger.changed("A", "A").is_rate());
  // On the last day of 2025 one of nine had been solved: a table, no rate.
  CHECK(on("2025-12-31").changed("B", "A") == Share{1, 9});
  CHECK_FALSE(on("2025-12-31").changed("B", "A").is_rate());
  CHECK(on("2025-12-31").changed("D", "A") == Share{});
}

TEST_CASE("what was promised to the same proposers before is found by their names without blanks") {
  const model::Library& library = handling_site();
  const Ledger ledger = on("2026-06-30");
  // h-13 is by 甲 一 with another, and not signed yet.
  CHECK(names(ledger.promised_before(*library.proposal("h-13"))) ==
        "h-01/park h-01/bus h-02/fund h-02/study ");
  CHECK(names(ledger.promised_before(*library.proposal("h-02"))) == "h-01/park h-01/bus ");
  CHECK(names(ledger.promised_before(*library.proposal("h-01"))).empty());
  CHECK(names(ledger.promised_before(*library.proposal("h-03"))).empty());
}
