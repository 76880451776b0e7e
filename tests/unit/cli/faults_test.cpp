// SPDX-License-Identifier: Apache-2.0
//
// The n-th call of the file system fails, for every n and every verb: what readers see is the old
// tree or the new one, and whoever ran huice is told and gets exit code 3. A fault that does no
// harm (a link that becomes a copy) changes nothing. tests/scripts/faults.py does the same to the
// calls of the system below.
#include "cli/memory_world.h"
#include "support/failing_files.h"

#include <doctest/doctest.h>

#include <map>

using namespace huice;
using namespace huice::test;

namespace {

using Tree = std::map<std::string, std::string>;

struct Verb {
  std::string name;
  std::vector<std::string> arguments;
};

// A later verb joins by one line.
const std::vector<Verb> kVerbs{
    {"build", {"build", "p", "-j", "1"}},
    {"check", {"check", "p", "--format", "json"}},
    {"match", {"match", "p", "-p", "p/one.json", "--format", "json"}},
    {"roster", {"match", "p", "-r", "p/roster.csv", "-o", "p/list.csv", "-j", "1"}},
    {"facts", {"facts", "example-2026-1/1/recognised", "p", "--format", "json"}},
    {"examples", {"match", "p", "--examples"}},
};

Said ask(FileSystem& files, const std::vector<std::string>& arguments) {
  setenv("HUICE_SHARE", "share", 1);
  const FixedClock clock("2026-03-05");
  std::ostringstream out;
  std::ostringstream err;
  cli::World world{files, clock, out, err, false, nullptr, "en"};
  Said said;
  said.code = cli::run(arguments, world);
  said.out = out.str();
  said.err = err.str();
  return said;
}

// A project that was built twice and then edited.
class Project {
 public:
  Project() {
    MemoryFileSystem files;
    put_starter(files);
    files.put("p/one.json", R"({"revenue": "1200万元"})");
    files.put("p/roster.csv", "企业名称,上年度营业收入\n甲公司,1200万元\n乙公司,\n");
    const std::string site = files.read("p/data/site.json").value();
    for (const std::string_view name : {"最早的站点", "旧的站点", "新的站点"}) {
      std::string edited = site;
      edited.replace(edited.find("示例站点"), std::string("示例站点").size(), name);
      files.put("p/data/site.json", edited);
      if (name != "新的站点") REQUIRE(ask(files, kVerbs.front().arguments).code == 0);
    }
    old_ = files.snapshot("p/public");
    all_ = files.snapshot("");
  }

  void put_into(MemoryFileSystem& files) const {
    for (const auto& [path, text] : all_) {
      if (!path.ends_with('/')) files.put(path, text);
    }
  }

  const Tree& old_tree() const { return old_; }

 private:
  Tree all_;
  Tree old_;
};

// What a run gives: what it prints, and what it leaves.
struct Given {
  Said said;
  Tree tree;
  std::string list;
  long calls = 0;

  bool operator==(const Given& other) const {
    return said.code == other.said.code && said.out == other.said.out && tree == other.tree &&
           list == other.list;
  }
};

Given given(MemoryFileSystem& files, const Verb& verb, long at) {
  FailingFiles failing(files, at);
  Given out;
  out.said = ask(failing, verb.arguments);
  out.calls = failing.calls();
  out.tree = files.snapshot("p/public");
  out.list = files.read("p/list.csv").ok() ? files.read("p/list.csv").value() : "";
  return out;
}

bool begins_with_no_part(const MemoryFileSystem& files) {
  const auto entries = files.list("p");
  REQUIRE(entries.ok());
  for (const DirectoryEntry& entry : entries.value()) {
    if (entry.name.ends_with(".part")) return false;
  }
  return true;
}

void check_one(const Project& project, const Verb& verb, long at, const Given& whole) {
  MemoryFileSystem files;
  project.put_into(files);
  const Given one = given(files, verb, at);
  CAPTURE(verb.name);
  CAPTURE(at);
  CAPTURE(one.said.err);
  CHECK(begins_with_no_part(files));
  if (one == whole) return;
  CHECK(one.said.code == 3);
  const bool in_words = one.said.err.find("error[") != std::string::npos;
  CHECK((in_words || one.said.out.find(R"("severity": "error")") != std::string::npos));
  CHECK((one.tree == project.old_tree() || one.tree == whole.tree));
  CHECK((one.list.empty() || one.list == whole.list));
  // The next one does not stumble over what this one left; each seventh is enough to see it.
  if (at % 7 == 0) CHECK(given(files, verb, 0) == whole);
}

}  // namespace

TEST_CASE("whichever call of the file system fails, readers find a whole tree and one is told") {
  const Project project;
  for (const Verb& verb : kVerbs) {
    MemoryFileSystem files;
    project.put_into(files);
    const Given whole = given(files, verb, 0);
    CAPTURE(verb.name);
    CAPTURE(whole.said.err);
    REQUIRE(whole.said.code == 0);
    REQUIRE(whole.calls > 20);
    for (long at = 1; at <= whole.calls; ++at) check_one(project, verb, at, whole);
  }
}
