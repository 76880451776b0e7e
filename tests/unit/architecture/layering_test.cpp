// SPDX-License-Identifier: Apache-2.0
// The layers and what each may include are declared once, by the huice_layer(…) calls of
// CMakeLists.txt. They are read here and compared with the includes: CMake hands include folders
// on from layer to layer, so a compiler alone accepts any header of any layer.
#include "architecture/repository.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <regex>
#include <set>

using namespace huice::architecture;

namespace {

using Strings = std::vector<std::string>;

struct Layer {
  std::string name;
  Strings depends;
};

// The declarations in order. `huice_layer(NAME [DEPENDS layer…] [LINKS target…])`, as in
// cmake/layers.cmake; comments are skipped.
std::vector<Layer> layers_in(const std::string& cmake) {
  static const std::regex comment("#[^\n]*");
  static const std::regex call(R"(\bhuice_layer\s*\(([^)]*)\))");
  static const std::regex word(R"([^\s]+)");
  const std::string code = std::regex_replace(cmake, comment, "");
  std::vector<Layer> out;
  for (std::sregex_iterator it(code.begin(), code.end(), call), end; it != end; ++it) {
    const std::string inside = it->str(1);
    Layer layer;
    bool depends = false;
    for (std::sregex_iterator at(inside.begin(), inside.end(), word); at != end; ++at) {
      const std::string argument = at->str();
      if (argument == "DEPENDS" || argument == "LINKS") {
        depends = argument == "DEPENDS";
      } else if (layer.name.empty()) {
        layer.name = argument;
      } else if (depends) {
        layer.depends.push_back(argument);
      }
    }
    out.push_back(layer);
  }
  return out;
}

bool contains(const Strings& list, const std::string& what) {
  return std::find(list.begin(), list.end(), what) != list.end();
}

const Layer* find_layer(const std::vector<Layer>& layers, const std::string& name) {
  const auto found = std::find_if(layers.begin(), layers.end(),
                                  [&](const Layer& layer) { return layer.name == name; });
  return found == layers.end() ? nullptr : &*found;
}

// A layer may depend only on layers declared above it, so that there is no circle.
Strings misordered(const std::vector<Layer>& layers) {
  Strings out;
  Strings above;
  for (const Layer& layer : layers) {
    for (const std::string& name : layer.depends) {
      if (!contains(above, name))
        out.push_back(layer.name + " depends on " + name + ", which is not declared above it");
    }
    above.push_back(layer.name);
  }
  return out;
}

std::string first_folder(const std::string& path) {
  return path.substr(0, path.find('/'));
}

// The layer of src/<layer>/…; main.cpp is of the last one.
std::string layer_of(const File& file, const std::vector<Layer>& layers) {
  const std::string inside = file.path.substr(std::string_view("src/").size());
  return inside.find('/') == std::string::npos ? layers.back().name : first_folder(inside);
}

struct Include {
  std::size_t line = 0;
  std::string target;
};

// Includes in quotes.
std::vector<Include> includes_in(const File& file) {
  static const std::regex include(R"re(^\s*#\s*include\s*"([^"]+)")re");
  std::vector<Include> out;
  std::size_t number = 0;
  for (const std::string_view line : file.lines()) {
    ++number;
    std::match_results<std::string_view::const_iterator> match;
    if (std::regex_search(line.begin(), line.end(), match, include))
      out.push_back({number, match.str(1)});
  }
  return out;
}

Strings breaches(const std::vector<Layer>& layers, const std::vector<File>& files) {
  Strings out;
  for (const File& file : files) {
    const std::string name = layer_of(file, layers);
    const Layer* const layer = find_layer(layers, name);
    if (layer == nullptr) {
      out.push_back(file.path + ": CMakeLists.txt has no huice_layer(" + name + ")");
      continue;
    }
    for (const Include& include : includes_in(file)) {
      const std::string target = first_folder(include.target);
      if (target == include.target || find_layer(layers, target) == nullptr) {
        out.push_back(
            at(file, include.line, "“" + include.target + "” is not written as \"layer/name.h\""));
      } else if (target != name && !contains(layer->depends, target)) {
        out.push_back(at(file, include.line,
                         name + " must not know " + target + ": huice_layer(" + name +
                             ") in CMakeLists.txt does not depend on it"));
      }
    }
  }
  return out;
}

// Dependencies that no include of the layer needs.
Strings needless(const std::vector<Layer>& layers, const std::vector<File>& files) {
  std::set<std::pair<std::string, std::string>> used;
  for (const File& file : files) {
    for (const Include& include : includes_in(file))
      used.emplace(layer_of(file, layers), first_folder(include.target));
  }
  Strings out;
  for (const Layer& layer : layers) {
    for (const std::string& name : layer.depends) {
      if (!used.contains({layer.name, name}))
        out.push_back(layer.name + " depends on " + name + " and includes nothing of it");
    }
  }
  return out;
}

// The layers that the table of docs/architecture.md describes, in its order.
Strings described_layers(const std::string& markdown) {
  static const std::regex row(R"((?:^|\n)\| `src/([a-z_]+)` \|)");
  Strings out;
  for (std::sregex_iterator it(markdown.begin(), markdown.end(), row), end; it != end; ++it)
    out.push_back(it->str(1));
  return out;
}

Strings names_of(const std::vector<Layer>& layers) {
  Strings out;
  for (const Layer& layer : layers) out.push_back(layer.name);
  return out;
}

std::vector<Layer> declared_layers() {
  return layers_in(text_of("CMakeLists.txt"));
}

}  // namespace

TEST_CASE("every layer depends only on layers declared above it") {
  CHECK(!declared_layers().empty());
  const Strings found = misordered(declared_layers());
  INFO(listed(found));
  CHECK(found.empty());
}

TEST_CASE("every include in src/ goes to a layer that CMakeLists.txt lets it depend on") {
  const std::vector<File> files = files_under("src");
  CHECK(!files.empty());
  const Strings found = breaches(declared_layers(), files);
  INFO(listed(found));
  CHECK(found.empty());
}

TEST_CASE("every dependency of a layer is needed by an include") {
  const Strings found = needless(declared_layers(), files_under("src"));
  INFO(listed(found));
  CHECK(found.empty());
}

TEST_CASE("docs/architecture.md describes each layer, in the order of CMakeLists.txt") {
  const Strings declared = names_of(declared_layers());
  const Strings described = described_layers(text_of("docs/architecture.md"));
  INFO("declared:", listed(declared), "\ndescribed:", listed(described));
  CHECK(described == declared);
  CHECK(described_layers("| `src/a` | x |\n| `src/b` | y |\n`src/c` | `src/d` |\n") ==
        Strings{"a", "b"});
}

TEST_CASE("declarations are read with their dependencies, without what they link to") {
  const std::vector<Layer> layers = layers_in(
      "# huice_layer(old DEPENDS a)\nhuice_layer(a LINKS x::y)\n"
      "huice_layer(b DEPENDS a # more\n  LINKS x::y)\nhuice_layer(c LINKS z DEPENDS a b)\n");
  CHECK(names_of(layers) == Strings{"a", "b", "c"});
  REQUIRE(layers.size() == 3);
  CHECK(layers[0].depends.empty());
  CHECK(layers[1].depends == Strings{"a"});
  CHECK(layers[2].depends == Strings{"a", "b"});
}

TEST_CASE("planted breaches of the layering are found, and only those") {
  const std::vector<Layer> layers{
      {"base", {}}, {"model", {"base"}}, {"page", {"model"}}, {"cli", {"base", "page"}}};
  const auto findings = [&](const std::string& path, const std::string& text) {
    return breaches(layers, {{path, text}});
  };
  CHECK(findings("src/model/a.h", "#include \"base/result.h\"\n").empty());
  CHECK(findings("src/cli/build/a.cpp", "#include \"page/x.h\"\n#include <vector>\n").empty());
  CHECK(findings("src/main.cpp", "#include \"cli/run.h\"\n").empty());
  CHECK(
      findings("src/base/a.h", "\n  #  include \"model/money.h\"\n") ==
      Strings{"src/base/a.h:2: base must not know model: huice_layer(base) in CMakeLists.txt does "
              "not depend on it"});
  // Not by way of a layer between, either.
  CHECK(
      findings("src/page/a.cpp", "#include \"base/result.h\"\n") ==
      Strings{"src/page/a.cpp:1: page must not know base: huice_layer(page) in CMakeLists.txt does "
              "not depend on it"});
  CHECK(findings("src/model/a.cpp", "#include \"money.h\"\n") ==
        Strings{"src/model/a.cpp:1: “money.h” is not written as \"layer/name.h\""});
  CHECK(findings("src/misc/a.cpp", "#include \"base/result.h\"\n") ==
        Strings{"src/misc/a.cpp: CMakeLists.txt has no huice_layer(misc)"});
  CHECK(misordered({{"a", {"b"}}, {"b", {"a"}}, {"c", {"c"}}}) ==
        Strings{"a depends on b, which is not declared above it",
                "c depends on c, which is not declared above it"});
  CHECK(needless(layers, {{"src/model/a.h", "#include \"base/result.h\"\n"},
                          {"src/page/a.h", "#include \"model/a.h\"\n"},
                          {"src/main.cpp", "#include \"base/result.h\"\n"}}) ==
        Strings{"cli depends on page and includes nothing of it"});
}
