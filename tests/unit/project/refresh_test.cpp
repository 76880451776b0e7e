// SPDX-License-Identifier: Apache-2.0
//
// A project that has read what changed is the project that is opened anew.
#include "project/project.h"
#include "support/shipped_files.h"

#include <doctest/doctest.h>

#include <map>
#include <random>
#include <string>
#include <vector>

using namespace huice;
using namespace huice::test;
using project::Project;
using project::Setting;

namespace {

const std::string kProject = "p";
const FixedClock kClock("2026-03-05");

Setting setting_of(MemoryFileSystem& files) {
  return {.files = files,
          .clock = kClock,
          .share = "share",
          .version = "0.0.0",
          .language = Language::zh};
}

// Everything that is wrong, as it is shown.
std::string findings_of(Project& project) {
  Diagnostics problems;
  project.check(*model::Date::parse("2026-03-05"), problems);
  std::string text;
  for (const Diagnostic& one : problems.sorted()) text += format_diagnostic(one, Language::en);
  return text;
}

std::map<std::string, std::string> bytes_of(Project& project) {
  std::map<std::string, std::string> bytes;
  Diagnostics problems;
  const auto site =
      project.site(model::Audience::public_, *model::Date::parse("2026-03-05"), problems);
  if (site) {
    for (const pages::Page& page : site->pages()) {
      if (!page.render(bytes[page.path], problems)) bytes[page.path] = "not made";
    }
  }
  for (const Diagnostic& one : problems.sorted())
    bytes["problems"] += format_diagnostic(one, Language::en);
  REQUIRE_FALSE(bytes.empty());
  return bytes;
}

using Files = std::map<std::string, std::string>;

// Below `folder`, by path.
void collect(const MemoryFileSystem& files, const std::string& folder, Files& found) {
  const auto entries = files.list(folder);
  for (const DirectoryEntry& entry : entries.value()) {
    const std::string path = join_path(folder, entry.name);
    if (entry.kind == FileKind::directory) {
      collect(files, path, found);
    } else {
      found[path] = files.read(path).value();
    }
  }
}

// Changes the files as people and machines do, and says which path.
class Editor {
 public:
  Editor(MemoryFileSystem& files, unsigned seed) : files_(files), random_(seed) {
    collect(files, kProject + "/data", originals_);
    for (const auto& [path, bytes] : originals_) paths_.push_back(path);
  }

  std::string edit() {
    // Most edits are taken back by the next one, so that many are made in a sound project.
    if (!edited_.empty() && below(4) != 0) {
      const std::string path = edited_.back();
      edited_.pop_back();
      const auto original = originals_.find(path);
      if (original != originals_.end()) return put(path, original->second);
      static_cast<void>(files_.remove(path));
      return name_of(path);
    }
    const std::string path = paths_[below(paths_.size())];
    const auto now = files_.read(path);
    std::string bytes = now ? now.value() : originals_.at(path);
    edited_.push_back(path);
    switch (below(8)) {
      case 0:
        static_cast<void>(files_.remove(path));
        return name_of(path);
      case 1:
        return put(path, bytes.erase(below(bytes.size() + 1), below(40)));
      case 2:
        return put(path, bytes.insert(below(bytes.size() + 1), "\"x\", {"));
      case 3:
        edited_.back() = path.substr(0, path.rfind('.')) + "-copy.json";
        return put(edited_.back(), bytes);
      default:
        return put(path, other_digit(std::move(bytes)));
    }
  }

 private:
  std::size_t below(std::size_t bound) {
    return std::uniform_int_distribution<std::size_t>(0, bound - 1)(random_);
  }

  static std::string name_of(const std::string& path) { return path.substr(kProject.size() + 1); }

  std::string put(const std::string& path, const std::string& bytes) {
    static_cast<void>(files_.remove(path));
    files_.put(path, bytes);
    return name_of(path);
  }

  // A figure, a date or an id changes.
  std::string other_digit(std::string bytes) {
    const std::size_t start = below(bytes.size() + 1);
    const std::size_t digit = bytes.find_first_of("0123456789", start);
    if (digit != std::string::npos) bytes[digit] = static_cast<char>('0' + below(10));
    return bytes;
  }

  MemoryFileSystem& files_;
  std::mt19937 random_;
  Files originals_;
  std::vector<std::string> paths_;
  std::vector<std::string> edited_;
};

}  // namespace

TEST_CASE("after each of 500 random edits, refreshing finds what opening anew finds") {
  MemoryFileSystem files;
  put_folder(files, "tests/sites/small/data", kProject + "/data");
  put_share(files);
  Editor editor(files, 20261129);
  Project refreshed(setting_of(files), kProject, 1);
  REQUIRE(refreshed.is_sound());
  std::size_t sound = 0;
  std::size_t compared = 0;
  for (int i = 1; i <= 500; ++i) {
    CAPTURE(i);
    const std::string path = editor.edit();
    CAPTURE(path);
    refreshed.refresh({path});
    Project anew(setting_of(files), kProject, 1);
    REQUIRE(refreshed.is_sound() == anew.is_sound());
    REQUIRE(findings_of(refreshed) == findings_of(anew));
    if (!anew.is_sound()) continue;
    // Bytes cost most: those of a tenth of the sound states, and of the last of them.
    if (++sound % 10 != 1 && i < 490) continue;
    ++compared;
    const bool equal = bytes_of(refreshed) == bytes_of(anew);
    REQUIRE(equal);
  }
  CHECK(sound > 100);
  CHECK(compared > 10);
}

TEST_CASE("a change of the look or the words is seen, and files that come and go together") {
  MemoryFileSystem files;
  put_folder(files, "tests/sites/small/data", kProject + "/data");
  put_share(files);
  Project refreshed(setting_of(files), kProject, 1);
  const auto before = bytes_of(refreshed);
  REQUIRE_FALSE(before.empty());
  files.put("p/templates/site/policies.html", "<!DOCTYPE html><title>{{ page.title }}</title>");
  refreshed.refresh({"templates/site/policies.html"});
  Project anew(setting_of(files), kProject, 1);
  auto after = bytes_of(refreshed);
  CHECK(after.at("policies/index.html") != before.at("policies/index.html"));
  const bool same_look = after == bytes_of(anew);
  CHECK(same_look);
  const auto dashboards = files.list("p/data/dashboards");
  for (const DirectoryEntry& entry : dashboards.value()) {
    REQUIRE(files.remove("p/data/dashboards/" + entry.name).ok());
  }
  refreshed.refresh({"./data/dashboards/"});
  Project without(setting_of(files), kProject, 1);
  CHECK(findings_of(refreshed) == findings_of(without));
  after = bytes_of(refreshed);
  const bool same_pages = after == bytes_of(without);
  CHECK(same_pages);
  REQUIRE(files.remove("p/templates/site/policies.html").ok());
  put_folder(files, "tests/sites/small/data/dashboards", "p/data/dashboards");
  refreshed.refresh({"."});
  const bool as_before = bytes_of(refreshed) == before;
  CHECK(as_before);
}

TEST_CASE("a booklet's text that was missing is read once it is there") {
  MemoryFileSystem files;
  put_folder(files, "tests/sites/small/data", kProject + "/data");
  put_share(files);
  Files all;
  collect(files, "p/data/booklets", all);
  std::string text;
  for (const auto& [path, bytes] : all) {
    if (path.ends_with(".md")) text = path;
  }
  REQUIRE_FALSE(text.empty());
  REQUIRE(files.remove(text).ok());
  Project project(setting_of(files), kProject, 1);
  CHECK_FALSE(project.is_sound());
  files.put(text, all.at(text));
  project.refresh({text.substr(kProject.size() + 1)});
  CHECK(project.is_sound());
}
