// SPDX-License-Identifier: Apache-2.0
#pragma once

// What can be asked of a project by its folder, one function a question: each opens the project,
// takes the way that the question needs, and answers. A day that is none, and a name that is not
// there, is refused.

#include "project/setting.h"

#include <array>
#include <cstdint>
#include <string>
#include <vector>

namespace huice::project {

struct CheckOptions {
  std::string project = ".";
  std::string as_of;    ///< YYYY-MM-DD; empty: today
  bool strict = false;  ///< warnings fail too
};

/// What is wrong with a project, and what does not fit together: the problems. `said` says what was
/// checked where nothing is wrong.
Answer check(const CheckOptions& options, const Setting& setting);

struct BuildOptions {
  std::string project = ".";
  std::string output;  ///< empty: <project>/public, or <project>/internal
  std::string as_of;   ///< YYYY-MM-DD; empty: today
  std::string audience = "public";
  bool strict = false;
  int threads = 0;
};

/// Renders a project's website, replies, booklets and dashboards and publishes them in one step.
Answer build(const BuildOptions& options, const Setting& setting);

struct FactsOptions {
  std::string id;
  std::string project = ".";
  std::string as_of;  ///< YYYY-MM-DD; empty: today
  std::string audience = "public";
  std::string format = "text";  ///< or json
};

/// What a fact says, where it comes from, and every page that depends on it.
Answer facts(const FactsOptions& options, const Setting& setting);

struct MatchOptions {
  std::string project = ".";
  std::string profile;  ///< a JSON file with one enterprise's answers; "-": standard input
  std::string roster;   ///< or a table with one enterprise a row; "-": CSV from standard input
  std::string sheet;    ///< of a workbook; empty: its first
  std::string output;   ///< of a roster: .csv, .xlsx, .json or .jsonl
  std::vector<std::string> columns;  ///< of that output; empty: all
  std::vector<std::string> only;     ///< verdicts to write, as keys or in Chinese; empty: all
  std::string as_of;                 ///< YYYY-MM-DD; empty: today
  std::string format = "text";
  int threads = 0;
  /// Bytes of all cells that are written of a roster. 10,000 enterprises and the shipped measures
  /// make 0.5 GB.
  std::uint64_t most_output = std::uint64_t{16} << 30U;
};

/// The first option given that only rosters have, like “--only”; empty where there is none.
std::string roster_option(const MatchOptions& options);

/// What enterprises may have: one profile as a report or JSON, or a roster as a table.
Answer match(const MatchOptions& options, const Setting& setting);

struct ExamplesOptions {
  std::string project = ".";
  bool rewrite = false;  ///< write what the records give into the examples
};

/// The worked examples that the records do not bear out, each with what it expects and what the
/// records give. With `rewrite` their files say the latter afterwards; nothing else in them
/// changes.
Answer examples(const ExamplesOptions& options, const Setting& setting);

struct LetterOptions {
  std::vector<std::string> words;  ///< the project's folder, if the first one is, then ids
  bool all = false;
  std::vector<std::string> formats;   ///< empty: all that can be made here
  std::string output;                 ///< empty: <project>/drafts
  std::string as_of;                  ///< YYYY-MM-DD; empty: today
  bool final = false;                 ///< nothing open, nothing that nobody has checked
  std::string pdf_standard = "ua-1";  ///< kPdfStandards
  bool sheet = false;                 ///< a review sheet beside each letter
  std::vector<std::string> with;      ///< what goes out with a letter: opinion, copies
  std::string read;                   ///< a Word file to be read back, of read_letter()
  bool apply = false;                 ///< what it changes is written into the records
  int threads = 0;
};

/// The standards a letter's PDF may keep to: PDF/UA-1, PDF/A …, or none.
inline constexpr std::array kPdfStandards{"ua-1", "a-1a", "a-1b", "a-2a", "a-2b", "a-2u",
                                          "a-3a", "a-3b", "a-3u", "a-4",  "none"};

/// Makes reply letters (答复函), each by itself: what is wrong with one stops no other.
Answer letters(const LetterOptions& options, const Setting& setting);

/// Reads a letter that was edited in Word: what is a change of its record, as a patch.
Answer read_letter(const LetterOptions& options, const Setting& setting);
struct LetterVerifyOptions {
  std::string file;             ///< .docx or .pdf; empty: none is asked for
  std::string format = "text";  ///< or json
};

/// What a letter's file makes of each rule of GB/T 9704-2012: kept, broken, or cannot be told.
Answer verify_letter(const LetterVerifyOptions& options, const Setting& setting);

struct RenderOptions {
  std::string template_file;
  std::string data;    ///< a JSON file; "-": standard input; empty: no data
  std::string format;  ///< html, md, typ, xml, json, csv, txt; empty: by the template's name
};

/// Renders one template with data of one's own.
Answer render(const RenderOptions& options, const Setting& setting);

}  // namespace huice::project
