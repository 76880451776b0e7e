// SPDX-License-Identifier: Apache-2.0
// Every message in both languages: tests/cases/messages holds each with its slots' names in 〈 〉,
// for people to read and compare. HUICE_UPDATE_GOLDEN=1 writes the two files anew.
#include "base/diagnostic.h"
#include "base/files.h"
#include "base/slots.h"
#include "paths.h"

#include <doctest/doctest.h>

#include <cstdlib>
#include <set>

using namespace huice;

namespace {

std::vector<Argument> named_slots(const Entry& entry) {
  std::vector<Argument> made;
  for (SlotNames names(entry.slots); const auto name = names.next();) {
    made.emplace_back("〈" + std::string(*name) + "〉");
  }
  return made;
}

std::string all_messages(Language language) {
  std::string out =
      "# Written by tests/unit/base/messages_test.cpp. One file a language, to be read "
      "through.\n\n";
  for (const Code code : all_codes()) {
    const Diagnostic one = problem(Message{code, named_slots(*code.entry)});
    out += format_diagnostic(one, language) + "\n";
  }
  for (const Entry* phrase : all_phrases()) {
    out += Argument(phrase->message, phrase->slots, named_slots(*phrase)).in(language) + "\n";
  }
  return out;
}

bool has_han(std::string_view text) {
  for (const char c : text) {
    if (static_cast<unsigned char>(c) >= 0xE3) return true;
  }
  return false;
}

}  // namespace

TEST_CASE("every message says what it should in Chinese and in English") {
  RealFileSystem files;
  for (const auto& [name, language] : {std::pair{"/tests/cases/messages/zh-CN.txt", Language::zh},
                                       std::pair{"/tests/cases/messages/en.txt", Language::en}}) {
    const std::string path = source_path(name);
    CAPTURE(path);
    const std::string made = all_messages(language);
    // NOLINTNEXTLINE(concurrency-mt-unsafe): no thread changes the environment
    if (std::getenv("HUICE_UPDATE_GOLDEN") != nullptr) {
      REQUIRE(files.remove(path));
      REQUIRE(files.create(path, made));
    }
    const auto expected = files.read(path);
    REQUIRE(expected.ok());
    CHECK(made == expected.value());
  }
}

TEST_CASE("a message exists in both languages, and so does its hint") {
  std::set<std::string_view> slugs;
  for (const Code code : all_codes()) {
    CAPTURE(code.slug());
    const Entry& entry = *code.entry;
    CHECK(slugs.insert(code.slug()).second);
    CHECK(has_han(entry.message.zh));
    CHECK_FALSE(entry.message.en.empty());
    CHECK(entry.hint.zh.empty() == entry.hint.en.empty());
  }
}

TEST_CASE("of two forms the first is printed where the slot is filled with 1") {
  const auto say = [](std::string_view wording, const Argument& count) {
    return filled(wording, "(count)", {count}, Language::en);
  };
  constexpr std::string_view wording = "{count} {count:row is|rows are} hidden";
  CHECK(say(wording, 1) == "1 row is hidden");
  CHECK(say(wording, 0) == "0 rows are hidden");
  CHECK(say(wording, 21) == "21 rows are hidden");
  CHECK(say("{count:|no }end", 1) == "end");
  CHECK(say("{count:a} {count:a|} {1|2} {a:b", 1) == "{count:a} {count:a|} {1|2} {a:b");
  CHECK(slots_agree("(count)", wording, ""));
  CHECK_FALSE(slots_agree("(other)", wording, ""));
}

TEST_CASE("a message of a code takes what its slots name") {
  const Code code = all_codes().front();
  CHECK(Message::of(code, {{"unused", 3}}).arguments.empty());
}
