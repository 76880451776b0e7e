// SPDX-License-Identifier: Apache-2.0
#include "model/schema/suggestions.h"

#include "base/ascii.h"
#include "base/han_numeral.h"
#include "base/replaced.h"
#include "model/goal.h"
#include "model/money.h"
#include "model/period.h"
#include "model/quantity.h"
#include "model/rate.h"
#include "model/written_number.h"
#include "model/written_values.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace huice::model::schema {
namespace {

// Without any blank, in half-width signs.
std::string tight(std::string_view text) {
  std::string out = narrowed(without_blanks(text));
  for (const std::string_view blank : {" ", "\t", "\u3000", "\u00A0"}) {
    out = replaced(std::move(out), blank, "");
  }
  return out;
}

// A number in digits or in Chinese characters.
std::optional<int> small_number(std::string_view text) {
  if (all_digits(text) && text.size() <= 4) return std::stoi(std::string(text));
  const auto number = han_numeral(text);
  return number && *number < 10'000 ? std::optional(static_cast<int>(*number)) : std::nullopt;
}

// What is before `mark`, which is taken away with it.
std::optional<std::string_view> take_until(std::string_view& text, std::string_view mark) {
  const std::size_t at = text.find(mark);
  if (at == std::string_view::npos) return std::nullopt;
  const std::string_view before = text.substr(0, at);
  text.remove_prefix(at + mark.size());
  return before;
}

std::string padded(int number) {
  return (number < 10 ? "0" : "") + std::to_string(number);
}

// “2024”, or empty where it is no year.
std::string year_of(std::string_view text) {
  const auto year = small_number(text);
  return year && *year >= kFirstYear && *year <= kLastYear ? std::to_string(*year) : std::string();
}

std::string months_of(const std::string& year, std::string_view span) {
  std::size_t size = 0;
  std::size_t at = std::string_view::npos;
  for (const std::string_view mark : {"—", "－", "-", "至", "～", "~", "到"}) {
    at = span.find(mark);
    size = mark.size();
    if (at != std::string_view::npos) break;
  }
  if (at == std::string_view::npos) {
    const auto month = small_number(span);
    return month ? year + "-" + padded(*month) : std::string();
  }
  std::string_view first_text = span.substr(0, at);
  if (first_text.ends_with("月")) first_text.remove_suffix(std::string_view("月").size());
  const auto first = small_number(first_text);
  const auto last = small_number(span.substr(at + size));
  if (!first || !last) return {};
  return year + "-" + padded(*first) + "/" + year + "-" + padded(*last);
}

// 一季度, 上半年, 1—9月, 9月28日: what is after the year.
std::string part_of_year(const std::string& year, std::string_view rest) {
  constexpr std::array<std::string_view, 4> kQuarters{"一", "二", "三", "四"};
  if (rest.empty() || rest == "度" || rest == "全年") return year;
  if (rest == "上半年") return year + "-01/" + year + "-06";
  if (rest == "下半年") return year + "-07/" + year + "-12";
  if (rest.starts_with("第")) rest.remove_prefix(std::string_view("第").size());
  for (std::size_t i = 0; i < kQuarters.size(); ++i) {
    const std::string number = std::to_string(i + 1);
    if (rest == std::string(kQuarters.at(i)) + "季度" || rest == number + "季度") {
      return year + "Q" + number;
    }
  }
  if (rest.ends_with("月")) {
    return months_of(year, rest.substr(0, rest.size() - std::string_view("月").size()));
  }
  return {};
}

}  // namespace

std::string suggest_money(std::string_view text) {
  std::string plain = replaced(tight(text), "圆", "元");
  if (std::string money = plain_money(plain); Money::parse(money)) return money;
  std::string_view rest = plain;
  for (const std::string_view mark : {"人民币", "元整"}) {
    if (rest.starts_with(mark)) rest.remove_prefix(mark.size());
    if (rest.ends_with(mark)) rest.remove_suffix(mark.size());
  }
  const bool money = plain.ends_with("元") || plain.ends_with("整") || rest.ends_with("万") ||
                     rest.ends_with("亿");
  if (rest.ends_with("元")) rest.remove_suffix(std::string_view("元").size());
  const auto yuan = money ? han_numeral(rest) : std::nullopt;
  return yuan ? Money::of_fen(*yuan * 100).text() : std::string();
}

std::string suggest_rate(std::string_view text) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 2> kOf{
      {{"百分之", "%"}, {"千分之", "‰"}}};
  constexpr std::string_view kPoint = "点";
  const std::string plain = tight(text);
  if (std::string rate = plain_rate(plain); Rate::parse(rate)) return rate;
  for (const auto& [before, unit] : kOf) {
    if (!plain.starts_with(before)) continue;
    std::string_view rest = std::string_view(plain).substr(before.size());
    const auto whole = take_until(rest, kPoint);
    const auto number = small_number(whole.value_or(rest));
    const auto part = whole ? small_number(rest) : std::nullopt;
    if (!number || (whole && (!part || *part > 9))) return {};
    return std::to_string(*number) + (part ? "." + std::to_string(*part) : "") + std::string(unit);
  }
  return {};
}

std::string suggest_date(std::string_view text) {
  std::string plain = replaced(replaced(tight(text), "号", "日"), "○", "〇");
  if (!plain.ends_with("日")) plain += "日";
  std::string_view rest = plain;
  const auto year = take_until(rest, "年");
  const auto month = take_until(rest, "月");
  const auto day = take_until(rest, "日");
  if (!year || !month || !day || !rest.empty()) return {};
  const auto numbers = std::array{small_number(*year), small_number(*month), small_number(*day)};
  if (!numbers[0] || !numbers[1] || !numbers[2]) return {};
  const auto date = Date::of(*numbers[0], *numbers[1], *numbers[2]);
  return date ? date->iso() : std::string();
}

std::string suggest_period(std::string_view text) {
  std::string plain = tight(text);
  std::string_view rest = plain;
  std::string mark;
  if (rest.starts_with("截至")) {
    rest.remove_prefix(std::string_view("截至").size());
    mark = "to@";
  }
  for (const std::string_view end : {"末", "底"}) {
    if (!rest.ends_with(end)) continue;
    rest.remove_suffix(end.size());
    if (mark.empty()) mark = "@";
  }
  std::string guess;
  if (const std::string date = suggest_date(rest); !date.empty() && rest.ends_with("日")) {
    guess = mark + date;
  } else if (const auto year = take_until(rest, "年"); year && !year_of(*year).empty()) {
    guess = part_of_year(year_of(*year), rest);
    if (!guess.empty()) guess.insert(0, mark);
  } else if (!year) {
    guess = mark + replaced(replaced(std::string(rest), "q", "Q"), ".", "-");
  }
  if (rest == "累计" || plain == "累计") return "to@unstated";
  return guess != text && Period::parse(guess) ? guess : std::string();
}

std::string suggest_quantity(std::string_view text) {
  const std::string plain = replaced(tight(text), ",", "");
  return plain != text && Quantity::parse(plain) ? plain : std::string();
}

std::string suggest_goal(std::string_view text) {
  const std::string plain = replaced(tight(text), ",", "");
  return plain != text && Goal::parse(plain) ? plain : std::string();
}

std::string suggest_qualifier(std::string_view text) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 6> kSigns{
      {{">=", "≥"}, {"=>", "≥"}, {"≧", "≥"}, {"<=", "≤"}, {"=<", "≤"}, {"≦", "≤"}}};
  const std::string plain = tight(text);
  for (const auto& [written, sign] : kSigns) {
    if (plain == written) return std::string(sign);
  }
  return plain != text && !plain.empty() && parse_qualifier(plain) ? plain : std::string();
}

bool can_be_in_url(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte > 0x20 && byte != 0x7F && c != '"' && c != '<' && c != '>';
  });
}

std::string suggest_url(std::string_view text) {
  const std::string plain = tight(text);
  if (!can_be_in_url(plain)) return {};
  if (plain.starts_with("https://") || plain.starts_with("http://")) return plain;
  const std::string_view host = std::string_view(plain).substr(0, plain.find('/'));
  const bool name = host.find('.') != std::string_view::npos && !host.starts_with('.') &&
                    host.find_first_of(":@") == std::string_view::npos && !host.ends_with('.');
  return name ? "https://" + plain : std::string();
}

std::string suggest_language(std::string_view text) {
  const std::string tag = ascii::lower(replaced(std::string(text), "_", "-"));
  for (const std::string_view chinese :
       {"cn", "zh", "zh-cn", "zh-cn.utf-8", "chs", "chinese", "中文", "汉语", "简体中文"}) {
    if (tag == chinese) return "zh-CN";
  }
  return tag == "english" || tag == "英文" || tag == "英语" ? "en" : "";
}

std::string suggest_id(std::string_view text) {
  std::string out;
  for (const char c : tight(text)) {
    const char lower = ascii::lower(c);
    const bool joint = c == '-' || c == '.' || c == '_' || c == '/';
    if (!ascii::is_lower(lower) && !ascii::is_digit(lower) && !joint) return {};
    if (!joint) {
      out += lower;
    } else if (!out.empty() && out.back() != '-' && out.back() != '.') {
      out += c == '.' ? '.' : '-';
    }
  }
  while (!out.empty() && (out.back() == '-' || out.back() == '.')) out.pop_back();
  return out;
}

}  // namespace huice::model::schema
