// SPDX-License-Identifier: Apache-2.0
//
// What holds for every page of the shipped data.
#include "pages/rendered_site.h"

#include <doctest/doctest.h>

#include <array>

using namespace huice;
using namespace huice::test;

namespace {

bool is_word_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
         c == '-';
}

// Whether `text` holds `word` as a word of its own.
bool has_word(const std::string& text, std::string_view word) {
  for (std::size_t at = text.find(word); at != std::string::npos; at = text.find(word, at + 1)) {
    const std::size_t end = at + word.size();
    const bool open = at == 0 || !is_word_character(text[at - 1]);
    if (open && (end == text.size() || !is_word_character(text[end]))) return true;
  }
  return false;
}

// The text without what is between `open` and `close`.
std::string without(std::string text, std::string_view open, std::string_view close) {
  for (std::size_t at = text.find(open); at != std::string::npos; at = text.find(open, at)) {
    const std::size_t end = text.find(close, at + open.size());
    text.erase(at, end == std::string::npos ? end : end + close.size() - at);
  }
  return text;
}

const std::map<std::string, std::string>& shipped() {
  static RenderedSite site("");
  static const std::map<std::string, std::string> pages = site.render();
  return pages;
}

}  // namespace

TEST_CASE("no page of the shipped data shows what only a program would say") {
  std::size_t pages = 0;
  for (const auto& entry : shipped()) {
    const auto& path = entry.first;
    const auto& text = entry.second;
    if (path.starts_with("assets/")) continue;
    ++pages;
    const std::string said = without(without(text, "<code", "</code>"), "<script", "</script>");
    for (const std::string_view word : {"undefined", "None", "null", "NaN", "true", "false"}) {
      const bool attribute = word == "true" || word == "false";  // aria-hidden="true"
      const bool bad = attribute ? said.find(">" + std::string(word) + "<") != std::string::npos
                                 : has_word(said, word);
      CHECK_MESSAGE(!bad, path << " says " << word);
    }
    for (const char* mark : {"{{", "{%", "fact:", "amount:", "cite:", "[object"}) {
      CHECK_MESSAGE(said.find(mark) == std::string::npos, path << " shows " << mark);
    }
  }
  CHECK(pages > 100);
}

TEST_CASE("no page of the shipped data shows the key of a word instead of the word") {
  RenderedSite site("");
  for (const auto& entry : shipped()) {
    const auto& path = entry.first;
    const auto& text = entry.second;
    if (path.starts_with("assets/")) continue;
    for (const std::string& key : site.words().keys()) {
      if (key.find('.') == std::string::npos) continue;
      CHECK_MESSAGE(!has_word(text, key), path << " shows " << key);
    }
  }
}

TEST_CASE("every page is a link target that its own links can reach: anchors exist") {
  std::size_t links = 0;
  for (const auto& entry : shipped()) {
    const auto& path = entry.first;
    const auto& text = entry.second;
    if (!path.ends_with(".html")) continue;
    for (std::size_t at = text.find("href=\"#"); at != std::string::npos;
         at = text.find("href=\"#", at + 1)) {
      const std::size_t start = at + 7;
      const std::string id = text.substr(start, text.find('"', start) - start);
      ++links;
      CHECK_MESSAGE(text.find("id=\"" + id + "\"") != std::string::npos, path << "#" << id);
    }
  }
  CHECK(links > 100);
}
