// SPDX-License-Identifier: Apache-2.0
#include "base/diagnostic.h"

#include "base/messages/files.h"

#include <doctest/doctest.h>

#include <string>
#include <thread>
#include <vector>

using namespace huice;

namespace {

std::string repeated(std::string_view text, std::size_t times) {
  std::string out;
  for (std::size_t i = 0; i < times; ++i) out += text;
  return out;
}

std::string unreadable(const Argument& reason) {
  return message_of(problem(msg::file_unreadable{.reason = reason}), Language::en);
}

Diagnostic at_line(std::uint32_t line) {
  return problem(msg::nul_byte{}, Location{"f", line, 1, 1, {}});
}

}  // namespace

TEST_CASE("a message repeats a text up to its limit, and of a longer one so many characters") {
  for (const std::string_view character : {"9", "惠", "😀"}) {
    const std::string longest = repeated(character, kLongestText);
    CHECK(unreadable(longest) == "cannot be read: " + longest);
    CHECK(unreadable(longest + "9") == "cannot be read: " + longest + "…");
    CHECK(unreadable(longest + repeated("惠", 300000)) == "cannot be read: " + longest + "…");
  }
  const std::string bytes(1000, '\x80');  // no characters, so each of them counts
  CHECK(unreadable(bytes) == unreadable(std::string(5000, '\x80')));
}

TEST_CASE("texts within phrases and lists are cut too, and a list ends after as many as are read") {
  const std::string longer = repeated("惠", kLongestText + 1);
  const std::string cut = repeated("惠", kLongestText) + "…";
  CHECK(unreadable(msg::others_words{.text = longer}) == "cannot be read: " + cut);
  CHECK(unreadable(Argument::list(std::vector{longer, longer})) ==
        "cannot be read: " + cut + ", " + cut);
  const std::vector<std::string> hundreds(100, std::string(kLongestList / 100, 'a'));
  const std::string shown = unreadable(Argument::list(hundreds));
  CHECK(shown.size() == std::string_view("cannot be read: ").size() + kLongestList + 99 * 2);
  std::vector<std::string> more = hundreds;
  more.emplace_back("b");
  CHECK(unreadable(Argument::list(more)) == shown + ", …");
  more.resize(100000, "b");
  CHECK(unreadable(Argument::list(more)) == shown + ", …");
}

TEST_CASE("steps on the way to a problem are bounded in number and length") {
  Diagnostic found = at_line(1);
  found.suggestion = std::string(kLongestText + 1, 'a');
  for (std::size_t i = 0; i < kMostTraces + 5; ++i) {
    found.traces.push_back({std::string(1000, 'a'), Location{"f", 2, 1, 1, {}}});
  }
  Diagnostics problems;
  problems.add(found);
  const Diagnostic kept = problems.sorted().front();
  CHECK(kept.suggestion.empty());
  CHECK(kept.traces.size() == kMostTraces);
  CHECK(kept.traces.front().text.in(Language::en) == std::string(kLongestText, 'a') + "…");
}

TEST_CASE("problems that are not listed are counted up to a limit, in any order of arrival") {
  const auto note_of = [](const Diagnostics& problems) {
    return message_of(problems.sorted().back(), Language::en);
  };
  constexpr auto kMost = static_cast<std::uint32_t>(kMostListed + kMostCounted);
  Diagnostics exactly;
  for (std::uint32_t line = kMost; line > 0; --line) exactly.add(at_line(line));
  for (std::uint32_t line = 1; line <= kMost; ++line) exactly.add(at_line(line));
  CHECK(exactly.count(Severity::error) == kMost);
  CHECK(exactly.counts_all(Severity::error));
  CHECK(note_of(exactly) == "has 100000 more problems; only 1000 of a file are listed");

  Diagnostics parts;
  const auto half = [&parts](std::uint32_t first) {
    Diagnostics mine;
    for (std::uint32_t line = first; line <= kMost + 1; line += 2) mine.add(at_line(line));
    parts.add_all(mine);
  };
  std::thread other([&half] { half(2); });
  half(1);
  other.join();
  CHECK(parts.count(Severity::error) == kMost);
  CHECK(!parts.counts_all(Severity::error));
  CHECK(parts.counts_all(Severity::warning));
  CHECK(note_of(parts) == "has 100000+ more problems; only 1000 of a file are listed");
  CHECK(parts.sorted()[kMostListed - 1].where.line == kMostListed);
}
