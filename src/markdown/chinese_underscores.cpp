// SPDX-License-Identifier: Apache-2.0
#include "markdown/chinese_underscores.h"

#include "base/utf8.h"
#include "markdown/characters.h"
#include "markdown/own_mark.h"

#include <algorithm>
#include <array>

namespace huice::markdown {
namespace {

constexpr std::size_t kPair = 2;

/// What forms count or date in their blanks: __年__月__日, 第__条, 共__页, __万元.
constexpr std::array<std::string_view, 32> kCounted{
    "年", "月", "日", "时", "分", "秒", "条", "款", "项", "章", "页", "号", "期", "次", "份", "元",
    "角", "万", "亿", "个", "人", "名", "户", "家", "岁", "台", "件", "吨", "亩", "％", "字", "届"};

/// What may follow a counted word in a form, besides the next blank, a sign or the end:
/// 第__条第__款, __日前.
constexpr std::array<std::string_view, 7> kGoingOn{"第", "共", "至", "起", "内", "前", "止"};

/// Whether a counted word comes first, and is one: 项 is, in 项目 it is not.
bool counts_a_blank(std::string_view text) {
  for (const std::string_view word : kCounted) {
    if (!text.starts_with(word)) continue;
    std::string_view rest = text.substr(word.size());
    if ((word == "万" || word == "亿") && rest.starts_with("元")) rest.remove_prefix(word.size());
    const bool goes_on =
        std::any_of(kGoingOn.begin(), kGoingOn.end(),
                    [rest](std::string_view next) { return rest.starts_with(next); });
    std::size_t end = 0;
    return rest.empty() || goes_on || class_of(utf8::decode(rest, end)) != CharacterClass::letter;
  }
  return false;
}

struct Run {
  std::size_t at = 0;
  bool may_open = false;
  bool may_close = false;
  bool is_beside_chinese = false;
  bool is_before_counted = false;
};

CharacterClass class_before(std::string_view text, std::size_t at) {
  return at == 0 ? CharacterClass::space : class_of(decode_before(text, at));
}

CharacterClass class_after(std::string_view text, std::size_t at) {
  return at == text.size() ? CharacterClass::space : class_of(utf8::decode(text, at));
}

/// The runs of exactly two underscores in a text.
std::vector<Run> runs_in(std::string_view text, std::string_view blanked) {
  std::vector<Run> runs;
  for (std::size_t at = blanked.find('_'); at != std::string_view::npos;) {
    const std::size_t end = std::min(blanked.find_first_not_of('_', at), blanked.size());
    if (end - at == kPair && !is_escaped(text, at)) {
      const std::string_view rest = text.substr(end);
      Run run;
      run.at = at;
      run.may_open = class_after(text, end) != CharacterClass::space;
      run.may_close = class_before(text, at) != CharacterClass::space;
      run.is_beside_chinese = is_chinese_before(text, at) || is_chinese_after(text, end);
      run.is_before_counted = counts_a_blank(rest);
      runs.push_back(run);
    }
    at = blanked.find('_', end);
  }
  return runs;
}

bool is_phrase(std::string_view text) {
  int chinese = 0;
  for (std::size_t at = 0; at < text.size();) {
    if (is_chinese(utf8::decode(text, at))) ++chinese;
  }
  return chinese > 1 && text.find('|') == std::string_view::npos;
}

}  // namespace

std::vector<Edit> underscore_marks(std::string_view markdown) {
  std::vector<Edit> edits;
  for (std::size_t start = 0; start < markdown.size();) {
    const std::size_t end = std::min(markdown.find('\n', start), markdown.size());
    const std::string_view line = markdown.substr(start, end - start);
    std::vector<Run> runs = runs_in(line, line);
    // Without Chinese beside it a run may be a part of a name.
    std::erase_if(runs, [](const Run& run) { return !run.is_beside_chinese; });
    const bool is_form =
        std::any_of(runs.begin(), runs.end(), [](const Run& run) { return run.is_before_counted; });
    for (std::size_t i = 0; i + 1 < runs.size() && !is_form; ++i) {
      const Run& open = runs[i];
      const Run& close = runs[i + 1];
      const std::string_view between = line.substr(open.at + kPair, close.at - open.at - kPair);
      if (!open.may_open || !close.may_close || !is_phrase(between)) continue;
      std::vector<Edit> marks;
      mark_before(line, open.at, marks);
      mark_after(line, close.at + kPair, marks);
      for (Edit& one : marks) {
        one.at += start;
        edits.push_back(std::move(one));
      }
      ++i;
    }
    start = end + 1;
  }
  return edits;
}

std::vector<Stretch> underscores_alone(std::string_view text, std::string_view blanked) {
  std::vector<Run> open;
  std::vector<Run> alone;
  // Those that are bold have a mark outside, or a blank or another sign.
  std::size_t done = 0;
  for (const Run& run : runs_in(text, blanked)) {
    // A sign | may part two cells of a table, which share no marks.
    if (blanked.substr(done, run.at - done).find('|') != std::string_view::npos) {
      alone.insert(alone.end(), open.begin(), open.end());
      open.clear();
    }
    done = run.at;
    const bool opens = run.may_open && class_before(text, run.at) != CharacterClass::letter;
    const bool closes =
        run.may_close && class_after(text, run.at + kPair) != CharacterClass::letter;
    if (closes && !open.empty()) {
      open.pop_back();
    } else {
      (opens ? open : alone).push_back(run);
    }
  }
  alone.insert(alone.end(), open.begin(), open.end());
  std::vector<Stretch> found;
  for (const Run& run : alone) {
    if (run.is_beside_chinese) found.push_back({run.at, kPair});
  }
  return found;
}

}  // namespace huice::markdown
