// SPDX-License-Identifier: Apache-2.0
#pragma once

// A font of a PDF as far as texts need it: which codes a string holds, what they mean, how wide
// they are (ISO 32000-1, 9.6 to 9.10).

#include "formats/pdf/budget.h"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace huice::formats::pdf {

struct Code {
  std::uint32_t value = 0;
  std::string text{};
  double width = 0;  ///< thousandths of the size
  bool is_space = false;
};

class Font {
 public:
  Font(QPDFObjectHandle dictionary, Budget& budget);

  const std::string& name() const { return name_; }
  std::vector<Code> codes(std::string_view string) const;

 private:
  void read_composite(QPDFObjectHandle dictionary);
  void read_simple(QPDFObjectHandle dictionary);
  void read_unicode(const std::string& map);
  double width_of(std::uint32_t code) const;

  std::string name_;
  bool is_composite_ = false;
  bool is_unicode_ = false;  // codes are UTF-16 (UniGB-UTF16-H, UniGB-UCS2-H)
  std::size_t code_bytes_ = 1;
  double scale_ = 1;  // of the widths, in thousandths
  double default_width_ = 0;
  std::map<std::uint32_t, double> widths_;
  std::map<std::uint32_t, std::string> texts_;
};

}  // namespace huice::formats::pdf
