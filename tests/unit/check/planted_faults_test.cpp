// SPDX-License-Identifier: Apache-2.0
// Each folder of tests/sites_invalid/findings/ but `base` plants one fault into the base project:
// change.json says which replacements make the fault, and which make its clean twin, the nearest
// thing that is no fault; where that makes another finding, `twin_has` says which; expected.txt is
// what huice says of the fault, to the letter. HUICE_UPDATE_GOLDEN=1 writes the texts anew.
#include "check/changed_project.h"
#include "check/codes.h"

#include <cstdlib>
#include <fstream>
#include <set>

using namespace huice;
using namespace huice::test;

namespace {

struct Fault {
  std::string name;
  std::string code;
  std::string as_of;
  nlohmann::json changes;
  nlohmann::json twin;
  std::set<std::string> twin_has;
};

std::vector<Fault> faults() {
  std::vector<Fault> out;
  const RealFileSystem disk;
  auto entries = disk.list(kFindings);
  REQUIRE(entries.ok());
  for (const DirectoryEntry& entry : entries.value()) {
    if (entry.name == "base") continue;
    const auto text = disk.read(kFindings + "/" + entry.name + "/change.json");
    REQUIRE_MESSAGE(text.ok(), entry.name, " has no change.json");
    const auto json = nlohmann::json::parse(text.value());
    out.push_back({entry.name, json.at("code").get<std::string>(),
                   json.value("as_of", std::string("2026-03-01")), json.at("fault"),
                   json.at("twin"), json.value("twin_has", std::set<std::string>())});
  }
  return out;
}

std::string text_of(const std::vector<Diagnostic>& said) {
  std::string text;
  for (const Diagnostic& found : said) text += format_diagnostic(found);
  return text;
}

std::set<std::string> codes_of(const std::vector<Diagnostic>& said) {
  std::set<std::string> codes;
  for (const Diagnostic& one : said) codes.emplace(one.code.slug());
  return codes;
}

}  // namespace

TEST_CASE("the project that faults are planted into has none") {
  const std::string said = text_of(said_of(nlohmann::json::array(), "2026-03-01"));
  CHECK(said == "");
}

TEST_CASE("each planted fault is found, with its place and its words") {
  const char* asked = std::getenv("HUICE_UPDATE_GOLDEN");
  const bool update = asked != nullptr && *asked != '\0';
  const auto all = faults();
  CHECK(all.size() >= 60);
  for (const Fault& fault : all) {
    CAPTURE(fault.name);
    const auto said = said_of(fault.changes, fault.as_of);
    CHECK(codes_of(said).contains(fault.code));
    const std::string path = kFindings + "/" + fault.name + "/expected.txt";
    if (update) std::ofstream(path, std::ios::binary) << text_of(said);
    const auto expected = RealFileSystem().read(path);
    REQUIRE_MESSAGE(expected.ok(), "expected.txt is missing");
    CHECK(text_of(said) == expected.value());
  }
}

TEST_CASE("the clean twin of each planted fault gives no finding, or another one that it names") {
  for (const Fault& fault : faults()) {
    CAPTURE(fault.name);
    CHECK_FALSE(fault.twin_has.contains(fault.code));
    const auto said = said_of(fault.twin, fault.as_of);
    const std::string text = text_of(said);
    CAPTURE(text);
    CHECK(codes_of(said) == fault.twin_has);
  }
}

TEST_CASE("every finding has a planted fault") {
  std::set<std::string> planted;
  for (const Fault& fault : faults()) planted.insert(fault.code);
  for (const Code code : check::finding_codes()) {
    CAPTURE(code.slug());
    CHECK(planted.contains(std::string(code.slug())));
  }
}
