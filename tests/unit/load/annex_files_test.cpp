// SPDX-License-Identifier: Apache-2.0
//
// What may not be published as an annex; paths and kinds are in tests/sites_invalid/annexes.case.
#include "../base/temporary_files.h"
#include "base/files.h"
#include "load/memory_project.h"
#include "model/annexes.h"

#include <boost/filesystem/operations.hpp>
#include <doctest/doctest.h>

#include <string>

using namespace huice;
using namespace huice::test;

namespace {

std::string policy_with_annex(const std::string& file) {
  return R"({"id": "p", "title": "T", "kind": "办法", "completeness": "excerpt",
  "annexes": [{"title": "表", "file": ")" +
         file + R"("}],
  "source": {"document": "《公报》", "reliability": "official"}})";
}

// The project on the disk, read; what is said of it.
std::string said_of(const TemporaryFolder& folder) {
  const RealFileSystem files;
  Diagnostics problems;
  const auto library = load::load_project(files, {.project = folder.path()}, problems);
  std::string said;
  for (const Diagnostic& found : problems.sorted()) said += format_diagnostic(found, Language::en);
  CHECK(library.has_value() == !problems.has_errors());
  return said;
}

constexpr const char* kIsLink = "data/policies/p.json:2:38: error[annex-is-link]: data/annexes/";

void start(const TemporaryFolder& folder, const std::string& file) {
  folder.put("data/site.json", R"({"name": "x"})");
  folder.put("data/policies/p.json", policy_with_annex(file));
  folder.put("secret/name.txt", "张三 123");
  folder.put("data/annexes/own.txt", "一张表");
}

constexpr const char* kUnnamed =
    "data/annexes/own.txt: note[annex-unnamed]: no record names the annex own.txt, which is not "
    "published\n"
    "  hint: name it in the “annexes” of a policy or reply, or take it out of data/annexes\n";

}  // namespace

TEST_CASE("an annex that is a symbolic link is refused, wherever it leads") {
  for (const char* target : {"../../secret/name.txt", "own.txt", "nowhere.txt"}) {
    CAPTURE(target);
    const TemporaryFolder folder;
    start(folder, "a.txt");
    boost::filesystem::create_symlink(target, folder.at("data/annexes/a.txt"));
    CHECK(said_of(folder) ==
          kUnnamed + std::string(kIsLink) +
              "a.txt is a symbolic link\n"
              "  2 |   \"annexes\": [{\"title\": \"表\", \"file\": \"a.txt\"}],\n"
              "    |                                       ^~~~~~~\n"
              "  hint: put the file itself there: a link can lead out of the project\n");
  }
}

TEST_CASE(
    "an annex in a folder that is a symbolic link is refused, the folder of annexes included") {
  const TemporaryFolder folder;
  start(folder, "forms/name.txt");
  boost::filesystem::create_directory_symlink("../../secret", folder.at("data/annexes/forms"));
  CHECK(
      said_of(folder).starts_with(kUnnamed + std::string(kIsLink) + "forms is a symbolic link\n"));

  const TemporaryFolder other;
  start(other, "name.txt");
  boost::filesystem::remove_all(other.at("data/annexes"));
  boost::filesystem::create_directory_symlink("../secret", other.at("data/annexes"));
  CHECK(said_of(other).starts_with(std::string(kIsLink) + " is a symbolic link\n"));
}

TEST_CASE("an annex of an ordinary file is read with its size, and again when the file changes") {
  const TemporaryFolder folder;
  start(folder, "own.txt");
  CHECK(said_of(folder).empty());
  const RealFileSystem files;
  load::Loader loader(files, {.project = folder.path()});
  Diagnostics problems;
  CHECK(loader.load(problems)->policy("p")->annexes.front().size == 9);
  folder.put("data/annexes/own.txt", "一张更大的表");
  loader.forget({"data/annexes/own.txt"});
  CHECK(loader.load(problems)->policy("p")->annexes.front().size == 18);
  CHECK_FALSE(problems.has_errors());
}

TEST_CASE(
    "a file that no record names is noted, whatever folder it is in, and read as soon as one "
    "does") {
  MemoryProject project;
  project.put("policies/p.json", policy_with_annex("a.txt"));
  project.put("annexes/a.txt", "一张表");
  for (const char* left : {".gitkeep", "~$a.docx", "Thumbs.db", "forms/desktop.ini"}) {
    project.put(std::string("annexes/") + left, "x");
  }
  CHECK(project.load().said.empty());
  project.put("annexes/forms/b.docx", "PK\x03\x04");
  CHECK(project.load().said ==
        "data/annexes/forms/b.docx: note[annex-unnamed]: no record names the annex forms/b.docx, "
        "which is not published\n"
        "  hint: name it in the “annexes” of a policy or reply, or take it out of data/annexes\n");
  project.put("policies/q.json", R"({"id": "q", "title": "T2", "kind": "办法",
  "completeness": "excerpt", "annexes": [{"title": "表二", "file": "forms/b.docx"}],
  "source": {"document": "《公报》", "reliability": "official"}})");
  CHECK(project.load().said.empty());
}

TEST_CASE("an annex may have 50 MiB and no byte more") {
  MemoryProject project;
  project.put("policies/p.json", policy_with_annex("a.txt"));
  std::string bytes(model::kLargestAnnex, 'x');
  project.put("annexes/a.txt", bytes);
  CHECK(project.load().said.empty());
  bytes += 'x';
  project.put("annexes/a.txt", bytes);
  CHECK(project.load().said ==
        "data/policies/p.json:2:38: error[annex-too-large]: the annex a.txt is larger than 50 MiB\n"
        "  2 |   \"annexes\": [{\"title\": \"表\", \"file\": \"a.txt\"}],\n"
        "    |                                       ^~~~~~~\n"
        "  hint: shrink its pictures or split it: readers open it on a phone\n");
}

TEST_CASE("an annex that cannot be read says why") {
  MemoryProject project;
  project.put("policies/p.json", policy_with_annex("a.txt"));
  project.put("annexes/a.txt", "一张表");
  project.files().make_unreadable("p/data/annexes/a.txt");
  CHECK(project.load().said.starts_with(
      "data/annexes/a.txt: error[file-unreadable]: cannot be read: "));
}

TEST_CASE("a file is what its first bytes say") {
  using model::begins_as;
  CHECK(begins_as("a.pdf", "%PDF-1.7"));
  CHECK(begins_as("a.PDF", "%PDF-1.7"));
  CHECK(begins_as("a.docx", "PK\x03\x04"));
  CHECK(begins_as("a.doc", "\xD0\xCF\x11\xE0\xA1"));
  CHECK(begins_as("a.wps", "PK\x03\x04"));
  CHECK(begins_as("a.wps", "\xD0\xCF\x11\xE0\xA1"));
  CHECK(begins_as("a.jpeg", "\xFF\xD8\xFF\xE0"));
  CHECK(begins_as("a.txt", "一张表"));
  CHECK_FALSE(begins_as("a.docx", "\xD0\xCF\x11\xE0\xA1"));
  CHECK_FALSE(begins_as("a.doc", "PK\x03\x04"));
  CHECK_FALSE(begins_as("a.pdf", "<html>"));
  CHECK_FALSE(begins_as("a.txt", ""));
  CHECK_FALSE(begins_as("a.csv", std::string_view("a\0b", 3)));
  CHECK_FALSE(begins_as("a.html", "<html>"));
}

TEST_CASE("an annex lies in four folders at most, and its names have 60 characters") {
  std::string name;
  for (int i = 0; i < 60; ++i) name += "表";
  CHECK(model::is_annex_path("a/b/c/d/" + name + ".pdf"));
  CHECK_FALSE(model::is_annex_path("a/b/c/d/e/" + name + ".pdf"));
  CHECK_FALSE(model::is_annex_path("a/b/c/d/" + name + "表.pdf"));
  CHECK(model::is_annex_path(name + "/a.pdf"));
  CHECK_FALSE(model::is_annex_path(name + "表/a.pdf"));
}

TEST_CASE("a path that is right but for its slashes or its folder is suggested") {
  CHECK(model::suggest_annex_path("data\\annexes\\a\\b.docx") == "a/b.docx");
  CHECK(model::suggest_annex_path("./data/annexes/b.pdf") == "b.pdf");
  CHECK(model::suggest_annex_path("annexes/b.pdf") == "b.pdf");
  CHECK(model::suggest_annex_path("annexes/../b.pdf").empty());
  CHECK(model::suggest_annex_path("b.pdf").empty());
}
