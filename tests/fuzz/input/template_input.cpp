// SPDX-License-Identifier: Apache-2.0
#include "input/template_input.h"

#include "template/json_value.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

namespace huice::fuzz {
namespace {

using Json = nlohmann::ordered_json;

test::Case sections_of(const std::string& text) {
  try {
    test::Case found = test::parse_cases("=== input\n" + text + "\n", "input").front();
    if (found.find("template") != nullptr) return found;
  } catch (const test::CaseError&) {  // any other bytes are a template
  }
  return {"input", 1, "input", {}, {{"template", "main.html", text + "\n", 2}}};
}

tmpl::Value context_of(const test::Case& sections) {
  const test::Section* context = sections.find("context");
  const auto opens = [](char c) { return c == '{' || c == '['; };
  // Values are made by recursion, and the data of templates never nest deep.
  const std::string text = context == nullptr ? std::string() : context->text();
  if (context == nullptr || std::count_if(text.begin(), text.end(), opens) > 500) {
    return test::value_of(Json::object());
  }
  Json json = Json::parse(text, nullptr, false);
  if (!json.is_object()) json = Json::object();
  // Only a text names a record's place.
  if (json.contains("__place__") && !json["__place__"].is_string()) json.erase("__place__");
  try {
    return test::value_of(json);
  } catch (const Json::exception&) {
    return test::value_of(Json::object());
  }
}

}  // namespace

TemplateInput::TemplateInput(const std::uint8_t* data, std::size_t size)
    : sections_(sections_of(std::string(data, data + size))), context_(context_of(sections_)) {
  for (const test::Section& section : sections_.sections) {
    if (section.head == "template") names_.push_back(section.argument);
  }
  main_ = names_.front();
  const test::Section* words = sections_.find("options");
  tmpl::Options options = test::options_of(words != nullptr ? words->argument : "");
  options.bounds = tmpl::Bounds{20'000, 2'000, 30, 10};
  const auto loader = [this](std::string_view name) -> std::optional<tmpl::TemplateSource> {
    for (const test::Section& section : sections_.sections) {
      if (section.head == "template" && section.argument == name) {
        return tmpl::TemplateSource{section.text(), section.argument};
      }
    }
    return std::nullopt;
  };
  environment_ = std::make_unique<tmpl::Environment>(loader, options);
}

}  // namespace huice::fuzz
