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
  CHECK(number->form() == DocumentNumber::Form::usual);
  CHECK(number->year() == 2022);
  Random random(103);
  for (int i = 0; i < 3000; ++i) {
    const std::string text =
        std::string(random.pick({"鄂府发", "鄂建提复字", "内政办发", "国科发火", "呼政办字"})) +
        "〔" + std::to_string(random.between(1949, 2199)) + "〕" +
        std::to_string(random.between(1, 999999)) + "号";
    const auto read = DocumentNumber::parse(text);
    REQUIRE_MESSAGE(read.has_value(), text);
    CHECK_MESSAGE(read->text() == text, text);
    CHECK_MESSAGE(read->form() == DocumentNumber::Form::usual, text);
    CHECK(suggest_document_number(text).empty());
  }
}

TEST_CASE("orders, letters and announcements have numbers of their own forms") {
  using Form = DocumentNumber::Form;
  const auto form = [](const std::string& text) {
    const auto number = DocumentNumber::parse(text);
    REQUIRE_MESSAGE(number.has_value(), text);
    CHECK(number->text() == text);
    return number->form();
  };
  CHECK(form("虚构市人民政府令第262号") == Form::order);
  CHECK(form("第12号令") == Form::another);
  CHECK(form("虚科建议字〔2021〕第6号") == Form::with_di);
  CHECK(form("虚构市税务局公告2024年第5号") == Form::of_year);
  CHECK(DocumentNumber::parse("虚构市税务局公告2024年第5号")->year() == 2024);
  CHECK(form("A-12号") == Form::another);
  CHECK(form("鄂府发〔1948〕1号") == Form::another);
  CHECK(form("鄂府发〔2022〕〔103号") == Form::another);
  CHECK(form("虚府〔二〇二一〕六号") == Form::another);
}

TEST_CASE("a number of nearly the usual form is kept, and the usual form is suggested") {
  for (const std::string text :
       {"鄂府发[2022]103号", "鄂府发(2022)103号", "鄂府发（2022）103号", "鄂府发【2022】103号",
        "鄂府发［2022］103号", "鄂府发<2022>103号", "鄂府发[2022]第103号", "鄂府发〔2022〕0103号",
        "鄂府发〔2022〕第00103号", "鄂府发〔2022〕103", "鄂府发 〔2022〕 103 号",
        "鄂府发　〔2022〕103号"}) {
    CAPTURE(text);
    const auto number = DocumentNumber::parse(text);
    REQUIRE(number.has_value());
    CHECK(number->text() == text);
    CHECK(number->form() == DocumentNumber::Form::another);
    CHECK(suggest_document_number(text) == "鄂府发〔2022〕103号");
  }
}

TEST_CASE("what cannot be a number is refused") {
  const std::string long_one = std::string(100, 'a') + "1";
  for (const std::string& text :
       {std::string(), std::string("号"), std::string("无"), std::string("未载明"),
        std::string("鄂府发"), std::string(" 鄂府发〔2022〕103号"),
        std::string("鄂府发〔2022〕103号　"), std::string("鄂府发〔2022〕\n103号"), long_one}) {
    CAPTURE(text);
    CHECK(!DocumentNumber::parse(text).has_value());
  }
  CHECK(suggest_document_number("无").empty());
  // What is suggested can be written.
  CHECK(suggest_document_number("鄂府\x1b发[2022]103号").empty());
}
