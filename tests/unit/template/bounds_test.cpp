// SPDX-License-Identifier: Apache-2.0
// What a template may take: as much as the bound is rendered, and with one more it is one error.
#include "template/engine.h"
#include "template/values/builders.h"

#include <doctest/doctest.h>

#include <map>
#include <string>

using namespace huice::tmpl;
using huice::Diagnostics;

namespace {

std::string repeated(const std::string& text, std::size_t times) {
  std::string out;
  out.reserve(text.size() * times);
  for (std::size_t i = 0; i < times; ++i) out += text;
  return out;
}

// What is wrong with the template “t”, without its place: the first line of the only problem.
std::string fault_of(const std::string& text, const Bounds& bounds = {}) {
  Options options;
  options.bounds = bounds;
  Environment environment(
      [&text](std::string_view name) -> std::optional<TemplateSource> {
        if (name == "t") return TemplateSource{text, "t"};
        const std::size_t level = std::stoul(std::string(name));
        const std::string next =
            level == 0 ? "a" : "{% include '" + std::to_string(level - 1) + "' %}";
        return TemplateSource{next, std::string(name)};
      },
      options);
  Diagnostics problems;
  std::string out;
  const bool done =
      environment.load("t", problems) && environment.render("t", Dict(), out, problems);
  CHECK(done == problems.empty());
  if (problems.empty()) return "";
  REQUIRE(problems.sorted().size() == 1);
  const std::string said = format_diagnostic(problems.sorted().front(), huice::Language::en);
  const std::size_t start = said.find("error[");
  return said.substr(start, said.find('\n') - start);
}

}  // namespace

TEST_CASE("expressions nest as deep as the bound, and not one level more") {
  const auto check = [](std::size_t most, const std::string& levels, const auto& text) {
    CAPTURE(text(1));
    CHECK(fault_of(text(most)) == "");
    CHECK(fault_of(text(most + 1)) ==
          "error[template-too-deep]: this nests deeper than " + levels + " levels");
  };
  const auto within = [](const std::string& open, const std::string& middle,
                         const std::string& close) {
    return [=](std::size_t n) {
      return "{{ " + repeated(open, n) + middle + repeated(close, n) + " }}";
    };
  };
  // What is within the innermost of 199 is a level, too.
  check(199, "200", within("(", "1", ")"));
  check(199, "200", within("[", "1", "]"));
  check(199, "200", within("", "1", " if 1 else 1"));
  check(199, "200", within("-", "1", ""));
  check(199, "200", within("not ", "1", ""));
  check(200, "200", within("", "1", "|string"));
  check(200, "200", within("", "''", "[:]"));
  for (const std::string op : {"+", "-", "*", "//", "**", " or ", " and ", " if "}) {
    check(1000, "1000", within("", "1", op + "1"));
  }
  // The longest sum over the longest product that fits below it.
  check(249, "1250",
        [](std::size_t n) { return "{{ 1" + repeated("*1", n) + repeated("+1", 1000) + " }}"; });
  // A tag around it is a level of its own.
  check(199, "200", [](std::size_t n) {
    return "{% for " + repeated("(", n) + "a," + repeated(")", n) + " in [] %}{% endfor %}";
  });
}

TEST_CASE("includes and calls nest as deep as the bound, and not one level more") {
  CHECK(fault_of("{% include '49' %}") == "");
  CHECK(fault_of("{% include '50' %}") ==
        "error[template-include-depth]: includes nest deeper than 50: this would never end");
  const auto calls = [](int n) {
    return "{% macro m(n) %}{% if n > 1 %}{{ m(n - 1) }}{% endif %}{% endmacro %}{{ m(" +
           std::to_string(n) + ") }}";
  };
  CHECK(fault_of(calls(200)) == "");
  CHECK(fault_of(calls(201)) ==
        "error[template-call-depth]: calls nest deeper than 200: this would never end");
}

TEST_CASE("output and steps go up to the bound, and not over it") {
  Bounds bounds;
  bounds.output_bytes = 1000;
  const std::string output = "error[template-output-bound]: the output is larger than 1000 bytes";
  CHECK(fault_of(std::string(1000, 'a'), bounds) == "");
  CHECK(fault_of(std::string(1001, 'a'), bounds) == output);
  CHECK(fault_of("{{ 'a' * 1000 }}", bounds) == "");
  CHECK(fault_of("{{ 'a' * 1001 }}", bounds) == output);
  CHECK(fault_of("{% for i in range(500) %}{{ 1 }}{{ 2 }}{% endfor %}", bounds) == "");
  CHECK(fault_of("{% for i in range(500) %}{{ 1 }}{{ 2 }}{% endfor %}a", bounds) == output);
  bounds.loop_steps = 100;
  const auto rounds = [&bounds](int n) {
    return fault_of("{% for i in range(" + std::to_string(n) + ") %}{% endfor %}", bounds);
  };
  CHECK(rounds(100) == "");
  CHECK(rounds(101) ==
        "error[template-loop-bound]: loops, calls and filters have taken more than 100 steps");
}

TEST_CASE("texts and lists are as large as the bound, and not larger") {
  const auto check = [](const std::string& start, std::size_t most, const std::string& end,
                        const std::string& fault) {
    CAPTURE(start);
    CHECK(fault_of(start + std::to_string(most) + end) == "");
    CHECK(fault_of(start + std::to_string(most + 1) + end) == "error[template-" + fault);
  };
  const std::string overflow = "overflow]: the result of “*” is too large";
  check("{% set a = 'a' * ", 67108864, " %}", overflow);
  check("{% set a = [1] * ", 4194304, " %}", overflow);
  const std::string bad = "bad-value]: ";
  check("{{ range(", 10000000, ")|length }}",
        bad + "“range” cannot use more than 10000000 numbers");
  check("{{ ('%", 10000, "d' % 1)|length }}",
        bad + "filter “format” cannot use a width or precision above 10000");
  check("{{ ('%.", 10000, "f' % 1)|length }}",
        bad + "filter “format” cannot use a width or precision above 10000");
  for (const std::string name : {"center", "indent"}) {
    check("{{ 'a'|" + name + "(", 100000, ")|length }}",
          bad + "filter “" + name + "” cannot use a width beyond 100000 characters");
  }
  check("{{ [1]|slice(", 100000, ")|list|length }}",
        bad + "filter “slice” cannot use more than 100000 slices");
}

TEST_CASE("lists within lists are printed as deep as the bound, and not one level more") {
  for (const std::string how : {"n.a", "n.a|upper", "n.a|tojson"}) {
    CAPTURE(how);
    const auto nested = [&how](int n) {
      return fault_of("{% set n = namespace(a=1) %}{% for i in range(" + std::to_string(n) +
                      ") %}{% set n.a = [n.a] %}{% endfor %}{{ " + how + " }}");
    };
    CHECK(nested(200) == "");
    CHECK(nested(201) ==
          "error[template-value-depth]: lists and mappings are nested more than 200 levels deep "
          "here");
  }
}

TEST_CASE("a tuple is a key as deep as the bound, and not one level more") {
  const auto nested = [](int n) {
    return fault_of("{% set n = namespace(a=1) %}{% for i in range(" + std::to_string(n) +
                    ") %}{% set n.a = (n.a,) %}{% endfor %}{{ {n.a: 1}|length }}");
  };
  CHECK(nested(50) == "");
  CHECK(nested(51) ==
        "error[template-wrong-type]: a mapping takes a text, a number, true, false, none or a "
        "tuple of these as a key, not a list of 1");
}
