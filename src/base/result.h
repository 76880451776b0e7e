// SPDX-License-Identifier: Apache-2.0
#pragma once

// Result<T>: a value or the one Diagnostic that says why there is none. Functions that can find
// several problems take a Diagnostics collector instead (diagnostic.h).

#include "base/diagnostic.h"

#include <utility>
#include <variant>

namespace huice {

template <class T>
class [[nodiscard]] Result {
 public:
  Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}
  Result(Diagnostic problem) : state_(std::in_place_index<1>, std::move(problem)) {}

  bool ok() const { return state_.index() == 0; }
  explicit operator bool() const { return ok(); }

  /// REQUIRES: ok().
  const T& value() const& { return std::get<0>(state_); }
  T& value() & { return std::get<0>(state_); }
  T&& value() && { return std::get<0>(std::move(state_)); }

  /// REQUIRES: !ok().
  const Diagnostic& error() const { return std::get<1>(state_); }

 private:
  std::variant<T, Diagnostic> state_;
};

template <>
class [[nodiscard]] Result<void> {
 public:
  Result() = default;
  Result(Diagnostic problem) : problem_(std::move(problem)), ok_(false) {}

  bool ok() const { return ok_; }
  explicit operator bool() const { return ok(); }

  /// REQUIRES: !ok().
  const Diagnostic& error() const { return problem_; }

 private:
  Diagnostic problem_{};
  bool ok_ = true;
};

}  // namespace huice
