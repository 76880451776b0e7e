// SPDX-License-Identifier: Apache-2.0
// Runs tests/cases/template/*.case. HUICE_UPDATE_GOLDEN=1 rewrites the errors and the outputs that
// differ from Jinja on purpose; all other outputs come from Jinja (check_with_jinja.py --write).

#include "paths.h"
#include "support/case_file.h"
#include "template/engine.h"
#include "template/json_value.h"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <cstdlib>
#include <sstream>

namespace {

using huice::Diagnostic;
using huice::Diagnostics;
using huice::test::Case;
using huice::test::Section;
using namespace huice::tmpl;
using Json = nlohmann::ordered_json;

struct Result {
  std::string output;
  std::string error;
};

Result render(const Case& one) {
  const auto loader = [&one](std::string_view name) -> std::optional<TemplateSource> {
    for (const Section& section : one.sections) {
      if (section.head == "template" && section.argument == name) {
        return TemplateSource{section.text(), section.argument};
      }
    }
    return std::nullopt;
  };
  const Section* options = one.find("options");
  const Environment environment(loader, huice::test::options_of(options ? options->argument : ""));
  const Section* context = one.find("context");
  const Value values =
      huice::test::value_of(context ? Json::parse(context->text()) : Json::object());
  Result result;
  Diagnostics problems;
  const Section* main = one.find("template");
  environment.render(main->argument, values.mapping(), result.output, problems);
  for (const Diagnostic& found : problems.sorted())
    result.error += format_diagnostic(found, huice::Language::en);
  if (result.error.ends_with('\n')) result.error.pop_back();
  return result;
}

void update_errors(const std::filesystem::path& path) {
  std::vector<Case> cases = huice::test::read_cases(path);
  for (Case& one : cases) {
    const Result result = render(one);
    for (Section& section : one.sections) {
      if (section.head == "error") section.set_text(result.error);
      const bool ours = one.find("differs") != nullptr;
      if (section.head == "output" && ours) section.set_text(result.output);
    }
  }
  huice::test::write_cases(path, cases);
}

}  // namespace

TEST_CASE("every case document renders as it says") {
  const auto files = huice::test::case_files(source_path("/tests/cases/template"));
  CHECK(files.size() >= 10);
  for (const auto& path : files) {
    if (std::getenv("HUICE_UPDATE_GOLDEN") != nullptr) update_errors(path);
    for (const Case& one : huice::test::read_cases(path)) {
      CAPTURE(one.file);
      CAPTURE(one.line);
      CAPTURE(one.name);
      const Result result = render(one);
      const Section* output = one.find("output");
      const Section* error = one.find("error");
      CHECK((output != nullptr) != (error != nullptr));
      if (output != nullptr) CHECK(result.output == output->text());
      CHECK(result.error == (error != nullptr ? error->text() : ""));
    }
  }
}
