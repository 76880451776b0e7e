// SPDX-License-Identifier: Apache-2.0
#pragma once

// The call of a filter, test or function by a template: its arguments and its result.
//
//   environment.add_filter("money", {{"unit"}}, [](const Value& subject, Call& call) -> Value {
//     const auto* money = subject.as<MoneyView>();
//     if (money == nullptr) return call.fail(msg::template_wrong_type{…});
//     return Value(money->in(call.text(0).value_or("万元")));
//   });

#include "base/diagnostic.h"
#include "base/messages/template_run.h"
#include "template/values/value.h"

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace huice::tmpl {

/// The arguments that a function takes, or a filter or test after its subject. The engine sorts
/// keyword arguments into the places of `parameters` and reports unknown, doubled, missing and
/// surplus ones.
struct Signature {
  std::vector<std::string_view> parameters{};
  std::size_t required = 0;      ///< how many of them must be given
  bool more_positional = false;  ///< further positional arguments go after the named places
  bool takes_undefined =
      false;                ///< undefined subjects and arguments are not an error, as for `default`
  bool more_named = false;  ///< other keywords stay in Call::named()
  bool by_place = false;    ///< no argument can be given by its name
};

/// Owner of a filter's result that is printed at once, so that the result can borrow from it.
struct Borrowed {
  Value subject{};     ///< what the filter is applied to, where it was made for that
  std::string text{};  ///< what the filter made
};

/// One call, alive while it runs.
class Call {
 public:
  virtual ~Call() = default;

  /// Positional arguments; where a Signature was given, one place for each parameter (undefined
  /// where the argument was left out), then the surplus ones.
  std::span<const Value> positional() const { return positional_; }
  /// Keyword arguments that belong to no parameter.
  std::span<const std::pair<std::string_view, Value>> named() const { return named_; }

  /// The argument at a place; undefined where it was left out.
  const Value& argument(std::size_t place) const;
  bool has(std::size_t place) const { return !argument(place).is_undefined(); }
  /// The keyword argument, or undefined.
  const Value& named(std::string_view name) const;

  // The argument as a type: nullopt where it was left out; where it has another type, nullopt and
  // the call has failed (failed() is true). The second of each takes none for left out: where that
  // is Jinja's own default.
  std::optional<std::string_view> text(std::size_t place);
  std::optional<std::string_view> text_or_none(std::size_t place);
  std::optional<std::int64_t> integer(std::size_t place);
  std::optional<std::int64_t> integer_or_none(std::size_t place);
  std::optional<double> number(std::size_t place);
  std::optional<bool> boolean(std::size_t place) const;

  /// A text made for this call, as its result; safe: printed as it is in format().
  Value made(std::string&& text, bool safe = false);
  /// The same for a part of the subject's own text.
  Value part(std::string_view text) const;

  /// Reports a problem at the place of the call and returns undefined: `return call.fail(…)`.
  /// Only the first problem of a rendering counts.
  virtual Value fail(Message message) = 0;
  virtual bool failed() const = 0;
  /// Undefined, remembering the part of the call that asked for something that is not there.
  virtual Value undefined() const = 0;

  /// The callee's name for messages: "filter “round”".
  virtual Argument callee() const = 0;
  /// The format of the template that calls, and whether it escapes what it prints.
  virtual Format format() const = 0;
  virtual bool escapes() const = 0;
  /// Applies another filter or test by name, as `map('upper')` does.
  virtual Value filter(std::string_view name, const Value& subject,
                       std::span<const Value> arguments) = 0;
  virtual bool test(std::string_view name, const Value& subject,
                    std::span<const Value> arguments) = 0;

 protected:
  /// What is given must outlive the call, or the next setting.
  void set_positional(std::span<const Value> arguments) { positional_ = arguments; }
  void set_named(std::span<const std::pair<std::string_view, Value>> arguments) {
    named_ = arguments;
  }
  void set_borrowed(Borrowed* owner) { borrowed_ = owner; }

 private:
  std::span<const Value> positional_;
  std::span<const std::pair<std::string_view, Value>> named_;
  Borrowed* borrowed_ = nullptr;  ///< none: results own what they show
};

/// A filter's or test's body. Must be callable from many threads at once.
using Filter = std::function<Value(const Value& subject, Call& call)>;
using Test = std::function<bool(const Value& subject, Call& call)>;

/// A value as messages describe it: "text “abc”", "the number 3", "a list of 2", "none", …
Argument describe(const Value& value);

}  // namespace huice::tmpl
