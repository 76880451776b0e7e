// SPDX-License-Identifier: Apache-2.0
#pragma once

// libzip says of a read only that it failed. Readers through it ask here whether the file's content
// is at fault, or the disk.

#include "base/diagnostic.h"
#include "base/files.h"

#include <memory>
#include <optional>
#include <utility>

namespace huice::formats {

/// What the first failed read of a file said; nothing while all went well.
using ReadFault = std::shared_ptr<std::optional<Diagnostic>>;

/// The file, which keeps in `fault` what its first failed read says.
class WatchedFile final : public OpenFile {
 public:
  WatchedFile(std::unique_ptr<OpenFile> file, ReadFault fault)
      : file_(std::move(file)), fault_(std::move(fault)) {}

  std::uint64_t size() const override { return file_->size(); }

  Result<std::size_t> read_at(std::uint64_t offset, char* into, std::size_t size) const override {
    Result<std::size_t> count = file_->read_at(offset, into, size);
    if (!count && !*fault_) *fault_ = count.error();
    return count;
  }

 private:
  std::unique_ptr<OpenFile> file_;
  ReadFault fault_;
};

/// `fault` where the disk is the cause, else what was found. REQUIRES: fault is not null.
inline Diagnostic cause_of(const ReadFault& fault, Diagnostic found) {
  return *fault ? **fault : std::move(found);
}

}  // namespace huice::formats
