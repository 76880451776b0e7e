// SPDX-License-Identifier: Apache-2.0
#pragma once

// The one implementation of Call: arguments evaluated and sorted, problems reported at the place of
// the call.

#include "template/render.h"

#include <array>
#include <list>
#include <span>
#include <string>
#include <vector>

namespace huice::tmpl {

/// A few values without a heap allocation; more with one.
class ValueBuffer {
 public:
  void push(Value value);
  void resize(std::size_t size);
  Value& operator[](std::size_t index) { return many_.empty() ? few_[index] : many_[index]; }
  std::size_t size() const { return size_; }
  std::span<const Value> all() const;

 private:
  static constexpr std::size_t kFew = 5;
  std::array<Value, kFew> few_;
  std::vector<Value> many_;
  std::size_t size_ = 0;
};

/// Arguments of one call after evaluation.
struct Evaluated {
  ValueBuffer positional;
  std::vector<std::pair<std::string_view, Value>> named;
  std::list<std::string> keys;  ///< the text of keywords that came from **mapping
};

class EngineCall final : public Call {
 public:
  /// What is called, told apart only for messages: a call is made far more often than it fails.
  struct Callee {
    std::string_view kind;  ///< "filter ", "test " or nothing
    std::string_view name;
  };

  /// A call of a macro or function: arguments as they came.
  EngineCall(Render& render, const Expr& site, Callee callee, const Evaluated& given);
  /// A call of a filter or test: arguments in the places of `signature`. Check failed().
  EngineCall(Render& render, const Expr& site, Callee callee, const Signature& signature,
             const Evaluated& given);

  Value fail(Code code, std::vector<std::string> arguments) override;
  bool failed() const override { return render_.failed(); }
  std::string_view callee() const override;
  Format format() const override { return render_.format(); }
  bool escapes() const override { return render_.escapes(); }
  Value filter(std::string_view name, const Value& subject,
               std::span<const Value> arguments) override;
  bool test(std::string_view name, const Value& subject, std::span<const Value> arguments) override;

  const Expr& site() const { return site_; }

 private:
  void place(const Signature& signature, const Evaluated& given);
  bool place_named(const Signature& signature, std::string_view name, const Value& value);

  Render& render_;
  const Expr& site_;
  Callee callee_;
  mutable std::string callee_text_;  ///< made when it is asked for
  ValueBuffer placed_;
  std::vector<std::pair<std::string_view, Value>> others_;
};

}  // namespace huice::tmpl
