// SPDX-License-Identifier: Apache-2.0
// House rules that a compiler cannot see: the licence line, no printing or exiting below cli/, and
// file names that say what is in them.
#include "architecture/functions.h"
#include "architecture/repository.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <regex>
#include <set>

using namespace huice::architecture;

namespace {

bool is_source(const File& file) {
  static const std::set<std::string> extensions{".cpp", ".h",   ".inc", ".cmake", ".sh",
                                                ".py",  ".mjs", ".js",  ".css",   ".yml"};
  return extensions.contains(file.extension()) || file.name() == "CMakeLists.txt" ||
         file.text.starts_with("#!");
}

std::vector<std::string> without_licence(const std::vector<File>& files) {
  std::vector<std::string> out;
  for (const File& file : files) {
    if (!is_source(file)) continue;
    const std::vector<std::string_view> lines = file.lines();
    const auto end = lines.begin() + std::min<std::ptrdiff_t>(3, std::ssize(lines));
    const bool named = std::any_of(lines.begin(), end, [](std::string_view line) {
      return line.find("SPDX-License-Identifier: Apache-2.0") != std::string_view::npos;
    });
    if (!named) out.push_back(file.path + ": no SPDX line among the first three");
  }
  return out;
}

std::vector<std::string> prints_or_exits(const std::vector<File>& files) {
  static const std::regex forbidden(
      R"(\bstd::(cout|cerr|clog|puts)\b|\b(printf|fprintf|puts|exit|_Exit|quick_exit|abort)\s*\()");
  std::vector<std::string> out;
  for (const File& file : files) {
    if (file.path.starts_with("src/cli/") || file.path == "src/main.cpp") continue;
    const File code{file.path, code_only(file.text)};
    std::size_t number = 0;
    for (const std::string_view line : code.lines()) {
      ++number;
      std::match_results<std::string_view::const_iterator> match;
      if (std::regex_search(line.begin(), line.end(), match, forbidden)) {
        out.push_back(at(file, number, "“" + match.str() + "”: the library never prints or exits"));
      }
    }
  }
  return out;
}

// JSON is read and written in base/json alone, so that every file's repeated keys, depth and
// places are treated alike.
std::vector<std::string> json_elsewhere(const std::vector<File>& files) {
  std::vector<std::string> out;
  for (const File& file : files) {
    if (!file.path.starts_with("src/") || file.path.starts_with("src/base/json/")) continue;
    std::size_t number = 0;
    for (const std::string_view line : file.lines()) {
      ++number;
      if (line.find("nlohmann") != std::string_view::npos) {
        out.push_back(at(file, number, "read and write JSON through base/json"));
      }
    }
  }
  return out;
}

std::vector<std::string> named_for_nothing(const std::vector<File>& files) {
  static const std::regex grab_bag(R"((^|[/_.-])(utils?|helpers?|common|misc)([/_.-]|$))");
  std::vector<std::string> out;
  for (const File& file : files) {
    if (std::regex_search(file.path, grab_bag))
      out.push_back(file.path + ": says nothing of what is in it");
  }
  return out;
}

// A walk of its own through chapters and articles: `for (const Article& one : section.articles)`.
std::vector<std::string> own_walks(const std::vector<File>& files) {
  static const std::regex walk(R"(for\s*\([^;{:]*(Article|auto)&[^;{]*(\.|->)articles\))");
  std::vector<std::string> out;
  for (const File& file : files) {
    if (file.path == "src/model/walk.h" || !file.path.starts_with("src/")) continue;
    const std::string code = code_only(file.text);
    if (std::regex_search(code, walk)) out.push_back(file.path + ": model/walk.h does that");
  }
  return out;
}

// Who may hold a pointer to memory of no type, and why. None of them points to a record.
struct Allowed {
  std::string_view path;
  std::string_view why;
};

constexpr std::array<Allowed, 9> kUntyped{
    {{"src/model/schema/", "the field tables, by which one loader reads records of every kind"},
     {"src/load/", "that loader"},
     {"src/formats/xml_stream.cpp", "callbacks of expat"},
     {"src/formats/zip_parts.cpp", "callbacks of libzip"},
     {"src/cli/icu_stop.cpp", "memory functions of ICU"},
     {"src/template/values/views.h", "operator new and delete of template values"},
     {"src/template/values/comparison.cpp", "which list or mapping two values are, for circles"},
     {"src/template/values/search.h", "memmem of the C library"},
     {"src/template/run/stack.cpp", "an address on the stack, to see how deep it is"}}};

// Who may take the words of a library's error. None of them shows such words to people.
constexpr std::array<Allowed, 4> kOthersErrors{
    {{"src/base/json/read.cpp",
      "base/json/syntax_error.cpp says in our words what the parser said"},
     {"src/formats/pdf_worker.cpp",
      "what Typst says of a form that an office wrote in its language, with its place"},
     {"src/base/system_reason.cpp", "the system's reasons that no phrase of ours names"},
     {"src/cli/command_line.cpp", "what was wrong with an option; an error that nobody foresaw"}}};

bool is_allowed(const Allowed& one, const File& file) {
  return one.path.ends_with('/') ? file.path.starts_with(one.path) : file.path == one.path;
}

bool takes_others_words(const File& file) {
  static const std::regex words(
      R"(\bwhat\(\)|strerror|XML_ErrorString|others_words\{|_category\(\))");
  return file.path.starts_with("src/") && std::regex_search(code_only(file.text), words);
}

bool has_untyped_pointer(const File& file) {
  static const std::regex pointer(R"(\bvoid\s*(const\s*)?\*|\bstd::any\b)");
  return std::regex_search(code_only(file.text), pointer);
}

std::vector<std::string> untyped_pointers(const std::vector<File>& files) {
  std::vector<std::string> out;
  for (const File& file : files) {
    const bool known = std::any_of(kUntyped.begin(), kUntyped.end(),
                                   [&file](const Allowed& one) { return is_allowed(one, file); });
    if (!known && has_untyped_pointer(file)) {
      out.push_back(file.path + ": a record has a type; see ShapeFor in model/schema/shape.h");
    }
  }
  return out;
}

// Entries of the list that no file needs any more.
std::vector<std::string> needless_entries(const std::vector<File>& files) {
  std::vector<std::string> out;
  for (const Allowed& one : kUntyped) {
    const bool needed = std::any_of(files.begin(), files.end(), [&one](const File& file) {
      return is_allowed(one, file) && has_untyped_pointer(file);
    });
    if (!needed) out.push_back(std::string(one.path) + ": " + std::string(one.why));
  }
  return out;
}

// Views and pages that reach the library without a Reader, whose questions would not be noted.
std::vector<std::string> past_the_reader(const std::vector<File>& files) {
  static const std::regex include(R"(#include "(model/library|derive/indexes)\.h")");
  static const std::regex name(R"(\b(Library|Indexes)\b)");
  std::vector<std::string> out;
  for (const File& file : files) {
    const bool bound = file.path.starts_with("src/view/") || file.path.starts_with("src/pages/");
    const bool reader = file.path == "src/view/reader.h" || file.path == "src/view/reader.cpp";
    if (!bound || reader) continue;
    const std::string code = code_only(file.text);
    if (std::regex_search(file.text, include) || std::regex_search(code, name)) {
      out.push_back(file.path + ": asks the library, not view/reader.h");
    }
  }
  return out;
}

}  // namespace

TEST_CASE("records are reached without their type by the tables and the loader alone") {
  const std::vector<File> files = files_under("src");
  const std::vector<std::string> found = untyped_pointers(files);
  INFO(listed(found));
  CHECK(found.empty());
  const std::vector<std::string> needless = needless_entries(files);
  INFO(listed(needless));
  CHECK(needless.empty());
}

TEST_CASE("an untyped pointer elsewhere is found, and so is an exception that nobody needs") {
  const std::string use = "void visit(const Shape& shape, const void* record);";
  CHECK(untyped_pointers({{"src/check/a.h", use}}).size() == 1);
  CHECK(untyped_pointers({{"src/check/a.h", "int f(void  *x);"}}).size() == 1);
  CHECK(untyped_pointers({{"src/check/a.h", "int f(void const* x);"}}).size() == 1);
  CHECK(untyped_pointers({{"src/check/a.h", "std::any record;"}}).size() == 1);
  CHECK(untyped_pointers({{"src/formats/zip_parts.h", use}}).size() == 1);
  CHECK(untyped_pointers({{"src/check/a.h", "// a void* is refused\nvoid f();"}}).empty());
  CHECK(untyped_pointers({{"src/model/schema/a.h", use}, {"src/load/a.h", use}}).empty());
  CHECK(needless_entries({{"src/load/a.h", use}}).size() == kUntyped.size() - 1);
}

TEST_CASE("views and pages reach the library through their Reader alone") {
  const std::vector<std::string> found = past_the_reader(files_under("src"));
  INFO(listed(found));
  CHECK(found.empty());
}

TEST_CASE("a view that includes or names the library is found, the Reader is not") {
  const std::string include = "#include \"model/library.h\"\n";
  CHECK(past_the_reader({{"src/view/tables/a.cpp", include}}).size() == 1);
  CHECK(past_the_reader({{"src/pages/a.cpp", "#include \"derive/indexes.h\"\n"}}).size() == 1);
  CHECK(past_the_reader({{"src/pages/a.h", "void f(const model::Library& all);"}}).size() == 1);
  CHECK(past_the_reader({{"src/view/reader.cpp", include}}).empty());
  CHECK(past_the_reader({{"src/check/a.cpp", include}}).empty());
  CHECK(past_the_reader({{"src/view/a.cpp", "// the Library's order\n"}}).empty());
}

TEST_CASE("policies are walked through chapter by chapter and article by article in one place") {
  const std::vector<std::string> found = own_walks(files_under("src"));
  INFO(listed(found));
  CHECK(found.empty());
}

TEST_CASE("a walk of its own through articles is found, one through an article's measures is not") {
  const std::string loop = "for (const Article& article : section.articles) use(article);";
  CHECK(own_walks({{"src/check/a.cpp", loop}}).size() == 1);
  CHECK(own_walks({{"src/check/a.cpp", "for (const auto& one :\n  p->articles) {}"}}).size() == 1);
  CHECK(own_walks({{"src/model/walk.h", loop}}).empty());
  CHECK(own_walks({{"src/check/a.cpp", "for (auto& m : in.article->measures) {}"}}).empty());
}

TEST_CASE("JSON is read and written in base/json alone") {
  const std::vector<std::string> found = json_elsewhere(files_under("src"));
  INFO(listed(found));
  CHECK(found.empty());
  CHECK(json_elsewhere({{"src/load/a.cpp", "\n#include <nlohmann/json.hpp>\n"},
                        {"src/base/json/read.cpp", "#include <nlohmann/json.hpp>\n"}}) ==
        std::vector<std::string>{"src/load/a.cpp:2: read and write JSON through base/json"});
}

TEST_CASE("every source file names its licence in one SPDX line") {
  const std::vector<std::string> found = without_licence(files_under(""));
  INFO(listed(found));
  CHECK(found.empty());
}

TEST_CASE("a source file without a licence is found, a record is not asked for one") {
  CHECK(without_licence({{"a.cpp", "int x;\n"}, {"tools/b", "#!/bin/sh\n"}}).size() == 2);
  CHECK(without_licence({{"a.cpp", "// SPDX-License-Identifier: Apache-2.0\n"}, {"c.json", "{}"}})
            .empty());
}

TEST_CASE("nothing in src/ prints or exits but the command line") {
  const std::vector<std::string> found = prints_or_exits(files_under("src"));
  INFO(listed(found));
  CHECK(found.empty());
}

TEST_CASE("planted printing is found in code, not in comments or strings") {
  const auto findings = [](const std::string& path, const std::string& text) {
    return prints_or_exits({{path, text}}).size();
  };
  CHECK(findings("src/load/a.cpp", "void f() { std::cerr << 1; }\n") == 1);
  CHECK(findings("src/load/a.cpp", "void f() {\n std::exit(1);\n abort ();\n}\n") == 2);
  CHECK(findings("src/load/a.cpp", "// never printf(1)\nauto s = \"exit(1)\"; /* abort() */\n") ==
        0);
  CHECK(findings("src/load/a.cpp", "void f() { snprintf(b, 1, c); on_exit(); }\n") == 0);
  CHECK(findings("src/cli/a.cpp", "void f() { std::cout << 1; }\n") == 0);
}

TEST_CASE("no file or folder is named utils, helpers, common or misc") {
  const std::vector<std::string> found = named_for_nothing(files_under(""));
  INFO(listed(found));
  CHECK(found.empty());
}

TEST_CASE("a grab-bag name is found anywhere in the path") {
  CHECK(named_for_nothing({{"src/base/string_utils.h", ""},
                           {"src/common/a.h", ""},
                           {"tests/unit/helper.h", ""},
                           {"tools/misc", ""}})
            .size() == 4);
  CHECK(named_for_nothing({{"src/base/commonmark.h", ""}, {"data/community.json", ""}}).empty());
}

TEST_CASE("the words of libraries reach nobody") {
  std::vector<std::string> found;
  for (const File& file : files_under("src")) {
    const bool allowed = std::any_of(kOthersErrors.begin(), kOthersErrors.end(),
                                     [&](const Allowed& one) { return is_allowed(one, file); });
    if (!allowed && takes_others_words(file)) found.push_back(file.path);
  }
  CHECK(found == std::vector<std::string>{});
  CHECK(takes_others_words({"src/a.cpp", "f(error.what());"}));
  CHECK(takes_others_words({"src/a.cpp", "f(zip_error_strerror(&error));"}));
}
