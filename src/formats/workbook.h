// SPDX-License-Identifier: Apache-2.0
#pragma once

// The parts of a workbook (ECMA-376 part 1, 18) outside of its sheets: which sheets there are, the
// shared strings, and which styles are dates or percentages.

#include "base/message.h"
#include "formats/number_format.h"
#include "formats/zip_parts.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace huice::formats {

/// The texts that cells name by number, end to end in one block.
class SharedStrings {
 public:
  std::size_t size() const { return ends_.size(); }
  /// REQUIRES: index < size().
  std::string_view operator[](std::size_t index) const;

  void extend(std::string_view piece) { text_ += piece; }
  void end_string() { ends_.push_back(text_.size()); }
  std::size_t bytes() const { return text_.size() + ends_.size() * sizeof(std::uint64_t); }
  /// Of the string being extended.
  std::size_t open_bytes() const { return text_.size() - (ends_.empty() ? 0 : ends_.back()); }

 private:
  std::string text_;
  std::vector<std::uint64_t> ends_;
};

struct Sheet {
  std::string name;
  std::string part;  ///< empty: not a worksheet but a chart, say
  bool visible = true;
};

struct Workbook {
  std::vector<Sheet> sheets;
  bool from_1904 = false;
  std::vector<NumberForm> styles;  ///< by the number a cell gives
  SharedStrings strings;
};

/// Why a workbook cannot be read; `damage` is used where the kind is damaged.
struct WorkbookFault {
  enum class Kind { none, damaged, encrypted, binary };
  Kind kind = Kind::none;
  Argument damage = std::string();
};

/// Reads everything but the sheets into `out`.
WorkbookFault read_workbook(const ZipParts& parts, Workbook& out);

}  // namespace huice::formats
