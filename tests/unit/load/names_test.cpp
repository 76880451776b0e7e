// SPDX-License-Identifier: Apache-2.0
#include "load/memory_project.h"

#include <doctest/doctest.h>

using huice::test::MemoryProject;
using huice::test::policy_with;
namespace model = huice::model;

namespace {

MemoryProject small_city() {
  MemoryProject project;
  project.put("regions.json",
              R"({"regions": [{"id": "city", "name": "虚构市", "kind": "地级市"}]})");
  project.put("organizations.json",
              R"({"organizations": [
  {"id": "kjj", "name": "市科学技术局", "kind": "department", "region": "虚构市",
   "former": [{"name": "市科学技术委员会"}]},
  {"id": "gxj", "name": "市工业和信息化局", "kind": "department", "region": "city",
   "former": [{"name": "市经济委员会", "successor": "市科学技术局"}]}]})");
  project.put("topics.json", R"({"topics": [{"id": "rd", "name": "研发投入"}]})");
  project.put("indicators/gdp.json",
              R"({"id": "gdp", "name": "地区生产总值", "unit": "亿元", "kind": "flow"})");
  project.put("observations/a.csv",
              "indicator,region,period,value,unit\n地区生产总值,虚构市,2020,5849.86,亿元\n");
  return project;
}

}  // namespace

TEST_CASE("a name that one record has is the id of that record, wherever a reference is written") {
  MemoryProject project = small_city();
  project.put("policies/p.json",
              policy_with(R"("units": ["市科学技术局", "市科学技术委员会"], "lead": "kjj",
                             "topics": ["研发投入"],
                             "targets": [{"id": "t", "label": "总值", "value": "6000亿元",
                                          "indicator": "地区生产总值", "region": "虚构市"}],)"));
  const auto loaded = project.load();
  CHECK(loaded.said.empty());
  REQUIRE(loaded.library.has_value());
  const auto article = loaded.library->article("p/1");
  REQUIRE(article.article != nullptr);
  CHECK(article.article->units == std::vector<std::string>{"kjj", "kjj"});
  CHECK(article.article->topics == std::vector<std::string>{"rd"});
  CHECK(article.article->targets[0].indicator == "gdp");
  CHECK(loaded.library->organization("kjj")->region == "city");
  CHECK(loaded.library->organization("gxj")->former[0].successor == "kjj");
  REQUIRE(loaded.library->observation("gdp@city/2020") != nullptr);
  CHECK(loaded.library->observation("gdp@city/2020")->value.text() == "5849.86");
}

TEST_CASE("parts of policies and figures may be named by the names of what they are of") {
  MemoryProject project = small_city();
  project.put("policies/p.json", policy_with(R"("measures": [{"id": "m", "title": "奖励",
                                                "effect": "service"}],)"));
  project.put("ladders.json", R"({"ladders": [{"id": "l", "title": "梯次", "region": "虚构市",
    "policy": "《T》", "article": "T/1", "steps": [{"name": "市级", "measures": ["T/1/m"]}],
    "source": {"document": "《公报》", "reliability": "official"}}]})");
  const auto loaded = project.load();
  CHECK(loaded.said.empty());
  REQUIRE(loaded.library.has_value());
  const model::Ladder& ladder = loaded.library->ladders()[0];
  CHECK(ladder.policy == "p");
  CHECK(ladder.article == "p/1");
  CHECK(ladder.steps[0].measures == std::vector<std::string>{"p/1/m"});
}

TEST_CASE("a document that is called like a policy stays the free text it is") {
  MemoryProject project = small_city();
  project.put("policies/p.json", policy_with(""));
  project.put("topics.json", R"({"topics": [{"id": "rd", "name": "研发投入",
    "source": {"document": "T", "reliability": "official"}}]})");
  const auto loaded = project.load();
  REQUIRE(loaded.library.has_value());
  CHECK(loaded.library->topic("rd")->provenance.source->document == "T");
}

TEST_CASE("which record a name means is asked again when another file changes") {
  MemoryProject project = small_city();
  huice::Diagnostics problems;
  huice::load::Loader loader(project.files(), {.project = "p"});
  REQUIRE(loader.load(problems).has_value());
  project.put("regions.json", R"({"regions": [{"id": "town", "name": "虚构市", "kind": "地级市"},
                                              {"id": "city", "name": "另一市", "kind": "地级市"}]})");
  loader.forget({"data/regions.json"});
  const auto again = loader.load(problems);
  CHECK(problems.empty());
  REQUIRE(again.has_value());
  CHECK(again->observation("gdp@town/2020") != nullptr);
}

TEST_CASE("a record that was taken away is missing, also where it was read before") {
  MemoryProject project = small_city();
  project.put("policies/p.json", policy_with(""));
  project.put("ladders.json", R"({"ladders": [{"id": "l", "title": "梯次", "region": "city",
    "policy": "p", "steps": [], "source": {"document": "《公报》", "reliability": "official"}}]})");
  huice::load::Loader loader(project.files(), {.project = "p"});
  huice::Diagnostics before;
  REQUIRE(loader.load(before).has_value());
  REQUIRE(static_cast<bool>(project.files().remove("p/data/policies/p.json")));
  loader.forget({"data/policies"});
  huice::Diagnostics problems;
  CHECK(!loader.load(problems).has_value());
  CHECK(problems.count(huice::Severity::error) == 1);
}
