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

/// Made beforehand: where there is no memory there is none for words.
const std::string* words = nullptr;

/// Buffers are left as they are: what they hold is in the way of nobody.
[[noreturn]] void end() {
  static_cast<void>(!::write(STDERR_FILENO, words->data(), words->size()));
  std::_Exit(static_cast<int>(Exit::environment));
}

void* U_CALLCONV get(const void* /*context*/, std::size_t size) {
  void* const got = std::malloc(size);
  if (got == nullptr) end();
  return got;
}

void* U_CALLCONV change(const void* /*context*/, void* old, std::size_t size) {
  void* const got = std::realloc(old, size);
  if (got == nullptr) end();
  return got;
}

void U_CALLCONV give_back(const void* /*context*/, void* old) {
  std::free(old);
}

}  // namespace

void end_where_icu_gets_no_memory(const std::vector<std::string>& arguments, const World& world) {
  const Argument stopped = msg::stopped{.reason = msg::why_no_memory{}};
  static const std::string made = stopped.in(choose_language(arguments, world)) + "\n";
  words = &made;
  UErrorCode status = U_ZERO_ERROR;
  u_setMemoryFunctions(nullptr, get, change, give_back, &status);
}

}  // namespace huice::cli
