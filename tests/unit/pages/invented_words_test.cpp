// SPDX-License-Identifier: Apache-2.0
//
// tests/cases/shipped/invented_words.json: words that the shipped records once had, and that their
// sources do not. They stay gone from records, prose and pages.
#include "pages/rendered_site.h"
#include "paths.h"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <algorithm>

using namespace huice;
using namespace huice::test;

namespace {

using Texts = std::map<std::string, std::string>;

void collect(const std::string& folder, Texts& out) {
  const RealFileSystem disk;
  const auto entries = disk.list(source_path("/" + folder));
  REQUIRE(entries.ok());
  for (const DirectoryEntry& entry : entries.value()) {
    const std::string name = folder + "/" + entry.name;
    if (entry.name.starts_with(".")) continue;
    if (entry.kind == FileKind::directory) collect(name, out);
    if (entry.kind == FileKind::file) out[name] = disk.read(source_path("/" + name)).value();
  }
}

// The files that have the words, of those they may not stand in.
std::vector<std::string> files_with(const nlohmann::json& forbidden, const Texts& texts) {
  const auto words = forbidden.at("words").get<std::string>();
  const auto only = forbidden.value("only", std::vector<std::string>());
  std::vector<std::string> found;
  for (const auto& entry : texts) {
    const bool asked =
        only.empty() || std::find(only.begin(), only.end(), entry.first) != only.end();
    if (asked && has(entry.second, words)) found.push_back(entry.first);
  }
  return found;
}

}  // namespace

TEST_CASE("words that were invented once are in no record, prose or page of the shipped data") {
  const RealFileSystem disk;
  const std::string path = source_path("/tests/cases/shipped/invented_words.json");
  const auto list = nlohmann::json::parse(disk.read(path).value());
  RenderedSite site("");
  Texts texts = site.render();
  const std::size_t pages = texts.size();
  collect("data", texts);
  CHECK(pages > 100);
  CHECK(texts.size() > pages + 100);
  CHECK(list.at("words").size() >= 11);
  for (const auto& forbidden : list.at("words")) {
    const auto words = forbidden.at("words").get<std::string>();
    for (const std::string& file : files_with(forbidden, texts)) {
      FAIL_CHECK(file << ": " << words);
    }
    for (const auto& name : forbidden.value("only", std::vector<std::string>())) {
      CHECK_MESSAGE(texts.contains(name), name);
    }
    const auto record = forbidden.at("record").get<std::string>();
    const std::string head = record.substr(0, record.find('/'));
    const bool known = std::any_of(texts.begin(), texts.end(), [&head](const auto& entry) {
      return entry.first.ends_with("/" + head + ".json");
    });
    CHECK_MESSAGE(known, record);
  }
}

TEST_CASE("an invented word is found in any page or record that has it") {
  const nlohmann::json everywhere{{"words", "W"}};
  const nlohmann::json scoped{{"words", "W"}, {"only", {"b"}}};
  const Texts texts{{"a", "xWx"}, {"b", "x"}, {"c", "W"}};
  CHECK(files_with(everywhere, texts) == std::vector<std::string>{"a", "c"});
  CHECK(files_with(scoped, texts).empty());
}
