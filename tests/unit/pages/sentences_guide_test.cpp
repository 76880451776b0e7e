// SPDX-License-Identifier: Apache-2.0
//
// The sentences in the tables of both data guides are what the shipped records print.
#include "pages/rendered_site.h"
#include "view/prose_value.h"

#include <doctest/doctest.h>

#include <fstream>
#include <iterator>
#include <regex>

using namespace huice;
using namespace huice::test;

namespace {

const RenderedSite& shipped() {
  static const RenderedSite site("");
  return site;
}

std::string printed(const std::string& prose) {
  Diagnostics problems;
  const view::PageScope page{shipped().scope(), markup::Format::text, "", problems};
  const auto value = view::prose_value(model::Prose{prose, {}}, page);
  CHECK_FALSE(problems.has_errors());
  return std::string(value.text());
}

std::size_t compare_rows(const std::string& path) {
  std::ifstream file(source_path("/" + path), std::ios::binary);
  const std::string guide{std::istreambuf_iterator<char>(file), {}};
  const std::regex row(R"(\| `(\{\{ [a-z]+\([^\n]*?\}\})` \| ([^\n|]+) \|)");
  std::size_t rows = 0;
  for (auto it = std::sregex_iterator(guide.begin(), guide.end(), row);
       it != std::sregex_iterator(); ++it) {
    std::string prose = it->str(1);
    const std::size_t bar = prose.find("\\|");
    if (bar != std::string::npos) prose.erase(bar, 1);
    CAPTURE(prose);
    CHECK(printed(prose) == it->str(2));
    ++rows;
  }
  return rows;
}

}  // namespace

TEST_CASE("the data guides show sentences as they are printed") {
  CHECK(compare_rows("docs/data-guide.md") >= 6);
  CHECK(compare_rows("docs/data-guide.zh-CN.md") >= 6);
}
