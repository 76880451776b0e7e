// SPDX-License-Identifier: Apache-2.0
// In which language the program speaks, and what it says of wrong use.
#include "cli/memory_world.h"

#include <doctest/doctest.h>

using namespace huice;
using namespace huice::test;

TEST_CASE("a mistyped command or option is answered with the nearest right one") {
  MemoryFileSystem files;
  const Said verb = run_as_asked(files, {"buid"});
  CHECK(verb.code == 2);
  CHECK(verb.err == "没有命令“buid”，您是不是要用“build”？\n");
  const Said option = run_as_asked(files, {"build", "--outptu", "x"});
  CHECK(option.code == 2);
  CHECK(option.err == "没有选项“--outptu”，您是不是要用“--output”？\n");
  CHECK(run(files, {"buid"}).err == "there is no command “buid”; did you mean “build”?\n");
  CHECK(run(files, {"build", "--outptu=x"}).err ==
        "there is no option “--outptu”; did you mean “--output”?\n");
}

TEST_CASE("wrong use is explained in both languages") {
  MemoryFileSystem files;
  struct Case {
    std::vector<std::string> arguments;
    std::string zh;
    std::string en;
  };
  const std::vector<Case> cases{
      {{},
       "请写出要做的事，如 huice build；huice --help 列出全部命令",
       "name what to do, like huice build; huice --help lists the commands"},
      {{"frobnicate"},
       "没有命令“frobnicate”；huice --help 列出全部命令",
       "there is no command “frobnicate”; huice --help lists them"},
      {{"build", "--xyzzy"},
       "没有选项“--xyzzy”；huice build --help 列出全部选项",
       "there is no option “--xyzzy”; huice build --help lists them"},
      {{"init", "a", "b"},
       "多出了“b”；huice init --help 说明用法",
       "“b” is one word too many; huice init --help shows the usage"},
      {{"init"},
       "缺少 DIR（要新建的文件夹）；huice init --help 说明用法",
       "DIR is missing (The folder to make); huice init --help shows the usage"},
      {{"build", "--as-of"}, "--as-of 之后要写一个值", "--as-of takes a value"},
      {{"check", "--format", "xml"},
       "--format：不能是“xml”，可选的值有：text、json、sarif",
       "--format: cannot be “xml”; it is one of: text, json, sarif"},
      {{"build", "-j", "many"},
       "--jobs：应为 0 至 1024 之间的整数，而不是“many”",
       "--jobs: takes a whole number from 0 to 1024, not “many”"},
  };
  for (const Case& one : cases) {
    CAPTURE(one.zh);
    const Said zh = run_as_asked(files, one.arguments);
    CHECK(zh.code == 2);
    CHECK(zh.err == one.zh + "\n");
    CHECK(run(files, one.arguments).err == one.en + "\n");
  }
}

TEST_CASE("--lang decides, then the project's site.json, then the locale; else it is Chinese") {
  MemoryFileSystem files;
  const std::string zh = "没有";
  const std::string en = "there is no";
  const auto says = [&](const std::vector<std::string>& arguments, const std::string& locale = "") {
    const std::string said = run_as_asked(files, arguments, locale).err;
    return said.find(en) != std::string::npos   ? "en"
           : said.find(zh) != std::string::npos ? "zh"
                                                : said;
  };
  CHECK(says({"check", "p", "--outptu"}) == "zh");
  for (const char* none : {"C", "POSIX", "C.UTF-8", "de_DE.UTF-8"}) {
    CHECK(says({"check", "p", "--outptu"}, none) == "zh");
  }
  CHECK(says({"check", "p", "--outptu"}, "en_US.UTF-8") == "en");
  CHECK(says({"check", "p", "--outptu", "--lang", "zh-CN"}, "en_US.UTF-8") == "zh");
  files.put("e/data/site.json", R"({"language": "en"})");
  files.put("z/data/site.json", R"({"language": "zh-CN"})");
  CHECK(says({"check", "e", "--outptu"}) == "en");
  CHECK(says({"check", "z", "--outptu"}, "en_US.UTF-8") == "zh");
  CHECK(says({"check", "z", "--outptu", "--lang=en"}) == "en");
}

TEST_CASE("help is in the language of the run, CLI11's own words included") {
  MemoryFileSystem files;
  const std::string zh = run_as_asked(files, {"--help"}).out;
  CHECK(zh.find("用法: huice [选项] 命令\n") != std::string::npos);
  CHECK(zh.find("生成网站、答复、汇编和看板") != std::string::npos);
  for (const char* english : {"Usage", "Print", "Options", "Subcommands", "Examples"}) {
    CAPTURE(english);
    CHECK(zh.find(english) == std::string::npos);
  }
  const std::string en = run(files, {"--help"}).out;
  CHECK(en.find("Usage: huice [OPTIONS] SUBCOMMAND\n") != std::string::npos);
  CHECK(run_as_asked(files, {"init", "--help"}).out.find("必填") != std::string::npos);
  const std::string match = run_as_asked(files, {"match", "--help"}).out;
  CHECK(match.find("文字") != std::string::npos);
  for (const char* type : {"TEXT", "INT"}) CHECK(match.find(type) == std::string::npos);
  CHECK(run_as_asked(files, {"build", "--help"}).out.find("例如：\n  huice build my-city\n") !=
        std::string::npos);
}

TEST_CASE("a message of a project is shown in Chinese, its source line and all") {
  MemoryFileSystem files;
  files.put("p/data/site.json", "{\n");
  const Said said = run_as_asked(files, {"check", "p"});
  CHECK(said.code == 1);
  CHECK(said.err.find("错误[json-ends-early]：文件已到末尾，仍有内容没有结束\n") !=
        std::string::npos);
  CHECK(said.err.find("  提示：请查找没有配对的 { [ 或 \"，或者文件没有保存完整\n") !=
        std::string::npos);
  CHECK(said.err.ends_with("1 个错误；请先改 data/site.json:1 的 json-ends-early\n"));
}

TEST_CASE("a build that fails says what to mend first, and that nothing was changed") {
  MemoryFileSystem files;
  put_starter(files);
  files.put("p/data/site.json", "{\n");
  const Said said = run_as_asked(files, {"build", "p"});
  CHECK(said.code == 1);
  CHECK(
      said.err.ends_with("请先改 data/site.json:1 的 json-ends-early\n"
                         "没有生成页面，p/public 里原有的内容没有改动\n"));
}

TEST_CASE("more than three notes of one code are shown as one, with where the others are") {
  MemoryFileSystem files;
  put_starter(files);
  files.put("p/data/regions.json",
            R"({"regions": [{"id": "example-city", "name": "示例市", "kind": "市",
                             "reviewed": {"on": "2026-03-01"}}]})");
  const std::string zh = run_as_asked(files, {"check", "p"}).err;
  const auto count = [&zh](const std::string& text) {
    std::size_t found = 0;
    for (std::size_t at = zh.find(text); at != std::string::npos; at = zh.find(text, at + 1)) {
      ++found;
    }
    return found;
  };
  CHECK(count("提醒[unreviewed]") == 1);
  CHECK(zh.find("  同类提醒另有 11 个：data/booklets/example-booklet.json:1、"
                "data/dashboards/example-dashboard.json:1、data/glossary.json:4 等\n") !=
        std::string::npos);
  CHECK(zh.find("14 个提醒\n") != std::string::npos);
}

TEST_CASE("while no record has been compared with its source, that is one note for the project") {
  MemoryFileSystem files;
  put_starter(files);
  const std::string zh = run_as_asked(files, {"check", "p"}).err;
  CHECK(zh.find("data/organizations.json:6:5: 提醒[unreviewed]：data 中 16 条公开记录有 16 "
                "条未经核对，第一条是“市财政局”\n") != std::string::npos);
  CHECK(zh.find("\n3 个提醒\n") != std::string::npos);
}

TEST_CASE("what to mend first is the cause, not the references that lead nowhere because of it") {
  MemoryFileSystem misnamed;
  put_starter(misnamed);
  put_folder(misnamed, "templates/project/data/policies", "p/data/polices");
  REQUIRE(misnamed.remove("p/data/policies/example-2026-1.json").ok());
  const std::string folder = run_as_asked(misnamed, {"check", "p"}).err;
  CHECK(folder.find("错误[dangling-reference]") != std::string::npos);
  CHECK(folder.find("请先改 data/polices 的 unknown-data-file\n") != std::string::npos);
  MemoryFileSystem renamed;
  put_starter(renamed);
  std::string policy = renamed.read("p/data/policies/example-2026-1.json").value();
  const std::string id = R"("id": "recognised")";
  REQUIRE(policy.find(id) != std::string::npos);
  policy.replace(policy.find(id), id.size(), R"("id": "Recognised")");
  REQUIRE(renamed.remove("p/data/policies/example-2026-1.json").ok());
  renamed.put("p/data/policies/example-2026-1.json", policy);
  const std::string measure = run_as_asked(renamed, {"check", "p"}).err;
  // What refers to the measure is not said to lead nowhere: its record is there, with a fault.
  CHECK(measure.find("错误[dangling-reference]") == std::string::npos);
  CHECK(measure.find("data/policies/example-2026-1.json:35 的 bad-id\n") != std::string::npos);
}
