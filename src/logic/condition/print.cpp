// SPDX-License-Identifier: Apache-2.0
#include "logic/condition/print.h"

#include "logic/condition/parse.h"
#include "logic/condition/scanner.h"

#include <algorithm>
#include <utility>
#include <variant>

namespace huice::logic {
namespace {

using json::Kind;
using json::Value;
using Text = std::optional<std::string>;

constexpr std::string_view kComma = "，";

std::string_view sign_of(std::string_view op) {
  return op == "==" ? "=" : op;
}

bool is_ordering(std::string_view op) {
  return op == "<" || op == "<=" || op == ">" || op == ">=";
}

bool is_equality(std::string_view op) {
  return op == "==" || op == "!=";
}

bool is_computing(std::string_view op) {
  return op == "+" || op == "-" || op == "*" || op == "/";
}

// A word has a blank on either side, but none beside a bracket, which is wide enough; a comma none.
void append(std::string& all, std::string_view word, const std::string& next) {
  if (!all.empty()) {
    const bool tight = word == kComma;
    if (!tight && !all.ends_with("）")) all += ' ';
    all += word;
    if (!tight && !next.starts_with("（")) all += ' ';
  }
  all += next;
}

class Printer {
 public:
  explicit Printer(const Vocabulary& vocabulary) : vocabulary_(vocabulary) {}

  Text conditions(const Value& rule) {
    const std::string_view op = operator_of(rule);
    if (op != "and" && op != "or") return condition(rule);
    const std::vector<Value>& operands = operands_of(rule);
    if (operands.size() < 2) return std::nullopt;
    return joined(operands, op == "and" ? "并且" : "或", &Printer::condition);
  }

 private:
  static std::string_view operator_of(const Value& value) {
    return value.members().size() == 1 ? std::string_view(value.members().front().name)
                                       : std::string_view();
  }
  static const std::vector<Value>& operands_of(const Value& value) {
    return value.members().front().value.items();
  }

  Text joined(const std::vector<Value>& parts, std::string_view between,
              Text (Printer::*print)(const Value&)) {
    std::string all;
    for (const Value& part : parts) {
      const Text text = (this->*print)(part);
      if (!text) return std::nullopt;
      append(all, between, *text);
    }
    return all;
  }

  static Text in_brackets(const Text& text) {
    return text ? Text("（" + *text + "）") : std::nullopt;
  }

  Text condition(const Value& rule) {
    const std::string_view op = operator_of(rule);
    if (op == "and" || op == "or") return in_brackets(conditions(rule));
    if (op == "var") return yes_no(rule);
    if (op.empty()) return std::nullopt;
    const std::vector<Value>& operands = operands_of(rule);
    if (op == "!") return operands.size() == 1 ? negated(operands.front()) : std::nullopt;
    if (op == "some" || op == "all" || op == "none") return records(op, operands);
    if (op == "in") return among(operands, "属于");
    if (operands.size() == 3 && (op == "<" || op == "<=")) return ordered(op, operands);
    if (operands.size() != 2 || (!is_ordering(op) && !is_equality(op))) return std::nullopt;
    if (const Text text = is_equality(op) ? equality(op, operands) : std::nullopt) return text;
    return ordered(op, operands);
  }

  Text negated(const Value& rule) {
    if (operator_of(rule) == "in") return among(operands_of(rule), "不属于");
    const Text text = condition(rule);
    return text ? Text((text->starts_with("（") ? "非" : "非 ") + *text) : std::nullopt;
  }

  Text yes_no(const Value& variable) {
    const Term* term = term_of(variable);
    return term != nullptr && term->kind == TermKind::yes_no ? name(*term) : std::nullopt;
  }

  // What a field that takes no order is said to be.
  Text equality(std::string_view op, const std::vector<Value>& operands) {
    const bool turned = term_of(operands.front()) == nullptr;
    const Term* term = term_of(operands[turned ? 1 : 0]);
    const Value& value = operands[turned ? 0 : 1];
    if (term == nullptr) return std::nullopt;
    const Text field = name(*term);
    if (!field) return std::nullopt;
    if (term->kind == TermKind::yes_no && value.is(Kind::boolean)) {
      if (op == "==" && value.boolean()) return field;
      return *field + " " + std::string(sign_of(op)) + " " +
             std::string(value.boolean() ? kYes : kNo);
    }
    if (term->kind != TermKind::choice || !value.is(Kind::text)) return std::nullopt;
    if (records_ != nullptr && op == "==" && stands_alone(*term, value.text())) {
      return value.text();
    }
    const Text word = choice(*term, value);
    return word ? Text(*field + " " + std::string(sign_of(op)) + " " + *word) : std::nullopt;
  }

  Text among(const std::vector<Value>& operands, std::string_view word) {
    const Term* term = operands.size() == 2 ? term_of(operands.front()) : nullptr;
    if (term == nullptr || term->kind != TermKind::choice) return std::nullopt;
    const std::vector<Value>& values = operands[1].items();
    if (values.empty()) return std::nullopt;
    bool alone = records_ != nullptr && word == "属于" && values.size() > 1;
    std::string all;
    for (const Value& value : values) {
      const Text text = value.is(Kind::text) ? choice(*term, value) : std::nullopt;
      if (!text) return std::nullopt;
      alone = alone && stands_alone(*term, value.text());
      all += (all.empty() ? "" : "、") + *text;
    }
    if (alone) return all;
    const Text field = name(*term);
    return field ? Text(*field + " " + std::string(word) + " " + all) : std::nullopt;
  }

  Text ordered(std::string_view op, const std::vector<Value>& operands) {
    const Term* beside = nullptr;
    for (const Value& one : operands) {
      if (beside == nullptr) beside = term_of(one);
    }
    std::string all;
    for (const Value& one : operands) {
      const Text text = one.is(Kind::number) ? number(one, beside) : sum(one);
      if (!text) return std::nullopt;
      append(all, sign_of(op), *text);
    }
    return all;
  }

  Text sum(const Value& value) {
    if (value.is(Kind::number)) return number(value, nullptr);
    if (value.is(Kind::text)) return figure(value.text());
    const std::string_view op = operator_of(value);
    if (op == "var") return measured(value);
    if (!is_computing(op)) return std::nullopt;
    const std::vector<Value>& operands = operands_of(value);
    const bool two = op == "-" || op == "/";
    if (operands.size() < 2 || (two && operands.size() > 2)) return std::nullopt;
    std::string all;
    for (const Value& one : operands) {
      const std::string_view inside = operator_of(one);
      const bool product = inside == "*" || inside == "/";
      const bool bracket = is_computing(inside) && !(product && (op == "+" || op == "-"));
      const Text text = bracket ? in_brackets(sum(one)) : sum(one);
      if (!text) return std::nullopt;
      append(all, op, *text);
    }
    return all;
  }

  // A field that has an order.
  Text measured(const Value& variable) {
    const Term* term = term_of(variable);
    const bool other = term == nullptr || term->kind == TermKind::yes_no ||
                       term->kind == TermKind::choice || term->kind == TermKind::records;
    return other ? std::nullopt : name(*term);
  }

  static Text number(const Value& value, const Term* beside) {
    const std::string& text = value.text();
    const std::string_view digits = std::string_view(text).substr(text.starts_with('-') ? 1 : 0);
    Scanner scanner(digits);
    const auto read = scanner.number();
    if (!read || read->digits != digits || !scanner.is_at_end()) return std::nullopt;
    return beside != nullptr && beside->kind == TermKind::number ? text + beside->unit : text;
  }

  // A sum, rate or date in the form in which it is read back.
  static Text figure(const std::string& text) {
    Scanner date(text);
    if (const auto iso = date.date(); iso && *iso == text) return text;
    const std::string_view digits = std::string_view(text).substr(text.starts_with('-') ? 1 : 0);
    Scanner scanner(digits);
    const auto read = scanner.number();
    const bool complete = read && (read->unit == "%" || read->unit == "元" ||
                                   read->unit == "万元" || read->unit == "亿元");
    const bool same = complete && scanner.is_at_end() && read->digits + read->unit == digits;
    return same ? Text(text) : std::nullopt;
  }

  Text records(std::string_view op, const std::vector<Value>& operands) {
    const Term* term = operands.size() == 2 ? term_of(operands.front()) : nullptr;
    if (term == nullptr || term->kind != TermKind::records) return std::nullopt;
    const Text field = name(*term);
    const Value& asked = operands[1];
    const Term* outer = std::exchange(records_, term);
    const bool several = operator_of(asked) == "and" && operands_of(asked).size() > 1;
    const Text items =
        several ? joined(operands_of(asked), kComma, &Printer::conditions) : conditions(asked);
    records_ = outer;
    if (!field || !items) return std::nullopt;
    if (op == "all") return *field + " 全部（" + *items + "）";
    if (op == "none") return *field + " 没有（" + *items + "）";
    const std::string any = vocabulary_.any_records() + "（" + *items + "）";
    return is_read_as(any, *term) ? any : *field + "（" + *items + "）";
  }

  bool is_read_as(const std::string& line, const Term& term) const {
    const ParsedCondition parsed = parse_condition(line, vocabulary_);
    const auto* json = std::get_if<Value>(&parsed);
    if (json == nullptr || operator_of(*json) != "some") return false;
    const Value* id = operands_of(*json).front().find("var");
    return id != nullptr && id->text() == term.id;
  }

  const Term* term_of(const Value& variable) const {
    const Value* id = variable.members().size() == 1 ? variable.find("var") : nullptr;
    if (id == nullptr || !id->is(Kind::text)) return nullptr;
    for (const Term& term : records_ != nullptr ? records_->parts : vocabulary_.terms()) {
      if (term.id == id->text()) return &term;
    }
    return nullptr;
  }

  // All that a name can be taken for where this one is.
  const NameIndex& names() const { return vocabulary_.names(records_).index; }

  // Whether it is read as itself, whatever follows.
  static bool is_plain(const std::string& text, const NameIndex& known) {
    if (text.empty() || Scanner(text).is_delimiter_there()) return false;
    const auto found = known.longest_at(text, 0);
    return found && found->length == text.size() && known.names()[found->name] == text &&
           !found->other && !known.has_longer(text);
  }

  static Text in_quotes(const std::string& text, const NameIndex& known) {
    const auto found = known.longest_at(text, 0);
    const bool itself = found && found->length == text.size() && !found->other;
    const bool closed = text.find("」") == std::string::npos;
    return itself && closed ? Text("「" + text + "」") : std::nullopt;
  }

  Text name(const Term& term) const {
    const NameIndex& known = names();
    if (is_plain(term.label, known)) return term.label;
    if (Text text = in_quotes(term.label, known)) return text;
    if (is_plain(term.id, known)) return term.id;
    return in_quotes(term.id, known);
  }

  Text choice(const Term& term, const Value& value) const {
    const std::string& text = value.text();
    const NameIndex& known = vocabulary_.names(&term).index;
    if (is_plain(text, known)) return text;
    if (Text quoted = in_quotes(text, known)) return quoted;
    // What is no choice is read as it is, unless it looks like one.
    const auto found = known.longest_at(text, 0);
    const bool other = found && found->length == text.size();
    const bool closed = text.find("」") == std::string::npos;
    return other || !closed || text.empty() ? std::nullopt : Text("「" + text + "」");
  }

  // Whether a value is known to be this part's without the part's name.
  bool stands_alone(const Term& part, const std::string& value) const {
    return std::find(part.choices.begin(), part.choices.end(), value) != part.choices.end() &&
           is_plain(value, names());
  }

  const Vocabulary& vocabulary_;
  const Term* records_ = nullptr;
};

}  // namespace

std::optional<std::string> print_condition(const Value& rule, const Vocabulary& vocabulary) {
  Text line = Printer(vocabulary).conditions(rule);
  // Deeper or longer than a line may be.
  if (line && std::holds_alternative<LineFault>(parse_condition(*line, vocabulary))) {
    return std::nullopt;
  }
  return line;
}

}  // namespace huice::logic
