// SPDX-License-Identifier: Apache-2.0
// What is worded in both languages is said somewhere: a row of base/messages that nobody names
// would be translated and kept for nothing.
#include "architecture/repository.h"

#include <doctest/doctest.h>

#include <regex>
#include <set>

using namespace huice::architecture;

namespace {

bool is_table(const File& file) {
  return file.path.starts_with("src/base/messages/");
}

std::set<std::string> found_in(const std::string& text, const std::regex& what) {
  std::set<std::string> names;
  for (std::sregex_iterator at(text.begin(), text.end(), what), end; at != end; ++at) {
    names.insert((*at)[1]);
  }
  return names;
}

// "src/base/messages/files.inc: why_busy" for each row of which no file outside says msg::why_busy.
std::vector<std::string> unused_rows(const std::vector<File>& files) {
  static const std::regex row(R"(HUICE_(?:MESSAGE|PHRASE)\((\w+))");
  static const std::regex use(R"(\bmsg::(\w+))");
  std::set<std::string> used;
  for (const File& file : files) {
    if (!is_table(file)) used.merge(found_in(file.text, use));
  }
  std::vector<std::string> out;
  for (const File& file : files) {
    if (!is_table(file) || file.extension() != ".inc") continue;
    for (const std::string& name : found_in(file.text, row)) {
      if (!used.contains(name)) out.push_back(file.path + ": " + name);
    }
  }
  return out;
}

}  // namespace

TEST_CASE("every message and phrase is said somewhere") {
  const std::vector<std::string> found = unused_rows(files_under("src"));
  INFO(listed(found));
  CHECK(found.empty());
}

TEST_CASE("a planted message that nobody says is found") {
  const File table{"src/base/messages/a.inc",
                   "HUICE_MESSAGE(said, \"said\", error, (),\nHUICE_PHRASE(unsaid, (), \"\"\n"};
  const File code{"src/a/b.cpp", "problem(msg::said{}, at);\n"};
  CHECK(unused_rows({table, code}) == std::vector<std::string>{"src/base/messages/a.inc: unsaid"});
}
