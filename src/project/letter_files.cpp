// SPDX-License-Identifier: Apache-2.0
#include "project/letter_files.h"

#include "formats/target_file.h"

#include <memory>
#include <utility>

namespace huice::project {

Result<void> replace_together(FileSystem& files, const std::vector<LetterFile>& made) {
  std::vector<std::unique_ptr<formats::TargetFile>> whole;
  for (const LetterFile& one : made) {
    if (files.holds(one.path, one.bytes)) continue;
    auto file = formats::TargetFile::begin(files, one.path);
    if (!file) return file.error();
    if (Result<void> done = file.value()->append(one.bytes); !done) return done;
    if (Result<void> done = file.value()->keep(); !done) return done;
    whole.push_back(std::move(file).value());
  }
  for (const auto& file : whole) {
    if (Result<void> done = file->finish(); !done) return done;
  }
  return {};
}

}  // namespace huice::project
