// SPDX-License-Identifier: Apache-2.0
// Renders the first template of the input with its context, twice: the same text comes out or both
// fail, and a rendering that fails leaves no output. (The messages may differ: the syntax
// errors of a template with a computed name are reported when it is loaded, so by the first one.)

#include "input/template_input.h"

#include <cstdlib>
#include <optional>

namespace {

std::optional<std::string> render(huice::fuzz::TemplateInput& input) {
  std::string output;
  huice::Diagnostics problems;
  const bool done =
      input.environment().render(input.main(), input.context().mapping(), output, problems);
  if (done == problems.has_errors() || (!done && !output.empty())) std::abort();
  for (const huice::Diagnostic& found : problems.sorted())
    huice::format_diagnostic(found, huice::Language::en);
  if (!done) return std::nullopt;
  return output;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  huice::fuzz::TemplateInput input(data, size);
  huice::Diagnostics problems;
  if (!input.environment().load(input.main(), problems)) return 0;
  const std::optional<std::string> first = render(input);
  if (render(input) != first) std::abort();
  return 0;
}
