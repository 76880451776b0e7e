// SPDX-License-Identifier: Apache-2.0
#include "formats/target_file.h"

#include "base/messages/files.h"
#include "base/messages/formats.h"

namespace huice::formats {
namespace {

constexpr std::size_t kGathered = std::size_t{256} << 10U;
constexpr unsigned kMostParts = 100;

Diagnostic not_a_file(const std::string& path) {
  return problem(msg::file_unwritable{.reason = msg::why_not_ordinary{}}, Location::of_file(path));
}

}  // namespace

Result<std::unique_ptr<TargetFile>> TargetFile::begin(FileSystem& files, const std::string& path) {
  const Result<std::string> target = files.resolve(path);
  if (!target) return target.error();
  const std::optional<FileInfo> there = files.info(target.value());
  if (there && there->kind != FileKind::file) return not_a_file(path);
  const std::size_t name = target.value().rfind('/') + 1;
  std::unique_ptr<TargetFile> out(new TargetFile(files, target.value()));
  // A name that is taken belongs to another run, or to one that was killed; both are left alone.
  for (unsigned number = 1;; ++number) {
    out->part_path_ = target.value().substr(0, name) + "." + target.value().substr(name) + "." +
                      std::to_string(number) + ".part";
    Result<std::unique_ptr<NewFile>> file = files.begin(out->part_path_);
    if (file) {
      out->file_ = std::move(file).value();
      return out;
    }
    if (number == kMostParts || !files.info(out->part_path_)) return file.error();
  }
}

Result<void> TargetFile::append(std::string_view bytes) {
  gathered_ += bytes;
  return gathered_.size() < kGathered ? Result<void>() : flush();
}

Result<void> TargetFile::flush() {
  const Result<void> done = file_->append(gathered_);
  gathered_.clear();
  return done;
}

Result<void> TargetFile::keep() {
  if (is_kept_) return {};
  if (!gathered_.empty()) {
    const Result<void> done = flush();
    if (!done) return done;
  }
  const Result<void> kept = file_->keep();
  is_kept_ = kept.ok();
  return kept;
}

Result<void> TargetFile::finish() {
  const Result<void> kept = keep();
  if (!kept) return kept;
  Result<void> moved = files_.rename(part_path_, path_);
  if (moved) is_kept_ = false;  // what is left is the target's own
  return moved;
}

// What was kept and is not wanted after all. There is nobody to tell where that fails.
TargetFile::~TargetFile() {
  if (is_kept_) static_cast<void>(files_.remove(part_path_));
}

}  // namespace huice::formats
