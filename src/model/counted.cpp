// SPDX-License-Identifier: Apache-2.0
#include "model/counted.h"

#include "base/ascii.h"
#include "base/choices.h"
#include "base/spelling.h"
#include "base/utf8.h"

#include <algorithm>
#include <vector>

namespace huice::model {
namespace {

constexpr auto kWords = choices<Per>({{"once", Per::once},
                                      {"total", Per::total},
                                      {"year", Per::year},
                                      {"project", Per::project},
                                      {"unclear", Per::unclear}});
constexpr auto kChinese = choices<Per>({{"一次性", Per::once},
                                        {"累计", Per::total},
                                        {"每年", Per::year},
                                        {"每项目", Per::project},
                                        {"每个项目", Per::project},
                                        {"未载明", Per::unclear}});
constexpr std::string_view kEach = "每";
constexpr std::size_t kMostCharacters = 20;

bool has_blank(std::string_view text) {
  const auto blank = [](char c) { return ascii::is_control(c) || c == ' '; };
  return std::any_of(text.begin(), text.end(), blank) || text.find("　") != std::string_view::npos;
}

}  // namespace

std::optional<Counted> Counted::parse(std::string_view text) {
  if (const auto kind = value_of(kWords, text)) return Counted(*kind);
  if (!text.starts_with(kEach) || text.size() == kEach.size() || has_blank(text) ||
      utf8::count(text) > kMostCharacters || value_of(kChinese, text)) {
    return std::nullopt;
  }
  Counted counted(Per::each);
  counted.each_ = text;
  return counted;
}

std::string Counted::text() const {
  return kind_ == Per::each ? each_ : std::string(word_of(kWords, kind_));
}

bool counted_alike(const Counted& a, const Counted& b) {
  if (a == Per::unclear || b == Per::unclear) return true;
  return (a == Per::year) == (b == Per::year) && a.each() == b.each();
}

std::string suggest_counted(std::string_view text) {
  if (const auto kind = value_of(kChinese, text)) return std::string(word_of(kWords, *kind));
  std::vector<std::string_view> words;
  for (const auto& one : kWords) words.push_back(one.word);
  return nearest(text, words);
}

}  // namespace huice::model
