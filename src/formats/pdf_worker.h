// SPDX-License-Identifier: Apache-2.0
#pragma once

// Typst's sources to PDF, by Typst itself: in one program of Node (pdf/worker.mjs, which says what
// goes over the line) that is started with the first source and makes all that follow. Without Node
// or without Typst's package, or where the program ends, hangs or grows, there is a message that
// says what to do, and never more than that.

#include "base/programs.h"
#include "base/result.h"

#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

namespace huice::formats {

/// A file that a source reads.
struct PdfPart {
  std::string bytes{};
  std::string shown{};  ///< where it is from, for messages
};

struct PdfJob {
  std::string source{};
  std::map<std::string, PdfPart> parts{};           ///< by the name that the source gives
  std::map<std::string, std::string> characters{};  ///< which are set in a face, by its name
  std::string standard{};                           ///< ua-1, a-2a …; empty: none
  /// By face, in their order: fonts that come before those which faces.typ among the parts names.
  std::map<std::string, std::vector<std::string>> fonts{};
};

/// A face that is not set in the office's own font, or characters of it that its font lacks.
struct FontSubstitute {
  std::string face{};
  std::string font{};
  std::string instead_of{};  ///< the font that was asked for first; empty where `characters` is not
  std::string characters{};
};

struct Pdf {
  std::string bytes{};
  unsigned pages = 0;
  std::vector<FontSubstitute> substitutes{};
};

/// What to tell of a substitute.
Message told(const FontSubstitute& substitute);

struct PdfOptions {
  std::string node = "node";         ///< the program, by path or name
  std::string folder{};              ///< of worker.mjs and its packages
  std::vector<std::string> fonts{};  ///< folders, beside those of the system
  ProgramLimits limits{};            ///< of one source
  std::uint64_t memory = 1U << 30U;  ///< bytes; a worker that takes more is followed by another
};

/// May be used from several threads, one after the other.
class PdfWorker {
 public:
  /// REQUIRES: `programs` outlives the worker.
  PdfWorker(Programs& programs, PdfOptions options)
      : programs_(programs), options_(std::move(options)) {}

  /// `where` is what the source was made of. Of sources that take too long, one after the other,
  /// kMostSlow are tried: then there is no PDF of any other. Errors: pdf_no_node, pdf_no_typst,
  /// pdf_ended (also where a second start did not help), pdf_slow, pdf_large, pdf_fault, and of the
  /// source pdf_source, pdf_standard, pdf_no_font, pdf_no_glyph.
  Result<Pdf> make(const PdfJob& job, const Location& where);

  static constexpr unsigned kMostSlow = 2;

 private:
  Result<void> start();
  Result<Pdf> give_up(LineProgram::Outcome outcome, const Location& where);

  Programs& programs_;
  PdfOptions options_;
  std::mutex mutex_;
  std::unique_ptr<LineProgram> program_;
  std::optional<Diagnostic> refused_;  // why there will be no program
  unsigned slow_in_a_row_ = 0;         // sources that took too long
};

}  // namespace huice::formats
