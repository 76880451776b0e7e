// SPDX-License-Identifier: Apache-2.0
#include "logic/condition/scanner.h"

#include "base/half_width.h"
#include "base/utf8.h"
#include "logic/condition/vocabulary.h"

#include <algorithm>

namespace huice::logic {
namespace {

// Longer ones first. Those with 元 and % are complete; after 万 and 亿 a counted unit may follow.
constexpr std::array<std::string_view, 6> kUnits{"亿元", "万元", "元", "%", "个百分点", "个基点"};

constexpr std::size_t kAny = std::string_view::npos;

bool is_blank(char32_t c) {
  return c == U' ' || c == U'\t' || c == U'\n' || c == U'\r' || c == U'\u3000' || c == U'\u00a0';
}

bool is_digit(char32_t c) {
  return c >= U'0' && c <= U'9';
}

bool is_sign(char32_t c) {
  return std::u32string_view(U"<>=!≥≤≠&|").find(c) != std::u32string_view::npos;
}

// Whatever ends a word.
bool is_delimiter(char32_t c) {
  return is_blank(c) || is_sign(c) ||
         std::u32string_view(U"(),、;+-*/×÷%:。「」[]{}").find(c) != std::u32string_view::npos;
}

template <class Words>
std::size_t longest_of(std::string_view text, const Words& words) {
  std::size_t longest = 0;
  for (const std::string_view word : words) {
    if (text.starts_with(word)) longest = std::max(longest, word.size());
  }
  return longest;
}

// The date in the form of ISO 8601, from texts of digits.
std::string iso(const std::string& year, std::string month, std::string day) {
  if (month.size() == 1) month.insert(0, "0");
  if (day.size() == 1) day.insert(0, "0");
  return year + "-" + month + "-" + day;
}

}  // namespace

char32_t Scanner::narrow_at(std::size_t& at) const {
  return half_width(utf8::decode(line_, at));
}

void Scanner::skip_blanks() {
  while (!is_at_end()) {
    std::size_t next = at_;
    if (!is_blank(narrow_at(next))) return;
    at_ = next;
  }
}

char32_t Scanner::peek() const {
  std::size_t next = at_;
  return is_at_end() ? U'\0' : narrow_at(next);
}

bool Scanner::take(char32_t c) {
  std::size_t next = at_;
  if (is_at_end() || narrow_at(next) != c) return false;
  at_ = next;
  return true;
}

bool Scanner::take_word(std::string_view word) {
  if (!line_.substr(at_).starts_with(word)) return false;
  at_ += word.size();
  return true;
}

bool Scanner::sees_word(std::string_view word) const {
  Scanner ahead = *this;
  ahead.skip_blanks();
  return ahead.take_word(word);
}

std::optional<WrittenComparison> Scanner::comparison() {
  skip_blanks();
  const std::size_t start = at_;
  std::string sign;
  while (!is_at_end() && is_sign(peek())) utf8::append(sign, narrow_at(at_));
  if (!sign.empty()) {
    WrittenComparison found{std::nullopt, {start, at_ - start}, {}};
    for (const auto& [word, what] : kComparisonSigns) {
      if (word == sign) found.what = what;
    }
    for (const auto& [wrong, meant] : kWrongSigns) {
      if (wrong == sign) found.suggestion = meant;
    }
    return found;
  }
  for (const auto& [word, what] : kComparisonWords) {
    if (take_word(word)) return WrittenComparison{what, {start, word.size()}, {}};
  }
  return std::nullopt;
}

std::optional<bool> Scanner::joint() {
  skip_blanks();
  const std::string_view rest = line_.substr(at_);
  const std::size_t both = longest_of(rest, kAndWords);
  const std::size_t one = longest_of(rest, kOrWords);
  at_ += both + one;
  if (both == 0 && one == 0) return std::nullopt;
  return both > 0;
}

bool Scanner::negation() {
  const std::size_t length = longest_of(line_.substr(at_), kNotWords);
  at_ += length;
  return length > 0;
}

std::optional<std::string_view> Scanner::quantifier() {
  Scanner ahead = *this;
  ahead.skip_blanks();
  for (const auto& [word, op] : kQuantifiers) {
    if (!ahead.take_word(word)) continue;
    ahead.skip_blanks();
    if (ahead.peek() != U'(') return std::nullopt;
    at_ = ahead.at_;
    return op;
  }
  if (ahead.peek() != U'(') return std::nullopt;
  at_ = ahead.at_;
  return "some";
}

bool Scanner::sees_quote() const {
  return peek() == U'「';
}

std::optional<json::Span> Scanner::quoted() {
  constexpr std::string_view kClose = "」";
  if (!sees_quote()) return std::nullopt;
  const std::size_t inside = at_ + std::string_view("「").size();
  const std::size_t end = line_.find(kClose, inside);
  if (end == std::string_view::npos) return std::nullopt;
  at_ = end + kClose.size();
  return json::Span{inside, end - inside};
}

bool Scanner::sees_number() const {
  return is_digit(peek());
}

// At most so many digits in their usual width; moves `at` behind them.
std::string Scanner::digits(std::size_t& at, std::size_t most) const {
  std::string out;
  while (at < line_.size() && out.size() < most) {
    std::size_t next = at;
    const char32_t c = narrow_at(next);
    if (!is_digit(c)) break;
    out += static_cast<char>(c);
    at = next;
  }
  return out;
}

// Separators of thousands are left out: 5,000 is 5000, but 5,00 is 5 and a comma.
std::string Scanner::whole_number() {
  std::string out = digits(at_, kAny);
  if (out.size() > 3) return out;
  while (!is_at_end() && line_[at_] == ',') {
    std::size_t next = at_ + 1;
    const std::string group = digits(next, 4);
    if (group.size() != 3) break;
    out += group;
    at_ = next;
  }
  return out;
}

std::optional<WrittenNumber> Scanner::number() {
  if (!sees_number()) return std::nullopt;
  WrittenNumber found;
  found.at.offset = at_;
  found.digits = whole_number();
  found.digits.erase(0, std::min(found.digits.find_first_not_of('0'), found.digits.size() - 1));
  Scanner ahead = *this;
  if (ahead.take(U'.') && ahead.sees_number()) {
    found.digits += '.' + ahead.digits(ahead.at_, kAny);
    at_ = ahead.at_;
  }
  found.unit = unit();
  found.at.length = at_ - found.at.offset;
  return found;
}

std::string Scanner::unit() {
  Scanner ahead = *this;
  ahead.skip_blanks();
  if (ahead.take(U'%')) {
    at_ = ahead.at_;
    return "%";
  }
  for (const std::string_view known : kUnits) {
    if (!ahead.take_word(known)) continue;
    at_ = ahead.at_;
    return std::string(known);
  }
  const bool more = sees_word(kAndMore) || sees_word(kAndLess);
  if (is_at_end() || is_delimiter(peek()) || more || word_begins(at_)) return {};
  const json::Span rest = short_word();
  at_ += rest.length;
  return std::string(text(rest));
}

std::optional<std::string> Scanner::date() {
  Scanner ahead = *this;
  const auto figure = [&ahead](std::size_t least, std::size_t most) {
    std::string out = ahead.digits(ahead.at_, most);
    return out.size() < least ? std::string() : out;
  };
  const std::string year = figure(4, 4);
  const bool words = ahead.take_word("年");
  if (year.empty() || (!words && !ahead.take(U'-'))) return std::nullopt;
  const std::string month = figure(words ? 1 : 2, 2);
  if (month.empty() || !(words ? ahead.take_word("月") : ahead.take(U'-'))) return std::nullopt;
  const std::string day = figure(words ? 1 : 2, 2);
  if (day.empty() || (words && !ahead.take_word("日"))) return std::nullopt;
  at_ = ahead.at_;
  return iso(year, month, day);
}

bool Scanner::word_begins(std::size_t at) const {
  const std::string_view rest = line_.substr(at);
  if (longest_of(rest, kAndWords) > 0 || longest_of(rest, kOrWords) > 0) return true;
  const auto begins = [rest](const auto& one) { return rest.starts_with(one.first); };
  if (std::any_of(kComparisonWords.begin(), kComparisonWords.end(), begins)) return true;
  if (std::any_of(kQuantifiers.begin(), kQuantifiers.end(), begins)) return true;
  return rest.starts_with(kNo) || rest.starts_with(kAndMore) || rest.starts_with(kAndLess);
}

bool Scanner::is_boundary(std::size_t at) const {
  if (at >= line_.size()) return true;
  std::size_t next = at;
  const char32_t c = narrow_at(next);
  return is_delimiter(c) || is_digit(c) || word_begins(at);
}

bool Scanner::is_delimiter_there() const {
  return is_delimiter(peek());
}

json::Span Scanner::word() const {
  std::size_t end = at_;
  if (is_at_end() || is_delimiter(narrow_at(end))) return {at_, end - at_};
  while (end < line_.size()) {
    std::size_t next = end;
    if (is_delimiter(narrow_at(next))) break;
    end = next;
  }
  return {at_, end - at_};
}

json::Span Scanner::short_word() const {
  const json::Span whole = word();
  std::size_t end = at_;
  const std::size_t last = whole.offset + whole.length;
  while (end < last && (end == at_ || !word_begins(end))) narrow_at(end);
  return {at_, end - at_};
}

}  // namespace huice::logic
