// SPDX-License-Identifier: Apache-2.0
#include "formats/number_format.h"

#include <doctest/doctest.h>

using namespace huice::formats;

TEST_CASE("numbers read as Excel shows them, without noise and without exponent") {
  CHECK(number_text(0) == "0");
  CHECK(number_text(-0.0) == "0");
  CHECK(number_text(0.1 + 0.2) == "0.3");
  CHECK(number_text(-12.5) == "-12.5");
  CHECK(number_text(1200000) == "1200000");
  CHECK(number_text(123456789012345678.0) == "123456789012346000");
  CHECK(number_text(0.00001) == "0.00001");
  CHECK(number_text(1.0000000000000002) == "1");
  CHECK(number_text(9.99999999999999999) == "10");
  CHECK(number_text(1e21) == "1E21");
  CHECK(number_text(-1.5e-30) == "-1.5E-30");
  CHECK(number_text(1.7976931348623157e308) == "1.79769313486232E308");
}

TEST_CASE("dates of both systems come out as YYYY-MM-DD, the leap day that never was included") {
  const auto date = [](double serial) { return cell_text(serial, NumberKind::date, false); };
  CHECK(date(1) == "1900-01-01");
  CHECK(date(59) == "1900-02-28");
  CHECK(date(60) == "1900-02-29");
  CHECK(date(61) == "1900-03-01");
  CHECK(date(25569) == "1970-01-01");
  CHECK(date(36585) == "2000-02-29");
  CHECK(date(44926.75) == "2022-12-31");
  CHECK(date(44926.9999999) == "2023-01-01");
  CHECK(date(2958465) == "9999-12-31");
  CHECK(date(2958466) == "2958466");
  CHECK(date(0) == "0");
  CHECK(date(-1) == "-1");
  CHECK(cell_text(0, NumberKind::date, true) == "1904-01-01");
  CHECK(cell_text(43464, NumberKind::date, true) == "2022-12-31");
  CHECK(cell_text(1e300, NumberKind::date, true) == number_text(1e300));
}

TEST_CASE("times and percentages keep what they mean") {
  CHECK(cell_text(0.5, NumberKind::time, false) == "12:00:00");
  CHECK(cell_text(0.75, NumberKind::time, true) == "18:00:00");
  CHECK(cell_text(44926.5, NumberKind::time, false) == "2022-12-31");
  CHECK(cell_text(0.05, NumberKind::percent, false) == "5%");
  CHECK(cell_text(0.57, NumberKind::percent, false) == "57%");
  CHECK(cell_text(1.125, NumberKind::percent, false) == "112.5%");
  CHECK(cell_text(0.05, NumberKind::plain, false) == "0.05");
}

TEST_CASE("a format code says whether it shows a date, a time or a percentage") {
  for (const char* code : {"yyyy-mm-dd", "yyyy\"年\"m\"月\"d\"日\"", "m/d/yy h:mm", "mmm",
                           "[$-804]yyyy/m/d;@", "[DBNum1]yyyy\"年\"", "dd", "YYYY/MM/DD"}) {
    CAPTURE(code);
    CHECK(kind_of_format(code) == NumberKind::date);
  }
  for (const char* code :
       {"h:mm", "[h]:mm:ss", "mm:ss.0", "h\"时\"mm\"分\"", "h:mm AM/PM", "[mm]"}) {
    CAPTURE(code);
    CHECK(kind_of_format(code) == NumberKind::time);
  }
  for (const char* code : {"0%", "0.00%", "[Red]0%;-0%"}) {
    CAPTURE(code);
    CHECK(kind_of_format(code) == NumberKind::percent);
  }
  for (const char* code :
       {"General", "0.00", "#,##0", "\"day\"0", "0\\d", "_d0", "[Red]0", "0.00E+00", "\"%\"0", "@",
        "¥#,##0", "G/通用格式", "\"", "[", "\\", "0;\"y\"d"}) {
    CAPTURE(code);
    CHECK(kind_of_format(code) == NumberKind::plain);
  }
}

TEST_CASE("built-in formats are known by their numbers, the Chinese ones too") {
  CHECK(built_in_kind(0) == NumberKind::plain);
  CHECK(built_in_kind(9) == NumberKind::percent);
  CHECK(built_in_kind(14) == NumberKind::date);
  CHECK(built_in_kind(20) == NumberKind::time);
  CHECK(built_in_kind(22) == NumberKind::date);
  CHECK(built_in_kind(31) == NumberKind::date);
  CHECK(built_in_kind(33) == NumberKind::time);
  CHECK(built_in_kind(57) == NumberKind::date);
  CHECK(built_in_kind(59) == NumberKind::plain);
}

TEST_CASE("a unit of money after the number is kept, unless the format scales it") {
  for (const char* code : {"#,##0.00\"元\"", "0.00元", "General\"元\"", "#,##0\\ \"元\"",
                           "0.00\"元\";[Red]-0.00\"元\"", "0!元", "#,##0.00_ \"元\""}) {
    CAPTURE(code);
    CHECK(kind_of_format(code) == NumberKind::yuan);
  }
  CHECK(kind_of_format("#,##0.00\"万元\"") == NumberKind::wan_yuan);
  CHECK(kind_of_format("0\"亿元\"") == NumberKind::yi_yuan);
  for (const char* code : {"0!.0,\"万元\"", "0\\.0,\"万元\"", "0.0,,\"亿元\"", "0\"千元\"",
                           "[>=10000]0\"万元\";0\"元\"", "\"元\"0", "0\"元\"00", "#,##0.00"}) {
    CAPTURE(code);
    CHECK(kind_of_format(code) == NumberKind::plain);
  }
  CHECK(cell_text(1200.5, NumberKind::wan_yuan, false) == "1200.5万元");
  CHECK(cell_text(0.1 + 0.2, NumberKind::yuan, false) == "0.3元");
  CHECK(cell_text(2, NumberKind::yi_yuan, true) == "2亿元");
}
