// SPDX-License-Identifier: Apache-2.0
//
// What the command line says, to the character.
#include "base/messages/cli.h"
#include "base/messages/files.h"
#include "base/messages/load.h"
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

TEST_CASE("init makes nothing where a part of huice is missing, so that it can be asked again") {
  MemoryFileSystem files;
  put_folder(files, "templates/empty", "share/templates/empty");
  const Said said = run(files, {"init", "--empty", "city"});
  CHECK(said.code == 3);
  CHECK(said.err.starts_with("share/docs/cookbook.zh-CN.md: error[file-not-found]: "));
  CHECK_FALSE(files.info("city").has_value());
}

TEST_CASE("the folder that is worked in has no name but “this”") {
  MemoryFileSystem files;
  put_share(files);
  put_folder(files, "tests/sites/small/data", "data");
  CHECK(run(files, {"check", "."}).err.find("this project: ") != std::string::npos);
}

TEST_CASE("init and build say where huice's templates are looked for when there are none") {
  MemoryFileSystem files;
  const Said init = run(files, {"init", "city"});
  CHECK(init.code == 3);
  CHECK(init.err == "error[no-theme]: the templates are missing: templates/project\n" + kNoTheme);
  put_folder(files, "templates/project/data", "p/data");
  const Said build = run(files, {"build", "p"});
  CHECK(build.code == 3);
  CHECK(build.err == "error[no-theme]: the templates are missing: templates\n" + kNoTheme +
                         "no page was made, and what is in p/public is unchanged\n");
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
  CHECK(cli::summary(problems, Language::en).empty());
  problems.add(problem(msg::unknown_data_file{}, Location::of_file("a")));
  CHECK(cli::summary(problems, Language::en) == "1 warning");
  problems.add(problem(msg::project_exists{}, Location::of_file("b")));
  problems.add(problem(msg::project_exists{}, Location::of_file("c")));
  CHECK(cli::summary(problems, Language::en) == "2 errors, 1 warning");
  CHECK(cli::summary(problems, Language::zh) == "2 个错误、1 个警告");
  const auto most = static_cast<std::uint32_t>(kMostListed + kMostCounted);
  for (std::uint32_t line = 0; line <= most; ++line) {
    problems.add(problem(msg::nul_byte{}, Location{"d", line + 1, 1, 1, {}}));
  }
  CHECK(cli::summary(problems, Language::en) == "101002+ errors, 1 warning");
}

TEST_CASE("a problem that was met twice is shown and counted once") {
  MemoryFileSystem files;
  const FixedClock clock("2026-03-05");
  std::ostringstream out;
  std::ostringstream err;
  cli::World world{files, clock, out, err};
  world.language = Language::en;
  Diagnostics problems;
  problems.add(problem(msg::project_exists{}, Location::of_file("b")));
  problems.add(problem(msg::project_exists{}, Location::of_file("b")));
  show(problems, world);
  CHECK(err.str() ==
        "b: error[project-exists]: this folder is not empty\n"
        "  hint: name a folder that does not exist yet\n1 error\n");
}

TEST_CASE("render prints one template with data of one's own") {
  MemoryFileSystem files;
  files.put("t/card.html",
            "{% import 'parts.html' as p %}{{ p.bold(name) }} {{ amount | money }}\n");
  files.put("t/parts.html", "{% macro bold(x) %}<b>{{ x }}</b>{% endmacro %}");
  files.put("card.json", R"({"name": "<甲>", "amount": 5000000})");
  const Said said = run(files, {"render", "t/card.html", "--data", "card.json"});
  CHECK(said.code == 0);
  CHECK(said.out == "<b>&lt;甲&gt;</b> 500万元\n");
  CHECK(said.err.empty());
  const Said piped = run(files, {"render", "t/card.html", "-d", "-"}, "2026-03-05",
                         R"({"name": "a", "amount": 1})");
  CHECK(piped.out == "<b>a</b> 1元\n");
  files.put("plain.j2", "{{ name }}");
  CHECK(run(files, {"render", "plain.j2", "-d", "card.json", "--format", "csv"}).out == "<甲>");
  CHECK(run(files, {"render", "plain.j2", "-d", "card.json", "--format", "xml"}).out ==
        "&lt;甲&gt;");
  CHECK(run(files, {"render", "plain.j2", "--format", "pdf"}).code == 2);
}

TEST_CASE("render says where the template and the data are wrong, and prints nothing else") {
  MemoryFileSystem files;
  files.put("card.md", "{{ who.name }}");
  files.put("card.json", "{\"who\": {\"nam\": 1}}");
  const Said said = run(files, {"render", "card.md", "--data", "card.json"});
  CHECK(said.code == 1);
  CHECK(said.out.empty());
  CHECK(said.err ==
        "card.md:1:8: error[template-undefined-attribute]: “who” has no “name”\n"
        "  1 | {{ who.name }}\n"
        "    |        ^~~~\n"
        "  did you mean “nam”?\n"
        "  hint: test it with “is defined”, or give it a value with | default\n"
        "  the record is at card.json:1:9\n1 error\n");
  CHECK(run(files, {"render", "none.md"}).err ==
        "none.md: error[file-not-found]: there is no such file or folder\n"
        "  hint: check the spelling of the path\n1 error\n");
  files.put("out.md", "{% include '../card.md' %}");
  CHECK(run(files, {"render", "out.md"}).code == 1);
}

TEST_CASE("render refuses data that JSON readers would silently change") {
  MemoryFileSystem files;
  files.put("x.txt", "{{ a }}");
  files.put("long.json", "{\"a\": 91150600000000000001, \"a\": 2}");
  CHECK(run(files, {"render", "x.txt", "-d", "long.json"}).err ==
        "long.json:1:7: error[data-number]: templates cannot compute with 91150600000000000001: it "
        "has more digits than fit\n"
        "  1 | {\"a\": 91150600000000000001, \"a\": 2}\n"
        "    |       ^~~~~~~~~~~~~~~~~~~~\n"
        "  hint: write it in quotes, as text, where it is only printed\n"
        "long.json:1:29: error[duplicate-key]: “a” is here for the second time\n"
        "  1 | {\"a\": 91150600000000000001, \"a\": 2}\n"
        "    |                             ^~~\n"
        "  hint: keep one of the two\n2 errors\n");
  for (const char* wrong : {"[1]", "3", "{\"a\": 1", "{\"a\": \"\xFF\"}"}) {
    CHECK(run(files, {"render", "x.txt", "-d", "-"}, "2026-03-05", wrong).code == 1);
  }
  CHECK(run(files, {"render", "x.txt", "-d", "-"}, "2026-03-05",
            R"({"a": [9223372036854775807, -1, 0.5, true, {}]})")
            .out == "[9223372036854775807, -1, 0.5, True, {}]");
  files.put("x.json", "{{ a | tojson }}{% if not a.b %} empty{% endif %}");
  CHECK(run(files, {"render", "x.json", "-d", "-"}, "2026-03-05", R"({"a": {"b": {}}})").out ==
        "{\"b\": {}} empty");
}
