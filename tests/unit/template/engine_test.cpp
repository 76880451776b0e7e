// SPDX-License-Identifier: Apache-2.0
#include "template/engine.h"

#include "base/messages/files.h"
#include "base/messages/template_syntax.h"
#include "template/values/builders.h"

#include <doctest/doctest.h>

#include <map>
#include <thread>

using namespace huice::tmpl;
using huice::Code;
using huice::Diagnostics;

namespace {

Loader files(std::map<std::string, std::string> texts) {
  return [texts = std::move(texts)](std::string_view name) -> std::optional<TemplateSource> {
    const auto found = texts.find(std::string(name));
    if (found == texts.end()) return std::nullopt;
    return TemplateSource{found->second, "templates/" + found->first};
  };
}

std::string errors(const Diagnostics& problems) {
  std::string out;
  for (const auto& found : problems.sorted()) out += format_diagnostic(found, huice::Language::en);
  return out;
}

}  // namespace

TEST_CASE("filters, tests and names registered from outside work like the built-in ones") {
  Environment environment(files({{"t.html", "{{ 3|times(n=4) }} {{ 4 is above(3) }} {{ site }}"}}));
  environment.add_filter("times", {{"n"}, 1}, [](const Value& subject, Call& call) {
    return Value(subject.integer() * call.integer(0).value_or(1));
  });
  environment.add_test("above", {{"n"}, 1}, [](const Value& subject, Call& call) {
    return subject.integer() > call.integer(0).value_or(0);
  });
  environment.add_global("site", Value("惠策"));
  Diagnostics problems;
  CHECK(environment.load("t.html", problems));
  std::string out;
  CHECK(environment.render("t.html", Dict(), out, problems));
  CHECK(out == "12 True 惠策");
  CHECK(errors(problems).empty());
}

TEST_CASE("rendering appends, and leaves the buffer as it was on a problem") {
  const Environment environment(files({{"a.txt", "{{ x }}"}, {"b.txt", "text {{ y }}"}}));
  Diagnostics problems;
  std::string out = "<";
  CHECK(environment.render("a.txt", Dict().set("x", 1), out, problems));
  CHECK(out == "<1");
  CHECK_FALSE(environment.render("b.txt", Dict(), out, problems));
  CHECK(out == "<1");
}

TEST_CASE("a text ends as its outermost template does, and an included one without a line end") {
  Options options;
  options.keep_trailing_newline = true;
  options.only_outermost_newline = true;
  const Environment environment(
      files({{"page.txt", "{% include 'part.txt' %}|\n"},
             {"bare.txt", "{% include 'part.txt' %}|"},
             {"part.txt", "a\n\n"},
             {"child.txt", "{% extends 'base.txt' %}{% block b %}x\n{% endblock %}\n"},
             {"base.txt", "<{% block b %}{% endblock %}>"},
             {"other.txt", "{% extends 'lined.txt' %}{% block b %}x{% endblock %}"},
             {"lined.txt", "<{% block b %}{% endblock %}>\n"},
             {"stripped.txt", "a{% if true %}{% endif -%}\n"},
             {"empty.txt", "\n"}}),
      options);
  const auto text = [&environment](std::string_view name) {
    Diagnostics problems;
    std::string out;
    CHECK(environment.render(name, Dict(), out, problems));
    return out;
  };
  CHECK(text("page.txt") == "a\n|\n");
  CHECK(text("bare.txt") == "a\n|");
  CHECK(text("child.txt") == "<x\n>");
  CHECK(text("other.txt") == "<x>\n");
  CHECK(text("stripped.txt") == "a");
  CHECK(text("empty.txt") == "\n");
}

TEST_CASE("a template that is not there is reported, also by load") {
  Environment environment(files({}));
  Diagnostics problems;
  CHECK_FALSE(environment.load("nope.html", problems));
  CHECK(errors(problems) ==
        "error[template-missing]: there is no template “nope.html”\n"
        "  hint: templates are looked for in the project's folder first, then among huice's own\n");
}

TEST_CASE("a template with errors is reported once and never rendered") {
  Environment environment(files({{"t.html", "{% if %}"}}));
  Diagnostics problems;
  CHECK_FALSE(environment.load("t.html", problems));
  Diagnostics later;
  std::string out;
  CHECK_FALSE(environment.render("t.html", Dict(), out, later));
  CHECK(errors(later) ==
        "templates/t.html: error[template-broken]: the template “t.html” has errors and cannot be "
        "rendered\n  hint: correct them first\n");
}

TEST_CASE("ill-formed UTF-8 in a template is reported with its place") {
  Environment environment(files({{"t.html", "a\nb\xFF"}}));
  Diagnostics problems;
  CHECK_FALSE(environment.load("t.html", problems));
  CHECK(problems.sorted().front().code == huice::msg::invalid_utf8::code);
  CHECK(problems.sorted().front().where.line == 2);
}

TEST_CASE("many threads render the same templates, also those met while rendering") {
  Environment environment(files({{"t.html", "{% for i in l %}{% include name %}{% endfor %}"},
                                 {"i.html", "{% import 'm.html' as m %}{{ m.f(i) }}"},
                                 {"m.html", "{% macro f(a) %}[{{ a }}]{% endmacro %}"}}));
  Diagnostics problems;
  CHECK(environment.load("t.html", problems));
  std::vector<std::string> results(4);
  std::vector<std::thread> threads;
  for (std::string& result : results) {
    threads.emplace_back([&environment, &problems, &result] {
      Dict context;
      context.set("l", ListValue({1, 2})).set("name", "i.html");
      for (int i = 0; i < 50; ++i) environment.render("t.html", context, result, problems);
    });
  }
  for (std::thread& thread : threads) thread.join();
  for (const std::string& result : results) CHECK(result.size() == 50 * 6);
  CHECK(errors(problems).empty());
}

TEST_CASE("lists nested beyond any stack and lists doubled beyond any time are compared at once") {
  const Environment environment(files(
      {{"deep.txt",
        "{% set n = namespace(a=[], b=[]) %}{% for i in range(200000) %}{% set n.a = [n.a] %}"
        "{% set n.b = [n.b] %}{% endfor %}{{ n.a == n.b }} {{ n.a in [n.b] }} {{ [n.a] < n.b }}"},
       {"doubled.txt",
        "{% set n = namespace(a=[1], b=[1], c=[{'x': 2}]) %}{% for i in range(200) %}"
        "{% set n.a = [n.a, n.a] %}{% set n.b = [n.b, n.b] %}{% set n.c = [n.b, n.c] %}"
        "{% endfor %}{{ n.a == n.b }} {{ n.a < n.b }} {{ n.a == n.c }}"}}));
  Diagnostics problems;
  std::string out;
  CHECK(environment.render("deep.txt", Dict(), out, problems));
  CHECK(environment.render("doubled.txt", Dict(), out, problems));
  CHECK(out == "True True FalseTrue False False");
  CHECK(errors(problems).empty());
}

TEST_CASE("calls and expressions that share the stack end with an error before the stack does") {
  std::string sum = "m()";
  for (int i = 0; i < 1000; ++i) sum += "+1";
  const Environment environment(
      files({{"t.txt", "{% macro m() %}{{ " + sum + " }}{% endmacro %}{{ m() }}"}}));
  Diagnostics problems;
  std::string out;
  CHECK_FALSE(environment.render("t.txt", Dict(), out, problems));
  REQUIRE(problems.sorted().size() == 1);
  const std::string message = format_diagnostic(problems.sorted().front(), huice::Language::en);
  CHECK(message.starts_with(
      "templates/t.txt:1:19: error[template-stack-bound]: calls and expressions nest "
      "too deep within each other here\n"));
}

TEST_CASE("tags nest 100 levels; one more is one error, however many follow") {
  const std::pair<std::string, std::string> tags[]{
      {"if 1", "endif"},   {"for i in [1]", "endfor"},
      {"with", "endwith"}, {"filter upper", "endfilter"},
      {"set x", "endset"}, {"autoescape true", "endautoescape"}};
  for (const auto& tag : tags) {
    CAPTURE(tag.first);
    const auto nested = [&tag](int levels) {
      std::string text;
      for (int i = 0; i < levels; ++i) text += "{% " + tag.first + " %}\n";
      for (int i = 0; i < levels; ++i) text += "{% " + tag.second + " %}";
      return text;
    };
    Environment environment(
        files({{"most.txt", nested(100)}, {"over.txt", nested(101)}, {"far.txt", nested(20000)}}));
    Diagnostics problems;
    CHECK(environment.load("most.txt", problems));
    CHECK(problems.empty());
    for (const std::string name : {"over.txt", "far.txt"}) {
      Diagnostics found;
      CHECK_FALSE(environment.load(name, found));
      REQUIRE(found.sorted().size() == 1);
      const std::string message = format_diagnostic(found.sorted().front(), huice::Language::en);
      CHECK(message.starts_with(
          "templates/" + name +
          ":101:4: error[template-too-deep]: this nests deeper than 100 levels\n"));
    }
  }
}

TEST_CASE("many tags that nothing closes are read a few times, not once for each") {
  // The rest of the text is within each of them: 40,000 times 100 KB would take minutes.
  for (const std::string open : {"{{ ", "{{ \n", "{{ (", "{{ 'a' ", "{{ a ~ \n"}) {
    std::string text = "{{ a b }}\n";
    while (text.size() < 100000) text += open;
    CAPTURE(open);
    Environment environment(files({{"t.txt", text}}));
    Diagnostics problems;
    CHECK_FALSE(environment.load("t.txt", problems));
    const auto found = problems.sorted();
    REQUIRE(found.size() >= 2);
    CHECK(found.size() <= 12);
    CHECK(found[1].where.line == 2);
    CHECK(found[1].code == huice::msg::template_unclosed_tag::code);
  }
}
