// SPDX-License-Identifier: Apache-2.0
#pragma once

// Projects in .case documents (docs/testing.md, "Planted faults"). A project is one section for
// each of its files, headed by the path; a fault is a change of another project, as hunks.

#include "support/case_file.h"

#include <map>
#include <set>
#include <string>

namespace huice::test {

/// Path within the project -> bytes.
using Files = std::map<std::string, std::string>;

/// What `--- data/x.csv escaped` means: \r, \\ and \xNN are the byte they name, and a \ at the end
/// of a line takes the line break away. `section` is its place for errors.
std::string unescape(const std::string& body, const Section& section, const std::string& document);

/// The files of a case whose sections are files and one `expected`. Throws CaseError, also for a
/// file given twice.
Files project_of(const Case& one);

/// The text of the section `expected`.
std::string expected_of(const Case& one);
/// Replaces it.
void set_expected(Case& one, const std::string& text);

struct Fault {
  std::string code;                ///< of the finding that the fault gives
  Files fault;                     ///< the whole project with the fault
  Files twin;                      ///< the nearest project without it
  std::set<std::string> twin_has;  ///< the codes that the twin gives all the same
};

/// A case of sections `code`, `fault PATH [from PATH]`, `twin PATH [from PATH]`, `twin-has`,
/// `expected`, applied to the files of `base`; `twin` alone is `base` itself. Throws CaseError.
Fault fault_of(const Case& one, const Files& base);

}  // namespace huice::test
