// SPDX-License-Identifier: Apache-2.0
#include "project/letter_look.h"

#include "base/messages/document.h"
#include "document/picture.h"

#include <utility>

namespace huice::project {
namespace {

/// As for any picture in a letter (letter_pdf.cpp).
constexpr std::uint64_t kLargestPicture = std::uint64_t{8} << 20U;

}  // namespace

std::optional<document::OfficeLook> letter_look(const FileSystem& files, const std::string& project,
                                                const model::Site& site, Diagnostics& problems) {
  const Location where = Location::of_file("data/site.json");
  const model::LetterSettings settings = site.letters.value_or(model::LetterSettings{});
  std::optional<document::OfficeLook> look = document::office_look(settings);
  if (!look) {
    problems.add(problem(msg::letter_color{.color = settings.letterhead_color}, where));
    return std::nullopt;
  }
  if (look->letterhead_file.empty()) return look;
  const std::string path = join_path(project, "templates/letter/" + look->letterhead_file);
  Result<std::string> bytes = files.read(path, kLargestPicture);
  if (!bytes) {
    Diagnostic missing = bytes.error();
    missing.traces.push_back(Trace{msg::letter_picture_named{}, where});
    problems.add(std::move(missing));
    return std::nullopt;
  }
  look->letterhead = document::picture_of(std::move(bytes).value());
  if (look->letterhead) return look;
  problems.add(problem(msg::letter_picture{}, Location::of_file(path)));
  return std::nullopt;
}

}  // namespace huice::project
