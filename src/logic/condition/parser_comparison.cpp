// SPDX-License-Identifier: Apache-2.0
// A field or computed value beside what it is compared with.
#include "base/messages/logic.h"
#include "base/spelling.h"
#include "logic/condition/parser.h"

#include <algorithm>
#include <utility>

namespace huice::logic {
namespace {

std::string_view operator_of(Comparison what) {
  switch (what) {
    case Comparison::equal:
      return "==";
    case Comparison::unequal:
      return "!=";
    case Comparison::less:
      return "<";
    case Comparison::at_most:
      return "<=";
    case Comparison::greater:
      return ">";
    case Comparison::at_least:
      return ">=";
    default:
      return "in";
  }
}

bool is_upward(Comparison what) {
  return what == Comparison::less || what == Comparison::at_most;
}

bool is_downward(Comparison what) {
  return what == Comparison::greater || what == Comparison::at_least;
}

std::string_view what_can_be_written(TermKind kind) {
  switch (kind) {
    case TermKind::yes_no:
      return "= !=";
    case TermKind::choice:
      return "= != 属于 不属于";
    case TermKind::records:
      return "（…） 全部（…） 没有（…） 包含 不包含";
    default:
      return ">= <= > < = !=";
  }
}

bool takes(TermKind kind, Comparison what) {
  const bool same = what == Comparison::equal || what == Comparison::unequal;
  const bool listed = what == Comparison::among || what == Comparison::not_among;
  const bool having = what == Comparison::has || what == Comparison::has_not;
  switch (kind) {
    case TermKind::yes_no:
      return same;
    case TermKind::choice:
      return same || listed;
    case TermKind::records:
      return having;
    default:
      return !listed && !having;
  }
}

// The digits with the point so many places further right.
std::string shifted(const std::string& digits, std::size_t places) {
  const std::size_t point = std::min(digits.find('.'), digits.size());
  std::string whole = digits.substr(0, point);
  std::string part = point < digits.size() ? digits.substr(point + 1) : std::string();
  part.resize(std::max(part.size(), places), '0');
  whole += part.substr(0, places);
  part.erase(0, places);
  const bool negative = whole.starts_with('-');
  whole.erase(negative ? 1 : 0,
              std::min(whole.find_first_not_of("-0"), whole.size() - 1) - (negative ? 1 : 0));
  return part.empty() ? whole : whole + "." + part;
}

}  // namespace

std::optional<Comparison> ConditionParser::sign(json::Span& at) {
  const std::size_t before = scanner_.at();
  const auto written = scanner_.comparison();
  if (!written) {
    scanner_.go_to(before);
    return std::nullopt;
  }
  at = written->at;
  if (!written->what) {
    fail(msg::condition_operator{.found = scanner_.text(at)}, at, written->suggestion);
  }
  return written->what;
}

bool ConditionParser::refuses(const Operand& field, Comparison what, json::Span at) {
  const TermKind kind = field.is_field ? field.term->kind : TermKind::number;
  if (takes(kind, what)) return false;
  fail(msg::condition_comparison{.name = scanner_.text(field.at),
                                 .found = scanner_.text(at),
                                 .wanted = what_can_be_written(kind)},
       at);
  return true;
}

ConditionParser::Operand ConditionParser::comparison() {
  Operand left = sum();
  if (failed_ || left.is_condition) return left;
  if (left.is_field && left.term->kind == TermKind::yes_no) return truth(left);
  json::Span at;
  const std::optional<Comparison> what = sign(at);
  if (failed_) return {};
  if (!what) return in_words(std::move(left));
  if (refuses(left, *what, at)) return {};
  if (left.is_field && left.term->kind == TermKind::choice) return among(left, *what, at);
  return compared(std::move(left), *what, at);
}

ConditionParser::Operand ConditionParser::side() {
  scanner_.skip_blanks();
  if (scanner_.is_at_end()) return expected(msg::a_sum_or_number{});
  Operand read = sum();
  need_value(read);
  return read;
}

ConditionParser::Operand ConditionParser::compared(Operand left, Comparison what, json::Span at) {
  Operand right = side();
  if (failed_) return {};
  settle(left, right);
  settle(right, left);
  json::Span again_at;
  const std::size_t before = scanner_.at();
  const std::optional<Comparison> again = sign(again_at);
  const bool chain = again && ((is_upward(what) && is_upward(*again)) ||
                               (is_downward(what) && is_downward(*again)));
  scanner_.go_to(before);
  if (failed_) return {};
  if (chain) return chained(std::move(left), what, at, right);
  const json::Span whole = from_to(left.at, right.at);
  return made_condition(
      operation(operator_of(what), at, {std::move(left.json), std::move(right.json)}), whole);
}

// 3% <= x < 8%. JsonLogic knows only < and <= of three.
ConditionParser::Operand ConditionParser::chained(Operand first, Comparison what, json::Span at,
                                                  const Operand& second) {
  json::Span again_at;
  const Comparison again = *sign(again_at);
  Operand third = side();
  settle(third, second);
  if (failed_) return {};
  settle(first, second);
  const json::Span whole = from_to(first.at, third.at);
  if (what == again && is_upward(what)) {
    return made_condition(operation(operator_of(what), at,
                                    {std::move(first.json), second.json, std::move(third.json)}),
                          whole);
  }
  json::Value low = operation(operator_of(what), at, {std::move(first.json), second.json});
  json::Value high = operation(operator_of(again), again_at, {second.json, std::move(third.json)});
  return made_condition(operation("and", at, {std::move(low), std::move(high)}), whole);
}

// 年度研发投入 5000万元以上
ConditionParser::Operand ConditionParser::in_words(Operand left) {
  scanner_.skip_blanks();
  if (left.term == nullptr || !scanner_.sees_number()) return left;
  const json::Span where{scanner_.at(), 0};
  Operand right = sum();
  if (failed_) return {};
  scanner_.skip_blanks();
  const std::size_t start = scanner_.at();
  const bool more = scanner_.take_word(kAndMore);
  if (!more && !scanner_.take_word(kAndLess)) {
    scanner_.go_to(where.offset);
    return expected(msg::a_comparison{});
  }
  const json::Span at{start, scanner_.at() - start};
  settle(right, left);
  if (failed_) return {};
  const json::Span whole = from_to(left.at, at);
  return made_condition(
      operation(more ? ">=" : "<=", at, {std::move(left.json), std::move(right.json)}), whole);
}

// A field of yes or no is a condition by itself: 规模以上企业 is 规模以上企业 = 是.
ConditionParser::Operand ConditionParser::truth(const Operand& field) {
  scanner_.skip_blanks();
  const std::size_t start = scanner_.at();
  const auto answer = [this](json::Span& at) -> std::optional<bool> {
    scanner_.skip_blanks();
    const std::size_t begin = scanner_.at();
    const bool yes = scanner_.take_word(kYes);
    if (!yes && !scanner_.take_word(kNo)) return std::nullopt;
    at = {begin, scanner_.at() - begin};
    return yes;
  };
  json::Span at = field.at;
  json::Span value_at = field.at;
  Comparison what = Comparison::equal;
  std::optional<bool> said = answer(value_at);
  // 规模以上企业 是 否
  if (said && *said && (scanner_.sees_word(kYes) || scanner_.sees_word(kNo))) {
    said = answer(value_at);
  } else if (!said) {
    const std::optional<Comparison> written = sign(at);
    if (failed_ || (written && refuses(field, *written, at))) return {};
    if (written) {
      what = *written;
      said = answer(value_at);
      if (!said) return expected(msg::a_yes_or_no_word{});
    }
  }
  if (value_at.offset == field.at.offset) scanner_.go_to(start);
  json::Value value(said.value_or(true));
  value.set_at(value_at);
  return made_condition(operation(operator_of(what), at, {field.json, std::move(value)}),
                        from_to(field.at, value_at));
}

ConditionParser::Operand ConditionParser::among(const Operand& field, Comparison what,
                                                json::Span at) {
  std::vector<json::Value> found = values(*field.term);
  if (failed_) return {};
  const json::Span whole = from_to(field.at, found.back().at());
  const bool listed = what == Comparison::among || what == Comparison::not_among;
  if (!listed && found.size() > 1) {
    return fail(
        msg::condition_comparison{
            .name = scanner_.text(field.at), .found = scanner_.text(at), .wanted = "属于 不属于"},
        at, what == Comparison::equal ? "属于" : "不属于");
  }
  if (!listed) {
    return made_condition(operation(operator_of(what), at, {field.json, std::move(found.front())}),
                          whole);
  }
  json::Value list = json::Value::list();
  for (json::Value& one : found) list.push(std::move(one));
  list.set_at(at);
  json::Value json = operation("in", at, {field.json, std::move(list)});
  if (what == Comparison::not_among) json = negation_of(std::move(json), at);
  return made_condition(std::move(json), whole);
}

// Values with 、 between them.
std::vector<json::Value> ConditionParser::values(const Term& field) {
  std::vector<json::Value> all;
  while (!failed_) {
    all.push_back(value(field));
    scanner_.skip_blanks();
    if (!scanner_.take(U'、')) break;
  }
  return all;
}

// One of the field's choices; what is none of them is left to the reader of the rule, who says so.
json::Value ConditionParser::value(const Term& field) {
  scanner_.skip_blanks();
  const NameIndex& index = vocabulary_.names(&field).index;
  const std::vector<std::string_view>& choices = index.names();
  const auto made = [](std::string_view text, json::Span at) {
    json::Value json{std::string(text)};
    json.set_at(at);
    return json;
  };
  if (scanner_.sees_quote()) {
    const std::size_t start = scanner_.at();
    const std::optional<json::Span> inside = scanner_.quoted();
    if (!inside) {
      fail(msg::condition_quote_open{}, {start, std::string_view("「").size()});
      return {};
    }
    const std::string_view text = scanner_.text(*inside);
    const std::optional<FoundName> found = index.longest_at(text, 0);
    const bool known = found && found->length == text.size();
    return made(known ? choices[found->name] : text, *inside);
  }
  if (const auto found = index.longest_at(scanner_.line(), scanner_.at());
      found && scanner_.is_boundary(scanner_.at() + found->length)) {
    const json::Span at{scanner_.at(), found->length};
    scanner_.go_to(at.offset + at.length);
    return made(choices[found->name], at);
  }
  json::Span word = scanner_.word();
  if (nearest(scanner_.text(word), choices, vocabulary_.spelling()).empty())
    word = scanner_.short_word();
  const bool is_word = !scanner_.is_at_end() && !scanner_.is_delimiter_there();
  if (!is_word) {
    expected(msg::a_value{});
    return {};
  }
  scanner_.go_to(word.offset + word.length);
  return made(scanner_.text(word), word);
}

// A figure whose unit is neither money nor a rate: 20万 or 10家, beside the field it is of.
void ConditionParser::settle(Operand& number, const Operand& beside) {
  if (!number.number || failed_) return;
  const WrittenNumber written = *std::exchange(number.number, std::nullopt);
  const TermKind kind = beside.term != nullptr ? beside.term->kind : TermKind::number;
  const bool sum = kind == TermKind::money || kind == TermKind::rate;
  std::string_view unit = written.unit;
  const std::size_t places = unit.starts_with("万") ? 4 : unit.starts_with("亿") ? 8 : 0;
  if (places > 0) unit.remove_prefix(std::string_view("万").size());
  if (sum) {
    number.json = json::Value(written.digits + written.unit);
    number.json.set_at(written.at);
    return;
  }
  if (kind == TermKind::date && !written.unit.empty()) {
    fail(msg::condition_duration{.name = beside.term->label, .found = scanner_.text(written.at)},
         written.at);
    return;
  }
  const std::string known = beside.term != nullptr ? beside.term->unit : std::string();
  if (!unit.empty() && unit != known) {
    fail(msg::condition_unit{.unit = unit,
                             .name = beside.term != nullptr ? beside.term->label : "",
                             .wanted = written.digits + known},
         written.at, written.digits + known);
    return;
  }
  number.json = json::Value::number(shifted(written.digits, places));
  number.json.set_at(written.at);
}

}  // namespace huice::logic
