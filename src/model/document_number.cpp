// SPDX-License-Identifier: Apache-2.0
#include "model/document_number.h"

#include "base/ascii.h"
#include "base/utf8.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace huice::model {
namespace {

using Form = DocumentNumber::Form;

constexpr std::string_view kOpen = "〔";
constexpr std::string_view kClose = "〕";
constexpr std::string_view kNumber = "第";
constexpr std::string_view kEnd = "号";
constexpr std::string_view kYear = "年";
constexpr std::string_view kOrder = "令";
constexpr std::size_t kLeastCharacters = 2;
constexpr std::size_t kMostCharacters = 100;

struct Reading {
  Form form = Form::another;
  int year = 0;
};

// 1 to 6 digits without zero padding.
bool is_serial(std::string_view digits) {
  return !digits.empty() && digits.size() <= 6 && digits[0] != '0' &&
         std::all_of(digits.begin(), digits.end(), ascii::is_digit);
}

// 0 where the digits are no year from 1949 to 2199.
int year_of(std::string_view digits) {
  constexpr std::size_t kDigits = 4;
  if (digits.size() != kDigits || !std::all_of(digits.begin(), digits.end(), ascii::is_digit)) {
    return 0;
  }
  int value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value >= 1949 && value <= 2199 ? value : 0;
}

// A body's name has neither brackets nor blanks.
bool is_organ(std::string_view text) {
  for (const std::string_view sign :
       {"[", "]", "【", "】", "〔", "〕", " ", "　", "\t", "\n", "\r"}) {
    if (text.find(sign) != std::string_view::npos) return false;
  }
  return !text.empty();
}

// What is before 号, or nothing where the text does not end so.
Reading form_of(std::string_view text) {
  if (!text.ends_with(kEnd)) return {};
  text.remove_suffix(kEnd.size());
  const std::size_t open = text.find(kOpen);
  const std::size_t close = text.find(kClose);
  if (open != std::string_view::npos && close != std::string_view::npos && open < close) {
    const int year = year_of(text.substr(open + kOpen.size(), close - open - kOpen.size()));
    std::string_view serial = text.substr(close + kClose.size());
    const bool with_di = serial.starts_with(kNumber);
    if (with_di) serial.remove_prefix(kNumber.size());
    if (year == 0 || !is_serial(serial) || !is_organ(text.substr(0, open))) return {};
    return {with_di ? Form::with_di : Form::usual, year};
  }
  const std::size_t number = text.rfind(kNumber);
  if (number == std::string_view::npos || !is_serial(text.substr(number + kNumber.size()))) {
    return {};
  }
  std::string_view before = text.substr(0, number);
  if (before.ends_with(kOrder) && is_organ(before)) return {Form::order, 0};
  constexpr std::size_t kDigits = 4;
  if (!before.ends_with(kYear) || before.size() <= kYear.size() + kDigits) return {};
  before.remove_suffix(kYear.size());
  const int year = year_of(before.substr(before.size() - kDigits));
  before.remove_suffix(kDigits);
  if (year == 0 || !is_organ(before) || ascii::is_digit(before.back())) return {};
  return {Form::of_year, year};
}

bool has_numeral(std::string_view text) {
  constexpr std::array<std::string_view, 12> kNumerals{"零", "〇", "一", "二", "三", "四",
                                                       "五", "六", "七", "八", "九", "十"};
  if (std::any_of(text.begin(), text.end(), ascii::is_digit)) return true;
  return std::any_of(kNumerals.begin(), kNumerals.end(), [text](std::string_view one) {
    return text.find(one) != std::string_view::npos;
  });
}

bool has_blank_ends(std::string_view text) {
  for (const std::string_view blank : {" ", "　"}) {
    if (text.starts_with(blank) || text.ends_with(blank)) return true;
  }
  return false;
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
  const std::size_t length = utf8::count(text);
  if (length < kLeastCharacters || length > kMostCharacters || has_blank_ends(text) ||
      std::any_of(text.begin(), text.end(), ascii::is_control) || !has_numeral(text)) {
    return std::nullopt;
  }
  DocumentNumber number;
  number.text_ = text;
  const Reading found = form_of(text);
  number.form_ = found.form;
  number.year_ = found.year;
  return number;
}

std::string suggest_document_number(std::string_view text) {
  constexpr std::array<std::string_view, 7> kOpenings{"[", "(", "（", "【", "［", "<", "｛"};
  constexpr std::array<std::string_view, 7> kClosings{"]", ")", "）", "】", "］", ">", "｝"};
  constexpr std::size_t kMostBytes = 400;  // a number has 100 characters at most
  if (text.size() > kMostBytes || form_of(text).form != Form::another) return {};
  std::string guess(text);
  for (const std::string_view blank : {" ", "　", "\t"}) guess = replace_all(guess, blank, "");
  for (const std::string_view mark : kOpenings) guess = replace_all(guess, mark, kOpen);
  for (const std::string_view mark : kClosings) guess = replace_all(guess, mark, kClose);
  guess = replace_all(guess, "〕第", kClose);
  while (guess.find("〕0") != std::string::npos) guess = replace_all(guess, "〕0", kClose);
  if (!guess.ends_with(kEnd)) guess += kEnd;
  const auto taken = DocumentNumber::parse(guess);
  return taken && taken->form() == Form::usual ? guess : std::string{};
}

}  // namespace huice::model
