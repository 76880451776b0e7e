// SPDX-License-Identifier: Apache-2.0
#pragma once

// Reads a template in the order of its printing and keeps, for a format, where in the document each
// output is. The Language defines the places; this walk knows the tags only:
//   - all ways through an `if` or a `for` must end in places the language can join into one;
//   - blocks, macros, call tags, set and filter tags begin as text and end as text, since what they
//     make is printed elsewhere or changed first; they are printed as one piece;
//   - `extends` is in text, since the parent's text follows.

#include "base/messages/template_syntax.h"
#include "template/places/context_language.h"

#include <string>
#include <utility>
#include <vector>

namespace huice::tmpl {

template <class Language>
class ContextWalk {
 public:
  using State = typename Language::State;

  explicit ContextWalk(Language& language) : language_(language) {}

  void run() {
    State state;
    body(language_.parsed.root.body, state);
    if (!gave_up_ && !language_.is_text(state)) language_.open_end(state);
  }

 private:
  /// One loop around the place: `ways` joins how its rounds begin.
  struct Round {
    State ways;
    const State* outside = nullptr;  ///< within a set or filter tag: where that tag is
    JoinPoint join_point{};
  };

  // Behind `break` and `continue` nothing is printed: false.
  bool body(const Body& statements, State& state) {
    bool alive = true;
    for (Statement* statement : statements) {
      if (gave_up_) return alive;
      alive = one(*statement, state) && alive;
    }
    return alive;
  }

  bool one(Statement& node, State& state) {
    switch (node.kind) {
      case StatementKind::text:
        language_.read(state, node_cast<TextStatement>(node));
        return true;
      case StatementKind::output: {
        auto& output = node_cast<Output>(node);
        return keep(output, language_.context_of(state, output.value, output.span));
      }
      case StatementKind::condition:
        return branches(node_cast<Condition>(node), state);
      case StatementKind::loop:
        return loop(node_cast<Loop>(node), state);
      case StatementKind::loop_break:
        return leave("break", node.span, state);
      case StatementKind::loop_continue:
        return leave("continue", node.span, state);
      case StatementKind::with:
        return body(node_cast<With>(node).body, state);
      case StatementKind::autoescape:
        return body(node_cast<Autoescape>(node).body, state);
      default:
        return separate(node, state);
    }
  }

  bool separate(Statement& node, State& state) {
    switch (node.kind) {
      case StatementKind::macro: {
        const MacroFunction& function = node_cast<Macro>(node).function;
        separate_function(function.body, msg::part_macro{.name = function.name}, node.span);
        return true;
      }
      case StatementKind::call_block: {
        auto& call = node_cast<CallBlock>(node);
        separate_function(call.function.body, msg::part_call{}, node.span);
        return keep(call, language_.context_of(state, nullptr, call.call->span));
      }
      case StatementKind::block: {
        auto& block = node_cast<Block>(node);
        separate_function(block.function.body, msg::part_block{.name = block.function.name},
                          node.span);
        return keep(block, language_.context_of(state, nullptr, node.span));
      }
      case StatementKind::include:
        return keep(node_cast<Include>(node), language_.context_of(state, nullptr, node.span));
      case StatementKind::set_block:
        captured_body(node_cast<SetBlock>(node).body, msg::part_set{}, node.span, state);
        return true;
      case StatementKind::filter_block: {
        auto& filter = node_cast<FilterBlock>(node);
        captured_body(filter.body, msg::part_filter{}, node.span, state);
        return keep(filter, language_.context_of(state, filter.filter, filter.filter->span));
      }
      case StatementKind::extends:
        if (!language_.is_text(state)) {
          open(msg::part_before_extends{}, node.span, state);
        }
        return true;
      default:
        return true;
    }
  }

  template <class Printed>
  static bool keep(Printed& node, EscapeContext escape_context) {
    node.escape_context = escape_context;
    return true;
  }

  void open(const Argument& what, Span span, const State& end) {
    language_.refuse(msg::template_open{.part = what, .place = language_.describe(end)}, span);
    gave_up_ = true;
  }

  // A function of its own: no loop around it can be left from within.
  void separate_function(const Body& inner, const Argument& what, Span span) {
    std::vector<Round> rounds = std::exchange(rounds_, {});
    State state = Language::fragment();
    body(inner, state);
    rounds_ = std::move(rounds);
    if (!gave_up_ && !language_.is_text(state)) open(what, span, state);
  }

  // If `break` leaves the enclosing loop, the captured text is discarded.
  void captured_body(const Body& inner, const Argument& what, Span span, const State& around) {
    const bool outermost = !rounds_.empty() && rounds_.back().outside == nullptr;
    if (outermost) rounds_.back().outside = &around;
    State state = Language::fragment();
    body(inner, state);
    if (outermost) rounds_.back().outside = nullptr;
    if (!gave_up_ && !language_.is_text(state)) open(what, span, state);
  }

  bool join(State& into, const State& other, JoinPoint join_point) {
    const State before = into;
    if (before == other || language_.join(into, other, join_point)) return true;
    if (gave_up_) return false;
    language_.refuse(msg::template_branches{.tag = join_point.tag,
                                            .one = language_.describe(before),
                                            .other = language_.describe(other)},
                     join_point.span);
    gave_up_ = true;
    return false;
  }

  bool branches(const Condition& condition, State& state) {
    const State before = state;
    const JoinPoint join_point{"if", condition.span};
    bool alive = false;
    const auto branch = [&](const Body& inner) {
      State inside = before;
      if (!body(inner, inside)) return;
      if (!alive) {
        state = inside;
      } else {
        join(state, inside, join_point);
      }
      alive = true;
    };
    for (const auto& [test, inner] : condition.branches) branch(inner);
    branch(condition.otherwise);
    return alive;
  }

  // A round begins where the loop is or where another round ended: read again until the two are
  // one. Problems count in the last reading only.
  bool loop(const Loop& node, State& state) {
    const State before = state;
    const JoinPoint join_point{"for", node.span};
    State begin = before;
    for (;;) {
      Diagnostics found;
      Diagnostics* const into = std::exchange(language_.problems, &found);
      rounds_.push_back({begin, nullptr, join_point});
      State end = begin;
      const bool alive = body(node.body.body, end);
      Round round = std::move(rounds_.back());
      rounds_.pop_back();
      if (alive && !gave_up_) join(round.ways, end, join_point);
      if (!gave_up_ && !(round.ways == begin) && ++readings_ > kMostReadings) {
        language_.refuse(msg::template_branches{.tag = "for",
                                                .one = language_.describe(begin),
                                                .other = language_.describe(round.ways)},
                         node.span);
        gave_up_ = true;
      }
      language_.problems = into;
      const bool settled = gave_up_ || round.ways == begin;
      if (settled) into->add_all(found);
      begin = round.ways;
      if (settled) break;
    }
    State otherwise = before;
    const bool alive = body(node.otherwise, otherwise);
    state = begin;
    if (alive && !gave_up_) join(state, otherwise, join_point);
    return true;
  }

  bool leave(std::string_view tag, Span span, const State& state) {
    if (rounds_.empty()) return false;
    Round& round = rounds_.back();
    join(round.ways, round.outside != nullptr ? *round.outside : state, {tag, span});
    return false;
  }

  static constexpr int kMostReadings = 1000;

  Language& language_;
  std::vector<Round> rounds_;
  int readings_ = 0;
  bool gave_up_ = false;
};

template <class Language>
void check_with(Template& parsed, Diagnostics& problems) {
  Language language(parsed, problems);
  ContextWalk<Language>(language).run();
}

}  // namespace huice::tmpl
