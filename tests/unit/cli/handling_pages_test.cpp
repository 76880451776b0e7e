// SPDX-License-Identifier: Apache-2.0
// What the site says of how proposals were handled, on tests/sites/handling.
#include "cli/memory_world.h"

#include <doctest/doctest.h>

#include <string>

using namespace huice;
using namespace huice::test;

namespace {

struct Handling {
  Handling() {
    put_folder(files, "tests/sites/handling/data", "p/data");
    put_share(files);
  }

  // The page on a day.
  std::string page(const std::string& name, const std::string& day) {
    const Said said = run(files, {"build", "p", "-o", "out", "--as-of", day});
    INFO(said.err);
    REQUIRE(said.code == 0);
    return files.read("out/" + name).value();
  }

  MemoryFileSystem files;
};

bool has(const std::string& text, const std::string& words) {
  return text.find(words) != std::string::npos;
}

}  // namespace

TEST_CASE("a reply's page says of which class the matter is now, from the day of the change on") {
  Handling site;
  const std::string change = "2025年12月20日起改为A类（已经解决或基本解决）";
  CHECK(has(site.page("replies/h-01/index.html", "2026-03-05"), change));
  CHECK(has(site.page("replies/h-01/reply.md", "2026-03-05"), change));
  CHECK_FALSE(has(site.page("replies/h-01/index.html", "2025-12-19"), "起改为"));
}

TEST_CASE("a unit's page counts what became of its promises, once anything is known of one") {
  Handling site;
  CHECK(has(site.page("units/example-gxj.html", "2026-03-05"),
            "3 项中，1 项已完成，1 项已过期限，未见完成的记录，1 项尚无结果。"));
  CHECK_FALSE(has(site.page("units/example-gov.html", "2026-03-05"), "项中，"));
}

TEST_CASE("that a draft was talked over, and why it is not published whole, changes no page") {
  Handling plain;
  const std::string before = plain.page("replies/h-04/index.html", "2026-03-05");
  const std::string list = plain.page("manifest.json", "2026-03-05");
  Handling noted;
  const std::string file = "p/data/proposals/h-04.json";
  std::string text = noted.files.read(file).value();
  const std::string at = "\"form\": \"thematic\",";
  REQUIRE(text.find(at) != std::string::npos);
  text.insert(text.find(at), R"("consultation": {"by": "某科", "on": "2026-01-20", "how": "电话"},
    "publication_reason": "示例理由", )");
  noted.files.put(file, text);
  CHECK(noted.page("replies/h-04/index.html", "2026-03-05") == before);
  CHECK(noted.page("manifest.json", "2026-03-05") == list);
}
