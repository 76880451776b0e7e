// SPDX-License-Identifier: Apache-2.0
//
// How single values are written. Each shape pairs a parser of the model with the code reported
// when the text is refused; its wording is in src/base/messages.
// Long: one table of all single values.
#include "model/schema/scalars.h"

#include "base/ascii.h"
#include "base/json/read.h"
#include "base/messages/data.h"
#include "model/schema/make.h"
#include "model/schema/patterns.h"
#include "model/schema/suggestions.h"
#include "model/written_number.h"
#include "model/written_values.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace huice::model::schema {
namespace {

using Kind = ScalarForm::Kind;
using Parse = std::optional<Code> (*)(void*, const Token&);

constexpr int kMostCounted = 9999;

// A value whose type has `static std::optional<T> parse(std::string_view)`.
template <class T, Code Refused>
std::optional<Code> parse_value(void* target, const Token& token) {
  auto value = T::parse(token.text);
  if (!value) return Refused;
  *static_cast<T*>(target) = std::move(*value);
  return std::nullopt;
}

// 10万元至20万元, 5%—20%: two figures where one is expected.
template <class T>
bool is_range(std::string_view text) {
  for (const std::string_view mark : {"至", "—", "～", "~", "-"}) {
    const std::size_t at = text.find(mark);
    if (at == std::string_view::npos) continue;
    if (T::parse(text.substr(text.rfind(mark) + mark.size()))) return true;
  }
  return false;
}

template <class T, Code Refused>
std::optional<Code> parse_one_figure(void* target, const Token& token) {
  const auto refused = parse_value<T, Refused>(target, token);
  return refused && is_range<T>(token.text) ? msg::range_in_one::code : refused;
}

std::optional<Code> parse_positive(void* target, const Token& token) {
  const auto refused = parse_value<Decimal, msg::bad_number::code>(target, token);
  if (refused) return refused;
  const auto& number = *static_cast<const Decimal*>(target);
  if (number.is_negative() || number.is_zero()) return msg::not_positive::code;
  return std::nullopt;
}

template <class T>
std::string print_value(const void* value) {
  return static_cast<const T*>(value)->text();
}
template <>
std::string print_value<Date>(const void* value) {
  return static_cast<const Date*>(value)->iso();
}

// For types that have a form for readers, T::official().
template <class T>
std::string official_form(const void* value) {
  return static_cast<const T*>(value)->official();
}

template <class T, Code Refused>
ScalarForm value(std::string_view example, std::string_view pattern) {
  return {.example = example,
          .pattern = pattern,
          .parse = &parse_value<T, Refused>,
          .print = &print_value<T>};
}

bool is_blank(std::string_view text) {
  return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

std::string print_string(const void* value) {
  return *static_cast<const std::string*>(value);
}

std::string print_prose(const void* value) {
  return static_cast<const Prose*>(value)->markdown;
}

std::string print_rule(const void* value) {
  return static_cast<const Rule*>(value)->json;
}

std::string print_boolean(const void* value) {
  return *static_cast<const bool*>(value) ? "true" : "false";
}

std::string print_whole(const void* value) {
  return std::to_string(*static_cast<const int*>(value));
}

std::string print_qualifier(const void* value) {
  return std::string(symbol(*static_cast<const Qualifier*>(value)));
}

// Signs whose meaning each table has to say itself.
std::optional<Code> parse_observed(void* target, const Token& token) {
  constexpr std::array<std::string_view, 5> kUnclear{"#", "*", "/", "空", "?"};
  const auto refused = parse_value<ObservedValue, msg::bad_number::code>(target, token);
  const bool sign = std::find(kUnclear.begin(), kUnclear.end(), token.text) != kUnclear.end();
  return refused && sign ? msg::no_figure::code : refused;
}

// A day that has the form of one: 30 February is told apart from what is no date at all.
std::optional<Code> parse_day(void* target, const Token& token) {
  const auto refused = parse_value<Date, msg::bad_date::code>(target, token);
  return refused && has_form_of_date(token.text) ? msg::no_such_day::code : refused;
}

bool is_long_ago(const Date& day) {
  return day.year() < kUsualYear;
}

std::optional<Code> doubt_day(const void* value) {
  if (!is_long_ago(*static_cast<const Date*>(value))) return std::nullopt;
  return msg::year_long_ago::code;
}

std::optional<Code> doubt_period(const void* value) {
  const Period& period = *static_cast<const Period*>(value);
  if (period.kind() == PeriodKind::unstated) return std::nullopt;
  const bool has_first = period.kind() == PeriodKind::span;
  if (!is_long_ago(has_first ? period.first() : period.last())) return std::nullopt;
  return msg::year_long_ago::code;
}

// 2004-05 is a month, or a financial year.
std::optional<Code> parse_period(void* target, const Token& token) {
  const auto refused = parse_value<Period, msg::bad_period::code>(target, token);
  return refused && is_month_or_two_years(token.text) ? msg::month_or_years::code : refused;
}

std::optional<Code> parse_text(void* target, const Token& token) {
  if (is_blank(token.text)) return msg::empty_text::code;
  *static_cast<std::string*>(target) = token.text;
  return std::nullopt;
}

std::optional<Code> parse_prose(void* target, const Token& token) {
  if (is_blank(token.text)) return msg::empty_text::code;
  *static_cast<Prose*>(target) = Prose{std::string(token.text), token.place};
  return std::nullopt;
}

std::optional<Code> parse_json(void* target, const Token& token) {
  *static_cast<Rule*>(target) = Rule{std::string(token.text), token.place};
  return std::nullopt;
}

std::optional<Code> parse_rule(void* target, const Token& token) {
  Diagnostics ignored;  // what is no JSON was reported before
  const auto json = json::parse(SourceText({}, token.text), ignored);
  if (json && json->is(json::Kind::text) && is_blank(json->text())) return msg::empty_text::code;
  return parse_json(target, token);
}

bool is_id(std::string_view text) {
  const auto plain = [](char c) { return ascii::is_lower(c) || ascii::is_digit(c); };
  if (text.empty() || text.size() > 80 || !plain(text.front()) || !plain(text.back())) return false;
  char last = 'a';
  for (const char c : text) {
    const bool joint = c == '-' || c == '.';
    if (!plain(c) && (!joint || last == '-' || last == '.')) return false;
    last = c;
  }
  return true;
}

std::optional<Code> parse_id(void* target, const Token& token) {
  if (!is_id(token.text)) return msg::bad_id::code;
  *static_cast<std::string*>(target) = token.text;
  return std::nullopt;
}

std::optional<Code> parse_boolean(void* target, const Token& token) {
  if (token.text != "true" && token.text != "false") return msg::wrong_type::code;
  *static_cast<bool*>(target) = token.text == "true";
  return std::nullopt;
}

std::optional<int> whole_number(std::string_view text, int least) {
  int value = 0;
  const char* end = text.data() + text.size();
  const auto [stopped, error] = std::from_chars(text.data(), end, value);
  const bool read = error == std::errc{} && stopped == end;
  if (!read || value < least || value > kMostCounted) return std::nullopt;
  return value;
}

std::optional<Code> parse_whole(void* target, const Token& token) {
  const auto value = whole_number(token.text, 1);
  if (!value) return msg::bad_count::code;
  *static_cast<int*>(target) = *value;
  return std::nullopt;
}

std::optional<Code> parse_days(void* target, const Token& token) {
  const auto value = whole_number(token.text, 0);
  if (!value) return msg::bad_days::code;
  *static_cast<int*>(target) = *value;
  return std::nullopt;
}

std::optional<Code> parse_qualifier_word(void* target, const Token& token) {
  const auto found = parse_qualifier(token.text);
  if (!found) return msg::bad_qualifier::code;
  *static_cast<Qualifier*>(target) = *found;
  return std::nullopt;
}

std::optional<Code> parse_url(void* target, const Token& token) {
  const bool known = token.text.starts_with("https://") || token.text.starts_with("http://");
  if (!known || !can_be_in_url(token.text)) return msg::bad_url::code;
  *static_cast<std::string*>(target) = token.text;
  return std::nullopt;
}

std::optional<Code> parse_file_name(void* target, const Token& token) {
  const bool plain = token.text.ends_with(".md") && token.text.size() > 3 &&
                     is_id(token.text.substr(0, token.text.size() - 3));
  if (!plain) return msg::bad_file_name::code;
  *static_cast<std::string*>(target) = token.text;
  return std::nullopt;
}

// The form of RFC 5646 without its finer rules: it names a file, so nothing else may get through.
std::optional<Code> parse_language(void* target, const Token& token) {
  const bool plain = token.text.find_first_not_of(
                         "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-") ==
                     std::string_view::npos;
  if (!plain || token.text.empty() || token.text.front() == '-') return msg::bad_language::code;
  *static_cast<std::string*>(target) = token.text;
  return std::nullopt;
}

const std::string* peek_string(const void* target) {
  return static_cast<const std::string*>(target);
}

ScalarForm string(std::string_view example, Parse parse, std::string_view pattern) {
  return {.example = example,
          .pattern = pattern,
          .parse = parse,
          .print = &print_string,
          .peek = &peek_string};
}

struct ReferenceInfo {
  RefKind kind;
  Wording name;
  std::string_view example;
};

constexpr std::array<ReferenceInfo, 14> kReferences{
    {{RefKind::organization, {"单位", "organization"}, "ordos-kjj"},
     {RefKind::region, {"地区", "region"}, "ordos"},
     {RefKind::topic, {"主题", "topic"}, "platforms"},
     {RefKind::beneficiary, {"支持对象", "beneficiary"}, "zjtx-city"},
     {RefKind::policy, {"政策", "policy"}, "ordos-2021-61"},
     {RefKind::proposal, {"提案", "proposal"}, "ordos-cppcc-5-1-188"},
     {RefKind::indicator, {"指标", "indicator"}, "rd-intensity"},
     {RefKind::observation, {"指标数据", "observation"}, "rd-intensity@ordos/unstated"},
     {RefKind::article, {"条款", "article"}, "ordos-2021-61/15"},
     {RefKind::measure, {"支持措施", "measure"}, "ordos-2022-103/2.3/champion"},
     {RefKind::target, {"目标", "target"}, "ordos-2022-103/1.2/zjtx-national"},
     {RefKind::profile_field, {"企业情况字段", "profile field"}, "revenue"},
     {RefKind::document, {"文件", "document"}, "ordos-2021-61"},
     {RefKind::none, {"文字", "text"}, ""}}};

ShapeFor<std::string> make_reference(const ReferenceInfo& info) {
  ScalarForm how = string(info.example, &parse_text, text_pattern());
  how.refers_to = info.kind;
  return scalar<std::string>(info.name, std::move(how));
}

struct ReferenceShapes {
  std::array<ShapeFor<std::string>, kReferences.size()> one;
  std::array<ShapeFor<std::vector<std::string>>, kReferences.size()> many;

  ReferenceShapes() {
    for (std::size_t i = 0; i < kReferences.size(); ++i)
      one.at(i) = make_reference(kReferences.at(i));
    for (std::size_t i = 0; i < kReferences.size(); ++i) many.at(i) = list<std::string>(one.at(i));
  }
  ReferenceShapes(const ReferenceShapes&) = delete;  // `many` points into `one`
  ReferenceShapes& operator=(const ReferenceShapes&) = delete;
};

std::size_t position(RefKind kind) {
  for (std::size_t i = 0; i < kReferences.size(); ++i) {
    if (kReferences.at(i).kind == kind) return i;
  }
  return kReferences.size() - 1;
}

const ReferenceShapes& reference_shapes() {
  static const ReferenceShapes shapes;
  return shapes;
}

}  // namespace

const ShapeFor<std::string>& text() {
  static const auto shape =
      scalar<std::string>({"文字", "text"}, string("", &parse_text, text_pattern()));
  return shape;
}

const ShapeFor<std::vector<std::string>>& texts() {
  static const auto shape = list<std::string>(text());
  return shape;
}

const ShapeFor<Prose>& prose() {
  static const auto shape = scalar<Prose>(
      {"正文", "prose"},
      {.pattern = prose_pattern(),
       .parse = &parse_prose,
       .print = &print_prose,
       .peek_prose = [](const void* target) { return static_cast<const Prose*>(target); }});
  return shape;
}

const ShapeFor<std::string>& id() {
  static const auto shape = [] {
    auto how = string("ordos-2022-103", &parse_id, id_pattern());
    how.suggest = [](std::string_view text) {
      std::string better = suggest_id(text);
      return is_id(better) ? better : std::string();  // it may be too long
    };
    return scalar<std::string>({"编号", "id"}, std::move(how));
  }();
  return shape;
}

const ShapeFor<bool>& boolean() {
  static const auto shape = scalar<bool>(
      {"是或否", "true or false"},
      {.kind = Kind::boolean, .example = "true", .parse = &parse_boolean, .print = &print_boolean});
  return shape;
}

const ShapeFor<int>& whole() {
  static const auto shape = scalar<int>({"整数", "whole number"}, {.kind = Kind::number,
                                                                   .example = "5",
                                                                   .least = 1,
                                                                   .most = kMostCounted,
                                                                   .parse = &parse_whole,
                                                                   .print = &print_whole});
  return shape;
}

const ShapeFor<std::optional<int>>& count() {
  static const auto shape = nullable<int>(whole());
  return shape;
}

const ShapeFor<std::optional<int>>& days() {
  static const auto shape = nullable<int>(scalar<int>({"天数", "days"}, {.kind = Kind::number,
                                                                         .example = "30",
                                                                         .least = 0,
                                                                         .most = kMostCounted,
                                                                         .parse = &parse_days,
                                                                         .print = &print_whole}));
  return shape;
}

const ShapeFor<Money>& exact_money() {
  static const auto shape = [] {
    auto how = value<Money, msg::bad_money::code>("20万元", money_pattern());
    how.plain = &plain_money;
    how.parse = &parse_one_figure<Money, msg::bad_money::code>;
    how.suggest = &suggest_money;
    return scalar<Money>({"金额", "money"}, std::move(how));
  }();
  return shape;
}

const ShapeFor<std::optional<Money>>& money() {
  static const auto shape = nullable<Money>(exact_money());
  return shape;
}

const ShapeFor<Counted>& counted() {
  static const auto shape = [] {
    auto how = value<Counted, msg::bad_counted::code>("每件", counted_pattern());
    how.suggest = &suggest_counted;
    return scalar<Counted>({"计算单位", "per"}, std::move(how));
  }();
  return shape;
}

const ShapeFor<std::optional<Counted>>& maybe_counted() {
  static const auto shape = nullable<Counted>(counted());
  return shape;
}

const ShapeFor<std::optional<Rate>>& rate() {
  static const auto shape = [] {
    auto how = value<Rate, msg::bad_rate::code>("50%", rate_pattern());
    how.plain = &plain_rate;
    how.parse = &parse_one_figure<Rate, msg::bad_rate::code>;
    how.suggest = &suggest_rate;
    return nullable<Rate>(scalar<Rate>({"比率", "rate"}, std::move(how)));
  }();
  return shape;
}

const ShapeFor<ObservedValue>& observed_value() {
  static const auto shape = [] {
    auto how = value<ObservedValue, msg::bad_number::code>("53.2", {});
    how.kind = Kind::number;
    how.signs = ObservedValue::signs();
    how.plain = &plain_number;
    how.parse = &parse_observed;
    return scalar<ObservedValue>({"数字", "number"}, std::move(how));
  }();
  return shape;
}

const ShapeFor<Decimal>& positive_number() {
  static const auto shape = [] {
    auto how = value<Decimal, msg::bad_number::code>("2", {});
    how.kind = Kind::number;
    how.positive = true;
    how.parse = &parse_positive;
    return scalar<Decimal>({"正数", "positive number"}, std::move(how));
  }();
  return shape;
}

const ShapeFor<Quantity>& quantity() {
  static const auto shape = [] {
    auto how = value<Quantity, msg::bad_quantity::code>("突破300家", quantity_pattern());
    how.suggest = &suggest_quantity;
    return scalar<Quantity>({"数量", "quantity"}, std::move(how));
  }();
  return shape;
}

const ShapeFor<Goal>& goal() {
  static const auto shape = [] {
    auto how = value<Goal, msg::bad_goal::code>("突破300家", goal_pattern());
    how.suggest = &suggest_goal;
    return scalar<Goal>({"目标值", "goal"}, std::move(how));
  }();
  return shape;
}

const ShapeFor<std::optional<Quantity>>& maybe_quantity() {
  static const auto shape = nullable<Quantity>(quantity());
  return shape;
}

const ShapeFor<Qualifier>& qualifier() {
  static const auto shape =
      scalar<Qualifier>({"限定词", "qualifier"}, {.example = "≥",
                                                  .pattern = qualifier_pattern(),
                                                  .parse = &parse_qualifier_word,
                                                  .print = &print_qualifier,
                                                  .suggest = &suggest_qualifier});
  return shape;
}

const ShapeFor<std::optional<Date>>& date() {
  static const auto shape = [] {
    auto how = value<Date, msg::bad_date::code>("2022-09-28", date_pattern());
    how.official = &official_form<Date>;
    how.plain = &plain_date;
    how.parse = &parse_day;
    how.doubt = &doubt_day;
    how.suggest = &suggest_date;
    return nullable<Date>(scalar<Date>({"日期", "date"}, std::move(how)));
  }();
  return shape;
}

const ShapeFor<Period>& period() {
  static const auto shape = [] {
    auto how = value<Period, msg::bad_period::code>("2024Q3", period_pattern());
    how.official = &official_form<Period>;
    how.parse = &parse_period;
    how.doubt = &doubt_period;
    how.suggest = &suggest_period;
    return scalar<Period>({"时期", "period"}, std::move(how));
  }();
  return shape;
}

const ShapeFor<std::optional<Period>>& maybe_period() {
  static const auto shape = nullable<Period>(period());
  return shape;
}

const ShapeFor<std::optional<DocumentNumber>>& document_number() {
  static const auto shape = [] {
    auto how = value<DocumentNumber, msg::bad_document_number::code>("鄂府发〔2022〕103号",
                                                                     document_number_pattern());
    how.suggest = &suggest_document_number;
    return nullable<DocumentNumber>(
        scalar<DocumentNumber>({"发文字号", "document number"}, std::move(how)));
  }();
  return shape;
}

const ShapeFor<Rule>& rule() {
  static const auto shape = scalar<Rule>({"规则", "rule"}, {.kind = Kind::rule,
                                                            .example = "年度研发投入 >= 5000万元",
                                                            .pattern = prose_pattern(),
                                                            .parse = &parse_rule,
                                                            .print = &print_rule});
  return shape;
}

const ShapeFor<Rule>& answers() {
  static const auto shape = scalar<Rule>(
      {"回答", "answers"}, {.kind = Kind::json,
                            .example = R"({"size": "小型", "rd-spending": "5000万元"})",
                            .parse = &parse_json,
                            .print = &print_rule});
  return shape;
}

const ShapeFor<std::string>& url() {
  static const auto shape = [] {
    auto how = string("https://www.ordos.gov.cn/", &parse_url, url_pattern());
    how.suggest = &suggest_url;
    return scalar<std::string>({"网址", "web address"}, std::move(how));
  }();
  return shape;
}

const ShapeFor<std::string>& language() {
  static const auto shape = [] {
    auto how = string("zh-CN", &parse_language, language_pattern());
    how.suggest = &suggest_language;
    return scalar<std::string>({"语言标记", "language tag"}, std::move(how));
  }();
  return shape;
}

const ShapeFor<std::string>& file_name() {
  static const auto shape = scalar<std::string>(
      {"文件名", "file name"}, string("preface.md", &parse_file_name, file_name_pattern()));
  return shape;
}

const ShapeFor<std::string>& reference(RefKind kind) {
  return reference_shapes().one.at(position(kind));
}

const ShapeFor<std::vector<std::string>>& references(RefKind kind) {
  return reference_shapes().many.at(position(kind));
}

Wording name(RefKind kind) {
  return kReferences.at(position(kind)).name;
}

}  // namespace huice::model::schema
