// SPDX-License-Identifier: Apache-2.0
#include "cli/memory_world.h"

#include <doctest/doctest.h>

using namespace huice;
using namespace huice::test;

TEST_CASE("a project of language en builds an English site, its records in their own language") {
  MemoryFileSystem files;
  put_folder(files, "tests/sites/small/data", "p/data");
  put_share(files);
  std::string site = files.read("p/data/site.json").value();
  const std::string chinese = R"("language": "zh-CN")";
  REQUIRE(site.find(chinese) != std::string::npos);
  site.replace(site.find(chinese), chinese.size(), R"("language": "en")");
  files.put("p/data/site.json", site);
  const Said said = run(files, {"build", "p", "-o", "out"});
  INFO(said.err);
  REQUIRE(said.code == 0);
  const std::string home = files.read("out/index.html").value();
  CHECK(home.find("<html lang=\"en\"") != std::string::npos);
  CHECK(home.find("Read the policy documents") != std::string::npos);
  CHECK(home.find("从哪里开始") == std::string::npos);
  const std::string list = files.read("out/policies/index.html").value();
  CHECK(list.find("Browse by document: number") != std::string::npos);
}
