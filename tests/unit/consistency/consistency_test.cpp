// SPDX-License-Identifier: Apache-2.0
// Random projects, with any subset of their optional fields, any relation between two texts and any
// day: what pages, reports and rosters say of them is compared with the records and with each
// other. HUICE_PROPERTY_SEED and HUICE_PROPERTY_COUNT choose other projects, and how many.
#include "base/files.h"
#include "consistency/contradictions.h"
#include "consistency/shrink.h"
#include "paths.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <string>

using namespace huice;
using namespace huice::test;

namespace {

#if defined(__has_feature)
#define HUICE_HAS_FEATURE(name) __has_feature(name)
#else
#define HUICE_HAS_FEATURE(name) 0
#endif

#if defined(__SANITIZE_ADDRESS__) || HUICE_HAS_FEATURE(address_sanitizer)
constexpr std::uint64_t kProjects = 40;
constexpr std::uint64_t kLongProjects = 2'000;
#else
constexpr std::uint64_t kProjects = 2000;
constexpr std::uint64_t kLongProjects = 50'000;
#endif

std::uint64_t from_environment(const char* name, std::uint64_t otherwise) {
  const char* given = std::getenv(name);
  return given == nullptr ? otherwise : std::strtoull(given, nullptr, 10);
}

std::string listed(const std::vector<std::string>& sentences) {
  std::string out;
  for (const std::string& one : sentences) out += one + "\n";
  return out;
}

std::string printed(const RandomProject& project) {
  std::string out;
  for (const auto& [path, text] : files_of(project)) out += path + "\n" + text + "\n";
  return out + "answers " + project.answers.dump() + "\n" + project.roster;
}

// The smallest project found that still contradicts, with what does.
void show(const RandomProject& project, OutputMaker& maker) {
  const auto fails = [&maker](const RandomProject& less) {
    const Outputs outputs = maker.make(less);
    return outputs.wrong.empty() && !contradictions(less, outputs).empty();
  };
  const RandomProject small = fails(project) ? shrunk(project, fails, 300) : project;
  MESSAGE("as of ", small.as_of, "\n", listed(contradictions(small, maker.make(small))),
          printed(small));
}

void compare(std::uint64_t seed, std::uint64_t count) {
  MESSAGE("seeds ", seed, " to ", seed + count - 1);
  OutputMaker maker;
  Coverage coverage;
  int failed = 0;
  for (std::uint64_t i = seed; i < seed + count && failed < 5; ++i) {
    const RandomProject project = random_project(i, coverage);
    const auto found = contradictions(project, maker.make(project));
    CHECK_MESSAGE(found.empty(), "project of seed " << i << ", as of " << project.as_of << ":\n"
                                                    << listed(found));
    if (!found.empty() && ++failed == 1) show(project, maker);
  }
}

// The fields that are in one of the two alone.
std::vector<std::string> without(const std::set<std::string>& all,
                                 const std::set<std::string>& known) {
  std::vector<std::string> left;
  std::set_difference(all.begin(), all.end(), known.begin(), known.end(), std::back_inserter(left));
  return left;
}

// What a wrong template makes of the projects: the first contradiction, or nothing.
std::string first_contradiction(OutputMaker& maker, std::uint64_t most) {
  Coverage coverage;
  for (std::uint64_t i = 1; i <= most; ++i) {
    const RandomProject project = random_project(i, coverage);
    const auto found = contradictions(project, maker.make(project));
    if (!found.empty()) return found.front();
  }
  return {};
}

struct WrongLook {
  const char* what;
  const char* file;
  const char* right;
  const char* wrong;
};

const std::vector<WrongLook>& wrong_looks() {
  static const std::vector<WrongLook> all{
      {"a card without its standing", "site/macros.html",
       "{%- if measure.own_standing is not none %}", "{%- if false %}"},
      {"the same in Markdown", "site/macros.md", "{% if standing is not none %}", "{% if false %}"},
      {"a list of offers without it", "site/macros.html",
       "{% if measure.own_standing is not none %}", "{% if false %}"},
      {"a card without its conflict", "site/macros.html",
       "{{- known_fact(t.measure.conflict, measure.conflict) }}", ""},
      {"a letter without its cautions", "site/reply.html", "{%- if cautions %}", "{%- if false %}"},
      {"a status that is always 有效", "site/macros.html", "{{ status.text }}", "有效"},
      {"a recorded time limit as 未载明", "site/macros.html",
       "{{- fact(t.guide.time_limit, guide.time_limit) }}",
       "{{- fact(t.guide.time_limit, none) }}"},
      {"recorded amounts as 未载明", "site/macros.md",
       "{{ fact(t.measure.amount, amounts(measure)) }}", "{{ fact(t.measure.amount, none) }}"},
      {"a target's term as 未载明", "site/macros.html", "{{- target.term or unstated() }}",
       "{{- unstated() }}"},
      {"a chapter with an id of the page's own", "site/policy.html", "id=\"_part-{{ part.id }}\"",
       "id=\"_main\""},
      {"whom a measure is for, without a definition, in Markdown", "site/macros.md",
       "{% if item.definition is not none %}", "{% if false %}"},
      {"another sum in Markdown", "site/macros.md", "**{{ measure.headline }}**",
       "**{{ measure.headline }}1**"},
      {"a report that lists what is over", "match/report.txt", "{{ t.match.notice }}",
       "{% for measure in measures %}{{ measure.title }}{% endfor %}"},
      {"a report without conflicts", "match/report.txt", "{%- if measure.conflict %}",
       "{%- if false %}"}};
  return all;
}

}  // namespace

TEST_CASE("pages, reports and rosters of random projects never contradict each other") {
  compare(from_environment("HUICE_PROPERTY_SEED", 1),
          from_environment("HUICE_PROPERTY_COUNT", kProjects));
}

TEST_CASE("nor do those of many more random projects" * doctest::test_suite("long")) {
  compare(from_environment("HUICE_PROPERTY_SEED", 100'001),
          from_environment("HUICE_PROPERTY_COUNT", kLongProjects));
}

TEST_CASE("random projects give and leave out every field of the tables") {
  Coverage coverage;
  for (std::uint64_t seed = 1; seed <= 2'000; ++seed) random_project(seed, coverage);
  std::set<std::string> known = fields_never_made();
  known.insert(coverage.given.begin(), coverage.given.end());
  const auto never_given = without(all_fields(), known);
  CHECK_MESSAGE(never_given.empty(), listed(never_given));
  CHECK(coverage.left_out.size() > coverage.given.size() / 2);
}

TEST_CASE("a rule that is switched off is noticed") {
  std::set<Rule> unnoticed(std::begin(kAllRules), std::end(kAllRules));
  OutputMaker maker;
  Coverage coverage;
  for (std::uint64_t seed = 1; seed <= 600 && !unnoticed.empty(); ++seed) {
    const RandomProject project = random_project(seed, coverage);
    const Outputs outputs = maker.make(project);
    std::erase_if(unnoticed,
                  [&](Rule rule) { return !contradictions(project, outputs, {rule}).empty(); });
  }
  for (const Rule rule : unnoticed) MESSAGE("not noticed: rule ", static_cast<int>(rule));
  CHECK(unnoticed.empty());
}

TEST_CASE("a template that leaves out or contradicts what is on record is noticed") {
  const RealFileSystem disk;
  for (const WrongLook& one : wrong_looks()) {
    CAPTURE(std::string(one.what));
    const std::string path = std::string("templates/") + one.file;
    std::string text = disk.read(source_path("/" + path)).value();
    const std::string right = one.right;
    REQUIRE(text.find(right) != std::string::npos);
    for (std::size_t at = text.find(right); at != std::string::npos; at = text.find(right, at + 1))
      text.replace(at, right.size(), one.wrong);
    OutputMaker maker;
    maker.override_look(path, text);
    const std::string found = first_contradiction(maker, 240);
    CHECK_FALSE(found.empty());
    CHECK_MESSAGE(found.find("error[") == std::string::npos, found);
  }
}
