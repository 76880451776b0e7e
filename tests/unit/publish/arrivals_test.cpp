// SPDX-License-Identifier: Apache-2.0
//
// Files that someone else puts into the output while a build runs are put back and told; an output
// that is refused leaves nothing beside it.

#include "publish/small_site.h"

#include <doctest/doctest.h>

using huice::MemoryFileSystem;
using huice::publish::Status;
using namespace huice::test;

namespace {

const Site kOld{{"a.html", "A"}, {"b/c.html", "C"}, {"gone/x.html", "X"}};
const Site kNew{{"a.html", "A, amended"}, {"b/c.html", "C"}};

// A page during whose rendering `happens` happens.
huice::pages::Page busy_page(const std::string& path, std::function<void()> happens) {
  return {path, std::make_shared<const huice::pages::PageInfo>(),
          [happens = std::move(happens)](std::string& out, huice::Diagnostics&,
                                         huice::view::Questions*) {
            happens();
            out += "busy";
            return true;
          }};
}

Outcome build_while(MemoryFileSystem& files, std::function<void()> happens) {
  auto pages = pages_of(kNew);
  pages.push_back(busy_page("busy.html", std::move(happens)));
  return publish_pages(files, std::move(pages), options_for("public", 1));
}

bool tells(const Outcome& outcome, const std::string& words) {
  return outcome.text.find(words) != std::string::npos;
}

}  // namespace

TEST_CASE("a file that arrives during a build is in the output after it, and told") {
  for (const bool exchange : {true, false}) {
    MemoryFileSystem files;
    files.support_exchange(exchange);
    REQUIRE(publish_site(files, kOld).report.status == Status::published);
    const Outcome outcome = build_while(files, [&files] {
      files.put("public/upload.txt", "mine");
      files.put("public/b/deep/upload.txt", "mine too");
      files.put("public/.DS_Store", "nobody's");
    });
    CHECK(outcome.report.status == Status::published);
    CHECK(tells(outcome,
                "public/upload.txt: warning[output-arrived]: came into the output folder while it "
                "was being replaced, and was not made by huice; it is now at public/upload.txt\n"
                "  hint: move it out of the output folder, which cannot be replaced while it is "
                "there\n"));
    CHECK(tells(outcome, "it is now at public/b/deep/upload.txt"));
    CHECK(!tells(outcome, "DS_Store"));
    const Site live = files.snapshot("public");
    CHECK(live.at("upload.txt") == "mine");
    CHECK(live.at("b/deep/upload.txt") == "mine too");
    CHECK(live.at("a.html") == "A, amended");
    const Outcome next = publish_site(files, kOld);
    CHECK(next.report.status == Status::refused);
    CHECK(tells(next, "public/upload.txt: error[output-foreign]"));
  }
}

TEST_CASE(
    "a file that arrives where the new tree has something else is kept in the hidden folder") {
  MemoryFileSystem files;
  REQUIRE(publish_site(files, kOld).report.status == Status::published);
  // a.html is a page of the new tree: no folder can be there.
  auto pages = pages_of({{"gone", "now a page"}});
  pages.push_back(
      busy_page("busy.html", [&files] { files.put("public/gone/upload.txt", "mine"); }));
  const Outcome outcome = publish_pages(files, std::move(pages), options_for("public", 1));
  CHECK(outcome.report.status == Status::published);
  CHECK(tells(outcome, "it is now at .public.twin/kept/gone/upload.txt"));
  CHECK(files.snapshot(".public.twin/kept").at("gone/upload.txt") == "mine");
  for (int build = 0; build < 3; ++build) {
    CHECK(publish_site(files, build % 2 == 0 ? kOld : kNew).report.status == Status::published);
  }
  CHECK(files.snapshot(".public.twin/kept").at("gone/upload.txt") == "mine");
}

TEST_CASE("a file that came into the tree before last is found by the next build") {
  MemoryFileSystem files;
  REQUIRE(publish_site(files, kOld).report.status == Status::published);
  REQUIRE(publish_site(files, kNew).report.status == Status::published);
  // As if someone had opened the file in the folder while the two trees were exchanged.
  files.put(".public.twin/tree/late.txt", "mine");
  const Outcome next = publish_site(files, kOld);
  CHECK(tells(next, "public/late.txt: warning[output-arrived]"));
  CHECK(files.snapshot("public").at("late.txt") == "mine");
}

TEST_CASE("what an unfinished build has left in the idle tree is not put back") {
  MemoryFileSystem files;
  REQUIRE(publish_site(files, kOld).report.status == Status::published);
  REQUIRE(publish_site(files, kNew).report.status == Status::published);
  bool ended = false;
  for (std::size_t changes = 0; !ended; ++changes) {
    files.fail_after(changes);
    const Site other{{"z.html", "Z"}, {"y/z.html", "Z"}};
    ended = publish_site(files, other, options_for("public", 1)).report.status == Status::published;
    files.recover();
    const Outcome again = publish_site(files, kNew);
    CHECK(again.text.empty());
    CHECK(files.snapshot("public") == built(kNew));
  }
}

TEST_CASE("a refused output leaves nothing beside it") {
  MemoryFileSystem files;
  files.put("p/foreign/mine.txt", "mine");
  files.put("p/file", "mine");
  const Site before = files.snapshot("p");
  for (const std::string output : {"p/foreign", "p/file"}) {
    CHECK(publish_site(files, kOld, options_for(output)).report.status == Status::refused);
    CHECK(files.snapshot("p") == before);
  }
}
