// SPDX-License-Identifier: Apache-2.0
// Programs that run beside huice: what they answer, and that nothing waits for them for ever.
#include "base/programs.h"

#include "base/base64.h"

#include <doctest/doctest.h>

#include <cerrno>

using namespace huice;
using Outcome = LineProgram::Outcome;

namespace {

std::unique_ptr<LineProgram> shell(const std::string& script, ProgramLimits limits = {}) {
  int error = 0;
  auto program = RealPrograms().start({"sh", "-c", script}, limits, error);
  REQUIRE(program != nullptr);
  CHECK(error == 0);
  return program;
}

}  // namespace

TEST_CASE("a program answers line by line, however long the lines are") {
  const auto program = shell("exec cat");
  std::string answer;
  for (const std::size_t length : {0U, 1U, 5000U, 3'000'000U}) {
    const std::string line(length, 'x');
    CHECK(program->ask(line, answer) == Outcome::answered);
    CHECK(answer == line);
  }
}

TEST_CASE("two lines that come at once answer two questions") {
  const auto program = shell("read a; printf 'one\\ntwo\\n'; read a; read a");
  std::string answer;
  CHECK(program->ask("", answer) == Outcome::answered);
  CHECK(answer == "one");
  CHECK(program->ask("", answer) == Outcome::answered);
  CHECK(answer == "two");
}

TEST_CASE("a program that ends is noticed, with its last words, and does not end huice") {
  const auto program = shell("read a; echo half; echo first; exit 3");
  std::string answer;
  CHECK(program->ask("x", answer) == Outcome::answered);
  CHECK(program->ask("x", answer) == Outcome::answered);
  CHECK(program->ask(std::string(1'000'000, 'x'), answer) == Outcome::ended);
  const auto broken = shell("read a; printf half; echo out of memory >&2; exit 1");
  CHECK(broken->ask("x", answer) == Outcome::ended);
  CHECK(broken->last_words() == "out of memory\n");
}

TEST_CASE("of a program's complaints the end is kept") {
  const auto program = shell("read a; yes complaint | head -c 400000 >&2; echo ok; read a");
  std::string answer;
  CHECK(program->ask("x", answer) == Outcome::answered);
  CHECK(program->last_words().size() == LineProgram::kLastWords);
}

TEST_CASE("a program that does not answer, or answers without an end, is given up") {
  std::string answer;
  const auto silent = shell("exec sleep 60", {.answer = std::chrono::milliseconds(50)});
  CHECK(silent->ask("x", answer) == Outcome::too_slow);
  const auto deaf =
      shell("exec sleep 60", {.answer = std::chrono::milliseconds(50)});  // its input fills up
  CHECK(deaf->ask(std::string(5'000'000, 'x'), answer) == Outcome::too_slow);
  const auto endless = shell("read a; exec tr '\\0' x < /dev/zero", {.longest = 1000});
  CHECK(endless->ask("x", answer) == Outcome::too_long);
}

TEST_CASE("a program that is not there is told by its reason") {
  int error = 0;
  CHECK(RealPrograms().start({"no-such-program-here"}, {}, error) == nullptr);
  CHECK(error == ENOENT);
  CHECK(RealPrograms().start({"/"}, {}, error) == nullptr);
  CHECK(error == EACCES);
}

TEST_CASE("a program in memory is a function, and may be missing") {
  int error = 0;
  MemoryPrograms none([] { return std::nullopt; });
  CHECK(none.start({"node", "x"}, {}, error) == nullptr);
  CHECK(error == ENOENT);
  CHECK(none.starts() == 1);
  CHECK(none.command() == std::vector<std::string>{"node", "x"});
  MemoryPrograms some([] {
    return MemoryPrograms::Program([](std::string_view line) {
      if (line.empty()) return MemoryPrograms::Answer{Outcome::ended, "gone"};
      return MemoryPrograms::Answer{Outcome::answered, std::string(line) + "!"};
    });
  });
  const auto program = some.start({"node"}, {}, error);
  std::string answer;
  CHECK(program->ask("a", answer) == Outcome::answered);
  CHECK(answer == "a!");
  CHECK(program->ask("", answer) == Outcome::ended);
  CHECK(program->last_words() == "gone");
}

TEST_CASE("bytes go to Base64 and back") {
  for (const auto& [bytes, text] :
       std::vector<std::pair<std::string, std::string>>{{"", ""},
                                                        {"f", "Zg=="},
                                                        {"fo", "Zm8="},
                                                        {"foo", "Zm9v"},
                                                        {"foob", "Zm9vYg=="},
                                                        {std::string("\0\xFF\xFE", 3), "AP/+"}}) {
    CHECK(base64::encoded(bytes) == text);
    CHECK(base64::decoded(text) == bytes);
  }
}

TEST_CASE("what is not whole Base64 is refused") {
  for (const std::string text : {"Zg", "Zg=", "Zh==", "Z===", "====", "Zm9-", "Zm8=Zm8=", "Zm 9"}) {
    INFO(text);
    CHECK_FALSE(base64::decoded(text).has_value());
  }
}
