// SPDX-License-Identifier: Apache-2.0
// docs/architecture.md lists the rooms of src/template in order: each includes only from itself
// and from those before it.
#include "architecture/repository.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <regex>

using namespace huice::architecture;

namespace {

// The first column of the table that begins with "| room |".
std::vector<std::string> rooms_in(const std::string& document) {
  static const std::regex row(R"(^\| `([a-z]+)` \|)");
  std::vector<std::string> out;
  bool inside = false;
  const File file{"", document};
  for (const std::string_view line : file.lines()) {
    if (line.starts_with("| room |")) inside = true;
    if (line.empty()) inside = false;
    std::match_results<std::string_view::const_iterator> match;
    if (inside && std::regex_search(line.begin(), line.end(), match, row)) {
      out.push_back(match.str(1));
    }
  }
  return out;
}

std::vector<std::string> breaches(const std::vector<std::string>& rooms,
                                  const std::vector<File>& files) {
  static const std::regex include(R"re(^#include "template/([a-z_]+)(/|\.h))re");
  const auto rank = [&rooms](const std::string& name) {
    return std::find(rooms.begin(), rooms.end(), name) - rooms.begin();
  };
  std::vector<std::string> out;
  for (const File& file : files) {
    const std::string inside = file.path.substr(std::string_view("src/template/").size());
    const std::string room = inside.substr(0, inside.find('/'));
    if (inside.find('/') == std::string::npos) continue;  // of the engine, which sees all
    if (rank(room) == std::ssize(rooms)) out.push_back(file.path + ": no room of this name");
    std::size_t number = 0;
    for (const std::string_view line : file.lines()) {
      ++number;
      std::match_results<std::string_view::const_iterator> match;
      if (!std::regex_search(line.begin(), line.end(), match, include)) continue;
      const std::string target = match.str(1);
      const bool face = match.str(2) == ".h";
      const bool good = face ? target == "options" : rank(target) <= rank(room);
      if (!good) out.push_back(at(file, number, room + " must not know " + target));
    }
  }
  return out;
}

}  // namespace

TEST_CASE("the rooms of the template language include from those before them alone") {
  const std::vector<std::string> rooms = rooms_in(text_of("docs/architecture.md"));
  CHECK(rooms.size() == 5);
  const std::vector<std::string> found = breaches(rooms, files_under("src/template"));
  INFO(listed(found));
  CHECK(found.empty());
}

TEST_CASE("an include of a later room is found, and of the engine from within") {
  const std::vector<std::string> rooms =
      rooms_in("| room | job |\n|---|---|\n| `a` | x |\n| `b` | y |\n\n| `c` | z |\n");
  CHECK(rooms == std::vector<std::string>{"a", "b"});
  const auto findings = [&rooms](const std::string& path, const std::string& text) {
    return breaches(rooms, {{"src/template/" + path, text}});
  };
  CHECK(findings("b/x.cpp", "#include \"template/a/y.h\"\n#include \"template/b/x.h\"\n").empty());
  CHECK(findings("a/x.cpp", "#include \"template/b/y.h\"\n") ==
        std::vector<std::string>{"src/template/a/x.cpp:1: a must not know b"});
  CHECK(findings("b/x.cpp", "#include \"template/engine.h\"\n").size() == 1);
  CHECK(findings("b/x.cpp", "#include \"template/options.h\"\n").empty());
  CHECK(findings("engine.cpp", "#include \"template/b/y.h\"\n").empty());
  CHECK(findings("c/x.cpp", "").size() == 1);
}
