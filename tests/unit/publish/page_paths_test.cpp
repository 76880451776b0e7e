// SPDX-License-Identifier: Apache-2.0
#include "publish/page_paths.h"

#include "publish/small_site.h"

#include <doctest/doctest.h>

using huice::Diagnostics;
using huice::MemoryFileSystem;
using huice::publish::Status;
using namespace huice::test;

namespace {

// The messages without their hints, which the test of the full texts has once.
std::string refusals(const std::vector<std::string_view>& paths, bool with_hints = false) {
  Diagnostics problems;
  std::vector<huice::publish::PagePath> pages;
  for (const std::string_view path : paths) pages.push_back({path});
  const bool fine = huice::publish::check_page_paths(pages, "public", problems);
  std::string out;
  for (const huice::Diagnostic& problem : problems.sorted()) {
    const std::string text = format_diagnostic(problem, huice::Language::en);
    out += with_hints ? text : text.substr(0, text.find('\n') + 1);
  }
  CHECK(fine == out.empty());
  return out;
}

bool refused(std::string_view path) {
  return !refusals({path}).empty();
}

}  // namespace

TEST_CASE("ordinary paths are fine, Chinese ones too") {
  CHECK(refusals({"index.html", "policies/ordos-2022-103.html", "policies/ordos-2022-103.md",
                  "replies/335-2022/index.html", "政策/鄂府发〔2022〕103号.html", ".nojekyll",
                  "a b/c,d;e'f(1)+#&=@!~.txt", "con-tents.html", "comma.html", "com10.html"})
            .empty());
}

TEST_CASE("a path that is not plain and relative is refused") {
  for (const std::string_view path : {"", "/", "/etc/passwd", "..", "../x", "a/../../x", "a/..",
                                      "./a", "a/.", "a//b", "a/", "a\xFF", "a\xC0\xAF"}) {
    CAPTURE(path);
    CHECK(refused(path));
  }
  CHECK(refusals({"a/../../x"}, true) ==
        "public: error[page-path-malformed]: the page path “a/../../x” is not a plain relative "
        "path\n"
        "  hint: names in UTF-8 joined by single “/”, without “.” and “..”; it follows from a "
        "record's id\n");
}

TEST_CASE("characters that Windows forbids or that nobody can see are refused") {
  using namespace std::string_view_literals;
  for (const std::string_view path :
       {"a\\b"sv, "a:b"sv, "a*"sv, "a?"sv, "a\"b"sv, "<a>"sv, "a|b"sv, "a\nb"sv, "a\tb"sv, "a\0b"sv,
        "a\x7F"sv, "a\u0085"sv, "a\u200B"sv, "a\u202Eb"sv, "\uFEFFa"sv, "a\u00A0b"sv}) {
    CAPTURE(path);
    CHECK(refused(path));
  }
  CHECK(refusals({"policies/a?.html"}, true) ==
        "public: error[page-path-character]: the page path “policies/a?.html” contains “?”, which "
        "a file name cannot hold everywhere\n"
        "  hint: change the id of the record that the page is made from\n");
  CHECK(refusals({"a\nb"}) ==
        "public: error[page-path-character]: the page path “a␊b” contains U+000A, which a file "
        "name cannot hold everywhere\n");
}

TEST_CASE("names that Windows reserves or cannot keep are refused") {
  for (const std::string_view path :
       {"CON", "con.html", "a/Nul.txt", "aux.tar.gz", "prn", "COM1", "lpt9.md", "com¹", "nul .html",
        "conin$", "a.", "a /b", "x/b.. "}) {
    CAPTURE(path);
    CHECK(refused(path));
  }
  CHECK(refusals({"policies/nul.html"}, true) ==
        "public: error[page-path-name]: the page path “policies/nul.html” contains the name "
        "“nul.html”, which Windows cannot hold\n"
        "  hint: names like CON and NUL are reserved, and no name may end in a dot or a space\n");
}

TEST_CASE("names over 200 bytes and paths over 1000 are refused") {
  const std::string longest(200, 'a');
  CHECK_FALSE(refused(longest));
  CHECK_FALSE(refused(longest + "/" + longest));
  CHECK(refused("x/" + longest + "a/y"));
  std::string deep;
  while (deep.size() < 1000) deep += "yyyyyyyyy/";
  deep.back() = 'y';
  REQUIRE(deep.size() == 1000);
  CHECK_FALSE(refused(deep));
  CHECK(refusals({deep + "y"}).find("has 1001 bytes in a page path; at most 1000 fit\n") !=
        std::string::npos);
  CHECK(refusals({longest + "a"}, true) ==
        "public: error[page-path-too-long]: “" + longest +
            "…” has 201 bytes in a page path; at most 200 fit\n"
            "  hint: a Chinese character takes three bytes; shorten the id of the record\n");
}

TEST_CASE("two pages cannot have one path, nor two that are one on another system") {
  CHECK(refusals({"a.html", "b.html", "a.html"}, true) ==
        "public: error[page-path-twice]: two pages have the path “a.html”\n"
        "  hint: ids have to differ\n");
  CHECK(refusals({"p/A.html", "p/a.html"}, true) ==
        "public: error[page-path-case]: the page paths “p/A.html” and “p/a.html” are one name on "
        "Windows and macOS\n"
        "  hint: let the ids differ in more than upper and lower case\n");
  CHECK_FALSE(refusals({"P/a.html", "p/b.html"}).empty());
  CHECK_FALSE(refusals({"Ａ.html", "ａ.html"}).empty());
  CHECK_FALSE(refusals({"É.html", "é.html"}).empty());
  CHECK_FALSE(refusals({"é.html", "e\u0301.html"}).empty());
  CHECK(refusals({"a.html", "a.md", "a/b.html"}).empty());
}

TEST_CASE("a page cannot be the folder of another, in either order and any case") {
  const std::string expected =
      "public: error[page-path-collision]: “a” is a page and also the folder of “a/b/c”\n"
      "  hint: change one of the two ids\n";
  CHECK(refusals({"a", "a/b/c"}, true) == expected);
  CHECK(refusals({"a/b/c", "a"}, true) == expected);
  CHECK_FALSE(refusals({"A", "a/b"}).empty());
}

TEST_CASE("a page cannot take the place of the publisher's own files") {
  for (const std::string path : {"manifest.json", "build.json", "Manifest.JSON", "build.json/x"}) {
    CAPTURE(path);
    MemoryFileSystem files;
    CHECK(publish_site(files, {{path, "x"}}).report.status == Status::refused);
    CHECK(files.snapshot("").empty());
  }
}

TEST_CASE("a build with hostile paths reports them all and writes nothing") {
  MemoryFileSystem files;
  const Outcome outcome = publish_site(files, {{"../escape", "x"}, {"fine", "x"}, {"nul", "x"}});
  CHECK(outcome.report.status == Status::refused);
  CHECK(outcome.text.find("../escape") != std::string::npos);
  CHECK(outcome.text.find("“nul”") != std::string::npos);
  CHECK(files.snapshot("").empty());
}

TEST_CASE("a path that cannot be is placed at its record, of two at the later one's") {
  const auto at = [](std::uint32_t line) {
    return [line] { return huice::Location{"data/topics.json", line, 12, 1, {}}; };
  };
  Diagnostics problems;
  CHECK_FALSE(huice::publish::check_page_paths({{"topics/con.html", at(3)},
                                                {"topics/a.html", at(4)},
                                                {"topics/A.html", at(5)},
                                                {"topics/index.html", at(6)},
                                                {"topics/index.html"}},
                                               "public", problems));
  std::string places;
  for (const huice::Diagnostic& one : problems.sorted()) {
    places += one.where.file + ":" + std::to_string(one.where.line) + " " +
              std::string(one.code.slug()) + "\n";
  }
  CHECK(places ==
        "data/topics.json:3 page-path-name\n"
        "data/topics.json:5 page-path-case\n"
        "data/topics.json:6 page-path-twice\n");
}
