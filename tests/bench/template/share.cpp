// SPDX-License-Identifier: Apache-2.0
// bench_template_share: huice itself, linked with ld's --wrap so that whoever calls
// Environment::render calls the function below, which times it. When the program ends it says on
// standard output how long all threads together spent there.

#include "template/engine.h"

#include <atomic>
#include <chrono>
#include <cstdint>
#include <cstdio>

// clang-format off: one name, one line.
// What the Itanium C++ ABI calls Environment::render; the linker says so should it change.
#define HUICE_RENDER(prefix) \
  __##prefix##__ZNK5huice4tmpl11Environment6renderESt17basic_string_viewIcSt11char_traitsIcEERKNS0_7MappingERNSt7__cxx1112basic_stringIcS4_SaIcEEERNS_11DiagnosticsE
// clang-format on

namespace {

std::atomic<std::int64_t> spent{0};  // ns

const struct Report {
  ~Report() { std::printf("{\"template_seconds\": %.6f}\n", static_cast<double>(spent) * 1e-9); }
} report;

}  // namespace

extern "C" {

// A member function takes its object as a first argument.
bool HUICE_RENDER(real)(const huice::tmpl::Environment* environment, std::string_view name,
                        const huice::tmpl::Mapping& context, std::string& out,
                        huice::Diagnostics& problems);

bool HUICE_RENDER(wrap)(const huice::tmpl::Environment* environment, std::string_view name,
                        const huice::tmpl::Mapping& context, std::string& out,
                        huice::Diagnostics& problems) {
  const auto start = std::chrono::steady_clock::now();
  const bool made = HUICE_RENDER(real)(environment, name, context, out, problems);
  spent += std::chrono::nanoseconds(std::chrono::steady_clock::now() - start).count();
  return made;
}

}  // extern "C"
