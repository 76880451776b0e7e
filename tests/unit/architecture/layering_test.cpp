// SPDX-License-Identifier: Apache-2.0
// The order of src/ is the architecture: a folder includes only from the folders above it in the
// list, and the five building blocks that know nothing of policies only from base and markup. CMake
// links by the same rule, but a header with no source behind it would slip past the linker.
#include "architecture/repository.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <optional>
#include <regex>

using namespace huice::architecture;

namespace {

constexpr std::array<std::string_view, 18> kOrder{
    "base",  "markup", "model", "logic", "markdown", "template", "chart",   "formats", "load",
    "prose", "derive", "match", "check", "render",   "search",   "publish", "serve",   "cli"};
constexpr std::array<std::string_view, 5> kKnowOnlyBase{"logic", "markdown", "template", "chart",
                                                        "formats"};

std::optional<std::size_t> rank(std::string_view layer) {
  const auto* const found = std::find(kOrder.begin(), kOrder.end(), layer);
  if (found == kOrder.end()) return std::nullopt;
  return static_cast<std::size_t>(found - kOrder.begin());
}

bool may_include(std::string_view from, std::string_view what) {
  if (from == what) return true;
  if (std::find(kKnowOnlyBase.begin(), kKnowOnlyBase.end(), from) != kKnowOnlyBase.end()) {
    return what == "base" || (what == "markup" && from != "logic");
  }
  return rank(from) && rank(what) && *rank(what) < *rank(from);
}

std::string first_folder(const std::string& path) {
  return path.substr(0, path.find('/'));
}

// The layer of src/<layer>/…; main.cpp is of the last one.
std::string layer_of(const File& file) {
  const std::string inside = file.path.substr(std::string_view("src/").size());
  return inside.find('/') == std::string::npos ? "cli" : first_folder(inside);
}

std::vector<std::string> breaches(const std::vector<File>& files) {
  static const std::regex include(R"re(^\s*#\s*include\s*"([^"]+)")re");
  std::vector<std::string> out;
  for (const File& file : files) {
    const std::string layer = layer_of(file);
    if (!rank(layer)) out.push_back(file.path + ": src/" + layer + " is not in the list of layers");
    std::size_t number = 0;
    for (const std::string_view line : file.lines()) {
      ++number;
      std::match_results<std::string_view::const_iterator> match;
      if (!std::regex_search(line.begin(), line.end(), match, include)) continue;
      const std::string target = match.str(1);
      if (target.find('/') == std::string::npos || !rank(first_folder(target))) {
        out.push_back(at(file, number, "“" + target + "” is not written as \"layer/name.h\""));
      } else if (!may_include(layer, first_folder(target))) {
        out.push_back(at(file, number, layer + " must not know " + first_folder(target)));
      }
    }
  }
  return out;
}

}  // namespace

TEST_CASE("every include in src/ points up the list of layers") {
  const std::vector<File> files = files_under("src");
  CHECK(!files.empty());
  const std::vector<std::string> found = breaches(files);
  INFO(listed(found));
  CHECK(found.empty());
}

TEST_CASE("planted breaches of the layering are found, and only those") {
  const auto findings = [](const std::string& path, const std::string& text) {
    return breaches({{path, text}});
  };
  CHECK(findings("src/model/a.h", "#include \"base/result.h\"\n").empty());
  CHECK(findings("src/cli/build/a.cpp", "#include \"publish/x.h\"\n#include <vector>\n").empty());
  CHECK(findings("src/main.cpp", "#include \"cli/run.h\"\n").empty());
  CHECK(findings("src/base/a.h", "\n  #  include \"model/money.h\"\n") ==
        std::vector<std::string>{"src/base/a.h:2: base must not know model"});
  CHECK(findings("src/template/a.cpp", "#include \"model/money.h\"\n") ==
        std::vector<std::string>{"src/template/a.cpp:1: template must not know model"});
  CHECK(findings("src/load/a.cpp", "#include \"render/page.h\"\n") ==
        std::vector<std::string>{"src/load/a.cpp:1: load must not know render"});
  CHECK(findings("src/load/a.cpp", "#include \"page.h\"\n") ==
        std::vector<std::string>{"src/load/a.cpp:1: “page.h” is not written as \"layer/name.h\""});
  CHECK(findings("src/misc/a.cpp", "") ==
        std::vector<std::string>{"src/misc/a.cpp: src/misc is not in the list of layers"});
}
