// SPDX-License-Identifier: Apache-2.0
#pragma once

// A text file as UTF-8, piece by piece, whichever of the two usual encodings it was saved in.

#include "base/files.h"

#include <memory>
#include <string>
#include <vector>

struct UConverter;

namespace huice::formats {

class TextSource {
 public:
  /// Reads the file once to find out its encoding. Null, with an error reported, where it is
  /// neither (file_not_found …, invalid_utf8, nul_byte); csv_gb18030 is reported as a note.
  static std::unique_ptr<TextSource> open(const FileSystem& files, const std::string& path,
                                          Diagnostics& problems);
  /// The same for a file that is open; `name` is what messages call it.
  static std::unique_ptr<TextSource> open(std::unique_ptr<OpenFile> file, const std::string& name,
                                          Diagnostics& problems);
  ~TextSource();
  TextSource(const TextSource&) = delete;
  TextSource& operator=(const TextSource&) = delete;

  /// Appends about `bytes` more bytes of text; all of whole characters. What follows a fault is
  /// not given: ended() then holds, and fault() says why.
  void more(std::string& out, std::size_t bytes);

  bool ended() const { return ended_; }

  /// Why the text ended before the file did: file_unreadable, or csv_encoding without its place.
  const std::unique_ptr<Diagnostic>& fault() const { return fault_; }

 private:
  struct CloseConverter {
    void operator()(UConverter* converter) const;
  };
  using Converter = std::unique_ptr<UConverter, CloseConverter>;

  TextSource(std::unique_ptr<OpenFile> file, std::string path, std::uint64_t start);
  bool decode_gb18030();
  void decode(std::string& out);

  std::unique_ptr<OpenFile> file_;
  std::string path_;
  std::uint64_t offset_;
  std::string bytes_;
  Converter from_;  // null: the file is UTF-8
  Converter to_;
  std::vector<char16_t> pivot_;
  char16_t* pivot_source_ = nullptr;
  char16_t* pivot_target_ = nullptr;
  bool ended_ = false;
  std::unique_ptr<Diagnostic> fault_;
};

}  // namespace huice::formats
