// SPDX-License-Identifier: Apache-2.0
#include "cli/icu_stop.h"

#include "base/messages/cli.h"
#include "base/messages/files.h"
#include "cli/language.h"

#include <unicode/uclean.h>
#include <unistd.h>

#include <cstdlib>

namespace huice::cli {
namespace {

/// `words` were made beforehand: where there is no memory there is none for them. Buffers are left
/// as they are.
[[noreturn]] void end(const void* words) {
  const auto& said = *static_cast<const std::string*>(words);
  const ssize_t written = ::write(STDERR_FILENO, said.data(), said.size());
  static_cast<void>(written);  // nobody is left to hear that it failed
  std::_Exit(static_cast<int>(Exit::environment));
}

// ICU asks for functions as these are in C.
// NOLINTBEGIN(cppcoreguidelines-no-malloc)
void* U_CALLCONV get(const void* words, std::size_t size) {
  void* const got = std::malloc(size);
  if (got == nullptr) end(words);
  return got;
}

void* U_CALLCONV change(const void* words, void* old, std::size_t size) {
  void* const got = std::realloc(old, size);
  if (got == nullptr) end(words);
  return got;
}

void U_CALLCONV give_back(const void* /*words*/, void* old) {
  std::free(old);
}
// NOLINTEND(cppcoreguidelines-no-malloc)

}  // namespace

void end_where_icu_gets_no_memory(const std::vector<std::string>& arguments, const World& world) {
  const Argument stopped = msg::stopped{.reason = msg::why_no_memory{}};
  static const std::string words = stopped.in(choose_language(arguments, world)) + "\n";
  UErrorCode status = U_ZERO_ERROR;
  u_setMemoryFunctions(&words, get, change, give_back, &status);
}

}  // namespace huice::cli
