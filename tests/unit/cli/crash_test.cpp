// SPDX-License-Identifier: Apache-2.0
//
// `huice build` of a whole project dies after its k-th change to the file system, for every k: the
// tree that readers see is the old one to the byte, or the new one where the build had said so.
#include "cli/memory_world.h"

#include <doctest/doctest.h>

#include <map>

using namespace huice;
using namespace huice::test;

namespace {

using Tree = std::map<std::string, std::string>;

const std::vector<std::string> kBuild{"build", "p", "-j", "1"};

// Every page changes, one goes and one comes.
void edit(MemoryFileSystem& files) {
  const std::string site = files.read("p/data/site.json").value();
  std::string edited = site;
  edited.replace(edited.find("示例站点："), std::string("示例站点：").size(), "第二版：");
  files.put("p/data/site.json", edited);
  files.put("p/data/topics.json", R"({"topics": [
    {"id": "growth", "name": "企业培育"}, {"id": "new", "name": "新主题"}]})");
  files.put("p/data/ladders.json", R"({"ladders": []})");
}

// A project that was built once and then edited.
class EditedProject {
 public:
  EditedProject() {
    MemoryFileSystem files;
    put_starter(files);
    REQUIRE(run(files, kBuild).code == 0);
    old_ = files.snapshot("p/public");
    edit(files);
    all_ = files.snapshot("");
    REQUIRE(run(files, kBuild).code == 0);
    new_ = files.snapshot("p/public");
    REQUIRE(old_ != new_);
  }

  void put_into(MemoryFileSystem& files) const {
    for (const auto& [path, text] : all_) {
      if (!path.ends_with('/')) files.put(path, text);
    }
  }

  const Tree& old_tree() const { return old_; }
  const Tree& new_tree() const { return new_; }

 private:
  Tree all_;
  Tree old_;
  Tree new_;
};

// Returns whether the build came to its end within `changes` changes.
bool survives(const EditedProject& project, std::size_t changes) {
  MemoryFileSystem files;
  project.put_into(files);
  files.fail_after(changes);
  const Said said = run(files, kBuild);
  const bool finished = files.changes() < changes;
  files.recover();

  CAPTURE(changes);
  CAPTURE(said.err);
  const Tree live = files.snapshot("p/public");
  if (said.code == 0) {
    CHECK(live == project.new_tree());
  } else {
    CHECK(said.code == 3);
    CHECK(said.err.find("error[") != std::string::npos);
    CHECK(live == project.old_tree());
  }
  // The next build does not stumble over what the dead one left; each tenth is enough to see it.
  if (changes % 10 == 0 || finished) {
    CHECK(run(files, kBuild).code == 0);
    CHECK(files.snapshot("p/public") == project.new_tree());
  }
  return finished;
}

}  // namespace

TEST_CASE("a build that dies after any change leaves the old tree whole, with exit code 3") {
  const EditedProject project;
  std::size_t changes = 0;
  while (!survives(project, changes)) {
    ++changes;
    REQUIRE(changes < 5000);
  }
  CHECK(changes > 40);
}
