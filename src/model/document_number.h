// SPDX-License-Identifier: Apache-2.0
#pragma once

// DocumentNumber (发文字号): kept as its document prints it. The usual form is that of
// GB/T 9704-2012, 7.2.5: 鄂府发〔2022〕103号, the issuing body's short name, the year in hexagonal
// brackets (U+3014, U+3015), a serial number without “第” or zero padding. Orders (…令第262号),
// announcements (…公告2024年第5号) and letters (…〔2021〕第6号) have forms of their own, and some
// offices have none of these. A text without a number has none: use std::optional.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace huice::model {

class DocumentNumber {
 public:
  enum class Form : std::uint8_t {
    usual,    ///< 鄂府发〔2022〕103号
    with_di,  ///< 虚科建议字〔2021〕第6号
    order,    ///< 虚构市人民政府令第262号
    of_year,  ///< 国家税务总局公告2024年第5号
    another,
  };

  DocumentNumber() = default;

  /// One line of 2 to 100 characters with a digit or numeral in it, no blank at its ends. Else
  /// nullopt: 无 and 未载明 are no numbers.
  static std::optional<DocumentNumber> parse(std::string_view text);

  Form form() const { return form_; }
  /// The year that the number states; 0 where it states none.
  int year() const { return year_; }

  /// As written.
  const std::string& text() const { return text_; }

  friend bool operator==(const DocumentNumber& a, const DocumentNumber& b) {
    return a.text_ == b.text_;
  }

 private:
  std::string text_;
  Form form_ = Form::another;
  int year_ = 0;
};

/// A number of the usual form that the writer most likely meant: other brackets made hexagonal,
/// “第”, blanks and zero padding dropped. Empty where the text has a known form, or even that gives
/// no number.
std::string suggest_document_number(std::string_view text);

}  // namespace huice::model
