// SPDX-License-Identifier: Apache-2.0
#pragma once

// What the operators of a page draw (ISO 32000-1, 8 and 9): characters and horizontal lines.

#include "formats/pdf/fonts.h"
#include "formats/pdf/page.h"

#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace huice::formats::pdf {

/// The fonts of a file, each read once.
class Fonts {
 public:
  explicit Fonts(File& file) : file_(file) {}

  struct Found {
    const Font* font = nullptr;
    std::size_t index = 0;
  };
  Found of(QPDFObjectHandle dictionary, Budget& budget);

 private:
  File& file_;
  std::map<std::pair<int, int>, std::pair<std::unique_ptr<Font>, std::size_t>> read_;
  std::vector<std::unique_ptr<Font>> direct_;
};

/// Fills a page whose size is known. `left` and `top` are the corner of its box.
void read_content(QPDFObjectHandle page, double left, double top, Fonts& fonts, Budget& budget,
                  Page& out);

}  // namespace huice::formats::pdf
