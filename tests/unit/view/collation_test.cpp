// SPDX-License-Identifier: Apache-2.0
#include "view/collation.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace {

std::vector<std::string> sorted(std::vector<std::string> names) {
  huice::view::sort_by_pinyin(names, [](const std::string& name) { return name; });
  return names;
}

}  // namespace

TEST_CASE("names with two readings are sorted by the one that they have") {
  using Names = std::vector<std::string>;
  CHECK(sorted({"郑州", "长沙", "沧州", "承德"}) == Names{"沧州", "长沙", "承德", "郑州"});
  CHECK(sorted({"泰安", "单县", "大连", "沙河"}) == Names{"大连", "沙河", "单县", "泰安"});
  CHECK(sorted({"尉犁", "伊宁", "乌苏", "于田"}) == Names{"乌苏", "伊宁", "于田", "尉犁"});
  CHECK(sorted({"曾小明", "张三", "陈五", "赵四"}) == Names{"陈五", "曾小明", "张三", "赵四"});
  CHECK(sorted({"曾用名", "张三", "陈五"}) == Names{"曾用名", "陈五", "张三"});
}

TEST_CASE("numbers in names are sorted by their size") {
  CHECK(sorted({"10号楼", "2号楼", "1号楼"}) ==
        std::vector<std::string>{"1号楼", "2号楼", "10号楼"});
}
