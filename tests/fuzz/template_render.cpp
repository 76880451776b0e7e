// SPDX-License-Identifier: Apache-2.0
// Renders the first template of the input with its context, twice: the same text or the same
// diagnostics come out, and a rendering that fails leaves nothing behind.

#include "input/template_input.h"

#include <cstdlib>

namespace {

struct Result {
  std::string output;
  std::string told;
};

Result render(huice::fuzz::TemplateInput& input) {
  Result result;
  huice::Diagnostics problems;
  const bool done =
      input.environment().render(input.main(), input.context().mapping(), result.output, problems);
  if (done == problems.has_errors() || (!done && !result.output.empty())) std::abort();
  for (const huice::Diagnostic& found : problems.sorted()) {
    result.told += huice::format_diagnostic(found);
  }
  return result;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  huice::fuzz::TemplateInput input(data, size);
  huice::Diagnostics problems;
  if (!input.environment().load(input.main(), problems)) return 0;
  const Result first = render(input);
  const Result second = render(input);
  if (first.output != second.output || first.told != second.told) std::abort();
  return 0;
}
