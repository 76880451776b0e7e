// SPDX-License-Identifier: Apache-2.0
// Sentences that readers of the site see are in templates/i18n: no template and no code that makes
// pages, tables or letters holds Chinese of its own, but for notation.
#include "architecture/repository.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <set>

using namespace huice::architecture;

namespace {

/// Files whose Chinese is notation that people write in records and rosters, or the official form
/// of numbers and dates.
const std::map<std::string, std::string>& notation() {
  static const std::map<std::string, std::string> files{
      {"ask_words.h", "words of every ask, as proposers write them"},
      {"answers.h", "parts of a recognition, as rosters name them"},
      {"answers.cpp", "answers as rosters write them: 是, 无, 国家级, 首次认定"},
      {"backcheck.cpp", "至 between two values, as texts write a range"},
      {"command_line.cpp", "names of columns and verdicts in the program's own help"},
      {"comparison.cpp", "个百分点, the unit of a difference of shares"},
      {"cells.cpp", "cells of rosters: 是, 无, 年, 企业"},
      {"constants.cpp", "quotation marks around a constant"},
      {"collation.cpp", "names with another reading than dictionaries put first"},
      {"roster_layout.cpp", "how rows of totals and remarks begin: 合计, 注"},
      {"roster.cpp", "units in a roster's header; names for columns that have none"},
      {"vocabulary.cpp", "what lines of the condition language call the parts of a recognition"},
      {"typing.cpp", "how a sum is written, in a message that asks for its unit"},
      {"working.cpp", "分, where a sum has no other unit; 至 between two sums"},
      {"component.cpp", "每笔贷款, which an estimate of interest is of"},
      {"limits.cpp", "其他情形, the case of a bound that has no case of its own"},
      {"han_number.cpp", "numbers in Chinese characters (GB/T 15835)"},
      {"numerals.cpp", "numbers of chapters and articles: 第一章, 一、, （一）"},
      {"line_signs.h", "signs that no line begins or ends with"},
      {"names.h", "names of styles in Word"},
      {"office_look.cpp", "names of fonts"},
      {"dates.cpp", "dates and spans of dates: 2026年3月5日至9日"},
      {"shares.cpp", "个百分点"},
      {"money.cpp", "元, 万元, 亿元"},
      {"font_faces.cpp", "names of fonts"},
      {"letter_words.h", "签发人 and its colon, as letters print them"},
      {"letter_words.cpp", "words and numerals by which the parts of a letter are known"},
      {"title_lines.cpp", "where a title may be cut: before 关于, after 会议"},
      {"typst_letter.cpp", "the colon after 附件"},
      {"write_typst.cpp", "the signs of a document number: 〔2022〕103号"},
      {"comparison_frame.cpp", "印发 after a day"},
      {"new_words.cpp", "万 and 亿 of figures, numbers of headings, signs of names of documents"},
      {"wording.cpp", "the mark after an article's number: 十五、"},
  };
  return files;
}

// U+3000–303F and U+FF00–FFEF (punctuation), U+4E00–9FFF (characters).
bool is_chinese(unsigned code) {
  return (code >= 0x3000 && code <= 0x303F) || (code >= 0x4E00 && code <= 0x9FFF) ||
         (code >= 0xFF00 && code <= 0xFFEF);
}

bool has_chinese(std::string_view text) {
  for (std::size_t i = 0; i + 2 < text.size(); ++i) {
    const auto byte = [&](std::size_t at) { return static_cast<unsigned char>(text[at]); };
    if (byte(i) >> 4U != 0xEU) continue;
    const unsigned code =
        ((byte(i) & 0xFU) << 12U) | ((byte(i + 1) & 0x3FU) << 6U) | (byte(i + 2) & 0x3FU);
    if (is_chinese(code)) return true;
  }
  return false;
}

// The string literals of a line, up to a comment.
std::vector<std::string> literals(std::string_view line) {
  std::vector<std::string> out;
  std::size_t open = std::string_view::npos;
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (open == std::string_view::npos && line.substr(i, 2) == "//") break;
    if (line[i] == '\\') {
      ++i;
    } else if (line[i] == '"' && open == std::string_view::npos) {
      open = i;
    } else if (line[i] == '"') {
      out.emplace_back(line.substr(open + 1, i - open - 1));
      open = std::string_view::npos;
    }
  }
  return out;
}

std::vector<std::string> chinese_in_code(const std::vector<File>& files) {
  static const std::set<std::string> folders{"derive", "document", "match", "render",  "view",
                                             "pages",  "cli",      "prose", "publish", "project"};
  std::vector<std::string> out;
  for (const File& file : files) {
    const std::size_t slash = file.path.find('/', 4);
    if (!file.path.starts_with("src/") || slash == std::string::npos) continue;
    const bool is_code = file.extension() == ".cpp" || file.extension() == ".h";
    if (!is_code || !folders.contains(file.path.substr(4, slash - 4))) continue;
    if (notation().contains(file.name())) continue;
    std::size_t number = 0;
    for (const std::string_view line : file.lines()) {
      ++number;
      for (const std::string& text : literals(line)) {
        if (has_chinese(text)) out.push_back(at(file, number, "“" + text + "”"));
      }
    }
  }
  return out;
}

std::vector<std::string> chinese_in_templates(const std::vector<File>& files) {
  std::vector<std::string> out;
  for (const File& file : files) {
    // A new project's records and notes are its own.
    const bool is_data = file.path.starts_with("templates/i18n/") ||
                         file.path.starts_with("templates/project/") ||
                         file.path.starts_with("templates/empty/");
    if (is_data || !file.path.starts_with("templates/")) continue;
    std::size_t number = 0;
    for (const std::string_view line : file.lines()) {
      ++number;
      if (has_chinese(line)) out.push_back(at(file, number, std::string(line)));
    }
  }
  return out;
}

}  // namespace

TEST_CASE("code that makes what readers see holds no Chinese but notation") {
  const std::vector<std::string> found = chinese_in_code(files_under("src"));
  INFO(listed(found));
  CHECK(found.empty());
}

TEST_CASE("templates hold no Chinese of their own") {
  const std::vector<std::string> found = chinese_in_templates(files_under("templates"));
  INFO(listed(found));
  CHECK(found.empty());
}

TEST_CASE("planted Chinese is found in code and templates, not in comments and notation") {
  const auto in_code = [](const std::string& path, const std::string& text) {
    return chinese_in_code({{path, text}}).size();
  };
  CHECK(in_code("src/view/a.cpp", "auto a = \"最高\" + x;  // 最高\n") == 1);
  CHECK(in_code("src/cli/a.cpp", "text += \"，\";\n") == 1);
  CHECK(in_code("src/cli/a.cpp", "// \"最高\"\nauto a = \"\\\"\" /* b */;\n") == 0);
  CHECK(in_code("src/view/dates.cpp", "out += \"年\";\n") == 0);
  CHECK(in_code("src/model/a.cpp", "out += \"年\";\n") == 0);
  CHECK(chinese_in_templates({{"templates/site/a.html", "<p>首页</p>\n"}}).size() == 1);
  CHECK(chinese_in_templates({{"templates/i18n/zh-CN.json", "\"首页\"\n"}}).empty());
}
