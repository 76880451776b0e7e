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
  const auto date = [](double serial) { return cell_text(serial, {NumberKind::date}, false); };
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
  CHECK(cell_text(0, {NumberKind::date}, true) == "1904-01-01");
  CHECK(cell_text(43464, {NumberKind::date}, true) == "2022-12-31");
  CHECK(cell_text(1e300, {NumberKind::date}, true) == number_text(1e300));
}

TEST_CASE("times and percentages keep what they mean") {
  CHECK(cell_text(0.5, {NumberKind::time}, false) == "12:00:00");
  CHECK(cell_text(0.75, {NumberKind::time}, true) == "18:00:00");
  CHECK(cell_text(44926.5, {NumberKind::time}, false) == "2022-12-31");
  CHECK(cell_text(0.05, {NumberKind::percent}, false) == "5%");
  CHECK(cell_text(0.57, {NumberKind::percent}, false) == "57%");
  CHECK(cell_text(1.125, {NumberKind::percent}, false) == "112.5%");
  CHECK(cell_text(0.05, {NumberKind::plain}, false) == "0.05");
}

TEST_CASE("a format code says whether it shows a date, a time or a percentage") {
  for (const char* code : {"yyyy-mm-dd", "yyyy\"年\"m\"月\"d\"日\"", "m/d/yy h:mm", "mmm",
                           "[$-804]yyyy/m/d;@", "[DBNum1]yyyy\"年\"", "dd", "YYYY/MM/DD"}) {
    CAPTURE(code);
    CHECK(form_of_code(code).kind == NumberKind::date);
  }
  for (const char* code : {"h:mm", "mm:ss.0", "h\"时\"mm\"分\"", "h:mm AM/PM"}) {
    CAPTURE(code);
    CHECK(form_of_code(code).kind == NumberKind::time);
  }
  for (const char* code : {"[h]:mm:ss", "[mm]", "[hh]\"小时\"mm\"分\"", "[s]"}) {
    CAPTURE(code);
    CHECK(form_of_code(code).kind == NumberKind::elapsed);
  }
  for (const char* code : {"0%", "0.00%", "[Red]0%;-0%"}) {
    CAPTURE(code);
    CHECK(form_of_code(code).kind == NumberKind::percent);
  }
  for (const char* code :
       {"General", "0.00", "#,##0", "\"day\"0", "0\\d", "_d0", "[Red]0", "0.00E+00", "\"%\"0", "@",
        "¥#,##0", "G/通用格式", "\"", "[", "\\", "0;\"y\"d"}) {
    CAPTURE(code);
    CHECK(form_of_code(code).kind == NumberKind::plain);
  }
}

TEST_CASE("built-in formats are known by their numbers, the Chinese ones too") {
  CHECK(built_in_form(0).kind == NumberKind::plain);
  CHECK(built_in_form(9).kind == NumberKind::percent);
  CHECK(built_in_form(14).kind == NumberKind::date);
  CHECK(built_in_form(20).kind == NumberKind::time);
  CHECK(built_in_form(22).kind == NumberKind::date);
  CHECK(built_in_form(31).kind == NumberKind::date);
  CHECK(built_in_form(33).kind == NumberKind::time);
  CHECK(built_in_form(57).kind == NumberKind::date);
  CHECK(built_in_form(59).kind == NumberKind::plain);
}

TEST_CASE("a unit of money after the number is kept, unless the format scales it") {
  for (const char* code : {"#,##0.00\"元\"", "0.00元", "General\"元\"", "#,##0\\ \"元\"",
                           "0.00\"元\";[Red]-0.00\"元\"", "0!元", "#,##0.00_ \"元\""}) {
    CAPTURE(code);
    CHECK(form_of_code(code).kind == NumberKind::yuan);
  }
  CHECK(form_of_code("#,##0.00\"万元\"").kind == NumberKind::wan_yuan);
  CHECK(form_of_code("0\"亿元\"").kind == NumberKind::yi_yuan);
  for (const char* code : {"0!.0,\"万元\"", "0\\.0,\"万元\"", "0.0,,\"亿元\"", "0\"千元\"",
                           "[>=10000]0\"万元\";0\"元\"", "\"元\"0", "0\"元\"00", "#,##0.00"}) {
    CAPTURE(code);
    CHECK(form_of_code(code).kind == NumberKind::plain);
  }
  CHECK(cell_text(1200.5, {NumberKind::wan_yuan}, false) == "1200.5万元");
  CHECK(cell_text(0.1 + 0.2, {NumberKind::yuan}, false) == "0.3元");
  CHECK(cell_text(2, {NumberKind::yi_yuan}, true) == "2亿元");
}

TEST_CASE("a length of time has no end at 24 hours, and starts from no date") {
  CHECK(cell_text(0.5, {NumberKind::elapsed}, false) == "12:00:00");
  CHECK(cell_text(1.25, {NumberKind::elapsed}, false) == "30:00:00");
  CHECK(cell_text(2.5, {NumberKind::elapsed}, true) == "60:00:00");
  CHECK(cell_text(12345.6789, {NumberKind::elapsed}, false) == "296296:17:37");
  CHECK(cell_text(-0.5, {NumberKind::elapsed}, false) == "-0.5");
  CHECK(cell_text(1e300, {NumberKind::elapsed}, false) == number_text(1e300));
  CHECK(built_in_form(46).kind == NumberKind::elapsed);
  CHECK(built_in_form(45).kind == NumberKind::time);
}

TEST_CASE("a whole number keeps the zeros that its format shows in front of it") {
  CHECK(form_of_code("000000") == NumberForm{.digits = 6});
  CHECK(form_of_code("000;-000") == NumberForm{.digits = 3});
  for (const char* code : {"0.00", "#,##0", "000-000", "0000000000000000", "000\"号\""}) {
    CAPTURE(code);
    CHECK(form_of_code(code).digits == 0);
  }
  CHECK(cell_text(17000, {.digits = 6}, false) == "017000");
  CHECK(cell_text(0, {.digits = 3}, false) == "000");
  CHECK(cell_text(1234567, {.digits = 6}, false) == "1234567");
  CHECK(cell_text(1.5, {.digits = 6}, false) == "1.5");
  CHECK(cell_text(-5, {.digits = 6}, false) == "-5");
}
