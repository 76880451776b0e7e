// SPDX-License-Identifier: Apache-2.0
#include "markup/address.h"

#include <doctest/doctest.h>

using namespace huice::markup;

TEST_CASE("addresses that only lead somewhere are safe") {
  for (const char* address :
       {"", "a.html", "../a/b.html#c", "/a", "#x", "?q=a:b", "a/b:c", "https://a.cn", "HTTP://a.cn",
        "mailto:a@b.cn", "tel:12345", "惠策.html"}) {
    CAPTURE(address);
    CHECK(is_safe_address(address));
  }
}

TEST_CASE("no other scheme is safe, nor another site without one, nor control characters") {
  for (const char* address :
       {"javascript:x", "JavaScript:x", "vbscript:x", "data:text/html,x", "file:///x", "blob:x",
        "ftp://a", "view-source:x", " javascript:x", "java\nscript:x", "a\tb", "\x01", "//a.cn",
        "/\\a.cn", "\\\\a.cn", "https\x7F://a.cn"}) {
    CAPTURE(address);
    CHECK_FALSE(is_safe_address(address));
  }
}

TEST_CASE(
    "only schemes that run scripts or bring a document are unsafe where an author wrote them") {
  CHECK(runs_script("javascript:"));
  CHECK(runs_script("vbscript:x"));
  CHECK(runs_script("data:image/png,x"));
  CHECK_FALSE(runs_script("ftp://"));
  CHECK_FALSE(runs_script("javascript"));
}

TEST_CASE("an address in HTML has nothing in it that ends an attribute") {
  std::string out;
  escape_href(out, "a b\"c'd<e>&f%20g惠");
  CHECK(out == "a%20b%22c%27d%3Ce%3E&amp;f%20g%E6%83%A0");
}
