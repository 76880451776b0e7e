// SPDX-License-Identifier: Apache-2.0
#include "model/provision.h"

#include "model/library.h"
#include "model/schema/references.h"

#include <doctest/doctest.h>

#include <string>

using namespace huice::model;

namespace {

// Policy p. Article 13: one 款 with the items （一）（二）（三）. Article 14: three 款, the second
// with （一）（二）, the third with （二）（三）. Article 15: nothing recorded.
Library city() {
  Records records;
  Policy& policy = records.policies.emplace_back();
  policy.id = "p";
  auto& articles = policy.sections.emplace_back().articles;
  for (const char* id : {"13", "14", "15"}) articles.emplace_back().id = id;
  for (const char* label : {"（一）", "（二）", "（三）"}) {
    if (articles[0].paragraphs.empty()) articles[0].paragraphs.emplace_back();
    articles[0].paragraphs[0].items.emplace_back().label = label;
  }
  articles[1].paragraphs.resize(3);
  for (const char* label : {"（一）", "（二）"}) {
    articles[1].paragraphs[1].items.emplace_back().label = label;
  }
  for (const char* label : {"（二）", "（三）"}) {
    articles[1].paragraphs[2].items.emplace_back().label = label;
  }
  return Library(std::move(records));
}

// The place that a fact id leads to, as records write it; "-" where it leads nowhere.
std::string led_to(const std::string& fact_id) {
  const Library library = city();
  const ProvisionRef found = library.provision(fact_id);
  return found.in.article == nullptr ? "-" : found.in.article->id + "|" + place_text(found);
}

std::string nearest_to(const std::string& fact_id) {
  const auto lost = lost_place(city(), fact_id);
  return lost ? lost->suggestion : "-";
}

}  // namespace

TEST_CASE("a 款 and a 项 are found as a text names them") {
  CHECK(led_to("p/13") == "13|");
  CHECK(led_to("p/13/第（二）项") == "13|第（二）项");
  CHECK(led_to("p/14/第二款") == "14|第二款");
  CHECK(led_to("p/14/第二款第（一）项") == "14|第二款第（一）项");
  CHECK(led_to("p/14/第三款第（三）项") == "14|第三款第（三）项");
}

TEST_CASE("the same place in other spellings is the same place") {
  for (const char* spelling : {"第二项", "第(二)项", "第2项", "第一款第（二）项", "第1款第2项"}) {
    CAPTURE(spelling);
    CHECK(led_to(std::string("p/13/") + spelling) == "13|第（二）项");
  }
  CHECK(led_to("p/14/第2款") == "14|第二款");
}

TEST_CASE("the only 款 of an article is printed as the article") {
  CHECK(led_to("p/13/第一款") == "13|");
}

TEST_CASE("an item without its 款 is found where one 款 alone has it") {
  CHECK(led_to("p/14/第（一）项") == "14|第二款第（一）项");
  CHECK(led_to("p/14/第（二）项") == "-");
}

TEST_CASE("a place that is not recorded is not found") {
  for (const char* id :
       {"p/13/第（四）项", "p/13/第二款", "p/14/第四款", "p/14/第一款第（一）项",
        "p/14/第三款第（一）项", "p/15/第一款", "p/15/第（一）项", "p/16/第一款", "q/13/第一款",
        "p/13/第款", "p/13/第项", "p/13/第二条", "p/13/第（二）项之一", "p/13/第零款",
        "p/13/第（二）项第一款", "p/第（二）项"}) {
    CAPTURE(id);
    CHECK(led_to(id) == "-");
  }
}

TEST_CASE("a lost place is answered with the nearest one that is right") {
  CHECK(nearest_to("p/13/第（九）项") == "p/13/第（三）项");
  CHECK(nearest_to("p/14/第九款") == "p/14/第三款");
  CHECK(nearest_to("p/14/第二款第（五）项") == "p/14/第二款第（二）项");
  CHECK(nearest_to("p/14/第三款第（一）项") == "p/14/第三款第（二）项");
  CHECK(nearest_to("p/14/第一款第（一）项") == "p/14/第二款第（一）项");
  CHECK(nearest_to("p/15/第（一）项").empty());
  CHECK(nearest_to("p/13/第（三）项") == "-");
  CHECK(nearest_to("p/16/第（三）项") == "-");
}

TEST_CASE("no measure or target is found below a 款 or 项") {
  Records records;
  Policy& policy = records.policies.emplace_back();
  policy.id = "p";
  Article& article = policy.sections.emplace_back().articles.emplace_back();
  article.id = "1";
  article.paragraphs.emplace_back().items.emplace_back().label = "（一）";
  article.measures.emplace_back().id = "m";
  const Library library(std::move(records));
  CHECK(library.measure("p/1/m").measure != nullptr);
  CHECK(library.measure("p/1/第（一）项/m").measure == nullptr);
  CHECK(library.article("p/1/第（一）项").article == nullptr);
}
