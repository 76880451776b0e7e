// SPDX-License-Identifier: Apache-2.0
#include "template/values/builders.h"
#include "template/values/operations.h"

#include <doctest/doctest.h>

#include <vector>

using namespace huice::tmpl;

namespace {

std::string text(const Value& value) {
  std::string out;
  CHECK(append_text(out, value) == Printing::ok);
  return out;
}

}  // namespace

TEST_CASE("a list over the model makes its items when they are asked for") {
  const std::vector<int> numbers{1, 2, 3};
  int made = 0;
  const Value list = list_of(numbers, [&made](int number) {
    ++made;
    return Value(number * 2);
  });
  CHECK(list.list().size() == 3);
  CHECK(made == 0);
  CHECK(list.list().at(2).integer() == 6);
  CHECK(made == 1);
}

TEST_CASE("values share what they own and let it go with the last copy") {
  Value outer;
  {
    const Value inner = Dict().set("a", ListValue({1, 2}));
    outer = inner;
    CHECK(outer.owners() == 2);
  }
  CHECK(outer.owners() == 1);
  CHECK(text(outer) == "{'a': [1, 2]}");
}

TEST_CASE("borrowed text is not copied and safe text remembers its format") {
  const std::string held = "<b>";
  const Value borrowed = Value::borrow(std::string_view(held));
  CHECK(borrowed.text().data() == held.data());
  const Value safe = Value::safe("<b>", Format::html);
  CHECK(safe.is_safe_for(Format::html));
  CHECK_FALSE(safe.is_safe_for(Format::markdown));
}

TEST_CASE("a dictionary keeps the order of its keys and replaces values in place") {
  const Value dict = Dict().set("b", 1).set("a", 2).set("b", 3);
  CHECK(text(dict) == "{'b': 3, 'a': 2}");
  CHECK(dict.mapping().get("c").is_undefined());
}

TEST_CASE("a value's view comes back as its own type") {
  const Value value = ListValue({1});
  CHECK(value.as<ListValue>() != nullptr);
  CHECK(value.as<Dict>() == nullptr);
  CHECK(Value(5).as<ListValue>() == nullptr);
}

TEST_CASE("numbers print as Python prints them") {
  CHECK(text(Value(1e16)) == "1e+16");
  CHECK(text(Value(0.0001)) == "0.0001");
  CHECK(text(Value(1e-5)) == "1e-05");
  CHECK(text(Value(-0.0)) == "-0.0");
  CHECK(text(Value(123456789012345680.0)) == "1.2345678901234568e+17");
}
