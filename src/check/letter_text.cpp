// SPDX-License-Identifier: Apache-2.0
#include "check/letter_text.h"

#include "base/ascii.h"
#include "base/half_width.h"
#include "base/utf8.h"

#include <algorithm>
#include <array>

namespace huice::check {
namespace {

constexpr std::size_t kHan = 3;  // bytes
constexpr std::string_view kNumerals = "零一二三四五六七八九十";
constexpr int kTen = 10;

// 0 to 10; nullopt where no numeral is there.
std::optional<int> numeral_at(std::string_view text, std::size_t at) {
  if (at + kHan > text.size()) return std::nullopt;
  const std::size_t found = kNumerals.find(text.substr(at, kHan));
  if (found == std::string_view::npos || found % kHan != 0) return std::nullopt;
  return static_cast<int>(found / kHan);
}

// 5, 十四 or 二十: 1 to 99.
std::optional<int> small_number(std::string_view word) {
  if (word.empty()) return std::nullopt;
  if (ascii::is_digit(word.front())) {
    if (word.size() > 2) return std::nullopt;
    return std::stoi(std::string(word));
  }
  int tens = 0;
  std::optional<int> ones;
  for (std::size_t at = 0; at < word.size(); at += kHan) {
    const int digit = numeral_at(word, at).value_or(0);
    if (digit == kTen) {
      if (tens != 0) return std::nullopt;
      tens = ones.value_or(1) * kTen;
      ones.reset();
    } else {
      if (ones) return std::nullopt;
      ones = digit;
    }
  }
  return tens + ones.value_or(0);
}

// The numeral that ends right before `end`.
std::string_view numeral_before(std::string_view text, std::size_t end) {
  std::size_t from = end;
  while (from > 0 && ascii::is_digit(text[from - 1])) --from;
  if (from != end) return text.substr(from, end - from);
  while (from >= kHan && numeral_at(text, from - kHan)) from -= kHan;
  return text.substr(from, end - from);
}

// The digit that begins at `at`, which is moved after it; 0 where none does.
char take_digit(std::string_view text, std::size_t& at) {
  if (at >= text.size()) return 0;
  std::size_t next = at;
  const char32_t c = half_width(utf8::decode(text, next));
  if (c < U'0' || c > U'9') return 0;
  at = next;
  return static_cast<char>(c);
}

void skip_any(std::string_view text, std::size_t& at,
              std::initializer_list<std::string_view> words) {
  for (bool skipped = true; skipped;) {
    skipped = false;
    for (const std::string_view word : words) {
      if (!text.substr(at).starts_with(word)) continue;
      at += word.size();
      skipped = true;
    }
  }
}

bool is_in_document_number(std::string_view text, std::size_t at) {
  const std::string_view before = text.substr(0, at);
  const std::array<std::string_view, 5> ends{"〕", "]", "］", "令", "年"};
  return std::any_of(ends.begin(), ends.end(),
                     [before](std::string_view end) { return before.ends_with(end); });
}

constexpr std::string_view kOpen = "《";
constexpr std::string_view kClose = "》";

// Where the title that opens at `open` closes: some write 《》 within 《》, too. Where one of them
// is never closed, the first that closes does.
std::size_t end_of_title(std::string_view text, std::size_t open) {
  constexpr std::size_t kLongest = 1000;  // bytes
  int depth = 0;
  const std::string_view near = text.substr(0, std::min(text.size(), open + kLongest));
  for (std::size_t at = open; at < near.size(); ++at) {
    if (near.substr(at).starts_with(kOpen)) ++depth;
    if (near.substr(at).starts_with(kClose) && --depth == 0) return at;
  }
  return near.find(kClose, open);
}

}  // namespace

std::optional<SessionNamed> session_in(std::string_view text) {
  constexpr std::string_view kTerm = "届";
  constexpr std::string_view kMeeting = "次";
  constexpr std::size_t kFarthest = 45;  // bytes: 届人民代表大会常务委员会第四次
  for (std::size_t at = text.find(kTerm); at != std::string_view::npos;
       at = text.find(kTerm, at + kTerm.size())) {
    const std::size_t second = text.find(kMeeting, at);
    if (second == std::string_view::npos || second - at > kFarthest) continue;
    const std::string_view term = numeral_before(text, at);
    const std::string_view meeting = numeral_before(text, second);
    const auto first = small_number(term);
    const auto last = small_number(meeting);
    if (!first || !last) continue;
    const std::size_t from = at - term.size();
    return SessionNamed{*first, *last, {from, second + kMeeting.size() - from}};
  }
  return std::nullopt;
}

std::vector<NumberNamed> proposal_numbers_in(std::string_view text) {
  constexpr std::string_view kFirst = "第";
  constexpr std::string_view kLast = "号";
  std::vector<NumberNamed> all;
  for (std::size_t from = text.find(kFirst); from != std::string_view::npos;
       from = text.find(kFirst, from + kFirst.size())) {
    if (is_in_document_number(text, from)) continue;
    std::size_t at = from + kFirst.size();
    std::vector<std::string> numbers(1);
    for (;;) {
      skip_any(text, at, {" ", "　"});
      while (const char digit = take_digit(text, at)) numbers.back() += digit;
      skip_any(text, at, {" ", "　"});
      std::size_t next = at;
      skip_any(text, next, {"、", "，", ",", "和", "与", " ", "　"});
      std::size_t digit = next;
      if (next == at || numbers.back().empty() || take_digit(text, digit) == 0) break;
      at = next;
      numbers.emplace_back();
    }
    if (numbers.back().empty() || !text.substr(at).starts_with(kLast)) continue;
    for (std::string& digits : numbers) {
      all.push_back({std::move(digits), {from, at + kLast.size() - from}});
    }
  }
  return all;
}

std::optional<Part> proposal_title_in(std::string_view text) {
  for (std::size_t open = text.find(kOpen); open != std::string_view::npos;
       open = text.find(kOpen, open + kOpen.size())) {
    const std::size_t close = end_of_title(text, open);
    if (close == std::string_view::npos) return std::nullopt;
    const std::size_t from = open + kOpen.size();
    const std::string_view title = text.substr(from, close - from);
    std::string_view after = text.substr(close + kClose.size());
    if (after.starts_with("的")) after.remove_prefix(kHan);
    const bool named = title.find("提案") != std::string_view::npos ||
                       title.find("建议") != std::string_view::npos || after.starts_with("提案") ||
                       after.starts_with("建议");
    if (title.starts_with("关于") && named) return Part{from, title.size()};
  }
  return std::nullopt;
}

std::string plain_title(std::string_view title) {
  for (const std::string_view end : {"提案", "建议"}) {
    const std::size_t at = title.rfind(end);
    if (at == std::string_view::npos || at == 0) continue;
    title = title.substr(0, at);
    if (title.ends_with("的")) title.remove_suffix(kHan);
    break;
  }
  std::string plain;
  constexpr std::u32string_view kDropped = U" \t\n\u3000\u00A0\"'“”‘’「」《》〈〉";
  for (std::size_t at = 0; at < title.size();) {
    const char32_t c = half_width(utf8::decode(title, at));
    if (kDropped.find(c) == std::u32string_view::npos) utf8::append(plain, c);
  }
  return plain;
}

std::string plain_number(std::string_view number) {
  std::string plain;
  for (std::size_t at = 0; at < number.size();) {
    utf8::append(plain, half_width(utf8::decode(number, at)));
  }
  const std::size_t first = plain.find_first_not_of('0');
  return first == std::string::npos ? plain : plain.substr(first);
}

}  // namespace huice::check
