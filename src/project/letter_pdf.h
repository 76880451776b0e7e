// SPDX-License-Identifier: Apache-2.0
#pragma once

// Letters as PDF: the form's files of the project and of huice, the pictures that a letter shows,
// and the one program that sets them all.

#include "base/files.h"
#include "base/programs.h"
#include "document/letter.h"
#include "document/office_look.h"
#include "formats/pdf_worker.h"
#include "view/look.h"

#include <map>
#include <optional>
#include <string>

namespace huice::project {

struct LetterPdfOptions {
  std::string project;            ///< its folder
  std::string share;              ///< huice's own
  std::string standard = "ua-1";  ///< or a-2a …; empty: none
  formats::PdfOptions worker{};   ///< without a folder: that of `share`
  document::OfficeLook look = document::usual_look();
};

class LetterPdf {
 public:
  /// REQUIRES: both outlive this.
  LetterPdf(const FileSystem& files, Programs& programs, LetterPdfOptions options);

  /// The file's bytes; nullopt where there is no PDF, and then `problems` says why. What is not set
  /// in the office's own fonts is a note. `where` is the letter's record.
  std::optional<std::string> write(const document::Letter& letter, const Location& where,
                                   Diagnostics& problems);

 private:
  using Parts = std::map<std::string, formats::PdfPart>;

  bool read_form(Diagnostics& problems);
  bool read_figure(const std::string& file, const Location& where, Parts& parts,
                   Diagnostics& problems) const;

  view::Look look_;
  document::OfficeLook office_;
  std::string standard_;
  formats::PdfWorker worker_;
  std::optional<Parts> form_;  // once read
};

}  // namespace huice::project
