// SPDX-License-Identifier: Apache-2.0
//
// Which folders a build may take the place of, and what it says of the others.

#include "publish/publish.h"
#include "publish/small_site.h"

#include <doctest/doctest.h>

using huice::MemoryFileSystem;
using huice::publish::Status;
using namespace huice::test;

namespace {

const Site kSite{{"index.html", "home"}, {"policies/a.html", "A"}};

}  // namespace

TEST_CASE("a folder with files that huice did not make is left alone") {
  MemoryFileSystem files;
  files.put("public/thesis.doc", "years of work");
  const Site before = files.snapshot("public");
  const Outcome outcome = publish_site(files, kSite);
  CHECK(outcome.report.status == Status::refused);
  CHECK(outcome.text ==
        "public: error[output-not-ours]: is not empty and was not made by huice, so it is left as "
        "it is\n"
        "  hint: choose another output folder with -o: an empty one, or one that huice made\n");
  CHECK(files.snapshot("public") == before);
  files.put("public/manifest.json", "{\"name\": \"a web app's manifest\"}");
  CHECK(publish_site(files, kSite).report.status == Status::refused);
}

TEST_CASE("an empty folder is taken, and what file managers leave does not count") {
  MemoryFileSystem files;
  REQUIRE(files.make_directories("public").ok());
  files.put("other/.DS_Store", "x");
  CHECK(publish_site(files, kSite).report.status == Status::published);
  CHECK(publish_site(files, kSite, options_for("other")).report.status == Status::published);
  CHECK(files.snapshot("other") == files.snapshot("public"));
  files.put("public/policies/Thumbs.db", "x");
  CHECK(publish_site(files, kSite).report.status == Status::published);
  CHECK(files.snapshot("public") == built(kSite));
}

TEST_CASE("files that someone put into the output are named, and the output stays") {
  MemoryFileSystem files;
  static_cast<void>(publish_site(files, kSite));
  files.put("public/CNAME", "guide.example.cn");
  files.put("public/.git/HEAD", "ref: refs/heads/main");
  files.put("public/.git/refs/heads/main", "abc");
  files.put("public/policies/notes.txt", "mine");
  REQUIRE(files.make_directories("public/empty/of/files").ok());
  const Site before = files.snapshot("public");
  const Outcome outcome = publish_site(files, {{"index.html", "home 2"}});
  CHECK(outcome.report.status == Status::refused);
  const std::string message =
      ": error[output-foreign]: was not made by huice and would be lost when the output is "
      "replaced\n"
      "  hint: move it out of the output folder\n";
  CHECK(outcome.text ==
        "public/.git" + message + "public/CNAME" + message + "public/policies/notes.txt" + message);
  CHECK(files.snapshot("public") == before);
}

TEST_CASE("an output whose manifest is damaged counts as foreign where it holds more than pages") {
  MemoryFileSystem files;
  static_cast<void>(publish_site(files, kSite));
  files.put("public/manifest.json", "{\"format\":\"huice-manifest-1\",\"files\":[{\"pa");
  CHECK(publish_site(files, {{"index.html", "home"}}).report.status == Status::refused);
  CHECK(publish_site(files, kSite).report.status == Status::published);
  CHECK(files.snapshot("public") == built(kSite));
}

TEST_CASE("a file where the output should be is left alone") {
  MemoryFileSystem files;
  files.put("public", "a file");
  const Outcome outcome = publish_site(files, kSite);
  CHECK(outcome.report.status == Status::refused);
  CHECK(outcome.text ==
        "public: error[output-not-folder]: is a file or a link, where huice needs a folder of its "
        "own\n"
        "  hint: move it away, or choose another output folder with -o\n");
  CHECK(files.holds("public", "a file"));
}

TEST_CASE("a folder that has no name of its own cannot be the output") {
  MemoryFileSystem files;
  for (const std::string output : {"", ".", "..", "/", "a/..", "a/."}) {
    CAPTURE(output);
    CHECK(publish_site(files, kSite, options_for(output)).report.status == Status::refused);
  }
  CHECK(publish_site(files, kSite, options_for(".")).text ==
        "error[output-name]: “.” cannot be the output folder\n"
        "  hint: name a folder that huice may replace as a whole, such as public\n");
  CHECK(files.snapshot("").empty());
  CHECK(publish_site(files, kSite, options_for("out/")).report.status == Status::published);
  CHECK(files.snapshot("out") == built(kSite));
}

TEST_CASE(
    "while one build writes, a second into the same folder is refused, and one into another is "
    "not") {
  MemoryFileSystem files;
  Outcome second;
  Outcome elsewhere;
  std::vector<huice::pages::Page> pages = pages_of(kSite);
  pages.push_back({"z", std::make_shared<const huice::pages::PageInfo>(),
                   [&](std::string& out, huice::Diagnostics&, huice::view::Questions*) {
                     second = publish_site(files, kSite);
                     elsewhere = publish_site(files, kSite, options_for("elsewhere"));
                     out += "z";
                     return true;
                   }});
  CHECK(publish_pages(files, std::move(pages)).report.status == Status::published);
  CHECK(second.report.status == Status::failed);
  CHECK(second.text ==
        "public: error[locked]: another huice build is writing here\n"
        "  hint: wait until it has finished\n");
  CHECK(elsewhere.report.status == Status::published);
}

TEST_CASE("a disk that fails is an environment failure, reported once and with its file") {
  MemoryFileSystem files;
  static_cast<void>(publish_site(files, kSite));
  files.fail_after(3);
  const Site edited{{"index.html", "2"}, {"policies/a.html", "2"}, {"policies/b.html", "2"}};
  const Outcome outcome = publish_site(files, edited, options_for("public", 1));
  CHECK(outcome.report.status == Status::failed);
  CHECK(outcome.text ==
        ".public.twin/tree/policies/a.html: error[file-unwritable]: cannot be written: "
        "the disk failed to read or write\n"
        "  hint: check that the folder exists, is yours, and that the disk is not full\n");
}

TEST_CASE("the message about an output that cannot be exchanged says why, and the output stays") {
  for (std::size_t changes = 0; changes < 50; ++changes) {
    MemoryFileSystem files;
    static_cast<void>(publish_site(files, kSite));
    const std::size_t exchanges = files.counts().exchanges;
    files.fail_after(changes);
    const Outcome outcome = publish_site(files, {{"index.html", "2"}});
    if (files.counts().exchanges == exchanges) continue;
    CHECK(outcome.report.status == Status::failed);
    CHECK(outcome.text ==
          "public: error[output-busy]: cannot be replaced as a whole: the disk failed to read or "
          "write\n"
          "  hint: the output folder cannot be a mount point itself; build into a folder inside "
          "it\n");
    CHECK(files.snapshot("public") == built(kSite));
    return;
  }
  FAIL("the build never came to the exchange");
}
