// SPDX-License-Identifier: Apache-2.0
// One thing, one name: readers of messages, pages and guides meet one word for each thing huice
// speaks of, so that they can search for it.
#include "architecture/repository.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

using namespace huice::architecture;

namespace {

struct Other {
  std::string_view word;                  ///< what is not said …
  std::string_view right;                 ///< … but this
  std::vector<std::string_view> after{};  ///< after these it is part of another word
};

// Every place where a word is written that another one is used for.
std::vector<std::string> found_in(const File& file, const std::vector<Other>& others) {
  std::vector<std::string> found;
  std::size_t number = 0;
  for (const std::string_view line : file.lines()) {
    ++number;
    for (const Other& other : others) {
      for (std::size_t at = line.find(other.word); at != std::string_view::npos;
           at = line.find(other.word, at + 1)) {
        const std::string_view before = line.substr(0, at);
        const bool part =
            std::any_of(other.after.begin(), other.after.end(),
                        [before](std::string_view one) { return before.ends_with(one); });
        if (part) continue;
        found.push_back(huice::architecture::at(
            file, number,
            std::string(other.word) + ", where the word is " + std::string(other.right)));
      }
    }
  }
  return found;
}

}  // namespace

TEST_CASE("messages call each thing by one name") {
  // 由谁承诺 is a verb; 例如 goes before command lines.
  const std::vector<Other> others{{"示例", "算例 or 例如"},
                                  {"手册", "汇编"},
                                  {"企业问卷", "企业情况"},
                                  {"限定符", "限定词"},
                                  {"审核", "核对"},
                                  {"措施", "支持措施", {"支持"}},
                                  {"承诺", "工作承诺", {"工作", "谁"}},
                                  {"\"说明\", \"note\"", "提醒"}};
  std::size_t files = 0;
  for (const File& file : files_under("src/base/messages")) {
    if (file.extension() != ".inc") continue;
    ++files;
    const auto found = found_in(file, others);
    CHECK_MESSAGE(found.empty(), listed(found));
  }
  CHECK(files > 10);
  const File wrong{"a.inc", "有 3 项措施没有示例\n有 3 项支持措施没有算例\n"};
  CHECK(found_in(wrong, others).size() == 2);
}

TEST_CASE("pages count 支持措施 and 工作承诺 by these names") {
  // 兑现承诺 is what an office does.
  const std::vector<Other> others{{"承诺", "工作承诺", {"工作", "兑现"}},
                                  {"项支持\"", "项支持措施"}};
  const std::string path = "templates/i18n/zh-CN.json";
  const auto found = found_in(File{path, text_of(path)}, others);
  CHECK_MESSAGE(found.empty(), listed(found));
  const File wrong{"a.json", "\"{count} 项支持\"\n\"{count} 项承诺\"\n\"{count} 项工作承诺\"\n"};
  CHECK(found_in(wrong, others).size() == 2);
}

TEST_CASE("pages and guides call each thing by one name") {
  const std::vector<Other> others{
      {"手册", "汇编 or 指南"}, {"企业问卷", "企业情况"}, {"限定符", "限定词"}};
  for (const char* path :
       {"templates/i18n/zh-CN.json", "README.zh-CN.md", "docs/cli.zh-CN.md", "docs/check.zh-CN.md",
        "docs/data-guide.zh-CN.md", "docs/diagnostics.zh-CN.md", "docs/cookbook.zh-CN.md"}) {
    const File file{path, text_of(path)};
    CHECK(!file.text.empty());
    const auto found = found_in(file, others);
    CHECK_MESSAGE(found.empty(), listed(found));
  }
}
