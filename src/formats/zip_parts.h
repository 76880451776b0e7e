// SPDX-License-Identifier: Apache-2.0
#pragma once

// The parts of an Office file (ECMA-376 part 2: a zip archive), unpacked piece by piece.

#include "base/files.h"
#include "base/message.h"

#include <memory>
#include <string>

struct zip;
struct zip_file;

namespace huice::formats {

/// One part being unpacked. REQUIRES: its ZipParts outlives it.
class ZipPart {
 public:
  ZipPart(zip_file* file, std::string name) : file_(file), name_(std::move(name)) {}
  ~ZipPart();
  ZipPart(const ZipPart&) = delete;
  ZipPart& operator=(const ZipPart&) = delete;

  const std::string& name() const { return name_; }

  /// Unpacks up to `size` bytes; 0 at the end, -1 where the archive is damaged.
  std::int64_t read(char* into, std::size_t size);

 private:
  zip_file* file_;
  std::string name_;
};

class ZipParts {
 public:
  /// Null where the file is not a zip archive; `reason` then says why.
  static std::unique_ptr<ZipParts> open(std::unique_ptr<OpenFile> file, Argument& reason);
  ~ZipParts();
  ZipParts(const ZipParts&) = delete;
  ZipParts& operator=(const ZipParts&) = delete;

  /// Part names differ in more than upper and lower case (ECMA-376-2, 6.2.2.3).
  bool has(const std::string& name) const;

  bool is_encrypted(const std::string& name) const;

  /// Null where there is no such part, or it cannot be unpacked.
  std::unique_ptr<ZipPart> part(const std::string& name) const;

 private:
  ZipParts() = default;

  std::unique_ptr<OpenFile> file_;
  std::uint64_t offset_ = 0;  // where libzip reads next
  zip* archive_ = nullptr;
  friend struct ZipSource;
};

}  // namespace huice::formats
