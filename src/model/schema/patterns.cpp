// SPDX-License-Identifier: Apache-2.0
#include "model/schema/patterns.h"

#include "model/goal.h"

#include <string>
#include <vector>

namespace huice::model::schema {
namespace {

// What Decimal::parse reads: 18 digits at most, which are counted ahead, and no -0.
#define HUICE_DIGITS R"((?=(?:[0-9]\.?){1,18}(?![0-9.])))"
constexpr const char* kDigits = HUICE_DIGITS;
constexpr const char* kNumber =
    R"((?:-(?!0(?:\.0+)?(?![0-9.])))?)" HUICE_DIGITS R"((?:0|[1-9][0-9]*)(?:\.[0-9]+)?)";
#undef HUICE_DIGITS

constexpr const char* kYear = "(?:19|2[01])[0-9]{2}";
// 1900 and 2100 have no 29 February, 2000 has.
constexpr const char* kLeapYear = "(?:2000|(?:19|2[01])(?:0[48]|[2468][048]|[13579][26]))";

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
  return "(?![-.余多几])[^0-9 \\t\\r\\n<>=\u3000\u00A0≥≤≈＞＜]+(?<!" + after + ")";
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
  const std::string month = year + "-(?:0[1-9]|1[0-2])";
  const std::string quarter = year + "Q[1-4]";
  const std::string day = iso_date();
  std::string spans;
  for (const std::string& grain : {year, quarter, month, day}) {
    spans += "|" + grain + "/" + grain;
  }
  return whole("unstated|(?:to@|@)?(?:" + year + "|" + quarter + "|" + month + "|" + day + ")" +
               spans);
}

}  // namespace

std::string_view text_pattern() {
  return R"([^ \t\r\n])";
}

std::string_view id_pattern() {
  return "^(?=.{1,80}$)[a-z0-9]+(?:[.-][a-z0-9]+)*$";
}

std::string_view file_name_pattern() {
  return R"(^(?=.{1,83}$)[a-z0-9]+(?:[.-][a-z0-9]+)*\.md$)";
}

std::string_view url_pattern() {
  return R"(^https?://[^\u0000-\u0020\u007F"<>]*$)";
}

std::string_view language_pattern() {
  return "^[A-Za-z0-9][A-Za-z0-9-]*$";
}

std::string_view money_pattern() {
  // Nothing smaller than a 分.
  static const std::string pattern = std::string("^") + kDigits +
                                     R"((?:0|[1-9][0-9]*)(?:(?:\.[0-9]{1,2}0*)?元|)" +
                                     R"((?:\.[0-9]{1,6}0*)?万元|(?:\.[0-9]{1,10}0*)?亿元)$)";
  return pattern;
}

std::string_view rate_pattern() {
  static const std::string pattern = std::string("^") + kNumber + "(?:%|‰|个百分点|个基点)$";
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
  static const std::string pattern = whole(iso_date() + "|" + date_with("0?", "年", "月", "日"));
  return pattern;
}

std::string_view period_pattern() {
  static const std::string pattern = make_period();
  return pattern;
}

std::string_view counted_pattern() {
  return "^(?:once|total|year|project|unclear|每(?!年$|项目$|个项目$)[^\\u0000-"
         "\\u0020\\u007f\u3000]{1,19})$";
}

std::string_view document_number_pattern() {
  return "^(?=.*[0-9零〇一二三四五六七八九十])(?![ \u3000])"
         "[^\\u0000-\\u001f\\u007f]{1,99}[^\\u0000-\\u001f\\u007f \u3000]$";
}

}  // namespace huice::model::schema
