// SPDX-License-Identifier: Apache-2.0
#include "document/verify/letter_words.h"

#include "base/ascii.h"
#include "base/utf8.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

namespace huice::document::verify {
namespace {

constexpr std::u32string_view kOpen = U"〔[【（(［";
constexpr std::u32string_view kClose = U"〕]】）)］";
constexpr std::u32string_view kHan = U"〇一二三四五六七八九十";
constexpr std::u32string_view kEnds = U"。，；、：！？,;:.";

std::u32string signs_of(std::string_view text) {
  std::u32string out;
  for (std::size_t at = 0; at < text.size();) out += utf8::decode(text, at);
  return out;
}

std::string bytes_of(std::u32string_view signs) {
  std::string out;
  for (const char32_t sign : signs) utf8::append(out, sign);
  return out;
}

bool is_in(std::u32string_view all, char32_t sign) {
  return all.find(sign) != std::u32string_view::npos;
}

bool is_digit(char32_t sign) {
  return sign < 0x80 && ascii::is_digit(static_cast<char>(sign));
}

bool is_blank(char32_t sign) {
  return sign == ' ' || sign == 0x3000 || sign == 0xA0 || sign == '\t' || sign == 0x2060 ||
         sign == 0x200B;
}

// 十二 is 12; 0 where it is no number below 100.
int han_value(std::u32string_view text) {
  if (text.empty() || text.size() > 3) return 0;
  int tens = 0;
  int ones = 0;
  bool has_ten = false;
  for (const char32_t sign : text) {
    const std::size_t at = kHan.find(sign);
    if (at == std::u32string_view::npos) return 0;
    if (at == 10) {
      tens = has_ten ? 0 : std::max(ones, 1);
      has_ten = true;
      ones = 0;
    } else {
      ones = static_cast<int>(at);
    }
  }
  return tens * 10 + ones;
}

// Reads digits, Han numerals or blanks up to the sign that ends them.
struct Numeral {
  std::u32string digits{};
  bool is_han = false;
  bool is_sound = false;
};

Numeral numeral_before(std::u32string_view text, std::size_t& at, char32_t end) {
  Numeral out;
  while (at < text.size() && text[at] != end) {
    const char32_t sign = text[at++];
    if (is_blank(sign)) continue;
    const bool is_han = is_in(kHan, sign) || sign == U'○' || sign == U'零' || sign == U'Ｏ';
    if (!is_digit(sign) && !is_han) return out;
    out.is_han = out.is_han || is_han;
    out.digits += sign;
  }
  if (at >= text.size()) return out;
  ++at;
  out.is_sound = true;
  return out;
}

}  // namespace

std::string without_blanks(std::string_view text) {
  std::string out;
  for (const char32_t sign : signs_of(text)) {
    if (!is_blank(sign)) utf8::append(out, sign);
  }
  return out;
}

Label label_of(std::string_view text) {
  const std::u32string signs = signs_of(without_blanks(text));
  if (signs.empty()) return {};
  std::size_t at = 0;
  const bool is_bracketed = signs[0] == U'（' || signs[0] == U'(';
  if (is_bracketed) ++at;
  const std::size_t from = at;
  const bool is_arabic = at < signs.size() && is_digit(signs[at]);
  while (at < signs.size() && at - from < 3 &&
         (is_arabic ? is_digit(signs[at]) : is_in(kHan, signs[at]) && signs[at] != U'〇')) {
    ++at;
  }
  if (at == from || at >= signs.size()) return {};
  const std::u32string_view digits = std::u32string_view(signs).substr(from, at - from);
  const char32_t behind = signs[at];
  const bool is_closed = is_bracketed ? behind == U'）' || behind == U')'
                         : is_arabic  ? behind == U'.' || behind == U'．'
                                      : behind == U'、';
  if (!is_closed) return {};
  if (is_arabic) {
    if (!is_bracketed && at + 1 < signs.size() && is_digit(signs[at + 1])) return {};  // 1.32%
    int value = 0;
    for (const char32_t digit : digits) value = value * 10 + static_cast<int>(digit - '0');
    return {is_bracketed ? 4 : 3, value};
  }
  return {is_bracketed ? 2 : 1, han_value(digits)};
}

DateForm date_form(std::string_view text) {
  const std::u32string signs = signs_of(text);
  if (signs.size() > 30) return DateForm::none;
  std::size_t at = 0;
  const Numeral year = numeral_before(signs, at, U'年');
  if (!year.is_sound || year.digits.size() != 4) return DateForm::none;
  const Numeral month = numeral_before(signs, at, U'月');
  const Numeral day = month.is_sound ? numeral_before(signs, at, U'日') : Numeral{};
  while (at < signs.size() && is_blank(signs[at])) ++at;
  if (!day.is_sound || at != signs.size()) return DateForm::none;
  if (year.is_han || month.is_han || day.is_han) return DateForm::han;
  const bool is_padded = month.digits.starts_with(U'0') || day.digits.starts_with(U'0');
  return is_padded ? DateForm::padded : DateForm::arabic;
}

std::optional<NumberText> number_in(std::string_view text) {
  const std::u32string signs = signs_of(text);
  for (std::size_t open = 1; open < signs.size() && open < 16; ++open) {
    if (is_in(U"，。、；：《", signs[open])) return std::nullopt;
    if (!is_in(kOpen, signs[open])) continue;
    std::size_t at = open + 1;
    NumberText out{.open = bytes_of(signs.substr(open, 1))};
    while (at < signs.size() && (is_digit(signs[at]) || is_blank(signs[at]))) ++at;
    out.year = bytes_of(signs.substr(open + 1, at - open - 1));
    if (at >= signs.size() || !is_in(kClose, signs[at]) || out.year.size() < 2) continue;
    out.close = bytes_of(signs.substr(at, 1));
    ++at;
    if (at < signs.size() && signs[at] == U'第') out.has_ordinal = true, ++at;
    const std::size_t from = at;
    while (at < signs.size() && (is_digit(signs[at]) || is_blank(signs[at]))) ++at;
    if (at >= signs.size() || signs[at] != U'号') continue;
    out.serial = bytes_of(signs.substr(from, at - from));
    return out;
  }
  return std::nullopt;
}

bool is_draft_mark(std::string_view text) {
  return text == "代拟稿";
}

bool is_annex_label(std::string_view text) {
  if (!text.starts_with("附件")) return false;
  const std::u32string rest = signs_of(text).substr(2);
  return rest.size() < 3 && std::all_of(rest.begin(), rest.end(), is_digit);
}

bool is_printed_line(std::string_view text) {
  return text.ends_with("印发") && text.find("年") != std::string_view::npos &&
         utf8::count(text) < 60;
}

bool begins_with_bracket(std::string_view text) {
  return text.starts_with("（") || text.starts_with("(");
}

bool is_signer_label(std::string_view text) {
  return without_blanks(text).starts_with(kSigner);
}

bool has_full_colon(std::string_view text) {
  return without_blanks(text).ends_with(kColon);
}

bool begins_with_copies(std::string_view text) {
  return text.starts_with("抄送");
}

bool begins_with_annexes(std::string_view text) {
  return text.starts_with("附件：") || text.starts_with("附件:");
}

bool ends_with_stop(std::string_view text) {
  return without_blanks(text).ends_with("。");
}

bool ends_with_mark(std::string_view text) {
  const std::u32string signs = signs_of(without_blanks(text));
  return !signs.empty() && is_in(kEnds, signs.back());
}

bool is_in_brackets(std::string_view text) {
  const std::string plain = without_blanks(text);
  return plain.starts_with("（") && plain.ends_with("）");
}

bool is_printed_date(std::string_view text) {
  constexpr std::string_view end = "印发";
  const std::string plain = without_blanks(text);
  if (!plain.ends_with(end)) return false;
  return date_form(std::string_view(plain).substr(0, plain.size() - end.size())) ==
         DateForm::arabic;
}

bool has_copies_colon(std::string_view text) {
  return without_blanks(text).starts_with("抄送：");
}

std::string printed_date_of(std::string_view text) {
  const std::u32string signs = signs_of(without_blanks(text));
  std::size_t from = signs.find(U'年');
  if (from == std::u32string::npos) return bytes_of(signs);
  while (from > 0 && (is_digit(signs[from - 1]) || is_in(kHan, signs[from - 1]))) --from;
  return bytes_of(std::u32string_view(signs).substr(from));
}

std::string quoted_end(std::string_view text) {
  constexpr std::size_t most = 6;
  const std::u32string signs = signs_of(without_blanks(text));
  if (signs.size() <= most) return bytes_of(signs);
  return "…" + bytes_of(std::u32string_view(signs).substr(signs.size() - most));
}

bool is_page_number_form(std::string_view text) {
  const std::u32string signs = signs_of(without_blanks(text));
  if (signs.size() < 3) return false;
  const auto is_dash = [](char32_t sign) {
    return sign == U'—' || sign == U'–' || sign == U'－' || sign == U'―' || sign == U'─';
  };
  const std::u32string_view inside = std::u32string_view(signs).substr(1, signs.size() - 2);
  return is_dash(signs.front()) && is_dash(signs.back()) &&
         std::all_of(inside.begin(), inside.end(), is_digit);
}

}  // namespace huice::document::verify
