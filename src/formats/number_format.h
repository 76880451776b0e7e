// SPDX-License-Identifier: Apache-2.0
#pragma once

// The meaning of a workbook's numbers, by their number format (ECMA-376 part 1, 18.8.30), and how
// they read.

#include <string>
#include <string_view>

namespace huice::formats {

/// `elapsed` is a length of time, which has no end at 24 hours. The last three show 元, 万元 or
/// 亿元 after a number that is so many of them.
enum class NumberKind : unsigned char {
  plain,
  percent,
  date,
  time,
  elapsed,
  yuan,
  wan_yuan,
  yi_yuan
};

/// How a workbook shows a number. `digits`: a plain whole number has at least so many, zeros in
/// front (017000 is a postcode of Ordos).
struct NumberForm {
  NumberKind kind = NumberKind::plain;
  unsigned char digits = 0;

  friend bool operator==(const NumberForm&, const NumberForm&) = default;
};

/// Of a built-in format: 9 and 10, 14 to 22, 45 to 47, and those that Chinese Excel has built in
/// (27 to 36 and 50 to 58). Other numbers are plain.
NumberForm built_in_form(unsigned id);

/// Of a format code, like yyyy"年"m"月"d"日". What only months, days or years ask for is a date,
/// whatever time of day is beside; hours, minutes or seconds in brackets are a length of time. A
/// unit of money counts where nothing is scaled or shown depending on the value: 0!.0,"万元" shows
/// 元 and is plain.
NumberForm form_of_code(std::string_view code);

/// With at most 15 digits, as Excel shows numbers: 0.30000000000000004 is 0.3. Without exponent
/// where 21 places do.
std::string number_text(double value);

/// A stored number the way its kind reads (see open_xlsx). `from_1904`: the workbook counts days
/// from 1904-01-01. A date before the first or after 9999-12-31 reads as a number. A length of time
/// is HH:MM:SS, whatever it starts from.
std::string cell_text(double value, NumberForm form, bool from_1904);

}  // namespace huice::formats
