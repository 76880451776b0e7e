// SPDX-License-Identifier: Apache-2.0
//
// A requirement is written twice, for people and for the machine. The numbers of both must be the
// same, or an enterprise reads one thing and is judged by another.
#include "base/ascii.h"
#include "base/messages/check.h"
#include "check/rule_numbers.h"
#include "check/rules.h"
#include "model/walk.h"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

namespace huice::check {
namespace {

bool equals(const Literal& literal, const Figure& figure) {
  // A plain number counts in the unit of the profile field it is compared with.
  if (literal.figure.unit.empty()) {
    return figure.unit != "元" && literal.figure.value == figure.value;
  }
  return literal.figure == figure;
}

// 0 and 1 are ways to say “any at all”, which words say without a number.
bool is_idiom(const Literal& literal) {
  return literal.figure.unit.empty() && literal.figure.value <= model::Decimal(1, 0);
}

struct Direction {
  std::string_view word;
  std::string_view sign;
};

// Longer words first, where one ends or begins with another. 以上, 以下 and 以内 include the
// number, 超过, 不满 and 以外 do not (民法典 1259).
constexpr std::array<Direction, 18> kBefore{{{"不低于", "≥"},
                                             {"不少于", "≥"},
                                             {"不小于", "≥"},
                                             {"达到", "≥"},
                                             {"至少", "≥"},
                                             {"不超过", "≤"},
                                             {"不高于", "≤"},
                                             {"不多于", "≤"},
                                             {"不大于", "≤"},
                                             {"至多", "≤"},
                                             {"超过", ">"},
                                             {"高于", ">"},
                                             {"大于", ">"},
                                             {"多于", ">"},
                                             {"低于", "<"},
                                             {"不足", "<"},
                                             {"不满", "<"},
                                             {"小于", "<"}}};
constexpr std::array<Direction, 6> kBehind{{{"（含）以上", "≥"},
                                            {"及以上", "≥"},
                                            {"以上", "≥"},
                                            {"及以下", "≤"},
                                            {"以下", "≤"},
                                            {"以内", "≤"}}};

constexpr std::array<std::string_view, 2> kBelow{"以下", "以内"};

// Whether 以上 and 以下 include the number: by law both do, but a text may say otherwise.
struct Bounds {
  bool above = true;
  bool below = true;
};

// Reads “以上含本数，以下不含本数”: of each clause the words, and whether it says 不含 or 不包括.
// Words without either belong to the next clause that says so.
Bounds bounds_of(const std::string& words) {
  std::string_view text = words;
  Bounds bounds;
  bool above = false;
  bool below = false;
  const std::array<std::string_view, 6> marks{"，", "；", "。", "、", ",", ";"};
  while (!text.empty()) {
    std::size_t end = text.size();
    std::size_t next = text.size();
    for (const std::string_view mark : marks) {
      const std::size_t at = text.find(mark);
      if (at >= end) continue;
      end = at;
      next = at + mark.size();
    }
    const std::string_view clause = text.substr(0, end);
    text.remove_prefix(next);
    const auto has = [clause](std::string_view word) {
      return clause.find(word) != std::string_view::npos;
    };
    above = above || has("以上");
    below = below || has("以下") || has("以内");
    if (!has("含") && !has("包括")) continue;
    const bool included = !has("不");
    if (above) bounds.above = included;
    if (below) bounds.below = included;
    above = false;
    below = false;
  }
  return bounds;
}

// By the text's own words, else by those of a ruling.
Bounds bounds_of(const model::Policy& policy) {
  if (!policy.bounds.empty()) return bounds_of(policy.bounds);
  for (const model::Ruling& ruling : policy.rulings) {
    if (ruling.says.find("本数") != std::string::npos) return bounds_of(ruling.says);
  }
  return {};
}

struct Said {
  std::string_view sign;  ///< empty: no direction, or two that differ
  std::size_t from = 0;
  std::size_t to = 0;
};

std::string_view sign_of(const Direction& behind, const Bounds& bounds) {
  const bool is_below = std::find(kBelow.begin(), kBelow.end(), behind.word) != kBelow.end();
  if (behind.word == "以上" && !bounds.above) return ">";
  return is_below && !bounds.below ? "<" : behind.sign;
}

// What the label says of a number's direction.
Said direction_of(std::string_view label, const Number& number, const Bounds& bounds) {
  Said said{{}, number.offset, number.offset + number.bytes};
  if (label.find("不含") != std::string_view::npos) return said;
  for (const Direction& one : kBefore) {
    if (!label.substr(0, number.offset).ends_with(one.word)) continue;
    said.sign = one.sign;
    said.from -= one.word.size();
    break;
  }
  for (const Direction& one : kBehind) {
    if (!label.substr(number.offset + number.bytes).starts_with(one.word)) continue;
    const std::string_view sign = sign_of(one, bounds);
    if (!said.sign.empty() && said.sign != sign) return {};
    said.sign = sign;
    said.to += one.word.size();
    break;
  }
  return said;
}

// A plain number of a rule may be in the label with a unit that numbers_in() does not read
// (18周岁), or as a year, which it leaves out. It counts there as a whole: 8 is not in 18.
bool has_digits(std::string_view label, const Literal& literal) {
  const std::string& digits = literal.written;
  if (!literal.figure.unit.empty() || digits.empty()) return false;
  const auto belongs = [&](std::size_t at) {
    return at < label.size() && (ascii::is_digit(label[at]) || label[at] == '.');
  };
  for (std::size_t at = label.find(digits); at != std::string_view::npos;
       at = label.find(digits, at + 1)) {
    if ((at == 0 || !belongs(at - 1)) && !belongs(at + digits.size())) return true;
  }
  return false;
}

// The fields of the profile with numbers in their names: 近3年累计投资额.
class NumberedNames {
 public:
  explicit NumberedNames(const model::Library& library) {
    for (const model::ProfileField& field : library.profile()) {
      std::vector<Number> numbers = numbers_in(field.label);
      if (!numbers.empty()) names_.emplace_back(&field.id, std::move(numbers));
    }
  }

  /// The numbers in the names of the answers that a rule reads.
  std::vector<Figure> read_by(const json::Value& logic) const {
    std::vector<Figure> figures;
    for (const auto& [id, numbers] : names_) {
      if (!reads(logic, *id)) continue;
      for (const Number& number : numbers) figures.push_back(number.figure);
    }
    return figures;
  }

 private:
  std::vector<std::pair<const std::string*, std::vector<Number>>> names_;
};

// A condition in words, its rule, and where they are.
struct Pair {
  const std::string& label;
  const model::Rule& rule;
  const model::Place& from;
  std::string_view around = {};  ///< the requirement's own label, where this is one reading of it
};

void check_direction(const Pair& pair, const json::Value& logic, const Bounds& bounds,
                     Findings& findings) {
  const std::string& label = pair.label;
  const std::vector<Comparison> comparisons = comparisons_in_rule(logic);
  for (const Number& number : numbers_in(label)) {
    const Said said = direction_of(label, number, bounds);
    const Comparison* other = nullptr;
    for (const Comparison& one : comparisons) {
      if (said.sign.empty() || !equals(one.literal, number.figure)) continue;
      other = &one;
      if (one.sign == said.sign) break;
    }
    if (other == nullptr || other->sign == said.sign) continue;
    findings.add(msg::label_direction{.words = label.substr(said.from, said.to - said.from),
                                      .operation = other->sign + " " + other->literal.written},
                 Spot::text(pair.from, label), Other{msg::its_rule{}, Spot::at(pair.rule.place)});
    return;
  }
}

void check_pair(const Pair& pair, const Subject& subject, const NumberedNames& names,
                const Bounds& bounds, Findings& findings) {
  const std::string& label = pair.label;
  const model::Rule& rule = pair.rule;
  const model::Place& from = pair.from;
  if (rule.empty()) return;
  const json::Value& logic = subject.rules.json(rule);
  // A line that cannot be read is an error of its own.
  if (logic.is(json::Kind::null)) return;
  const std::vector<Literal> literals = literals_in_rule(logic);
  const std::vector<Figure> in_names = names.read_by(logic);
  std::vector<Figure> figures;
  check_direction(pair, logic, bounds, findings);
  for (const Number& number : numbers_in(label)) {
    figures.push_back(number.figure);
    const bool known = std::any_of(literals.begin(), literals.end(), [&](const Literal& literal) {
      return equals(literal, number.figure);
    });
    // A number may be a part of a name, and in words of any.
    const bool named = std::find(in_names.begin(), in_names.end(), number.figure) != in_names.end();
    if (known || named || number.in_words) continue;
    findings.add(msg::label_number{.number = label.substr(number.offset, number.bytes)},
                 Spot::text(from, label), Other{msg::its_rule{}, Spot::at(rule.place)});
    return;
  }
  for (const Number& number : numbers_in(pair.around)) figures.push_back(number.figure);
  for (const Literal& literal : literals) {
    const bool said = std::any_of(figures.begin(), figures.end(),
                                  [&](const Figure& figure) { return equals(literal, figure); });
    if (said || has_digits(label, literal) || is_idiom(literal)) continue;
    findings.add(msg::rule_number{.number = literal.written}, Spot::at(rule.place),
                 Other{msg::its_label{}, Spot::text(from, label)});
    return;
  }
}

// “谁能拿” is what a card says in place of the conditions: its numbers are theirs.
void check_who(const model::Measure& measure, Findings& findings) {
  std::vector<Figure> figures;
  const auto add = [&figures](std::string_view text) {
    for (const Number& number : numbers_in(text)) figures.push_back(number.figure);
  };
  for (const model::Requirement& one : measure.requirements) {
    add(one.label);
    for (const model::RuleReading& reading : one.readings) add(reading.label);
  }
  for (const Number& number : numbers_in(measure.who)) {
    if (std::find(figures.begin(), figures.end(), number.figure) != figures.end()) continue;
    findings.add(msg::who_number{.number = measure.who.substr(number.offset, number.bytes)},
                 Spot::text(measure.place, measure.who, "who"));
    return;
  }
}

}  // namespace

void check_labels(const Subject& subject, Findings& findings) {
  const NumberedNames names(subject.library);
  std::map<const model::Policy*, Bounds> bounds_by;
  for (const model::Policy& policy : subject.library.policies()) {
    bounds_by.emplace(&policy, bounds_of(policy));
  }
  model::each_measure(subject.library.policies(), [&](const model::MeasureRef& ref) {
    const model::Measure& measure = *ref.measure;
    const Bounds& bounds = bounds_by.at(ref.in.policy);
    check_who(measure, findings);
    const auto check = [&](const std::string& label, const model::Rule& rule,
                           const model::Place& from, std::string_view around = {}) {
      check_pair({label, rule, from, around}, subject, names, bounds, findings);
    };
    for (const model::Requirement& one : measure.requirements) {
      check(one.label, one.rule, measure.place);
      for (const model::RuleReading& reading : one.readings) {
        check(reading.label, reading.rule, measure.place, one.label);
      }
    }
    for (const model::AmountComponent& amount : measure.amounts) {
      for (const model::ScheduleRow& row : amount.rows) {
        check(row.when, row.rule, amount.place);
      }
      for (const model::Modifier& modifier : amount.modifiers) {
        check(modifier.when, modifier.rule, amount.place);
      }
      model::each_bound(
          amount, [&](const model::Bound& bound) { check(bound.when, bound.rule, amount.place); });
    }
  });
}

}  // namespace huice::check
