// SPDX-License-Identifier: Apache-2.0
#include "model/schema/patterns.h"

#include "base/ascii.h"
#include "base/utf8.h"
#include "model/goal.h"

#include <array>
#include <string>
#include <vector>

namespace huice::model::schema {
namespace {

// What Decimal::parse reads: 18 digits at most, which are counted ahead, and no -0.
#define HUICE_DIGITS R"((?=(?:[0-9]\.?){1,18}(?![0-9.])))"
constexpr const char* kNumber =
    R"((?:-(?!0(?:\.0+)?(?![0-9.])))?)" HUICE_DIGITS R"((?:0|[1-9][0-9]*)(?:\.[0-9]+)?)";
#undef HUICE_DIGITS

// What odd_characters() refuses, for a class: in texts of one line, and in every text.
// Noncharacters beyond the first 65,536 characters are left to loading.
#define HUICE_NEVER R"(\u007F-\u009F\uFDD0-\uFDEF\uFFFE\uFFFF)"
#define HUICE_REFUSED R"(\u0000-\u001F\u2028\u2029)" HUICE_NEVER

constexpr const char* kYear = "(?:1[89]|2[01])[0-9]{2}";
// 1800, 1900 and 2100 have no 29 February, 2000 has.
constexpr const char* kLeapYear = "(?:2000|(?:1[89]|2[01])(?:0[48]|[2468][048]|[13579][26]))";

// A whole date whose months and days below ten begin with `zero`.
std::string date_with(const std::string& zero, const std::string& year_end,
                      const std::string& month_end, const std::string& day_end) {
  const std::string small_days = zero + "[1-9]|1[0-9]|2[0-8]";
  const std::string long_months = "(?:" + zero + "[13578]|1[02])" + month_end;
  const std::string short_months = "(?:" + zero + "[469]|11)" + month_end;
  const std::string days = "(?:" + small_days + "|29|30";
  return std::string("(?:") + kYear + year_end + "(?:" + long_months + days + "|31)|" +
         short_months + days + ")|" + zero + "2" + month_end + "(?:" + small_days + "))|" +
         kLeapYear + year_end + zero + "2" + month_end + "29)" + day_end;
}

std::string iso_date() {
  return date_with("0", "-", "-", "");
}

// The full-width form of an ASCII sign or digit.
std::string wide(char c) {
  std::string out;
  utf8::append(out, U'！' + static_cast<char32_t>(c - '!'));
  return out;
}

// The same expression for full-width forms too: digits, “.”, “,”, “%”, “-” and “/” outside of
// classes are taken in both, and so are the digits of classes. A comma between three digits each
// and blanks are for the expression to name.
std::string widened(const std::string& expression) {
  std::string out;
  bool in_class = false;
  for (std::size_t i = 0; i < expression.size(); ++i) {
    const char c = expression[i];
    const bool digit = ascii::is_digit(c);
    const bool escape = c == '\\';
    if (escape && !in_class && expression[i + 1] == '.') {
      out += "[.．]";
      ++i;
    } else if (escape) {
      const std::size_t size = expression[i + 1] == 'u' ? 6 : 2;
      out += expression.substr(i, size);
      i += size - 1;
    } else if (c == '{') {  // how often
      const std::size_t end = expression.find('}', i);
      out += expression.substr(i, end - i + 1);
      i = end;
    } else if (in_class && digit && i + 2 < expression.size() && expression[i + 1] == '-') {
      out += expression.substr(i, 3) + wide(c) + "-" + wide(expression[i + 2]);
      i += 2;
    } else if (in_class) {
      in_class = c != ']';
      out += digit || c == '.' || c == ',' ? std::string(1, c) + wide(c) : std::string(1, c);
    } else if (digit || c == ',' || c == '%' || c == '-' || c == '/') {
      out += "[" + std::string(c == '-' ? "\\-" : std::string(1, c)) + wide(c) + "]";
    } else {
      in_class = c == '[';
      out += c;
    }
  }
  return out;
}

// What without_blanks() takes away.
constexpr const char* kBlanks = R"([ \t\r\n\u3000\u00A0\u200B\uFEFF\u202F]*)";
// A number with or without commas between each three digits; its 18 digits are counted ahead.
constexpr const char* kWhole =
    R"((?=(?:[0-9][.,]?){1,18}(?![0-9.,]))(?:0|[1-9][0-9]{0,2}(?:,[0-9]{3})+|[1-9][0-9]*))";

std::string in_blanks(const std::string& expression) {
  return std::string("^") + kBlanks + "(?:" + expression + ")" + kBlanks + "$";
}

// Units of money with as many places as leave nothing smaller than a 分.
std::string units_of_money() {
  struct Unit {
    const char* places;
    const char* names;
  };
  constexpr std::array<Unit, 12> kUnits{{{"2", "元"},
                                         {"4", "百元"},
                                         {"5", "千元?"},
                                         {"6", "万元?"},
                                         {"7", "十万元?"},
                                         {"8", "百万元?"},
                                         {"9", "千万元?"},
                                         {"10", "亿元?"},
                                         {"11", "十亿元?"},
                                         {"12", "百亿元?"},
                                         {"13", "千亿元?"},
                                         {"14", "万亿元"}}};
  std::string out;
  for (const Unit& unit : kUnits) {
    if (!out.empty()) out += '|';
    out += std::string(R"((?:\.[0-9]{1,)") + unit.places + "}0*)?" + kBlanks + unit.names;
  }
  return "(?:" + out + ")";
}

std::string joined(const std::vector<std::string_view>& words) {
  std::string out;
  for (const std::string_view word : words) {
    if (!out.empty()) out += '|';
    out += word;
  }
  return out;
}

std::string whole(const std::string& expression) {
  return "^(?:" + expression + ")$";
}

std::string unit_of_quantity() {
  const std::string after = joined(qualifiers_after());
  return "(?![-.余多几])[^0-9 " HUICE_REFUSED "<>=\u3000\u00A0≥≤≈＞＜]+(?<!" + after + ")";
}

std::string quantity_expression() {
  const std::string after = joined(qualifiers_after());
  const std::string unit = unit_of_quantity();
  const std::string number = kNumber;
  const std::string plain = number + unit;
  return "(?:" + joined(qualifiers_before()) + ")?" + plain + "|" + number + "余" + unit + "|" +
         plain + "(?:" + after + ")";
}

// The order of a range's ends is for huice alone to see.
std::string make_goal() {
  const std::string number = kNumber;
  const std::string unit = unit_of_quantity();
  return whole("(?:" + joined(words_of_change()) + ")?(?:" + quantity_expression() + ")|" + number +
               "(?:" + unit + ")?(?:" + joined(range_marks()) + ")" + number + unit + "|[前第]" +
               "[1-9][0-9]*(?:" + joined(rank_units()) + ")|" + joined(fixed_goals()));
}

std::string make_period() {
  const std::string year = kYear;
  // 2004-05 alone, and 2004-05/2005-06, may be financial years.
  constexpr const char* kTwoYears =
      "[0-9]{2}(?:00-01|01-02|02-03|03-04|04-05|05-06|06-07|07-08|08-09|09-10|10-11|11-12)";
  const std::string month = year + "[-M](?:0[1-9]|1[0-2])";
  const std::string one_month = std::string("(?!") + kTwoYears + ")" + month;
  const std::string months =
      std::string("(?!") + kTwoYears + "/" + kTwoYears + ")" + month + "/" + month;
  const std::string quarter = year + "Q[1-4]";
  const std::string day = iso_date();
  std::string spans = "|" + months;
  for (const std::string& grain : {year, quarter, day}) {
    spans += "|" + grain + "/" + grain;
  }
  return whole("(?:to@)?unstated|(?:to@|@)?(?:" + year + "|" + quarter + "|" + one_month + "|" +
               day + ")" + spans);
}

}  // namespace

std::string_view text_pattern() {
  return "^(?! *$)[^" HUICE_REFUSED "]+$";
}

std::string_view prose_pattern() {
  return R"(^(?![ \t\r\n]*$)[^\u0000-\u0008\u000B\u000C\u000E-\u001F)" HUICE_NEVER "]+$";
}

std::string_view id_pattern() {
  return "^(?=.{1,80}$)[a-z0-9]+(?:[.-][a-z0-9]+)*$";
}

std::string_view file_name_pattern() {
  return R"(^(?=.{1,83}$)[a-z0-9]+(?:[.-][a-z0-9]+)*\.md$)";
}

std::string_view url_pattern() {
  return R"(^https?://[^ "<>)" HUICE_REFUSED "]*$";
}

std::string_view language_pattern() {
  return "^[A-Za-z0-9][A-Za-z0-9-]*$";
}

std::string_view money_pattern() {
  static const std::string pattern =
      in_blanks(widened(std::string("(?:(?:人民币|[¥￥])") + kBlanks + ")?" + kWhole +
                        units_of_money() + "(?:" + kBlanks + "整)?(?:" + kBlanks + "人民币)?"));
  return pattern;
}

std::string_view rate_pattern() {
  static const std::string pattern =
      in_blanks(widened(R"((?:-(?!0(?:\.0+)?(?![0-9.,])))?)" + std::string(kWhole) +
                        R"((?:\.[0-9]+)?)" + kBlanks + "(?:%|‰|个?百分点|个?基点)"));
  return pattern;
}

std::string_view quantity_pattern() {
  static const std::string pattern = whole(quantity_expression());
  return pattern;
}

std::string_view goal_pattern() {
  static const std::string pattern = make_goal();
  return pattern;
}

std::string_view qualifier_pattern() {
  static const std::string pattern =
      whole("|余|" + joined(qualifiers_before()) + "|" + joined(qualifiers_after()));
  return pattern;
}

std::string_view date_pattern() {
  static const std::string pattern = [] {
    std::string forms = date_with("0", "", "", "") + "|" + date_with("0?", "年", "月", "日");
    for (const std::string mark : {"-", "/", "\\."}) {
      forms += "|" + date_with("0?", mark, mark, "");
    }
    return in_blanks(widened(forms));
  }();
  return pattern;
}

std::string_view period_pattern() {
  static const std::string pattern = make_period();
  return pattern;
}

std::string_view counted_pattern() {
  return "^(?:once|total|year|project|unclear|每(?!年$|项目$|个项目$)[^ " HUICE_REFUSED
         "\u3000]{1,19})$";
}

std::string_view document_number_pattern() {
  return "^(?=.*[0-9零〇一二三四五六七八九十])(?![ \u3000])"
         "[^" HUICE_REFUSED "]{1,99}[^ " HUICE_REFUSED "\u3000]$";
}

#undef HUICE_REFUSED
#undef HUICE_NEVER

}  // namespace huice::model::schema
