// SPDX-License-Identifier: Apache-2.0
//
// What is not on record is said once: on no page of the shipped data is one sentence there more
// than three times, and a tenth of its characters at most are words for what is unknown.
#include "pages/rendered_site.h"

#include <doctest/doctest.h>

#include <map>
#include <regex>

using namespace huice;
using namespace huice::test;

namespace {

constexpr std::size_t kRepeats = 3;

std::string main_text(const std::string& html) {
  const std::size_t from = html.find("<main");
  const std::size_t to = html.find("</main>");
  static const std::regex blocks("</?(p|div|li|dd|dt|td|th|h[1-6]|summary|section|article)[^>]*>");
  static const std::regex tags("<[^>]*>");
  static const std::regex blanks("[ \\t]+");
  std::string text = std::regex_replace(html.substr(from, to - from), blocks, "\n");
  text = std::regex_replace(text, tags, "");
  return std::regex_replace(text, blanks, "");
}

std::size_t characters(const std::string& text) {
  std::size_t count = 0;
  for (const char c : text) count += (static_cast<unsigned char>(c) & 0xC0U) != 0x80U ? 1 : 0;
  return count;
}

// Sentences that tell of what is unknown, each with how often it is there.
std::map<std::string, std::size_t> silences(const std::string& text) {
  static const std::regex sentence("[^\\n]*?(。|\\n)");
  std::map<std::string, std::size_t> found;
  for (std::sregex_iterator at(text.begin(), text.end(), sentence), end; at != end; ++at) {
    const std::string said = at->str();
    const bool silent = has(said, "未载明") || has(said, "未收录") || has(said, "未指明");
    if (silent && characters(said) > 8) ++found[said];
  }
  return found;
}

std::size_t noise(const std::string& text) {
  std::size_t count = 0;
  for (const std::string_view word : {"未载明", "待核"}) {
    for (std::size_t at = text.find(word); at != std::string::npos; at = text.find(word, at + 1))
      count += characters(std::string(word));
  }
  return count;
}

}  // namespace

TEST_CASE("no page of the shipped data exceeds its budget of words for what is unknown") {
  RenderedSite site("", "2026-11-29");
  std::size_t pages = 0;
  for (const auto& [path, html] : site.render()) {
    if (!path.ends_with(".html")) continue;
    ++pages;
    const std::string text = main_text(html);
    CHECK_MESSAGE(noise(text) * 10 <= characters(text), path);
    // A mark beside a name is no sentence: a book names its texts in every chapter.
    static const std::regex marks("<span class=\"mark[^>]*>[^<]*</span>");
    for (const auto& [said, times] : silences(main_text(std::regex_replace(html, marks, "")))) {
      CHECK_MESSAGE(times <= kRepeats, path << " says " << times << " times: " << said);
    }
  }
  CHECK(pages > 150);
  // What it counts.
  CHECK(silences("甲未载明的有几项。\n甲未载明的有几项。\n").begin()->second == 2);
  CHECK(noise("进展未载明，待核") == 5);
}
