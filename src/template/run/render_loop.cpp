// SPDX-License-Identifier: Apache-2.0
#include "base/messages/template_run.h"
#include "template/run/render.h"

namespace huice::tmpl {

Render::Flow Render::exec_loop(const Loop& node) {
  Value scratch;
  const Value& value = defined(*node.items, scratch);
  if (failed_) return Flow::stop;
  const auto items = items_of(value);
  if (!items) {
    fail(msg::template_not_iterable{.value = describe(value)}, *source_, node.items->span);
    return Flow::stop;
  }
  if (node.recursive) {
    run_recursive(node, *items, 0, *frame_);
    return failed_ ? Flow::stop : Flow::normal;
  }
  const bool any = run_loop(node, *items, 0, nullptr);
  if (failed_) return Flow::stop;
  if (any || node.otherwise.empty()) return Flow::normal;
  enter_scope(node.otherwise_scope);
  return exec(node.otherwise);
}

Value Render::filter_items(const Loop& node, const Value& items) {
  ListValue kept;
  const Sequence& list = items.list();
  const std::size_t count = list.size();
  for (std::size_t i = 0; i < count && !failed_ && count_step(node.span); ++i) {
    Value item = list.at(i);
    usage().steps += node.filter->span.length >> 5U;
    enter_scope(node.filter_scope);
    assign(node.filter_target, item);
    if (!failed_ && condition(*node.filter)) kept.push(std::move(item));
  }
  return Value(std::move(kept));
}

/// Whether the loop had any item; false also for a loop that failed.
bool Render::run_loop(const Loop& node, const Value& all, std::size_t depth, Frame* around) {
  const Value items = node.filter == nullptr ? all : filter_items(node, all);
  if (failed_) return false;
  const Sequence& list = items.list();
  const std::size_t count = list.size();
  Value state_value;
  const LoopState* state = nullptr;
  if (node.uses_loop) {
    state = new LoopState(*this, node, items, depth, around);
    state_value = Value::adopt(static_cast<const Mapping*>(state));
  }
  for (std::size_t i = 0; i < count && count_step(node.span); ++i) {
    if (!node.body.scope.slots.empty()) enter_scope(node.body.scope);
    if (state != nullptr) {
      state->go_to(i);
      Value& into = frame_->slots[node.loop_slot];
      if (!into.is_mapping() || &into.mapping() != state) into = state_value;
    }
    if (node.target.is_tuple) {
      unpack(node.target, list.at(i));
      if (failed_) return false;
    } else {
      Value& into = frame_->slots[node.target.slot.slot];
      const Value& item = list.item(i, into);
      if (&item != &into) into = item;
    }
    const Flow flow = exec(node.body.body);
    if (failed_) return false;
    if (flow == Flow::stop) break;
  }
  return count > 0;
}

void Render::run_recursive(const Loop& node, const Value& items, std::size_t depth, Frame& around) {
  if (!deeper(call_depth_, program_.bounds.call_depth, msg::template_call_depth::code, node.span))
    return;
  const Here back = here();
  Frame& frame = enter(node.body.slot_count, &around, *around.context);
  frame_ = &frame;
  if (depth == 0) frame.parent = around.parent;  // after "extends" the outermost prints nothing
  const bool any = run_loop(node, items, depth, &around);
  if (!any && !failed_) {
    enter_scope(node.otherwise_scope);
    exec(node.otherwise);
  }
  go(back);
  leave(frame);
  --call_depth_;
}

Value Render::call_loop(const LoopState& state, const Value& items) {
  const Here back = here();
  const Source* home = state.loop().neighbour.source;
  Buffer buffer(*this);
  source_ = home;
  run_recursive(state.loop(), items, state.depth() + 1, *state.frame());
  go(back);
  buffer.end();
  return failed_ ? Value() : captured(buffer.text(), format_);
}

}  // namespace huice::tmpl
