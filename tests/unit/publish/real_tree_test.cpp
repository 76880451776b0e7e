// SPDX-License-Identifier: Apache-2.0
//
// The same builds on the machine's own file system: links, exchange, locks, and things in the way
// that only a real one has. Killed builds are tests/scripts/kill.py: a fork of this program, whose
// threads oneTBB has started, could not build anything.

#include "base/temporary_files.h"
#include "publish/publish.h"
#include "publish/small_site.h"
#include "publish/tree.h"

#include <boost/filesystem/operations.hpp>
#include <doctest/doctest.h>

using huice::RealFileSystem;
using huice::publish::Status;
using namespace huice::test;
namespace fs = boost::filesystem;

namespace {

Site read_tree(const std::string& root) {
  const RealFileSystem files;
  Site out;
  const auto entries = huice::publish::scan(files, root);
  REQUIRE(entries.ok());
  for (const auto& entry : entries.value()) {
    if (entry.kind == huice::FileKind::directory) continue;
    out[entry.path] = files.read(huice::join_path(root, entry.path)).value();
  }
  return out;
}

}  // namespace

TEST_CASE("on a disk, unchanged files are linked between the trees and edited ones are not") {
  const TemporaryFolder folder;
  RealFileSystem files;
  const auto options = options_for(folder.at("public"));
  const Site site{{"index.html", "home"}, {"p/a.html", "A"}};
  const Site edited{{"index.html", "home"}, {"p/a.html", "A 2"}};
  CHECK(publish_site(files, site, options).report.status == Status::published);
  const Outcome outcome = publish_site(files, edited, options);
  CHECK(outcome.report.status == Status::published);
  CHECK(outcome.report.written == 2);
  CHECK(read_tree(folder.at("public")) == built(edited));
  CHECK(fs::hard_link_count(folder.at("public/index.html")) == 2);
  CHECK(fs::hard_link_count(folder.at("public/p/a.html")) == 1);
  CHECK(files.same_file(folder.at("public/index.html"), folder.at(".public.twin/tree/index.html")));
  CHECK(publish_site(files, site, options).report.status == Status::published);
  CHECK(read_tree(folder.at("public")) == built(site));
}

TEST_CASE("an output that is a symbolic link stays one; the tree it leads to is exchanged") {
  const TemporaryFolder folder;
  RealFileSystem files;
  fs::create_directory(folder.at("www"));
  fs::create_directory(folder.at("www/site"));
  fs::create_symlink(folder.at("www/site"), folder.at("public"));
  const auto options = options_for(folder.at("public"));
  for (const std::string text : {"1", "2", "3"}) {
    CHECK(publish_site(files, {{"index.html", text}}, options).report.status == Status::published);
    CHECK(fs::is_symlink(folder.at("public")));
    CHECK(files.holds(folder.at("www/site/index.html"), text));
  }
  CHECK_FALSE(fs::exists(folder.at(".public.twin")));
}

TEST_CASE("links in the hidden folder, the twin or the output lead the build nowhere") {
  const TemporaryFolder folder;
  RealFileSystem files;
  folder.put("precious/index.html", "precious");
  const auto options = options_for(folder.at("public"));
  fs::create_directory(folder.at(".public.twin"));
  fs::create_symlink(folder.at("precious"), folder.at(".public.twin/tree"));
  CHECK(publish_site(files, {{"p/index.html", "1"}}, options).report.status == Status::published);
  CHECK(publish_site(files, {{"p/index.html", "2"}}, options).report.status == Status::published);
  fs::remove_all(folder.at(".public.twin/tree/p"));
  fs::create_symlink(folder.at("precious"), folder.at(".public.twin/tree/p"));
  fs::remove_all(folder.at("public/p"));
  fs::create_symlink(folder.at("precious"), folder.at("public/p"));
  CHECK(publish_site(files, {{"p/index.html", "3"}}, options).report.status == Status::published);
  CHECK(files.holds(folder.at("public/p/index.html"), "3"));
  CHECK_FALSE(fs::is_symlink(folder.at("public/p")));
  CHECK(read_tree(folder.at("precious")) == Site{{"index.html", "precious"}});

  fs::create_symlink(folder.at("precious"), folder.at(".out.twin"));
  const Outcome outcome = publish_site(files, {{"x", "1"}}, options_for(folder.at("out")));
  CHECK(outcome.report.status == Status::failed);
  CHECK(outcome.text.find("error[output-not-folder]") != std::string::npos);
  CHECK(read_tree(folder.at("precious")) == Site{{"index.html", "precious"}});
}

TEST_CASE("on a disk, a second build of the same output is locked out") {
  const TemporaryFolder folder;
  RealFileSystem files;
  const auto options = options_for(folder.at("public"));
  fs::create_directory(folder.at(".public.twin"));
  {
    const auto lock = files.lock(folder.at(".public.twin/lock"));
    REQUIRE(lock.ok());
    const Outcome outcome = publish_site(files, {{"a", "1"}}, options);
    CHECK(outcome.report.status == Status::failed);
    CHECK(outcome.text == folder.at("public") +
                              ": error[locked]: another huice build is writing here\n"
                              "  hint: wait until it has finished\n");
  }
  CHECK(publish_site(files, {{"a", "1"}}, options).report.status == Status::published);
}

TEST_CASE("an output below a file is an environment failure") {
  const TemporaryFolder folder;
  RealFileSystem files;
  folder.put("file", "x");
  const Outcome outcome = publish_site(files, {{"a", "1"}}, options_for(folder.at("file/public")));
  CHECK(outcome.report.status == Status::failed);
  CHECK(outcome.text.find("error[file-unwritable]") != std::string::npos);
}
