// SPDX-License-Identifier: Apache-2.0
// bench_template TEMPLATES DATA OUT SECONDS: renders policy.html with huice for that long, on one
// core.

#include "template/engine.h"
#include "template/json_value.h"

#include <nlohmann/json.hpp>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>

namespace {

using namespace huice::tmpl;
using Json = nlohmann::ordered_json;

std::string read(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 5) return 2;
  const std::string folder = arguments[1];
  const Environment environment([&folder](std::string_view name) -> std::optional<TemplateSource> {
    return TemplateSource{read(folder + "/" + std::string(name)), std::string(name)};
  });
  const Value context = huice::test::value_of(Json::parse(read(arguments[2])));
  huice::Diagnostics problems;
  std::string page;
  if (!environment.render("policy.html", context.mapping(), page, problems)) {
    for (const auto& found : problems.sorted())
      std::fputs(format_diagnostic(found, huice::Language::en).c_str(), stderr);
    return 1;
  }
  std::ofstream(arguments[3], std::ios::binary) << page;
  const auto start = std::chrono::steady_clock::now();
  const double seconds = std::atof(arguments[4]);
  std::size_t pages = 0;
  double elapsed = 0;
  while (elapsed < seconds) {
    std::string out;
    environment.render("policy.html", context.mapping(), out, problems);
    ++pages;
    elapsed = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  }
  std::printf("{\"version\": \"this build\", \"pages\": %zu, \"seconds\": %.6f}\n", pages, elapsed);
  return 0;
}
