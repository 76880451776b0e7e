// SPDX-License-Identifier: Apache-2.0
#pragma once

// The one implementation of Call: arguments evaluated and sorted, problems reported at the place of
// the call.

#include "template/run/render.h"

#include <list>
#include <span>
#include <string>
#include <vector>

namespace huice::tmpl {

/// Arguments of one call after evaluation.
struct Evaluated {
  ValueBuffer positional;
  std::vector<std::pair<std::string_view, Value>> named;
  std::list<std::string> keys;  ///< the text of keywords that came from **mapping
  Charge charge;                ///< for a long *list
};

/// A call whose arguments are in their places.
class EngineCall : public Call {
 public:
  /// The kind of callee, needed only for messages: calls rarely fail.
  struct Callee {
    enum class Kind { named, filter, test } kind;
    std::string_view name;
  };

  /// REQUIRES: the arguments outlive the call.
  EngineCall(Render& render, const Expr& site, Callee callee, std::span<const Value> placed,
             Borrowed* borrowed = nullptr)
      : render_(render), site_(site), callee_(callee) {
    set_positional(placed);
    set_borrowed(borrowed);
  }
  /// A call of a macro or function: arguments as they came.
  EngineCall(Render& render, const Expr& site, Callee callee, const Evaluated& given)
      : EngineCall(render, site, callee, {given.positional.data(), given.positional.size()}) {
    set_named(given.named);
  }

  Value fail(Message message) override;
  bool failed() const override { return render_.failed() || usage().exceeded(); }
  Value undefined() const override;
  Argument callee() const override;
  Format format() const override { return render_.format(); }
  bool escapes() const override { return render_.escapes(); }
  Value filter(std::string_view name, const Value& subject,
               std::span<const Value> arguments) override;
  bool test(std::string_view name, const Value& subject, std::span<const Value> arguments) override;

  const Expr& site() const { return site_; }

 private:
  template <class Known>
  Value fail_unknown(Code code, std::string_view name, const Known& known);

  Render& render_;
  const Expr& site_;
  Callee callee_;
};

/// A call of a filter or test with arguments yet to be sorted into the places of its signature.
/// Check failed().
class PlacingCall final : public EngineCall {
 public:
  PlacingCall(Render& render, const Expr& site, Callee callee, const Signature& signature,
              const Evaluated& given);

 private:
  void place(const Signature& signature, const Evaluated& given);
  bool place_named(const Signature& signature, std::string_view name, const Value& value);

  ValueBuffer placed_;
  std::vector<std::pair<std::string_view, Value>> others_;
};

}  // namespace huice::tmpl
