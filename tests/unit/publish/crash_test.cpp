// SPDX-License-Identifier: Apache-2.0
//
// A build dies after its k-th change to the file system, for every k: the live tree is the old or
// the new one to the byte, and the next build makes the new one.

#include "publish/publish.h"
#include "publish/small_site.h"
#include "publish/swap.h"

#include <doctest/doctest.h>

using huice::MemoryFileSystem;
using huice::publish::Places;
using huice::publish::Status;
using namespace huice::test;

namespace {

const Site kOldest{{"index.html", "home 0"}, {"only-once/x", "gone soon"}};

const Site kOld{{"index.html", "home 1"},
                {"policies/a.html", "A"},
                {"policies/b.html", "B"},
                {"policies/c.html", "C"},
                {"removed/x/y.html", "to be removed"},
                {"file-then-folder", "f"},
                {"folder-then-file/x", "f"}};

const Site kNew{{"index.html", "home 2"},          {"policies/a.html", "A"},
                {"policies/b.html", "B, amended"}, {"policies/c.html", "C"},
                {"policies/d.html", "D, new"},     {"file-then-folder/x", "f"},
                {"folder-then-file", "f"}};

enum class Start { nothing, one_build, two_builds };

void prepare(MemoryFileSystem& files, Start start, bool exchange) {
  files.support_exchange(exchange);
  if (start == Start::two_builds) static_cast<void>(publish_site(files, kOldest));
  if (start != Start::nothing) static_cast<void>(publish_site(files, kOld));
}

// Without exchange a death between two renames leaves no live tree until the next build has
// repaired it; then it has to be one of the two.
Site live_after(MemoryFileSystem& files, bool exchange) {
  if (!exchange && files.info(".public.twin/old") && !files.info("public")) {
    const Places places = huice::publish::places_of(files, "public").value();
    CHECK(huice::publish::repair(files, places).ok());
  }
  return files.snapshot("public");
}

// Returns whether the build came to its end within `changes` changes.
bool survives(Start start, bool exchange, std::size_t changes) {
  MemoryFileSystem files;
  prepare(files, start, exchange);
  const Site old_tree = start == Start::nothing ? Site{} : built(kOld);
  const Site new_tree = built(kNew);
  REQUIRE(files.snapshot("public") == old_tree);

  files.fail_after(changes);
  const Outcome outcome = publish_site(files, kNew, options_for("public", 1));
  const bool finished = files.changes() < changes;
  files.recover();

  CAPTURE(changes);
  const Site live = live_after(files, exchange);
  CHECK((live == old_tree || live == new_tree));
  if (outcome.report.status == Status::published) {
    CHECK(live == new_tree);
  } else {
    CHECK(outcome.report.status == Status::failed);
    CHECK_FALSE(outcome.text.empty());
    CHECK(live == old_tree);
  }

  const Outcome again = publish_site(files, kNew);
  CHECK(again.text.empty());
  CHECK(files.snapshot("public") == new_tree);
  CHECK(publish_site(files, kOld).report.status == Status::published);
  CHECK(files.snapshot("public") == built(kOld));
  return finished;
}

void dies_everywhere(Start start, bool exchange, std::size_t at_least) {
  std::size_t changes = 0;
  while (!survives(start, exchange, changes)) ++changes;
  CHECK(changes >= at_least);
}

}  // namespace

TEST_CASE("a first build may die after any change") {
  dies_everywhere(Start::nothing, true, 10);
  dies_everywhere(Start::nothing, false, 10);
}

TEST_CASE("a second build may die after any change") {
  dies_everywhere(Start::one_build, true, 12);
  dies_everywhere(Start::one_build, false, 14);
}

TEST_CASE("a later build, whose twin holds an older tree, may die after any change") {
  dies_everywhere(Start::two_builds, true, 12);
  dies_everywhere(Start::two_builds, false, 14);
}

TEST_CASE("a build may die again and again, one change further each time") {
  for (const bool exchange : {true, false}) {
    MemoryFileSystem files;
    prepare(files, Start::two_builds, exchange);
    const Site old_tree = built(kOld);
    const Site new_tree = built(kNew);
    Status status = Status::failed;
    for (std::size_t changes = 0; status == Status::failed; ++changes) {
      REQUIRE(changes < 100);
      files.fail_after(changes);
      status = publish_site(files, kNew, options_for("public", 1)).report.status;
      files.recover();
      const Site live = files.snapshot("public");
      const bool between = !exchange && !files.info("public");
      CHECK((between || live == old_tree || live == new_tree));
    }
    CHECK(files.snapshot("public") == new_tree);
  }
}

TEST_CASE("a live folder that someone made between two renames is kept, not the tree put aside") {
  MemoryFileSystem files;
  prepare(files, Start::one_build, false);
  REQUIRE(files.rename("public", ".public.twin/old").ok());
  REQUIRE(files.make_directories(".public.twin/tree").ok());
  REQUIRE(files.make_directories("public").ok());
  CHECK(publish_site(files, kNew).report.status == Status::published);
  CHECK(files.snapshot("public") == built(kNew));
  CHECK_FALSE(files.info(".public.twin/old").has_value());
}
