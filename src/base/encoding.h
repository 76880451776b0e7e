// SPDX-License-Identifier: Apache-2.0
#pragma once

// The two encodings in which tables are saved in China: UTF-8, and GB18030, which contains GBK and
// GB2312 and is what plain “CSV” of Excel and WPS is written in. Bytes alone cannot prove the
// second: a file is taken for GB18030 only where it cannot be UTF-8, and for damaged UTF-8 where
// it has more three-byte characters of UTF-8 (that is, Han) than faults.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace huice {

enum class Encoding { utf8, gb18030, utf16, unknown };

/// Whether the first bytes of a file say that it is UTF-16, by its byte-order mark.
bool is_utf16(std::string_view first_bytes);

/// What a look through a file, piece by piece, shows of its encoding.
class EncodingSurvey {
 public:
  /// Looks through the next piece; gives how many bytes at its end may be the start of a character
  /// and have to be in front of the next piece. `last`: nothing follows.
  std::size_t look(std::string_view piece, bool last);

  /// What it is, by all that was looked through and the file's first bytes.
  Encoding encoding(std::string_view first_bytes) const;

  bool has_nul() const { return nul_; }
  /// The place of the first fault, or of the NUL: from 1.
  std::size_t line() const { return line_; }
  std::size_t column() const { return column_; }

 private:
  void step(std::string_view text);

  std::size_t han_ = 0;     // three-byte characters
  std::size_t faults_ = 0;  // bytes that fit no UTF-8
  std::size_t line_ = 1;
  std::size_t column_ = 1;
  bool nul_ = false;
};

/// The bytes of a GB18030 table as UTF-8; nothing where they are not taken for GB18030, or are none
/// to their end.
std::optional<std::string> from_gb18030(std::string_view bytes);

}  // namespace huice
