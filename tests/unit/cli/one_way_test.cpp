// SPDX-License-Identifier: Apache-2.0
//
// A fault is reported alike by every verb that reads the project.
#include "cli/memory_world.h"

#include <doctest/doctest.h>

#include <algorithm>

using namespace huice;
using namespace huice::test;

namespace {

// The first report in `err`, with its source line and hint.
std::string first_report(const std::string& err, const std::string& code) {
  const std::size_t at = err.find("[" + code + "]");
  if (at == std::string::npos) return "no " + code + " in " + err;
  const std::size_t start = err.rfind('\n', at) + 1;
  std::size_t end = err.find("\ndata/", at);
  for (const char* summary : {"\n1 error", "\n2 errors", "\n3 errors"}) {
    end = std::min(end, err.find(summary, at));
  }
  return err.substr(start, end - start);
}

}  // namespace

TEST_CASE("a wrong citation is reported alike by check, build, facts and match") {
  MemoryFileSystem files;
  put_starter(files);
  std::string site = files.read("p/data/site.json").value();
  const std::size_t brace = site.rfind('}');
  const std::string about = R"("about": "见 {{ fact('no-such-policy/1') }}。")";
  const std::size_t known = site.find("\"about\"");
  if (known != std::string::npos) {
    const std::size_t end = site.find('\n', known);
    const bool comma = site[end - 1] == ',';
    site.replace(known, end - known, about + (comma ? "," : ""));
  } else {
    site.insert(brace, ", " + about);
  }
  REQUIRE(files.remove("p/data/site.json").ok());
  files.put("p/data/site.json", site);
  files.put("profile.json", "{}");
  const Said check = run(files, {"check", "p"});
  CHECK(check.code == 1);
  const std::string code = "cited-nothing";
  const std::string report = first_report(check.err, code);
  REQUIRE(report.find("data/site.json:") == 0);
  for (const auto& verb :
       std::vector<std::vector<std::string>>{{"build", "p", "-o", "out"},
                                             {"facts", "example-2026-1", "p"},
                                             {"match", "p", "--profile", "profile.json"}}) {
    CAPTURE(verb.front());
    const Said said = run(files, verb);
    CHECK(said.code == 1);
    CHECK(first_report(said.err, code) == report);
  }
  CHECK_FALSE(files.info("out/index.html").has_value());
}

TEST_CASE("a fault in the project's words or templates is reported alike by check and build") {
  MemoryFileSystem files;
  put_starter(files);
  files.put("p/templates/i18n/zh-CN.json", R"({"footer": {"updatd": "更新于{date}"}})");
  files.put("p/templates/site/home.html", "{% if %}");
  const Said check = run(files, {"check", "p"});
  const Said build = run(files, {"build", "p", "-o", "out"});
  INFO(check.err);
  CHECK(check.code == 1);
  CHECK(build.code == 1);
  for (const std::string code : {"words-unknown-key", "template-syntax"}) {
    CAPTURE(code);
    const std::string report = first_report(check.err, code);
    CHECK(report.find("p/templates/") == 0);
    CHECK(build.err.find(report) != std::string::npos);
  }
  CHECK_FALSE(files.info("out/index.html").has_value());
}

TEST_CASE("records can be checked where huice's own templates are not installed") {
  MemoryFileSystem files;
  put_folder(files, "templates/project/data", "p/data");
  CHECK(run(files, {"check", "p"}).code == 0);
}
