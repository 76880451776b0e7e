// SPDX-License-Identifier: Apache-2.0
#include "template/run/stack.h"

#include <pthread.h>

#include <cstddef>

namespace huice::tmpl {
namespace {

std::uintptr_t measure() {
  constexpr std::size_t kUnknown = std::size_t{512} << 10U;
  const auto here = reinterpret_cast<std::uintptr_t>(__builtin_frame_address(0));
  pthread_attr_t attributes;
  if (pthread_getattr_np(pthread_self(), &attributes) != 0) return here - kUnknown;
  void* lowest = nullptr;
  std::size_t size = 0;
  const bool known = pthread_attr_getstack(&attributes, &lowest, &size) == 0;
  pthread_attr_destroy(&attributes);
  return known ? reinterpret_cast<std::uintptr_t>(lowest) + size / 2 : here - kUnknown;
}

}  // namespace

// Asking for the main thread's stack reads a file: once is enough.
std::uintptr_t stack_floor() {
  thread_local const std::uintptr_t floor = measure();
  return floor;
}

}  // namespace huice::tmpl
