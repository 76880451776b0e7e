// SPDX-License-Identifier: Apache-2.0
#include "model/document_number.h"

#include <array>
#include <charconv>

namespace huice::model {
namespace {

constexpr std::string_view kOpen = "〔";
constexpr std::string_view kClose = "〕";
constexpr std::string_view kEnd = "号";

std::optional<int> whole_number(std::string_view digits, std::size_t most) {
  if (digits.empty() || digits.size() > most) return std::nullopt;
  for (const char c : digits) {
    if (c < '0' || c > '9') return std::nullopt;
  }
  int value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

std::string replace_all(std::string text, std::string_view from, std::string_view to) {
  for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at)) {
    text.replace(at, from.size(), to);
    at += to.size();
  }
  return text;
}

}  // namespace

std::optional<DocumentNumber> DocumentNumber::parse(std::string_view text) {
  const std::size_t open = text.find(kOpen);
  const std::size_t close = text.find(kClose);
  if (open == std::string_view::npos || open == 0 || close == std::string_view::npos ||
      close < open || !text.ends_with(kEnd)) {
    return std::nullopt;
  }
  const std::string_view organ = text.substr(0, open);
  for (const std::string_view bracket : {"[", "]", "【", "】", "〕", " ", "　", "\t", "\n", "\r"}) {
    if (organ.find(bracket) != std::string_view::npos) return std::nullopt;
  }
  const std::string_view year_digits =
      text.substr(open + kOpen.size(), close - open - kOpen.size());
  std::string_view serial_digits = text.substr(close + kClose.size());
  serial_digits.remove_suffix(kEnd.size());
  const auto year = whole_number(year_digits, 4);
  const auto serial = whole_number(serial_digits, 6);
  if (!year || *year < 1949 || *year > 2199) return std::nullopt;
  if (!serial || serial_digits[0] == '0') return std::nullopt;
  DocumentNumber number;
  number.organ_ = organ;
  number.year_ = *year;
  number.serial_ = *serial;
  return number;
}

std::string DocumentNumber::text() const {
  return organ_ + std::string(kOpen) + std::to_string(year_) + std::string(kClose) +
         std::to_string(serial_) + std::string(kEnd);
}

std::string suggest_document_number(std::string_view text) {
  constexpr std::array<std::string_view, 7> kOpenings{"[", "(", "（", "【", "［", "<", "｛"};
  constexpr std::array<std::string_view, 7> kClosings{"]", ")", "）", "】", "］", ">", "｝"};
  std::string guess(text);
  for (const std::string_view blank : {" ", "　", "\t"}) guess = replace_all(guess, blank, "");
  for (const std::string_view mark : kOpenings) guess = replace_all(guess, mark, kOpen);
  for (const std::string_view mark : kClosings) guess = replace_all(guess, mark, kClose);
  guess = replace_all(guess, "〕第", kClose);
  while (guess.find("〕0") != std::string::npos) guess = replace_all(guess, "〕0", kClose);
  if (!guess.ends_with(kEnd)) guess += kEnd;
  return DocumentNumber::parse(guess) ? guess : std::string{};
}

}  // namespace huice::model
