// SPDX-License-Identifier: Apache-2.0
//
// What the command line says, to the character.
#include "cli/memory_world.h"

#include <doctest/doctest.h>

using namespace huice;
using namespace huice::test;

namespace {

const std::string kNoTheme =
    "  hint: install huice with its share folder, or set HUICE_SHARE to the folder that holds "
    "templates/ and site/\n1 error\n";

}  // namespace

TEST_CASE("init refuses a folder that holds something") {
  MemoryFileSystem files;
  files.put("city/notes.txt", "mine");
  const Said said = run(files, {"init", "city"});
  CHECK(said.code == 2);
  CHECK(said.err ==
        "city: error[project-exists]: this folder is not empty\n"
        "  hint: name a folder that does not exist yet\n1 error\n");
  CHECK(files.snapshot("city").size() == 1);
}

TEST_CASE("init and build say where huice's templates are looked for when there are none") {
  MemoryFileSystem files;
  const Said init = run(files, {"init", "city"});
  CHECK(init.code == 3);
  CHECK(init.err == "error[no-theme]: the templates are missing: templates/project\n" + kNoTheme);
  put_folder(files, "templates/project/data", "p/data");
  const Said build = run(files, {"build", "p"});
  CHECK(build.code == 3);
  CHECK(build.err == "error[no-theme]: the templates are missing: templates\n" + kNoTheme);
  CHECK_FALSE(files.info("p/public").has_value());
}

TEST_CASE("build speaks of today in words of the clock, unless a day is named") {
  MemoryFileSystem files;
  put_starter(files);
  const Said said = run(files, {"build", "p"}, "2026-07-09");
  CHECK(said.code == 0);
  CHECK(said.err.starts_with("p/public: "));
  CHECK(files.read("p/public/index.md").value().find("2026年7月9日") != std::string::npos);
  CHECK(run(files, {"build", "p", "--as-of", "2026-03-01"}).code == 0);
  CHECK(files.read("p/public/index.md").value().find("2026年3月1日") != std::string::npos);
  const Said wrong = run(files, {"build", "p", "--as-of", "tomorrow"});
  CHECK(wrong.code == 2);
  CHECK(wrong.err == "--as-of takes a day like 2026-03-01, not “tomorrow”\n");
}

TEST_CASE("a build that changes nothing says so") {
  MemoryFileSystem files;
  put_starter(files);
  CHECK(run(files, {"build", "p"}).code == 0);
  const Said said = run(files, {"build", "p"});
  CHECK(said.code == 0);
  CHECK(said.err.ends_with(" files, nothing has changed\n"));
}

TEST_CASE("the summary counts errors and warnings") {
  Diagnostics problems;
  CHECK(cli::summary(problems).empty());
  problems.add(problem(Code::unknown_data_file, Location::of_file("a")));
  CHECK(cli::summary(problems) == "1 warning");
  problems.add(problem(Code::project_exists, Location::of_file("b")));
  problems.add(problem(Code::project_exists, Location::of_file("c")));
  CHECK(cli::summary(problems) == "2 errors, 1 warning");
}

TEST_CASE("a problem that was met twice is shown and counted once") {
  MemoryFileSystem files;
  const FixedClock clock("2026-03-05");
  std::ostringstream out;
  std::ostringstream err;
  cli::World world{files, clock, out, err};
  Diagnostics problems;
  problems.add(problem(Code::project_exists, Location::of_file("b")));
  problems.add(problem(Code::project_exists, Location::of_file("b")));
  show(problems, world);
  CHECK(err.str() ==
        "b: error[project-exists]: this folder is not empty\n"
        "  hint: name a folder that does not exist yet\n1 error\n");
}
