// SPDX-License-Identifier: Apache-2.0
// Short functions and files, or a reason. A file over 500 lines says `Long: why` among its first
// ten lines, a function over 60 in the comment right above it.
#include "architecture/functions.h"
#include "architecture/repository.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

using namespace huice::architecture;

namespace {

constexpr std::size_t kFileLines = 500;
constexpr std::size_t kFunctionLines = 60;

bool gives_reason(const std::vector<std::string_view>& lines, std::size_t from, std::size_t to) {
  for (std::size_t i = from; i < std::min(to, lines.size()); ++i) {
    if (lines[i].find("Long: ") != std::string_view::npos) return true;
  }
  return false;
}

std::vector<std::string> long_files(const std::vector<File>& files) {
  static const std::set<std::string> extensions{".cpp", ".h",   ".inc", ".py",
                                                ".sh",  ".mjs", ".js",  ".css"};
  std::vector<std::string> out;
  for (const File& file : files) {
    if (!extensions.contains(file.extension()) && !file.text.starts_with("#!")) continue;
    const std::vector<std::string_view> lines = file.lines();
    if (lines.size() <= kFileLines || gives_reason(lines, 0, 10)) continue;
    out.push_back(file.path + ": " + std::to_string(lines.size()) + " lines and no reason");
  }
  return out;
}

bool reason_above(const std::vector<std::string_view>& lines, std::size_t first_line) {
  std::size_t from = first_line - 1;
  while (from > 0 && lines[from - 1].starts_with("//")) --from;
  return gives_reason(lines, from, first_line - 1);
}

std::vector<std::string> long_functions(const std::vector<File>& files) {
  std::vector<std::string> out;
  for (const File& file : files) {
    if (file.extension() != ".cpp" && file.extension() != ".h") continue;
    const std::vector<std::string_view> lines = file.lines();
    for (const Function& function : functions_in(file.text)) {
      if (function.length() <= kFunctionLines || reason_above(lines, function.first_line)) continue;
      out.push_back(at(file, function.first_line,
                       std::to_string(function.length()) + " lines: " + function.head));
    }
  }
  return out;
}

std::string repeated(const std::string& line, std::size_t times) {
  std::string out;
  for (std::size_t i = 0; i < times; ++i) out += line;
  return out;
}

}  // namespace

TEST_CASE("files of more than 500 lines give their reason") {
  const std::vector<std::string> found = long_files(files_under(""));
  INFO(listed(found));
  CHECK(found.empty());
}

TEST_CASE("functions of more than 60 lines give their reason") {
  std::vector<File> files = files_under("src");
  const std::vector<File> tests = files_under("tests");
  files.insert(files.end(), tests.begin(), tests.end());
  const std::vector<std::string> found = long_functions(files);
  INFO(listed(found));
  CHECK(found.empty());
}

TEST_CASE("a long file is found unless it gives a reason") {
  const std::string body = repeated("int x;\n", 501);
  CHECK(long_files({{"a.cpp", body}}) ==
        std::vector<std::string>{"a.cpp: 501 lines and no reason"});
  CHECK(long_files({{"a.cpp", "// Long: one table.\n" + body}}).empty());
  CHECK(long_files({{"a.json", body}}).empty());
}

TEST_CASE("a long function is found unless it gives a reason") {
  const std::string body = "int f(int a,\n      int b) {\n" + repeated("  g(\"}\");\n", 60) + "}\n";
  CHECK(long_functions({{"a.cpp", "int x;\n" + body}}) ==
        std::vector<std::string>{"a.cpp:2: 63 lines: int f(int a, int b)"});
  CHECK(long_functions({{"a.cpp", "// Long: a table of cases.\n" + body}}).empty());
}

TEST_CASE("functions are found in classes and after initialiser lists, tables are not functions") {
  const std::vector<Function> found = functions_in(R"code(
#define LOOP(x) { x
namespace a {
template <typename T>
class Box : public Base<T> {
 public:
  explicit Box(T v) : Base<T>{v}, more_{1} {
    use(v);
  }
  bool operator==(const Box& o) const {
    return [&] { return true; }();
  }
};
enum class Kind { one, two };
const std::map<int, int> kTable{{1, 2}};
const int kList[] = {f(1), 2};
auto make(char c = '{', char32_t d = U'{') -> int { return 1'000; }
}  // namespace a
)code");
  REQUIRE(found.size() == 3);
  CHECK(found[0].head == "explicit Box(T v) : Base<T>{v}, more_{1}");
  CHECK(found[0].length() == 3);
  CHECK(found[1].head == "bool operator==(const Box& o) const");
  CHECK(found[2].length() == 1);
}
