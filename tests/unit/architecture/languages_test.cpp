// SPDX-License-Identifier: Apache-2.0
// Documents that exist in Chinese and in English say the same: the same sections in the same order,
// each with the same code, commands and links.
#include "architecture/repository.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <regex>
#include <set>

using namespace huice::architecture;

namespace {

using Strings = std::vector<std::string>;
using StringSet = std::set<std::string>;

struct Section {
  std::string heading;  ///< with its marks: "## file-not-found"
  StringSet code;       ///< code spans of the prose
  Strings block;        ///< lines of code blocks, without the comments of commands
  StringSet links;      ///< to documents by their English name: docs/cli.zh-CN.md is docs/cli.md
};

// "huice build my-city      # my-city/public" is the command alone: comments have a language.
std::string without_comment(const std::string& line) {
  return line.substr(0, line.find("  #"));
}

void collect(const std::string& text, const std::regex& pattern, StringSet& out) {
  for (std::sregex_iterator it(text.begin(), text.end(), pattern), end; it != end; ++it) {
    out.insert(std::regex_replace(it->str(1), std::regex(R"(\.zh-CN\.md)"), ".md"));
  }
}

class Reader {
 public:
  std::vector<Section> read(const std::string& markdown) {
    std::size_t at = 0;
    while (at < markdown.size()) {
      const std::size_t end = std::min(markdown.find('\n', at), markdown.size());
      line(markdown.substr(at, end - at));
      at = end + 1;
    }
    finish();
    return std::move(sections_);
  }

 private:
  void line(const std::string& line) {
    if (line.starts_with("```")) {
      // What the program prints is in the reader's language.
      in_output_ = fence_.empty() && line == "```text";
      fence_ = fence_.empty() ? line : std::string{};
    } else if (!fence_.empty() || line.starts_with("    ")) {
      if (!in_output_) sections_.back().block.push_back(without_comment(line));
    } else if (line.starts_with("#")) {
      finish();
      sections_.push_back({line, {}, {}, {}});
    } else {
      prose_ += line + " ";
    }
  }

  void finish() {
    static const std::regex code(R"(`([^`]+)`)");
    static const std::regex link(R"(\]\(([^)\s]+)\))");
    if (!sections_.empty()) {
      collect(prose_, code, sections_.back().code);
      collect(prose_, link, sections_.back().links);
    }
    prose_.clear();
  }

  std::vector<Section> sections_;
  std::string prose_;
  std::string fence_;
  bool in_output_ = false;
};

// Headings made of code are the same in both languages; of others only the level is compared.
bool same_heading(const std::string& english, const std::string& chinese) {
  const bool code = std::all_of(chinese.begin(), chinese.end(),
                                [](char c) { return static_cast<unsigned char>(c) < 0x80; });
  if (code) return english == chinese;
  return english.find(' ') == chinese.find(' ');
}

std::string difference(const StringSet& english, const StringSet& chinese) {
  Strings only;
  std::set_symmetric_difference(english.begin(), english.end(), chinese.begin(), chinese.end(),
                                std::back_inserter(only));
  std::string out;
  for (const std::string& one : only) {
    out += (english.contains(one) ? " only in English: " : " only in Chinese: ") + one;
  }
  return out;
}

Strings differences(const std::string& english, const std::string& chinese) {
  const std::vector<Section> one = Reader().read(english);
  const std::vector<Section> other = Reader().read(chinese);
  Strings out;
  for (std::size_t i = 0; i < std::min(one.size(), other.size()); ++i) {
    if (!same_heading(one[i].heading, other[i].heading)) {
      out.push_back("“" + one[i].heading + "” where the Chinese has “" + other[i].heading + "”");
      return out;
    }
    const std::string spans = difference(one[i].code, other[i].code);
    if (!spans.empty()) out.push_back(one[i].heading + ": code" + spans);
    const std::string links = difference(one[i].links, other[i].links);
    if (!links.empty()) out.push_back(one[i].heading + ": links" + links);
    if (one[i].block != other[i].block)
      out.push_back(one[i].heading + ": code blocks\n" + listed(one[i].block) + "\nagainst\n" +
                    listed(other[i].block));
  }
  if (one.size() != other.size())
    out.push_back(std::to_string(one.size()) + " sections in English, " +
                  std::to_string(other.size()) + " in Chinese");
  return out;
}

std::string english_of(const std::string& chinese) {
  return chinese.substr(0, chinese.size() - std::string(".zh-CN.md").size()) + ".md";
}

std::vector<File> chinese_documents() {
  std::vector<File> out;
  for (File& file : files_under("docs")) {
    if (file.path.ends_with(".zh-CN.md")) out.push_back(std::move(file));
  }
  out.push_back({"README.zh-CN.md", text_of("README.zh-CN.md")});
  return out;
}

}  // namespace

TEST_CASE("a document in Chinese has the sections, code, commands and links of its English twin") {
  StringSet compared;
  for (const File& chinese : chinese_documents()) {
    const std::string english = english_of(chinese.path);
    compared.insert(english);
    // The data guide's twins are written from one table (tests/unit/model/data_guide_test.cpp);
    // their words are the table's.
    // The cookbook is about the wording of Chinese texts, and has no twin;
    // tests/scripts/cookbook.py runs it.
    if (english == "docs/data-guide.md" || english == "docs/cookbook.md") continue;
    CAPTURE(chinese.path);
    const Strings found = differences(text_of(english), chinese.text);
    INFO(listed(found));
    CHECK(found.empty());
  }
  for (const std::string document :
       {"README.md", "docs/cli.md", "docs/data-guide.md", "docs/diagnostics.md"}) {
    CHECK_MESSAGE(compared.contains(document), document, " is not there in Chinese");
  }
}

TEST_CASE("links of a Chinese document lead to Chinese documents where there are any") {
  static const std::regex link(R"(\]\(([^)\s:#]+\.md)\))");
  for (const File& chinese : chinese_documents()) {
    CAPTURE(chinese.path);
    const std::string folder = chinese.path.starts_with("docs/") ? "docs/" : "";
    for (std::sregex_iterator it(chinese.text.begin(), chinese.text.end(), link), end; it != end;
         ++it) {
      const std::string target = it->str(1);
      const bool own_twin = folder + target == english_of(chinese.path);
      const std::string twin = target.substr(0, target.size() - 3) + ".zh-CN.md";
      CHECK_MESSAGE(exists(folder + target), target, " does not exist");
      CHECK_MESSAGE((own_twin || !exists(folder + twin)), target, " has a Chinese twin");
    }
  }
}

TEST_CASE("a section, code span, command or link that one language lacks is found") {
  const std::string english =
      "# A\n\nSee [x](x.md).\n\n## one-code\n\n`a` and `b`.\n\n```\nrun it  # now\n```\n";
  const std::string chinese =
      "# 甲\n\n见 [x](x.zh-CN.md)。\n\n## one-code\n\n`b` 和 `a`。\n\n```\nrun it  # 现在\n```\n";
  const auto changed = [&chinese](const std::string& from, const std::string& to) {
    std::string text = chinese;
    return text.replace(text.find(from), from.size(), to);
  };
  CHECK(differences(english, chinese).empty());
  CHECK(differences(english, changed("`a`", "a")) ==
        Strings{"## one-code: code only in English: a"});
  CHECK(differences(english, changed("x.zh-CN.md", "y.md")).size() == 1);
  CHECK(differences(english, changed("run it", "run that")).size() == 1);
  CHECK(differences(english, changed("## one-code", "## another-code")).size() == 1);
  CHECK(differences(english, changed("# 甲", "## 甲")).size() == 1);
  CHECK(differences(english, chinese + "\n## more\n") ==
        Strings{"2 sections in English, 3 in Chinese"});
  CHECK(differences(english, chinese + "\n```text\n所印的内容\n```\n").empty());
}
