// SPDX-License-Identifier: Apache-2.0
//
// What a build leaves in its output and what it does to get there, on the file system in memory.

#include "publish/publish.h"

#include "base/hash.h"
#include "base/messages/files.h"
#include "publish/manifest.h"
#include "publish/small_site.h"

#include <doctest/doctest.h>
#include <tbb/global_control.h>

#include <atomic>
#include <stdexcept>

using huice::content_hash;
using huice::Diagnostics;
using huice::MemoryFileSystem;
using huice::publish::Status;
using namespace huice::test;
namespace pages = huice::pages;

namespace {

const Site kSite{{"index.html", "home"},
                 {"policies/a.html", "A"},
                 {"policies/a.md", "# A"},
                 {"replies/335/index.html", "reply"}};

Site with(Site site, const std::string& path, const std::string& text) {
  site[path] = text;
  return site;
}

Site without(Site site, const std::string& path) {
  site.erase(path);
  return site;
}

}  // namespace

TEST_CASE("a first build makes the pages, build.json and manifest.json") {
  MemoryFileSystem files;
  const Outcome outcome = publish_site(files, kSite);
  CHECK(outcome.text.empty());
  CHECK(outcome.report.status == Status::published);
  CHECK(outcome.report.files == 6);
  CHECK(outcome.report.written == 6);
  Site tree = files.snapshot("public");
  CHECK(tree["policies/a.md"] == "# A");
  CHECK(tree["build.json"] ==
        "{\n  \"huice\": \"0.1.0\",\n  \"as_of\": \"2026-03-01\",\n  \"counts\": {\n"
        "    \"policies\": 3\n  }\n}\n");
  CHECK(tree.size() == 6);
  CHECK(files.snapshot(".public.twin").empty());
  CHECK(files.counts().exchanges == 0);
}

TEST_CASE("the manifest lists every other file in byte order with its size and true hash") {
  Site tree = built(kSite);
  std::string expected = "{\"format\":\"huice-manifest-1\",\"files\":[";
  const char* separator = "\n";
  for (const auto& [path, text] : without(tree, "manifest.json")) {
    expected += separator + ("{\"path\":\"" + path + "\",\"size\":" + std::to_string(text.size()) +
                             ",\"hash\":\"" + content_hash(text) + "\"}");
    separator = ",\n";
  }
  CHECK(tree["manifest.json"] == expected + "\n]}\n");
  CHECK(huice::publish::manifest_paths(tree["manifest.json"])->size() == 5);
  CHECK_FALSE(
      huice::publish::manifest_paths("{\"format\":\"huice-manifest-1\",\"files\":[{").has_value());
  CHECK_FALSE(huice::publish::manifest_paths("{\"files\":[{\"path\":1}]}").has_value());
  CHECK_FALSE(huice::publish::manifest_paths("[]").has_value());
}

TEST_CASE("building the same again touches nothing") {
  MemoryFileSystem files;
  REQUIRE(publish_site(files, kSite).report.status == Status::published);
  for (int round = 0; round < 3; ++round) {
    const auto before = files.counts();
    const Outcome outcome = publish_site(files, kSite);
    CHECK(outcome.report.status == Status::unchanged);
    CHECK(outcome.report.written == 0);
    CHECK(outcome.report.bytes > 0);
    CHECK(files.counts().creates == before.creates);
    CHECK(files.counts().links == before.links);
    CHECK(files.counts().renames == before.renames);
    CHECK(files.counts().exchanges == before.exchanges);
  }
  CHECK(files.snapshot("public") == built(kSite));
}

TEST_CASE("an edit to one page writes that page and the manifest, and links the rest") {
  MemoryFileSystem files;
  static_cast<void>(publish_site(files, kSite));
  const Site edited = with(kSite, "policies/a.html", "A, amended");
  const auto before = files.counts();
  const Outcome outcome = publish_site(files, edited);
  CHECK(outcome.report.status == Status::published);
  CHECK(outcome.report.written == 2);
  CHECK(files.counts().creates == before.creates + 2);
  CHECK(files.counts().links == before.links + 4);
  CHECK(files.counts().exchanges == before.exchanges + 1);
  CHECK(files.snapshot("public") == built(edited));
  CHECK(files.snapshot(".public.twin/tree") == built(kSite));
  CHECK(files.link_count("public/index.html") == 2);
  CHECK(files.link_count("public/policies/a.html") == 1);
}

TEST_CASE("a second edit links only what the twin does not have yet") {
  MemoryFileSystem files;
  static_cast<void>(publish_site(files, kSite));
  static_cast<void>(publish_site(files, with(kSite, "index.html", "home 2")));
  const auto before = files.counts();
  const Site twice = with(with(kSite, "index.html", "home 2"), "policies/a.md", "# A 2");
  const Outcome outcome = publish_site(files, twice);
  CHECK(outcome.report.written == 2);
  CHECK(files.counts().links == before.links + 1);
  CHECK(files.counts().creates == before.creates + 2);
  CHECK(files.snapshot("public") == built(twice));
}

TEST_CASE("pages that no longer exist are removed, and so are their empty folders") {
  MemoryFileSystem files;
  static_cast<void>(publish_site(files, kSite));
  const Site fewer = without(kSite, "replies/335/index.html");
  for (int round = 0; round < 3; ++round) {
    const Outcome outcome = publish_site(files, fewer);
    CHECK(outcome.text.empty());
    CHECK(outcome.report.removed == (round == 0 ? 1 : 0));
    CHECK(files.snapshot("public") == built(fewer));
  }
}

TEST_CASE("a page may become a folder, and a folder a page") {
  MemoryFileSystem files;
  const Site file{{"a", "file"}, {"b/c/d", "deep"}};
  const Site folder{{"a/x", "1"}, {"b", "2"}};
  for (const Site& site : {file, folder, file, folder}) {
    CHECK(publish_site(files, site).report.status == Status::published);
    CHECK(files.snapshot("public") == built(site));
  }
}

TEST_CASE("a live file that someone changed by hand is put right") {
  MemoryFileSystem files;
  static_cast<void>(publish_site(files, kSite));
  files.put("public/policies/a.html", "Z");
  CHECK(publish_site(files, kSite).report.written == 1);
  CHECK(files.snapshot("public") == built(kSite));
}

TEST_CASE("the output is right whatever the idle twin holds") {
  MemoryFileSystem files;
  static_cast<void>(publish_site(files, kSite));
  files.put(".public.twin/tree/index.html", "wrong");
  files.put(".public.twin/tree/policies/a.html/x", "a folder where a page goes");
  files.put(".public.twin/tree/stray", "stray");
  files.put(".public.twin/tree/policies/a.md", "# A 2");
  const Site edited = with(kSite, "policies/a.md", "# A 2");
  CHECK(publish_site(files, edited).report.status == Status::published);
  CHECK(files.snapshot("public") == built(edited));
}

TEST_CASE("the bytes are the same for any number of threads and in any folder") {
  const tbb::global_control eight(tbb::global_control::max_allowed_parallelism, 8);
  Site site;
  for (int i = 0; i < 500; ++i) {
    site["p/" + std::to_string(i % 7) + "/" + std::to_string(i) + ".html"] =
        std::string(static_cast<std::size_t>(i * 37 % 4000), static_cast<char>('a' + i % 26));
  }
  const Site expected = built(site);
  for (const unsigned threads : {1U, 2U, 8U, 0U}) {
    MemoryFileSystem files;
    const Outcome outcome = publish_site(files, site, options_for("some/where/out", threads));
    CHECK(outcome.report.status == Status::published);
    CHECK(files.snapshot("some/where/out") == expected);
  }
}

TEST_CASE("progress is reported once for every page, and each page is rendered once") {
  MemoryFileSystem files;
  std::atomic<std::size_t> calls{0};
  std::atomic<std::size_t> rendered{0};
  std::vector<pages::Page> pages;
  for (int i = 0; i < 100; ++i) {
    pages.push_back({std::to_string(i), std::make_shared<const huice::pages::PageInfo>(),
                     [&rendered](std::string&, Diagnostics&, huice::view::Questions*) {
                       ++rendered;
                       return true;
                     }});
  }
  huice::publish::PublishOptions options = options_for("public");
  options.progress = [&calls](std::size_t done, std::size_t total) {
    CHECK(done <= total);
    CHECK(total == 101);
    ++calls;
  };
  static_cast<void>(publish_pages(files, std::move(pages), options));
  CHECK(calls == 101);
  CHECK(rendered == 100);
}

TEST_CASE("a failing page leaves the old tree, and every page's problems are reported") {
  MemoryFileSystem files;
  static_cast<void>(publish_site(files, kSite));
  std::vector<pages::Page> pages = pages_of(with(kSite, "index.html", "new home"));
  for (const char* path : {"bad-1", "bad-2"}) {
    pages.push_back({path, std::make_shared<const huice::pages::PageInfo>(),
                     [](std::string& out, Diagnostics&, huice::view::Questions*) {
                       out += "half a page";
                       return false;
                     }});
  }
  pages.push_back(
      {"worse", std::make_shared<const huice::pages::PageInfo>(),
       [](std::string&, Diagnostics& problems, huice::view::Questions*) {
         problems.add(huice::problem(huice::msg::nul_byte{}, {"data/x.json", 3, 5, 1, "abcd"}));
         return true;
       }});
  const Outcome outcome = publish_pages(files, std::move(pages));
  CHECK(outcome.report.status == Status::refused);
  CHECK(outcome.text ==
        "error[page-failed]: the page “bad-1” could not be made\n"
        "error[page-failed]: the page “bad-2” could not be made\n"
        "data/x.json:3:5: error[nul-byte]: has a NUL byte here\n"
        "  3 | abcd\n"
        "    |     ^\n"
        "  hint: save the file as plain UTF-8 text\n");
  CHECK(files.snapshot("public") == built(kSite));
  CHECK(publish_site(files, kSite).report.status == Status::unchanged);
}

TEST_CASE("a page that throws leaves the old tree and releases the lock") {
  MemoryFileSystem files;
  static_cast<void>(publish_site(files, kSite));
  std::vector<pages::Page> pages = pages_of(with(kSite, "index.html", "new home"));
  pages.push_back({"throws", std::make_shared<const huice::pages::PageInfo>(),
                   [](std::string&, Diagnostics&, huice::view::Questions*) -> bool {
                     throw std::runtime_error("out of luck");
                   }});
  CHECK_THROWS_AS(static_cast<void>(publish_pages(files, std::move(pages))), std::runtime_error);
  CHECK(files.snapshot("public") == built(kSite));
  CHECK(publish_site(files, kSite).report.status == Status::unchanged);
}

TEST_CASE("without hard links the files are copied") {
  MemoryFileSystem files;
  files.support_links(false);
  static_cast<void>(publish_site(files, kSite));
  for (const std::string text : {"1", "2", "3"}) {
    const Site edited = with(kSite, "index.html", text);
    CHECK(publish_site(files, edited).report.status == Status::published);
    CHECK(files.snapshot("public") == built(edited));
  }
}

TEST_CASE("previews skip the wait for the disk, real builds wait before the swap and after it") {
  MemoryFileSystem files;
  huice::publish::PublishOptions options = options_for("public");
  options.durable = false;
  static_cast<void>(publish_site(files, kSite, options));
  CHECK(files.counts().syncs == 0);
  static_cast<void>(publish_site(files, with(kSite, "index.html", "2")));
  CHECK(files.counts().syncs == 2);
  static_cast<void>(publish_site(files, with(kSite, "index.html", "2")));
  CHECK(files.counts().syncs == 2);
}
