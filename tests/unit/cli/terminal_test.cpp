// SPDX-License-Identifier: Apache-2.0
//
// What reaches a terminal: no text of the data or of an argument drives it. And options with an
// empty value, which are mostly variables that were not set.
#include "base/utf8.h"
#include "cli/memory_world.h"

#include <doctest/doctest.h>

using namespace huice;
using namespace huice::test;

namespace {

// Control characters but for line feeds, C1, what turns the direction, and bytes that are no UTF-8.
bool drives_a_terminal(const std::string& text) {
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if ((byte < 0x20 && c != '\n') || byte == 0x7F) return true;
  }
  for (const std::string_view turning : {"\u202E", "\u2066", "\u2067", "\u009B", "\u0085"}) {
    if (text.find(turning) != std::string::npos) return true;
  }
  return utf8::first_invalid(text) != utf8::kValid;
}

Said on_terminal(FileSystem& files, const std::vector<std::string>& arguments) {
  setenv("HUICE_SHARE", "share", 1);
  const FixedClock clock("2026-03-05");
  std::ostringstream out;
  std::ostringstream err;
  cli::World world{files, clock, out, err, false, nullptr, "en"};
  world.out_is_terminal = true;
  Said said;
  said.code = cli::run(arguments, world);
  said.out = out.str();
  said.err = err.str();
  return said;
}

void turn_names(MemoryFileSystem& files) {
  files.put("p/data/topics.json",
            "{\"topics\": [{\"id\": \"growth\", \"name\": \"企业\u202E培育\u2066\"}]}");
  files.put("p/card.txt", "甲\u202E{{ name }}\u2066\n\x1B[2J");
}

}  // namespace

TEST_CASE(
    "results on a terminal show what would drive it as signs; elsewhere they are as they are") {
  MemoryFileSystem files;
  put_starter(files);
  turn_names(files);
  files.put("p/name.json", "{\"name\": \"\u009B31m\"}");
  const std::vector<std::string> render{"render", "p/card.txt", "--data", "p/name.json"};
  const Said shown = on_terminal(files, render);
  CHECK(shown.out == "甲⟨U+202E⟩⟨U+009B⟩31m⟨U+2066⟩\n␛[2J");
  CHECK(run(files, render).out == "甲\u202E\u009B31m\u2066\n\x1B[2J");
  files.put("p/me.json", "{}");
  // Titles of measures, words of a project and notes of the profile stand in a report.
  const std::string policy = "p/data/policies/example-2026-1.json";
  std::string record = files.read(policy).value();
  const std::string title = "新认定企业奖励";
  REQUIRE(record.find(title) != std::string::npos);
  record.replace(record.find(title), title.size(), title + "\u202E\u2067");
  files.put(policy, record);
  for (const std::string format : {"text", "json"}) {
    const std::vector<std::string> match{"match", "p", "-p", "p/me.json", "--format", format};
    const Said said = on_terminal(files, match);
    CAPTURE(said.out);
    CHECK(said.out.find(title + "⟨U+202E⟩⟨U+2067⟩") != std::string::npos);
    CHECK(!drives_a_terminal(said.out));
    CHECK(run(files, match).out.find(title + "\u202E\u2067") != std::string::npos);
  }
  for (const std::string format : {"json", "sarif"}) {
    const Said said = on_terminal(files, {"check", "p", "--format", format});
    CHECK(said.out.find("hidden-character") != std::string::npos);
    CHECK(!drives_a_terminal(said.out));
  }
}

TEST_CASE("no message drives a terminal, whatever is in the data and the arguments") {
  MemoryFileSystem files;
  put_starter(files);
  turn_names(files);
  files.put("p/data/regions.json", "{\"regions\": [{\"id\": \"a\u009Bb\", \"name\": \"x\x9B\"}]}");
  const std::string bad = "2026\u009B31m\u202E\x9B\x1B";
  for (const auto& arguments :
       std::vector<std::vector<std::string>>{{"check", "p"},
                                             {"check", "p", "--as-of", bad},
                                             {"check", bad},
                                             {"build", "p", "-o", bad},
                                             {"build", "p", "--audience", bad},
                                             {"match", "p", "-p", bad},
                                             {"facts", bad, "p"},
                                             {"explain", bad},
                                             {"schema", bad},
                                             {"init", "p/" + bad},
                                             {bad},
                                             {"check", "--" + bad}}) {
    const Said said = run(files, arguments);
    CAPTURE(arguments.front());
    CAPTURE(said.err);
    CHECK(!said.err.empty());
    CHECK(!drives_a_terminal(said.err));
  }
  MemoryFileSystem sound;
  put_starter(sound);
  const Said built = run(sound, {"build", "p", "-o", "out\u202E\x9B"});
  CHECK(built.code == 0);
  CHECK(built.err.starts_with("out⟨U+202E⟩\uFFFD: "));
}

TEST_CASE("an option with an empty value is wrong use") {
  MemoryFileSystem files;
  put_starter(files);
  for (const auto& arguments :
       std::vector<std::vector<std::string>>{{"build", "p", "-o", ""},
                                             {"build", "p", "--output="},
                                             {"build", ""},
                                             {"build", "p", "--as-of", ""},
                                             {"match", "p", "-p", ""},
                                             {"match", "p", "-r", "x.csv", "-o", ""},
                                             {"schema", "--all", "-o", ""},
                                             {"check", "p", "--format", ""},
                                             {"facts", "", "p"}}) {
    const Said said = run(files, arguments);
    CAPTURE(said.err);
    CHECK(said.code == 2);
    CHECK(!said.err.empty());
    CHECK(said.out.empty());
  }
  CHECK(run(files, {"build", "p", "-o", ""}).err ==
        "--output: cannot be empty; is it a variable that was not set?\n");
  CHECK(files.snapshot("p").count("public/index.html") == 0);
}
