// SPDX-License-Identifier: Apache-2.0
#include "template/run/engine_call.h"

#include "base/messages/template_run.h"
#include "base/messages/template_syntax.h"
#include "base/spelling.h"

#include <algorithm>

namespace huice::tmpl {

PlacingCall::PlacingCall(Render& render, const Expr& site, Callee callee,
                         const Signature& signature, const Evaluated& given)
    : EngineCall(render, site, callee, std::span<const Value>()) {
  place(signature, given);
  set_positional({placed_.data(), placed_.size()});
  set_named(others_);
}

Argument EngineCall::callee() const {
  switch (callee_.kind) {
    case Callee::Kind::filter:
      return msg::callee_filter{.name = callee_.name};
    case Callee::Kind::test:
      return msg::callee_test{.name = callee_.name};
    case Callee::Kind::named:
      break;
  }
  return msg::value_quoted{.text = callee_.name};
}

void PlacingCall::place(const Signature& signature, const Evaluated& given) {
  const std::size_t places = signature.parameters.size();
  for (const Value& value : given.positional) placed_.push_back(value);
  if (placed_.size() > places && !signature.more_positional) {
    fail(msg::template_too_many_arguments{.callee = callee(), .limit = places});
    return;
  }
  if (placed_.size() < places) placed_.resize(places);
  for (const auto& [name, value] : given.named) {
    if (!place_named(signature, name, value)) return;
  }
  for (std::size_t i = 0; i < signature.required; ++i) {
    // An undefined value may be one for the callee to look at.
    if (!placed_[i].is_undefined() || i < given.positional.size()) continue;
    fail(msg::template_missing_argument{.callee = callee(), .name = signature.parameters[i]});
    return;
  }
}

bool PlacingCall::place_named(const Signature& signature, std::string_view name,
                              const Value& value) {
  const auto& known = signature.parameters;
  const auto found = std::find(known.begin(), known.end(), name);
  if (found == known.end() || signature.by_place) {
    if (!signature.more_named) {
      fail(msg::template_unknown_argument{.callee = callee(), .name = name});
      return false;
    }
    others_.emplace_back(name, value);
    return true;
  }
  Value& into = placed_[static_cast<std::size_t>(found - known.begin())];
  if (!into.is_undefined()) {
    fail(msg::template_argument_twice{.name = name});
    return false;
  }
  into = value;
  return true;
}

Value EngineCall::fail(Message message) {
  return render_.fail(std::move(message), render_.source(), site_.span);
}

Value EngineCall::undefined() const {
  const auto* filter = node_if<FilterExpr>(&site_);
  const bool known = filter != nullptr && filter->origin.reason == Origin::Reason::mapped;
  return known ? Value::undefined(&filter->origin) : Value();
}

template <class Known>
Value EngineCall::fail_unknown(Code code, std::string_view name, const Known& known) {
  std::vector<std::string_view> names;
  names.reserve(known.size());
  for (const auto& entry : known) names.push_back(entry.first);
  return render_.fail(Message::of(code, {{"name", name}}), render_.source(), site_.span,
                      std::string(nearest(name, names)));
}

Value EngineCall::filter(std::string_view name, const Value& subject,
                         std::span<const Value> arguments) {
  const FilterEntry* entry = render_.program().registry.find_filter(name);
  if (entry == nullptr) {
    return fail_unknown(msg::template_unknown_filter::code, name,
                        render_.program().registry.filters());
  }
  Evaluated given;
  for (const Value& argument : arguments) given.positional.push_back(argument);
  return render_.apply_filter(*entry, subject, given, site_);
}

bool EngineCall::test(std::string_view name, const Value& subject,
                      std::span<const Value> arguments) {
  const TestEntry* entry = render_.program().registry.find_test(name);
  if (entry == nullptr) {
    fail_unknown(msg::template_unknown_test::code, name, render_.program().registry.tests());
    return false;
  }
  Evaluated given;
  for (const Value& argument : arguments) given.positional.push_back(argument);
  return render_.apply_test(*entry, subject, given, site_);
}

}  // namespace huice::tmpl
