// SPDX-License-Identifier: Apache-2.0
#include "model/document_number.h"

#include "model/random.h"

#include <doctest/doctest.h>

#include <string>

using huice::model::DocumentNumber;
using huice::model::suggest_document_number;
using huice::test::Random;

TEST_CASE("a document number prints back as it was written") {
  const auto number = DocumentNumber::parse("鄂府发〔2022〕103号");
  REQUIRE(number.has_value());
  CHECK(number->organ() == "鄂府发");
  CHECK(number->year() == 2022);
  CHECK(number->serial() == 103);
  Random random(103);
  for (int i = 0; i < 3000; ++i) {
    const std::string text =
        std::string(random.pick({"鄂府发", "鄂建提复字", "内政办发", "国科发火", "呼政办字"})) +
        "〔" + std::to_string(random.between(1949, 2199)) + "〕" +
        std::to_string(random.between(1, 999999)) + "号";
    const auto read = DocumentNumber::parse(text);
    REQUIRE_MESSAGE(read.has_value(), text);
    CHECK_MESSAGE(read->text() == text, text);
  }
}

TEST_CASE("numbers of another form are refused, and the right form is suggested") {
  for (const std::string text :
       {"鄂府发[2022]103号", "鄂府发(2022)103号", "鄂府发（2022）103号", "鄂府发【2022】103号",
        "鄂府发［2022］103号", "鄂府发<2022>103号", "鄂府发〔2022〕第103号", "鄂府发[2022]第103号",
        "鄂府发〔2022〕0103号", "鄂府发〔2022〕第00103号", "鄂府发〔2022〕103",
        "鄂府发 〔2022〕 103 号", "鄂府发　〔2022〕103号", "鄂府发〔2022〕103号 "}) {
    CAPTURE(text);
    CHECK(!DocumentNumber::parse(text).has_value());
    CHECK(suggest_document_number(text) == "鄂府发〔2022〕103号");
  }
}

TEST_CASE("where not even the form is near, nothing is suggested") {
  for (const std::string text :
       {"", "号", "无", "鄂府发", "鄂府发2022年103号", "〔2022〕103号", "鄂府发〔22〕103号",
        "鄂府发〔2022〕号", "鄂府发〔2022〕0号", "鄂府发〔1948〕1号", "鄂府发〔2200〕1号",
        "鄂府发〔2022〕1234567号", "鄂府发〔2022〕一〇三号", "鄂府发〕2022〔103号",
        "鄂府发〔2022〕〔103〕号"}) {
    CAPTURE(text);
    CHECK(!DocumentNumber::parse(text).has_value());
    CHECK(suggest_document_number(text).empty());
  }
}
