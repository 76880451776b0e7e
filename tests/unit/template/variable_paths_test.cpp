// SPDX-License-Identifier: Apache-2.0
#include "template/engine.h"

#include <doctest/doctest.h>

#include <map>

using namespace huice::tmpl;
using Paths = std::vector<std::string>;

namespace {

Paths paths_in(std::string text) {
  Environment environment([&text](std::string_view name) -> std::optional<TemplateSource> {
    if (name != "a.html") return std::nullopt;
    return TemplateSource{text, "a.html"};
  });
  huice::Diagnostics problems;
  REQUIRE(environment.load("a.html", problems));
  return environment.paths_of("t");
}

}  // namespace

TEST_CASE("what templates read of a variable is listed with its whole path") {
  CHECK(paths_in("{{ t.page.top }}{{ x.page.end }}") == Paths{"page.top"});
  CHECK(paths_in("{{ t['page']['top'] }}") == Paths{"page.top"});
  CHECK(paths_in("{{ t.page.as_of(date=t.day) | upper }}") == Paths{"day", "page.as_of"});
  CHECK(paths_in("{{ t.every(period=3) if t.a is defined else [t.b, {'k': t.c}] }}") ==
        Paths{"a", "b", "c", "every"});
}

TEST_CASE("a key that is computed ends the path, and may be read from the variable itself") {
  CHECK(paths_in("{{ t.nav[kind] }}") == Paths{"nav"});
  CHECK(paths_in("{{ t.nav[t.kind].title }}") == Paths{"kind", "nav"});
  CHECK(paths_in("{% set w = t %}") == Paths{""});
}

TEST_CASE("paths are found in blocks, macros, loops and conditions") {
  CHECK(paths_in("{% block a %}{{ t.block }}{% endblock %}"
                 "{% macro m(x=t.default) %}{{ t.macro }}{% endmacro %}"
                 "{% for x in t.list if t.filter %}{{ t.body }}{% else %}{{ t.none }}{% endfor %}"
                 "{% if t.if %}{% elif t.elif %}{% else %}{{ t.else }}{% endif %}"
                 "{% call m(t.argument) %}{{ t.caller }}{% endcall %}"
                 "{% include t.name ignore missing %}") ==
        Paths{"argument", "block", "body", "caller", "default", "elif", "else", "filter", "if",
              "list", "macro", "name", "none"});
}
