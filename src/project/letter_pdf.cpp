// SPDX-License-Identifier: Apache-2.0
#include "project/letter_pdf.h"

#include "base/messages/files.h"
#include "base/messages/load.h"
#include "base/utf8.h"
#include "document/write_typst.h"

#include <algorithm>
#include <array>
#include <utility>

namespace huice::project {
namespace {

namespace gbt9704 = document::gbt9704;

constexpr std::string_view kForm = "templates/letter";
/// What a file of the form, a logo say, may take; a picture in a letter may take as much.
constexpr std::uint64_t kLargestPart = std::uint64_t{8} << 20U;

// The folder has the files of other formats too: Typst reads its own, and pictures.
bool is_for_typst(std::string_view name) {
  constexpr std::array<std::string_view, 7> endings{".typ",  ".svg", ".png", ".jpg",
                                                    ".jpeg", ".gif", ".webp"};
  return std::any_of(endings.begin(), endings.end(),
                     [name](std::string_view ending) { return name.ends_with(ending); });
}

formats::PdfOptions with_folder(formats::PdfOptions options, const std::string& share) {
  if (options.folder.empty()) options.folder = join_path(share, "pdf");
  return options;
}

}  // namespace

LetterPdf::LetterPdf(const FileSystem& files, Programs& programs, LetterPdfOptions options)
    : look_(files, options.project, options.share),
      office_(std::move(options.look)),
      standard_(std::move(options.standard)),
      worker_(programs, with_folder(std::move(options.worker), options.share)) {}

std::optional<std::string> LetterPdf::write(const document::Letter& letter, const Location& where,
                                            Diagnostics& problems) {
  if (!form_ && !read_form(problems)) return std::nullopt;
  document::TypstLetter made = document::typst_of(letter, office_);
  formats::PdfJob job{std::move(made.source), *form_, {}, standard_, {}};
  for (std::size_t i = 0; i < office_.named.size(); ++i) {
    if (office_.named.at(i).empty()) continue;
    job.fonts[std::string(document::typst_name(static_cast<gbt9704::Face>(i)))] =
        office_.named.at(i);
  }
  for (const std::string& figure : made.needs.figures) {
    if (!read_figure(figure, where, job.parts, problems)) return std::nullopt;
  }
  for (const auto& [face, signs] : made.needs.characters) {
    std::string& text = job.characters[std::string(document::typst_name(face))];
    for (const char32_t sign : signs) utf8::append(text, sign);
  }
  Result<formats::Pdf> pdf = worker_.make(job, where);
  if (!pdf) {
    problems.add(pdf.error());
    return std::nullopt;
  }
  for (const formats::FontSubstitute& one : pdf.value().substitutes) {
    // That a font is not installed is said once, which characters it lacks of each letter.
    problems.add(problem(told(one), one.characters.empty() ? Location{} : where));
  }
  return std::move(pdf.value().bytes);
}

// The project's files take the place of huice's own of the same name.
bool LetterPdf::read_form(Diagnostics& problems) {
  Parts form;
  for (const auto& [name, path] : look_.all(std::string(kForm))) {
    if (!is_for_typst(name)) continue;
    Result<std::string> bytes = look_.files().read(path, kLargestPart);
    if (!bytes) {
      problems.add(bytes.error());
      return false;
    }
    form[name] = {std::move(bytes.value()), path};
  }
  form_ = std::move(form);
  return true;
}

bool LetterPdf::read_figure(const std::string& file, const Location& where, Parts& parts,
                            Diagnostics& problems) const {
  const std::string path = look_.find(file);
  Result<std::string> bytes = path.empty() ? problem(msg::file_not_found{}, Location::of_file(file))
                                           : look_.files().read(path, kLargestPart);
  if (!bytes) {
    Diagnostic missing = bytes.error();
    missing.traces.push_back(Trace{msg::named_at{}, where});
    problems.add(std::move(missing));
    return false;
  }
  // typst_figure() begins with a slash, the root of what the source sees.
  parts[document::typst_figure(file).substr(1)] = {std::move(bytes.value()), path};
  return true;
}

}  // namespace huice::project
