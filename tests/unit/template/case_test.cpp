// SPDX-License-Identifier: Apache-2.0
// Runs tests/cases/template/*.case. HUICE_UPDATE_GOLDEN=1 rewrites the errors and the outputs that
// differ from Jinja on purpose; all other outputs come from Jinja (check_with_jinja.py --write).

#include "template/builders.h"
#include "template/case_file.h"
#include "template/engine.h"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdlib>
#include <sstream>

namespace {

using huice::Diagnostic;
using huice::Diagnostics;
using huice::test::Case;
using huice::test::Section;
using namespace huice::tmpl;
using Json = nlohmann::ordered_json;

Value value_of(const Json& json) {
  switch (json.type()) {
    case Json::value_t::boolean:
      return Value(json.get<bool>());
    case Json::value_t::number_integer:
    case Json::value_t::number_unsigned:
      return Value(json.get<std::int64_t>());
    case Json::value_t::number_float:
      return Value(json.get<double>());
    case Json::value_t::string:
      return Value(json.get<std::string>());
    case Json::value_t::array: {
      ListValue list;
      for (const Json& item : json) list.push(value_of(item));
      return Value(std::move(list));
    }
    case Json::value_t::object: {
      Dict dict;
      for (const auto& [key, value] : json.items()) {
        if (key == "__place__") {
          dict.stands_at({value.get<std::string>(), 3, 5, 1, {}});
        } else {
          dict.set(key, value_of(value));
        }
      }
      return Value(std::move(dict));
    }
    default:
      return Value(nullptr);
  }
}

struct Result {
  std::string output;
  std::string error;
};

Options options_of(const Case& one) {
  Options options;
  const Section* section = one.find("options");
  if (section == nullptr) return options;
  const auto has = [section](const char* word) {
    return section->argument.find(word) != std::string::npos;
  };
  options.trim_blocks = has("trim_blocks");
  options.lstrip_blocks = has("lstrip_blocks");
  options.keep_trailing_newline = has("keep_trailing_newline");
  if (has("small_bounds")) options.bounds = Bounds{1000, 100, 10, 5};
  return options;
}

Result render(const Case& one) {
  const auto loader = [&one](std::string_view name) -> std::optional<TemplateSource> {
    for (const Section& section : one.sections) {
      if (section.head == "template" && section.argument == name) {
        return TemplateSource{section.text, section.argument};
      }
    }
    return std::nullopt;
  };
  const Environment environment(loader, options_of(one));
  const Section* context = one.find("context");
  const Value values = value_of(context ? Json::parse(context->text) : Json::object());
  Result result;
  Diagnostics problems;
  const Section* main = one.find("template");
  environment.render(main->argument, values.mapping(), result.output, problems);
  for (const Diagnostic& found : problems.sorted()) result.error += format_diagnostic(found);
  if (result.error.ends_with('\n')) result.error.pop_back();
  return result;
}

void update_errors(const std::filesystem::path& path) {
  std::vector<Case> cases = huice::test::read_cases(path);
  for (Case& one : cases) {
    const Result result = render(one);
    for (Section& section : one.sections) {
      if (section.head == "error") section.text = result.error;
      const bool ours = one.find("differs") != nullptr;
      if (section.head == "output" && ours) section.text = result.output;
    }
  }
  huice::test::write_cases(path, cases);
}

}  // namespace

TEST_CASE("every case document renders as it says") {
  const std::filesystem::path folder =
      std::filesystem::path(HUICE_SOURCE_DIR) / "tests/cases/template";
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() == ".case") files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
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
      if (output != nullptr) CHECK(result.output == output->text);
      CHECK(result.error == (error != nullptr ? error->text : ""));
    }
  }
}
