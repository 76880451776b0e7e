// SPDX-License-Identifier: Apache-2.0
#pragma once

// Random small projects, made by the field tables: every field of every kind of record is given in
// some projects and left out in others, so that a new field is covered without a line here, or
// random_project() says what it cannot make.

#include <nlohmann/json.hpp>

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace huice::test {

using Json = nlohmann::ordered_json;

struct RandomProject {
  std::map<std::string, Json> records;       ///< by path below data/, without .json
  std::map<std::string, std::string> texts;  ///< other files, by path below data/
  std::string as_of;                         ///< before, between or after the days of its texts
  Json answers;        ///< those of one enterprise; what it did not answer is left out
  std::string roster;  ///< CSV, its first row the same enterprise
};

/// The fields that were made, as "policy.dates.signed".
struct Coverage {
  std::set<std::string> given;
  std::set<std::string> left_out;
};

/// The same project for the same seed, everywhere. Throws std::logic_error where the tables have a
/// kind of value that it cannot make.
RandomProject random_project(std::uint64_t seed, Coverage& coverage);

/// All fields of the tables, named likewise, and those that random projects never have.
std::set<std::string> all_fields();
const std::set<std::string>& fields_never_made();

/// Its files, by path below the project's folder.
std::map<std::string, std::string> files_of(const RandomProject& project);

}  // namespace huice::test
