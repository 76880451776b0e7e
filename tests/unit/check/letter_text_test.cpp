// SPDX-License-Identifier: Apache-2.0
#include "check/letter_text.h"

#include <doctest/doctest.h>

using namespace huice::check;

namespace {

std::string session(std::string_view text) {
  const auto found = session_in(text);
  if (!found) return "none";
  return std::to_string(found->term) + "/" + std::to_string(found->meeting) + " " +
         std::string(text.substr(found->part.offset, found->part.bytes));
}

std::string numbers(std::string_view text) {
  std::string all;
  for (const NumberNamed& one : proposal_numbers_in(text)) all += one.digits + " ";
  return all;
}

std::string title(std::string_view text) {
  const auto found = proposal_title_in(text);
  return found ? std::string(text.substr(found->offset, found->bytes)) : "none";
}

}  // namespace

TEST_CASE("a session is read in all the ways that letters write it") {
  CHECK(session("市政协五届四次会议") == "5/4 五届四次");
  CHECK(session("第五届委员会第四次会议") == "5/4 五届委员会第四次");
  CHECK(session("市人大十四届三次会议") == "14/3 十四届三次");
  CHECK(session("二十一届一次") == "21/1 二十一届一次");
  CHECK(session("5届4次") == "5/4 5届4次");
}

TEST_CASE("what names no session is none") {
  CHECK(session("") == "none");
  CHECK(session("届次不详") == "none");
  CHECK(session("本届政府一次性奖励") == "none");
  CHECK(session("五届") == "none");
}

TEST_CASE("numbers of proposals are read, document numbers are not") {
  CHECK(numbers("第0261号提案") == "0261 ");
  CHECK(numbers("第 ０２６１ 号提案") == "0261 ");
  CHECK(numbers("第12、15号和第18号建议") == "12 15 18 ");
  CHECK(numbers("示府函〔2021〕第6号、示例市令第262号、公告2024年第5号") == "");
  CHECK(numbers("第一号、第三条、第12期") == "");
}

TEST_CASE("the title of a proposal is found, other titles are not") {
  CHECK(title("您的《关于甲的提案》收悉") == "关于甲的提案");
  CHECK(title("按《示例办法》，您的《关于甲》的提案收悉") == "关于甲");
  CHECK(title("《关于印发示例办法的通知》") == "none");
  CHECK(title("《关于甲的提案") == "none");
  CHECK(title("您的《关于落实〈示例办法〉的提案》收悉") == "关于落实〈示例办法〉的提案");
  CHECK(title("您的《关于落实《示例办法》的提案》收悉") == "关于落实《示例办法》的提案");
  CHECK(title("按《办法》第一条，您的《关于甲的提案》收悉") == "关于甲的提案");
}

TEST_CASE("titles and numbers are compared without what does not count") {
  CHECK(plain_title("关于“甲 乙”的提案（虚构）") == plain_title("关于\"甲乙\"的提案"));
  CHECK(plain_title("关于甲的建议") == plain_title("关于甲"));
  CHECK(plain_title("关于落实〈办法〉的提案") == plain_title("关于落实《办法》的提案"));
  CHECK(plain_title("关于甲的提案") != plain_title("关于乙的提案"));
  CHECK(plain_number("0261") == "261");
  CHECK(plain_number("０２６１") == "261");
  CHECK(plain_number("000") == "000");
  CHECK(plain_number("A12") == "A12");
}
