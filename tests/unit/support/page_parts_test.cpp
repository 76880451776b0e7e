// SPDX-License-Identifier: Apache-2.0
#include "support/page_parts.h"

#include <doctest/doctest.h>

#include <stdexcept>

using namespace huice::test;

TEST_CASE("a page is its frame, the lines of the frame that are its own, and its main part") {
  const PageParts parts = parts_of("a/b/c.html",
                                   "<title>C</title>\n"
                                   "<link rel=\"alternate\" type=\"x\" href=\"c.md\">\n"
                                   "<link rel=\"icon\" href=\"../../i.svg\">\n"
                                   "<li><a href=\"../../a.html\" aria-current=\"true\">A</a></li>\n"
                                   "<nav class=\"crumbs\">\n<li>B</li>\n</nav>\n"
                                   "<main id=\"m\">\ntext\n</main>\n"
                                   "<p><a href=\"c.md\">M</a></p>\n");
  CHECK(parts.main == "<main id=\"m\">\ntext\n</main>\n");
  CHECK(parts.own ==
        "<title>C</title>\n"
        "<link rel=\"alternate\" type=\"x\" href=\"c.md\">\n"
        "<li><a href=\"../../a.html\" aria-current=\"true\">A</a></li>\n"
        "<nav class=\"crumbs\">\n<li>B</li>\n</nav>\n");
  CHECK(parts.frame ==
        "<link rel=\"icon\" href=\"i.svg\">\n"
        "<li><a href=\"a.html\">A</a></li>\n"
        "</main>\n"
        "<p><a href=\"{markdown}\">M</a></p>\n");
}

TEST_CASE("a page without a main part, or with two, is refused") {
  CHECK_THROWS_AS(parts_of("a.html", "<p>a</p>\n"), std::runtime_error);
  CHECK_THROWS_AS(parts_of("a.html", "<main></main>\n<main></main>\n"), std::runtime_error);
}
