// SPDX-License-Identifier: Apache-2.0
//
// The pages of tests/sites/small, a tiny invented project with a page of every kind, must be what
// tests/sites/small/expected holds: one HTML page whole, of the others the <main>, and in
// heads.case the lines of the layout that are a page's own. What the layout gives to all pages must
// be on each what it is on the whole one. HUICE_UPDATE_GOLDEN=1 writes that folder anew.
#include "pages/rendered_site.h"
#include "paths.h"
#include "support/case_file.h"
#include "support/page_parts.h"

#include <doctest/doctest.h>

#include <cstdlib>

using namespace huice;
using namespace huice::test;

namespace {

using Tree = std::map<std::string, std::string>;

const std::string kExpected = source_path("/tests/sites/small/expected");
// Held whole: a page that has all that the layout can give.
const std::string kWhole = "policies/example-2026-1.html";

// The files of tests/sites/small/expected that these pages make.
Tree expected_of(const Tree& pages) {
  Tree files;
  std::vector<Case> heads;
  for (const auto& [path, text] : pages) {
    const bool html = path.ends_with(".html");
    files[path] = html && path != kWhole ? parts_of(path, text).main : text;
    if (html) heads.push_back({{}, 0, path, {}, {{"head", {}, parts_of(path, text).own, 0}}});
  }
  files["heads.case"] =
      "SPDX-License-Identifier: Apache-2.0\nThe lines of each page's layout that are its own.\n\n" +
      format_cases(heads);
  return files;
}

void collect(const FileSystem& files, const std::string& folder, const std::string& prefix,
             Tree& found) {
  const auto entries = files.list(folder);
  if (!entries) return;
  for (const DirectoryEntry& entry : entries.value()) {
    const std::string path = join_path(folder, entry.name);
    if (entry.kind == FileKind::directory) {
      collect(files, path, prefix + entry.name + "/", found);
    } else {
      found[prefix + entry.name] = files.read(path).value();
    }
  }
}

void update(FileSystem& files, const Tree& old, const Tree& made) {
  for (const auto& [path, text] : old) REQUIRE(files.remove(join_path(kExpected, path)));
  for (const auto& entry : made) {
    const auto& path = entry.first;
    const auto& text = entry.second;
    const std::string file = join_path(kExpected, path);
    REQUIRE(files.make_directories(file.substr(0, file.rfind('/'))));
    REQUIRE(files.create(file, text));
  }
}

// The first line in which two texts differ, from both.
std::string first_difference(const std::string& expected, const std::string& made) {
  std::size_t start = 0;
  while (true) {
    const std::size_t a = expected.find('\n', start);
    const std::size_t b = made.find('\n', start);
    const std::string one = expected.substr(std::min(start, expected.size()), a - start);
    const std::string two = made.substr(std::min(start, made.size()), b - start);
    if (one != two || a != b || a == std::string::npos) return "- " + one + "\n+ " + two;
    start = a + 1;
  }
}

}  // namespace

TEST_CASE("every page of the small site is what tests/sites/small/expected holds") {
  RenderedSite site("tests/sites/small");
  Tree pages = site.render();
  std::erase_if(pages, [](const auto& page) { return page.first.starts_with("assets/"); });
  const Tree made = expected_of(pages);
  Tree expected;
  collect(site.files(), kExpected, "", expected);
  // NOLINTNEXTLINE(concurrency-mt-unsafe): no thread changes the environment
  if (std::getenv("HUICE_UPDATE_GOLDEN") != nullptr) {
    update(site.files(), expected, made);
    expected = made;
  }
  CHECK(made.size() > 40);
  for (const auto& entry : made) {
    const auto& path = entry.first;
    const auto& text = entry.second;
    const auto found = expected.find(path);
    const bool same = found != expected.end() && found->second == text;
    CHECK_MESSAGE(same, path << "\n"
                             << (found == expected.end() ? "is not expected"
                                                         : first_difference(found->second, text)));
  }
  for (const auto& entry : expected) {
    const auto& path = entry.first;
    CHECK_MESSAGE(made.contains(path), path << " is expected, and no page any more");
  }
}

TEST_CASE("the layout gives every page of the small site the same frame") {
  RenderedSite site("tests/sites/small");
  const Tree pages = site.render();
  const std::string frame = parts_of(kWhole, pages.at(kWhole)).frame;
  CHECK(frame.find("<nav aria-label=") != std::string::npos);
  for (const auto& entry : pages) {
    if (!entry.first.ends_with(".html")) continue;
    const std::string other = parts_of(entry.first, entry.second).frame;
    CHECK_MESSAGE(other == frame, entry.first << "\n" << first_difference(frame, other));
  }
}

TEST_CASE("the small site says on every page that it is invented") {
  RenderedSite site("tests/sites/small");
  std::size_t pages = 0;
  for (const auto& entry : site.render()) {
    const auto& path = entry.first;
    const auto& text = entry.second;
    if (!path.ends_with(".html") && !path.ends_with(".md")) continue;
    ++pages;
    CHECK_MESSAGE(text.find("名称和数字均为虚构") != std::string::npos, path);
  }
  CHECK(pages > 40);
}

TEST_CASE("the small site has a page of every kind that has a template") {
  RenderedSite site("tests/sites/small");
  const Tree made = site.render();
  for (const char* path : {"index.html",
                           "policies/index.html",
                           "policies/example-2026-1.html",
                           "units/index.html",
                           "units/example-gxj.html",
                           "topics/index.html",
                           "topics/credit.html",
                           "ladders/index.html",
                           "ladders/example-ladder.html",
                           "replies/index.html",
                           "replies/example-2/index.html",
                           "booklets/index.html",
                           "booklets/example-booklet/index.html",
                           "booklets/example-booklet/credit.html",
                           "booklets/example-booklet/all.html",
                           "dashboards/index.html",
                           "dashboards/example-dashboard/index.html",
                           "dashboards/example-dashboard/data.csv",
                           "replies/example-1/reply.md",
                           "booklets/example-booklet/booklet.md",
                           "dashboards/example-dashboard/dashboard.md"}) {
    CHECK_MESSAGE(made.contains(path), path);
  }
}
