// SPDX-License-Identifier: Apache-2.0
// What the filters of the field print, and what they refuse to the character.
#include "view/filters/field_filters.h"

#include "template/doc_examples.h"
#include "template/json_value.h"
#include "template/values/builders.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

using namespace huice;

namespace {

/// What a template prints, or the first line of its first problem.
std::string print(const std::string& text, const std::string& json = "{}",
                  const std::string& name = "x.txt") {
  tmpl::Environment environment([](std::string_view) { return std::nullopt; });
  view::add_field_filters(environment);
  Diagnostics problems;
  environment.add_template(name, {text, name}, problems);
  const tmpl::Value data = test::value_of(nlohmann::ordered_json::parse(json));
  std::string out;
  if (!problems.has_errors()) environment.render(name, data.mapping(), out, problems);
  if (!problems.has_errors()) return out;
  const std::string shown = format_diagnostic(problems.sorted().front(), Language::en);
  return shown.substr(0, shown.find('\n'));
}

}  // namespace

TEST_CASE("money is exact in every unit and takes the fitting one by itself") {
  CHECK(print("{{ 5000000 | money }}") == "500万元");
  CHECK(print("{{ 5000000 | money('元') }}") == "5000000元");
  CHECK(print("{{ 5000000 | money('亿元') }}") == "0.05亿元");
  CHECK(print("{{ '52293000' | money }}") == "5229.3万元");
  CHECK(print("{{ '5229.3万元' | money('元', separated=true) }}") == "52,293,000元");
  CHECK(print("{{ 130000000 | money }}") == "1.3亿元");
  CHECK(print("{{ 123456789 | money }}") == "12345.6789万元");
  CHECK(print("{{ '12345678.9' | money }}") == "12345678.9元");
  CHECK(print("{{ '0.05' | money('万元') }}") == "0.000005万元");
  CHECK(print("{{ 0 | money }}") == "0元");
  CHECK(print("{{ -20000 | money(separated=true) }}") == "-2万元");
  CHECK(print("{{ -1234567 | money('元', true) }}") == "-1,234,567元");
  CHECK(print("{{ 0.1 | money }}") == "0.1元");
}

TEST_CASE("money refuses a value that is not an amount") {
  CHECK(
      print("{{ 'about 500' | money }}") ==
      "x.txt:1:4: error[template-wrong-type]: filter “money” takes a decimal number of at most 18 "
      "digits, not the text “about 500”");
  CHECK(print("{{ '0.001' | money }}") ==
        "x.txt:1:4: error[template-bad-value]: filter “money” cannot use an amount finer than 1 分 "
        "or "
        "above 9 × 10^16 元");
  CHECK(
      print("{{ 5 | money('千元') }}") ==
      "x.txt:1:4: error[template-bad-value]: filter “money” cannot use “千元” as a unit; there are "
      "元, 万元, 亿元");
}

TEST_CASE("dates are written as GB/T 9704 has them") {
  CHECK(print("{{ '2024-05-01' | date }}") == "2024年5月1日");
  CHECK(print("{{ '2024年5月1日' | date('month') }}") == "2024年5月");
  CHECK(print("{{ '2024-05' | date }}") == "2024年5月");
  CHECK(print("{{ 2024 | date }}{{ '2024' | date }}{{ '2024年' | date }}") == "2024年2024年2024年");
  CHECK(print("{{ '2024-05-01' | date('year') }}") == "2024年");
  CHECK(print("{{ '2024-10-21' | date('han') }}") == "二〇二四年十月二十一日");
  CHECK(print("{{ '2010-05' | date('han') }}") == "二〇一〇年五月");
}

TEST_CASE("a range of dates says once what both ends share") {
  CHECK(print("{{ '2024-03-01' | date_range('2024-04-30') }}") == "2024年3月1日至4月30日");
  CHECK(print("{{ '2024-03-01' | date_range('2024-03-30') }}") == "2024年3月1日至30日");
  CHECK(print("{{ '2024-12-01' | date_range('2025-01-31') }}") == "2024年12月1日至2025年1月31日");
  CHECK(print("{{ '2021-12-01' | date_range('2022-12-01') }}") == "2021年12月1日至2022年12月1日");
  CHECK(print("{{ '2024-03' | date_range('2024-05') }}") == "2024年3月至5月");
  CHECK(print("{{ '2023' | date_range('2025') }}") == "2023年至2025年");
  CHECK(print("{{ '2024-03-01' | date_range('2024-03-01') }}") == "2024年3月1日");
}

TEST_CASE("dates that do not exist are refused") {
  for (const char* wrong :
       {"2024-02-30", "2024-13", "2024-5", "24-05-01", "2024-", "soon", "2024年13月"}) {
    CHECK(
        print("{{ x | date }}", R"({"x": ")" + std::string(wrong) + "\"}") ==
        "x.txt:1:4: error[template-wrong-type]: filter “date” takes a date: 2024-05-01, 2024-05 or "
        "2024, not the text “" +
            std::string(wrong) + "”");
  }
  CHECK(
      print("{{ '2024-05-01' | date('long') }}") ==
      "x.txt:1:4: error[template-bad-value]: filter “date” cannot use “long” as a form; there are "
      "full, month, year, han");
  CHECK(print("{{ '2024-05-01' | date_range('2024-04-01') }}") ==
        "x.txt:1:4: error[template-bad-value]: filter “date_range” cannot use an end before its "
        "start");
}

TEST_CASE("numbers are read aloud in Chinese characters") {
  const std::vector<std::pair<std::string, std::string>> known{{"0", "零"},
                                                               {"1", "一"},
                                                               {"10", "十"},
                                                               {"11", "十一"},
                                                               {"20", "二十"},
                                                               {"25", "二十五"},
                                                               {"99", "九十九"},
                                                               {"100", "一百"},
                                                               {"103", "一百零三"},
                                                               {"110", "一百一十"},
                                                               {"1001", "一千零一"},
                                                               {"1010", "一千零一十"},
                                                               {"10000", "一万"},
                                                               {"10500", "一万零五百"},
                                                               {"100000", "十万"},
                                                               {"101000", "十万一千"},
                                                               {"200000001", "二亿零一"},
                                                               {"1000000000000", "一万亿"},
                                                               {"3020", "三千零二十"}};
  for (const auto& entry : known) CHECK(print("{{ " + entry.first + " | han }}") == entry.second);
}

TEST_CASE("headings and chapters are numbered by level") {
  CHECK(print("{{ 1 | heading_number }} {{ 12 | heading_number(2) }} {{ 3 | heading_number(3) }} "
              "{{ 4 | heading_number(4) }}") == "一、 （十二） 3. （4）");
  CHECK(print("{{ 25 | nth('章') }}{{ 3 | nth('条') }}{{ 2 | nth }}") == "第二十五章第三条第二");
  CHECK(print("{{ 0 | nth('条') }}") ==
        "x.txt:1:4: error[template-wrong-type]: filter “nth” takes a whole number from 1 to "
        "9999999999999999, not the number 0");
  CHECK(
      print("{{ 1 | heading_number(5) }}") ==
      "x.txt:1:4: error[template-bad-value]: filter “heading_number” cannot use level 5; headings "
      "have the levels 1 to 4");
}

TEST_CASE("shares keep their digits and their differences are points") {
  CHECK(print("{{ 12.3 | percent }} {{ '0.90' | percent }} {{ 50 | percent }}") ==
        "12.3% 0.90% 50%");
  CHECK(print("{{ 1.5 | points }}") == "1.5个百分点");
  CHECK(print("{{ -1.5 | points('提高', '下降', '持平') }}") == "下降1.5个百分点");
  CHECK(print("{{ '11.24' | percent('增长', '下降', '持平') }}") == "增长11.24%");
  CHECK(print("{{ '0.0' | percent('增长', '下降', '持平') }}") == "持平");
  CHECK(print("{{ 1 | points('提高') }}") ==
        "x.txt:1:4: error[template-missing-argument]: filter “points” needs its argument “down”");
}

TEST_CASE("lists are sorted by pinyin, stable in both directions") {
  const std::string units =
      R"({"units": [{"n": "自然资源局", "i": 1}, {"n": "财政局", "i": 2}, {"n": "科技局", "i": 3}, {"n": "财政局", "i": 4}]})";
  CHECK(print("{% for u in units | sort_pinyin('n') %}{{ u.n }}{{ u.i }} {% endfor %}", units) ==
        "财政局2 财政局4 科技局3 自然资源局1 ");
  CHECK(
      print("{% for u in units | sort_pinyin('n', reverse=true) %}{{ u.n }}{{ u.i }} {% endfor %}",
            units) == "自然资源局1 科技局3 财政局2 财政局4 ");
  CHECK(print("{{ ['重庆', '北京', '安徽'] | sort_pinyin | join(' ') }}") == "安徽 北京 重庆");
}

TEST_CASE("Markdown becomes the template's own format") {
  const std::string data = R"({"x": "**a** <b>"})";
  CHECK(
      print("{{ x | markdown }}", data, "x.html") ==
      "x.html:1:4: error[template-bad-value]: filter “markdown” cannot use this text: HTML is not "
      "allowed in this text");
  const std::string good = R"({"x": "# T\n\n**a** & 1 < 2"})";
  CHECK(print("{{ x | markdown(2) }}", good, "x.html") ==
        "<h3>T</h3>\n<p><strong>a</strong> &amp; 1 &lt; 2</p>\n");
  CHECK(print("{{ x | markdown }}", good, "x.txt") == "T\n\na & 1 < 2\n");
  CHECK(print("{{ x | markdown(1) }}", good, "x.md") == "## T\n\n**a** & 1 &lt; 2\n");
  CHECK(print("{{ x | plain }}", good, "x.html") == "T\n\na &amp; 1 &lt; 2");
  CHECK(print("{{ x | markdown(1) }}", good, "x.typ") ==
        "#heading(level: 2)[T]\n\n#strong[a] \\& 1 \\< 2\n");
  CHECK(print("<a b=\"{{ x | markdown }}\">{{ x | markdown }}</a>", good, "x.xml") ==
        "<a b=\"T&#10;&#10;a &amp; 1 &lt; 2\">T\n\na &amp; 1 &lt; 2</a>");
  CHECK(print("[\"{{ x | markdown }}\", {{ x | markdown | tojson }}]", good, "x.json") ==
        "[\"T\\n\\na & 1 < 2\", \"T\\n\\na \\u0026 1 \\u003c 2\"]");
  CHECK(print("{{ x | markdown }},\"{{ x | markdown }}\",b", R"({"x": "=1+1, \"a\""})", "x.csv") ==
        "\"'=1+1, \"\"a\"\"\",\"'=1+1, \"\"a\"\"\",b");
}

TEST_CASE("text is cut by the columns it takes, never through a character") {
  CHECK(print("{{ '支持科技创新政策' | truncate_width(9) }}") == "支持科技…");
  CHECK(print("{{ '支持科技创新政策' | truncate_width(16) }}") == "支持科技创新政策");
  CHECK(print("{{ '支持ab创新' | truncate_width(8, '...') }}") == "支持a...");
  CHECK(print("{{ x | truncate_width(3) }}", R"({"x": "e\u0301e\u0301e\u0301e\u0301"})") ==
        "e\u0301e\u0301…");
  CHECK(print("{{ x | truncate_width(3) }}", R"({"x": "👨‍👩‍👧家庭"})") ==
        "👨‍👩‍👧…");
  CHECK(print("{{ 'abc' | truncate_width(0) }}") ==
        "x.txt:1:4: error[template-bad-value]: filter “truncate_width” cannot use a width smaller "
        "than "
        "the end it adds");
}

TEST_CASE("the examples of the filters' document give what it says, and no filter is missing") {
  const std::string used =
      test::check_doc_examples("docs/template-field-filters.md", view::add_field_filters);
  tmpl::Environment plain([](std::string_view) { return std::nullopt; });
  tmpl::Environment ours([](std::string_view) { return std::nullopt; });
  view::add_field_filters(ours);
  const std::vector<std::string> known = plain.filter_names();
  for (const std::string& name : ours.filter_names()) {
    if (std::find(known.begin(), known.end(), name) != known.end()) continue;
    CHECK_MESSAGE(used.find("| " + name) != std::string::npos, "no example of ", name);
  }
}

TEST_CASE("a title's seams are between words, never after a number or before a single sign") {
  const auto seams = [](const std::string& title) {
    return print("{{ x | seams }}", nlohmann::ordered_json{{"x", title}}.dump(), "x.html");
  };
  CHECK(seams("市政协五届一次会议") == "市政协<wbr>五届<wbr>一次<wbr>会议");
  CHECK(seams("科技型企业") == "科技型<wbr>企业");
  CHECK(seams("“专精特新”企业") == "“专精特新”<wbr>企业");
  CHECK(seams("第188号提案") == "第188号<wbr>提案");
  CHECK(seams("a<b") == "a&lt;b");
  CHECK(seams("").empty());
  CHECK(print("{{ '科技型企业' | seams }}") == "科技型企业");
}
