// SPDX-License-Identifier: Apache-2.0
#pragma once

// What is left of the limits while a PDF is read, and how a stream is unpacked within them.

#include "formats/pdf/qpdf.h"
#include "formats/pdf/read.h"

#include <exception>
#include <string>

namespace huice::formats::pdf {

/// Thrown where a file holds more than it may.
struct TooLarge : std::exception {};

class Budget {
 public:
  explicit Budget(const Limits& limits) : left_(limits) {}

  void take_bytes(std::uint64_t count) { take(left_.unpacked, count); }
  void take_operator() { take(left_.operators, 1); }
  void take_glyph() { take(left_.glyphs, 1); }

 private:
  static void take(std::uint64_t& left, std::uint64_t count) {
    if (count > left) throw TooLarge();
    left -= count;
  }

  Limits left_;
};

/// A stream without its filters; empty where it has one that is not for text.
std::string unpacked(QPDFObjectHandle stream, Budget& budget);

}  // namespace huice::formats::pdf
