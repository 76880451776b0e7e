// SPDX-License-Identifier: Apache-2.0
//
// Links that lead out of a project: of data, prose, templates, words and assets, of files and of
// folders on the way to them.
#include "base/temporary_files.h"
#include "paths.h"
#include "project/project.h"
#include "project/verbs.h"

#include <doctest/doctest.h>

#include <map>
#include <string>
#include <vector>

using namespace huice;
using namespace huice::test;
using project::Project;
using project::Setting;

namespace {

const FixedClock kClock("2026-03-05");

/// A project on a disk with a share folder of its own beside it, and a folder that is neither.
class Disk {
 public:
  Disk() {
    folder_.put("p/data/site.json", R"({"name": "城市"})");
    folder_.put("p/data/topics.json", R"({"topics": [{"id": "rd", "name": "研发"}]})");
    folder_.put("p/data/booklets/b.json",
                R"({"id": "b", "title": "汇编", "edition": "2026-01-01", "preface": "preface.md",
                "chapters": [{"id": "c", "title": "第一章", "topics": ["rd"]}]})");
    folder_.put("p/data/booklets/b/preface.md", "说明\n");
    folder_.put("share/templates/hello.html", "huice");
    folder_.put("share/templates/i18n/zh-CN.json",
                files_.read(source_path("/templates/i18n/zh-CN.json")).value());
    folder_.put("share/site/assets/look.css", "a{}");
    folder_.put("outside/secret.txt", "the secret");
    folder_.put("outside/data/site.json", R"({"name": "secret"})");
  }

  std::string at(std::string_view name) const { return folder_.at(name); }
  void put(std::string_view name, std::string_view text) const { folder_.put(name, text); }

  void link(std::string_view name, const std::string& target) const {
    const boost::filesystem::path path(at(name));
    boost::filesystem::create_directories(path.parent_path());
    boost::filesystem::remove_all(path);
    boost::filesystem::create_symlink(target, path);
  }

  /// What opening the project and its look says is wrong; "library" where it was read.
  std::string said(bool follow_links = false) {
    Setting setting{.files = files_,
                    .clock = kClock,
                    .share = at("share"),
                    .version = "0.0.0",
                    .language = Language::en,
                    .follow_links = follow_links};
    const Project opened(setting, at("p"));
    Diagnostics problems;
    problems.add_all(opened.problems());
    assets_.clear();
    if (opened.library() != nullptr) {
      if (const auto theme = opened.theme({"hello.html"}, problems)) {
        for (const auto& asset : theme->assets) assets_[asset.path] = asset.file;
      }
    }
    std::string text;
    for (const Diagnostic& one : problems.sorted()) text += format_diagnostic(one, Language::en);
    return text;
  }

  const std::map<std::string, std::string>& assets() const { return assets_; }

 private:
  TemporaryFolder folder_;
  RealFileSystem files_;
  std::map<std::string, std::string> assets_;
};

bool has(const std::string& said, const std::string& words) {
  return said.find(words) != std::string::npos;
}

}  // namespace

TEST_CASE("a link that leads out of the project is an error that names it and where it leads") {
  const std::vector<std::pair<std::string, std::string>> links{
      {"p/data/topics.json", "outside/secret.txt"},
      {"p/data/site.json", "outside/data/site.json"},
      {"p/data/booklets/b/preface.md", "outside/secret.txt"},
      {"p/templates/hello.html", "outside/secret.txt"},
      {"p/site/assets/secret.txt", "outside/secret.txt"},
  };
  for (const auto& one : links) {
    Disk disk;
    CHECK(!has(disk.said(), "link-leads-out"));
    disk.link(one.first, disk.at(one.second));
    const std::string said = disk.said();
    CAPTURE(one.first);
    CAPTURE(said);
    const std::string link = one.first.substr(2);
    CHECK(has(said, link + ": error[link-leads-out]: the link “" + link +
                        "” leads out of the project, to "));
    CHECK(has(said, one.second));
    CHECK(!has(said, "the secret"));
    CHECK(!has(disk.said(true), "link-leads-out"));
  }
}

TEST_CASE("so is a link to a folder on the way") {
  for (const std::string_view name :
       {"p/data", "p/data/booklets", "p/templates", "p/site/assets"}) {
    Disk disk;
    disk.put("outside/hello.html", "the secret");
    disk.link(name, disk.at("outside"));
    if (name == "p/data") disk.link(name, disk.at("outside/data"));
    const std::string said = disk.said();
    CAPTURE(name);
    CAPTURE(said);
    const std::string link(name.substr(2));
    CHECK(has(said, "error[link-leads-out]: the link “" + link + "” leads out of the project"));
    CHECK(!has(said, "the secret"));
    CHECK(!has(disk.said(true), "link-leads-out"));
  }
}

TEST_CASE("a relative link that climbs out, and a link by way of another, lead out too") {
  Disk disk;
  disk.link("p/data/booklets/b/preface.md", "../../../../outside/secret.txt");
  CHECK(has(disk.said(), "data/booklets/b/preface.md: error[link-leads-out]"));
  Disk chained;
  chained.link("p/kept/way.md", chained.at("outside/secret.txt"));
  chained.link("p/data/booklets/b/preface.md", chained.at("p/kept/way.md"));
  CHECK(has(chained.said(), "data/booklets/b/preface.md: error[link-leads-out]"));
  // A folder whose name begins like the project's is another one.
  Disk near;
  near.put("p2/secret.md", "the secret");
  near.link("p/data/booklets/b/preface.md", near.at("p2/secret.md"));
  CHECK(has(near.said(), "data/booklets/b/preface.md: error[link-leads-out]"));
}

TEST_CASE("links inside of the project and of huice's own folder are followed") {
  Disk disk;
  disk.put("p/kept/preface.md", "说明\n");
  disk.put("p/kept/hello.html", "own");
  disk.put("p/kept/own.css", "b{}");
  disk.link("p/data/booklets/b/preface.md", "../../../kept/preface.md");
  disk.link("p/templates/hello.html", disk.at("p/kept/hello.html"));
  disk.link("p/site/assets/own.css", disk.at("p/kept/own.css"));
  disk.link("p/site/assets/huices.css", disk.at("share/site/assets/look.css"));
  // Where a package is installed, its files may be links to another place.
  disk.link("share/site/assets/theme.css", disk.at("outside/secret.txt"));
  const std::string said = disk.said();
  CHECK(said == "");
  for (const std::string name : {"own", "huices", "theme", "look"}) {
    CHECK(disk.assets().contains("assets/" + name + ".css"));
  }
}

TEST_CASE("a data file that is a link to nothing is told, and not what follows from it") {
  Disk disk;
  disk.link("p/data/topics.json", "nowhere.json");
  CHECK(disk.said() ==
        "data/topics.json: error[file-not-found]: there is no such file or folder\n"
        "  hint: check the spelling of the path\n");
}

TEST_CASE("a link to a folder around it is passed over") {
  Disk disk;
  disk.put("p/site/assets/a.css", "a{}");
  disk.link("p/site/assets/again", disk.at("p/site"));
  disk.link("p/site/assets/circle", disk.at("p/site/assets/circle"));
  CHECK(!has(disk.said(), "link-leads-out"));
  CHECK(disk.assets().size() == 2);
}

TEST_CASE(
    "a template that is rendered alone reads no template outside of its folder through links") {
  for (const std::string name : {"letter.html", "parts/head.html", "parts"}) {
    Disk disk;
    disk.put("t/letter.html", "甲{% include 'parts/head.html' %}{% include 'hello.html' %}");
    disk.put("t/parts/head.html", "乙");
    disk.put("outside/head.html", "the secret");
    const auto rendered = [&disk](bool follow_links) {
      RealFileSystem files;
      const Setting setting{.files = files,
                            .clock = kClock,
                            .share = disk.at("share"),
                            .version = "0.0.0",
                            .language = Language::en,
                            .follow_links = follow_links};
      return project::render({.template_file = disk.at("t/letter.html"), .data = {}, .format = {}},
                             setting);
    };
    // Links inside of the folder are followed, and huice's own templates are where they are.
    CHECK(rendered(false).out == "甲乙huice");
    disk.put("t/kept/head.html", "丙");
    disk.link("t/parts/head.html", "../kept/head.html");
    CHECK(rendered(false).out == "甲丙huice");
    disk.link("t/" + name, disk.at(name == "parts" ? "outside" : "outside/head.html"));
    const project::Answer refused = rendered(false);
    std::string said;
    for (const Diagnostic& one : refused.problems->sorted()) {
      said += format_diagnostic(one, Language::en);
    }
    CAPTURE(name);
    CAPTURE(said);
    CHECK(refused.out.empty());
    CHECK(refused.outcome == project::Outcome::problems);
    CHECK(
        has(said, "error[link-leads-out]: the link “" + name + "” leads out of the project, to "));
    CHECK(has(said, "/outside"));
    CHECK(!has(said, "template-missing"));
    CHECK(has(rendered(true).out, "the secret"));
  }
}

TEST_CASE("a project that is named by a link is the folder that it leads to") {
  Disk disk;
  disk.link("named", disk.at("p"));
  RealFileSystem files;
  const Setting setting{.files = files,
                        .clock = kClock,
                        .share = disk.at("share"),
                        .version = "0.0.0",
                        .language = Language::en};
  const Project opened(setting, disk.at("named"));
  CHECK(opened.library() != nullptr);
}
