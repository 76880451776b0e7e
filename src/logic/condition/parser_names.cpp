// SPDX-License-Identifier: Apache-2.0
// Which field or value a word of the line means.
#include "base/han_numeral.h"
#include "base/messages/logic.h"
#include "base/spelling.h"
#include "base/utf8.h"
#include "logic/condition/parser.h"

#include <algorithm>
#include <cstdint>

namespace huice::logic {

// `whole`: the text is a name and nothing else.
std::optional<ConditionParser::Name> ConditionParser::find_name(std::string_view text,
                                                                std::size_t at, bool whole) {
  const Names& names = vocabulary_.names(records_);
  const std::optional<FoundName> found = names.index.longest_at(text, at);
  if (!found || (whole ? found->length != text.size() : !scanner_.is_boundary(at + found->length)))
    return std::nullopt;
  const Name name{names.meanings[found->name], {at, found->length}};
  if (found->other && names.meanings[*found->other] != name) {
    const Term& other = *names.meanings[*found->other].term;
    fail(msg::condition_ambiguous{.name = text.substr(at, found->length),
                                  .meant = Argument::list(std::vector{name.term->id, other.id})},
         name.at);
    return std::nullopt;
  }
  return name;
}

std::optional<ConditionParser::Name> ConditionParser::name() {
  const std::optional<Name> found = find_name(scanner_.line(), scanner_.at(), false);
  if (found) scanner_.go_to(scanner_.at() + found->at.length);
  return found;
}

std::optional<ConditionParser::Name> ConditionParser::quoted_name() {
  const std::size_t start = scanner_.at();
  const std::optional<json::Span> inside = scanner_.quoted();
  if (!inside) {
    fail(msg::condition_quote_open{}, {start, std::string_view("「").size()});
    return std::nullopt;
  }
  std::optional<Name> found = find_name(scanner_.text(*inside), 0, true);
  if (failed_) fault_.at = *inside;
  if (!found && !failed_) {
    scanner_.go_to(inside->offset);
    unknown_name();
  }
  if (found) found->at = {start, scanner_.at() - start};
  return found;
}

bool ConditionParser::sees_name() {
  if (failed_) return false;
  const bool found = find_name(scanner_.line(), scanner_.at(), false).has_value();
  return found || failed_;
}

namespace {

// The longest numeral in Chinese characters that the word begins with, in digits with 万 and 亿;
// empty where there is none of two characters at least.
std::string digits_of(std::string_view word, std::size_t& length) {
  std::string digits;
  std::size_t characters = 0;
  for (std::size_t at = 0; at < word.size();) {
    utf8::decode(word, at);
    if (++characters > kLongestHanNumeral) break;
    const auto number = characters > 1 ? han_numeral(word.substr(0, at)) : std::nullopt;
    if (!number) continue;
    length = at;
    const std::int64_t yi = 100'000'000;
    const std::int64_t wan = 10'000;
    digits = *number != 0 && *number % yi == 0    ? std::to_string(*number / yi) + "亿"
             : *number != 0 && *number % wan == 0 ? std::to_string(*number / wan) + "万"
                                                  : std::to_string(*number);
  }
  return digits;
}

}  // namespace

// Brackets of another form: 【规模以上企业】.
bool ConditionParser::fail_of_bracket(json::Span word) {
  const std::string_view text = scanner_.text(word);
  for (const std::string_view sign : {"[", "]", "{", "}", "［", "］", "｛", "｝", "【", "】", "〔",
                                      "〕", "〈", "〉", "』", "『"}) {
    if (!text.starts_with(sign)) continue;
    fail(msg::condition_bracket{.found = sign}, {word.offset, sign.size()});
    return true;
  }
  return false;
}

// 企业规模 = 小型 或 微型
bool ConditionParser::fail_of_choice(json::Span word) {
  if (records_ != nullptr) return false;
  const std::string_view text = scanner_.text(word);
  for (const Term& term : vocabulary_.terms()) {
    const auto& choices = term.choices;
    if (std::find(choices.begin(), choices.end(), text) == choices.end()) continue;
    fail(msg::condition_choice_alone{.name = text, .field = term.label}, word,
         term.label + " = " + std::string(text));
    return true;
  }
  return false;
}

// 五千万元, 百分之三
bool ConditionParser::fail_of_numeral(json::Span word) {
  constexpr std::string_view kPercent = "百分之";
  const std::string_view text = scanner_.text(word);
  std::size_t length = 0;
  if (text.starts_with(kPercent)) {
    const std::string_view rest = text.substr(kPercent.size());
    const auto number = han_numeral(rest);
    if (!number) return false;
    fail(msg::condition_numeral{.text = text}, word, std::to_string(*number) + "%");
    return true;
  }
  const std::string digits = digits_of(text, length);
  if (digits.empty()) return false;
  fail(msg::condition_numeral{.text = text}, word, digits + std::string(text.substr(length)));
  return true;
}

// A word that ends at 或 may be all of the name that was meant, or a part of it.
void ConditionParser::unknown_name() {
  if (only_tries_) {
    failed_ = true;
    return;
  }
  const std::vector<std::string_view>& known = vocabulary_.names(records_).index.names();
  json::Span word = scanner_.word();
  const std::size_t quote_end = scanner_.line().find("」", word.offset);
  const bool in_quotes = word.offset > 0 && scanner_.line().substr(0, word.offset).ends_with("「");
  if (in_quotes) word.length = quote_end - word.offset;
  if (fail_of_bracket(word) || fail_of_choice(scanner_.short_word()) ||
      fail_of_numeral(scanner_.short_word())) {
    return;
  }
  std::string suggestion = nearest(scanner_.text(word), known, vocabulary_.spelling());
  if (suggestion.empty() && !in_quotes) {
    word = scanner_.short_word();
    suggestion = nearest(scanner_.text(word), known, vocabulary_.spelling());
  }
  const std::string_view text = scanner_.text(word);
  if (suggestion.empty() && !in_quotes && scanner_.is_boundary(word.offset)) {
    expected(msg::a_condition{});
    return;
  }
  fail(msg::condition_unknown_name{.name = text}, word, std::move(suggestion));
}

}  // namespace huice::logic
