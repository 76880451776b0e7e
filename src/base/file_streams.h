// SPDX-License-Identifier: Apache-2.0
#pragma once

// Files that are too large to hold: read at any place, or written piece by piece. Both come from a
// FileSystem (files.h). One thread at a time.

#include "base/result.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace huice {

/// A file that stays open for reading until destroyed.
class OpenFile {
 public:
  OpenFile() = default;
  virtual ~OpenFile() = default;
  OpenFile(const OpenFile&) = delete;
  OpenFile& operator=(const OpenFile&) = delete;

  /// Bytes when it was opened.
  virtual std::uint64_t size() const = 0;

  /// Reads up to `size` bytes from `offset` on; gives how many came, fewer only at the end of the
  /// file. Errors: file_unreadable.
  virtual Result<std::size_t> read_at(std::uint64_t offset, char* into, std::size_t size) const = 0;
};

/// A file being made. It is removed again unless keep() succeeded; a killed process leaves it.
class NewFile {
 public:
  NewFile() = default;
  virtual ~NewFile() = default;
  NewFile(const NewFile&) = delete;
  NewFile& operator=(const NewFile&) = delete;

  /// Errors: file_unwritable.
  virtual Result<void> append(std::string_view bytes) = 0;

  /// A name for libraries that write files by themselves: what they have written there when keep()
  /// is called is the file's content. Not to be mixed with append(). Errors: file_unwritable.
  virtual Result<std::string> machine_path() = 0;

  /// Ends the writing. Errors: file_unwritable, for earlier writes that the disk refused late too.
  virtual Result<void> keep() = 0;
};

}  // namespace huice
