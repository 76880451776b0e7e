// SPDX-License-Identifier: Apache-2.0
#include "logic/rule.h"

#include "base/messages/logic.h"
#include "base/spelling.h"
#include "logic/javascript.h"
#include "logic/program.h"

#include <algorithm>
#include <unordered_map>

namespace huice::logic {
namespace {

// How one operation is compiled, from the inside out: its operands' nodes exist before its own.
class Compiler {
 public:
  CompiledRule compile(const Value& rule) {
    program_.root = node(rule, Slot{});
    if (failed_) return fault_;
    return Rule(std::make_shared<const Program>(std::move(program_)));
  }

 private:
  // Where in the rule we are, as a chain of steps down from the whole.
  struct Slot {
    const Slot* above = nullptr;
    std::string step;
    std::size_t depth = 0;
    bool of_item = false;   // var reads an item of a list, not the data
    bool compared = false;  // the value is only looked into, so that it may be made once

    Slot below(std::string name) const {
      return {this, std::move(name), depth + 1, of_item, false};
    }
    Slot operand(std::string name) const { return {this, std::move(name), depth, of_item, false}; }
  };

  std::uint32_t node(const Value& value, const Slot& place) {
    if (failed_) return 0;
    if (value.is_container() && place.depth == kDeepestRule) {
      return fail({msg::rule_too_deep{.limit = kDeepestRule}, pointer_of(place), {}});
    }
    if (value.is(Kind::list)) return list(value, place);
    if (value.is(Kind::object) && value.members().size() == 1) {
      return operation(value.members().front(), place);
    }
    return constant(value);
  }

  std::uint32_t list(const Value& value, const Slot& place) {
    std::vector<std::uint32_t> items;
    std::size_t index = 0;
    for (const Value& item : value.items()) {
      items.push_back(node(item, place.below(std::to_string(index++))));
    }
    const bool plain = std::all_of(items.begin(), items.end(), [this](std::uint32_t item) {
      return !failed_ && program_.nodes[item].op == Operator::constant;
    });
    if (plain && (!place.of_item || place.compared)) return constant(value);
    return add({Operator::list, 0, 0, 0}, items);
  }

  std::uint32_t operation(const Value::Member& member, const Slot& place) {
    const auto* const found =
        std::find_if(kOperatorNames.begin(), kOperatorNames.end(),
                     [&member](const OperatorName& one) { return one.first == member.first; });
    const Slot inside = place.below(member.first);
    if (found == kOperatorNames.end()) return unknown_operator(member.first, inside);
    const Operator op = found->second;
    const bool listed = member.second.is(Kind::list);
    const std::size_t count = listed ? member.second.items().size() : 1;
    std::vector<std::uint32_t> operands;
    for (std::size_t i = 0; i < count; ++i) {
      const Value& operand = listed ? member.second.items()[i] : member.second;
      Slot at = listed ? inside.operand(std::to_string(i)) : inside;
      at.of_item = place.of_item || (walks_list(op) && i == 1);
      at.compared = op == Operator::in;
      operands.push_back(node(operand, at));
    }
    if (failed_) return 0;
    return op == Operator::var ? variable(operands, place) : add({op, 0, 0, 0}, operands);
  }

  std::uint32_t unknown_operator(const std::string& name, const Slot& place) {
    std::vector<std::string_view> known;
    known.reserve(std::size(kOperatorNames));
    for (const OperatorName& one : kOperatorNames) known.push_back(one.first);
    return fail(
        {msg::rule_unknown_operator{.name = name}, pointer_of(place), nearest(name, known)});
  }

  std::uint32_t variable(std::vector<std::uint32_t>& operands, const Slot& place) {
    if (operands.empty()) return add({Operator::variable, 0, 0, path("", place)}, operands);
    const Node named = program_.nodes[operands.front()];
    if (named.op != Operator::constant) return add({Operator::var, 0, 0, 0}, operands);
    const Value name = program_.constants[named.extra];
    operands.erase(operands.begin());
    std::string room;
    // [] is written "" too, but names the member "", not the whole.
    if (name.is(Kind::list) && to_text(name, room).empty()) {
      return add({Operator::variable, 0, 0, path("", place, true)}, operands);
    }
    const std::uint32_t read = path(to_joined_text(name, room), place);
    return add({Operator::variable, 0, 0, read}, operands);
  }

  std::uint32_t path(std::string_view text, const Slot& place, bool member_of_no_name = false) {
    std::string key(text);
    if (member_of_no_name) key += '\0';
    const auto [found, is_new] =
        known_paths_.try_emplace(key, static_cast<std::uint32_t>(program_.paths.size()));
    if (is_new) {
      Path made{std::string(text), {}, kNoIndex, kNoIndex};
      if (!text.empty() || member_of_no_name) made.steps = steps_of(text);
      program_.paths.push_back(std::move(made));
    }
    Path& path = program_.paths[found->second];
    if (!place.of_item && path.place == kNoIndex) {
      path.place = place_of(path.text, known_outer_, program_.outer_paths);
      if (!path.steps.empty()) {
        path.variable = place_of(path.steps[0].name, known_variables_, program_.variables);
      }
    }
    return found->second;
  }

  using Places = std::unordered_map<std::string, std::uint32_t>;

  static std::uint32_t place_of(const std::string& name, Places& known,
                                std::vector<std::string>& names) {
    const auto [found, is_new] = known.try_emplace(name, static_cast<std::uint32_t>(names.size()));
    if (is_new) names.push_back(name);
    return found->second;
  }

  std::uint32_t constant(const Value& value) {
    program_.constants.push_back(value);
    return add(
        {Operator::constant, 0, 0, static_cast<std::uint32_t>(program_.constants.size() - 1)}, {});
  }

  std::uint32_t add(Node node, const std::vector<std::uint32_t>& operands) {
    node.first = static_cast<std::uint32_t>(program_.operands.size());
    node.count = static_cast<std::uint32_t>(operands.size());
    program_.operands.insert(program_.operands.end(), operands.begin(), operands.end());
    program_.nodes.push_back(node);
    return static_cast<std::uint32_t>(program_.nodes.size() - 1);
  }

  static std::string pointer_of(const Slot& place) {
    if (place.above == nullptr) return {};
    std::string out = pointer_of(*place.above) + "/";
    for (const char c : place.step) {
      if (c == '~') {
        out += "~0";
      } else if (c == '/') {
        out += "~1";
      } else {
        out += c;
      }
    }
    return out;
  }

  std::uint32_t fail(RuleFault fault) {
    if (!failed_) fault_ = std::move(fault);
    failed_ = true;
    return 0;
  }

  Program program_;
  Places known_paths_;
  Places known_outer_;      ///< of program_.outer_paths
  Places known_variables_;  ///< of program_.variables
  RuleFault fault_;
  bool failed_ = false;
};

}  // namespace

std::vector<PathStep> steps_of(std::string_view path) {
  std::vector<PathStep> out;
  for (std::size_t from = 0; from <= path.size();) {
    const std::size_t dot = std::min(path.find('.', from), path.size());
    PathStep step{std::string(path.substr(from, dot - from)), kNoIndex};
    const std::string& name = step.name;
    const bool digits = !name.empty() && name.size() < 10 &&
                        name.find_first_not_of("0123456789") == std::string::npos;
    if (digits && (name.size() == 1 || name[0] != '0')) {
      step.index = static_cast<std::uint32_t>(std::stoul(name));
    }
    out.push_back(std::move(step));
    from = dot + 1;
  }
  return out;
}

const std::vector<std::string>& Rule::paths() const {
  return program_->outer_paths;
}

const std::vector<std::string>& Rule::variables() const {
  return program_->variables;
}

Diagnostic RuleFault::at(Location where) const {
  Diagnostic out = problem(message, std::move(where));
  out.suggestion = suggestion;
  return out;
}

CompiledRule compile(const Value& rule) {
  return Compiler().compile(rule);
}

}  // namespace huice::logic
