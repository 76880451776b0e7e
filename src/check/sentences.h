// SPDX-License-Identifier: Apache-2.0
#pragma once

// The sentences of a text.

#include <string_view>

namespace huice::check {

/// One after the other: up to 。！？； or a line's end.
class Sentences {
 public:
  explicit Sentences(std::string_view text) : text_(text) {}

  /// The sentence around a place. REQUIRES: places are asked in order.
  std::string_view at(std::size_t offset) {
    while (to_ <= offset && to_ < text_.size()) {
      from_ = to_;
      to_ = end_from(from_);
    }
    return text_.substr(from_, to_ - from_);
  }

  std::size_t begins() const { return from_; }  ///< where the one asked for last begins

 private:
  std::size_t end_from(std::size_t at) const {
    for (; at < text_.size(); ++at) {
      for (const std::string_view end : {"。", "！", "？", "；", "\n"}) {
        if (text_.substr(at).starts_with(end)) return at + end.size();
      }
    }
    return at;
  }

  std::string_view text_;
  std::size_t from_ = 0;
  std::size_t to_ = 0;
};

}  // namespace huice::check
