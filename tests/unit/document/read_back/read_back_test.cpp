// SPDX-License-Identifier: Apache-2.0
#include "base/messages/document.h"
#include "document/read_back/alignment.h"
#include "document/read_back/field_prose.h"
#include "document/read_back/new_words.h"

#include <doctest/doctest.h>

using namespace huice;
using namespace huice::document;
using namespace huice::document::read_back;

namespace {

FieldProse prose(const std::string& markdown) {
  return {model::Prose{markdown, {}}, model::Library()};
}

NewLeaf old_leaf(int leaf) {
  return {.leaf = leaf, .runs = {}, .rows = {}, .level = 0};
}

NewLeaf with_words(int leaf, const std::string& words) {
  return {.leaf = leaf, .runs = Runs{{.text = words}}, .rows = {}, .level = 0};
}

std::string changed(const std::string& markdown, const std::vector<NewLeaf>& leaves) {
  return prose(markdown).changed(leaves).value_or("(none)");
}

}  // namespace

TEST_CASE("characters of two texts are aligned by the longest sequence that both have") {
  CHECK(align(U"甲乙丙丁", U"甲丙新丁") == std::vector<int>{0, -1, 1, 3});
  CHECK(align(U"", U"甲").empty());
  CHECK(align(U"甲甲", U"甲") == std::vector<int>{0, -1});
  CHECK(likeness(U"甲乙", U"甲乙") == 1);
  CHECK(likeness(U"甲乙", U"丙丁") == 0);
  CHECK(likeness(U"甲乙丙", U"甲丙") > 0.7);
  CHECK(longest_growing({3, 0, 1, 5, 2}) == std::vector<std::size_t>{1, 2, 4});
  CHECK(longest_growing({}).empty());
}

TEST_CASE("figures are the same where number, power and unit are, however they are written") {
  CHECK(is_same_figure("69.98亿元", "699800万元"));
  CHECK(is_same_figure("一次性10万元", "一次性 100,000 元"));
  CHECK(is_same_figure("12.50%", "12.5％"));
  CHECK(is_same_figure("５８家", "58家"));
  CHECK_FALSE(is_same_figure("69.98亿元", "69.98万元"));
  CHECK_FALSE(is_same_figure("58家", "58户"));
  CHECK_FALSE(is_same_figure("10万元", "每年10万元"));
  CHECK_FALSE(is_same_figure("5个百分点", "5%"));
  CHECK_FALSE(is_same_figure("甲", "甲"));
}

TEST_CASE("of a changed field all bytes stay but those of the changed paragraph") {
  const std::string text = "甲  \n乙\n\n\n丙**丁**\n\n1. 一\n2. 二\n";
  CHECK(changed(text, {old_leaf(0), old_leaf(1), old_leaf(2), old_leaf(3)}) == text);
  CHECK(changed(text, {old_leaf(0), old_leaf(1), with_words(2, "新"), old_leaf(3)}) ==
        "甲  \n乙\n\n\n丙**丁**\n\n1. 新\n2. 二\n");
  CHECK(changed(text, {old_leaf(0), old_leaf(2), old_leaf(3)}) == "甲  \n乙\n\n1. 一\n2. 二");
  CHECK(changed(text, {old_leaf(1), old_leaf(0), old_leaf(3)}) == "丙**丁**\n\n甲  \n乙\n\n1. 二");
  CHECK(changed(text, {old_leaf(0), old_leaf(1), old_leaf(2), with_words(-1, "间"), old_leaf(3)}) ==
        "甲  \n乙\n\n\n丙**丁**\n\n1. 一\n2. 间\n3. 二");
}

TEST_CASE("words that Markdown takes for markup are escaped, and what cannot be is refused") {
  CHECK(changed("甲", {with_words(0, "# *乙* [丙](丁)")}) == "\\# \\*乙\\* \\[丙\\](丁)");
  CHECK(changed("甲", {with_words(0, "1. 乙")}) == "1\\. 乙");
  CHECK(changed("甲", {with_words(0, "{{ fact('none') }}")}) == "(none)");
  CHECK(changed("> 甲\n\n乙", {old_leaf(1)}) == "(none)");
  CHECK(changed("> 甲\n\n乙", {old_leaf(0), with_words(1, "丙")}) == "> 甲\n\n丙");
}

TEST_CASE("numbers before headings and items are no words of the record") {
  CHECK(without_label("一、甲", "一、") == "甲");
  CHECK(without_label("二、甲", "一、") == "甲");
  CHECK(without_label("12.甲", "1.") == "甲");
  CHECK(without_label("　　甲 ", "") == "甲");
  CHECK(without_label("一是甲", "一、") == "一是甲");
  CHECK(without_label("2025年", "1.") == "2025年");
}

TEST_CASE("a field that is not where it should be is to be written by hand") {
  CHECK(
      format_diagnostic(problem(msg::letter_read_by_hand{.field = "reply/number", .file = "a.json"},
                                Location::of_file("a.json")),
                        Language::en) ==
      "a.json: error[letter-read-by-hand]: reply/number was not written: its place in a.json was "
      "not found\n  hint: correct the record by hand\n");
  CHECK(format_diagnostic(
            problem(msg::letter_read_comment{.author = "甲", .text = "乙", .words = "丙"},
                    Location::of_file("a.docx")),
            Language::en) == "a.docx: note[letter-read-comment]: 甲 comments “乙” at “丙”\n");
}
