// SPDX-License-Identifier: Apache-2.0
#include "base/encoding.h"

#include <doctest/doctest.h>

using namespace huice;

TEST_CASE("what cannot be UTF-8 is read as GB18030, four-byte characters too") {
  CHECK(from_gb18030("\xD1\xD0\xB7\xA2,1\n") == "研发,1\n");
  CHECK(from_gb18030("\x95\x32\x82\x36") == "\xF0\xA0\x80\x80");  // U+20000
  CHECK(!from_gb18030("研发"));
  CHECK(!from_gb18030("plain"));
  CHECK(!from_gb18030("研发研发\xA2"));            // damaged UTF-8
  CHECK(!from_gb18030("\xFF\xFEi\0"));             // UTF-16
  CHECK(!from_gb18030(std::string("\xD1\0", 2)));  // a NUL
  CHECK(!from_gb18030("\xD1\xD0\xFF\xFF"));        // of neither
}
