// SPDX-License-Identifier: Apache-2.0
//
// The dictionaries hold every word that is asked for, and none that is not.
#include "view/words.h"

#include "base/files.h"
#include "paths.h"

#include <doctest/doctest.h>

#include <regex>
#include <set>

using namespace huice;
using view::Words;

namespace {

using Names = std::set<std::string>;

const std::string kSource = source_path();

std::string read(const std::string& path) {
  return RealFileSystem().read(path).value();
}

Names keys_of(const std::string& name) {
  const std::string path = kSource + "/templates/i18n/" + name;
  const std::string text = read(path);
  Diagnostics problems;
  const auto words = Words::parse(SourceText(path, text), problems);
  REQUIRE(words != nullptr);
  return {words->keys().begin(), words->keys().end()};
}

/// The text of every file below a folder, one after another.
std::string texts_below(const std::string& folder, const std::string& spared) {
  const RealFileSystem files;
  std::string out;
  const auto entries = files.list(folder);
  REQUIRE(entries.ok());
  for (const DirectoryEntry& entry : entries.value()) {
    const std::string path = join_path(folder, entry.name);
    if (entry.name == spared) continue;
    out += entry.kind == FileKind::directory ? texts_below(path, spared) : read(path);
  }
  return out;
}

Names found(const std::string& text, const char* pattern) {
  const std::regex one(pattern);
  Names out;
  for (std::sregex_iterator at(text.begin(), text.end(), one), end; at != end; ++at) {
    out.insert((*at)[1]);
  }
  return out;
}

bool holds_group(const Names& keys, const std::string& group) {
  const auto next = keys.lower_bound(group + ".");
  return next != keys.end() && next->starts_with(group + ".");
}

/// Whether the key or one of the groups it stands in is used.
bool is_used(const std::string& key, const Names& used) {
  for (std::size_t end = key.size(); end != std::string::npos; end = key.rfind('.', end - 1)) {
    if (used.contains(key.substr(0, end))) return true;
  }
  return false;
}

void check_agree(const Names& keys, const Names& used, const std::string& file) {
  for (const std::string& name : used) {
    const bool known = keys.contains(name) || holds_group(keys, name);
    CHECK_MESSAGE(known, file << " has no " << name);
  }
  for (const std::string& key : keys) {
    CHECK_MESSAGE(is_used(key, used), file << ": nothing prints " << key);
  }
}

std::string complaint(std::string_view text) {
  Diagnostics problems;
  const auto words = Words::parse(SourceText("templates/i18n/x.json", text), problems);
  CHECK(words == nullptr);
  std::string said;
  for (const Diagnostic& one : problems.sorted()) said += format_diagnostic(one);
  return said;
}

}  // namespace

TEST_CASE("templates ask for words that exist, and use every one") {
  const std::string templates = texts_below(kSource + "/templates", "i18n");
  check_agree(keys_of("zh-CN.json"), found(templates, R"(\bt\.([a-z_]+(?:\.[a-z_]+)*))"),
              "zh-CN.json");
}

TEST_CASE("pages and tables ask for composed words that exist, and use every one") {
  const std::string sources = texts_below(kSource + "/src/view", "") +
                              texts_below(kSource + "/src/pages", "") +
                              texts_below(kSource + "/src/cli", "");
  // text("a.b"), c ? "a.b" : "a.c", and groups: "a." + name, key("a", name)
  Names used;
  for (const char* pattern : {R"re(\b(?:text|word)\("([a-z_]+(?:\.[a-z_]+)*)"[,)])re",
                              R"re("([a-z_]+\.[a-z_]+)" : ")re", R"re(" : "([a-z_]+\.[a-z_]+)")re",
                              R"re("([a-z_]+)\." \+)re", R"re(\bkey\("([a-z_]+)",)re"}) {
    used.merge(found(sources, pattern));
  }
  check_agree(keys_of("zh-CN.words.json"), used, "zh-CN.words.json");
}

TEST_CASE("a dictionary that is no object of texts and objects is refused") {
  const std::string expected =
      "templates/i18n/x.json: error[bad-words]: is not a JSON object of texts and objects\n"
      "  hint: compare it with the file of the same name in huice's own templates/i18n\n";
  CHECK(complaint("[]") == expected);
  CHECK(complaint(R"({"a": 1})") == expected);
  CHECK(complaint(R"({"a": {"b": null}})") == expected);
  CHECK(complaint(R"({"a": "x")") == expected);
  CHECK(complaint("") == expected);
}
