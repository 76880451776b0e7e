// SPDX-License-Identifier: Apache-2.0
#pragma once

// DocumentNumber (发文字号): issuing body's short name, year in hexagonal brackets, serial number.
// Form: 鄂府发〔2022〕103号, brackets U+3014/U+3015, no “第”, no zero padding (GB/T 9704-2012,
// 7.2.5). A text without a number has none: use std::optional, never an empty number.

#include <optional>
#include <string>
#include <string_view>

namespace huice::model {

class DocumentNumber {
 public:
  DocumentNumber() = default;

  /// nullopt where the text has another form.
  static std::optional<DocumentNumber> parse(std::string_view text);

  const std::string& organ() const { return organ_; }  ///< 鄂府发
  int year() const { return year_; }
  int serial() const { return serial_; }

  /// As written.
  std::string text() const;

  friend bool operator==(const DocumentNumber&, const DocumentNumber&) = default;

 private:
  std::string organ_;
  int year_ = 0;
  int serial_ = 0;
};

/// What the writer of a refused number most likely meant: other brackets made hexagonal, “第”,
/// blanks and zero padding dropped. Empty where even that gives no number.
std::string suggest_document_number(std::string_view text);

}  // namespace huice::model
