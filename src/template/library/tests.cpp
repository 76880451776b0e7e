// SPDX-License-Identifier: Apache-2.0
// The built-in tests: `x is odd`. What Python alone could answer (sameas, …) is left out.

#include "base/messages/template_run.h"
#include "base/utf8.h"
#include "template/library/registry.h"
#include "template/values/characters.h"
#include "template/values/operations.h"

namespace huice::tmpl {
namespace {

template <class Predicate>
Test plain(Predicate predicate) {
  return [predicate](const Value& subject, Call& /*call*/) { return predicate(subject); };
}

bool is_kind(const Value& value, Kind kind) {
  return value.kind() == kind;
}

// Python's str.islower and isupper: some letter has a case, and none the other one.
bool has_case(const Value& value, bool upper) {
  std::string text;
  if (append_text(text, value) != Printing::ok) return false;
  bool any = false;
  for (std::size_t offset = 0; offset < text.size();) {
    const char32_t c = utf8::decode(text, offset);
    if (upper ? is_lower(c) : is_upper(c)) return false;
    any = any || (upper ? is_upper(c) : is_lower(c));
  }
  return any;
}

// Python's `is`: false is not 0. Texts and numbers have no identity of their own.
bool same(const Value& a, const Value& b) {
  if (a.kind() != b.kind()) return false;
  if (a.is_list()) return &a.list() == &b.list();
  if (a.is_mapping()) return &a.mapping() == &b.mapping();
  if (a.is_callable()) return &a.callable() == &b.callable();
  return equal(a, b);
}

Value modulo(const Value& subject, const Value& divisor, Call& call) {
  Outcome outcome = arithmetic(BinaryOp::modulo, subject, divisor, call.format());
  if (outcome.trouble == Trouble::none && is_number(subject)) return outcome.value;
  if (outcome.trouble == Trouble::zero) return call.fail(msg::template_division_by_zero{});
  return call.fail(msg::template_wrong_type{
      .callee = call.callee(), .wanted = msg::value_numbers{}, .found = describe(subject)});
}

Test parity(std::int64_t rest) {
  return [rest](const Value& subject, Call& call) {
    return equal(modulo(subject, Value(2), call), Value(rest));
  };
}

bool divisible(const Value& subject, Call& call) {
  return equal(modulo(subject, call.argument(0), call), Value(0));
}

template <class Holds>
Test ordered(std::string_view sign, Holds holds) {
  return [sign, holds](const Value& subject, Call& call) {
    const auto result = order(subject, call.argument(0));
    if (result) return holds(*result);
    call.fail(msg::template_wrong_operands{
        .operation = sign, .left = describe(subject), .right = describe(call.argument(0))});
    return false;
  };
}

bool is_in(const Value& subject, Call& call) {
  const auto found = contains(call.argument(0), subject);
  if (found) return *found;
  call.fail(msg::template_wrong_operands{
      .operation = "in", .left = describe(subject), .right = describe(call.argument(0))});
  return false;
}

void add_kind_tests(Registry& registry) {
  Signature tolerant;
  tolerant.takes_undefined = true;
  registry.test("defined", tolerant, plain([](const Value& v) { return !v.is_undefined(); }));
  registry.test("undefined", tolerant, plain([](const Value& v) { return v.is_undefined(); }));
  registry.test("none", {}, plain([](const Value& v) { return v.is_none(); }));
  registry.test("string", {}, plain([](const Value& v) { return v.is_string(); }));
  registry.test("number", {}, plain([](const Value& v) { return is_number(v); }));
  registry.test("boolean", {}, plain([](const Value& v) { return is_kind(v, Kind::boolean); }));
  registry.test("true", {},
                plain([](const Value& v) { return is_kind(v, Kind::boolean) && v.boolean(); }));
  registry.test("false", {},
                plain([](const Value& v) { return is_kind(v, Kind::boolean) && !v.boolean(); }));
  registry.test("integer", {}, plain([](const Value& v) { return is_kind(v, Kind::integer); }));
  registry.test("float", {}, plain([](const Value& v) { return is_kind(v, Kind::floating); }));
  registry.test("mapping", {}, plain([](const Value& v) { return v.is_mapping(); }));
  registry.test("sequence", {}, plain([](const Value& v) { return length_of(v).has_value(); }));
  registry.test("iterable", {}, plain([](const Value& v) { return length_of(v).has_value(); }));
  registry.test("callable", {}, plain([](const Value& v) { return v.is_callable(); }));
  registry.test("escaped", {}, plain([](const Value& v) { return v.is_safe(); }));
}

void add_comparing_tests(Registry& registry) {
  const Signature other{.parameters = {"other"}, .required = 1, .by_place = true};
  const auto same = [](const Value& subject, Call& call) {
    return equal(subject, call.argument(0));
  };
  const auto different = [](const Value& subject, Call& call) {
    return !equal(subject, call.argument(0));
  };
  registry.test("eq", other, same);
  registry.test("ne", other, different);
  registry.test("lt", other, ordered("<", [](int result) { return result < 0; }));
  registry.test("le", other, ordered("<=", [](int result) { return result <= 0; }));
  registry.test("gt", other, ordered(">", [](int result) { return result > 0; }));
  registry.test("ge", other, ordered(">=", [](int result) { return result >= 0; }));
  for (const auto& [alias, name] :
       std::initializer_list<std::pair<const char*, const char*>>{{"equalto", "eq"},
                                                                  {"==", "eq"},
                                                                  {"!=", "ne"},
                                                                  {"<", "lt"},
                                                                  {"lessthan", "lt"},
                                                                  {"<=", "le"},
                                                                  {">", "gt"},
                                                                  {"greaterthan", "gt"},
                                                                  {">=", "ge"}}) {
    registry.test_alias(alias, name);
  }
  registry.test("in", {{"seq"}, 1}, is_in);
}

}  // namespace

void add_tests(Registry& registry) {
  add_kind_tests(registry);
  add_comparing_tests(registry);
  registry.test("sameas", {{"other"}, 1},
                [](const Value& subject, Call& call) { return same(subject, call.argument(0)); });
  registry.test("odd", {}, parity(1));
  registry.test("even", {}, parity(0));
  registry.test("divisibleby", {{"num"}, 1}, divisible);
  registry.test("lower", {}, plain([](const Value& v) { return has_case(v, false); }));
  registry.test("upper", {}, plain([](const Value& v) { return has_case(v, true); }));
  registry.test("filter", {}, [&registry](const Value& subject, Call& /*call*/) {
    return subject.is_string() && registry.find_filter(subject.text()) != nullptr;
  });
  registry.test("test", {}, [&registry](const Value& subject, Call& /*call*/) {
    return subject.is_string() && registry.find_test(subject.text()) != nullptr;
  });
}

}  // namespace huice::tmpl
