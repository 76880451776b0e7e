// SPDX-License-Identifier: Apache-2.0
#include "load/memory_project.h"

#include <doctest/doctest.h>

using namespace huice;
using test::MemoryProject;
using test::policy_with;

namespace {

// The first amount of the first measure of policy "p".
const model::AmountComponent& amount_of(const model::Library& library) {
  const auto* policy = library.policy("p");
  REQUIRE(policy != nullptr);
  return policy->sections.front().articles.front().measures.front().amounts.front();
}

std::string policy_with_amount(std::string_view members) {
  return policy_with(
      R"("measures": [{"id": "m", "title": "T", "effect": "payment", "amounts": [{)" +
      std::string(members) + "}]}],");
}

}  // namespace

TEST_CASE("null and a key left out both mean that nothing is known") {
  MemoryProject project;
  project.put("site.json", R"({"name": "x", "subtitle": null, "region": null, "about": null,
    "reply_classes": null, "government": null, "source": null, "reviewed": null})");
  project.put("policies/p.json", policy_with(R"("text": null, "units": null, "units_open": null,
    "lead": null, "measures": null, "audience": null,)"));
  const auto loaded = project.load();
  CHECK(loaded.said.empty());
  REQUIRE(loaded.library.has_value());
  const model::Site& site = loaded.library->site();
  CHECK(site.subtitle.empty());
  CHECK(site.about.empty());
  CHECK(!site.government.has_value());
  CHECK(!site.provenance.source.has_value());
  CHECK(!site.provenance.reviewed.has_value());
  const model::Policy& policy = *loaded.library->policy("p");
  CHECK(!policy.number.has_value());
  CHECK(!policy.dates.expires_on.has_value());
  CHECK(policy.sections.front().articles.front().audience == model::Audience::public_);
}

TEST_CASE("asks are required: a list, an empty list, or null for unknown") {
  const auto with_asks = [](std::string_view asks) {
    MemoryProject project;
    project.put("proposals/q.json",
                R"({"id": "q", "session": {"body": "市政协", "term": 5, "meeting": 1},
      "number": "0188", "kind": "政协提案", "title": "T", "proposers": ["某委员"], "asks": )" +
                    std::string(asks) +
                    R"(, "source": {"document": "《公报》", "reliability": "official"}})");
    auto loaded = project.load();
    CHECK(loaded.said.empty());
    REQUIRE(loaded.library.has_value());
    CHECK(loaded.library->proposals().front().number == "0188");
    return loaded.library->proposals().front().asks;
  };
  CHECK(!with_asks("null").has_value());
  REQUIRE(with_asks("[]").has_value());
  CHECK(with_asks("[]")->empty());
  CHECK(with_asks(R"([{"id": "a", "heading": "H"}])")->front().id == "a");
}

TEST_CASE("numbers are kept exactly as they are written") {
  const auto times = [](std::string_view number) {
    MemoryProject project;
    project.put(
        "policies/p.json",
        policy_with_amount(R"("basis": "negotiated", "modifiers": [{"when": "w", "times": )" +
                           std::string(number) + "}]"));
    const auto loaded = project.load();
    return loaded.library ? amount_of(*loaded.library).modifiers.front().times.text() : loaded.said;
  };
  CHECK(times("2") == "2");
  CHECK(times("53.20") == "53.20");
  CHECK(times("0.10") == "0.10");
  CHECK(times("-1.5").find("error[not-positive]: “-1.5” is not above 0") != std::string::npos);
  CHECK(times("0.30000000000000004") == "0.30000000000000004");
  CHECK(times("123456789012345678") == "123456789012345678");
  CHECK(times("1e5").find("error[bad-number]: “1e5” is not a number") != std::string::npos);
  CHECK(times("1.5E2").find("error[bad-number]: “1.5E2” is not a number") != std::string::npos);
  CHECK(times("1234567890123456789012").find("error[bad-number]") != std::string::npos);
  CHECK(times("1e999").find("error[json-number]") != std::string::npos);
}

TEST_CASE("escapes in a JSON string become the characters they stand for") {
  MemoryProject project;
  project.put("site.json",
              R"({"na\u006de": "\u60e0\u7b56 \ud83d\ude00 \"a\" \\ \/", "about": "a\n\nb\tc"})");
  const auto loaded = project.load();
  CHECK(loaded.said.empty());
  REQUIRE(loaded.library.has_value());
  CHECK(loaded.library->site().name == "惠策 😀 \"a\" \\ /");
  CHECK(loaded.library->site().about.markdown == "a\n\nb\tc");
}

TEST_CASE("a rule is captured to the letter, with its place") {
  const std::string rule = R"({ "and" : [ {">=": [{"var": "revenue"}, "5000万元"]},
    true, null, 1.50, "a\"}b", [] ] })";
  MemoryProject project;
  project.put("policies/p.json",
              policy_with(R"("measures": [{"id": "m", "title": "T", "effect": "payment",
 "requirements": [{"label": "L", "rule": )" +
                          rule + R"(}, {"label": "M", "rule": true}, {"label": "N", "rule": null},
 {"label": "O"}]}],)"));
  const auto loaded = project.load();
  CHECK(loaded.said.empty());
  REQUIRE(loaded.library.has_value());
  const auto& requirements = loaded.library->policies()
                                 .front()
                                 .sections.front()
                                 .articles.front()
                                 .measures.front()
                                 .requirements;
  REQUIRE(requirements.size() == 4);
  CHECK(requirements[0].rule.json == rule);
  CHECK(requirements[0].rule.place.line == 4);
  CHECK(requirements[0].rule.place.column == 42);
  CHECK(requirements[1].rule.json == "true");
  CHECK(requirements[2].rule.empty());
  CHECK(requirements[3].rule.empty());
}

TEST_CASE("$schema is allowed at the top of a file, and only there") {
  MemoryProject project;
  project.put("site.json", R"({"$schema": {"any": [1, {"thing": null}]}, "name": "x"})");
  project.put("topics.json", R"({"$schema": "x.json", "topics": [{"id": "a", "name": "A"}]})");
  CHECK(project.load().said.empty());
  project.put("topics.json", R"({"topics": [{"$schema": "x", "id": "a", "name": "A"}]})");
  CHECK(project.load().said.find("error[unknown-key]: “$schema” is not a key of this topic") !=
        std::string::npos);
}

TEST_CASE("what is below an unknown key or a value of the wrong type is not checked") {
  MemoryProject project;
  project.put(
      "site.json",
      R"({"name": "x", "extra": {"deep": [1, {"name": 2}], "more": null}, "about": [{"x": []}]})");
  const auto loaded = project.load();
  CHECK(loaded.said.find("[unknown-key]: “extra” is not a key of this site") != std::string::npos);
  CHECK(loaded.said.find("[wrong-type]: “about” takes text in quotes, but this is a list [ ]") !=
        std::string::npos);
  CHECK(loaded.said.find("“deep”") == std::string::npos);
  CHECK(!loaded.library.has_value());
}

TEST_CASE("records and their parts know their file, line and column") {
  MemoryProject project;
  project.put(
      "topics.json",
      "{\"topics\": [\n  {\"id\": \"研发\", \"name\": \"A\"},\n"
      "  {\"id\": \"rd\", \"name\": \"研发\"}, {\"id\": \"sme\", \"name\": \"企业\"}\n]}\n");
  CHECK(!project.load().library.has_value());
  project.put(
      "topics.json",
      "{\"topics\": [\n"
      "  {\"id\": \"rd\", \"name\": \"研发\"}, {\"id\": \"sme\", \"name\": \"企业\"}\n]}\n");
  project.put("regions.csv",
              "id,name,kind\n\nordos,鄂尔多斯市,地级市\nhohhot,\"呼和浩特市\n\",地级市\n"
              "baotou,包头市,地级市\n");
  project.put("policies/p.json", policy_with("\"summary\":\n  \"要点\","));
  const auto loaded = project.load();
  CHECK(loaded.said.empty());
  REQUIRE(loaded.library.has_value());
  const model::Library& library = *loaded.library;
  const auto shown = [&](const model::Place& place) {
    return library.files().at(place.file) + ":" + std::to_string(place.line) + ":" +
           std::to_string(place.column);
  };
  CHECK(library.files().front().empty());
  CHECK(shown(library.site().provenance.place) == "data/site.json:1:1");
  CHECK(shown(library.topic("rd")->provenance.place) == "data/topics.json:2:3");
  CHECK(shown(library.topic("sme")->provenance.place) == "data/topics.json:2:31");
  CHECK(shown(library.region("ordos")->provenance.place) == "data/regions.csv:3:1");
  CHECK(shown(library.region("baotou")->provenance.place) == "data/regions.csv:6:1");
  const model::Article& article = library.policy("p")->sections.front().articles.front();
  CHECK(shown(library.policy("p")->sections.front().place) == "data/policies/p.json:3:16");
  CHECK(shown(article.place) == "data/policies/p.json:3:41");
  CHECK(shown(article.summary.place) == "data/policies/p.json:4:3");
}

TEST_CASE("a file that is empty, blank or one plain value is not read as a record") {
  const auto said_of = [](std::string_view text) {
    MemoryProject project;
    project.put("site.json", text);
    const auto loaded = project.load();
    CHECK(!loaded.library.has_value());
    return loaded.said;
  };
  CHECK(said_of("").find("error[json-ends-early]") != std::string::npos);
  CHECK(said_of(" \n ").find("error[json-ends-early]") != std::string::npos);
  CHECK(said_of("{} {}").find("error[json-syntax]") != std::string::npos);
  CHECK(said_of("null") ==
        "data/site.json:1:1: error[wrong-type]: “site” takes an object { }, but this is null\n"
        "  1 | null\n"
        "    | ^~~~\n"
        "  hint: write it like this: {\"name\": \"…\"}\n");
  CHECK(said_of("12") ==
        "data/site.json:1:1: error[wrong-type]: “site” takes an object { }, but this is a number\n"
        "  1 | 12\n"
        "    | ^~\n"
        "  hint: write it like this: {\"name\": \"…\"}\n");
}

TEST_CASE("the slips that people make most are named, wherever the file ends") {
  const auto code_of = [](std::string_view text) {
    MemoryProject project;
    project.put("site.json", text);
    const std::string said = project.load().said;
    const std::size_t open = said.find('[');
    return said.substr(0, open) + said.substr(open + 1, said.find(']') - open - 1);
  };
  CHECK(code_of("{\"$schema\": 1,}") == "data/site.json:1:15: errorjson-trailing-comma");
  CHECK(code_of("{\"$schema\": [1, ]}") == "data/site.json:1:17: errorjson-trailing-comma");
  CHECK(code_of("{\"name\": \"x\"") == "data/site.json:1:12: errorjson-ends-early");
  CHECK(code_of("{\"$schema\": 1") == "data/site.json:1:13: errorjson-ends-early");
  CHECK(code_of("{\"$schema\": 1\n\n") == "data/site.json:2:1: errorjson-ends-early");
  CHECK(code_of("{\"name\": \"x") == "data/site.json:1:10: errorjson-open-text");
  CHECK(code_of("{\"name\": \"x\n\"}") == "data/site.json:1:10: errorjson-open-text");
  CHECK(code_of("{\"name\"：\"x\"}") == "data/site.json:1:8: errorjson-punctuation");
  CHECK(code_of("{\"name\": \"x\"}；") == "data/site.json:1:14: errorjson-punctuation");
  CHECK(code_of("{\"$schema\": 1]") == "data/site.json:1:14: errorjson-syntax");
  CHECK(code_of("{\"$schema\": 01}") == "data/site.json:1:13: errorjson-syntax");
  CHECK(code_of("{name: 1}") == "data/site.json:1:2: errorjson-syntax");
  CHECK(code_of("{\"name\": /* x */ 1}") == "data/site.json:1:10: errorjson-comment");
}
