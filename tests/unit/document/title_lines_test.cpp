// SPDX-License-Identifier: Apache-2.0
// Titles in lines: cut by sense, never inside what belongs together.
#include "document/letter.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <numeric>
#include <string>
#include <vector>

using huice::document::title_lines;
using Lines = std::vector<std::string>;

TEST_CASE("a title that fits is one line, and no title none") {
  CHECK(title_lines("关于市政协提案的答复函", 20) == Lines{"关于市政协提案的答复函"});
  CHECK(title_lines("", 20) == Lines{""});
}

TEST_CASE("a title of a reply is cut after its office, and between the meeting and the number") {
  CHECK(title_lines("鄂尔多斯市人民政府关于市政协五届一次会议第188号提案的答复函", 20) ==
        Lines{"鄂尔多斯市人民政府", "关于市政协五届一次会议", "第188号提案的答复函"});
  CHECK(title_lines("临河市农牧局关于市七届人大三次会议第16号建议的会办意见", 20) ==
        Lines{"临河市农牧局关于市七届人大三次会议", "第16号建议的会办意见"});
  CHECK(title_lines("临河市人民政府关于市七届人大三次会议第16号建议的答复", 20) ==
        Lines{"临河市人民政府", "关于市七届人大三次会议", "第16号建议的答复"});
}

TEST_CASE("several numbers are cut at their mark, and no number is parted from its word") {
  CHECK(
      title_lines("鄂尔多斯市人民政府关于市政协五届一次会议第188号、第190号、第0261号提案的答复函",
                  20) ==
      Lines{"鄂尔多斯市人民政府关于市政协五届一次会议", "第188号、第190号、第0261号提案的答复函"});
}

TEST_CASE("a title in marks stays whole where it fits a line") {
  CHECK(title_lines("关于印发《鄂尔多斯市支持中小企业若干措施》的通知", 20) ==
        Lines{"关于印发", "《鄂尔多斯市支持中小企业若干措施》的通知"});
}

TEST_CASE("a line holds no more than it may, whatever the title, however long") {
  const std::string unbroken = "甲乙丙丁戊己庚辛壬癸甲乙丙丁戊己庚辛壬癸甲乙丙丁戊己庚辛壬癸";
  std::string title;
  for (const std::size_t times : {1U, 10U, 11U, 10'000U}) {
    while (title.size() < times * unbroken.size()) title += unbroken;
    const Lines lines = title_lines(title, 8);
    const bool all_fit = std::all_of(lines.begin(), lines.end(),
                                     [](const std::string& line) { return line.size() <= 8 * 3; });
    CHECK(all_fit);
    CHECK(std::accumulate(lines.begin(), lines.end(), std::string()) == title);
  }
}
