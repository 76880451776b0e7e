// SPDX-License-Identifier: Apache-2.0
// What the program says is in the tables of src/base/messages: no other file of src/ holds an
// English sentence in a string.
#include "architecture/repository.h"

#include <doctest/doctest.h>

#include <regex>
#include <set>

using namespace huice::architecture;

namespace {

using Strings = std::vector<std::string>;

// Files whose strings are not said to whoever runs the program, each with what they hold instead.
const std::set<std::string> kExcepted{
    "src/cli/command_line.cpp",              // commands to copy, in the examples of --help
    "src/load/json_schema.cpp",              // the standard's own English titles and comments
    "src/base/json/syntax_error.cpp",        // what the JSON library says, to be cut off
    "src/logic/rational.cpp",                // thrown where a caller breaks the contract
    "src/markdown/write_html.cpp",           // tags
    "src/template/run/render_operator.cpp",  // operators: not in
    "src/markup/format.cpp",                 // names of formats
    "src/pages/booklet.cpp",                 // names of page kinds
    "src/publish/publish.cpp",               // names of page kinds
    "src/check/contradictions.cpp",          // keys that say what binds two sums
    "src/view/words.cpp",                    // thrown where a caller breaks the contract
};

bool is_table(const std::string& path) {
  // The tables of fields hold their words in both languages, as those of messages do.
  return path.starts_with("src/base/messages/") || path.starts_with("src/model/schema/") ||
         path == "src/load/json_file.cpp";
}

// Two English words in a row within quotes, outside of comments.
Strings sentences(const std::string& text) {
  static const std::regex quoted(R"re("((?:[^"\\\n]|\\.)*)")re");
  static const std::regex words("[A-Za-z]{2,} [a-z]{2,}");
  Strings out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::string line = text.substr(at, end - at);
    at = end + 1;
    const std::size_t first = line.find_first_not_of(' ');
    if (first == std::string::npos || line.compare(first, 2, "//") == 0 || line[first] == '#') {
      continue;
    }
    for (std::sregex_iterator it(line.begin(), line.end(), quoted), last; it != last; ++it) {
      const std::string found = it->str(1);
      if (std::regex_search(found, words)) out.push_back(found);
    }
  }
  return out;
}

}  // namespace

TEST_CASE("no English sentence is written outside of the tables of messages") {
  Strings found;
  for (const File& file : files_under("src")) {
    if (is_table(file.path) || kExcepted.contains(file.path)) continue;
    for (const std::string& one : sentences(file.text)) found.push_back(file.path + ": " + one);
  }
  INFO(listed(found));
  CHECK(found.empty());
}

TEST_CASE("sentences in strings are found, comments and single words are not") {
  CHECK(sentences("  fail(\"it has no part\");\n").size() == 1);
  CHECK(sentences("  // \"it has no part\"\n  name = \"parts\";\n#include \"a b\"\n").empty());
}
