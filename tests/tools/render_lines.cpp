// SPDX-License-Identifier: Apache-2.0
// Renders templates for tests/scripts/jinja_random.py: one JSON object a line in, one a line out.
//   {"templates": {"main.html": "…", …}, "main": "main.html", "context": {…}, "options":
//   "trim_blocks"}
//   {"output": "…"} or {"error": code, "file": "…", "line": 1, "message": the whole diagnostic}
// Each line has an environment of its own, as each page of a hostile template would.

#include "template/engine.h"
#include "template/json_value.h"

#include <nlohmann/json.hpp>

#include <iostream>
#include <optional>
#include <string>
#include <string_view>

namespace {

using huice::Diagnostic;
using huice::Diagnostics;
using namespace huice::tmpl;
using Json = nlohmann::ordered_json;

Json first_of(const Diagnostics& problems) {
  const std::vector<Diagnostic> found = problems.sorted();
  if (found.empty()) return {{"error", ""}, {"message", "failed without a diagnostic"}};
  const Diagnostic& first = found.front();
  return {{"error", first.code.slug()},
          {"file", first.where.file},
          {"line", first.where.line},
          {"message", huice::format_diagnostic(first, huice::Language::en)}};
}

Json render(const Json& job) {
  const Json& templates = job.at("templates");
  const auto loader = [&templates](std::string_view name) -> std::optional<TemplateSource> {
    const auto found = templates.find(name);
    if (found == templates.end()) return std::nullopt;
    return TemplateSource{found->get<std::string>(), std::string(name)};
  };
  Options options = huice::test::options_of(job.at("options").get<std::string>());
  options.bounds = Bounds{std::size_t{1} << 20U, 20'000, 100, 20};
  const Environment environment(loader, options);
  const Value context = huice::test::value_of(job.at("context"));
  std::string out;
  Diagnostics problems;
  const bool done =
      environment.render(job.at("main").get<std::string>(), context.mapping(), out, problems);
  return done ? Json{{"output", out}} : first_of(problems);
}

}  // namespace

int main() {
  std::ios::sync_with_stdio(false);
  for (std::string line; std::getline(std::cin, line);) {
    // Flushed, since the other side reads an answer before it writes the next line.
    std::cout << render(Json::parse(line)).dump(-1, ' ', false, Json::error_handler_t::replace)
              << std::endl;
  }
}
