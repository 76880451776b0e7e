// SPDX-License-Identifier: Apache-2.0
#include "load/project.h"

#include "load/memory_project.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <utility>

using namespace huice;
using test::MemoryProject;
using test::policy_with;

namespace {

using Files = std::vector<std::pair<std::string, std::string>>;

// Twenty policies, each with faults of its own, and two tables that say one figure twice.
Files faulty_files() {
  Files files;
  for (int i = 0; i < 20; ++i) {
    const std::string id = "p" + std::to_string(i);
    files.emplace_back("policies/" + id + ".json",
                       policy_with("\"units\": [\"kjj" + std::to_string(i) + "\"], \"extra" +
                                   std::to_string(i) + "\": 1, \"lead\": 5,\n"));
  }
  const std::string table =
      "indicator,region,period,value,unit\nrd,ordos,2024,1,%\nrd,ordos,x,1,\n";
  files.emplace_back("observations/a.csv", table);
  files.emplace_back("observations/b.csv", table);
  return files;
}

std::string said_of(const Files& files, int threads) {
  MemoryProject project;
  for (const auto& [name, text] : files) project.put(name, text);
  return project.load({.threads = threads}).said;
}

}  // namespace

TEST_CASE("any number of threads reports the same problems in the same order") {
  Files files = faulty_files();
  const std::string alone = said_of(files, 1);
  CHECK(alone.find("data/policies/p19.json") != std::string::npos);
  for (int run = 0; run < 5; ++run) {
    CHECK(said_of(files, 2) == alone);
    CHECK(said_of(files, 8) == alone);
  }
  std::reverse(files.begin(), files.end());
  CHECK(said_of(files, 8) == alone);
}

TEST_CASE("a list in JSON and the same list in CSV are one list") {
  MemoryProject project;
  project.put("topics.json", R"({"topics": [{"id": "b", "name": "B"}]})");
  project.put("topics.csv", "id,name\na,A\nc,C\n");
  project.put("regions.csv", "id,name,kind\nordos,鄂尔多斯市,地级市\n");
  project.put("indicators/rd.json", R"({"id": "rd", "name": "N", "unit": "%", "kind": "rate"})");
  project.put("observations/a.csv", "indicator,region,period,value,unit\nrd,ordos,2024,1,%\n");
  project.put("observations/b.json", R"({"observations": [
    {"indicator": "rd", "region": "ordos", "period": "2023", "value": 0.90, "unit": "%"}]})");
  const auto loaded = project.load();
  CHECK(loaded.said.empty());
  REQUIRE(loaded.library.has_value());
  CHECK(loaded.library->topics().size() == 3);
  CHECK(loaded.library->topic("c")->name == "C");
  REQUIRE(loaded.library->observations().size() == 2);
  CHECK(loaded.library->observations().front().value.text() == "0.90");
}

TEST_CASE("a data file that is too large or cannot be read is named, and nothing is loaded") {
  MemoryProject project;
  project.put("topics.json", R"({"topics": [)" + std::string(1'100'000, ' ') + "]}");
  auto loaded = project.load({.largest_file = 1});
  CHECK(!loaded.library.has_value());
  CHECK(loaded.said ==
        "data/topics.json: error[file-too-large]: is larger than 1 MiB\n"
        "  hint: split the file; one record a file is the rule\n");
  CHECK(project.load({.largest_file = 2}).said.empty());
  project.files().make_unreadable("p/data/topics.json");
  loaded = project.load();
  CHECK(!loaded.library.has_value());
  CHECK(loaded.said.starts_with("data/topics.json: error[file-unreadable]: cannot be read: "));
}

TEST_CASE("a profile holds as many fields and choices as the bounds, and not one more") {
  const auto said_of_profile = [](std::size_t fields, std::size_t choices,
                                  std::size_t short_names) {
    std::string list;
    for (std::size_t i = 1; i < fields; ++i) {
      const std::string number = std::to_string(i);
      list +=
          "{\"id\": \"f" + number + "\", \"label\": \"F" + number + "\", \"type\": \"boolean\"},\n";
    }
    std::string all;
    for (std::size_t i = 0; i < choices; ++i)
      all += (i > 0 ? ", \"" : "\"") + std::to_string(i) + "\"";
    std::string names;
    for (std::size_t i = 0; i < short_names; ++i) {
      names += std::string(i > 0 ? ", " : "") + "{\"name\": \"n" + std::to_string(i) +
               "\", \"means\": \"0\"}";
    }
    MemoryProject project;
    project.put("profile.json",
                "{\"profile\": [\n" + list +
                    "{\"id\": \"f\", \"label\": \"F\", \"type\": \"choice\", \"choices\": [" + all +
                    "], \"short_names\": [" + names + "]}]}");
    return project.load().said;
  };
  CHECK(said_of_profile(500, 1990, 10) == "");
  const std::string fields = said_of_profile(501, 1, 0);
  CHECK(fields.starts_with(
      "data/profile.json:502:1: error[profile-too-long]: the profile has more than 500 fields\n"));
  CHECK(fields.ends_with(
      "  hint: keep those that rules ask for; of industries, the broader classes\n"));
  CHECK(said_of_profile(2, 1990, 11)
            .starts_with("data/profile.json:3:1: error[profile-too-long]: the profile has more "
                         "than 2000 choices and short names\n"));
}

TEST_CASE("a profile has as many fields of recognitions as the bound, and not one more") {
  const auto said_of_profile = [](int fields) {
    std::string list;
    for (int i = 0; i < fields; ++i) {
      const std::string n = std::to_string(i);
      list += (i > 0 ? ",\n" : "") + ("{\"id\": \"f" + n + "\", \"label\": \"F" + n) +
              R"(", "type": "recognition", "choices": ["甲"]})";
    }
    MemoryProject project;
    project.put("profile.json", "{\"profile\": [\n" + list + "]}");
    return project.load().said;
  };
  CHECK(said_of_profile(10) == "");
  const std::string said = said_of_profile(11);
  CHECK(said.substr(0, said.find('\n')) ==
        "data/profile.json:12:1: error[profile-too-long]: the profile has more than 10 fields of "
        "recognitions");
}

TEST_CASE("a folder without data/site.json is no project, in the user's own words for it") {
  const MemoryFileSystem files;
  Diagnostics problems;
  CHECK(!load::load_project(files, {.project = "我的文件"}, problems).has_value());
  REQUIRE(problems.count(Severity::error) == 1);
  CHECK(format_diagnostic(problems.sorted().front(), Language::en) ==
        "我的文件: error[no-project]: there is no huice project here: data/site.json is missing\n"
        "  hint: name the project's folder, or make a new one with: huice init DIR\n");
}

TEST_CASE("a warning does not stop the loading") {
  MemoryProject project;
  project.put("polices/p.json", "{}");
  const auto loaded = project.load();
  CHECK(loaded.library.has_value());
  CHECK(loaded.said.find("did you mean “policies”?") != std::string::npos);
}

TEST_CASE("a booklet's chapters are read from its folder") {
  MemoryProject project;
  project.put("booklets/b.json", R"({"id": "b", "title": "T", "preface": "preface.md",
    "chapters": [{"id": "rd", "title": "R", "intro": "rd.md"}, {"id": "x", "title": "X"}]})");
  project.put("booklets/b/preface.md", "\xEF\xBB\xBF# 编制说明\n");
  project.put("booklets/b/rd.md", "研发。\n");
  const auto loaded = project.load();
  CHECK(loaded.said.empty());
  REQUIRE(loaded.library.has_value());
  const model::Booklet& booklet = loaded.library->booklets().front();
  CHECK(booklet.preface.markdown == "# 编制说明\n");
  CHECK(booklet.chapters.at(0).intro.markdown == "研发。\n");
  CHECK(loaded.library->files().at(booklet.preface.place.file) == "data/booklets/b/preface.md");
  CHECK(booklet.chapters.at(1).intro.empty());
}
