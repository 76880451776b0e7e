// SPDX-License-Identifier: Apache-2.0
#pragma once

// What a sum is counted for: once, a year, or each of what the text counts (每件, 每亩, 每人,
// 每平方米每月). huice multiplies nothing by it: how many there are, an application says.

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace huice::model {

enum class Per : std::uint8_t { once, total, year, project, each, unclear };

class Counted {
 public:
  Counted() = default;
  /// REQUIRES: not Per::each, which says of what.
  Counted(Per kind) : kind_(kind) {}

  /// Reads "once", "total", "year", "project", "unclear", and 每 with what is counted, without
  /// blanks, 20 characters at most. nullopt for other texts, and for 每年 and 每个项目, which are
  /// "year" and "project".
  static std::optional<Counted> parse(std::string_view text);

  Per kind() const { return kind_; }
  /// 每件; empty where it is no Per::each.
  const std::string& each() const { return each_; }
  /// As parse() reads it.
  std::string text() const;

  friend bool operator==(const Counted&, const Counted&) = default;
  friend auto operator<=>(const Counted&, const Counted&) = default;
  friend bool operator==(const Counted& counted, Per kind) { return counted.kind_ == kind; }

 private:
  Per kind_ = Per::unclear;
  std::string each_;
};

/// Whether sums counted in these ways may be compared and added: what is unclear may be anything,
/// a yearly sum is none that comes once, and 每件 is not 每亩.
bool counted_alike(const Counted& a, const Counted& b);

/// What the writer of a refused text most likely meant: 每年 is "year". Empty where nothing is
/// near.
std::string suggest_counted(std::string_view text);

}  // namespace huice::model
