// SPDX-License-Identifier: Apache-2.0
#include "prose/prose.h"

#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

using namespace huice;
using prose::Citation;
using prose::CitedKind;

namespace {

// Policy "p" with article 1, measures m and fixed, target t, undertakings u and v (of the whole);
// observations of rd and gdp.
model::Library library() {
  model::Records made;
  model::Policy& policy = made.policies.emplace_back();
  policy.id = "p";
  model::Article& article = policy.sections.emplace_back().articles.emplace_back();
  article.id = "1";
  article.measures.emplace_back().id = "m";
  article.targets.emplace_back().id = "t";
  article.undertakings.emplace_back().id = "u";
  policy.undertakings.emplace_back().id = "v";
  model::Measure& paid = article.measures.emplace_back();
  paid.id = "fixed";
  paid.amounts.emplace_back().basis = model::Basis::fixed;
  paid.amounts.back().value = model::Money::parse("10万元");
  for (const char* id : {"gdp", "rd"}) made.indicators.emplace_back().id = id;
  for (const char* id : {"north", "ordos"}) made.regions.emplace_back().id = id;
  const auto observe = [&made](const char* of, const char* region, const char* year,
                               const char* value) {
    model::Observation& figure = made.observations.emplace_back();
    figure.indicator = of;
    figure.region = region;
    figure.period = *model::Period::parse(year);
    figure.value = *model::Decimal::parse(value);
    figure.unit = "亿元";
  };
  observe("gdp", "ordos", "2024", "60");
  observe("rd", "north", "2023", "3");
  observe("rd", "north", "2024", "4");
  observe("rd", "ordos", "2023", "2");
  observe("rd", "ordos", "2024", "4");
  return model::Library(std::move(made));
}

struct Read {
  std::vector<std::string> targets;
  std::vector<std::pair<std::size_t, std::size_t>> spans;
  std::string said;  ///< one line a problem
};

Read citations_of(const std::string& text) {
  const model::Library known = library();
  const SourceText source("t.md", text);
  const prose::Locate locate = [&](std::size_t offset, std::size_t bytes) {
    return source.at(offset, bytes);
  };
  Diagnostics problems;
  Read result;
  for (const Citation& one : prose::citations(text, known, locate, problems)) {
    result.targets.push_back(prose::target_of(one));
    result.spans.emplace_back(one.offset, one.length);
  }
  for (const Diagnostic& found : problems.sorted()) {
    result.said += std::string(found.code.slug()) + " " + std::to_string(found.where.line) + ":" +
                   std::to_string(found.where.column) + "+" + std::to_string(found.where.length) +
                   "\n";
  }
  return result;
}

std::string said_of(const std::string& text) {
  return citations_of(text).said;
}

using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("the four citations are read, in their order, with their places") {
  const auto read = citations_of(
      "研发 {{ fact('rd@ordos/2024') }}，{{ amount('p/1/m') }}，{{ target('p/1/t') }}；"
      "{{ cite('p/1') }}{{ cite('p') }}");
  CHECK(read.said.empty());
  CHECK(read.targets ==
        Texts{"fact:rd@ordos/2024", "amount:p/1/m", "target:p/1/t", "cite:p/1", "cite:p"});
  REQUIRE(read.spans.size() == 5);
  CHECK(read.spans[0] == std::pair<std::size_t, std::size_t>{7, 27});
  CHECK(read.spans[4].first == read.spans[3].first + read.spans[3].second);
}

TEST_CASE("a text without citations has none, whatever single braces it holds") {
  CHECK(citations_of("").targets.empty());
  CHECK(citations_of("没有引用。 { x } }} | '").said.empty());
}

TEST_CASE("blanks and line breaks inside a citation do not matter, nor which quotes it has") {
  for (const std::string text :
       {"{{fact('rd@ordos/2024')}}", "{{ fact(\"rd@ordos/2024\") }}",
        "{{  fact ( 'rd@ordos/2024' )  }}", "{{\n fact(\n'rd@ordos/2024'\n)\n}}",
        "{{\r\n\tfact('rd@ordos/2024')\r\n}}"}) {
    CAPTURE(text);
    CHECK(citations_of(text).said.empty());
    CHECK(citations_of(text).targets == Texts{"fact:rd@ordos/2024"});
  }
}

TEST_CASE("each citation knows its own filters") {
  CHECK(citations_of("{{ fact('rd@ordos/2024') | value }}").targets ==
        Texts{"fact:rd@ordos/2024|value"});
  CHECK(citations_of("{{fact('rd@ordos/2024')|period}}").said.empty());
  for (const std::string filter : {"number", "title", "label"}) {
    CHECK(citations_of("{{ cite('p/1') | " + filter + " }}").targets ==
          Texts{"cite:p/1|" + filter});
  }
  CHECK(said_of("{{ cite('p') | value }}") == "unknown-citation-filter 1:16+5\n");
  CHECK(said_of("{{ amount('p/1/m') | value }}") == "unknown-citation-filter 1:22+5\n");
  CHECK(said_of("{{ fact('rd@ordos/2024') | value | period }}") == "bad-citation 1:1+44\n");
  CHECK(said_of("{{ fact('rd@ordos/2024') | }}") == "bad-citation 1:1+29\n");
}

TEST_CASE("several facts are one citation, where a filter says them in one sentence") {
  const auto read = citations_of("{{ fact('rd@ordos/2024', 'rd@ordos/2023') | change }}");
  CHECK(read.said.empty());
  CHECK(read.targets == Texts{"fact:rd@ordos/2024,rd@ordos/2023|change"});
  CHECK(read.spans.size() == 1);
  CHECK(citations_of("{{ fact('rd@ordos/2024','gdp@ordos/2024') | sentence }}").said.empty());
  CHECK(citations_of("{{ fact('rd@ordos/2024', 'rd@north/2024') | sentence }}").said.empty());
  CHECK(citations_of("{{ fact('rd@ordos/2024') | sentence }}").said.empty());
}

TEST_CASE("facts that make no sentence are refused") {
  for (const std::string arguments :
       {"'rd@ordos/2023', 'rd@ordos/2024') | change",                      // the later one first
        "'rd@ordos/2024', 'gdp@ordos/2024') | change",                     // another indicator
        "'rd@ordos/2024', 'rd@north/2023') | change",                      // another region
        "'gdp@ordos/2024', 'rd@ordos/2023') | sentence",                   // another year
        "'rd@ordos/2024', 'rd@ordos/2023', 'gdp@ordos/2024') | sentence",  // of three
        "'rd@ordos/2023', 'rd@north/2024') | sentence"}) {                 // unlike figures
    CAPTURE(arguments);
    CHECK(said_of("{{ fact(" + arguments + " }}").starts_with("facts-apart 1:1+"));
  }
  for (const std::string text :
       {"{{ fact('rd@ordos/2024') | change }}", "{{ fact('rd@ordos/2024', 'rd@ordos/2023') }}",
        "{{ fact('rd@ordos/2024', 'rd@ordos/2023') | value }}",
        "{{ amount('p/1/m', 'p/1/m') | sentence }}", "{{ cite('p', 'p') }}",
        "{{ fact('rd@ordos/2024',) | sentence }}", "{{ fact('rd@ordos/2024,rd@ordos/2023') }}"}) {
    CAPTURE(text);
    CHECK(said_of(text).starts_with("bad-citation 1:1+"));
  }
  CHECK(said_of("{{ fact('rd@ordos/2024', 'rd@ordos/2020') | change }}") ==
        "cited-nothing 1:1+53\n");
}

TEST_CASE("what a measure gives is one sentence where it has one sum") {
  CHECK(said_of("{{ amount('p/1/m') | given }}") == "amount-unsaid 1:1+29\n");
  CHECK(said_of("{{ amount('p/1/m') | sentence }}") == "amount-unsaid 1:1+32\n");
  CHECK(citations_of("{{ amount('p/1/fixed') | given }}").said.empty());
}

TEST_CASE("an undertaking is cited by its text and its own id") {
  CHECK(citations_of("{{ undertaking('p/1/u') }}{{ undertaking('p/v') }}").targets ==
        Texts{"undertaking:p/1/u", "undertaking:p/v"});
  CHECK(said_of("{{ undertaking('p/1/v') }}") == "cited-nothing 1:1+26\n");
  CHECK(said_of("{{ undertaking('p/1/u') | sentence }}") == "unknown-citation-filter 1:27+8\n");
}

TEST_CASE("nothing else of the template language is a citation") {
  for (const std::string text :
       {"{{ }}", "{{ x }}", "{{ 1 }}", "{{ 'a' }}", "{{ fact }}", "{{ fact() }}", "{{ fact('') }}",
        "{{ fact(x) }}", "{{ fact('a' + 'b') }}", "{{ fact('a', 'b') }}", "{{ fact('a }}",
        "{{ fact('a') + 1 }}", "{{ fact('a').x }}", "{{ fact('a'", "{{", "{{ Fact('a') }}",
        "{{ fact('{{') }}", "{{- fact('a') -}}"}) {
    CAPTURE(text);
    CHECK(said_of(text).find("bad-citation 1:1+") == 0);
    CHECK(citations_of(text).targets.empty());
  }
  CHECK(said_of("a {% if x %}b{% endif %} {# c #}") ==
        "bad-citation 1:3+2\nbad-citation 1:14+2\nbad-citation 1:26+2\n");
}

TEST_CASE("reading goes on after a mistake, so that all are reported at once") {
  const auto read = citations_of("{{ x }} {{ fakt('a') }}\n{{ cite('p') }} {{ cite('q') }}");
  CHECK(read.said == "bad-citation 1:1+7\nunknown-citation 1:12+4\ncited-nothing 2:17+15\n");
  CHECK(read.targets == Texts{"cite:p", "cite:q"});
}

TEST_CASE("a citation's record has to exist and be of the right kind") {
  CHECK(said_of("{{ fact('rd@ordos/2021') }}") == "cited-nothing 1:1+27\n");
  CHECK(said_of("{{ amount('p/1/t') }}") == "cited-nothing 1:1+21\n");
  CHECK(said_of("{{ target('p/1/m') }}") == "cited-nothing 1:1+21\n");
  CHECK(said_of("{{ cite('p/1/m') }}") == "cited-nothing 1:1+19\n");
  CHECK(said_of("{{ fact('p') }}") == "cited-nothing 1:1+15\n");
}

TEST_CASE("a target reads back to the citation it was made of") {
  for (const CitedKind kind : {CitedKind::fact, CitedKind::amount, CitedKind::target,
                               CitedKind::undertaking, CitedKind::cite}) {
    std::vector<std::string_view> filters = prose::filters(kind);
    filters.emplace_back("");
    for (const std::string_view filter : filters) {
      for (const std::string_view id : {"p", "p/1/m", "rd@ordos/to@2025-09-03#press"}) {
        const std::string target =
            prose::target_of(Citation{.kind = kind, .id = id, .filter = filter});
        const Citation read = prose::parse_target(target);
        CAPTURE(target);
        CHECK(read.kind == kind);
        CHECK(read.id == id);
        CHECK(read.filter == filter);
      }
    }
  }
  CHECK(prose::parse_target("no target").id.empty());
}

TEST_CASE("Markdown's own problems are placed in the text as written, after citations too") {
  const std::string text =
      "{{ cite('p') }} 与 {{ cite('p/1') | label }}\n\n"
      "见{{ cite('p') }}的 <b>粗体</b>";
  const model::Library known = library();
  const SourceText source("t.md", text);
  Diagnostics problems;
  prose::read(
      model::Prose{text, {}}, known,
      [&](std::size_t offset, std::size_t bytes) { return source.at(offset, bytes); }, problems);
  REQUIRE(!problems.empty());
  const Diagnostic first = problems.sorted().front();
  CHECK(first.code.slug() == "markdown-raw-html");
  CHECK(first.where.line == 3);
  CHECK(first.where.column == 19);
}
