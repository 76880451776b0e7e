// SPDX-License-Identifier: Apache-2.0
// docs/cli.md and its Chinese twin describe the program that there is: each verb, argument and
// option of `--help`, and no other.
#include "cli/memory_world.h"

#include <map>
#include <regex>
#include <set>
#include <string_view>

using namespace huice;
using huice::test::run;
using huice::test::Said;

namespace {

using Names = std::set<std::string>;

/// What follows "huice": the arguments (DIR) and the options, short and long.
using Usage = std::map<std::string, Names>;

void collect(const std::string& text, const std::string& pattern, Names& out) {
  const std::regex regex(pattern, std::regex::multiline);
  for (std::sregex_iterator it(text.begin(), text.end(), regex), end; it != end; ++it) {
    out.insert(it->str(1));
  }
}

std::string help(const std::vector<std::string>& arguments) {
  MemoryFileSystem files;
  const Said said = run(files, arguments);
  REQUIRE(said.code == 0);
  return said.out;
}

// Each line of CLI11's help that declares something begins with two spaces and its name.
Names declared(const std::string& text) {
  Names out;
  collect(text, R"(^  ([A-Z]+)\b)", out);
  collect(text, R"(^  (-[a-z]),)", out);
  collect(text, R"(^  (?:-[a-z],)?(--[a-z-]+))", out);
  return out;
}

// The program itself is the verb "".
Usage usage_of_program() {
  Usage out;
  const std::string text = help({"--help"});
  out[""] = declared(text);
  Names verbs;
  collect(text, R"(^  ([a-z]+)  )", verbs);
  REQUIRE(verbs.size() > 5);
  for (const std::string& verb : verbs) {
    Names names = declared(help({verb, "--help"}));
    for (const std::string& global : out[""]) names.erase(global);
    names.erase("-h");
    out[verb] = std::move(names);
  }
  out[""].erase("-h");
  return out;
}

// Options are what the first code span of a list's item names: - `-o, --output DIR`: where to.
void read_section(const std::string& heading, const std::string& body, Usage& out) {
  const bool of_program = heading.starts_with("-");
  Names& names = out[of_program ? std::string{} : heading.substr(0, heading.find(' '))];
  collect(heading, R"(\b([A-Z]+)\b)", names);
  collect(heading, R"((--[a-z]+))", names);
  if (of_program) names.erase("VERB");
  Names spans;
  collect(body, "^- `([^`]*)`", spans);
  for (const std::string& span : spans) collect(span, R"((?:^|[ ,])(--?[a-z][a-z-]*))", names);
}

Usage usage_in(const std::string& document) {
  static const std::string kHeading = "\n## huice ";
  Usage out;
  for (std::size_t at = document.find(kHeading); at != std::string::npos;) {
    const std::size_t line = at + kHeading.size();
    const std::size_t end = document.find('\n', line);
    at = document.find(kHeading, end);
    read_section(document.substr(line, end - line), document.substr(end, at - end), out);
  }
  return out;
}

std::string text_of(const std::string& path) {
  return RealFileSystem().read(source_path(path)).value();
}

}  // namespace

TEST_CASE("both guides to the command line have each verb, argument and option, and no other") {
  const Usage program = usage_of_program();
  for (const char* path : {"/docs/cli.md", "/docs/cli.zh-CN.md"}) {
    CAPTURE(path);
    const Usage document = usage_in(text_of(path));
    for (const auto& known : program) {  // not taken apart: clang 14 cannot capture the parts
      const auto& verb = known.first;
      const auto& names = known.second;
      CAPTURE(verb);
      REQUIRE(document.contains(verb));
      CHECK(document.at(verb) == names);
    }
    CHECK(document.size() == program.size());
  }
}

TEST_CASE("the mistake that the README shows is reported as it shows it") {
  MemoryFileSystem files;
  huice::test::put_starter(files);
  const std::string path = "p/data/policies/example-2026-1.json";
  std::string policy = files.read(path).value();
  const std::size_t sum = policy.find("\"10万元\"");
  REQUIRE(sum != std::string::npos);
  files.put(path, policy.replace(sum, std::string_view("\"10万元\"").size(), "\"十万元\""));
  for (const auto& [readme, language] :
       {std::pair{"/README.md", "en"}, std::pair{"/README.zh-CN.md", "zh-CN"}}) {
    const std::string text = text_of(readme);
    CAPTURE(text);
    const Said said = run(files, {"check", "p", "--lang", language});
    const std::string shown = said.err.substr(0, said.err.rfind("\n1 ") + 1);
    REQUIRE(!shown.empty());
    CHECK(text.find("```text\n" + shown + "```\n") != std::string::npos);
  }
}

TEST_CASE("an option that a guide lacks, and one that the program lacks, are found") {
  const Usage read = usage_in(
      "# x\n\n## huice init DIR\n\nText `--strict`.\n\n- `-o, --output DIR`: y\n"
      "- `--as-of DAY`: `--strict` z\n\n## huice --version, huice VERB --help\n\nText.\n");
  CHECK(read ==
        Usage{{"init", {"DIR", "-o", "--output", "--as-of"}}, {"", {"--help", "--version"}}});
}
