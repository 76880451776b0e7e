// SPDX-License-Identifier: Apache-2.0
#pragma once

// Which block of a letter is what: 版头, 主体 and 版记, found by their words and their order, not
// by the form that they are to be judged by.

#include "document/verify/sheet.h"

#include <string>
#include <string_view>
#include <vector>

namespace huice::document::verify {

/// A document number as it is printed.
struct NumberText {
  std::string open{};  ///< its bracket
  std::string year{};  ///< 2026
  std::string close{};
  bool has_ordinal = false;  ///< 第
  std::string serial{};      ///< 18; blanks in a draft
};

/// The label of a heading and its place in its level's order: 二、 is {1, 2}.
struct Label {
  int level = 0;  ///< 0: no heading
  int value = 0;
};
Label label_of(std::string_view text);

enum class DateForm : std::uint8_t { none, arabic, padded, han };
/// Whether a text is a date as a whole, and in which numerals; blanks stand for what is open.
DateForm date_form(std::string_view text);

using Blocks = std::vector<const Block*>;

struct LetterParts {
  LetterFormat format = LetterFormat::general;
  const Block* draft = nullptr;
  const Block* mark = nullptr;
  const Block* number = nullptr;
  NumberText number_text{};
  const Block* signer = nullptr;  ///< the line with 签发人, which may be the number's
  Blocks title{};
  const Block* salutation = nullptr;
  Blocks body{};
  Blocks annex_list{};
  const Block* name = nullptr;  ///< the last 署名, above the date
  const Block* date = nullptr;
  const Block* note = nullptr;
  Blocks annex_labels{};
  Blocks copies{};
  const Block* printed = nullptr;
};

/// The text without blanks.
std::string without_blanks(std::string_view text);

LetterParts parts_of(const Sheet& sheet);

// Words of letters.
bool is_signer_label(std::string_view text);         ///< 签发人：
bool has_full_colon(std::string_view text);          ///< ends with ：
bool begins_with_copies(std::string_view text);      ///< 抄送：
bool begins_with_annexes(std::string_view text);     ///< 附件：
bool ends_with_stop(std::string_view text);          ///< 。
bool ends_with_mark(std::string_view text);          ///< any mark of punctuation but 》 and ）
bool is_in_brackets(std::string_view text);          ///< （…）
bool is_printed_date(std::string_view text);         ///< 2022年10月11日印发
bool has_copies_colon(std::string_view text);        ///< 抄送： with a full-width colon
std::string printed_date_of(std::string_view text);  ///< its end, from the year's first digit on
std::string quoted_end(std::string_view text);       ///< its last characters
bool is_page_number_form(std::string_view text);     ///< — 1 —

}  // namespace huice::document::verify
