// SPDX-License-Identifier: Apache-2.0
#include "check/surroundings.h"

#include "base/utf8.h"

#include <algorithm>
#include <charconv>
#include <initializer_list>
#include <map>

namespace huice::check {
namespace {

using Words = std::initializer_list<std::string_view>;

bool has_any(std::string_view text, Words words) {
  return std::any_of(words.begin(), words.end(), [text](std::string_view word) {
    return text.find(word) != std::string_view::npos;
  });
}

bool ends_with_any(std::string_view text, Words words) {
  return std::any_of(words.begin(), words.end(),
                     [text](std::string_view word) { return text.ends_with(word); });
}

bool starts_with_any(std::string_view text, Words words) {
  return std::any_of(words.begin(), words.end(),
                     [text](std::string_view word) { return text.starts_with(word); });
}

bool is_list_item(std::string_view line) {
  return starts_with_any(line, {"- ", "* ", "+ "});
}

std::size_t line_end(std::string_view text, std::size_t at) {
  return std::min(text.find('\n', at), text.size());
}

std::size_t line_start(std::string_view text, std::size_t at) {
  const std::size_t before = at == 0 ? std::string_view::npos : text.rfind('\n', at - 1);
  return before == std::string_view::npos ? 0 : before + 1;
}

std::string_view list_after(std::string_view text, std::size_t offset) {
  std::size_t at = line_end(text, offset);
  while (at < text.size() && text[at] == '\n') ++at;
  const std::size_t from = at;
  while (at < text.size() && is_list_item(text.substr(at))) at = line_end(text, at) + 1;
  return text.substr(from, std::min(at, text.size()) - from);
}

std::string_view list_before(std::string_view text, std::size_t offset) {
  std::size_t end = line_start(text, offset);
  while (end > 0 && text[end - 1] == '\n') --end;
  std::size_t from = end;
  while (from > 0) {
    const std::size_t start = line_start(text, from == end ? from : from - 1);
    if (!is_list_item(text.substr(start))) break;
    from = start;
  }
  return text.substr(from, end - from);
}

// Whether the first is the second with one digit dropped.
bool lacks_one(std::string_view shorter, std::string_view longer) {
  if (shorter.size() + 1 != longer.size()) return false;
  const auto differ = std::mismatch(shorter.begin(), shorter.end(), longer.begin());
  return std::equal(differ.first, shorter.end(), differ.second + 1);
}

bool one_or_exchanged(std::string_view a, std::string_view b) {
  if (a.size() != b.size()) return false;
  std::vector<std::size_t> differ;
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (a[i] != b[i]) differ.push_back(i);
  }
  if (differ.size() < 2) return true;
  return differ.size() == 2 && differ[0] + 1 == differ[1] && a[differ[0]] == b[differ[1]] &&
         a[differ[1]] == b[differ[0]];
}

}  // namespace

bool is_around(std::string_view text, const Number& number) {
  if (is_vague(text, number)) return true;
  const std::string_view before = text.substr(0, number.offset);
  const std::string_view after = text.substr(number.offset + number.bytes);
  return ends_with_any(before,
                       {"超过", "不低于", "不少于", "不高于", "不超过", "至少", "至多", "最高"}) ||
         starts_with_any(after, {"以上", "以下", "以内"});
}

bool is_vague(std::string_view text, const Number& number) {
  const std::string_view written = text.substr(number.offset, number.bytes);
  if (has_any(written, {"余", "多"})) return true;
  const std::string_view before = text.substr(0, number.offset);
  const std::string_view after = text.substr(number.offset + number.bytes);
  return ends_with_any(before, {"约", "近", "超", "突破", "逾", "不足", "不到", "接近"}) ||
         starts_with_any(after, {"左右", "上下"});
}

std::vector<int> years_in(std::string_view sentence) {
  constexpr std::string_view kYear = "年";
  std::vector<int> years;
  for (std::size_t at = sentence.find(kYear); at != std::string_view::npos;
       at = sentence.find(kYear, at + kYear.size())) {
    if (at < 4) continue;
    int year = 0;
    const std::string_view digits = sentence.substr(at - 4, 4);
    const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), year);
    if (read.ptr == digits.data() + digits.size() && year >= model::kFirstYear)
      years.push_back(year);
  }
  return years;
}

bool speaks_of_giving(std::string_view sentence) {
  if (has_any(sentence, {"共", "合计", "累计", "总额", "总计", "总投入", "兑现", "下达", "拨付",
                         "发放", "带动", "达到", "实现", "完成"})) {
    return false;
  }
  return has_any(sentence, {"奖", "补", "资助", "给予", "贴息", "减免"});
}

std::string_view paragraph_at(std::string_view text, std::size_t offset) {
  constexpr std::string_view kBlank = "\n\n";
  const std::size_t before = text.substr(0, offset).rfind(kBlank);
  const std::size_t from = before == std::string_view::npos ? 0 : before + kBlank.size();
  return text.substr(from, std::min(text.find(kBlank, offset), text.size()) - from);
}

std::string_view list_beside(std::string_view text, std::string_view sentence, std::size_t offset) {
  if (is_list_item(text.substr(line_start(text, offset)))) return {};
  const std::string_view said = utf8::trimmed(sentence);
  if (ends_with_any(said, {"：", ":"}) || has_any(said, {"以下", "下列"})) {
    return list_after(text, offset);
  }
  if (starts_with_any(said, {"各", "均", "以上", "上述"})) return list_before(text, offset);
  return {};
}

std::set<NamesInSentences::Pair> NamesInSentences::pairs_of(std::string_view text) {
  constexpr std::u32string_view kMarks = U"（）()，、“”《》 ";
  constexpr unsigned kCharacter = 32;  // bits
  std::set<Pair> pairs;
  char32_t before = U' ';
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = utf8::decode(text, at);
    const bool apart = kMarks.find(c) != std::u32string_view::npos ||
                       kMarks.find(before) != std::u32string_view::npos;
    if (!apart) pairs.insert((Pair{before} << kCharacter) | Pair{c});
    before = c;
  }
  return pairs;
}

void NamesInSentences::add(std::string_view name) {
  const std::set<Pair> pairs = pairs_of(name);
  for (const Pair pair : pairs) having_[pair].push_back(names_.size());
  names_.emplace_back(name);
  pairs_.push_back(pairs.size());
}

std::vector<NamesInSentences::Named> NamesInSentences::in(std::string_view sentence) const {
  std::map<std::size_t, std::size_t> found;  // name -> how many of its pairs
  for (const Pair pair : pairs_of(sentence)) {
    const auto known = having_.find(pair);
    if (known == having_.end()) continue;
    for (const std::size_t name : known->second) ++found[name];
  }
  constexpr std::size_t kOf = 5;
  constexpr std::size_t kMost = 3;
  std::vector<Named> named;
  for (const auto& [name, pairs] : found) {
    if (pairs * kOf < pairs_[name] * kMost) continue;
    named.push_back({name, sentence.find(names_[name]) != std::string_view::npos});
  }
  return named;
}

bool looks_like(const model::Decimal& one, const model::Decimal& other) {
  const double a = one.approximate();
  const double b = other.approximate();
  constexpr double kNear = 1.1;
  if (a > 0 && b > 0 && std::max(a, b) <= kNear * std::min(a, b)) return true;
  const std::string first = one.text();
  const std::string second = other.text();
  // Of numbers of one digit each is like any other.
  if (first.size() < 2 || second.size() < 2) return false;
  return one_or_exchanged(first, second) || lacks_one(first, second) || lacks_one(second, first);
}

}  // namespace huice::check
