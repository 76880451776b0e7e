// SPDX-License-Identifier: Apache-2.0
// Markdown to HTML for tests/scripts/commonmark.py: one JSON string a line in, one JSON object a
// line out: {"html": "…", "problems": ["markdown-raw-html", …]}

#include "markdown/parse.h"
#include "markdown/write_html.h"

#include <nlohmann/json.hpp>

#include <iostream>
#include <string>

int main() {
  using Json = nlohmann::ordered_json;
  for (std::string line; std::getline(std::cin, line);) {
    const auto text = Json::parse(line).get<std::string>();
    huice::Diagnostics problems;
    const huice::SourceText source("text.md", text);
    std::string html;
    huice::markdown::write_html(huice::markdown::parse(source, problems), {}, html);
    Json codes = Json::array();
    for (const huice::Diagnostic& found : problems.sorted())
      codes.push_back(std::string(found.code.slug()));
    std::cout << Json{{"html", html}, {"problems", codes}}.dump() << std::endl;
  }
}
