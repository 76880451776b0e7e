// SPDX-License-Identifier: Apache-2.0
//
// How single values are written. Each shape pairs a parser of the model with the code reported
// when the text is refused; the words of the message stand in the catalogue.
#include "model/schema/scalars.h"

#include "base/ascii.h"
#include "base/messages/data.h"
#include "model/schema/make.h"
#include "model/schema/patterns.h"

#include <array>
#include <charconv>

namespace huice::model::schema {
namespace {

using Parse = std::optional<Code> (*)(void*, const Token&);
using Print = std::string (*)(const void*);

constexpr int kMostCounted = 9999;

template <class T>
ShapeFor<T> scalar(Shape::Kind kind, Wording name, std::string_view example, Parse parse,
                   Print print) {
  ShapeFor<T> shape;
  shape.kind = kind;
  shape.name = name;
  shape.example = example;
  shape.parse = parse;
  shape.print = print;
  return shape;
}

// A value whose type has `static std::optional<T> parse(std::string_view)`.
template <class T, Code Refused>
std::optional<Code> parse_value(void* target, const Token& token) {
  auto value = T::parse(token.text);
  if (!value) return Refused;
  *static_cast<T*>(target) = std::move(*value);
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

template <class T, Code Refused>
ShapeFor<T> value(Wording name, std::string_view example, std::string_view pattern) {
  ShapeFor<T> shape =
      scalar<T>(Shape::Kind::text, name, example, &parse_value<T, Refused>, &print_value<T>);
  shape.pattern = pattern;
  shape.reset = &reset_to_default<T>;
  return shape;
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

std::optional<Code> parse_rule(void* target, const Token& token) {
  *static_cast<Rule*>(target) = Rule{std::string(token.text), token.place};
  return std::nullopt;
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

std::optional<Code> parse_whole(void* target, const Token& token) {
  int value = 0;
  const char* end = token.text.data() + token.text.size();
  const auto [stopped, error] = std::from_chars(token.text.data(), end, value);
  if (error != std::errc{} || stopped != end || value < 1 || value > kMostCounted)
    return msg::bad_count::code;
  *static_cast<int*>(target) = value;
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
  for (const char c : token.text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte <= 0x20 || byte == 0x7F || c == '"' || c == '<' || c == '>') return msg::bad_url::code;
  }
  if (!known) return msg::bad_url::code;
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

// 2022.9.28 and 2022/9/28 as they are meant.
std::string suggest_date(std::string_view text) {
  std::array<int, 3> numbers{};
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    const char* end = text.data() + text.size();
    const auto [stopped, error] = std::from_chars(text.data(), end, numbers.at(i));
    if (error != std::errc{}) return {};
    text.remove_prefix(static_cast<std::size_t>(stopped - text.data()));
    if (i < 2 && !text.empty()) text.remove_prefix(1);
  }
  const auto date = Date::of(numbers[0], numbers[1], numbers[2]);
  return date && text.empty() ? date->iso() : std::string{};
}

// 20 万, 1,000万元: blanks and commas dropped, 元 added.
std::string suggest_money(std::string_view text) {
  std::string guess;
  for (const char c : text) {
    if (c != ' ' && c != ',') guess += c;
  }
  if (!guess.ends_with("元")) guess += "元";
  const bool unit_given = text.ends_with("元") || text.ends_with("万") || text.ends_with("亿");
  return unit_given && Money::parse(guess) ? guess : std::string{};
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

ShapeFor<std::string> string_shape(Wording name, std::string_view example, Parse parse) {
  auto shape = scalar<std::string>(Shape::Kind::text, name, example, parse, &print_string);
  shape.reset = &reset_to_default<std::string>;
  shape.peek = &peek_string;
  shape.pattern = text_pattern();
  return shape;
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
  auto shape = string_shape(info.name, info.example, &parse_text);
  shape.refers_to = info.kind;
  return shape;
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
  static const auto shape = string_shape({"文字", "text"}, "", &parse_text);
  return shape;
}

const ShapeFor<std::vector<std::string>>& texts() {
  static const auto shape = list<std::string>(text());
  return shape;
}

const ShapeFor<Prose>& prose() {
  static const auto shape = [] {
    auto made = scalar<Prose>(Shape::Kind::text, {"正文", "prose"}, "", &parse_prose, &print_prose);
    made.pattern = text_pattern();
    made.reset = &reset_to_default<Prose>;
    made.peek_prose = [](const void* target) { return static_cast<const Prose*>(target); };
    return made;
  }();
  return shape;
}

const ShapeFor<std::string>& id() {
  static const auto shape = [] {
    auto made = string_shape({"编号", "id"}, "ordos-2022-103", &parse_id);
    made.pattern = id_pattern();
    return made;
  }();
  return shape;
}

const ShapeFor<bool>& boolean() {
  static const auto shape = [] {
    auto made = scalar<bool>(Shape::Kind::boolean, {"是或否", "true or false"}, "true",
                             &parse_boolean, &print_boolean);
    made.reset = &reset_to_default<bool>;
    return made;
  }();
  return shape;
}

const ShapeFor<int>& whole() {
  static const auto shape = [] {
    auto made =
        scalar<int>(Shape::Kind::number, {"整数", "whole number"}, "5", &parse_whole, &print_whole);
    made.least = 1;
    made.most = kMostCounted;
    made.reset = &reset_to_default<int>;
    return made;
  }();
  return shape;
}

const ShapeFor<std::optional<int>>& count() {
  static const auto shape = nullable<int>(whole());
  return shape;
}

const ShapeFor<Money>& exact_money() {
  static const auto shape = [] {
    auto made = value<Money, msg::bad_money::code>({"金额", "money"}, "20万元", money_pattern());
    made.suggest = &suggest_money;
    return made;
  }();
  return shape;
}

const ShapeFor<std::optional<Money>>& money() {
  static const auto shape = nullable<Money>(exact_money());
  return shape;
}

const ShapeFor<std::optional<Rate>>& rate() {
  static const auto shape =
      nullable<Rate>(value<Rate, msg::bad_rate::code>({"比率", "rate"}, "50%", rate_pattern()));
  return shape;
}

const ShapeFor<Decimal>& number() {
  static const auto shape = [] {
    auto made = value<Decimal, msg::bad_number::code>({"数字", "number"}, "53.2", {});
    made.kind = Shape::Kind::number;
    return made;
  }();
  return shape;
}

const ShapeFor<Quantity>& quantity() {
  static const auto shape = value<Quantity, msg::bad_quantity::code>(
      {"数量", "quantity"}, "突破300家", quantity_pattern());
  return shape;
}

const ShapeFor<std::optional<Quantity>>& maybe_quantity() {
  static const auto shape = nullable<Quantity>(quantity());
  return shape;
}

const ShapeFor<Qualifier>& qualifier() {
  static const auto shape = [] {
    auto made = scalar<Qualifier>(Shape::Kind::text, {"限定词", "qualifier"}, "≥",
                                  &parse_qualifier_word, &print_qualifier);
    made.pattern = qualifier_pattern();
    made.reset = &reset_to_default<Qualifier>;
    return made;
  }();
  return shape;
}

const ShapeFor<std::optional<Date>>& date() {
  static const auto shape = [] {
    auto made = value<Date, msg::bad_date::code>({"日期", "date"}, "2022-09-28", date_pattern());
    made.suggest = &suggest_date;
    return nullable<Date>(made);
  }();
  return shape;
}

const ShapeFor<Period>& period() {
  static const auto shape =
      value<Period, msg::bad_period::code>({"时期", "period"}, "2024Q3", period_pattern());
  return shape;
}

const ShapeFor<std::optional<Period>>& maybe_period() {
  static const auto shape = nullable<Period>(period());
  return shape;
}

const ShapeFor<std::optional<DocumentNumber>>& document_number() {
  static const auto shape = [] {
    auto made = value<DocumentNumber, msg::bad_document_number::code>(
        {"发文字号", "document number"}, "鄂府发〔2022〕103号", document_number_pattern());
    made.suggest = &suggest_document_number;
    return nullable<DocumentNumber>(made);
  }();
  return shape;
}

const ShapeFor<Rule>& rule() {
  static const auto shape = [] {
    auto made =
        scalar<Rule>(Shape::Kind::json, {"规则", "rule"},
                     R"({">=": [{"var": "revenue"}, "5000万元"]})", &parse_rule, &print_rule);
    made.reset = &reset_to_default<Rule>;
    return made;
  }();
  return shape;
}

const ShapeFor<std::string>& url() {
  static const auto shape = [] {
    auto made = string_shape({"网址", "web address"}, "https://www.ordos.gov.cn/", &parse_url);
    made.pattern = url_pattern();
    return made;
  }();
  return shape;
}

const ShapeFor<std::string>& language() {
  static const auto shape = [] {
    auto made = string_shape({"语言标记", "language tag"}, "zh-CN", &parse_language);
    made.pattern = language_pattern();
    return made;
  }();
  return shape;
}

const ShapeFor<std::string>& file_name() {
  static const auto shape = [] {
    auto made = string_shape({"文件名", "file name"}, "preface.md", &parse_file_name);
    made.pattern = file_name_pattern();
    return made;
  }();
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
