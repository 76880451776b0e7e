// SPDX-License-Identifier: Apache-2.0
#pragma once

// The meaning of a workbook's numbers, by their number format (ECMA-376 part 1, 18.8.30), and how
// they read.

#include <string>
#include <string_view>

namespace huice::formats {

/// The last three show 元, 万元 or 亿元 after a number that is so many of them.
enum class NumberKind : unsigned char { plain, percent, date, time, yuan, wan_yuan, yi_yuan };

/// Of a built-in format: 9 and 10, 14 to 22, 45 to 47, and those that Chinese Excel has built in
/// (27 to 36 and 50 to 58). Other numbers are plain.
NumberKind built_in_kind(unsigned id);

/// Of a format code, like yyyy"年"m"月"d"日". What only months, days or years ask for is a date,
/// whatever time of day is beside. A unit of money counts where nothing is scaled or shown
/// depending on the value: 0!.0,"万元" shows 元 and is plain.
NumberKind kind_of_format(std::string_view code);

/// With at most 15 digits, as Excel shows numbers: 0.30000000000000004 is 0.3. Without exponent
/// where 21 places do.
std::string number_text(double value);

/// A stored number the way its kind reads (see open_xlsx). `from_1904`: the workbook counts days
/// from 1904-01-01. A date before the first or after 9999-12-31 reads as a number.
std::string cell_text(double value, NumberKind kind, bool from_1904);

}  // namespace huice::formats
